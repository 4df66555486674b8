/** The places of an object that changed, at any depth: what the rules of the risk look at. */
import { isJsonObject, type JsonValue } from '../../../json/value.ts';
import { canonicalJson } from '../../../json/write.ts';
import { FREE_FORMS } from '../../../project/secrets/free-form.ts';
import { pathOf, type ObjectChange } from '../diff.ts';

/**
 * A place that changed, at any depth: in what came or went whole, and in lists, which an edit has
 * as a whole.
 */
export interface Place {
  /** Keys from the object down, without case and underscores; of an entry of a list, none. */
  readonly path: readonly string[];
  readonly key: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

export function plainKey(key: string): string {
  return key.replaceAll('_', '').toLowerCase();
}

/** Plain keys of what customers fill as they like: no key in it is one of ours. */
export const CUSTOM: ReadonlySet<string> = new Set([...FREE_FORMS.keysEverywhere].map(plainKey));

type Sides = Pick<Place, 'before' | 'after'>;

function sides(before: JsonValue | undefined, after: JsonValue | undefined): Sides {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

export function members(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  return new Map(isJsonObject(value) ? Object.entries(value) : []);
}

export function entries(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** What tells an entry of a list from the others, where something does. */
function nameOf(value: JsonValue): string | undefined {
  const names = members(value);
  for (const key of ['ssoId', 'id', 'name']) {
    const name = names.get(key);
    if (typeof name === 'string') return `${key}:${name}`;
  }
  return undefined;
}

function isNested(value: JsonValue): boolean {
  return isJsonObject(value) || Array.isArray(value);
}

/**
 * The objects and lists in which two lists differ, whatever their order: those of one name
 * together, then as they stand.
 */
function pairEntries(before: readonly JsonValue[], after: readonly JsonValue[]): Sides[] {
  const toKeep = new Map<string, number>();
  const without = (list: readonly JsonValue[]) => (text: string, index: number) => {
    const count = toKeep.get(text) ?? 0;
    toKeep.set(text, count - 1);
    return count > 0 ? [] : [list[index] as JsonValue];
  };
  const differing = (list: readonly JsonValue[], other: readonly string[]): JsonValue[] => {
    toKeep.clear();
    for (const text of other) toKeep.set(text, (toKeep.get(text) ?? 0) + 1);
    return list.map(canonicalJson).flatMap(without(list));
  };
  const [allOld, allNow] = [before.filter(isNested), after.filter(isNested)];
  const old = differing(allOld, allNow.map(canonicalJson));
  const now = differing(allNow, allOld.map(canonicalJson));
  const byName = new Map(now.map((one) => [nameOf(one), one]));
  byName.delete(undefined);
  const pairs: Sides[] = [];
  const rest: JsonValue[] = [];
  const taken = new Set<JsonValue>();
  for (const one of old) {
    const name = nameOf(one);
    const other = byName.get(name);
    byName.delete(name);
    if (other === undefined) rest.push(one);
    else {
      pairs.push(sides(one, other));
      taken.add(other);
    }
  }
  const unnamed = now.filter((one) => !taken.has(one));
  for (let index = 0; index < Math.max(rest.length, unnamed.length); index++) {
    const [a, b] = [rest[index], unnamed[index]];
    // Two that are called differently are two: one went, one came.
    const isPair = a !== undefined && b !== undefined && (nameOf(a) ?? nameOf(b)) === undefined;
    if (isPair) pairs.push(sides(a, b));
    else {
      if (a !== undefined) pairs.push(sides(a, undefined));
      if (b !== undefined) pairs.push(sides(undefined, b));
    }
  }
  return pairs;
}

/** All places that changed, but for those in what customers fill as they like. */
export function placesOf({ edits }: Pick<ObjectChange, 'edits'>): Place[] {
  const places: Place[] = [];
  const visit = (path: readonly string[], { before, after }: Sides): void => {
    if (path.some((key) => CUSTOM.has(key))) return;
    places.push({ path, key: path.at(-1) ?? '', ...sides(before, after) });
    if (Array.isArray(before) || Array.isArray(after)) {
      // Of a value that became a list, or was one, what is in the other is seen as well.
      const list = (value: JsonValue | undefined) =>
        Array.isArray(value) || value === undefined ? entries(value) : [value];
      for (const pair of pairEntries(list(before), list(after))) visit([...path, ''], pair);
      return;
    }
    const old = members(before);
    const now = members(after);
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const [a, b] = [old.get(key), now.get(key)];
      if (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)) continue;
      visit([...path, plainKey(key)], sides(a, b));
    }
  };
  for (const edit of edits) visit(pathOf(edit).map(plainKey), edit);
  return places;
}

export function strings(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return entries(value).filter((one) => typeof one === 'string');
}

/**
 * What is in a list now and was not before; what only moved from one place of the object to another
 * is not.
 */
export function gained(places: readonly Place[]): string[] {
  const old = new Set(places.flatMap(({ before }) => strings(before)));
  return places.flatMap(({ after }) => strings(after)).filter((one) => one !== '' && !old.has(one));
}

export function at(places: readonly Place[], ...keys: readonly string[]): Place[] {
  return places.filter(({ key }) => keys.includes(key));
}

/** The members of an object by their plain keys; of anything else, none. */
export function plainMembers(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  return new Map([...members(value)].map(([key, child]) => [plainKey(key), child]));
}

/**
 * Whether nothing is there: the API answers texts and lists that are empty instead of leaving them
 * out.
 */
export function saysNothing(value: JsonValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether two values say the same, nothing in whichever form included. */
export function saySame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (saysNothing(a) || saysNothing(b)) return saysNothing(a) && saysNothing(b);
  return canonicalJson(a as JsonValue) === canonicalJson(b as JsonValue);
}

/** The places of two objects as if one had become the other. */
export function placesBetween(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Place[] {
  return placesOf({ edits: [{ pointer: '', ...sides(before, after) }] });
}

/** Whether a switch was turned on. */
export function isTurnedOn({ before, after }: Place): boolean {
  return after === true && before !== true;
}

/** Whether a switch that was on is not any more, or is gone. */
export function isTurnedOff({ before, after }: Place): boolean {
  return before === true && after !== true;
}
