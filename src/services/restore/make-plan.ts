/** plan.json of a restore: a plan with its id, its cost and what it was made from. */
import {
  RESTORE_FORMAT_VERSION,
  type RestorePlan,
  type ServiceRefusal,
} from '../../models/restore-plan.ts';
import type { Cost } from './cost.ts';
import { planIdOf } from './plan-id.ts';
import type { PlanResult } from './plan.ts';

export interface PlanHeader extends Pick<
  RestorePlan,
  'created_at' | 'tool' | 'mode' | 'project_id' | 'backup' | 'scope'
> {
  readonly cost: Cost;
  /** What was refused before the plan was made, such as a licence. */
  readonly refusals?: readonly ServiceRefusal[];
}

/** The whole plan as it is written, shown and approved. */
export function makePlan(
  { cost, refusals: earlier = [], ...header }: PlanHeader,
  result: PlanResult,
): RestorePlan {
  const { steps, kept, counts, findings, risk } = result;
  const refusals = [...earlier, ...result.refusals];
  const plan_id = planIdOf({ ...header, steps, refusals });
  return {
    format_version: RESTORE_FORMAT_VERSION,
    plan_id,
    ...header,
    counts,
    risk,
    findings,
    steps,
    kept,
    refusals,
    cost: { ...cost },
  };
}
