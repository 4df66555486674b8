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
  SCALAR_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml';
import { isSafeNumber } from 'lossless-json';
import { ExactNumber, setOwn, type JsonValue } from '../../storage/json-value.ts';
import { lineAndColumn, mappingKeys, offsetOf } from './locate.ts';
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

const KEY_MUST_BE_TEXT = 'a key that is not text: write it in quotes';

/**
 * A mapping whose keys are text, or plain integers.
 *
 * @param onIntegerKey hears that there was an integer
 */
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

const SCALARS = CORE_SCHEMA.withTags(exactInteger, exactFloat, mergeTag);

/** Text that is not YAML, or YAML that has no counterpart in JSON. */
export class YamlError extends Error {
  readonly findings: readonly LocatedFinding[];

  constructor(findings: readonly LocatedFinding[]) {
    super(findings[0]?.message);
    this.findings = findings;
  }
}

const countOf = (count: number) => count.toLocaleString('en');

/** The parser's reasons in words that say what to do; `$1` is the first group of the pattern. */
const REASONS: readonly (readonly [reason: RegExp, words: string])[] = [
  [/^recursive alias "(.+)"/, 'the anchor "$1" holds itself: write the value out'],
  [
    /^unidentified alias "(.+)"/,
    '*$1 refers to no anchor above it: add &$1, or write the text in quotes',
  ],
  [
    /^unknown \w+ tag !<tag:yaml\.org,2002:(.+)>/,
    'the tag !!$1 has no meaning here: remove it, or write the text in quotes',
  ],
  [
    /^unknown \w+ tag !<(.+)>/,
    'the tag $1 has no meaning here: remove it, or write the text in quotes',
  ],
  [/^cannot merge mappings/, '<< must be given a map or a list of maps'],
  [/^abnormal merge sequence size/, '<< lists more than 100 maps: merge fewer'],
  [
    /maxTotalMergeKeys/,
    `merge keys repeat more than ${countOf(MAX_REPEATED_VALUES)} values: write fewer`,
  ],
  [/maxDepth/, `nested deeper than ${MAX_CONFIG_DEPTH} levels`],
  [
    /^deficient indentation/,
    'a quote or bracket that was opened above is not closed, or this line must be indented more',
  ],
  [/^tab characters/, 'a tab is used for indentation: use spaces'],
  [
    /^bad indentation of a mapping entry/,
    'bad indentation, or a value that must be in quotes because it holds ": " or begins with @, ` or %',
  ],
  [/^expected valid JSON character/, 'a control character: write it as an escape such as "\\x07"'],
  [/^unacceptable YAML version/, 'this version of YAML is not known: remove the %YAML line'],
  [/^object-based map does not support complex keys/, KEY_MUST_BE_TEXT],
];

/** A key as it is written at an offset, without its quotes. */
const KEY_AT = /(?:"([^"\n]*)"|'([^'\n]*)'|([^\n:]+?))\s*:/y;

function describeReason(text: string, reason: string, offset: number): string {
  if (reason.startsWith('duplicated mapping key')) {
    KEY_AT.lastIndex = offset;
    const key = KEY_AT.exec(text)?.slice(1).find(Boolean);
    return `${key === undefined ? 'a key' : `the key ${JSON.stringify(key)}`} is there twice: keep one`;
  }
  for (const [pattern, words] of REASONS) {
    const match = pattern.exec(reason);
    if (match !== null) return words.replaceAll('$1', () => match[1] ?? '');
  }
  return reason;
}

function syntaxProblem(text: string, error: unknown): unknown {
  if (!(error instanceof YAMLException)) return error;
  const offset = error.mark?.position ?? 0;
  const message = describeReason(text, error.reason, offset);
  return new YamlError([{ message, ...lineAndColumn(text, offset) }]);
}

/** Refuses a second document: a backup has one source. */
function requireOneDocument(text: string, events: readonly Event[]): void {
  const starts = events.flatMap(({ type }, index) => (type === EVENT_ID.DOCUMENT ? [index] : []));
  if (starts[1] === undefined) return;
  const first = events[starts[1] + 1];
  const offset = (first === undefined ? undefined : offsetOf(first)) ?? 0;
  const message = 'the file holds several YAML documents: keep one';
  throw new YamlError([{ message, ...lineAndColumn(text, offset) }]);
}

/** Refuses integers as keys that would be saved in another form than they are written, such as 012 and 0x10. */
function requirePlainIntegerKeys(text: string, events: readonly Event[]): void {
  const findings: LocatedFinding[] = [];
  for (const event of mappingKeys(events)) {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) continue;
    const source = text.slice(event.valueStart, event.valueEnd);
    if (INTEGER.test(source) && source !== String(Number(source))) {
      findings.push({ message: KEY_MUST_BE_TEXT, ...lineAndColumn(text, event.valueStart) });
    }
  }
  if (findings.length > 0) throw new YamlError(findings);
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
      report(`aliases repeat more than ${countOf(MAX_REPEATED_VALUES)} values: write fewer`);
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
  try {
    const events = parseEvents(text, { maxDepth: MAX_CONFIG_DEPTH + 1 });
    requireOneDocument(text, events);
    const seen = { integerKeys: false };
    const map = textKeyedMap(() => {
      seen.integerKeys = true;
    });
    documents = constructFromEvents(events, {
      source: text,
      schema: SCALARS.withTags(map),
      maxTotalMergeKeys: MAX_REPEATED_VALUES,
    });
    if (seen.integerKeys) requirePlainIntegerKeys(text, events);
  } catch (error) {
    throw syntaxProblem(text, error);
  }
  const [value = null] = documents as (JsonValue | undefined)[];
  return value === null
    ? { value: undefined, findings: [] }
    : { value, findings: checkValues(value) };
}
