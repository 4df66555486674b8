/**
 * What is other than a plan announced once it was applied: by what is left to do, and by what
 * happened to what it did not name. Pure.
 */
import type { ObjectResult } from '../../models/restore-report.ts';
import type { RestorePlan, RestoreStep } from '../../models/restore-plan.ts';
import { rowOf } from '../../project/restore/rows.ts';
import { SHARED, twinSection } from '../../project/restore/snapshot.ts';
import { SECTION_ROWS } from '../../project/sections/index.ts';
import { isNotPossible, isWrite } from '../../project/restore-words.ts';
import type { AnnouncedLoss } from '../changes/comparison.ts';
import type { ProjectSide } from './objects.ts';
import { refText } from './planned-write.ts';

type Steps = Pick<RestorePlan, 'steps'>;

/** What a plan says of each object, by {@link refText}. */
function byRef({ steps }: Steps): ReadonlyMap<string, RestoreStep> {
  return new Map(steps.map((step) => [refText(step), step]));
}

/** How an object must read: as planned, or as it was read back when the write was done. */
function isAsWritten(hash: string | undefined, step: RestoreStep, done: ObjectResult | undefined) {
  return hash === step.target_sha256 || (done !== undefined && hash === done.after_sha256);
}

/**
 * Why the second plan's step of an object is other than the first plan announced; undefined where
 * it is not.
 */
function leftToDo(
  step: RestoreStep,
  first: RestoreStep | undefined,
  done: ObjectResult | undefined,
): string | undefined {
  if (step.action === 'identical') return undefined;
  // What could not be done is no news, also where it could be by now.
  if (first !== undefined && isNotPossible(first)) return undefined;
  const isAsPlanned =
    first !== undefined && isWrite(first) && isAsWritten(step.live_sha256, first, done);
  // What no write can change stays as it is, and was told as a loss.
  if (isAsPlanned && isNotPossible(step)) return undefined;
  const reason = step.reason === undefined ? '' : ` (${step.reason})`;
  return isWrite(step)
    ? `${refText(step)}: still to ${step.action}`
    : `${refText(step)}: ${step.action}${reason}`;
}

/** Why an object that was written does not read as planned; undefined where it does. */
function misread(
  step: RestoreStep,
  second: RestoreStep | undefined,
  done: ObjectResult | undefined,
): string | undefined {
  if (step.action !== 'create' && step.action !== 'update') return undefined;
  if (second === undefined) return `${refText(step)}: it is in no second plan`;
  if (isAsWritten(second.live_sha256, step, done)) return undefined;
  return second.live_sha256 === undefined
    ? `${refText(step)}: it is not there`
    : `${refText(step)}: it does not read as planned`;
}

/**
 * What a second plan says that the first one did not announce.
 *
 * @param objects what became of each that was written
 * @returns a sentence each, by {@link refText} of the object; empty where the result is proven
 */
export function leftOf(
  first: Steps & Pick<RestorePlan, 'kept'>,
  second: Steps & Pick<RestorePlan, 'kept'>,
  objects: readonly ObjectResult[],
): Map<string, string> {
  const [before, after] = [byRef(first), byRef(second)];
  const done = new Map(
    objects.filter(({ outcome }) => outcome === 'done').map((one) => [refText(one), one]),
  );
  const there = new Set(second.kept.map(refText));
  const found = new Map<string, string>();
  for (const step of first.steps) {
    const text =
      step.action === 'delete' && there.has(refText(step))
        ? `${refText(step)}: it is still there`
        : misread(step, after.get(refText(step)), done.get(refText(step)));
    if (text !== undefined) found.set(refText(step), text);
  }
  for (const step of second.steps) {
    const text = leftToDo(step, before.get(refText(step)), done.get(refText(step)));
    // That it is left to do says more than that it reads otherwise.
    if (text !== undefined) found.set(refText(step), text);
  }
  return found;
}

/** What belongs to tenants by its id: gone with them. */
const OF_TENANTS: ReadonlySet<string> = new Set([
  'roles',
  ...SECTION_ROWS.filter(({ identity }) => identity.by === 'tenant').map(({ name }) => name),
]);

/** Sections of tenants that no restore writes. */
const NEVER_BACK = [...OF_TENANTS].filter((section) => rowOf(section) === undefined);

/**
 * What an ordinary backup after a restore may lack, since the plan said so: what was deleted, with
 * all that belonged to it; what is gone and cannot come back; and of tenants that were created anew
 * what no restore writes.
 */
export function announcedLosses({ steps }: Steps): AnnouncedLoss[] {
  return steps.flatMap((step): AnnouncedLoss[] => {
    const { section, action } = step;
    const id = step.live_id ?? step.id;
    const isTenant = section === 'tenants';
    if (action === 'delete') {
      const along = isTenant ? [...OF_TENANTS] : [];
      return [section, ...along].map((name) => ({ section: name, id }));
    }
    if (action === 'create' && isTenant) return NEVER_BACK.map((name) => ({ section: name, id }));
    if (!isNotPossible(step) || step.live_sha256 !== undefined) return [];
    // Configurations are counted by tenant.
    return [{ section, id: section === 'tenant-sso' ? id.slice(0, id.lastIndexOf('/')) : id }];
  });
}

/** Whether an object goes when tenants do. */
function goesWith(
  section: string,
  tenantId: string | undefined,
  tenants: ReadonlySet<string>,
): boolean {
  return OF_TENANTS.has(section) && tenantId !== undefined && tenants.has(tenantId);
}

/**
 * Whether a file of a snapshot repeats what was written in a section of its own, such as the styles
 * of the theme.
 */
function isRepeated(path: string, written: readonly RestoreStep[]): boolean {
  const twin = twinSection(path);
  const sections = SHARED.filter(([file]) => file.test(path)).map(([, section]) => section);
  return written.some(({ section }) => section === twin || sections.some((one) => one === section));
}

/**
 * Objects that were there before a restore, that it did not name, and that are gone.
 *
 * @returns a sentence each, by {@link refText} of the object
 */
export function vanished(
  { steps }: Steps,
  before: ProjectSide,
  after: ProjectSide,
): Map<string, string> {
  const written = steps.filter(isWrite);
  const named = new Set(written.flatMap((step) => [refText(step), liveText(step)]));
  const tenants = new Set(
    written
      .filter(({ section, action }) => section === 'tenants' && action === 'delete')
      .map(({ id, live_id }) => live_id ?? id),
  );
  const found = new Map<string, string>();
  for (const [section, objects] of before.sections) {
    const now = after.sections.get(section);
    if (now === undefined) continue;
    const ids = new Set([...now.values()].map(({ apiId }) => apiId));
    for (const one of objects.values()) {
      const isAnnounced =
        named.has(refText(one)) ||
        goesWith(section, one.tenantId, tenants) ||
        (section === 'snapshot' && isRepeated(one.id, written));
      if (ids.has(one.apiId) || isAnnounced) continue;
      found.set(refText(one), `${refText(one)}: it was not in the plan, and is gone`);
    }
  }
  return found;
}

function liveText({ section, id, live_id }: RestoreStep): string {
  return refText({ section, id: live_id ?? id });
}

/** How many objects ended in each way, as the report counts them. */
export function countsOf(objects: readonly ObjectResult[]) {
  const count = (...outcomes: ObjectResult['outcome'][]) =>
    objects.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    done: count('done'),
    failed: count('failed', 'unknown', 'blocked'),
    not_reached: count('not-reached'),
  };
}
