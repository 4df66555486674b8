import { summary } from '@actions/core';
import type { BackupManifest, SectionCoverage, WithheldSecret } from '../models/manifest.ts';

/** GitHub drops a step's summary of over 1 MiB whole; ours stays far below. */
const MAX_LENGTH = 256 * 1024;
const MAX_ROWS = 100;

export interface RetentionRow {
  readonly id: string;
  readonly reason: string;
}

/** What became of the artifact. */
export type ArtifactReport =
  | {
      readonly outcome: 'uploaded';
      readonly name: string;
      readonly id: number;
      /** Bytes of the zip. */
      readonly size: number;
      readonly retentionDays: number;
      /** ISO date. */
      readonly expires: string;
      readonly runId: string;
    }
  | { readonly outcome: 'skipped' | 'failed'; readonly reason: string };

/** What retention decided, or why it did not act. */
export type RetentionReport =
  | {
      readonly retentionDays: number;
      readonly dryRun: boolean;
      readonly removed: readonly RetentionRow[];
      readonly kept: readonly RetentionRow[];
      readonly failed: readonly RetentionRow[];
    }
  | { readonly skipped: string };

/** Everything that the summary shows. */
export interface BackupReport {
  readonly projectId: string;
  readonly environment: string;
  /** What was read, as users know it. */
  readonly origin: string;
  readonly backupId: string;
  readonly backupPath: string;
  readonly contentHash: string;
  readonly tenants: number;
  readonly flows: number;
  readonly status: BackupManifest['status'];
  /** Whether a live project moved while it was read. */
  readonly isTorn: boolean;
  /** Where the config file and the live project differ; undefined when there was nothing to compare. */
  readonly drift:
    | readonly {
        readonly id: string;
        readonly where: 'file' | 'project' | 'both';
        readonly fields: readonly string[];
      }[]
    | undefined;
  /** Whether names of tenants may be shown. */
  readonly mayName: boolean;
  readonly coverage: readonly (SectionCoverage | WithheldSecret)[];
  readonly retention: RetentionReport;
  readonly artifact: ArtifactReport;
}

/** Signs that mean nothing in HTML and Markdown, and an underscore inside a word. */
const NOT_PLAIN = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[^\p{L}\p{N} ./:,;()%_-]/gu;

/** Text from outside, so that neither HTML nor Markdown is made of it: every sign but the plainest is encoded. */
export function escapeText(text: string): string {
  return text.replace(NOT_PLAIN, (sign) => `&#${sign.codePointAt(0) ?? 32};`);
}

const code = (text: string) => `<code>${escapeText(text)}</code>`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, MAX_ROWS).map(line);
  const rest = rows.length - shown.length;
  return [
    line(head),
    line(head.map(() => '---')),
    ...shown,
    ...(rest > 0 ? ['', `... and ${rest} more.`] : []),
    '',
  ];
}

/** `1 flow`, `2 flows`. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function artifactLine(artifact: ArtifactReport): string {
  switch (artifact.outcome) {
    case 'uploaded': {
      // Relative: GitHub breaks a full link when the repository's name is masked as a secret.
      const link = `<a href="./${escapeText(artifact.runId)}/artifacts/${artifact.id}">${escapeText(artifact.name)}</a>`;
      return `${link} (${formatSize(artifact.size)}), kept for ${counted(artifact.retentionDays, 'day')}, until ${artifact.expires}`;
    }
    case 'skipped':
      return `not uploaded: ${escapeText(artifact.reason)}`;
    case 'failed':
      return `<b>failed</b>: ${escapeText(artifact.reason)}`;
  }
}

function retentionSection(retention: RetentionReport): string[] {
  if ('skipped' in retention) return ['### Retention', '', escapeText(retention.skipped), ''];
  const { removed, kept, failed, dryRun, retentionDays } = retention;
  const rows = (decisions: readonly RetentionRow[], what: string) =>
    decisions.map(({ id, reason }) => [code(id), what, escapeText(reason)]);
  return [
    '### Retention',
    '',
    `Window of ${counted(retentionDays, 'day')}${dryRun ? ' (dry run: nothing is removed)' : ''}: ` +
      `${kept.length} kept, ${removed.length} removed${failed.length > 0 ? `, ${failed.length} could not be removed` : ''}.`,
    '',
    ...table(
      ['Backup', 'Decision', 'Reason'],
      [...rows(failed, 'not removed'), ...rows(removed, 'removed'), ...rows(kept, 'kept')],
    ),
  ];
}

function isWithheld(entry: SectionCoverage | WithheldSecret): entry is WithheldSecret {
  return entry.status === 'withheld';
}

const WITHHELD_INTRODUCTION =
  'Secrets that were withheld, and references to variables that may be secrets:';

function coverageSection({ coverage, mayName }: BackupReport): string[] {
  const withheld = coverage.filter(isWithheld);
  const notSaved = coverage.filter(
    (entry) => !isWithheld(entry) && entry.status !== 'saved',
  ) as SectionCoverage[];
  return [
    '### Not in this backup',
    '',
    ...table(
      ['Section', 'Status', 'Why'],
      notSaved.map(({ section, status, note }) => [
        code(section),
        status,
        // What the service has to say of a failure may name a tenant.
        escapeText(mayName || status !== 'failed' ? note : 'the reason is in manifest.json'),
      ]),
    ),
    ...(withheld.length === 0 ? [] : [WITHHELD_INTRODUCTION, '']),
    ...(withheld.length === 0 || !mayName
      ? [...(withheld.length === 0 ? [] : [counted(withheld.length, 'place'), ''])]
      : table(
          ['Place'],
          withheld.map(({ place }) => [code(place)]),
        )),
  ];
}

function driftSection({ drift, mayName }: BackupReport): string[] {
  if (drift === undefined) return [];
  const heading = ['### Config file and live project', ''];
  if (drift.length === 0) return [...heading, 'Their tenants are the same.', ''];
  if (!mayName) return [...heading, `${counted(drift.length, 'tenant')} differ.`, ''];
  const words = { file: 'only in the file', project: 'only in the project', both: 'differs' };
  return [
    ...heading,
    ...table(
      ['Tenant', 'Difference', 'Fields'],
      drift.map(({ id, where, fields }) => [code(id), words[where], escapeText(fields.join(', '))]),
    ),
  ];
}

/** The line on top: good, or good but for something. */
function headline({ status, artifact, coverage, isTorn }: BackupReport): string {
  if (status !== 'complete') return `⚠️ Backup taken, but it is ${status}`;
  if (artifact.outcome === 'failed') return '⚠️ Backup taken, upload failed';
  if (isTorn) return '⚠️ Backup taken while the project was being changed';
  const unlicensed = coverage.filter((entry) => entry.status === 'not-licensed');
  return unlicensed.length === 0
    ? '✅ Backup taken and verified'
    : `✅ Backup taken and verified, complete for this plan, without ${unlicensed.map(({ section }) => section).join(', ')}`;
}

/** The step summary in GitHub-flavoured Markdown, well under GitHub's limit. */
export function renderSummary(report: BackupReport): string {
  const lines = [
    `## ${headline(report)}: ${escapeText(report.projectId)} (${escapeText(report.environment)})`,
    '',
    ...table(
      ['', ''],
      [
        ['Saved', `${counted(report.tenants, 'tenant')}, ${counted(report.flows, 'flow')}`],
        ['From', code(report.origin)],
        ['Backup', code(report.backupId)],
        ['Folder', code(report.backupPath)],
        ['Content hash', code(report.contentHash)],
        ['Artifact', artifactLine(report.artifact)],
      ],
    ),
    ...retentionSection(report.retention),
    ...driftSection(report),
    ...coverageSection(report),
  ];
  const text = lines.join('\n');
  return text.length <= MAX_LENGTH
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', MAX_LENGTH))}\n\n... cut here: the summary was too long.\n`;
}

/** Appends to the step's summary; does nothing where there is none. */
export async function writeSummary(markdown: string): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY']) await summary.addRaw(markdown, true).write();
}
