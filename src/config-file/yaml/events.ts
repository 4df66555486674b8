/** Places and styles in the events of the YAML parser. */
import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';

/** What the parser has for a place that does not exist. */
export const NO_OFFSET = -1;

/** The styles whose text begins behind a quote. */
const QUOTED: ReadonlySet<number> = new Set([
  SCALAR_STYLE.SINGLE_QUOTED,
  SCALAR_STYLE.DOUBLE_QUOTED,
]);

/** The styles whose text begins below a `|` or `>`. */
const BLOCK: ReadonlySet<number> = new Set([SCALAR_STYLE.LITERAL_BLOCK, SCALAR_STYLE.FOLDED_BLOCK]);

/** `|` or `>-`, up to the end of the line. */
const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:(?<=[ \t])#[^\r\n]*)?\r?\n?$/;

/** Where the `|` or `>` of a block scalar stands whose text begins at an offset. */
function blockHeader(text: string, textStart: number): number {
  const lineStart = text.lastIndexOf('\n', textStart - 2) + 1;
  return lineStart + text.slice(lineStart, textStart).search(BLOCK_HEADER);
}

/**
 * Where an event itself begins, without its tag and anchor; undefined for a value that is left
 * empty.
 */
export function offsetOf(text: string, event: Event): number | undefined {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      if (event.valueStart === NO_OFFSET) return undefined;
      if (BLOCK.has(event.style)) return blockHeader(text, event.valueStart);
      return event.valueStart - (QUOTED.has(event.style) ? 1 : 0);
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return undefined;
  }
}

/**
 * The offset up to which an event was read; of a list or map, the one where its first entry begins.
 */
export function endOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return Math.max(event.valueEnd, event.anchorEnd, event.tagEnd);
    case EVENT_ID.ALIAS:
      return event.anchorEnd;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return NO_OFFSET;
  }
}

/** Where the next `-` of a block list stands, from an offset between two values. */
export function nextDash(text: string, from: number): number | undefined {
  const dashOrComment = /(?<=^|[ \t])(?:#[^\r\n]*|-(?=\s|$))/gm;
  dashOrComment.lastIndex = from;
  for (;;) {
    const match = dashOrComment.exec(text);
    if (match === null || match[0] === '-') return match?.index;
  }
}

/** A value or key, and where it belongs. */
export interface YamlNode {
  readonly event: Event;
  readonly isKey: boolean;
  /** The document, list or map that it is an entry of. */
  readonly parent: Event | undefined;
  /** The keys on the way to it, the outermost first. */
  readonly above: readonly Event[];
}

/** Every document, list, map and text that is wanted, in the order of the text. */
export function* yamlNodes(
  events: readonly Event[],
  isWanted: (event: Event) => boolean = () => true,
): Generator<YamlNode> {
  /** The open documents, lists and maps. */
  const levels: { opening: Event; key: Event | undefined; next: 'item' | 'key' | 'value' }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      levels.pop();
      continue;
    }
    const level = levels.at(-1);
    const isKey = level?.next === 'key';
    if (isKey) level.key = undefined;
    if (isWanted(event))
      yield { event, isKey, parent: level?.opening, above: levels.flatMap(({ key }) => key ?? []) };
    if (isKey) {
      level.key = event;
      level.next = 'value';
    } else if (level?.next === 'value') {
      level.next = 'key';
    }
    if (event.type === EVENT_ID.MAPPING) {
      levels.push({ opening: event, key: undefined, next: 'key' });
    } else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT) {
      levels.push({ opening: event, key: undefined, next: 'item' });
    }
  }
}

/** The events of the keys of all maps, in the order of the text. */
export function mappingKeys(events: readonly Event[]): Event[] {
  return Array.from(yamlNodes(events)).flatMap(({ event, isKey }) => (isKey ? event : []));
}

/** Whether a value or key stands below a key of this name, at any depth and in any case. */
export function isBelow(name: string, { above }: YamlNode, text: string): boolean {
  return above.some(
    (key) =>
      key.type === EVENT_ID.SCALAR &&
      getScalarValue(text, key).toLowerCase() === name.toLowerCase(),
  );
}
