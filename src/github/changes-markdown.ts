/** The changes between two backups as Markdown. */
import type { DiffReport, ReportedEdit } from '../models/changes.ts';
import { code, counted, escapeText, table } from './markdown.ts';

const MAX_CHANGES_SHOWN = 50;
const MAX_EDITS_SHOWN = 5;

function editText({ pointer, before, after }: ReportedEdit): string {
  const value = (shown: unknown) => code(JSON.stringify(shown));
  const place = code(pointer === '' ? '/' : pointer);
  if (before === undefined) return `${place} added: ${value(after)}`;
  if (after === undefined) return `${place} removed, was ${value(before)}`;
  return `${place} ${value(before)} → ${value(after)}`;
}

export function edits(all: readonly ReportedEdit[], kind: string): string {
  // The whole of what came or went is in the JSON.
  if (kind !== 'changed') return '';
  const rest = all.length - MAX_EDITS_SHOWN;
  return [
    ...all.slice(0, MAX_EDITS_SHOWN).map(editText),
    ...(rest > 0 ? [`and ${counted(rest, 'more place')}`] : []),
  ].join('<br>');
}

/**
 * The changes as lines of Markdown, without a heading, most important first.
 *
 * @param mayName whether names of tenants may be shown; else there are counts alone
 */
export function changesLines(
  { findings, changes, not_comparable, change_count, withheld_since = [] }: DiffReport,
  mayName: boolean,
): string[] {
  const lines: string[] = [];
  if (change_count === 0) lines.push('Nothing changed.', '');
  if (!mayName) {
    const counts = new Map<string, number>();
    for (const { section, kind } of changes) {
      const what = `${section} ${kind}`;
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    const words = [...counts].map(([what, count]) => `${escapeText(what)}: ${count}`);
    if (words.length > 0) lines.push(`${words.join(', ')}.`, '');
  } else {
    if (findings.length > 0) {
      lines.push(
        '**Look at these first:**',
        '',
        ...findings
          .slice(0, MAX_CHANGES_SHOWN)
          .map(({ section, id, text }) => `- ⚠️ ${code(`${section}/${id}`)} ${escapeText(text)}`),
        '',
      );
    }
    if (changes.length > 0) {
      const rows = changes.map(({ section, id, kind, edits: all }) => [
        `${escapeText(section)} ${code(id)}`,
        kind,
        edits(all, kind),
      ]);
      lines.push(...table(['Object', 'Change', 'Where'], rows, MAX_CHANGES_SHOWN));
    }
  }
  if (not_comparable.length > 0) {
    lines.push(
      `Not compared, because only one of the backups has them: ${not_comparable.map(escapeText).join(', ')}.`,
      '',
    );
  }
  if (withheld_since.length > 0) {
    const places = withheld_since.reduce((sum, { pointers }) => sum + pointers.length, 0);
    lines.push(
      `No change: in ${counted(places, 'place')} only what is withheld as a secret is other than before.`,
      '',
    );
  }
  return lines;
}

/** The changes as a Markdown file. */
export function renderChanges(report: DiffReport): string {
  const headline = `## ${counted(report.change_count, 'change')}, risk ${report.risk}`;
  return [headline, '', ...changesLines(report, true)].join('\n');
}
