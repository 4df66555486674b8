/** JSON values that take little memory until they are needed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { parseJson } from './parse.ts';
import type { JsonValue } from './value.ts';
import { canonicalJson } from './write.ts';

/** Something that holds a JSON value and makes it when it is needed. */
export interface Packed<Value extends JsonValue = JsonValue> {
  unpack: () => Value;
}

/** Shorter text is not worth the time. */
const MIN_LENGTH = 16 * 1024;

/**
 * A JSON value kept as its text, compressed when it is long: a fraction of the memory of its
 * objects.
 */
export class PackedJson<Value extends JsonValue = JsonValue> implements Packed<Value> {
  readonly #text: string | Buffer;

  constructor(value: Value) {
    const text = canonicalJson(value);
    this.#text = text.length >= MIN_LENGTH ? deflateRawSync(text, { level: 1 }) : text;
  }

  unpack(): Value {
    const text = this.#text;
    // The text was made from a value of this type.
    return parseJson(typeof text === 'string' ? Buffer.from(text) : inflateRawSync(text)) as Value;
  }

  /**
   * Orders packed values in some fixed way that depends on what they hold alone; 0 for the same
   * values.
   */
  compare(other: PackedJson<Value>): number {
    return Buffer.compare(Buffer.from(this.#text), Buffer.from(other.#text));
  }
}
