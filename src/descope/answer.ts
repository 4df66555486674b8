/** Answers of the API, and whether they carry what they should. */
import type { Redactor } from '../project/own-secrets.ts';
import { MAX_ANSWER_DEPTH } from '../json/limits.ts';
import { JsonRunParser, parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import type { ReadEndpoint } from './reads.ts';
import { DescopeApiError, quoteBody, SectionError } from './errors.ts';

/** So much of an answer is at hand when it has to be quoted. */
const BEGINNING_BYTES = 4096;

/** The first bytes of an answer, of as many chunks as that takes. */
function beginningOf(chunks: readonly Buffer[]): Buffer {
  const first: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    if (length >= BEGINNING_BYTES) break;
    const part = chunk.subarray(0, BEGINNING_BYTES - length);
    first.push(part);
    length += part.length;
  }
  return Buffer.concat(first);
}

function parseAnswer(
  endpoint: ReadEndpoint,
  beginning: Buffer,
  redactor: Redactor,
  parse: () => JsonValue,
): JsonValue {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SectionError) throw error;
    const quoted = quoteBody(redactor.redactBytes(beginning, '***'));
    const message = redactor.redact((error as Error).message, '***');
    const reason = `HTTP 200, but the answer is not good JSON, ${quoted}: ${message}`;
    throw new DescopeApiError(endpoint, 200, reason);
  }
}

/** A missing collection is a failure, never an empty one. */
function requireCarried(endpoint: ReadEndpoint, value: JsonValue): JsonObject {
  const { key, type } = endpoint.carries;
  const carried = isJsonObject(value) && key !== undefined ? value[key] : value;
  const isRight = type === 'list' ? Array.isArray(carried) : isJsonObject(carried);
  if (!isJsonObject(value) || !isRight) {
    const missing = key === undefined ? 'is no JSON object' : `has no ${type} "${key}"`;
    throw new DescopeApiError(endpoint, 200, `HTTP 200, but the answer ${missing}`);
  }
  return value;
}

/**
 * Reads an answer and makes sure that it carries what it should.
 *
 * @param chunks of the text
 * @param redactor finds what must not be quoted
 * @throws DescopeApiError
 */
export function readObject(
  endpoint: ReadEndpoint,
  chunks: readonly Buffer[],
  redactor: Redactor,
): JsonObject {
  const value = parseAnswer(endpoint, beginningOf(chunks), redactor, () =>
    parseJson(Buffer.concat(chunks), { maxDepth: MAX_ANSWER_DEPTH }),
  );
  return requireCarried(endpoint, value);
}

/**
 * Reads an answer that may be large as {@link readObject} does, without holding all of it.
 *
 * @param endpoint carries its collection under a key
 * @param chunks of the text; each is let go of when it was read
 * @param redactor finds what must not be quoted
 * @param onRun is given the collection in parts, each a shorter list or map. What it was given
 * counts for nothing when an error is thrown
 * @returns the rest of the answer
 * @throws DescopeApiError, and the SectionError that `onRun` throws
 */
export function readInRuns(
  endpoint: ReadEndpoint,
  chunks: Buffer[],
  redactor: Redactor,
  onRun: (run: JsonValue) => void,
): JsonObject {
  const { key, type } = endpoint.carries;
  const value = parseAnswer(endpoint, beginningOf(chunks), redactor, () => {
    const add = (_key: string, run: JsonValue): void => {
      if (Array.isArray(run) === (type === 'list')) onRun(run);
    };
    const parser = new JsonRunParser([key ?? ''], add, { maxDepth: MAX_ANSWER_DEPTH });
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      parser.push(chunk);
    }
    return parser.end();
  });
  return requireCarried(endpoint, value);
}

/**
 * What a list lacks by its own word: an answer may say in `total` how many there are.
 *
 * @param rest of the answer, beside the list
 * @param count of what came
 */
export function shortage({ total }: JsonObject, count: number, what: string): string | undefined {
  const said = typeof total === 'number' || typeof total === 'string' ? Number(total) : NaN;
  return said > count ? `${count} of ${said} ${what} were listed` : undefined;
}
