/**
 * The writing of YAML that the two dialects of it read as the same values: blocks, and quotes where
 * there is any doubt.
 */
import { ExactNumber, type JsonObject, type JsonValue } from '../../json/value.ts';
import { readAsYaml11, readAsYaml12 } from './readings.ts';

/**
 * Letters, digits and a few signs that mean nothing wherever they stand behind a letter or digit.
 */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/@+()-]|:(?=\/\/))*$/u;
/** Nothing, to one reader or another; and YAML 1.1's shortest booleans. */
const WORDS = /^(?:null|Null|NULL|y|Y|n|N)$/;
/** What is not to be seen, breaks a line somewhere, or turns the direction of writing. */
const ESCAPED = /[\p{C}\u2028\u2029]/gu;

const NAMED: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function escape(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return (
    NAMED[sign] ?? (code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`)
  );
}

/** A text as a scalar: without quotes only where it is text, and the same text, to every reader. */
function formatText(text: string, isKey: boolean): string {
  const isPlain =
    PLAIN.test(text) &&
    !text.endsWith(' ') &&
    !WORDS.test(text) &&
    readAsYaml11(text, isKey).kind === 'text' &&
    readAsYaml12(text).kind === 'text';
  if (isPlain) return text;
  if (text.search(ESCAPED) === -1) return `'${text.replaceAll("'", "''")}'`;
  const quoted = text.replace(/["\\]/g, String.raw`\$&`);
  return `"${quoted.replace(ESCAPED, escape)}"`;
}

function formatScalar(value: JsonValue): string | undefined {
  if (typeof value === 'string') return formatText(value, false);
  // As JSON has it: with other digits, such as a point before the exponent, it would be read as
  // another number.
  if (typeof value === 'number') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (value instanceof ExactNumber) return value.text;
  if (Object.keys(value).length > 0) return undefined;
  return Array.isArray(value) ? '[]' : '{}';
}

/** The lines of a value that is no scalar. */
function* blockLines(value: JsonValue, indent: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      const scalar = formatScalar(item);
      if (scalar !== undefined) {
        yield `${indent}- ${scalar}`;
        continue;
      }
      const [first = '', ...rest] = blockLines(item, `${indent}  `);
      // A list in a list begins on a line of its own, which is easier to read.
      if (Array.isArray(item)) yield* [`${indent}-`, first, ...rest];
      else yield* [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    }
    return;
  }
  for (const [key, child] of Object.entries(value as JsonObject)) {
    const scalar = formatScalar(child);
    const name = `${indent}${formatText(key, true)}:`;
    if (scalar !== undefined) yield `${name} ${scalar}`;
    else {
      yield name;
      yield* blockLines(child, `${indent}  `);
    }
  }
}

/**
 * A map as a YAML document, with an empty line between its members. The keys stay in their order.
 */
export function formatYaml(map: JsonObject): string {
  const members = Object.entries(map).map(([key, value]) => [
    ...blockLines(Object.fromEntries([[key, value]]), ''),
  ]);
  return `${members.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
