/** JSON values without loss, and safe ways to set and read their keys. */

/**
 * A JSON number that a JavaScript number cannot hold exactly, kept as the text that was read:
 * an integer beyond 2^53, a fraction with too many digits, 1e400.
 */
export class ExactNumber {
  readonly text: string;

  /** @param text a number in JSON's own notation */
  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  /**
   * JSON.stringify cannot write the digits as they are: failing is better than writing something
   * else.
   */
  toJSON(): never {
    throw new TypeError('an ExactNumber is written by formatJson, not by JSON.stringify');
  }
}

/** Any JSON value, without loss. */
export type JsonValue =
  null | boolean | number | string | ExactNumber | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}

/**
 * Whether nothing in a value is filled: null, `false`, 0, empty text, and lists and objects of such
 * alone.
 */
export function isBlank(value: JsonValue): boolean {
  if (value === null || typeof value !== 'object') return !value;
  if (value instanceof ExactNumber) return false;
  return Object.values(value as JsonObject).every(isBlank);
}

/**
 * Sets an own property whatever its name: plain assignment of `__proto__` would change the
 * prototype.
 */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}

/** An object's keys in the order of UTF-16 code units. */
export function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index] as string) < (keys[index - 1] as string)) return keys.sort();
  }
  return keys;
}

/**
 * A copy whose keys are sorted at every depth, but for keys like `10`, which JavaScript always puts
 * first.
 */
export function sortKeys<Value extends JsonValue>(value: Value): Value {
  if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return value;
  if (Array.isArray(value)) return value.map(sortKeys) as JsonValue as Value;
  const object = value as JsonObject;
  const sorted: Record<string, JsonValue> = {};
  for (const key of sortedKeys(object)) setOwn(sorted, key, sortKeys(object[key] as JsonValue));
  return sorted as JsonValue as Value;
}
