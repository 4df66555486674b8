/** The reading of translations. */
import type { Packed } from '../../json/packed.ts';
import type { JsonObject } from '../../json/value.ts';
import type { DescopeApiClient } from '../client.ts';
import { isRefusal, SectionError, type DescopeApiError } from '../errors.ts';
import { sortById } from './identities.ts';
import { withinLimits } from './resource-lists.ts';
import { collection, type Known, type SectionValue } from './section-value.ts';

/** Whether a flow is translated, as its entry in the list says. */
function isTranslated(entries: readonly Packed<JsonObject>[]): boolean {
  return entries.some((entry) => entry.unpack()['translate'] === true);
}

/**
 * Translations of messages and of the flows that are translated: an object each, under a name that
 * we give.
 */
export async function localization(
  client: DescopeApiClient,
  { flows }: Known,
): Promise<SectionValue> {
  const flowIds = [...flows].flatMap(([id, entries]) => (isTranslated(entries) ? [id] : []));
  const asked: readonly (readonly [name: string, ask: () => Promise<JsonObject>])[] = [
    ['messages', () => client.call('messageLocalization')],
    ...flowIds.map((flowId) => {
      const ask = async () => ({
        flowId,
        ...(await client.call('flowLocalization', { body: { flowId } })),
      });
      return [`flows/${flowId}`, ask] as const;
    }),
  ];
  const failures: string[] = [];
  const refusals: DescopeApiError[] = [];
  const answers = await Promise.all(
    asked.map(async ([name, ask]) => {
      try {
        return [{ name, ...(await ask()) }];
      } catch (error) {
        if (isRefusal(error)) refusals.push(error);
        else if (error instanceof SectionError) failures.push(error.message);
        else throw error;
        return [];
      }
    }),
  );
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === asked.length) throw refusal;
  const kept = withinLimits(answers.flat());
  const value = collection({
    values: sortById(kept.values),
    failures: [...failures, ...kept.failures],
  });
  const refused = refusal && `${refusals.length} of ${asked.length}: ${refusal.message}`;
  return refused === undefined ? value : { ...value, refused };
}
