/** The parsing of JSON without loss: exact numbers, `__proto__` as a key, no key twice. */
import { isUtf8 } from 'node:buffer';
import { isSafeNumber, parse as parseLossless } from 'lossless-json';
import { ExactNumber, type JsonObject, type JsonValue } from './value.ts';
import { JsonScanner, type JsonSpan, type ScanOptions } from './scan.ts';

/** Text that is not JSON. */
export class JsonSyntaxError extends Error {
  /** Offset in UTF-16 code units from the start of the text, where it is known. */
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}

/** An object with the same key twice: JSON.parse would keep the last and hide the first. */
export class JsonDuplicateKeyError extends Error {
  constructor() {
    super('an object holds the same key twice');
  }
}

function countMembers(value: JsonValue): number {
  if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) members += countMembers(item);
    return members;
  }
  const object = value as JsonObject;
  for (const key in object) members += 1 + countMembers(object[key] as JsonValue);
  return members;
}

const parseNumber = (text: string): number | ExactNumber =>
  isSafeNumber(text) ? Number(text) : new ExactNumber(text);

/**
 * The slower parser, which reads every key as it is written and whose errors say where, alike on
 * every version of Node.
 */
function parseExactly(text: string, toNumber: typeof parseNumber = parseNumber): JsonValue {
  return parseLossless(text, undefined, {
    parseNumber: toNumber,
    onDuplicateKey: ({ newValue }) => newValue,
  }) as JsonValue;
}

function syntaxError(text: string, error: unknown): JsonSyntaxError {
  try {
    parseExactly(text);
  } catch (exact) {
    const message = (exact as Error).message;
    const place = / at position (\d+)$/.exec(message);
    return new JsonSyntaxError(
      place ? message.slice(0, place.index) : message,
      place ? Number(place[1]) : undefined,
    );
  }
  return new JsonSyntaxError((error as Error).message);
}

function parseText(
  text: string,
  { members, needsExactParser }: Pick<JsonSpan, 'members' | 'needsExactParser'>,
  toNumber?: typeof parseNumber,
): JsonValue {
  let value: JsonValue;
  try {
    value = needsExactParser ? parseExactly(text, toNumber) : (JSON.parse(text) as JsonValue);
  } catch (error) {
    throw syntaxError(text, error);
  }
  if (countMembers(value) !== members) throw new JsonDuplicateKeyError();
  return value;
}

/** Text in pieces, with what is known of all of them. */
class TextParts {
  #text = '';
  #members = 0;
  #needsExactParser = false;

  add({ bytes, members, needsExactParser }: JsonSpan): void {
    this.#text += decode(bytes);
    this.#members += members;
    this.#needsExactParser ||= needsExactParser;
  }

  parse(): JsonValue {
    return parseText(this.#text, {
      members: this.#members,
      needsExactParser: this.#needsExactParser,
    });
  }
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new JsonSyntaxError('not UTF-8 text');
  return bytes.toString();
}

function parseWhole(
  bytes: Buffer,
  options: Pick<ScanOptions, 'maxDepth'>,
  toNumber?: typeof parseNumber,
): JsonValue {
  const text = decode(bytes);
  let whole: Pick<JsonSpan, 'members' | 'needsExactParser'> = {
    members: 0,
    needsExactParser: false,
  };
  new JsonScanner((span) => (whole = span), options).end(bytes);
  return parseText(text, whole, toNumber);
}

/**
 * Parses JSON without loss: numbers that a JavaScript number cannot hold become
 * {@link ExactNumber}, `__proto__` is a key like any other.
 *
 * @throws JsonSyntaxError, JsonDuplicateKeyError, JsonDepthError
 */
export function parseJson(bytes: Buffer, options: Pick<ScanOptions, 'maxDepth'> = {}): JsonValue {
  return parseWhole(bytes, options);
}

/**
 * Parses what JSON.stringify wrote, at any depth: each key as it is, which JSON.parse of Node 24
 * does not always give (see {@link JsonSpan}), and each number as the JavaScript number that it
 * was.
 *
 * @throws JsonSyntaxError, JsonDuplicateKeyError
 */
export function parsePlainJson(bytes: Buffer): unknown {
  return parseWhole(bytes, { maxDepth: Infinity }, Number);
}

/**
 * Parses JSON as {@link parseJson} does, from chunks of its text, and hands the entries of some
 * top-level collections out in runs instead of keeping them: a large text needs little memory.
 */
export class JsonRunParser {
  readonly #scanner: JsonScanner;
  readonly #rest = new TextParts();

  /**
   * @param collections top-level keys of arrays or objects
   * @param onRun is given a shorter array or object of the same kind
   */
  constructor(
    collections: readonly string[],
    onRun: (collection: string, run: JsonValue) => void,
    { maxDepth }: Pick<ScanOptions, 'maxDepth'> = {},
  ) {
    const onSpan = (span: JsonSpan): void => {
      const { collection, isObject, bytes } = span;
      if (collection === undefined) {
        this.#rest.add(span);
        return;
      }
      const text = decode(bytes);
      const run = isObject ? `{${text}}` : `[${text}]`;
      onRun(collection, parseText(run, span));
    };
    this.#scanner = new JsonScanner(onSpan, {
      collections: new Set(collections),
      ...(maxDepth !== undefined && { maxDepth }),
    });
  }

  /**
   * Reads the next chunk, whose memory may be used again afterwards.
   *
   * @throws as parseJson, and what `onRun` throws; runs may have been handed out by then
   */
  push(bytes: Buffer): void {
    this.#scanner.push(bytes);
  }

  /**
   * @param bytes the last chunk
   * @returns the rest: the value with those collections empty
   * @throws as {@link push}
   */
  end(bytes?: Buffer): JsonValue {
    this.#scanner.end(bytes);
    return this.#rest.parse();
  }
}

/** Parses a whole text with {@link JsonRunParser}. */
export function parseJsonInRuns(
  bytes: Buffer,
  collections: readonly string[],
  onRun: (collection: string, run: JsonValue) => void,
): JsonValue {
  if (!isUtf8(bytes)) throw new JsonSyntaxError('not UTF-8 text');
  return new JsonRunParser(collections, onRun).end(bytes);
}
