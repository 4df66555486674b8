/** Finds texts without quotes that the two dialects of YAML take for different values. */
import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';
import { linesAndColumns } from '../locate.ts';
import type { LocatedFinding } from '../problems.ts';
import { isBelow, NO_OFFSET, offsetOf, yamlNodes, type YamlNode } from './events.ts';
import {
  integerOfYaml11,
  isSameReading,
  readAsYaml11,
  readAsYaml12,
  type Reading,
} from './readings.ts';

/** Longer values are not shown. */
const MAX_SHOWN_LENGTH = 60;

/** No other text can be read in two ways, and of these not the common numbers. */
const CANDIDATE = /^(?:[-+]?\.?[0-9].*|[yYnN][eEoO][sS]?|[oO][nNfF][fF]?|=|<<)$/s;
const COMMON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** What those texts begin with. */
const FIRST_SIGNS = '0123456789-+.yYnNoO=<';

/** Keys with a value that is not shown: it may be a secret. */
const MAY_BE_SECRET =
  /credential|passphrase|passw|private|secret|token|webhook|key$|(?:^|[^a-z])(?:auth|otp|pass|pin|pwd)/i;

/** What a text without quotes is taken for, and what to do. */
interface Words {
  readonly fact: string;
  readonly advice: string;
}

/** A text without quotes that is not taken by everybody for what is written. */
export interface AmbiguousScalar extends LocatedFinding {
  /** The message without its advice. */
  readonly fact: string;
}

type Scalar = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

/**
 * What a text that may be ambiguous says; undefined for one in quotes, or with a tag that settles
 * it.
 */
function sourceOf(text: string, event: Event): { source: string; isInteger: boolean } | undefined {
  if (event.type !== EVENT_ID.SCALAR || event.valueStart === NO_OFFSET) return undefined;
  if (!FIRST_SIGNS.includes(text.charAt(event.valueStart))) return undefined;
  const isTagged = event.tagStart !== NO_OFFSET;
  const isInteger = isTagged && /[:!]int>?$/.test(text.slice(event.tagStart, event.tagEnd));
  if (isTagged ? !isInteger : event.style !== SCALAR_STYLE.PLAIN) return undefined;
  const source = getScalarValue(text, event);
  const isCandidate = CANDIDATE.test(source) && !COMMON_NUMBER.test(source);
  return isCandidate ? { source, isInteger } : undefined;
}

function nameReading(reading: Reading, isShown: boolean): string {
  if (reading.kind === 'number') {
    const text = String(reading.value);
    return isShown && text !== 'Infinity' ? `the number ${text}` : 'a number';
  }
  if (reading.kind === 'date') return 'a date';
  if (reading.kind === 'time') return 'a date with a time';
  if (reading.kind === 'error') return 'an error';
  return reading.kind;
}

/** What both dialects lose of a number; undefined where they lose nothing. */
function lostOf(source: string): string | undefined {
  if (/^[-+]?0\d/.test(source)) return 'its leading zeros';
  return /^\+\d/.test(source) ? 'its plus sign' : undefined;
}

function describe(
  { source, isInteger }: { source: string; isInteger: boolean },
  isKey: boolean,
  isShown: boolean,
): Words | undefined {
  const ours = readAsYaml12(source);
  const theirs = isInteger ? integerOfYaml11(source) : readAsYaml11(source, isKey);
  const subject = isShown ? source : 'this value';
  if (!isSameReading(ours, theirs)) {
    const other = ours.kind === theirs.kind ? 'another number' : nameReading(theirs, isShown);
    const what = isShown ? nameReading(theirs, isShown) : other;
    return {
      fact: `${subject} without quotes is ${nameReading(ours, isShown)} here (YAML 1.2), but ${what} for descope-mgmt (YAML 1.1)`,
      advice: 'write it in quotes when it is a text, else in a form that both read alike',
    };
  }
  const lost = ours.kind === 'number' ? lostOf(source) : undefined;
  if (lost === undefined) return undefined;
  return {
    fact: `${subject} without quotes is ${nameReading(ours, isShown)}, without ${lost}`,
    advice: 'write it in quotes to keep it as written',
  };
}

/** `auth` of the file is not stored, and nothing of it is told. */
function isOfAuth({ above: [top] }: YamlNode, text: string): boolean {
  return top?.type === EVENT_ID.SCALAR && getScalarValue(text, top) === 'auth';
}

function mayShow(node: YamlNode, source: string, text: string): boolean {
  if (source.length > MAX_SHOWN_LENGTH || /[\r\n]/.test(source)) return false;
  const keys = node.above.filter((key): key is Scalar => key.type === EVENT_ID.SCALAR);
  return (
    !isBelow('auth', node, text) &&
    !keys.some((key) => MAY_BE_SECRET.test(getScalarValue(text, key)))
  );
}

function findAmbiguous(text: string, events: readonly Event[]): (Words & { offset: number })[] {
  const scalars = new Map<Event, { source: string; isInteger: boolean }>();
  for (const event of events) {
    const scalar = sourceOf(text, event);
    if (scalar !== undefined) scalars.set(event, scalar);
  }
  if (scalars.size === 0) return [];
  const found: (Words & { offset: number })[] = [];
  for (const node of yamlNodes(events, (event) => scalars.has(event))) {
    const { event, isKey } = node;
    const scalar = scalars.get(event);
    if (scalar === undefined || isOfAuth(node, text)) continue;
    const words = describe(scalar, isKey, mayShow(node, scalar.source, text));
    if (words !== undefined) found.push({ ...words, offset: offsetOf(text, event) ?? 0 });
  }
  return found;
}

/**
 * Says of each text without quotes what YAML 1.2 and PyYAML, which descope-mgmt reads with, make of
 * it where they differ, and where a number loses what is written before its digits.
 *
 * @param events of the text, with one document
 * @returns in the order of the file
 */
export function findAmbiguousScalars(text: string, events: readonly Event[]): AmbiguousScalar[] {
  const found = findAmbiguous(text, events);
  const places = linesAndColumns(
    text,
    found.map(({ offset }) => offset),
  );
  return found.map(({ fact, advice }, index) => ({
    message: `${fact}: ${advice}`,
    fact,
    ...places[index],
  }));
}
