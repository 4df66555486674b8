/** A section of a backup whose texts are made when they are asked for. */

/**
 * A section whose objects become canonical JSON when they are asked for. Most are not: those of the
 * same raw text as before are the same.
 */
export class LazySection implements ReadonlyMap<string, string> {
  readonly #raw: ReadonlyMap<string, string>;
  readonly #canonical: (raw: string) => string;

  /**
   * @param raw texts as they were read, by id
   * @param canonical makes one canonical; sections of the same function can be compared raw
   */
  constructor(raw: ReadonlyMap<string, string>, canonical: (raw: string) => string) {
    this.#raw = raw;
    this.#canonical = canonical;
  }

  /**
   * Whether both have this object with the same raw text. If not, it may be the same object all the
   * same.
   */
  static haveSame(
    a: ReadonlyMap<string, string>,
    b: ReadonlyMap<string, string>,
    id: string,
  ): boolean {
    if (!(a instanceof LazySection && b instanceof LazySection)) return false;
    const raw = a.#raw.get(id);
    return a.#canonical === b.#canonical && raw !== undefined && raw === b.#raw.get(id);
  }

  get size(): number {
    return this.#raw.size;
  }

  get(id: string): string | undefined {
    const raw = this.#raw.get(id);
    return raw === undefined ? undefined : this.#canonical(raw);
  }

  has(id: string): boolean {
    return this.#raw.has(id);
  }

  keys(): MapIterator<string> {
    return this.#raw.keys();
  }

  *entries(): MapIterator<[string, string]> {
    for (const [id, raw] of this.#raw) yield [id, this.#canonical(raw)];
  }

  *values(): MapIterator<string> {
    for (const raw of this.#raw.values()) yield this.#canonical(raw);
  }

  forEach(visit: (text: string, id: string, section: ReadonlyMap<string, string>) => void): void {
    for (const [id, text] of this) visit(text, id, this);
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
