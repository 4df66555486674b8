/** A diff as it is shown: most important first, without secrets, values shortened. */
import { isJsonObject, setOwn, type JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';
import { withoutTwins, type Edit, type ObjectChange, type ProjectDiff } from './diff.ts';
import type { Finding, RiskAssessment } from './risk.ts';

/** Plain JSON: what the output `diff-path` holds. */
export interface DiffReport {
  /** `unknown` when nothing was found, but a section could not be compared. */
  readonly changed: 'true' | 'false' | 'unknown';
  /** Objects that came, went or changed. */
  readonly change_count: number;
  readonly risk: 'none' | 'low' | 'high' | 'unknown';
  readonly findings: readonly Finding[];
  readonly changes: readonly ReportedChange[];
  /** Sections that only one of the backups has. */
  readonly not_comparable: readonly string[];
}

export interface ReportedChange {
  readonly section: string;
  readonly id: string;
  readonly kind: ObjectChange['kind'];
  readonly edits: readonly ReportedEdit[];
}

/** A side that is absent had nothing there. */
export interface ReportedEdit {
  /** JSON Pointer (RFC 6901) into the object. */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const HIDDEN = '(hidden)';
const MAX_TEXT = 200;
const MAX_VALUE = 1000;

/** Keys whose values are hidden when they are shown: rather one too many, since the backup itself has them. */
const SECRET_KEY =
  /secret|passw(?:or)?d|passphrase|private_?key|api_?key|signing_?key|encryption_?key|credential|authorization|(?:^|access|auth|refresh|id|bearer|api)_?token$/i;

function isSecretPointer(pointer: string): boolean {
  return pointer.split('/').some((key) => SECRET_KEY.test(key));
}

function shorten(text: string): string {
  return text.length <= MAX_TEXT
    ? text
    : `${text.slice(0, MAX_TEXT)}... (${text.length} characters)`;
}

function hideSecrets(value: JsonValue): JsonValue {
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(hideSecrets);
  if (!isJsonObject(value)) return value;
  const shown: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    const isText = typeof child === 'string' && child !== '';
    setOwn(shown, key, isText && SECRET_KEY.test(key) ? HIDDEN : hideSecrets(child));
  }
  return shown;
}

/** A value as plain JSON that JSON.stringify can write; what is long becomes its beginning as text. */
function show(value: JsonValue, pointer: string): unknown {
  if (isSecretPointer(pointer) && typeof value === 'string') return HIDDEN;
  const text = canonicalJson(hideSecrets(value));
  if (text.length > MAX_VALUE) return `${text.slice(0, MAX_TEXT)}... (${text.length} characters)`;
  // Numbers that JavaScript cannot hold are shown rounded: the backup has their digits.
  return JSON.parse(text) as unknown;
}

function showEdit({ pointer, before, after }: Edit): ReportedEdit {
  return {
    pointer,
    ...(before !== undefined && { before: show(before, pointer) }),
    ...(after !== undefined && { after: show(after, pointer) }),
  };
}

/** What people look for first. */
const SECTION_ORDER = ['tenants', 'tenant-sso', 'tenant-settings', 'flows', 'roles', 'access-keys'];

function rank(section: string): number {
  const index = SECTION_ORDER.indexOf(section);
  return index === -1 ? SECTION_ORDER.length : index;
}

/** Makes of a diff what is shown of it. */
export function reportDiff(diff: ProjectDiff, { risk, findings }: RiskAssessment): DiffReport {
  const changes = withoutTwins(diff.changes);
  const order = new Map<string, number>();
  const key = (section: string, id: string) => JSON.stringify([section, id]);
  for (const [index, { section, id }] of findings.entries()) {
    if (!order.has(key(section, id))) order.set(key(section, id), index);
  }
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
    findings: findings.filter(({ section, id }) => shown.has(key(section, id))),
    changes: sorted.map(({ section, id, kind, edits }) => ({
      section,
      id,
      kind,
      edits: edits.map(showEdit),
    })),
    not_comparable: diff.notComparable,
  };
}

const MAX_SUBJECT = 72;
const MAX_LINES = 50;

/** One line of anything: control characters and line breaks would end a commit's subject. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

const SINGULAR: Readonly<Record<string, string>> = {
  tenants: 'tenant',
  flows: 'flow',
  roles: 'role',
};

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
      const noun = count === 1 ? (SINGULAR[section] ?? section) : section;
      return `${count} ${noun} ${kind}`;
    })
    .join(', ');
}

/**
 * The changes as a commit message: a subject of at most 72 characters, and a body with a line an object.
 *
 * @param report undefined when it is not known what changed
 * @param options.mayName whether ids may be in it; else there is the subject alone
 */
export function commitMessage(
  report: DiffReport | undefined,
  { environment, backupId, mayName }: { environment: string; backupId: string; mayName: boolean },
): string {
  if (report === undefined || report.changed === 'unknown')
    return `${environment}: backup ${backupId}`;
  if (report.change_count === 0) return `${environment}: no change in backup ${backupId}`;
  const risk = report.risk === 'high' ? ' (high risk)' : '';
  const counts = countChanges(report.changes);
  const long = `${environment}: ${counts}${risk}`;
  const subject =
    long.length <= MAX_SUBJECT ? long : `${environment}: ${report.change_count} changes${risk}`;
  if (!mayName) return subject;
  const lines = report.changes
    .slice(0, MAX_LINES)
    .map(({ section, id, kind }) => `${kind} ${section} ${oneLine(shorten(id))}`);
  const rest = report.changes.length - lines.length;
  const findings = report.findings
    .slice(0, MAX_LINES)
    .map(({ section, id, text }) => `! ${section} ${oneLine(shorten(id))}: ${oneLine(text)}`);
  return [
    subject,
    '',
    ...findings,
    ...(findings.length > 0 ? [''] : []),
    ...lines,
    ...(rest > 0 ? [`... and ${rest} more`] : []),
    '',
    `Backup ${backupId}`,
  ].join('\n');
}
