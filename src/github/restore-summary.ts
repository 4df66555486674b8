/** The summary pages of a restore: a plan to be approved from, and the report of what was done. */
import type { RestorePlan } from '../models/restore-plan.ts';
import type { RestoreReport } from '../models/restore-report.ts';
import { ageInWords, costInWords, writeCount, writesInWords } from '../project/restore-words.ts';
import { code, counted, escapeText, failureLines, table } from './markdown.ts';
import { countedPlanLines, namedPlanLines } from './restore-plan-markdown.ts';
import { reportLines } from './restore-report-markdown.ts';
import { applyLines, undoLines, yamlBlock, type ApplyOptions } from './restore-with-lines.ts';
import { cutToLimit } from './summary-file.ts';

export interface PlanPageOptions extends ApplyOptions {
  /** Milliseconds since the epoch: the age of the backup is told. */
  readonly now: number;
  /** Why the step fails, a sentence each: a plan that was refused is shown all the same. */
  readonly failures: readonly string[];
}

function scopeCell({ scope }: RestorePlan): string {
  const what = scope.only.length === 0 ? 'all' : counted(scope.only.length, 'name');
  return [
    `${what}${scope.with_dependencies ? ', with what they refer to' : ', without what they refer to'}`,
    ...(scope.delete.length > 0 ? [`${scope.delete.length} named to delete`] : []),
    ...(scope.supplied_secrets.length > 0
      ? [counted(scope.supplied_secrets.length, 'supplied secret')]
      : []),
    ...(scope.accepted_user_loss.length > 0
      ? [`users lost with ${scope.accepted_user_loss.length} accepted`]
      : []),
    ...(scope.users_status === 'disabled' ? ['users are created disabled'] : []),
  ].join('; ');
}

function overview(plan: RestorePlan, now: number): string[] {
  const { backup, counts, risk } = plan;
  const recorded = backup.risk ?? 'not recorded';
  const status = backup.status === 'complete' ? 'complete' : `⚠️ ${backup.status}`;
  return table(
    ['', ''],
    [
      ['Plan id', code(plan.plan_id)],
      ['Writes', `${writesInWords(plan)}; ${counts.identical} identical`],
      ['Risk of this plan', risk === 'none' || risk === 'low' ? risk : `⚠️ ${risk}`],
      ['Not possible', String(counts.not_possible)],
      [
        plan.mode === 'undo' ? 'Safety backup' : 'Backup',
        `${code(backup.backup_id)}, ${escapeText(backup.environment)}, ${ageInWords(backup.created_at, now)}, ${status}`,
      ],
      ['Risk of the changes in it', escapeText(recorded)],
      ...(backup.project_id === plan.project_id
        ? []
        : [['Backup of', `⚠️ another project, ${code(backup.project_id)}`]]),
      ['Scope', scopeCell(plan)],
      ['Kept', `${counted(counts.kept, 'object')} that only the project has`],
      ['Cost', escapeText(costInWords(plan))],
    ],
  );
}

function nextStep(plan: RestorePlan, options: PlanPageOptions): string[] {
  const count = writeCount(plan);
  if (count === 0) return [];
  const limit =
    count > options.maxChanges
      ? [
          `⚠️ These are more changes than <code>max-changes</code> allows (${options.maxChanges}): an apply with that limit is refused.`,
          '',
        ]
      : [];
  return [
    '### Next step',
    '',
    ...limit,
    'When all of this is right, apply it with these lines. Whatever else the step of this run has stays as it is. When the project changed in the meantime, nothing is written, and the new plan is shown.',
    '',
    ...yamlBlock(applyLines(plan, options)),
  ];
}

/**
 * The page of a plan in GitHub-flavoured Markdown: well under GitHub's limit, and its next step is
 * never cut.
 */
export function renderPlan(plan: RestorePlan, options: PlanPageOptions): string {
  const title = plan.mode === 'undo' ? 'Undo plan' : 'Restore plan';
  const icon = writeCount(plan) === 0 && plan.counts.not_possible === 0 ? '✅' : '📋';
  const lines = [
    `## ${icon} ${title}, ${writesInWords(plan)}: ${escapeText(plan.project_id)}`,
    '',
    ...failureLines(options.failures),
    '**Nothing of this plan has been written.**',
    '',
    ...overview(plan, options.now),
    ...(options.mayName ? namedPlanLines(plan) : countedPlanLines(plan)),
  ];
  return cutToLimit(lines.join('\n'), nextStep(plan, options).join('\n'));
}

export interface ReportPageOptions {
  readonly mayName: boolean;
  /** Why the step fails, a sentence each. */
  readonly failures: readonly string[];
}

/** Whether everything is as the plan announced. */
function isProven({ proof, counts, stopped }: RestoreReport): boolean {
  return (
    proof === 'equal' && counts.failed === 0 && counts.not_reached === 0 && stopped === undefined
  );
}

function reportHeadline(report: RestoreReport, failures: readonly string[]): string {
  const { done, failed, not_reached: left } = report.counts;
  const objects = counted(done, 'object');
  if (failures.length === 0 && isProven(report)) return `✅ Restored and proven, ${objects}`;
  const rest = [
    ...(failed > 0 ? [`${failed} failed or in doubt`] : []),
    ...(left > 0 ? [`${left} not reached`] : []),
    ...(report.proof === 'differs' ? ['the project is other than planned'] : []),
    ...(report.proof === 'not-run' ? ['not proven'] : []),
  ];
  return `❌ Restore: ${objects} done${rest.map((text) => `, ${text}`).join('')}`;
}

function undoStep(report: RestoreReport): string[] {
  const isTouched = report.objects.some(
    ({ outcome }) => outcome === 'done' || outcome === 'unknown',
  );
  if (!isTouched || report.safety_backup_id === undefined)
    return ['Nothing was written, so there is nothing to undo.', ''];
  return [
    '### The way back',
    '',
    `These lines plan it, from the safety backup ${code(report.safety_backup_id)}. What was lost by a delete does not come back by it. Whatever else the step of this run has stays as it is.`,
    '',
    ...yamlBlock(undoLines(report.project_id, report.restore_id)),
  ];
}

/**
 * The page of what was done, also `report.md`: well under GitHub's limit, and the way back is never
 * cut.
 */
export function renderReport(report: RestoreReport, options: ReportPageOptions): string {
  const { counts, proof } = report;
  const lines = [
    `## ${reportHeadline(report, options.failures)}: ${escapeText(report.project_id)}`,
    '',
    ...failureLines(options.failures),
    ...(report.stopped === undefined
      ? []
      : [`**It stopped early:** ${escapeText(report.stopped)}`, '']),
    ...table(
      ['', ''],
      [
        ['Restore', code(report.restore_id)],
        ['Plan id', code(report.plan_id)],
        ['Done', String(counts.done)],
        ['Failed, in doubt or blocked', String(counts.failed)],
        ['Not reached', String(counts.not_reached)],
        ['Proof', proof === 'equal' ? '✅ equal' : `❌ ${proof}`],
        ['Safety backup', code(report.safety_backup_id ?? 'none')],
        ['Backup after it', code(report.after_backup_id ?? 'none')],
        ['From, to', `${escapeText(report.started_at)}, ${escapeText(report.ended_at)}`],
      ],
    ),
    ...reportLines(report, options.mayName),
  ];
  return cutToLimit(lines.join('\n'), undoStep(report).join('\n'));
}
