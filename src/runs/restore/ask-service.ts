/**
 * Asks the service what it says of a plan before it is applied: dry runs, which change nothing, and
 * counts of users.
 */
import type { DescopeApiClient } from '../../descope/client.ts';
import { DescopeApiError, SectionError } from '../../descope/errors.ts';
import { readObjects } from '../../descope/object-reader.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type {
  PlanNeeds,
  PlannedWrite,
  PlanResult,
  ProjectSide,
  ServiceFacts,
} from '../../services/index.ts';
import { objectOf, type ProjectObject } from '../../services/restore/objects.ts';
import { refText, type ObjectRef } from '../../services/restore/planned-write.ts';
import { WHOLE_SNAPSHOT } from '../../services/restore/snapshot-write.ts';
import { countHolders } from './count-users.ts';
import type { RestoreWorld } from './prepared-plan.ts';

export interface AskContext {
  readonly client: DescopeApiClient;
  readonly live: ProjectSide;
  /** Supplied secrets by place. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly reporter: RestoreWorld['reporter'];
}

/** A refusal of what was asked, not of the one who asks: nothing else would be answered either. */
function isRefusal(error: unknown): error is DescopeApiError {
  if (!(error instanceof DescopeApiError) || error.status === undefined) return false;
  return error.status >= 400 && error.status <= 499 && error.status !== 401;
}

function textsOf(value: JsonValue | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).filter((one): one is string => typeof one === 'string');
}

/** What saving a schema would delete. @throws SectionError when nobody can tell */
async function fgaDryRun(
  dsl: string,
  client: DescopeApiClient,
): Promise<NonNullable<ServiceFacts['fgaDryRun']>> {
  try {
    const { deletesPreview } = await client.call('fgaDryRun', { body: { dsl } });
    const preview = isJsonObject(deletesPreview) ? deletesPreview : {};
    const deletes = [...textsOf(preview['types']), ...textsOf(preview['relations'])];
    // It says that something goes, and not what.
    const isUntold = deletes.length === 0 && preview['hasDeletes'] === true;
    return {
      kind: 'ok',
      deletes: isUntold ? ['types or relations that it does not name'] : deletes,
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'refused', text: error.message };
  }
}

/** A secret that an import lacks, in words: never its value. */
function missingInWords(kind: string, entry: JsonValue): string {
  if (!isJsonObject(entry)) return kind;
  const { name, id, type } = entry;
  const called = [name, id].find((one) => typeof one === 'string' && one !== '');
  const what = typeof type === 'string' && type !== '' ? ` (${type})` : '';
  return `${kind}: ${JSON.stringify(called ?? '')}${what}`;
}

function validationOf(answer: JsonObject): NonNullable<ServiceFacts['snapshotValidation']> {
  const failures = textsOf(answer['failures']);
  const lists = isJsonObject(answer['missingSecrets']) ? answer['missingSecrets'] : {};
  const missingSecrets = Object.entries(lists).flatMap(([kind, list]) =>
    Array.isArray(list)
      ? (list as readonly JsonValue[]).map((entry) => missingInWords(kind, entry))
      : [],
  );
  const isUntold = answer['ok'] === false && failures.length + missingSecrets.length === 0;
  return {
    failures: isUntold ? ['the service does not say why'] : failures,
    missingSecrets,
  };
}

/** All files of the live project as they are, secrets too: in memory alone. @throws SectionError */
async function wholeSnapshot(
  ids: PlanResult['ids'],
  client: DescopeApiClient,
): Promise<JsonObject | undefined> {
  const read = await readObjects(client, [WHOLE_SNAPSHOT], ids);
  if (read.kind !== 'read') {
    client.session.cancelSignal.throwIfAborted();
    throw new SectionError(`the snapshot of the project could not be read: ${read.reason}`);
  }
  return read.objects[0]?.value;
}

/**
 * The import as it would be sent now; undefined where it refers to what this restore creates first.
 */
function importBody(
  write: PlannedWrite,
  live: JsonObject | undefined,
  ids: PlanResult['ids'],
  { secrets, reporter }: AskContext,
): JsonObject | undefined {
  try {
    const { body } = write.request({
      live: ({ section, id }) => (section === 'snapshot' && id === '' ? live : undefined),
      ids,
      secrets,
    });
    return body;
  } catch (error) {
    const { message } = error as Error;
    reporter.warning({
      named: `the import of the snapshot could not be validated yet: ${message}. The service judges it when it is sent`,
      unnamed:
        'the import of the snapshot could not be validated yet. The service judges it when it is sent',
    });
    return undefined;
  }
}

async function snapshotValidation(
  write: PlannedWrite,
  ids: PlanResult['ids'],
  context: AskContext,
): Promise<ServiceFacts['snapshotValidation']> {
  const { client } = context;
  const body = importBody(write, await wholeSnapshot(ids, client), ids, context);
  if (body === undefined) return undefined;
  try {
    return validationOf(await client.call('snapshotValidate', { body }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { failures: [error.message], missingSecrets: [] };
  }
}

function tenantIds({ sections }: ProjectSide): string[] | undefined {
  const tenants = sections.get('tenants');
  return tenants && [...tenants.values()].map(({ apiId }) => apiId);
}

/** How many users have a tenant or a role; undefined where they cannot be counted. */
async function usersOf(
  { section, tenantId, apiId, value }: ProjectObject,
  { client, live }: AskContext,
): Promise<number | undefined> {
  if (section === 'tenants') return countHolders(client, { tenantId: apiId, role: undefined });
  const { name } = value;
  const tenants = tenantId === undefined || tenantId === '' ? tenantIds(live) : [tenantId];
  if (typeof name !== 'string' || tenants === undefined) return undefined;
  let count = 0;
  for (const one of tenantId ? tenants : [undefined, ...tenants]) {
    const found = await countHolders(client, { tenantId: one, role: name });
    if (found === undefined) return undefined;
    // One is enough to know that it is not free: who is counted twice is told as often.
    count += found;
    if (count > 0) break;
  }
  return count;
}

async function userCounts(
  refs: readonly ObjectRef[],
  context: AskContext,
): Promise<ServiceFacts['userCounts']> {
  const counts = new Map<string, number | undefined>();
  for (const ref of refs) {
    const object = objectOf(context.live, ref.section, ref.id);
    counts.set(refText(ref), object && (await usersOf(object, context)));
  }
  return counts;
}

/**
 * Asks what a plan needs to know.
 *
 * @param result of the plan without the service's word
 * @throws SectionError when a question was not answered; what cancels the run
 */
export async function askService(
  { needs, ids }: Pick<PlanResult, 'ids'> & { readonly needs: PlanNeeds },
  context: AskContext,
): Promise<ServiceFacts> {
  const { client } = context;
  const dryRun =
    needs.fgaDryRun === undefined ? undefined : await fgaDryRun(needs.fgaDryRun, client);
  const validation =
    needs.snapshotImport === undefined
      ? undefined
      : await snapshotValidation(needs.snapshotImport, ids, context);
  return {
    ...(dryRun && { fgaDryRun: dryRun }),
    ...(validation && { snapshotValidation: validation }),
    userCounts: await userCounts(needs.userCounts, context),
  };
}
