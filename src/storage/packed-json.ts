import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { parseJson } from './json-parse.ts';
import type { JsonValue } from './json-value.ts';
import { canonicalJson } from './json-write.ts';

/** Something that holds a JSON value and makes it when it is needed. */
export interface Packed {
  unpack: () => JsonValue;
}

/** Shorter text is not worth the time. */
const MIN_LENGTH = 16 * 1024;

/** A JSON value kept as its text, compressed when it is long: a fraction of the memory of its objects. */
export class PackedJson implements Packed {
  readonly #bytes: Buffer;
  readonly #isCompressed: boolean;

  constructor(value: JsonValue) {
    const text = Buffer.from(canonicalJson(value));
    this.#isCompressed = text.length >= MIN_LENGTH;
    this.#bytes = this.#isCompressed ? deflateRawSync(text, { level: 1 }) : text;
  }

  unpack(): JsonValue {
    return parseJson(this.#isCompressed ? inflateRawSync(this.#bytes) : this.#bytes);
  }
}
