/** Line and column of a value in YAML or JSON text. */
import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { DocumentPath, ConfigFinding, LocatedFinding } from './problems.ts';
import { endOf, nextDash, offsetOf } from './yaml/events.ts';

/** Part of the document on the way to something that is looked for. */
interface Wanted {
  readonly children: Map<string | number, Wanted>;
  keyOffset?: number;
  valueOffset?: number;
}

/** The index of a document, which is no list. */
const NO_INDEX = -1;

interface Frame {
  /** Undefined where nothing below is looked for. */
  readonly wanted: Wanted | undefined;
  readonly isMapping: boolean;
  index: number;
  /** In a mapping, the key whose value comes next. */
  key: { readonly name: string | undefined; readonly offset: number } | undefined;
}

/**
 * Walks the parser's events once and notes the offsets of everything on the way to what is wanted.
 */
function noteOffsets(text: string, root: Wanted): void {
  const frames: Frame[] = [];
  /** The text is read up to here. */
  let end = 0;
  for (const event of parseEvents(text, { maxDepth: Infinity })) {
    const frame = frames.at(-1);
    if (event.type === EVENT_ID.DOCUMENT) {
      frames.push({ wanted: root, isMapping: false, index: NO_INDEX, key: undefined });
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      frames.pop();
      continue;
    }
    if (frame === undefined) return;
    const isItem = !frame.isMapping && frame.index !== NO_INDEX;
    const own = offsetOf(text, event);
    const dash = own === undefined && isItem ? nextDash(text, end) : undefined;
    end = Math.max(end, endOf(event), dash === undefined ? 0 : dash + 1);
    const offset = own ?? dash;
    const opens = event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING;
    const isMapping = event.type === EVENT_ID.MAPPING;
    if (frame.isMapping && frame.key === undefined) {
      const name = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : undefined;
      frame.key = { name, offset: offset ?? 0 };
      if (opens) frames.push({ wanted: undefined, isMapping, index: 0, key: undefined });
      continue;
    }
    // The value of a document is the root itself.
    const isRoot = frame.index === NO_INDEX;
    const step = frame.isMapping ? frame.key?.name : frame.index++;
    const wanted = isRoot
      ? root
      : step === undefined
        ? undefined
        : frame.wanted?.children.get(step);
    if (wanted !== undefined) {
      const place = offset ?? frame.key?.offset;
      if (place !== undefined) wanted.valueOffset = place;
      if (frame.key !== undefined) wanted.keyOffset = frame.key.offset;
    }
    frame.key = undefined;
    if (opens) frames.push({ wanted, isMapping, index: 0, key: undefined });
  }
}

/** A place in a file; lines and columns count from 1, columns in code points. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Lines and columns of offsets that never go back. */
export function linesAndColumns(text: string, offsets: readonly number[]): TextPlace[] {
  let line = 1;
  let start = 0;
  return offsets.map((offset) => {
    for (
      let next = text.indexOf('\n', start);
      next !== -1 && next < offset;
      next = text.indexOf('\n', start)
    ) {
      line++;
      start = next + 1;
    }
    return { line, column: Array.from(text.slice(start, offset)).length + 1 };
  });
}

/** Line and column of an offset. */
export function lineAndColumn(text: string, offset: number): TextPlace {
  const [place = { line: 1, column: 1 }] = linesAndColumns(text, [offset]);
  return place;
}

/** What is known of a path: where it is, or its nearest ancestor that is written in the file. */
function findOffset(root: Wanted, path: DocumentPath, atKey: boolean): number {
  let found = root;
  for (const step of path) {
    const child = found.children.get(step);
    if (child?.valueOffset === undefined) return found.valueOffset ?? 0;
    found = child;
  }
  return (atKey ? found.keyOffset : undefined) ?? found.valueOffset ?? 0;
}

/**
 * Finds the places of findings in YAML text, or in JSON, which is YAML too. A value that came
 * through an alias or a merge key is found where it is used.
 *
 * @param text well-formed YAML
 * @param most how many are returned at most
 * @returns the first ones in the order of the file
 */
export function locate(
  text: string,
  findings: readonly ConfigFinding[],
  most: number,
): LocatedFinding[] {
  const root: Wanted = { children: new Map() };
  for (const { path } of findings) {
    let node = root;
    for (const step of path) {
      const child = node.children.get(step) ?? { children: new Map<string | number, Wanted>() };
      node.children.set(step, child);
      node = child;
    }
  }
  noteOffsets(text, root);
  const first = findings
    .map(({ path, atKey = false, message }) => ({ message, offset: findOffset(root, path, atKey) }))
    .sort((a, b) => a.offset - b.offset)
    .slice(0, most);
  const places = linesAndColumns(
    text,
    first.map(({ offset }) => offset),
  );
  return first.map(({ message }, index) => ({ message, ...places[index] }));
}
