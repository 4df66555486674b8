/** The parsing of YAML 1.2 without loss, and the refusal of what JSON cannot hold. */
import {
  constructFromEvents,
  EVENT_ID,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml';
import { ExactNumber, type JsonValue } from '../../json/value.ts';
import { findAmbiguousScalars, type AmbiguousScalar } from './ambiguous-scalars.ts';
import { lineAndColumn } from '../locate.ts';
import {
  MAX_CONFIG_DEPTH,
  MAX_REPEATED_VALUES,
  TOO_DEEP,
  type ConfigFinding,
  type LocatedFinding,
} from '../problems.ts';
import { mappingKeys, offsetOf, yamlNodes } from './events.ts';
import { describeYamlProblem } from './problems.ts';
import { configSchema, FLOAT, INTEGER, KEY_MUST_BE_TEXT } from './schema.ts';

/** Text that is not YAML, or YAML that has no counterpart in JSON. */
export class YamlError extends Error {
  readonly findings: readonly LocatedFinding[];

  constructor(findings: readonly LocatedFinding[]) {
    super(findings[0]?.message);
    this.findings = findings;
  }
}

const MERGED_TWICE =
  'the key "<<" is there twice: keep one, which may list several maps, such as <<: [*a, *b]';

/** Refuses a second document: a backup has one source. */
function requireOneDocument(text: string, events: readonly Event[]): void {
  const starts = events.flatMap(({ type }, index) => (type === EVENT_ID.DOCUMENT ? [index] : []));
  if (starts[0] === undefined || starts[1] === undefined) return;
  const first = events[starts[1] + 1];
  const own = first === undefined ? undefined : offsetOf(text, first);
  // An empty document has no place but that of its mark, which no text can hold at the start of a
  // line.
  const [opening] = events;
  const isMarked = opening?.type === EVENT_ID.DOCUMENT && opening.explicitStart;
  const marks = Array.from(text.matchAll(/^---(?=\s|$)/gm), ({ index }) => index);
  const offset = own ?? marks[isMarked ? 1 : 0] ?? 0;
  const message = 'the file holds several YAML documents: keep one';
  throw new YamlError([{ message, ...lineAndColumn(text, offset) }]);
}

/**
 * Refuses numbers as keys that would be saved in another form than they are written, such as 012,
 * 0x10 and 1e3.
 */
function requirePlainIntegerKeys(text: string, events: readonly Event[]): void {
  const findings: LocatedFinding[] = [];
  for (const event of mappingKeys(events)) {
    if (event.type !== EVENT_ID.SCALAR) continue;
    // With a tag, a number in quotes is one, and one without quotes may be text.
    const tag = event.tagStart < 0 ? undefined : text.slice(event.tagStart, event.tagEnd);
    const mayBeNumber =
      tag === undefined ? event.style === SCALAR_STYLE.PLAIN : /(?:int|float)>?$/.test(tag);
    const source = text.slice(event.valueStart, event.valueEnd);
    if (!mayBeNumber) continue;
    const isNumber = INTEGER.test(source) || FLOAT.test(source);
    if (isNumber && source !== String(Number(source))) {
      findings.push({ message: KEY_MUST_BE_TEXT, ...lineAndColumn(text, event.valueStart) });
    }
  }
  if (findings.length > 0) throw new YamlError(findings);
}

/** Whether a key merges a map into its own. In quotes, `<<` is a key like any other. */
function isMergeKey(text: string, event: Event): boolean {
  if (event.type !== EVENT_ID.SCALAR) return false;
  if (event.tagStart >= 0) return /[:!]merge>?$/.test(text.slice(event.tagStart, event.tagEnd));
  return (
    event.style === SCALAR_STYLE.PLAIN && text.slice(event.valueStart, event.valueEnd) === '<<'
  );
}

/**
 * Refuses a second merge key in a map: of a value that both have, readers of YAML take one or the
 * other.
 */
function requireSingleMergeKeys(text: string, events: readonly Event[]): void {
  if (!/<<|merge/.test(text)) return;
  const seen = new Set<Event>();
  const findings: LocatedFinding[] = [];
  for (const { event, isKey, parent } of yamlNodes(events, (one) => isMergeKey(text, one))) {
    if (!isKey || parent === undefined) continue;
    if (seen.has(parent)) {
      const place = lineAndColumn(text, offsetOf(text, event) ?? 0);
      findings.push({ message: MERGED_TWICE, ...place });
    }
    seen.add(parent);
  }
  if (findings.length > 0) throw new YamlError(findings);
}

/**
 * Refuses what JSON cannot hold: .inf and .nan, aliases that repeat without end and nesting that
 * is too deep.
 */
function checkValues(root: JsonValue): ConfigFinding[] {
  const findings: ConfigFinding[] = [];
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
      const most = MAX_REPEATED_VALUES.toLocaleString('en');
      report(`aliases repeat more than ${most} values: write fewer`);
      return false;
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      report('.inf and .nan are not numbers that a backup can hold');
    }
    if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return true;
    if (path.length >= MAX_CONFIG_DEPTH) {
      report(TOO_DEEP);
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

export interface ParsedYaml {
  /** Undefined for an empty file. */
  readonly value: JsonValue | undefined;
  /** What is wrong, and must be located. */
  readonly findings: readonly ConfigFinding[];
  /** What readers of YAML 1.1 take otherwise, in the order of the file. */
  readonly ambiguous: readonly AmbiguousScalar[];
}

/**
 * Parses one YAML 1.2 document (core schema and merge keys) without loss.
 *
 * @throws YamlError
 */
export function parseYaml(text: string): ParsedYaml {
  let documents: unknown[];
  let events: Event[] = [];
  try {
    events = parseEvents(text, { maxDepth: MAX_CONFIG_DEPTH + 1 });
    requireOneDocument(text, events);
    requireSingleMergeKeys(text, events);
    const seen = { integerKeys: false };
    const schema = configSchema(() => {
      seen.integerKeys = true;
    });
    documents = constructFromEvents(events, {
      source: text,
      schema,
      maxTotalMergeKeys: MAX_REPEATED_VALUES,
    });
    if (seen.integerKeys) requirePlainIntegerKeys(text, events);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new YamlError([describeYamlProblem(text, events, error)]);
  }
  const [value = null] = documents as (JsonValue | undefined)[];
  return value === null
    ? { value: undefined, findings: [], ambiguous: [] }
    : { value, findings: checkValues(value), ambiguous: findAmbiguousScalars(text, events) };
}
