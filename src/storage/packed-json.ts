import { parseJson } from './json-parse.ts';
import type { JsonValue } from './json-value.ts';
import { canonicalJson } from './json-write.ts';

/** Something that holds a JSON value and makes it when it is needed. */
export interface Packed {
  unpack: () => JsonValue;
}

/** A JSON value kept as its text, which takes a fraction of the memory of its objects. */
export class PackedJson implements Packed {
  readonly #text: Buffer;

  constructor(value: JsonValue) {
    this.#text = Buffer.from(canonicalJson(value));
  }

  unpack(): JsonValue {
    return parseJson(this.#text);
  }
}
