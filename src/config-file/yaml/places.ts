/** Finds the place that is meant from the one where the parser gave up. */
export type FindPlace = (text: string, offset: number) => number;

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where a tab stands in the indentation of the line of an offset, if one does. */
export function tabInIndentation(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  const [indentation = ''] = /^[\s?:-]*/.exec(text.slice(start, offset)) ?? [];
  const tab = indentation.indexOf('\t');
  return tab === -1 ? undefined : start + tab;
}

/** The last text above the line of an offset: a key without a colon is noticed below it. */
export const textAbove: FindPlace = (text, offset) => {
  const above = text.slice(0, lineStart(text, offset)).trimEnd();
  const start = lineStart(above, above.length);
  return start + above.slice(start).search(/\S/);
};

/**
 * The sign that a text begins with and the parser takes for an alias, an anchor, a tag or a block
 * text.
 */
export const signBefore: FindPlace = (text, offset) => {
  const start = lineStart(text, offset);
  const sign = text.slice(start, offset).search(/[*&!|>]\S*[ \t]*$/);
  return sign === -1 ? offset : start + sign;
};

/** The sign just before: of a whole alias the parser says where its name begins. */
export const justBefore: FindPlace = (_, offset) => offset - 1;

export const backslashBefore: FindPlace = (text, offset) => text.lastIndexOf('\\', offset);

/** The line that was read last, up to its line break. */
export const lineBefore: FindPlace = (text, offset) => lineStart(text, offset - 1);
