/**
 * The story of a plan: find the backup, read the live project, compare, ask the service, and write
 * the plan down.
 */
import { withTemporaryFolder } from '../../copies/temporary-folder.ts';
import { defaultBaseUrl, DescopeApiClient } from '../../descope/client.ts';
import { DescopeApiError, SectionError } from '../../descope/errors.ts';
import type { RestorePlan } from '../../models/restore-plan.ts';
import {
  costOf,
  liveSideOf,
  makePlan,
  type PlanResult,
  type ServiceFacts,
} from '../../services/index.ts';
import { TOOL } from '../../services/backup/tool.ts';
import { NO_FACTS } from '../../services/restore/facts.ts';
import { createRestoreFolder, writeRestorePlan } from '../../services/restore/restore-folder.ts';
import { requestsOf, sectionsAfter } from './after-sections.ts';
import { askService, type AskContext } from './ask-service.ts';
import { restoreSource, undoSource, type PlanSource } from './plan-source.ts';
import type {
  LiveReading,
  PreparedPlan,
  RestoredBackup,
  RestoreOptions,
  RestoreWorld,
} from './prepared-plan.ts';
import { readLive } from './read-live.ts';

/** More than any project takes: the deadline is the bound. */
const MAX_REQUESTS = 1_000_000;

function makeClient(
  options: RestoreOptions,
  { signal, ownSecrets, sessionClock }: RestoreWorld,
): { readonly client: DescopeApiClient; readonly baseUrl: URL } {
  const { projectId, managementKey, deadlineMinutes, secrets } = options;
  const baseUrl = options.baseUrl ?? defaultBaseUrl(projectId);
  const client = new DescopeApiClient({
    ...{ projectId, managementKey, baseUrl, signal, ownSecrets },
    deadlineMs: deadlineMinutes * 60_000,
    maxRequests: MAX_REQUESTS,
    ...(sessionClock && { clock: sessionClock }),
  });
  client.session.protect(secrets.values());
  return { client, baseUrl };
}

/** At most so many requests take the backup after the restore. */
function fullRequests({ manifest }: RestoredBackup, live: LiveReading): number {
  const { project, requestCount } = live;
  const most = requestsOf(sectionsAfter(manifest, live), {
    tenants: Math.max(manifest.counts.tenants, project.tenants.length),
    flows: Math.max(manifest.counts.flows, project.flows.length),
  });
  return Math.max(requestCount, most);
}

/** Whether the service must be asked before the plan is whole. */
function hasNeeds({ needs: { fgaDryRun, snapshotImport, userCounts } }: PlanResult): boolean {
  return fgaDryRun !== undefined || snapshotImport !== undefined || userCounts.length > 0;
}

/**
 * @throws Error when a question was not answered: what the service has to say may name an object
 */
async function answersTo(first: PlanResult, context: AskContext): Promise<ServiceFacts> {
  try {
    return await askService(first, context);
  } catch (error) {
    if (!(error instanceof SectionError)) throw error;
    const endpoint = error instanceof DescopeApiError ? `: ${error.endpoint}` : '';
    const words = { named: `: ${error.message}`, unnamed: endpoint };
    throw new Error(
      `there is no plan, since the service did not answer what it needs${context.reporter.words(words)}. Run it again`,
      { cause: error },
    );
  }
}

/** Makes the plan against what was read, with what the service says of it. */
async function planAgainst(
  reading: LiveReading,
  source: PlanSource,
  isAgain: boolean,
  options: RestoreOptions,
  client: DescopeApiClient,
  { reporter, clock }: RestoreWorld,
): Promise<{ readonly plan: RestorePlan; readonly result: PlanResult }> {
  const live = liveSideOf(reading.project);
  const first = source.plan(live, NO_FACTS, isAgain);
  const context = { client, live, secrets: options.secrets, reporter };
  const result = hasNeeds(first)
    ? source.plan(live, await answersTo(first, context), isAgain)
    : first;
  const { manifest, manifestSha256 } = source.backup;
  const risk = manifest.comparison?.risk;
  const plan = makePlan(
    {
      created_at: new Date(clock()).toISOString(),
      tool: TOOL,
      mode: options.mode === 'undo' ? 'undo' : 'restore',
      project_id: options.projectId,
      backup: {
        backup_id: manifest.backup_id,
        project_id: manifest.project_id,
        environment: manifest.environment,
        created_at: manifest.created_at,
        status: manifest.status,
        manifest_sha256: manifestSha256,
        ...(risk !== undefined && { risk }),
      },
      scope: source.scope,
      cost: costOf({
        writes: result.writes.length,
        captureRequests: reading.requestCount,
        fullRequests: fullRequests(source.backup, reading),
        tier: client.session.tier,
      }),
    },
    result,
  );
  return { plan, result };
}

/**
 * Makes the plan of a restore and writes it down, and nothing to the project.
 *
 * @throws Error with the one message that the run fails with: there is no plan then
 */
export async function preparePlan(
  options: RestoreOptions,
  world: RestoreWorld,
): Promise<PreparedPlan> {
  const { reporter, temporaryRoot, clock } = world;
  const { projectId, backupRoot } = options;
  const sourceOf = options.mode === 'undo' ? undoSource : restoreSource;
  const source = await reporter.group('Find the backup', () =>
    withTemporaryFolder(temporaryRoot, (folder) => sourceOf(options, folder, world)),
  );
  const { client, baseUrl } = makeClient(options, world);
  const readAgain = () => readLive(client, source.sections, backupRoot, world);
  const live = await reporter.group('Read the live project', readAgain);
  const planOf = (reading: LiveReading, isAgain: boolean) =>
    planAgainst(reading, source, isAgain, options, client, world);
  const { plan, result } = await reporter.group('Compare them', () => planOf(live, false));
  const folder = await createRestoreFolder(backupRoot, projectId, clock());
  const planPath = await writeRestorePlan(folder, plan);
  return {
    ...{ plan, result, live, client, baseUrl, folder, planPath, readAgain },
    planAgain: (reading) => planOf(reading, true),
    backup: source.backup,
  };
}
