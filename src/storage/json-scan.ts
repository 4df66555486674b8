/** A range of JSON text, with what must be known of it before JSON.parse can be trusted with it. */
export interface JsonSpan {
  /** The top-level key whose collection this is a run of entries of; undefined for the text around such. */
  readonly collection: string | undefined;
  /** Whether the collection is an object, whose entries are members, and not an array. */
  readonly isObject: boolean;
  /** Byte offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Key-value pairs written here: JSON.parse gives fewer when a key is there twice. */
  readonly members: number;
  /** Whether a number is written so long, or with an exponent, that a JavaScript number may not hold it. */
  readonly hasLongNumbers: boolean;
}

/** Deeper JSON is refused unless another limit is given: recursion must end somewhere. */
const DEFAULT_MAX_DEPTH = 128;

export interface ScanOptions {
  /** Top-level keys of arrays and objects whose entries get spans of their own. Default: none. */
  readonly collections?: ReadonlySet<string>;
  /** Most levels of brackets within each other. */
  readonly maxDepth?: number;
}

/** Elements are cut into spans of about this size: long enough for JSON.parse to be fast, small in memory. */
const SPAN_BYTES = 64 * 1024;
/** Every number of up to this many digits, without an exponent, fits a JavaScript number. */
const SAFE_DIGITS = 15;

const code = (character: string) => character.charCodeAt(0);
const SPACE = code(' ');
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COLON = code(':');
const COMMA = code(',');
const OPEN_BRACE = code('{');
const CLOSE_BRACE = code('}');
const OPEN_BRACKET = code('[');
const CLOSE_BRACKET = code(']');
const DIGIT_0 = code('0');
const DIGIT_9 = code('9');
const DOT = code('.');
const LOWER_E = code('e');
const UPPER_E = code('E');

/** Nesting that is too deep. */
export class JsonDepthError extends Error {
  /** Byte offset of the bracket that is one too deep. */
  readonly byteOffset: number;

  constructor(maxDepth: number, byteOffset: number) {
    super(`nested deeper than ${maxDepth} levels`);
    this.byteOffset = byteOffset;
  }
}

/** The offset of the quote that ends a string, or the length of the text. */
function endOfString(bytes: Buffer, start: number): number {
  const length = bytes.length;
  let at = start;
  while (at < length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/**
 * Cuts JSON text into spans in one pass over its bytes: the entries of the named top-level collections in runs,
 * and what stands around them. The text is not validated: JSON.parse does that for each span.
 *
 * @throws JsonDepthError
 */
export function scanJson(
  bytes: Buffer,
  { collections = new Set(), maxDepth = DEFAULT_MAX_DEPTH }: ScanOptions = {},
): JsonSpan[] {
  const spans: JsonSpan[] = [];
  const length = bytes.length;
  let collection: string | undefined;
  let isObject = false;
  let start = 0;
  let members = 0;
  let hasLongNumbers = false;
  let depth = 0;
  let digits = 0;
  let keyStart = 0;
  let keyEnd = 0;

  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    // White space, which is half of indented text. It ends no number: a comma or bracket follows that does.
    if (byte <= SPACE) continue;
    if (byte === QUOTE) {
      const end = endOfString(bytes, at + 1);
      if (depth === 1) {
        keyStart = at + 1;
        keyEnd = end;
      }
      at = end;
      digits = 0;
      continue;
    }
    if (byte >= DIGIT_0 && byte <= DIGIT_9) {
      if (++digits > SAFE_DIGITS) hasLongNumbers = true;
      continue;
    }
    if (byte === DOT) continue;
    if (digits > 0 && (byte === LOWER_E || byte === UPPER_E)) hasLongNumbers = true;
    digits = 0;
    if (byte === COLON) {
      members++;
      continue;
    }
    // Where the span ends, if it does, and what the next one is.
    let end: number | undefined;
    let next = at;
    let nextCollection = collection;
    let nextIsObject: boolean = isObject;
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++depth > maxDepth) throw new JsonDepthError(maxDepth, at);
      if (depth === 2 && collections.size > 0) {
        const key = bytes.toString('utf8', keyStart, keyEnd);
        if (collections.has(key)) {
          end = next = at + 1;
          nextCollection = key;
          nextIsObject = byte === OPEN_BRACE;
        }
      }
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      if (--depth === 1 && collection !== undefined) {
        end = at;
        nextCollection = undefined;
      }
    } else if (
      byte === COMMA &&
      depth === 2 &&
      collection !== undefined &&
      at - start > SPAN_BYTES
    ) {
      end = at;
      next = at + 1;
    }
    if (end !== undefined) {
      spans.push({ collection, isObject, start, end, members, hasLongNumbers });
      collection = nextCollection;
      isObject = nextIsObject;
      start = next;
      members = 0;
      hasLongNumbers = false;
    }
  }
  spans.push({ collection, isObject, start, end: length, members, hasLongNumbers });
  return spans;
}
