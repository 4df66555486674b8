/**
 * Tables of text that fit the terminal: aligned by the columns that letters really take, wide ones
 * too.
 */
import stringWidth from 'string-width';
import type { Meaning, Paint } from './paint.ts';
import { visible } from './visible-text.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Columns of the terminal that it may be cut down to; absent: it is never cut. */
  readonly least?: number;
  /**
   * Where it still does not fit, columns with the highest number go first; absent: it always stays.
   */
  readonly drop?: number;
}

/** Text from anywhere, and what it means. */
export type Cell = string | { readonly text: string; readonly meaning: Meaning };

export interface TableOptions {
  /** Columns of the terminal; undefined where there is none, and nothing is cut. */
  readonly width: number | undefined;
  readonly paint: Paint;
}

const GAP = '  ';
const CUT = '…';
const segmenter = new Intl.Segmenter();

const textOf = (cell: Cell): string => visible(typeof cell === 'string' ? cell : cell.text);

/**
 * The beginning of a text that takes no more than so many columns, with a mark where something is
 * gone.
 */
export function cutText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const more = stringWidth(segment);
    if (used + more > width - 1) break;
    kept += segment;
    used += more;
  }
  return width < 1 ? '' : `${kept}${CUT}`;
}

/** A text with spaces up to so many columns. */
export function padText(text: string, width: number, align?: 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? spaces + text : text + spaces;
}

interface FittedColumn {
  readonly index: number;
  readonly column: Column;
  width: number;
}

const totalOf = (columns: readonly FittedColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width, GAP.length * (columns.length - 1));

/** Cuts and drops columns until they fit, or only those are left that always stay. */
function fit(columns: readonly FittedColumn[], width: number): FittedColumn[] {
  const kept = [...columns];
  for (;;) {
    let excess = totalOf(kept) - width;
    for (const one of kept) {
      if (excess <= 0) return kept;
      const { least } = one.column;
      if (least === undefined || one.width <= least) continue;
      const cut = Math.min(excess, one.width - least);
      one.width -= cut;
      excess -= cut;
    }
    if (excess <= 0) return kept;
    const ranks = kept.map(({ column }) => column.drop ?? -1);
    const highest = Math.max(...ranks);
    if (highest === -1) return kept;
    kept.splice(ranks.indexOf(highest), 1);
  }
}

/**
 * The lines of a table. What does not fit the terminal is cut, and less important columns are left
 * out.
 *
 * @param rows a cell a column each
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width, paint }: TableOptions,
): string[] {
  const natural = columns.map((column, index): FittedColumn => ({
    index,
    column,
    width: rows.reduce(
      (most, row) => Math.max(most, stringWidth(textOf(row[index] ?? ''))),
      stringWidth(column.title),
    ),
  }));
  const fitted = width === undefined ? natural : fit(natural, width);
  const line = (cells: readonly Cell[]): string => {
    const parts = fitted.map(({ index, column: { align }, width: room }, place) => {
      const cell = cells[index] ?? '';
      const text = cutText(textOf(cell), room);
      const isLast = place === fitted.length - 1 && align === undefined;
      const padded = isLast ? text : padText(text, room, align);
      return typeof cell === 'string' ? padded : paint(cell.meaning, padded);
    });
    return parts.join(GAP).trimEnd();
  };
  const head = columns.map(({ title }): Cell => ({ text: title, meaning: 'heading' }));
  return [head, ...rows].map(line);
}
