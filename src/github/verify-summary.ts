/** The summary page of the verify action. */
import type { BackupManifest } from '../models/manifest.ts';
import { code, counted, escapeText, failureLines, table } from './markdown.ts';
import { cutToLimit } from './summary-file.ts';

/** One backup and what it turned out to be. */
export interface VerifiedRow {
  readonly id: string;
  readonly verdict: BackupManifest['status'] | 'damaged' | 'not verifiable';
  readonly note: string;
}

/** One line: the backups of an environment and a source. */
export interface LineRow {
  readonly line: string;
  /** How many of its backups verify. */
  readonly count: number;
  /** Of its newest complete backup, where it has one. */
  readonly newestId: string | undefined;
  readonly ageHours: number | undefined;
  readonly verdict: 'good' | 'old' | 'none' | 'retired';
}

/** What is wrong with the link from one backup to another. */
interface LinkRow {
  readonly id: string;
  readonly reason: string;
}

export interface VerificationReport {
  readonly projectId: string;
  /** Newest first. */
  readonly rows: readonly VerifiedRow[];
  readonly lines: readonly LineRow[];
  readonly brokenLinks: readonly LinkRow[];
  readonly gaps: readonly LinkRow[];
  /** Why the step fails, a sentence each; empty when it does not. */
  readonly failures: readonly string[];
}

const ICONS: Readonly<Record<VerifiedRow['verdict'], string>> = {
  complete: '✅ complete',
  partial: '⚠️ partial',
  suspect: '⚠️ suspect',
  damaged: '❌ damaged',
  'not verifiable': 'not verifiable',
};

const LINE_VERDICTS: Readonly<Record<LineRow['verdict'], string>> = {
  good: '✅',
  old: '❌ too old',
  none: '❌ no complete backup',
  retired: 'retired by ignore-lines',
};

function lineTable(lines: readonly LineRow[]): string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ line, count, newestId, ageHours, verdict }) => [
    code(line),
    String(count),
    newestId === undefined ? 'none' : code(newestId),
    ageHours?.toFixed(1) ?? '',
    LINE_VERDICTS[verdict],
  ]);
  return table(['Line', 'Verified', 'Newest complete backup', 'Age in hours', 'State'], rows);
}

function linkTable(title: string, links: readonly LinkRow[]): string[] {
  if (links.length === 0) return [];
  const rows = links.map(({ id, reason }) => [code(id), escapeText(reason)]);
  return [`### ${title}`, '', ...table(['Backup', 'What is wrong'], rows)];
}

/** The step summary of the verify action in GitHub-flavoured Markdown. */
export function renderVerification(report: VerificationReport): string {
  const { projectId, rows, lines, brokenLinks, gaps, failures } = report;
  const damaged = rows.filter(({ verdict }) => verdict === 'damaged').length;
  const headline =
    failures.length === 0
      ? `✅ ${counted(rows.length, 'backup')} checked`
      : `❌ ${counted(rows.length, 'backup')} checked, ${damaged} damaged`;
  return cutToLimit(
    [
      `## ${headline}: ${escapeText(projectId)}`,
      '',
      ...failureLines(failures),
      ...lineTable(lines),
      ...table(
        ['Backup', 'State', 'Note'],
        rows.map(({ id, verdict, note }) => [code(id), ICONS[verdict], escapeText(note)]),
        1000,
      ),
      ...linkTable('Broken links of the chain', brokenLinks),
      ...linkTable('Gaps in the chain', gaps),
    ].join('\n'),
  );
}
