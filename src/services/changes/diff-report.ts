/** A diff as it is shown: most important first, without secrets, values shortened. */
import type { DiffReport, ReportedChange, ReportedEdit } from '../../models/changes.ts';
import { withholdSecrets } from '../../project/secrets/withhold.ts';
import { rowOf } from '../../project/sections/index.ts';
import { parseJson } from '../../json/parse.ts';
import {
  ExactNumber,
  isJsonObject,
  setOwn,
  sortKeys,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { withoutOrders } from './commit-words.ts';
import { pathOf, twinFinder, type Edit, type ObjectChange, type ProjectDiff } from './diff.ts';
import type { RiskAssessment } from './risk.ts';

const HIDDEN = '(hidden)';
const MAX_TEXT = 200;
const MAX_VALUE = 1000;

/** The beginning of a long text; no pair of surrogates is cut. */
function shorten(text: string): string {
  return text.length <= MAX_TEXT
    ? text
    : `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}... (${text.length} characters)`;
}

/**
 * A value that JSON.stringify can write: long texts cut, and numbers that JavaScript cannot hold as
 * text.
 */
function shortened(value: JsonValue): JsonValue {
  if (value instanceof ExactNumber) return shorten(value.text);
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(shortened);
  if (!isJsonObject(value)) return value;
  const shown: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) setOwn(shown, key, shortened(child));
  return shown;
}

/**
 * A value as it is shown at a place: the names above it say whether it is a secret. Nothing is free
 * form here.
 */
function withoutSecrets(value: JsonValue, steps: readonly string[]): JsonValue {
  const nested = steps.reduceRight<JsonValue>((inner, step) => {
    const above: Record<string, JsonValue> = {};
    setOwn(above, step, inner);
    return above;
  }, value);
  const safe = withholdSecrets(nested, { mark: HIDDEN }).value;
  return steps.reduce((outer, step) => (outer as JsonObject)[step] as JsonValue, safe);
}

/**
 * A value as plain JSON that JSON.stringify can write; what is long becomes its beginning as text.
 */
function show(value: JsonValue, edit: Edit): unknown {
  const shown = sortKeys(shortened(withoutSecrets(value, pathOf(edit))));
  const text = canonicalJson(shown);
  return text.length > MAX_VALUE ? shorten(text) : shown;
}

/** An object without a name is called by all that it is, which may hold secrets, or be long. */
function showId(id: string): string {
  if (!/^[[{]/.test(id)) return id;
  try {
    return shorten(canonicalJson(shortened(withoutSecrets(parseJson(Buffer.from(id)), []))));
  } catch {
    // It is a name after all.
    return id;
  }
}

function showEdit(edit: Edit): ReportedEdit {
  const { pointer, before, after } = edit;
  return {
    pointer,
    ...(before !== undefined && { before: show(before, edit) }),
    ...(after !== undefined && { after: show(after, edit) }),
  };
}

/** After every place that a section has among what is shown first. */
const LAST = 1000;

/** What people look for first comes first. */
function rank(section: string): number {
  return rowOf(section)?.shown?.place ?? LAST;
}

/** Makes of a diff what is shown of it. */
export function reportDiff(diff: ProjectDiff, { risk, findings }: RiskAssessment): DiffReport {
  const order = new Map<string, number>();
  const key = (section: string, id: string) => JSON.stringify([section, id]);
  for (const [index, { section, id }] of findings.entries()) {
    if (!order.has(key(section, id))) order.set(key(section, id), index);
  }
  // What repeats another change is left out, unless it alone shows what was found.
  const twinOf = twinFinder(diff.changes);
  const changes = diff.changes.filter(
    (change) => twinOf(change) === undefined || order.has(key(change.section, change.id)),
  );
  const place = ({ section, id }: ObjectChange) => order.get(key(section, id)) ?? findings.length;
  const sorted = [...changes].sort(
    (a, b) => place(a) - place(b) || rank(a.section) - rank(b.section),
  );
  const shown = new Set(changes.map(({ section, id }) => key(section, id)));
  const isUnknown = changes.length === 0 && diff.notComparable.length > 0;
  return {
    changed: isUnknown ? 'unknown' : changes.length > 0 ? 'true' : 'false',
    change_count: changes.length,
    risk: isUnknown ? 'unknown' : risk,
    findings: findings
      .filter(({ section, id }) => shown.has(key(section, id)))
      .map((finding) => ({ ...finding, id: showId(finding.id), text: shorten(finding.text) })),
    changes: sorted.map(({ section, id, kind, edits }) => ({
      section,
      id: showId(id),
      kind,
      edits: edits.map(showEdit),
    })),
    not_comparable: [...diff.notComparable, ...(diff.newlySaved ?? [])].sort(),
    ...(diff.withheldSince && {
      withheld_since: diff.withheldSince.map(({ section, id, edits }) => ({
        section,
        id: showId(id),
        pointers: edits.map(({ pointer }) => pointer),
      })),
    }),
  };
}

const MAX_SUBJECT = 72;
const MAX_LINES = 50;

/**
 * One line of anything, in which nothing is obeyed: line breaks would end a commit's subject, and
 * marks of direction turn what follows around.
 */
function oneLine(text: string): string {
  return withoutOrders(text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' '));
}

/** The environment and what is said of it, in one line that is short enough. */
function subjectOf(environment: string, text: string): string {
  const name = oneLine(environment);
  const room = MAX_SUBJECT - text.length - ': '.length;
  const short =
    name.length <= room
      ? name
      : `${name.slice(0, Math.max(0, room - 3)).replace(/[\ud800-\udbff]$/, '')}...`;
  return `${short}: ${text}`;
}

/** `2 tenants changed, 1 flow added`. */
function countChanges(changes: readonly ReportedChange[]): string {
  const counts = new Map<string, { section: string; kind: string; count: number }>();
  for (const { section, kind } of changes) {
    const entry = counts.get(`${section} ${kind}`) ?? { section, kind, count: 0 };
    entry.count++;
    counts.set(`${section} ${kind}`, entry);
  }
  return [...counts.values()]
    .map(({ section, kind, count }) => {
      const noun = (count === 1 ? rowOf(section)?.shown?.singular : undefined) ?? section;
      return `${count} ${noun} ${kind}`;
    })
    .join(', ');
}

/**
 * The changes as a commit message: a subject of at most 72 characters, and a body with a line an
 * object.
 *
 * @param report undefined when it is not known what changed
 * @param options.mayName whether ids may be in it; else there is the subject alone
 */
export function commitMessage(
  report: DiffReport | undefined,
  { environment, backupId, mayName }: { environment: string; backupId: string; mayName: boolean },
): string {
  if (report === undefined || report.changed === 'unknown')
    return subjectOf(environment, `backup ${backupId}`);
  if (report.change_count === 0) return subjectOf(environment, `no change in backup ${backupId}`);
  const risk = report.risk === 'high' ? ' (high risk)' : '';
  const long = `${oneLine(`${environment}: ${countChanges(report.changes)}`)}${risk}`;
  const total = report.change_count === 1 ? '1 change' : `${report.change_count} changes`;
  const subject = long.length <= MAX_SUBJECT ? long : subjectOf(environment, `${total}${risk}`);
  if (!mayName) return subject;
  const capped = <T>(all: readonly T[], line: (one: T) => string): string[] => [
    ...all.slice(0, MAX_LINES).map(line),
    ...(all.length > MAX_LINES ? [`... and ${all.length - MAX_LINES} more`] : []),
  ];
  const findings = capped(report.findings, ({ section, id, text }) =>
    oneLine(`! ${section} ${shorten(id)}: ${text}`),
  );
  const lines = capped(report.changes, ({ section, id, kind }) =>
    oneLine(`${kind} ${section} ${shorten(id)}`),
  );
  return [
    subject,
    '',
    ...findings,
    ...(findings.length > 0 ? [''] : []),
    ...lines,
    '',
    `Backup ${backupId}`,
  ].join('\n');
}
