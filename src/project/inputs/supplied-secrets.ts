/**
 * The input `secrets` of a restore: values of secrets that no backup holds, by their places.
 * Nothing here repeats any of it.
 */
import { JsonDuplicateKeyError, parseJson } from '../../json/parse.ts';
import { WITHHELD_MARK } from '../secrets/withhold.ts';
import { ExactNumber, isJsonObject, type JsonValue } from '../../json/value.ts';

export interface SuppliedSecrets {
  /** By place, as `coverage` of manifest.json names it. */
  readonly values: ReadonlyMap<string, string>;
  /** What must not be seen, whether or not the input is right. */
  readonly masked: readonly string[];
  /** What is wrong, a text each that repeats neither a place nor a value. */
  readonly problems: readonly string[];
}

/** Of a text that is no JSON, so much of it in one piece can be a secret. */
const MIN_PIECE = 4;

/**
 * A value in all the pieces in which it can be seen: the log shows the lines of a key one by one.
 */
function piecesOf(value: string): string[] {
  const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
  return [value, ...(lines.length > 1 ? lines.filter((line) => line.length >= MIN_PIECE) : [])];
}

function textsIn(value: JsonValue): string[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(textsIn);
  if (isJsonObject(value)) return Object.values(value).flatMap(textsIn);
  if (typeof value === 'string') return piecesOf(value);
  if (value instanceof ExactNumber) return [value.text];
  return typeof value === 'number' ? [String(value)] : [];
}

/** What a quoted text stands for, where its escapes are good. */
function unescaped(quoted: string): string[] {
  try {
    const text: unknown = JSON.parse(`"${quoted}"`);
    return typeof text === 'string' ? piecesOf(text) : [];
  } catch {
    return [];
  }
}

/** What can be a value in a text that cannot be read. */
function guesses(text: string): string[] {
  const quoted = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  const pieces = [...text.split(/[\r\n]+/), ...text.split(/[\s"',:{}]+/)];
  return [...quoted, ...quoted.flatMap(unescaped), ...pieces].filter(
    (piece) => piece.length >= MIN_PIECE,
  );
}

const IS_NO_OBJECT =
  'is not a JSON object of places and values, such as {"resources/outbound-apps.json#/crm/clientSecret": "..."}';

/** @param json what the text says, where it can be read */
function wrong(text: string, problem: string, json: JsonValue = null): SuppliedSecrets {
  const masked = [...textsIn(json), ...guesses(text)].filter((piece) => piece.trim() !== '');
  return { values: new Map(), masked, problems: [`the input ${problem}`] };
}

/**
 * Reads the input: a JSON object whose values are texts. One that is empty would blank the secret
 * at the service.
 */
export function parseSuppliedSecrets(text: string): SuppliedSecrets {
  let json: JsonValue;
  try {
    json = parseJson(Buffer.from(text));
  } catch (error) {
    const isTwice = error instanceof JsonDuplicateKeyError;
    return wrong(text, isTwice ? 'has a place twice: name each once' : IS_NO_OBJECT);
  }
  if (!isJsonObject(json)) return wrong(text, IS_NO_OBJECT, json);
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, [place, value]] of Object.entries(json).entries()) {
    const entry = `entry ${index + 1}`;
    if (typeof value !== 'string') {
      problems.push(`${entry} has a value that is no text: put it between quotes`);
    } else if (value.trim() === '') {
      problems.push(`${entry} has an empty value: the name of the secret may be misspelt`);
    } else if (value.includes(WITHHELD_MARK)) {
      problems.push(`${entry} has ${WITHHELD_MARK} as its value, which only stands for a secret`);
    } else values.set(place, value);
  }
  return { values, masked: textsIn(json).filter((piece) => piece.trim() !== ''), problems };
}
