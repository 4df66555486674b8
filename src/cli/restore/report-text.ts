/** What became of a restore, as text: what went wrong first. */
import type { ObjectResult, RestoreReport } from '../../models/restore-report.ts';
import { counted } from '../layout/amounts.ts';
import { plainPaint, type Meaning, type Paint } from '../layout/paint.ts';
import { tableLines, type Cell } from '../layout/table.ts';
import { visible } from '../layout/visible-text.ts';

const WORST_FIRST: readonly ObjectResult['outcome'][] = [
  'unknown',
  'failed',
  'blocked',
  'not-reached',
  'done',
];

const MEANING: Readonly<Record<ObjectResult['outcome'], Meaning>> = {
  unknown: 'bad',
  failed: 'bad',
  blocked: 'bad',
  'not-reached': 'warning',
  done: 'good',
};

function objectRows(objects: readonly ObjectResult[], paint: Paint): string[] {
  if (objects.length === 0) return [];
  const sorted = WORST_FIRST.flatMap((outcome) => objects.filter((one) => one.outcome === outcome));
  const cells = sorted.map(({ outcome, action, section, id, reason }): Cell[] => [
    { text: outcome, meaning: MEANING[outcome] },
    action,
    `${section}/${id}`,
    reason ?? '',
  ]);
  const columns = ['OUTCOME', 'ACTION', 'OBJECT', 'WHY'].map((title) => ({ title }));
  return ['', ...tableLines(columns, cells, { width: undefined, paint })];
}

function headline(report: RestoreReport, paint: Paint): string {
  const { counts, proof, stopped, objects } = report;
  if (objects.length === 0)
    return paint('good', 'Nothing to do: the project is as the backup has it');
  const isProven = proof === 'equal' && stopped === undefined && counts.done === objects.length;
  if (isProven) return paint('good', `Restored and proven, ${counted(counts.done, 'object')}`);
  return paint(
    'bad',
    `${counted(counts.done, 'object')} done, ${counts.failed} failed or in doubt, ${counts.not_reached} not reached; proof: ${proof}`,
  );
}

export interface ReportTextOptions {
  readonly paint: Paint;
  /** The command that plans the way back. */
  readonly undo: string;
  /** Where the safety backup is, as it is told. */
  readonly safetyPath: string | undefined;
}

/** The report as lines. */
export function reportTextLines(
  report: RestoreReport,
  { paint, undo, safetyPath }: ReportTextOptions,
): string[] {
  const isTouched = report.objects.some(
    ({ outcome }) => outcome === 'done' || outcome === 'unknown',
  );
  return [
    visible(`Restore ${report.restore_id} of ${report.project_id}, plan ${report.plan_id}`),
    headline(report, paint),
    ...(report.stopped === undefined
      ? []
      : [paint('bad', visible(`It stopped early: ${report.stopped}`))]),
    ...report.differences.map((text) => paint('bad', visible(`! ${text}`))),
    ...objectRows(report.objects, paint),
    '',
    `Proof: ${report.proof}`,
    ...(safetyPath === undefined ? [] : [visible(`Safety backup: ${safetyPath}`)]),
    ...(report.after_backup_id === undefined ? [] : [`Backup after it: ${report.after_backup_id}`]),
    ...(isTouched ? ['', 'To plan the way back:', '', visible(`  ${undo}`)] : []),
  ];
}

/** The report as a page of Markdown: text as it is, that nothing in it can end. */
export function reportPage(
  report: RestoreReport,
  failures: readonly string[],
  options: Omit<ReportTextOptions, 'paint'>,
): string {
  const lines = reportTextLines(report, { ...options, paint: plainPaint });
  const all = [...failures.map((text) => visible(`Not as planned: ${text}`)), ...lines];
  const block = all.map((line) => (line === '' ? '' : `    ${line}`));
  return [`# Restore ${report.restore_id}`, '', ...block, ''].join('\n');
}
