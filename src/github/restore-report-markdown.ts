/** What became of each object of a restore as Markdown. */
import type { ObjectResult, RestoreReport } from '../models/restore-report.ts';
import { grouped } from '../project/restore-words.ts';
import { code, counted, escapeText, table } from './markdown.ts';

const MAX_ROWS_OF_TROUBLE = 1000;
const MAX_DIFFERENCES = 200;
/** So many digits tell hashes apart; the report's JSON has all of them. */
const SHOWN_DIGITS = 12;

/** What needs somebody first. */
const WORST_FIRST: readonly ObjectResult['outcome'][] = [
  'unknown',
  'failed',
  'blocked',
  'not-reached',
];

const OUTCOMES: Readonly<Record<ObjectResult['outcome'], string>> = {
  unknown: '❓ in doubt',
  failed: '❌ failed',
  blocked: '⛔ blocked',
  'not-reached': 'not reached',
  done: '✅ done',
};

const hashCell = (sha256: string | undefined): string =>
  sha256 === undefined ? 'none' : code(sha256.slice(0, SHOWN_DIGITS));

const objectCell = ({ section, id, new_id }: ObjectResult): string => {
  const renamed = new_id === undefined || new_id === id ? '' : `, now ${code(new_id)}`;
  return `${escapeText(section)} ${code(id)}${renamed}`;
};

function troubleLines(objects: readonly ObjectResult[]): string[] {
  const troubled = WORST_FIRST.flatMap((outcome) =>
    objects.filter((object) => object.outcome === outcome),
  );
  if (troubled.length === 0) return [];
  const rows = troubled.map((object) => [
    objectCell(object),
    object.action,
    OUTCOMES[object.outcome],
    escapeText(object.reason ?? ''),
  ]);
  return [
    '### What was not done',
    '',
    ...table(['Object', 'Write', 'Outcome', 'Why'], rows, MAX_ROWS_OF_TROUBLE),
  ];
}

function doneLines(objects: readonly ObjectResult[]): string[] {
  const done = objects.filter(({ outcome }) => outcome === 'done');
  if (done.length === 0) return [];
  const rows = done.map((object) => [
    objectCell(object),
    object.action,
    hashCell(object.before_sha256),
    hashCell(object.target_sha256),
    hashCell(object.after_sha256),
  ]);
  return [
    '### What was done',
    '',
    `The first ${SHOWN_DIGITS} digits of the SHA-256 of each object before, as planned, and as it was read back.`,
    '',
    ...table(['Object', 'Write', 'Before', 'Planned', 'After'], rows),
  ];
}

function differenceLines(differences: readonly string[]): string[] {
  if (differences.length === 0) return [];
  const rest = differences.length - MAX_DIFFERENCES;
  return [
    '### What is other than planned',
    '',
    ...differences.slice(0, MAX_DIFFERENCES).map((text) => `- 🛑 ${escapeText(text)}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    '',
  ];
}

/** @param mayName whether objects may be named; else there are counts alone */
export function reportLines({ objects, differences }: RestoreReport, mayName: boolean): string[] {
  if (mayName) {
    return [...differenceLines(differences), ...troubleLines(objects), ...doneLines(objects)];
  }
  const counts = grouped(
    objects,
    ({ section, action, outcome }) => `${section} ${action}, ${outcome}`,
  ).map(([name, { length }]) => `- ${escapeText(name)}: ${length}`);
  return [
    ...(differences.length > 0
      ? [`🛑 ${counted(differences.length, 'thing')} other than planned.`, '']
      : []),
    ...counts,
    '',
    'Objects are not named here, because strangers may read this.',
    '',
  ];
}
