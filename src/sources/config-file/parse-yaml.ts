import {
  CORE_SCHEMA,
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  EVENT_ID,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  parseEvents,
  YAMLException,
  type Event,
} from 'js-yaml';
import { isSafeNumber } from 'lossless-json';
import { ExactNumber, setOwn, type JsonValue } from '../../storage/json-value.ts';
import { lineAndColumn } from './locate.ts';
import { MAX_CONFIG_DEPTH, type Finding, type LocatedFinding } from './problems.ts';

/** Aliases and merge keys may repeat this many values: enough for any real file, too few for a bomb. */
const MAX_REPEATED_VALUES = 1_000_000;

const INTEGER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const FLOAT = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const NUMBER_STARTS = Array.from('-+.0123456789');

/** An integer of YAML 1.2's core schema, digit for digit. */
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

/** A float of YAML 1.2's core schema. `.inf` and `.nan` are resolved here and refused in {@link checkValues}. */
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

/** A mapping whose keys are text. A number that is a key would be saved in another form than it was written. */
const textKeyedMap = defineMappingTag('tag:yaml.org,2002:map', {
  ...mapTag,
  addPair: (carrier: Record<string, unknown>, key, value) => {
    if (typeof key !== 'string' && !Number.isSafeInteger(key)) {
      return 'a key that is not text: write it in quotes';
    }
    setOwn(carrier, String(key), value);
    return '';
  },
});

const SCHEMA = CORE_SCHEMA.withTags(exactInteger, exactFloat, textKeyedMap, mergeTag);

/** Text that is not YAML, or YAML that has no counterpart in JSON. */
export class YamlError extends Error {
  readonly findings: readonly LocatedFinding[];

  constructor(findings: readonly LocatedFinding[]) {
    super(findings[0]?.message);
    this.findings = findings;
  }
}

function syntaxProblem(text: string, error: unknown): unknown {
  if (!(error instanceof YAMLException)) return error;
  const reason = error.reason.includes('maxTotalMergeKeys')
    ? `merge keys repeat more than ${MAX_REPEATED_VALUES} values`
    : error.reason.includes('maxDepth')
      ? `nested deeper than ${MAX_CONFIG_DEPTH} levels`
      : error.reason;
  return new YamlError([{ message: reason, ...lineAndColumn(text, error.mark?.position ?? 0) }]);
}

/** Where the second document of a stream begins, as far as its content tells. */
function secondDocument(events: readonly Event[]): Event | undefined {
  const starts = events.flatMap(({ type }, index) => (type === EVENT_ID.DOCUMENT ? [index] : []));
  return starts[1] === undefined ? undefined : events[starts[1] + 1];
}

/**
 * Refuses what JSON cannot hold: .inf and .nan, aliases that repeat without end, nesting that is too deep, which
 * is also how an anchor that holds itself shows.
 */
function checkValues(root: JsonValue): Finding[] {
  const findings: Finding[] = [];
  const path: (string | number)[] = [];
  const seen = new Set<object>();
  let repeated = 0;
  const report = (message: string): void => {
    findings.push({ path: [...path], message });
  };
  const visitAt = (step: string | number, value: JsonValue, isRepeated: boolean): boolean => {
    path.push(step);
    const goesOn = visit(value, isRepeated);
    path.pop();
    return goesOn;
  };
  /** @returns false to end the walk: the rest would be more of the same */
  const visit = (value: JsonValue, isRepeated: boolean): boolean => {
    if (isRepeated && ++repeated > MAX_REPEATED_VALUES) {
      report(`aliases repeat more than ${MAX_REPEATED_VALUES} values`);
      return false;
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      report('.inf and .nan are not numbers that a backup can hold');
    }
    if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return true;
    if (path.length >= MAX_CONFIG_DEPTH) {
      report(`nested deeper than ${MAX_CONFIG_DEPTH} levels`);
      return false;
    }
    const again = isRepeated || seen.has(value);
    seen.add(value);
    if (Array.isArray(value)) {
      return value.every((item: JsonValue, index) => visitAt(index, item, again));
    }
    const object = value as Record<string, JsonValue>;
    return Object.keys(object).every((key) => visitAt(key, object[key] as JsonValue, again));
  };
  visit(root, false);
  return findings;
}

/**
 * Parses one YAML 1.2 document (core schema and merge keys) without loss.
 *
 * @returns the value, or undefined for an empty file; and what must be located and reported
 * @throws YamlError
 */
export function parseYaml(text: string): { value: JsonValue | undefined; findings: Finding[] } {
  let documents: unknown[];
  let second: Event | undefined;
  try {
    const events = parseEvents(text, { maxDepth: MAX_CONFIG_DEPTH + 1 });
    second = secondDocument(events);
    documents = constructFromEvents(events, {
      source: text,
      schema: SCHEMA,
      maxTotalMergeKeys: MAX_REPEATED_VALUES,
    });
  } catch (error) {
    throw syntaxProblem(text, error);
  }
  if (documents.length > 1) {
    const offset = second !== undefined && 'start' in second ? second.start : 0;
    const message = 'the file holds several YAML documents: keep one';
    throw new YamlError([{ message, ...lineAndColumn(text, offset) }]);
  }
  const [value = null] = documents as (JsonValue | undefined)[];
  return value === null
    ? { value: undefined, findings: [] }
    : { value, findings: checkValues(value) };
}
