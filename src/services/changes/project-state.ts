/** What a backup holds, object by object, so that two backups can be compared. */

/** Objects of one section by their ids, each as canonical JSON without noise: equal text means the same object. */
export type SectionState = ReadonlyMap<string, string>;

/**
 * The sections of a backup that were saved, by name. A section that was not saved is absent, which is not the same
 * as one without objects.
 *
 * - `tenants`: of a config file each tenant's `config`, of a live project its `tenant_data`
 * - `flows`: each `flow_data`
 * - the other sections of `resources/`: by id, else by name, else by all of it; `tenant-settings` and `tenant-sso` by
 *   tenant id, the latter an object of its configurations by `ssoId`; `roles` by `<tenant id>/<name>` where they belong to a tenant; a section that is one object has its own name as id
 * - `snapshot`: each file by its path; a file that is not JSON as `{"sha256": ...}`
 */
export type ProjectState = ReadonlyMap<string, SectionState>;

/**
 * A section whose objects become canonical JSON when they are asked for. Most are not: those of the same raw text as
 * before are the same.
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

  /** Whether both have this object with the same raw text. If not, it may be the same object all the same. */
  static haveSame(a: SectionState, b: SectionState, id: string): boolean {
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
