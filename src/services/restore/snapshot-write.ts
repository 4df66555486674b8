/** The one import that writes all files of a snapshot that change: over what live exports at that moment. */
import type { Draft } from './draft.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { PlanInput } from './plan.ts';

/** Makes one import of all that are planned, in place of each. */
export function joinSnapshotWrites(
  writes: readonly PlannedWrite[],
  _written: readonly Draft[],
  _input: PlanInput,
): PlannedWrite[] {
  return [...writes];
}
