/** Commit messages without words that GitHub obeys. */

/**
 * Words that GitHub, and other services that read commits, obey wherever they stand in a message.
 */
const OBEYED: readonly (readonly [words: RegExp, harmless: string])[] = [
  // [skip ci], [ci skip], [no ci], [skip actions], [actions skip], and what others made of it:
  // [skip-ci], [skip netlify].
  [/\[(?=[^[\]]{0,80}\b(?:skip|ci|no)\b)/gi, '[ '],
  [/\*{3}(?=no_ci)/gi, '*** '],
  // Trailers: no name of one has a blank.
  [/\bskip-checks\b/gi, 'skip checks'],
  [/\b(co-authored|signed-off|reviewed|acked)-by\b/gi, '$1 by'],
  [/\bon-behalf-of\b/gi, 'on behalf of'],
  // Issues, which "fixes" and its like would close: #1, o/r#1, GH-1, .../issues/1.
  [/#(?=\d)/g, '# '],
  [/\bgh-(?=\d)/gi, 'GH '],
  [/\/(issues|pull|pulls|discussions)\/(?=\d)/gi, '/$1/ '],
  // Mentions; an e-mail address is none.
  [/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, '@ '],
];

/** Text from outside as a commit message may have it: with blanks in what would be obeyed. */
export function withoutOrders(text: string): string {
  return OBEYED.reduce((now, [words, harmless]) => now.replace(words, harmless), text);
}
