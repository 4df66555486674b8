/** The writing of JSON, canonical or indented, with every digit of exact numbers. */
import { ExactNumber, sortedKeys, type JsonObject, type JsonValue } from './value.ts';

/**
 * What JSON.stringify would escape: quotes, backslashes, control characters and lone surrogates.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const MAY_NEED_ESCAPES = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string {
  return MAY_NEED_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/**
 * Writes a value as JSON with object keys sorted by UTF-16 code units.
 *
 * @param lineBreak what stands before each member: `''` for compact text, else a newline and the
 * indent of the value itself; every level adds two spaces
 */
function write(value: JsonValue, lineBreak: string): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return JSON.stringify(value);
  if (value instanceof ExactNumber) return value.text;
  const inner = lineBreak === '' ? '' : `${lineBreak}  `;
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      text += `${text === '' ? '' : ','}${inner}${write(item, inner)}`;
    }
    return text === '' ? '[]' : `[${text}${lineBreak}]`;
  }
  const object = value as Record<string, JsonValue>;
  const colon = lineBreak === '' ? ':' : ': ';
  for (const key of sortedKeys(object)) {
    text += `${text === '' ? '' : ','}${inner}${quote(key)}${colon}${write(object[key] as JsonValue, inner)}`;
  }
  return text === '' ? '{}' : `{${text}${lineBreak}}`;
}

/** Whether JSON.stringify would write this value just as `write(value, '')` does. */
function isCanonicalAlready(value: JsonValue): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (value instanceof ExactNumber) return false;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).every(isCanonicalAlready);
  const object = value as JsonObject;
  let previous = '';
  for (const key in object) {
    if (key < previous || !isCanonicalAlready(object[key] as JsonValue)) return false;
    previous = key;
  }
  return true;
}

/**
 * The one compact text of a value: no white space, object keys sorted by UTF-16 code units, strings
 * escaped as JSON.stringify does, numbers as ECMAScript writes them (RFC 8785), and exact numbers
 * digit by digit.
 */
export function canonicalJson(value: JsonValue): string {
  return isCanonicalAlready(value) ? JSON.stringify(value) : write(value, '');
}

/**
 * What Go's encoding/json escapes beside the rest, in strings and keys alike: outside of these the
 * signs cannot stand.
 */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;

/**
 * JSON text as Go's json.MarshalIndent writes it, from the same text without its extra escapes.
 * Source: https://pkg.go.dev/encoding/json#Marshal
 */
export function escapeAsGo(json: string): string {
  return json.replace(
    ESCAPED_BY_GO,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Two-space indented JSON with sorted keys.
 *
 * @param indent how many spaces the line on which the value begins is indented by
 */
export function formatJson(value: JsonValue, indent = 0): string {
  return write(value, `\n${' '.repeat(indent)}`);
}
