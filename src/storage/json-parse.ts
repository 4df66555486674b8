import { isUtf8 } from 'node:buffer';
import { isSafeNumber, parse as parseLossless } from 'lossless-json';
import { ExactNumber, type JsonObject, type JsonValue } from './json-value.ts';
import { scanJson, type JsonSpan, type ScanOptions } from './json-scan.ts';

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

/** The slower parser, which keeps every digit and whose errors say where, alike on every version of Node. */
function parseExactly(text: string): JsonValue {
  return parseLossless(text, undefined, {
    parseNumber,
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

function parseText(text: string, members: number, hasLongNumbers: boolean): JsonValue {
  let value: JsonValue;
  try {
    value = hasLongNumbers ? parseExactly(text) : (JSON.parse(text) as JsonValue);
  } catch (error) {
    throw syntaxError(text, error);
  }
  if (countMembers(value) !== members) throw new JsonDuplicateKeyError();
  return value;
}

function parseSpans(bytes: Buffer, spans: readonly JsonSpan[]): JsonValue {
  return parseText(
    spans.map((span) => bytes.toString('utf8', span.start, span.end)).join(''),
    spans.reduce((sum, span) => sum + span.members, 0),
    spans.some((span) => span.hasLongNumbers),
  );
}

function requireUtf8(bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new JsonSyntaxError('not UTF-8 text');
}

/**
 * Parses JSON without loss: numbers that a JavaScript number cannot hold become {@link ExactNumber}, `__proto__`
 * is a key like any other.
 *
 * @throws JsonSyntaxError, JsonDuplicateKeyError, JsonDepthError
 */
export function parseJson(bytes: Buffer, options: Pick<ScanOptions, 'maxDepth'> = {}): JsonValue {
  requireUtf8(bytes);
  return parseSpans(bytes, scanJson(bytes, options));
}

/**
 * Parses JSON as {@link parseJson} does, but hands the entries of some top-level collections out in runs instead of
 * keeping them, so that a large text needs little memory beyond its bytes.
 *
 * @param collections top-level keys of arrays or objects
 * @param onRun is given a shorter array or object of the same kind
 * @returns the rest: the value with those collections empty
 * @throws as parseJson; runs may have been handed out by then
 */
export function parseJsonInRuns(
  bytes: Buffer,
  collections: readonly string[],
  onRun: (collection: string, run: JsonValue) => void,
): JsonValue {
  requireUtf8(bytes);
  const rest: JsonSpan[] = [];
  for (const span of scanJson(bytes, { collections: new Set(collections) })) {
    if (span.collection === undefined) {
      rest.push(span);
    } else {
      const text = bytes.toString('utf8', span.start, span.end);
      const run = span.isObject ? `{${text}}` : `[${text}]`;
      onRun(span.collection, parseText(run, span.members, span.hasLongNumbers));
    }
  }
  return parseSpans(bytes, rest);
}
