/** Which ids objects have in one project, by what they are called; both ways. */

/**
 * Ids by section and natural key. Of a live project the keys are those of the backup where an object was found again there,
 * so that an object that was renamed is referred to by one key on both sides.
 */
export class IdMap {
  readonly #ids = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  readonly #aliases = new Map<string, string>();

  set(section: string, naturalKey: string, id: string): void {
    this.#ids.set(JSON.stringify([section, naturalKey]), id);
    this.#keys.set(JSON.stringify([section, id]), naturalKey);
  }

  /** Says that what is called `ownKey` here is the object of another key. */
  alias(section: string, ownKey: string, naturalKey: string): void {
    this.#aliases.set(JSON.stringify([section, ownKey]), naturalKey);
  }

  idOf(section: string, naturalKey: string): string | undefined {
    return this.#ids.get(JSON.stringify([section, naturalKey]));
  }

  keyOf(section: string, id: string): string | undefined {
    return this.#keys.get(JSON.stringify([section, id]));
  }

  /** The key that an object is referred to by, from what it is called here. */
  canonical(section: string, ownKey: string): string {
    return this.#aliases.get(JSON.stringify([section, ownKey])) ?? ownKey;
  }

  has(section: string, naturalKey: string): boolean {
    return this.idOf(section, naturalKey) !== undefined;
  }
}
