import {
  CORE_SCHEMA,
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  EVENT_ID,
  getScalarValue,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  parseEvents,
  SCALAR_STYLE,
  seqTag,
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

/** A list that is not there for its own aliases: with `finalize`, one that holds itself is refused as a map is. */
const list = defineSequenceTag(seqTag.tagName, { ...seqTag, finalize: (items) => items });

const SCALARS = CORE_SCHEMA.withTags(exactInteger, exactFloat, mergeTag, list);

/** Text that is not YAML, or YAML that has no counterpart in JSON. */
export class YamlError extends Error {
  readonly findings: readonly LocatedFinding[];

  constructor(findings: readonly LocatedFinding[]) {
    super(findings[0]?.message);
    this.findings = findings;
  }
}

const countOf = (count: number) => count.toLocaleString('en');

const NO_OFFSET = -1;

const TAB_WORDS = 'a tab is used for indentation: use spaces';

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
  [/^tab characters/, TAB_WORDS],
  [
    /^bad indentation of a mapping entry/,
    'bad indentation, or a value that must be in quotes because it holds ": " or begins with @, ` or %',
  ],
  [/^expected valid JSON character/, 'a control character: write it as an escape such as "\\x07"'],
  [/^unacceptable YAML version/, 'this version of YAML is not known: remove the %YAML line'],
  [/^object-based map does not support complex keys/, KEY_MUST_BE_TEXT],
];

/** What the parser says where a line is not indented as it must be. */
const INDENTATION = /^(?:deficient|bad) indentation|^end of the stream or a document separator/;

/** Where a tab stands in the indentation of the line of an offset, if one does. */
function tabInIndentation(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [indentation = ''] = /^[\s?:-]*/.exec(text.slice(start, offset)) ?? [];
  const tab = indentation.indexOf('\t');
  return tab === -1 ? undefined : start + tab;
}

/** Longer keys are not quoted in a message. */
const MAX_QUOTED_LENGTH = 60;

function describeReason(reason: string): string {
  for (const [pattern, words] of REASONS) {
    const match = pattern.exec(reason);
    if (match !== null) return words.replaceAll('$1', () => match[1] ?? '');
  }
  return reason;
}

/** Where the parser says that a key is: at its first property or its text, and at 0 for one that has neither. */
function reportedOffset(key: Event): number {
  const starts =
    key.type === EVENT_ID.SCALAR
      ? [key.tagStart, key.anchorStart, key.valueStart]
      : [key.type === EVENT_ID.ALIAS ? key.anchorStart : NO_OFFSET];
  return starts.find((start) => start !== NO_OFFSET) ?? NO_OFFSET;
}

/** The key that an error is about. Lists, maps and empty ones as keys have no place of their own. */
function keyAt(events: readonly Event[], offset: number): Event | undefined {
  const keys = [...mappingKeys(events)];
  const find = (start: number) => keys.find((key) => reportedOffset(key) === start);
  return (offset === 0 ? find(NO_OFFSET) : undefined) ?? find(offset);
}

/** Where an event is; for one without a text, the nearest place before it. */
function nearestOffset(events: readonly Event[], event: Event): number {
  for (let index = events.indexOf(event); index >= 0; index--) {
    const before = events[index];
    const offset = before === undefined ? undefined : offsetOf(before);
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** @param events of the text, when it could be parsed so far */
function syntaxProblem(text: string, events: readonly Event[], error: unknown): unknown {
  if (!(error instanceof YAMLException)) return error;
  const problem = (message: string, offset: number) =>
    new YamlError([{ message, ...lineAndColumn(text, offset) }]);
  const { reason } = error;
  const offset = error.mark?.position ?? 0;
  if (INDENTATION.test(reason)) {
    const tab = tabInIndentation(text, offset);
    if (tab !== undefined) return problem(TAB_WORDS, tab);
  }
  if (/YAML (?:version|directive)|%YAML/.test(reason)) {
    return problem(describeReason(reason), Math.max(0, text.search(/^%YAML/m)));
  }
  const isTwice = reason.startsWith('duplicated mapping key');
  const message = describeReason(reason);
  if (!isTwice && message !== KEY_MUST_BE_TEXT) return problem(message, offset);
  const key = keyAt(events, offset);
  const place = key === undefined ? offset : nearestOffset(events, key);
  if (!isTwice) return problem(message, place);
  const name = key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : '';
  const isQuoted = name !== '' && name.length <= MAX_QUOTED_LENGTH;
  return problem(
    `${isQuoted ? `the key ${JSON.stringify(name)}` : 'a key'} is there twice: keep one`,
    place,
  );
}

/** Refuses a second document: a backup has one source. */
function requireOneDocument(text: string, events: readonly Event[]): void {
  const starts = events.flatMap(({ type }, index) => (type === EVENT_ID.DOCUMENT ? [index] : []));
  if (starts[0] === undefined || starts[1] === undefined) return;
  const first = events[starts[1] + 1];
  const own = first === undefined ? undefined : offsetOf(first);
  // An empty document has no place but that of its mark, which no text can hold at the start of a line.
  const [opening] = events;
  const isMarked = opening?.type === EVENT_ID.DOCUMENT && opening.explicitStart;
  const marks = Array.from(text.matchAll(/^---(?=\s|$)/gm), ({ index }) => index);
  const offset = own ?? marks[isMarked ? 1 : 0] ?? 0;
  const message = 'the file holds several YAML documents: keep one';
  throw new YamlError([{ message, ...lineAndColumn(text, offset) }]);
}

/** Refuses integers as keys that would be saved in another form than they are written, such as 012 and 0x10. */
function requirePlainIntegerKeys(text: string, events: readonly Event[]): void {
  const findings: LocatedFinding[] = [];
  for (const event of mappingKeys(events)) {
    if (event.type !== EVENT_ID.SCALAR) continue;
    // With a tag, a number in quotes is one, and one without quotes may be text.
    const tag = event.tagStart < 0 ? undefined : text.slice(event.tagStart, event.tagEnd);
    const isInteger = tag === undefined ? event.style === SCALAR_STYLE.PLAIN : /int>?$/.test(tag);
    const source = text.slice(event.valueStart, event.valueEnd);
    if (!isInteger) continue;
    if (INTEGER.test(source) && source !== String(Number(source))) {
      findings.push({ message: KEY_MUST_BE_TEXT, ...lineAndColumn(text, event.valueStart) });
    }
  }
  if (findings.length > 0) throw new YamlError(findings);
}

/**
 * Refuses what JSON cannot hold: .inf and .nan, aliases that repeat without end and nesting that
 * is too deep.
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
  let events: Event[] = [];
  try {
    events = parseEvents(text, { maxDepth: MAX_CONFIG_DEPTH + 1 });
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
    throw syntaxProblem(text, events, error);
  }
  const [value = null] = documents as (JsonValue | undefined)[];
  return value === null
    ? { value: undefined, findings: [] }
    : { value, findings: checkValues(value) };
}
