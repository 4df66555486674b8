/** Which ids the objects of a project have, by what people call them. */
import type { LiveIds } from './planned-write.ts';

export class KnownLiveIds implements LiveIds {
  readonly #sections = new Map<string, Map<string, string>>();

  idOf(section: string, naturalKey: string): string | undefined {
    return this.#sections.get(section)?.get(naturalKey);
  }

  set(section: string, naturalKey: string, id: string): void {
    const keys = this.#sections.get(section) ?? new Map<string, string>();
    this.#sections.set(section, keys.set(naturalKey, id));
  }
}
