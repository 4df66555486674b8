import type { BackupManifest } from '../models/manifest.ts';
import { code, counted, escapeText, failureLines, table } from './markdown.ts';
import { cutToLimit } from './summary-file.ts';

/** One backup and what it turned out to be. */
export interface VerifiedRow {
  readonly id: string;
  readonly state: BackupManifest['status'] | 'damaged' | 'not verifiable';
  readonly note: string;
}

export interface VerificationReport {
  readonly projectId: string;
  /** Newest first. */
  readonly rows: readonly VerifiedRow[];
  readonly brokenLinks: readonly { readonly id: string; readonly reason: string }[];
  /** Of the newest complete backup. */
  readonly newestId: string | undefined;
  readonly ageHours: number | undefined;
  /** Why the step fails, a sentence each. */
  readonly failures: readonly string[];
}

const ICONS: Readonly<Record<VerifiedRow['state'], string>> = {
  complete: '✅ complete',
  partial: '⚠️ partial',
  suspect: '⚠️ suspect',
  damaged: '❌ damaged',
  'not verifiable': 'not verifiable',
};

/** The step summary of the verify action in GitHub-flavoured Markdown. */
export function renderVerification({
  projectId,
  rows,
  brokenLinks,
  newestId,
  ageHours,
  failures,
}: VerificationReport): string {
  const damaged = rows.filter(({ state }) => state === 'damaged').length;
  const isGood = failures.length === 0;
  const headline = isGood
    ? `✅ ${counted(rows.length, 'backup')} checked`
    : `❌ ${counted(rows.length, 'backup')} checked, ${damaged} damaged`;
  const newest =
    newestId === undefined
      ? 'There is no complete backup.'
      : `The newest complete backup is ${code(newestId)}, ${(ageHours ?? 0).toFixed(1)} hours old.`;
  return cutToLimit(
    [
      `## ${headline}: ${escapeText(projectId)}`,
      '',
      ...failureLines(failures),
      newest,
      '',
      ...table(
        ['Backup', 'State', 'Note'],
        rows.map(({ id, state, note }) => [code(id), ICONS[state], escapeText(note)]),
        1000,
      ),
      ...(brokenLinks.length === 0
        ? []
        : [
            '### Broken links of the chain',
            '',
            ...table(
              ['Backup', 'What is wrong'],
              brokenLinks.map(({ id, reason }) => [code(id), escapeText(reason)]),
            ),
          ]),
    ].join('\n'),
  );
}
