/**
 * What a plan deletes: objects that live has and the backup lacks, each named, with what else goes
 * with them.
 */
import type { StepAction } from '../../models/restore-plan.ts';
import type { JsonObject } from '../../json/value.ts';
import { comparableHash, toCanonical } from '../../project/restore/canonical.ts';
import { rowOf } from '../../project/restore/rows.ts';
import type { Matching } from './match.ts';
import type { ProjectObject } from './objects.ts';
import { refText, type ObjectRef, type PlannedWrite } from './planned-write.ts';
import { choiceText } from '../../project/object-names.ts';
import { findNamed, ScopeError, type NamedObject } from './scope.ts';
import { deleteOf } from './object-writes.ts';

export interface DeleteDraft {
  readonly ref: ObjectRef;
  readonly live: ProjectObject;
  readonly canonical: JsonObject;
  readonly hash: string;
  readonly action: Extract<StepAction, 'delete' | 'blocked' | 'unsupported'>;
  readonly reason: string | undefined;
  readonly loses: readonly string[];
  readonly write: PlannedWrite | undefined;
}

export interface DeleteOptions {
  readonly matching: Matching;
  /** What `accept-user-loss` names. */
  readonly accepted: readonly NamedObject[];
  /**
   * How many users each tenant and role has, by {@link refText}; undefined where they could not be
   * counted.
   */
  readonly userCounts: ReadonlyMap<string, number | undefined>;
}

/** Sections of which users are members: to delete one takes that along. */
const WITH_USERS: ReadonlySet<string> = new Set(['tenants', 'roles']);

function isNamed(named: readonly NamedObject[], { section, id }: ProjectObject): boolean {
  return named.some((one) => one.section === section && one.id === id);
}

/** Why users stand in the way; undefined where they do not. */
function userReason(
  live: ProjectObject,
  { accepted, userCounts }: DeleteOptions,
): string | undefined {
  if (!WITH_USERS.has(live.section) || isNamed(accepted, live)) return undefined;
  const count = userCounts.get(refText(live));
  if (count === 0) return undefined;
  const users =
    count === undefined
      ? 'its users could not be counted'
      : `${count} user${count === 1 ? '' : 's'} would lose it`;
  return `${users}: name it in accept-user-loss`;
}

/** Sub-tenants that stay: a tenant is never deleted with them. */
function childReason(
  live: ProjectObject,
  going: ReadonlySet<string>,
  { matching }: DeleteOptions,
): string | undefined {
  if (live.section !== 'tenants') return undefined;
  const tenants = [
    ...matching.matches.flatMap(({ live: one }) => (one === undefined ? [] : [one])),
    ...matching.liveOnly.map(({ live: one }) => one),
  ].filter(({ section }) => section === 'tenants');
  const child = tenants.find(
    (one) => one.value['parent'] === live.apiId && !going.has(refText(one)),
  );
  return child && `${refText(child)} is below it, and stays`;
}

/** Of tenants those below come first. */
function depthOf(live: ProjectObject, byId: ReadonlyMap<string, ProjectObject>): number {
  let depth = 0;
  const seen = new Set<string>();
  for (let now: ProjectObject | undefined = live; now !== undefined; depth++) {
    const parent: unknown = now.value['parent'];
    if (typeof parent !== 'string' || parent === '' || seen.has(parent)) break;
    seen.add(parent);
    now = byId.get(parent);
  }
  return depth;
}

/** What a delete of an object is, whoever asked for it. */
export function deleteDraft(
  ref: ObjectRef,
  live: ProjectObject,
  going: ReadonlySet<string>,
  options: DeleteOptions,
): DeleteDraft {
  const row = rowOf(ref.section);
  const { liveIds } = options.matching;
  const owner = ref.section === 'tenants' ? live.apiId : live.tenantId;
  const canonical = row === undefined ? live.value : toCanonical(row, live.value, liveIds, owner);
  const hash = comparableHash(ref.section, ref.id, canonical);
  const untouchable = row?.untouchable?.(live.value);
  const blocked = childReason(live, going, options) ?? userReason(live, options);
  const write = deleteOf(ref, live, hash);
  const common = { ref, live, canonical, hash };
  if (untouchable !== undefined || write === undefined) {
    const reason = untouchable ?? 'a restore never deletes one of its section';
    return { ...common, action: 'unsupported', reason, loses: [], write: undefined };
  }
  const loses = row?.loses('delete', {
    wanted: canonical,
    live: canonical,
    isOtherProject: false,
    changed: new Set(),
  });
  return blocked === undefined
    ? { ...common, action: 'delete', reason: undefined, loses: loses ?? [], write }
    : { ...common, action: 'blocked', reason: blocked, loses: loses ?? [], write: undefined };
}

/** Tenants below others first; else by section and id. */
export function inDeleteOrder(drafts: readonly DeleteDraft[]): DeleteDraft[] {
  const byId = new Map(
    drafts.filter(({ ref }) => ref.section === 'tenants').map(({ live }) => [live.apiId, live]),
  );
  return [...drafts].sort(
    (a, b) =>
      depthOf(b.live, byId) - depthOf(a.live, byId) || (refText(a.ref) < refText(b.ref) ? -1 : 1),
  );
}

/**
 * The deletes that an input names.
 *
 * @throws ScopeError for what live lacks, what the backup has, and what no restore deletes
 */
export function deletesOf(named: readonly NamedObject[], options: DeleteOptions): DeleteDraft[] {
  const { liveOnly, matches } = options.matching;
  const found = named.map((selector) => {
    const live = findNamed(
      selector,
      liveOnly.map((one) => one.live),
    );
    const ref = liveOnly.find((one) => one.live === live)?.ref;
    if (live !== undefined && ref !== undefined) return { ref, live };
    const isSaved =
      findNamed(
        selector,
        matches.map(({ saved }) => saved),
      ) !== undefined;
    const why = isSaved ? 'the backup has it' : 'the project has no such object';
    throw new ScopeError(`delete: ${choiceText(selector)} cannot be deleted: ${why}`);
  });
  for (const { ref } of found) {
    if (rowOf(ref.section)?.remove === undefined) {
      throw new ScopeError(`delete: ${refText(ref)}: a restore never deletes one of its section`);
    }
  }
  const unique = [...new Map(found.map((one) => [refText(one.ref), one])).values()];
  const going = new Set(unique.map(({ ref }) => refText(ref)));
  return inDeleteOrder(unique.map(({ ref, live }) => deleteDraft(ref, live, going, options)));
}
