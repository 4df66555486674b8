/** The summary page of a backup. */
import type { DiffReport } from '../models/changes.ts';
import type { BackupManifest, SectionCoverage, WithheldSecret } from '../models/manifest.ts';
import { changesLines } from './changes-markdown.ts';
import { cutToLimit } from './summary-file.ts';
import { code, counted, escapeText, failureLines, formatSize, table } from './markdown.ts';

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

type Coverage = readonly (SectionCoverage | WithheldSecret)[];

/** What changed since the backup before, or why that is not known. */
export type ChangesSummary =
  | {
      /** Id of the backup that the new one was compared with. */
      readonly since: string;
      /** What that one saved. */
      readonly before: Coverage;
      readonly report: DiffReport;
      /** What is gone beyond the limit, a sentence each. */
      readonly shrink: readonly string[];
    }
  | { readonly unknown: string };

/** One retained backup. */
export interface WindowRow {
  readonly id: string;
  /** Bytes; undefined when it could not be read. */
  readonly size: number | undefined;
  /** Undefined when it did not verify. */
  readonly status: BackupManifest['status'] | undefined;
  /** Whether its content differs from the one before it; undefined for the oldest of its kind. */
  readonly isChanged: boolean | undefined;
}

/** Everything that the summary shows. */
export interface BackupReport {
  readonly projectId: string;
  readonly environment: string;
  /** What was read, as users know it. */
  readonly origin: string;
  readonly backupId: string;
  readonly backupPath: string;
  readonly contentHash: string;
  readonly manifestSha256: string;
  readonly tenants: number;
  readonly flows: number;
  readonly status: BackupManifest['status'];
  /** Whether a live project moved while it was read. */
  readonly isTorn: boolean;
  /**
   * Where the config file and the live project differ; undefined when there was nothing to compare.
   */
  readonly drift:
    | readonly {
        readonly id: string;
        readonly where: 'file' | 'project' | 'both';
        readonly fields: readonly string[];
      }[]
    | undefined;
  /** Whether names of tenants may be shown. */
  readonly mayName: boolean;
  readonly coverage: Coverage;
  readonly changes: ChangesSummary;
  /** Newest first. */
  readonly window: readonly WindowRow[];
  readonly retention: RetentionReport;
  readonly artifact: ArtifactReport;
  /** Why the step fails, a sentence each. */
  readonly failures: readonly string[];
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

function changesSection({ changes, mayName }: BackupReport): string[] {
  if ('unknown' in changes) return ['### What changed', '', escapeText(changes.unknown), ''];
  const { since, report, shrink } = changes;
  return [
    `### What changed since ${escapeText(since)}`,
    '',
    ...(shrink.length > 0
      ? ['**Too much is gone:**', '', ...shrink.map((reason) => `- 🛑 ${escapeText(reason)}`), '']
      : []),
    ...changesLines(report, mayName),
  ];
}

/** `12 (+2)`, where the count before is known. */
function countWithDifference(count: number, before: number | undefined): string {
  const difference = count - (before ?? count);
  return difference === 0 ? String(count) : `${count} (${difference > 0 ? '+' : ''}${difference})`;
}

function isCoverage(entry: SectionCoverage | WithheldSecret): entry is SectionCoverage {
  return !isWithheld(entry);
}

function countsSection({ coverage, changes, mayName }: BackupReport): string[] {
  const sections = coverage.filter(isCoverage);
  const saved = sections.filter(({ status }) => status === 'saved');
  const others = sections.filter(({ status }) => status !== 'saved');
  const before = new Map(
    ('before' in changes ? changes.before : [])
      .filter(isCoverage)
      .flatMap(({ section, status, count }) =>
        status === 'saved' ? [[section, count] as const] : [],
      ),
  );
  return [
    '### What is in this backup',
    '',
    ...table(
      ['Section', 'Objects'],
      saved.map(({ section, count }) => [
        code(section),
        countWithDifference(count, before.get(section)),
      ]),
    ),
    ...withheldLines(coverage.filter(isWithheld), mayName),
    ...(others.length === 0
      ? []
      : [
          '### What is not',
          '',
          ...table(
            ['Section', 'Status', 'Why'],
            others.map(({ section, status, note }) => [
              code(section),
              status === 'failed' ? '❌ failed' : status.replace('-', ' '),
              // What the service has to say of a failure may name a tenant.
              escapeText(mayName || status !== 'failed' ? note : 'the reason is in manifest.json'),
            ]),
          ),
        ]),
  ];
}

function withheldLines(withheld: readonly WithheldSecret[], mayName: boolean): string[] {
  if (withheld.length === 0) return [];
  if (!mayName) return [WITHHELD_INTRODUCTION, '', counted(withheld.length, 'place'), ''];
  const places = withheld.map(({ place }) => [code(place)]);
  return [WITHHELD_INTRODUCTION, '', ...table(['Place'], places)];
}

function windowSection({ window, backupId }: BackupReport): string[] {
  if (window.length < 2) return [];
  const change = (isChanged: boolean | undefined) =>
    isChanged === undefined ? '' : isChanged ? 'changed' : 'same';
  return [
    '### Backups in this window',
    '',
    ...table(
      ['Backup', 'Size', 'Content', 'Verified'],
      window.map(({ id, size, status, isChanged }) => [
        `${code(id)}${id === backupId ? ' (new)' : ''}`,
        size === undefined ? '' : formatSize(size),
        change(isChanged),
        status === undefined ? '❌ damaged' : status === 'complete' ? '✅' : `✅ but ${status}`,
      ]),
    ),
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

function changesCell(changes: ChangesSummary): string {
  if ('unknown' in changes) return 'unknown';
  const { change_count: count, risk } = changes.report;
  if (count === 0) return `none since ${code(changes.since)}`;
  const icon = risk === 'high' ? '⚠️ ' : '';
  return `${icon}${counted(count, 'object')} changed since ${code(changes.since)}, risk ${risk}`;
}

/** The line on top: good, or good but for something. */
function headline({ status, artifact, coverage, isTorn, failures }: BackupReport): string {
  if (status === 'suspect') return '🛑 Backup taken, but too much is gone since the last one';
  if (status !== 'complete') return `⚠️ Backup taken, but it is ${status}`;
  if (artifact.outcome === 'failed') return '⚠️ Backup taken, upload failed';
  if (failures.length > 0) return '❌ Backup taken, but the step fails';
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
    ...failureLines(report.failures),
    ...table(
      ['', ''],
      [
        ['Saved', `${counted(report.tenants, 'tenant')}, ${counted(report.flows, 'flow')}`],
        ['From', code(report.origin)],
        ['Backup', code(report.backupId)],
        ['Folder', code(report.backupPath)],
        ['Changes', changesCell(report.changes)],
        ['Content hash', code(report.contentHash)],
        ['Manifest SHA-256', code(report.manifestSha256)],
        ['Artifact', artifactLine(report.artifact)],
      ],
    ),
    ...changesSection(report),
    ...driftSection(report),
    ...countsSection(report),
    ...windowSection(report),
    ...retentionSection(report.retention),
  ];
  return cutToLimit(lines.join('\n'));
}
