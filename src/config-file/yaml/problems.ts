/** From an error of the YAML parser to a problem with its place. */
import { EVENT_ID, getScalarValue, type Event, type YAMLException } from 'js-yaml';
import { lineAndColumn } from '../locate.ts';
import type { LocatedFinding } from '../problems.ts';
import { isBelow, mappingKeys, NO_OFFSET, offsetOf, yamlNodes } from './events.ts';
import { tabInIndentation } from './places.ts';
import { KEY_MUST_BE_TEXT } from './schema.ts';
import { describeReason, TAB } from './words.ts';

/** Longer names are not shown: a key or token may have slipped in. */
const MAX_NAME_LENGTH = 30;

/** A line that git leaves where two changes conflict. No text of YAML or JSON can stand there. */
const CONFLICT_MARK = /^(?:[<>|]{7} .*|={7})$/m;

/** What the parser says where a line is not indented as it must be. */
const INDENTATION = /^(?:deficient|bad) indentation|^end of the stream or a document separator/;

/** Where the parser says that something is: at its first property, or its text. */
function reportedOffset(event: Event): number {
  const starts =
    event.type === EVENT_ID.SCALAR
      ? [event.tagStart, event.anchorStart, event.valueStart]
      : event.type === EVENT_ID.ALIAS
        ? [event.anchorStart]
        : event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING
          ? [event.tagStart, event.anchorStart, event.start]
          : [];
  return starts.find((start) => start !== NO_OFFSET) ?? NO_OFFSET;
}

/**
 * The key that an error is about. Of lists, maps and empty ones as keys the parser says that they
 * are at 0.
 */
function keyAt(events: readonly Event[], offset: number): Event | undefined {
  const isPlaced = (key: Event) =>
    (key.type === EVENT_ID.SCALAR || key.type === EVENT_ID.ALIAS) &&
    reportedOffset(key) !== NO_OFFSET;
  const keys = mappingKeys(events);
  const unplaced = offset === 0 ? keys.find((key) => !isPlaced(key)) : undefined;
  return unplaced ?? keys.find((key) => isPlaced(key) && reportedOffset(key) === offset);
}

/** Where an event is; for one without a text, the nearest place before it. */
function nearestOffset(text: string, events: readonly Event[], event: Event): number {
  for (let index = events.indexOf(event); index >= 0; index--) {
    const before = events[index];
    const offset = before === undefined ? undefined : offsetOf(text, before);
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** Whether what is written at an offset may be repeated: not where the file has its credentials. */
function mayShowAt(text: string, events: readonly Event[], offset: number) {
  return (name: string): boolean => {
    if (name === '' || name.length > MAX_NAME_LENGTH) return false;
    const found = Array.from(yamlNodes(events)).find(
      ({ event }) => reportedOffset(event) === offset,
    );
    return found !== undefined && !isBelow('auth', found, text);
  };
}

/** A conflict of git that was never resolved, if there is one. */
export function findMergeConflict(text: string): LocatedFinding | undefined {
  const offset = text.search(CONFLICT_MARK);
  if (offset === -1) return undefined;
  return { message: 'a merge conflict is left: resolve it', ...lineAndColumn(text, offset) };
}

/** What is wrong, and where. */
function explain(
  text: string,
  events: readonly Event[],
  reason: string,
  offset: number,
): { message: string; offset: number } {
  const tab = INDENTATION.test(reason) ? tabInIndentation(text, offset) : undefined;
  if (tab !== undefined) return { message: TAB, offset: tab };
  const mayShow = mayShowAt(text, events, offset);
  const problem = describeReason(reason, text, offset, mayShow);
  const isTwice = reason.startsWith('duplicated mapping key');
  if (!isTwice && problem.message !== KEY_MUST_BE_TEXT) return problem;
  const key = keyAt(events, offset);
  const place = key === undefined ? offset : nearestOffset(text, events, key);
  if (!isTwice) return { ...problem, offset: place };
  const name = key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : '';
  const shown = mayShow(name) ? `the key ${JSON.stringify(name)}` : 'a key';
  return { message: `${shown} is there twice: keep one`, offset: place };
}

/**
 * Puts what the parser says into words that help, and finds the place that is meant.
 *
 * @param events of the text; none when it could not be parsed so far
 */
export function describeYamlProblem(
  text: string,
  events: readonly Event[],
  { reason, mark }: YAMLException,
): LocatedFinding {
  const conflict = findMergeConflict(text);
  if (conflict !== undefined) return conflict;
  const { message, offset } = explain(text, events, reason, mark?.position ?? 0);
  return { message, ...lineAndColumn(text, offset) };
}
