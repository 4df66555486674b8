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

  /** JSON.stringify cannot write the digits as they are: failing is better than writing something else. */
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

/** Sets an own property whatever its name: plain assignment of `__proto__` would change the prototype. */
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
