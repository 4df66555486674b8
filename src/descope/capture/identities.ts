/**
 * What things of the API are called by: a stable order of collections, and ids that look alike on a
 * disk.
 */
import type { JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { identity } from '../../project/sections/identity.ts';

/**
 * A collection in an order that does not depend on that of the answer.
 *
 * @param nameOf what an object is called by; two of one name are in the order of all that they are
 */
export function sortById(
  values: readonly JsonValue[],
  nameOf: (value: JsonValue) => string = identity,
): JsonValue[] {
  return values
    .map((value) => ({ value, key: `${nameOf(value)}\n${canonicalJson(value)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ value }) => value);
}

/** Groups of ids that are one name on a disk which does not tell case or Unicode forms apart. */
export function lookAlikes(ids: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const form = id.normalize('NFC').toLowerCase();
    groups.set(form, [...(groups.get(form) ?? []), id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
