/** Pieces of GitHub-flavoured Markdown from text that may hold anything. */

const MAX_ROWS = 100;

/** Signs that mean nothing in HTML and Markdown, and an underscore inside a word. */
const NOT_PLAIN = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[^\p{L}\p{N} ./:,;()%_-]/gu;

/** Text from outside, so that neither HTML nor Markdown is made of it: every sign but the plainest is encoded. */
export function escapeText(text: string): string {
  return text.replace(NOT_PLAIN, (sign) => `&#${sign.codePointAt(0) ?? 32};`);
}

export const code = (text: string) => `<code>${escapeText(text)}</code>`;

/** @param rows cells in Markdown; only the first hundred rows are shown */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  maxRows = MAX_ROWS,
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, maxRows).map(line);
  const rest = rows.length - shown.length;
  return [
    line(head),
    line(head.map(() => '---')),
    ...shown,
    ...(rest > 0 ? ['', `... and ${rest} more.`] : []),
    '',
  ];
}

/** Why a step fails, above all else: a page is never greener than its step. */
export function failureLines(failures: readonly string[]): string[] {
  if (failures.length === 0) return [];
  return ['**This step fails:**', '', ...failures.map((text) => `- 🛑 ${escapeText(text)}`), ''];
}

/** `1 flow`, `2 flows`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function formatSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
