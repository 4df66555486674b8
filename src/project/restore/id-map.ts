/** Which ids objects have in one project, by what they are called; both ways. */

/**
 * Ids by section and natural key. Of a live project the keys are those of the backup where an
 * object was found again there, so that an object that was renamed is referred to by one key on
 * both sides.
 */
export class IdMap {
  readonly #ids = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  readonly #gone = new Map<string, string>();
  readonly #goneKeys = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #fallback: IdMap | undefined;

  /** @param fallback of the same project, for ids that are not known here */
  constructor(fallback?: IdMap) {
    this.#fallback = fallback;
  }

  set(section: string, naturalKey: string, id: string): void {
    this.#ids.set(JSON.stringify([section, naturalKey]), id);
    this.#keys.set(JSON.stringify([section, id]), naturalKey);
  }

  /**
   * Remembers the id of an object that is gone and would get it again: what still has that id
   * refers to it.
   */
  setGone(section: string, naturalKey: string, id: string): void {
    this.#gone.set(JSON.stringify([section, naturalKey]), id);
    this.#goneKeys.set(JSON.stringify([section, id]), naturalKey);
  }

  /** The id that an object had, and would get again. */
  formerIdOf(section: string, naturalKey: string): string | undefined {
    return this.#gone.get(JSON.stringify([section, naturalKey]));
  }

  /** Says that what is called `ownKey` here is the object of another key. */
  alias(section: string, ownKey: string, naturalKey: string): void {
    this.#aliases.set(JSON.stringify([section, ownKey]), naturalKey);
  }

  idOf(section: string, naturalKey: string): string | undefined {
    return this.#ids.get(JSON.stringify([section, naturalKey]));
  }

  keyOf(section: string, id: string): string | undefined {
    const key = JSON.stringify([section, id]);
    return this.#keys.get(key) ?? this.#goneKeys.get(key) ?? this.#fallback?.keyOf(section, id);
  }

  /** The key that an object is referred to by, from what it is called here. */
  canonical(section: string, ownKey: string): string {
    return this.#aliases.get(JSON.stringify([section, ownKey])) ?? ownKey;
  }

  has(section: string, naturalKey: string): boolean {
    return this.idOf(section, naturalKey) !== undefined;
  }
}
