/** What the objects of a backup are called by, as changes.json has it. */
import { withoutNoise } from '../../project/noise.ts';
import { isByTenant, nameInSection } from '../../project/sections/identity.ts';
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';

/**
 * Objects by their ids, in the order in which they came. Two of one id stay two: the second is
 * `<id>#2`.
 */
export class ObjectsById<T> {
  readonly #map = new Map<string, T>();
  /**
   * Numbers that the next objects of an id in use may have, so that many of one id do not take the
   * square of the time.
   */
  readonly #nextCopies = new Map<string, number>();

  get map(): ReadonlyMap<string, T> {
    return this.#map;
  }

  add(id: string, object: T): void {
    this.#map.set(this.#map.has(id) ? this.#numbered(id) : id, object);
  }

  #numbered(id: string): string {
    let copy = this.#nextCopies.get(id) ?? 2;
    while (this.#map.has(`${id}#${copy}`)) copy++;
    this.#nextCopies.set(id, copy + 1);
    return `${id}#${copy}`;
  }
}

/**
 * The objects in the value of `resources/<section>.json`, with noise or without: of a list its
 * elements; of a section by tenant what each tenant has; any other value is one object, which is
 * called like the section. The ids are the same with and without noise.
 */
export function resourceObjects(
  section: string,
  value: JsonValue,
): Iterable<readonly [id: string, object: JsonValue]> {
  if (isJsonObject(value) && isByTenant(section)) return Object.entries(value);
  if (!Array.isArray(value)) return [[section, value]];
  const objects = new ObjectsById<JsonValue>();
  for (const one of value as readonly JsonValue[]) {
    objects.add(nameInSection(section, one) ?? canonicalJson(withoutNoise(one)), one);
  }
  return objects.map;
}
