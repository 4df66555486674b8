/** A range of JSON text, with what must be known of it before JSON.parse can be trusted with it. */
export interface JsonSpan {
  /** The top-level key whose array this is a run of elements of; undefined for the text around such arrays. */
  readonly array: string | undefined;
  /** Byte offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Key-value pairs written here: JSON.parse gives fewer when a key is there twice. */
  readonly members: number;
  /** Whether a number is written so long, or with an exponent, that a JavaScript number may not hold it. */
  readonly hasLongNumbers: boolean;
}

/** Deeper JSON is refused: nothing in an identity configuration nests like that, and recursion must end. */
export const MAX_JSON_DEPTH = 100;

/** Elements are cut into spans of about this size: long enough for JSON.parse to be fast, small in memory. */
const SPAN_BYTES = 64 * 1024;
/** Every number of up to this many digits, without an exponent, fits a JavaScript number. */
const SAFE_DIGITS = 15;

const code = (character: string) => character.charCodeAt(0);
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

/** Nesting deeper than {@link MAX_JSON_DEPTH}. */
export class JsonDepthError extends Error {
  /** Byte offset of the bracket that is one too deep. */
  readonly byteOffset: number;

  constructor(byteOffset: number) {
    super(`nested deeper than ${MAX_JSON_DEPTH} levels`);
    this.byteOffset = byteOffset;
  }
}

/**
 * Cuts JSON text into spans in one pass over its bytes: the elements of the named top-level arrays in runs, and
 * what stands around them. The text is not validated: JSON.parse does that for each span.
 *
 * @throws JsonDepthError
 */
export function scanJson(bytes: Buffer, arrays: ReadonlySet<string> = new Set()): JsonSpan[] {
  const spans: JsonSpan[] = [];
  let array: string | undefined;
  let start = 0;
  let members = 0;
  let hasLongNumbers = false;
  let depth = 0;
  let digits = 0;
  let lastKey: readonly [from: number, to: number] = [0, 0];

  const close = (end: number): void => {
    spans.push({ array, start, end, members, hasLongNumbers });
    members = 0;
    hasLongNumbers = false;
  };

  const length = bytes.length;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const from = at + 1;
      for (at++; at < length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
      if (depth === 1) lastKey = [from, at];
      digits = 0;
    } else if (byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9) {
      if (++digits > SAFE_DIGITS) hasLongNumbers = true;
    } else if (digits > 0 && (byte === LOWER_E || byte === UPPER_E)) {
      hasLongNumbers = true;
    } else if (byte !== DOT) {
      digits = 0;
      if (byte === COLON) {
        members++;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (++depth > MAX_JSON_DEPTH) throw new JsonDepthError(at);
        if (depth === 2 && byte === OPEN_BRACKET && arrays.size > 0) {
          const key = bytes.toString('utf8', ...lastKey);
          if (arrays.has(key)) {
            close(at + 1);
            array = key;
            start = at + 1;
          }
        }
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (--depth === 1 && array !== undefined) {
          close(at);
          array = undefined;
          start = at;
        }
      } else if (byte === COMMA && depth === 2 && array !== undefined && at - start > SPAN_BYTES) {
        close(at);
        start = at + 1;
      }
    }
  }
  close(length);
  return spans;
}
