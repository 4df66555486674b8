/** Reads the live project for a plan: the sections that it needs, by the readers of a backup. */
import type { DescopeApiClient } from '../../descope/client.ts';
import { ProjectFetcher } from '../../descope/capture/project-fetcher.ts';
import type { Section } from '../../project/sections/index.ts';
import { withoutNoise } from '../../services/index.ts';
import { tellsCaseApart } from '../../storage/case-probe.ts';
import type { LiveReading, RestoreWorld } from './prepared-plan.ts';

/**
 * Reads sections of the live project. What could not be read is in its coverage, and what belongs
 * there is planned as blocked: an object that was not read is never taken for one that is not
 * there.
 *
 * @param backupRoot absolute path: a capture that is saved there must fit its disk
 * @throws Error when the key is refused; what cancels the run
 */
export async function readLive(
  client: DescopeApiClient,
  sections: ReadonlySet<Section>,
  backupRoot: string,
  { reporter, clock }: Pick<RestoreWorld, 'reporter' | 'clock'>,
): Promise<LiveReading> {
  const before = client.requestCount;
  const fetcher = new ProjectFetcher(client, {
    sections,
    withoutNoise,
    now: clock(),
    tellsCaseApart: () => tellsCaseApart(backupRoot),
  });
  const project = await fetcher.fetch();
  for (const { text, withoutNames } of project.warnings) {
    reporter.warning({ named: text, unnamed: withoutNames });
  }
  for (const { section, status, note } of project.coverage) {
    if (status !== 'failed') continue;
    // What the service has to say may name a tenant.
    const reason = reporter.words({
      named: note,
      unnamed: 'the reason is in the plan',
    });
    reporter.warning(`${section} of the project could not be read: ${reason}`);
  }
  const requestCount = client.requestCount - before;
  reporter.info(
    `Read ${sections.size} sections of the live project: ${project.tenants.length} tenants, ${project.flows.length} flows, ${requestCount} requests`,
  );
  return { project, sections, requestCount };
}
