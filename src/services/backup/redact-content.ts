/** The secrets of the run, taken out of what a config file holds. */
import type { WithheldSecret } from '../../models/manifest.ts';
import type { Redactor } from '../../project/own-secrets.ts';
import { WITHHELD_MARK, withholdSecrets } from '../../project/secrets/withhold.ts';
import { jsonPointer } from '../../json/pointer.ts';
import type { JsonObject } from '../../json/value.ts';
import type { ProjectContent } from './project-content.ts';

/** What a config file holds without the secrets of the run, and where these were. */
export function redactConfigContent(
  content: ProjectContent,
  own: Redactor,
): { content: ProjectContent; withheld: WithheldSecret[] } {
  const withheld: WithheldSecret[] = [];
  const safe = (section: string, at: string, given: JsonObject): JsonObject => {
    const { value, places } = withholdSecrets(given, { mark: WITHHELD_MARK, own, isFree: true });
    for (const { path } of places) {
      withheld.push({ section, status: 'withheld', place: `${at}${jsonPointer(path)}` });
    }
    // An object stays one.
    return value as JsonObject;
  };
  const tenants = content.tenants.map(({ id, unpack }, index) => {
    const config = safe('tenants', `/tenants/${index}/config`, unpack().config);
    return { id: own.redact(id, WITHHELD_MARK), unpack: () => ({ config }) };
  });
  const flows = content.flows.map(({ id, data }, index) => {
    const flow = safe('flows', `/flows/${index}/flow_data`, data.unpack() as JsonObject);
    return { id: own.redact(id, WITHHELD_MARK), data: { unpack: () => flow } };
  });
  const config = safe('config', '/config', content.config);
  return { content: { ...content, tenants, flows, config }, withheld };
}
