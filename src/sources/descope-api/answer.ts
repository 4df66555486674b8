/** Answers of the API, and whether they carry what they should. */
import { MAX_ANSWER_DEPTH } from '../../storage/limits.ts';
import { JsonRunParser, parseJson } from '../../storage/json-parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import type { ReadEndpoint } from './endpoints.ts';
import { DescopeApiError, quoteBody, SectionError } from './errors.ts';

function parseAnswer(
  endpoint: ReadEndpoint,
  beginning: Buffer | undefined,
  parse: () => JsonValue,
): JsonValue {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SectionError) throw error;
    const quoted = quoteBody(beginning ?? Buffer.alloc(0));
    const reason = `HTTP 200, but the answer is not good JSON, ${quoted}: ${(error as Error).message}`;
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
 * @throws DescopeApiError
 */
export function readObject(endpoint: ReadEndpoint, chunks: readonly Buffer[]): JsonObject {
  const value = parseAnswer(endpoint, chunks[0], () =>
    parseJson(Buffer.concat(chunks), { maxDepth: MAX_ANSWER_DEPTH }),
  );
  return requireCarried(endpoint, value);
}

/**
 * Reads an answer that may be large as {@link readObject} does, without holding all of it.
 *
 * @param endpoint carries its collection under a key
 * @param chunks of the text; each is let go of when it was read
 * @param onRun is given the collection in parts, each a shorter list or map. What it was given counts for nothing when an
 * error is thrown
 * @returns the rest of the answer
 * @throws DescopeApiError, and the SectionError that `onRun` throws
 */
export function readInRuns(
  endpoint: ReadEndpoint,
  chunks: Buffer[],
  onRun: (run: JsonValue) => void,
): JsonObject {
  const { key, type } = endpoint.carries;
  const value = parseAnswer(endpoint, chunks[0], () => {
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
