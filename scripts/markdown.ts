// Pieces of Markdown that the generated parts of pages are made of.

/** Text of a cell, in which Markdown shows `<project-id>` and `|` as they are. */
export const escapeCell = (text: string): string => text.trim().replace(/[<|]/g, '\\$&');

/** A Markdown table with its columns padded, as prettier leaves it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = all.map((row) =>
    line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
  );
  return [padded[0], line(widths.map((width) => '-'.repeat(width))), ...padded.slice(1)].join('\n');
}

/**
 * Puts each text between the markers of its name: `<!-- inputs -->` and `<!-- /inputs -->`, as far
 * in as the first one is.
 */
export function insertBetweenMarkers(
  page: string,
  texts: Readonly<Record<string, string>>,
  file: string,
): string {
  return Object.entries(texts).reduce((text, [name, content]) => {
    const [marker, indent = ''] = new RegExp(`^( *)<!-- ${name} -->$`, 'm').exec(text) ?? [];
    const start = marker === undefined ? -1 : text.indexOf(marker);
    const end = text.indexOf(`<!-- /${name} -->`);
    if (marker === undefined || end < start) throw new Error(`${file} has no markers for ${name}`);
    const lines = content.split('\n').map((line) => (line === '' ? '' : `${indent}${line}`));
    return `${text.slice(0, start)}${marker}\n\n${lines.join('\n')}\n\n${indent}${text.slice(end)}`;
  }, page);
}
