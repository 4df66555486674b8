/**
 * A restore plan as text, most dangerous first: what is written, what does not come back and why,
 * and what comes next.
 */
import type { RestorePlan, RestoreStep } from '../../models/restore-plan.ts';
import {
  ageInWords,
  costInWords,
  isNotPossible,
  stepInWords,
  writeCount,
  writesInWords,
} from '../../project/restore-words.ts';
import { editLines } from '../diff-text.ts';
import { counted } from '../layout/amounts.ts';
import type { Meaning, Paint } from '../layout/paint.ts';
import { tableLines, type Cell } from '../layout/table.ts';
import { visible } from '../layout/visible-text.ts';

export interface PlanTextOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly paint: Paint;
  /** Absolute path of plan.json. */
  readonly planPath: string;
  /** The command that applies it; undefined where none comes next. */
  readonly next: string | undefined;
}

/** More objects of one kind are counted; plan.json has all. Deletes are shown all. */
const MAX_SHOWN = 200;

const MEANING: Readonly<Partial<Record<RestoreStep['action'], Meaning>>> = {
  delete: 'removed',
  create: 'added',
  update: 'warning',
  'missing-secret': 'bad',
  blocked: 'bad',
  unsupported: 'bad',
};

const nameOf = ({ section, id }: Pick<RestoreStep, 'section' | 'id'>): string => `${section}/${id}`;

/** Aligned rows of objects; nothing of them is cut. */
function rows(steps: readonly RestoreStep[], paint: Paint): string[] {
  if (steps.length === 0) return [];
  const cells = steps.map((step): Cell[] => [
    { text: step.action, meaning: MEANING[step.action] ?? 'quiet' },
    nameOf(step),
    stepInWords(step),
  ]);
  const columns = [{ title: 'ACTION' }, { title: 'OBJECT' }, { title: 'WHY' }];
  return ['', ...tableLines(columns, cells, { width: undefined, paint })];
}

function capped<Item>(items: readonly Item[]): { shown: readonly Item[]; more: string[] } {
  const rest = items.length - MAX_SHOWN;
  return {
    shown: items.slice(0, MAX_SHOWN),
    more: rest > 0 ? [`... and ${rest} more, all in plan.json`] : [],
  };
}

function listed(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ['', paint('heading', title), ...lines];
}

function lossLines(steps: readonly RestoreStep[]): string[] {
  return steps.flatMap((step) => step.loses.map((text) => visible(`! ${nameOf(step)}: ${text}`)));
}

function editBlocks(steps: readonly RestoreStep[], paint: Paint): string[] {
  const { shown, more } = capped(steps.filter(({ edits }) => edits.length > 0));
  const blocks = shown.flatMap((step) => [
    paint('heading', visible(`@@ ${nameOf(step)} @@`)),
    ...step.edits.flatMap((edit) => editLines(edit, paint)),
  ]);
  return blocks.length === 0 ? [] : ['', ...blocks, ...more];
}

function headLines(plan: RestorePlan, now: number, paint: Paint): string[] {
  const { backup, counts, risk, mode } = plan;
  const other = backup.project_id === plan.project_id ? '' : ` of project ${backup.project_id}`;
  const recorded = backup.risk ?? 'not recorded';
  const what = mode === 'undo' ? 'Safety backup' : 'Backup';
  const title = mode === 'undo' ? 'Undo plan' : 'Plan';
  return [
    visible(
      `${what} ${backup.backup_id}${other}, ${backup.environment}: ${ageInWords(backup.created_at, now)}, ${backup.status}, risk of the changes in it: ${recorded}`,
    ),
    paint(
      risk === 'none' || risk === 'low' ? 'heading' : 'bad',
      visible(`${title} for ${plan.project_id}: ${writesInWords(plan)}; risk ${risk}`),
    ),
    `${counts.identical} identical, ${counts.not_possible} not possible, ${counts.kept} kept: only the project has them`,
  ];
}

function nextLines(plan: RestorePlan, { next, paint, planPath }: PlanTextOptions): string[] {
  return [
    '',
    `It takes ${costInWords(plan)}`,
    visible(`Plan file: ${planPath}`),
    `Plan id: ${paint('heading', plan.plan_id)}`,
    ...(next === undefined || writeCount(plan) === 0
      ? []
      : ['', 'Nothing of this plan has been written. To apply it:', '', visible(`  ${next}`)]),
  ];
}

/** The plan as lines. */
export function planTextLines(plan: RestorePlan, options: PlanTextOptions): string[] {
  const { now, paint } = options;
  const of = (action: RestoreStep['action']) => plan.steps.filter((step) => step.action === action);
  const [deletes, updates, creates] = [of('delete'), of('update'), of('create')];
  const [updated, created] = [capped(updates), capped(creates)];
  const impossible = plan.steps.filter(isNotPossible);
  return [
    ...headLines(plan, now, paint),
    ...listed(
      'Look at these first',
      plan.findings.map((one) => paint('warning', visible(`! ${nameOf(one)}: ${one.text}`))),
      paint,
    ),
    ...rows([...deletes, ...updated.shown, ...created.shown], paint),
    ...new Set([...updated.more, ...created.more]),
    ...listed('Lost with what is deleted', lossLines(deletes), paint),
    ...listed('What does not come back', lossLines([...updates, ...creates]), paint),
    ...(impossible.length === 0
      ? []
      : ['', paint('heading', `Not possible: ${counted(impossible.length, 'object')}`)]),
    ...rows(impossible, paint),
    ...listed(
      'What Descope itself says in a dry run',
      plan.refusals.map(({ section, kind, text }) => visible(`! ${section}, ${kind}: ${text}`)),
      paint,
    ),
    ...editBlocks(updates, paint),
    ...nextLines(plan, options),
  ];
}
