/**
 * A comparison as text that reads as a diff: `-` and `+` for each place, what matters most first.
 */
import type { ComparedSide, DiffAnswer } from '../models/answers.ts';
import type { DiffReport, ReportedChange, ReportedEdit } from '../models/changes.ts';
import { ageInWords, counted } from './layout/amounts.ts';
import type { Paint } from './layout/paint.ts';
import { visible } from './layout/visible-text.ts';

function sideText(
  { backup_id: id, environment, source, taken_at: at }: ComparedSide,
  now: number,
): string {
  if (id === undefined) return 'the live project, now';
  return `${id}, ${environment ?? ''}/${source}, taken ${ageInWords(Date.parse(at), now)}`;
}

/** Objects and lists that are longer take a line an entry. */
const MAX_ONE_LINE = 100;

function valueLines(value: unknown): string[] {
  const text = JSON.stringify(value);
  return text.length <= MAX_ONE_LINE || typeof value !== 'object'
    ? [text]
    : JSON.stringify(value, undefined, 2).split('\n');
}

export function editLines({ pointer, before, after }: ReportedEdit, paint: Paint): string[] {
  const side = (sign: string, value: unknown, isWhole: boolean): string[] => {
    const [first = '', ...rest] = valueLines(value);
    const place = isWhole ? '' : `${pointer}: `;
    const meaning = sign === '-' ? 'removed' : 'added';
    return [`${sign} ${place}${first}`, ...rest.map((line) => `${sign} ${line}`)].map((line) =>
      paint(meaning, visible(line)),
    );
  };
  const isWhole = pointer === '';
  return [
    ...(before === undefined ? [] : side('-', before, isWhole)),
    ...(after === undefined ? [] : side('+', after, isWhole)),
  ];
}

function changeLines(
  { section, id, kind, edits }: ReportedChange,
  { findings }: DiffReport,
  paint: Paint,
): string[] {
  const own = findings.filter((finding) => finding.section === section && finding.id === id);
  return [
    paint('heading', visible(`@@ ${section}/${id} ${kind} @@`)),
    ...own.map(({ text }) => paint('warning', visible(`! ${text}`))),
    ...edits.flatMap((edit) => editLines(edit, paint)),
    '',
  ];
}

/** What a report comes to, in one line. */
export function summaryOf({ changed, change_count: count, risk, findings }: DiffReport): string {
  if (changed === 'false') return 'Nothing changed.';
  if (changed === 'unknown') return 'Nothing changed in what both have.';
  const words = findings.length > 0 ? `, ${counted(findings.length, 'finding')}` : '';
  return `${counted(count, 'object')} changed, risk ${risk}${words}`;
}

/** @param now milliseconds since the epoch */
export function diffLines(
  { before, after, losses, report }: DiffAnswer,
  now: number,
  paint: Paint,
): string[] {
  const notes = [
    ...losses.map((loss) => paint('bad', visible(loss))),
    ...(report.not_comparable.length === 0
      ? []
      : [
          visible(
            `Only one side has ${report.not_comparable.join(', ')}: what changed there is unknown.`,
          ),
        ]),
    ...(report.withheld_since ?? []).map(({ section, id, pointers }) =>
      visible(`${section}/${id}: only what is withheld differs (${pointers.join(', ')})`),
    ),
  ];
  const meaning = report.risk === 'high' ? 'bad' : 'heading';
  return [
    paint('removed', visible(`--- ${sideText(before, now)}`)),
    paint('added', visible(`+++ ${sideText(after, now)}`)),
    paint(meaning, summaryOf(report)),
    ...notes,
    ...(report.changes.length === 0 ? [] : ['']),
    ...report.changes.flatMap((change) => changeLines(change, report, paint)),
  ].filter((line, index, all) => !(line === '' && index === all.length - 1));
}
