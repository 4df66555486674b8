import type { ProjectState } from './project-state.ts';

export interface ShrinkPolicy {
  /** Percent of a section's objects that may be gone. */
  readonly limitPercent: number;
  /** Sections that failed this time: what they lack makes the backup partial, which is told elsewhere. */
  readonly failedSections: ReadonlySet<string>;
}

/** Fewer than this many objects are no alarm, unless they are all that there were. */
const MIN_LOST = 3;

/** Objects without an id of their own are called by all of what they are: one that changed has not gone. */
function hasOwnId(id: string): boolean {
  return !/^[[{"]/.test(id);
}

/** Files of a flow in a snapshot: one flow that goes takes several with it, and is counted as a flow. */
function isCountedElsewhere(section: string, id: string): boolean {
  return section === 'snapshot' && id.startsWith('flows/');
}

function counted(section: string, objects: ReadonlyMap<string, string>): string[] {
  return [...objects.keys()].filter((id) => !isCountedElsewhere(section, id));
}

function countLost(before: readonly string[], after: readonly string[]) {
  const present = new Set(after);
  return before.every(hasOwnId)
    ? before.filter((id) => !present.has(id)).length
    : Math.max(0, before.length - after.length);
}

/**
 * Tells where too much is gone since the last complete backup: more than the limit and at least three objects of a
 * section, or all of them, or a section that was saved then and is not now. What counts is objects that are gone, not how
 * many there are, so that another project's content in place of this one's is an alarm as well.
 *
 * @returns a sentence each
 */
export function findShrink(
  before: ProjectState,
  after: ProjectState,
  { limitPercent, failedSections }: ShrinkPolicy,
): string[] {
  const reasons: string[] = [];
  for (const [section, objects] of before) {
    const now = after.get(section);
    if (now === undefined) {
      if (!failedSections.has(section)) {
        reasons.push(`${section}: it was saved last time, and is not now`);
      }
      continue;
    }
    const ids = counted(section, objects);
    const lost = countLost(ids, counted(section, now));
    const percent = (lost / ids.length) * 100;
    const isAll = lost > 0 && lost === ids.length;
    if (isAll || (lost >= MIN_LOST && percent > limitPercent)) {
      reasons.push(
        isAll
          ? `${section}: all ${lost} are gone`
          : `${section}: ${lost} of ${ids.length} are gone (${Math.round(percent * 10) / 10} %, the limit is ${limitPercent} %)`,
      );
    }
  }
  return reasons;
}
