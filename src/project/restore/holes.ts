/**
 * Holes: what stands in a value of a backup where a secret was withheld, until something is known
 * to go there.
 */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { WITHHELD_MARK } from '../secrets/withhold.ts';

/** No text of a project holds NUL: the service keeps none. */
const SIGN = '\u0000withheld\u0000';

export interface Hole {
  /** As `coverage` names it. */
  readonly place: string;
  /**
   * The text that the backup has there: the mark, a blank, or a text of which a part was withheld.
   */
  readonly text: string;
}

/** A hole as it stands in a value. */
export function holeText({ place, text }: Hole): string {
  return `${SIGN}${place}\u0000${text}`;
}

/** @returns undefined for any other value */
export function readHole(value: JsonValue | undefined): Hole | undefined {
  if (typeof value !== 'string' || !value.startsWith(SIGN)) return undefined;
  const rest = value.slice(SIGN.length);
  const end = rest.indexOf('\u0000');
  return { place: rest.slice(0, end), text: rest.slice(end + 1) };
}

/**
 * A copy in which `map` has been asked for every text; the very same value where nothing changed.
 */
export function mapTexts(
  value: JsonValue,
  map: (text: string, path: readonly (string | number)[]) => JsonValue,
  path: readonly (string | number)[] = [],
): JsonValue {
  if (typeof value === 'string') return map(value, path);
  if (Array.isArray(value)) {
    const list = value as readonly JsonValue[];
    const mapped: readonly JsonValue[] = list.map((one, index) =>
      mapTexts(one, map, [...path, index]),
    );
    return mapped.every((one, index) => one === list[index]) ? value : mapped;
  }
  if (!isJsonObject(value)) return value;
  let isChanged = false;
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    const kept = mapTexts(child, map, [...path, key]);
    isChanged ||= kept !== child;
    setOwn(result, key, kept);
  }
  return isChanged ? result : value;
}

/** The value as the backup has it, with its marks. */
export function withoutHoles<Value extends JsonValue>(value: Value): Value {
  return mapTexts(value, (text) => readHole(text)?.text ?? text) as Value;
}

/** In front of the places of the live project, so that none is taken for one of the backup. */
const LIVE = 'live ';

export function livePlace(place: string): string {
  return `${LIVE}${place}`;
}

/** Whether a hole is one of the live project itself: what goes there is what is there. */
export function isLiveHole({ place }: Hole): boolean {
  return place.startsWith(LIVE);
}

export interface HoleAt extends Hole {
  readonly path: readonly (string | number)[];
}

export function holesOf(value: JsonValue): HoleAt[] {
  const found: HoleAt[] = [];
  mapTexts(value, (text, path) => {
    const hole = readHole(text);
    if (hole !== undefined) found.push({ ...hole, path });
    return text;
  });
  return found;
}

/** The value at a path; undefined where there is none. */
export function valueAt(
  value: JsonValue | undefined,
  path: readonly (string | number)[],
): JsonValue | undefined {
  let now = value;
  for (const step of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step)) return undefined;
    now = (now as JsonObject)[step];
  }
  return now;
}

/**
 * Puts a hole at a path.
 *
 * @returns undefined when no text stands there: then a key of the value, not a value, was withheld
 */
export function withHole(
  value: JsonValue,
  path: readonly string[],
  place: string,
): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) {
    return typeof value === 'string' ? holeText({ place, text: value }) : undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  const child = withHole((value as JsonObject)[step] as JsonValue, rest, place);
  if (child === undefined) return undefined;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((one, index) =>
      index === Number(step) ? child : one,
    );
  }
  const copy: Record<string, JsonValue> = {};
  for (const [key, one] of Object.entries(value)) setOwn(copy, key, key === step ? child : one);
  return copy;
}

/** Whether a text may not leave: a hole, or the mark itself. */
export function isUnfilled(text: string): boolean {
  return text.includes(SIGN) || text.includes(WITHHELD_MARK);
}
