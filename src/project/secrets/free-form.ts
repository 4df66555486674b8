/**
 * What is not searched for secrets by name, with the reason. Everything else is. The secrets of the
 * run itself are looked for here as well. docs/coverage.md repeats the reasons, and a test holds
 * both together.
 */
import { SECTION_ROWS } from '../sections/index.ts';
import type { SectionRow, SnapshotTwin } from '../sections/section.ts';
import { FREE_FOLDERS } from '../snapshot-layout.ts';

const SNAPSHOT = 'snapshot/';

/** Something that is not searched: places, and a key when it is but a member there. */
export interface Unsearched {
  /**
   * Sections, and paths below `snapshot/` of the backup, a folder with a slash at its end; empty:
   * everywhere.
   */
  readonly places: readonly string[];
  readonly key?: string;
  readonly why: string;
}

function placeOf(twin: SnapshotTwin | undefined): string[] {
  return twin === undefined ? [] : [`${SNAPSHOT}${twin.path}`];
}

function unsearchedIn({ name, snapshot, freeForm }: SectionRow): Unsearched[] {
  return freeForm.flatMap(({ why, members, unsearched }): Unsearched[] => {
    if (unsearched === 'nowhere') return [];
    const places = unsearched === 'everywhere' ? [] : [name, ...placeOf(snapshot)];
    if (members === 'all') return places.length === 0 ? [] : [{ places, why }];
    return members.map((key) => ({ places, key, why }));
  });
}

/** The places and members that are free form, by the rows of the sections. */
export class FreeForms {
  readonly all: readonly Unsearched[];
  /** Keys of members that are free form wherever they stand. */
  readonly keysEverywhere: ReadonlySet<string>;
  readonly #keysAt = new Map<string, Set<string>>();
  readonly #places: ReadonlySet<string>;
  readonly #folders: readonly string[];

  constructor(rows: readonly SectionRow[]) {
    const ofFolders = [...FREE_FOLDERS].map(([folder, why]): Unsearched => {
      return { places: [`${SNAPSHOT}${folder}`], why };
    });
    this.all = [...rows.flatMap(unsearchedIn), ...ofFolders];
    const whole = this.all.filter(({ key }) => key === undefined).flatMap(({ places }) => places);
    this.#places = new Set(whole);
    this.#folders = whole.filter((place) => place.endsWith('/'));
    const everywhere = this.all.filter(({ places }) => places.length === 0);
    this.keysEverywhere = new Set(everywhere.flatMap(({ key }) => key ?? []));
    for (const { places, key } of this.all) {
      for (const place of key === undefined ? [] : places) {
        this.#keysAt.set(place, (this.#keysAt.get(place) ?? new Set()).add(key as string));
      }
    }
  }

  /**
   * Whether keys under this one are names of the customer's, in this place; without a place nothing
   * is free form.
   */
  isFreeKey(key: string, place: string | undefined): boolean {
    if (place === undefined) return false;
    return this.keysEverywhere.has(key) || this.#keysAt.get(place)?.has(key) === true;
  }

  /** @param place a section, or the path of a file of the snapshot, `snapshot/...` */
  isFreePlace(place: string): boolean {
    return this.#places.has(place) || this.#folders.some((folder) => place.startsWith(folder));
  }
}

/** Of the sections that there are. */
export const FREE_FORMS = new FreeForms(SECTION_ROWS);

/** As {@link FreeForms.isFreePlace}, of the sections that there are. */
export function isFreePlace(place: string): boolean {
  return FREE_FORMS.isFreePlace(place);
}
