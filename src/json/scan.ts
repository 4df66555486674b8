/** A scan of JSON text for what JSON.parse would lose or not survive. */
import { MAX_FILE_DEPTH } from './limits.ts';

/** A piece of JSON text, with what must be known of it before JSON.parse can be trusted with it. */
export interface JsonSpan {
  /**
   * The top-level key whose collection this is a run of entries of; undefined for the text around
   * such.
   */
  readonly collection: string | undefined;
  /** Whether the collection is an object, whose entries are members, and not an array. */
  readonly isObject: boolean;
  /** Valid until the next call of the scanner: the memory may be used again. */
  readonly bytes: Buffer;
  /** Key-value pairs written here: JSON.parse gives fewer when a key is there twice. */
  readonly members: number;
  /**
   * Whether JSON.parse may lose something of it: a number is written so long, or with an exponent,
   * that a JavaScript number may not hold it; or a key is written with an escape. In Node 24, once
   * an object with a key that ends in a backslash was parsed, JSON.parse takes a key such as `\t`
   * for that one.
   */
  readonly needsExactParser: boolean;
}

export interface ScanOptions {
  /** Top-level keys of arrays and objects whose entries get spans of their own. Default: none. */
  readonly collections?: ReadonlySet<string>;
  /** Most levels of brackets within each other. Default: those of a file of a backup. */
  readonly maxDepth?: number;
}

/**
 * Elements are cut into spans of about this size: long enough for JSON.parse to be fast, small in
 * memory.
 */
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

/** A key as it reads: `ten\u0061nts` is `tenants`. */
function unescaped(bytes: Buffer): string {
  const text = bytes.toString();
  if (!bytes.includes(BACKSLASH)) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    // No good JSON: whoever parses the span will say so.
    return text;
  }
}

/** Nesting that is too deep. */
export class JsonDepthError extends Error {
  /** Byte offset of the bracket that is one too deep. */
  readonly byteOffset: number;

  constructor(maxDepth: number, byteOffset: number) {
    super(`nested deeper than ${maxDepth} levels`);
    this.byteOffset = byteOffset;
  }
}

/** How far a text was read, between two chunks of it. */
interface ScanState {
  collection: string | undefined;
  isObject: boolean;
  members: number;
  needsExactParser: boolean;
  depth: number;
  digits: number;
  isInString: boolean;
  /** Whether the last string, which is a key when a colon follows, was written with an escape. */
  hasEscape: boolean;
  /** Whether the last byte was a backslash, so that the next one says nothing. */
  isEscaped: boolean;
}

/**
 * Cuts JSON text into spans in one pass over its bytes: the entries of the named top-level
 * collections in runs, and what stands around them. The text may come in chunks, and no more of it
 * is kept than the span that is being read. It is not validated: JSON.parse does that for each
 * span.
 */
export class JsonScanner {
  readonly #collections: ReadonlySet<string>;
  readonly #maxDepth: number;
  readonly #onSpan: (span: JsonSpan) => void;
  readonly #state: ScanState = {
    collection: undefined,
    isObject: false,
    members: 0,
    needsExactParser: false,
    depth: 0,
    digits: 0,
    isInString: false,
    hasEscape: false,
    isEscaped: false,
  };
  /** What earlier chunks hold of the span that is being read, and how long that is. */
  #parts: Buffer[] = [];
  #partsLength = 0;
  /**
   * The last string at depth 1, which is a key when a colon follows: what earlier chunks hold of
   * it.
   */
  #key = Buffer.alloc(0);
  /** Bytes of earlier chunks. */
  #offset = 0;

  /** @param onSpan is called with each span as soon as it is whole */
  constructor(
    onSpan: (span: JsonSpan) => void,
    { collections = new Set(), maxDepth = MAX_FILE_DEPTH }: ScanOptions = {},
  ) {
    this.#onSpan = onSpan;
    this.#collections = collections;
    this.#maxDepth = maxDepth;
  }

  /**
   * Reads the next chunk. Its memory may be used again afterwards.
   *
   * @throws JsonDepthError, and what `onSpan` throws
   */
  push(bytes: Buffer): void {
    this.#keep(bytes.subarray(this.#read(bytes)));
  }

  /** Reads the last chunk, and hands out the last span. @throws as {@link push} */
  end(bytes: Buffer = Buffer.alloc(0)): void {
    const start = this.#read(bytes);
    const { collection, isObject, members, needsExactParser } = this.#state;
    const whole = this.#take(bytes.subarray(start));
    this.#onSpan({ collection, isObject, bytes: whole, members, needsExactParser });
  }

  /** @returns where in the chunk the span begins that is not whole yet */
  #read(bytes: Buffer): number {
    const state = this.#state;
    const length = bytes.length;
    const hasCollections = this.#collections.size > 0;
    let { collection, isObject, members, needsExactParser, depth, digits } = state;
    let { isInString, hasEscape, isEscaped } = state;
    let start = 0;
    // Of the last string at depth 1; what began in an earlier chunk begins at 0 here.
    let keyStart = 0;
    let keyEnd = 0;
    let isKeyCarried = true;

    for (let at = 0; at < length; at++) {
      if (isInString) {
        if (isEscaped) {
          isEscaped = false;
          at++;
        }
        while (at < length && bytes[at] !== QUOTE) {
          if (bytes[at] === BACKSLASH) {
            hasEscape = true;
            at++;
          }
          at++;
        }
        if (at >= length) {
          isEscaped = at > length;
          if (depth === 1) keyEnd = length;
          break;
        }
        isInString = false;
        if (depth === 1) keyEnd = at;
        continue;
      }
      const byte = bytes[at] as number;
      // White space, which is half of indented text. It ends no number: a comma or bracket follows
      // that does.
      if (byte <= SPACE) continue;
      if (byte === QUOTE) {
        isInString = true;
        hasEscape = false;
        digits = 0;
        if (depth === 1) {
          keyStart = at + 1;
          keyEnd = length;
          isKeyCarried = false;
        }
        continue;
      }
      if (byte >= DIGIT_0 && byte <= DIGIT_9) {
        if (++digits > SAFE_DIGITS) needsExactParser = true;
        continue;
      }
      if (byte === DOT) continue;
      if (digits > 0 && (byte === LOWER_E || byte === UPPER_E)) needsExactParser = true;
      digits = 0;
      if (byte === COLON) {
        members++;
        if (hasEscape) needsExactParser = true;
        continue;
      }
      // Where the span ends, if it does, and what the next one is.
      let end: number | undefined;
      let next = at;
      let nextCollection = collection;
      let nextIsObject: boolean = isObject;
      if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (++depth > this.#maxDepth) throw new JsonDepthError(this.#maxDepth, this.#offset + at);
        if (depth === 2 && hasCollections) {
          const here = bytes.subarray(keyStart, keyEnd);
          const key = unescaped(isKeyCarried ? Buffer.concat([this.#key, here]) : here);
          if (this.#collections.has(key)) {
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
        at - start + this.#partsLength > SPAN_BYTES
      ) {
        end = at;
        next = at + 1;
      }
      if (end !== undefined) {
        const whole = this.#take(bytes.subarray(start, end));
        this.#onSpan({ collection, isObject, bytes: whole, members, needsExactParser });
        collection = nextCollection;
        isObject = nextIsObject;
        start = next;
        members = 0;
        needsExactParser = false;
      }
    }
    Object.assign(state, { collection, isObject, members, needsExactParser, depth, digits });
    Object.assign(state, { isInString, hasEscape, isEscaped });
    if (hasCollections) {
      const here = bytes.subarray(keyStart, keyEnd);
      this.#key = isKeyCarried ? Buffer.concat([this.#key, here]) : Buffer.from(here);
    }
    this.#offset += length;
    return start;
  }

  #keep(bytes: Buffer): void {
    this.#parts.push(Buffer.from(bytes));
    this.#partsLength += bytes.length;
  }

  #take(last: Buffer): Buffer {
    if (this.#partsLength === 0) {
      this.#parts = [];
      return last;
    }
    const whole = Buffer.concat([...this.#parts, last]);
    this.#parts = [];
    this.#partsLength = 0;
    return whole;
  }
}
