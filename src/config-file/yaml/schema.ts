/** The core schema of YAML 1.2, with exact numbers. */
import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  seqTag,
} from 'js-yaml';
import { isSafeNumber } from 'lossless-json';
import { ExactNumber, setOwn } from '../../json/value.ts';

/** An integer of YAML 1.2's core schema. */
export const INTEGER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
/** A float of it that is finite. An integer in decimal is one too. */
export const FLOAT = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const NUMBER_STARTS = Array.from('-+.0123456789');

/** What is wrong with a key that JSON cannot hold. */
export const KEY_MUST_BE_TEXT = 'a key that is not text: write it in quotes';

/** An integer, digit for digit. */
const exactInteger = defineScalarTag<number | ExactNumber>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: NUMBER_STARTS,
  identify: () => false,
  resolve: (source) => {
    if (!INTEGER.test(source)) return NOT_RESOLVED;
    const value = Number(source);
    return Number.isSafeInteger(value)
      ? value
      : new ExactNumber(BigInt(source.replace(/^\+/, '')).toString());
  },
});

/** Rewrites a float of YAML in JSON's notation, which wants digits on both sides of the point. */
function asJsonNumber(source: string): string {
  return source
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=[0-9])/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?![0-9])/, '');
}

/** A float, digit for digit. `.inf` and `.nan` become numbers that JSON cannot hold. */
const exactFloat = defineScalarTag<number | ExactNumber>('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: NUMBER_STARTS,
  identify: () => false,
  resolve: (source) => {
    if (INFINITY.test(source)) return Infinity;
    if (NOT_A_NUMBER.test(source)) return NaN;
    if (!FLOAT.test(source)) return NOT_RESOLVED;
    const text = asJsonNumber(source);
    return isSafeNumber(text) ? Number(text) : new ExactNumber(text);
  },
});

/** A mapping whose keys are text, or plain integers. */
function textKeyedMap(onIntegerKey: () => void) {
  return defineMappingTag('tag:yaml.org,2002:map', {
    ...mapTag,
    addPair: (carrier: Record<string, unknown>, key, value) => {
      if (typeof key !== 'string') {
        if (!Number.isSafeInteger(key)) return KEY_MUST_BE_TEXT;
        onIntegerKey();
      }
      setOwn(carrier, String(key), value);
      return '';
    },
  });
}

/**
 * A list that is not there for its own aliases: with `finalize`, one that holds itself is refused
 * as a map is.
 */
const list = defineSequenceTag(seqTag.tagName, { ...seqTag, finalize: (items) => items });

const BASE = CORE_SCHEMA.withTags(exactInteger, exactFloat, mergeTag, list);

/**
 * YAML 1.2's core schema and merge keys, without loss.
 *
 * @param onIntegerKey hears of each key that is an integer
 */
export function configSchema(onIntegerKey: () => void) {
  return BASE.withTags(textKeyedMap(onIntegerKey));
}
