/**
 * Text from backups and answers, which may be anybody's, so that a terminal shows it and obeys none
 * of it.
 */

/**
 * Control characters, marks that turn the direction of writing, line breaks of Unicode, and halves
 * of letters.
 */
const OBEYED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

function escape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * One line of text in which every sign can be seen: what a terminal would obey is written as JSON
 * escapes it.
 */
export function visible(text: string): string {
  return text.replace(OBEYED, escape);
}

/**
 * The same of a text of several lines, whose line breaks stay. In JSON, what is escaped is inside
 * strings: it stays JSON.
 */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
