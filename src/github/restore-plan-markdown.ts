/**
 * The parts of a restore plan as Markdown, in the order in which somebody who approves it should
 * read them.
 */
import type { RestorePlan, RestoreStep } from '../models/restore-plan.ts';
import {
  isNotPossible,
  stepInWords,
  stepsInCounts,
  grouped,
  writeCount,
} from '../project/restore-words.ts';
import { edits } from './changes-markdown.ts';
import { code, counted, escapeText, table } from './markdown.ts';

/** What cannot be undone, or will be missing, is shown as far as the page goes. */
const MAX_ROWS_OF_DANGER = 1000;
const MAX_ROWS = 100;

function section(title: string, ...lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}`, '', ...lines];
}

const objectCell = ({ section: name, id }: Pick<RestoreStep, 'section' | 'id'>): string =>
  `${escapeText(name)} ${code(id)}`;

const sentences = (texts: readonly string[]): string => texts.map(escapeText).join('<br>');

function stepTable(
  title: string,
  steps: readonly RestoreStep[],
  head: string,
  cell: (step: RestoreStep) => string,
  maxRows = MAX_ROWS,
): string[] {
  if (steps.length === 0) return [];
  const rows = steps.map((step) => [objectCell(step), cell(step)]);
  return section(`${title} (${steps.length})`, ...table(['Object', head], rows, maxRows));
}

function findingLines({ findings }: RestorePlan): string[] {
  const shown = findings.slice(0, MAX_ROWS);
  const rest = findings.length - shown.length;
  if (findings.length === 0) return [];
  return section(
    'Look at these first',
    ...shown.map(
      ({ section: name, id, text }) => `- ⚠️ ${code(`${name}/${id}`)} ${escapeText(text)}`,
    ),
    ...(rest > 0 ? [`- and ${counted(rest, 'more finding')}`] : []),
    '',
  );
}

function refusalLines({ refusals }: RestorePlan): string[] {
  if (refusals.length === 0) return [];
  const rows = refusals.map(({ section: name, kind, text }) => [
    escapeText(name),
    escapeText(kind),
    escapeText(text),
  ]);
  return section(
    'What Descope itself says in a dry run',
    ...table(['Section', 'Kind', 'Answer'], rows),
  );
}

function keptLines({ kept }: RestorePlan): string[] {
  if (kept.length === 0) return [];
  const names = kept.slice(0, MAX_ROWS).map(({ section: name, id }) => code(`${name}/${id}`));
  const rest = kept.length - names.length;
  return section(
    `Kept: only the project has them (${kept.length})`,
    'They stay as they are. To delete one, name it in <code>delete</code>.',
    '',
    `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    '',
  );
}

/** The plan with names, most dangerous first. */
export function namedPlanLines(plan: RestorePlan): string[] {
  const of = (action: RestoreStep['action']) => plan.steps.filter((step) => step.action === action);
  const losing = plan.steps.filter(({ action, loses }) => action !== 'delete' && loses.length > 0);
  const why = (step: RestoreStep) => escapeText(stepInWords(step));
  const lossOf = ({ loses }: RestoreStep) => sentences(loses);
  return [
    ...findingLines(plan),
    ...stepTable('To delete', of('delete'), 'What is lost with it', lossOf, MAX_ROWS_OF_DANGER),
    ...stepTable('What does not come back', losing, 'What', lossOf, MAX_ROWS_OF_DANGER),
    ...stepTable(
      'Not possible',
      plan.steps.filter(isNotPossible),
      'Why',
      (step) => `${step.action}: ${why(step)}`,
      MAX_ROWS_OF_DANGER,
    ),
    ...refusalLines(plan),
    ...stepTable('To update', of('update'), 'Where, from now to then', (step) =>
      [edits(step.edits, 'changed'), why(step)].filter((text) => text !== '').join('<br>'),
    ),
    ...stepTable('To create', of('create'), 'Why', why),
    ...keptLines(plan),
  ];
}

/** The plan where strangers read: names of sections and fields, and counts. */
export function countedPlanLines(plan: RestorePlan): string[] {
  const written = plan.steps.filter(({ action }) => action !== 'identical');
  const list = (texts: readonly string[]) => [...texts.map((text) => `- ${escapeText(text)}`), ''];
  const counts = (title: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : section(
          title,
          ...list(grouped(names, (name) => name).map(([name, { length }]) => `${name}: ${length}`)),
        );
  const losses = plan.steps.reduce((sum, { loses }) => sum + loses.length, 0);
  return [
    ...counts(
      'Look at these first',
      plan.findings.map(({ section: name, rule }) => `${name}, rule ${rule}`),
    ),
    ...(writeCount(plan) + plan.counts.not_possible === 0
      ? []
      : section('What the plan does', ...list(stepsInCounts(written)))),
    ...(losses === 0 ? [] : [`${counted(losses, 'thing')} will not come back, or be lost.`, '']),
    ...counts(
      'What Descope itself says in a dry run',
      plan.refusals.map(({ section: name, kind }) => `${name}, ${kind}`),
    ),
    ...counts(
      'Kept: only the project has them',
      plan.kept.map(({ section: name }) => name),
    ),
    'Objects are not named here, because strangers may read this.',
    '',
  ];
}
