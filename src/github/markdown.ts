/** Pieces of GitHub-flavoured Markdown from text that may hold anything. */

const MAX_ROWS = 100;

/** Signs that mean nothing in HTML and Markdown, and an underscore inside a word. */
const NOT_PLAIN = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[^\p{L}\p{N} ./:,;()%_-]/gu;

/** Marks that turn the direction of what follows around. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Places after which GitHub must not read on. It makes links of bare addresses, mentions, issues
 * and commits, and pictures of `:names:`, where these are text, also when it was encoded.
 */
const LINKABLE = new RegExp(
  [
    // https://..., and any other scheme.
    String.raw`:(?=//)`,
    String.raw`www(?=\.)`,
    // E-mail addresses, mentions, issues, and mathematics.
    String.raw`[@$]|#(?=\d)`,
    String.raw`gh(?=-\d)`,
    ':(?=[a-z0-9_+-]+:)',
  ].join('|'),
  'giu',
);
/**
 * What can be the hash of a commit, or the beginning of one, and so many digits of it that cannot.
 */
const COMMIT = /\b[0-9a-f]{7,40}\b/gi;
const NO_COMMIT = 6;
/** Nothing to be seen or copied, but it parts two texts for good. */
const GAP = '<span></span>';

/** Where a text is parted: offsets, in order. */
function gapsOf(text: string): number[] {
  const gaps = new Set<number>();
  for (const { 0: found, index } of text.matchAll(LINKABLE)) gaps.add(index + found.length);
  for (const { 0: found, index } of text.matchAll(COMMIT)) {
    for (let at = NO_COMMIT; at < found.length; at += NO_COMMIT) gaps.add(index + at);
  }
  return [...gaps].sort((a, b) => a - b);
}

/**
 * Text from outside, so that GitHub makes neither HTML nor Markdown nor a link of it: every sign
 * but the plainest is encoded, and what could become a link is parted.
 */
export function escapeText(text: string): string {
  const shown = text.replace(DIRECTION, '\ufffd');
  const starts = [0, ...gapsOf(shown)];
  return starts
    .map((start, index) =>
      shown
        .slice(start, starts[index + 1])
        .replace(NOT_PLAIN, (sign) => `&#${sign.codePointAt(0) ?? 32};`),
    )
    .join(GAP);
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
