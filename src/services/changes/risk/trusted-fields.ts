/**
 * Fields that say whom a provider of identities is: what an attacker who stands in for it must
 * change.
 */
import { isJsonObject, type JsonValue } from '../../../json/value.ts';
import { CUSTOM, members, plainKey, saySame, saysNothing, strings } from './changed-places.ts';

export interface TrustedFields {
  /** By plain key, what the field is called for people. */
  readonly names: ReadonlyMap<string, string>;
  /** Plain keys of lists that only count when they get an entry. */
  readonly lists: ReadonlySet<string>;
}

/** The fields of a value at any depth, by where they stand. */
function fieldsOf(value: JsonValue | undefined, { names }: TrustedFields): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  const visit = (object: JsonValue | undefined, path: string): void => {
    for (const [key, child] of members(object)) {
      const plain = plainKey(key);
      if (CUSTOM.has(plain)) continue;
      if (names.has(plain)) found.set(`${path}/${plain}`, child);
      else if (isJsonObject(child)) visit(child, `${path}/${plain}`);
    }
  };
  visit(value, '');
  return found;
}

/** Whether a value has any of the fields, filled. */
export function isConfigured(value: JsonValue | undefined, fields: TrustedFields): boolean {
  return [...fieldsOf(value, fields).values()].some((one) => !saysNothing(one));
}

/**
 * What the fields are called that differ; none when all of them are gone, since nobody is trusted
 * then.
 */
export function changedFields(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  fields: TrustedFields,
): string[] {
  const old = fieldsOf(before, fields);
  const now = fieldsOf(after, fields);
  if ([...now.values()].every(saysNothing)) return [];
  const changed = new Set<string>();
  for (const place of new Set([...old.keys(), ...now.keys()])) {
    const key = place.slice(place.lastIndexOf('/') + 1);
    const [a, b] = [old.get(place), now.get(place)];
    const isMore = fields.lists.has(key)
      ? strings(b).some((one) => !strings(a).includes(one))
      : !saySame(a, b);
    if (isMore) changed.add(fields.names.get(key) ?? key);
  }
  return [...changed];
}
