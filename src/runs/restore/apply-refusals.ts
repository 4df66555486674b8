/**
 * Why a plan is not applied although it was asked for: before anything is saved or written. Pure.
 */
import type { RestorePlan } from '../../models/restore-plan.ts';
import { costInWords, writeCount } from '../../project/restore-words.ts';

/** What was approved, and its bounds. */
export interface Approval {
  readonly planId: string | undefined;
  readonly maxChanges: number;
  readonly deadlineMinutes: number;
  /** Milliseconds that are left of the deadline. */
  readonly timeLeftMs: number;
}

const SECOND_MS = 1000;

function deadlineReason(
  plan: RestorePlan,
  { deadlineMinutes, timeLeftMs }: Approval,
): string | undefined {
  if (plan.cost.seconds * SECOND_MS <= timeLeftMs) return undefined;
  const left = Math.max(0, Math.floor(timeLeftMs / SECOND_MS));
  return `the plan takes ${costInWords(plan)}, its proof among it, and of deadline-minutes (${deadlineMinutes}) ${left} seconds are left: raise deadline-minutes, or restore fewer objects (only)`;
}

/** Why nothing is written, as one sentence; undefined where the plan may be applied. */
export function refusalOf(plan: RestorePlan, approval: Approval): string | undefined {
  const { planId, maxChanges } = approval;
  if (planId === undefined) {
    return 'nothing was written: no plan was approved. Give the id that the plan run printed as plan-id';
  }
  if (planId !== plan.plan_id) {
    return `nothing was written: the plan ${planId} that was approved is stale, since the backup, the project or what is asked for is another by now; the new plan is ${plan.plan_id}. Look through it, and approve that one`;
  }
  const count = writeCount(plan);
  if (count > maxChanges) {
    return `nothing was written: the plan has ${count} changes, and max-changes allows ${maxChanges}. Look through them, and raise max-changes, or restore fewer objects (only)`;
  }
  const late = count === 0 ? undefined : deadlineReason(plan, approval);
  return late && `nothing was written: ${late}`;
}
