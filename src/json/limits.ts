/**
 * What a JSON value of a backup may be, so that what is written can be read back anywhere: writers
 * and readers both take it from here. What its files and paths may be is in archive-limits.ts.
 */
import { ExactNumber, type JsonObject, type JsonValue } from './value.ts';

/** Levels of brackets that a JSON file of a backup may have: recursion must end somewhere. */
export const MAX_FILE_DEPTH = 128;
/** Of one saved object. Up to five levels stand around it in the file that it is written to. */
export const MAX_OBJECT_DEPTH = 120;
/** Of an answer of the API: an object that is too deep is named, while the others are read. */
export const MAX_ANSWER_DEPTH = 1000;

/**
 * Of one saved object when it is written, indents included, escapes not: these make it six times as
 * long at most, and a text may be of half a gigabyte in JavaScript.
 */
const MAX_OBJECT_LENGTH = 64 * 2 ** 20;

/** Walks over a value, and gives up as soon as it is over a limit. */
class Measure {
  #left = MAX_OBJECT_LENGTH;

  /** @returns why it is over a limit */
  find(value: JsonValue, depth: number): string | undefined {
    this.#left -= 2 * depth + 8;
    if (typeof value === 'string') this.#left -= value.length;
    if (this.#left < 0) return `larger than ${MAX_OBJECT_LENGTH / 2 ** 20} MiB`;
    if (value === null || typeof value !== 'object' || value instanceof ExactNumber) {
      return undefined;
    }
    if (depth === MAX_OBJECT_DEPTH) return `nested deeper than ${MAX_OBJECT_DEPTH} levels`;
    for (const key of Object.keys(value)) {
      if (!Array.isArray(value)) this.#left -= key.length;
      const reason = this.find((value as JsonObject)[key] as JsonValue, depth + 1);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }
}

/** Why an object cannot be saved, as it could not be read back; undefined when it can. */
export function objectLimitReason(value: JsonValue): string | undefined {
  return new Measure().find(value, 0);
}
