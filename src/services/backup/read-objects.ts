/** The objects of a backup as JSON texts with nothing taken away: what a restore goes by. */
import type { BackupManifest } from '../../models/manifest.ts';
import { sha256 } from '../../storage/checksums.ts';
import { parseJson } from '../../json/parse.ts';
import type { JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { LazySection } from './lazy-section.ts';
import { resourceObjects } from './objects-by-id.ts';
import { OBJECTS, type ProjectEntries } from './project-file/read.ts';
import { isJsonFile } from './resources-and-snapshot.ts';
import { openBackup, type SavedBackup } from './saved-backup.ts';

/** JSON texts of the objects of one section by their ids, in the order of the backup. */
export type ObjectTexts = ReadonlyMap<string, string>;

/** The value of an object's text, to the digit. @throws Error when it is no JSON */
export function parseObject(text: string): JsonValue {
  return parseJson(Buffer.from(text));
}

function snapshotText(backup: SavedBackup, file: string): string {
  const bytes = backup.readSnapshotBytes(file);
  return isJsonFile(file) ? bytes.toString() : canonicalJson({ sha256: sha256(bytes) });
}

/**
 * The objects of a backup, section by section. A section is read when it is asked for, and kept
 * then.
 *
 * Ids are those of `changes.json`: roles of a tenant are `<tenant id>/<name>`, files of the
 * snapshot have their path, a section that is one object has its own name, and the second object of
 * one id is `<id>#2`. What an object is:
 *
 * - `tenants`: of a live project `tenant_data`, of a config file `config`; `flows`: `flow_data`.
 *   The text is the one that project.json has; where the file is laid out in another way, it is
 *   made anew from the value.
 * - sections of `resources/`: an element of a list, what a tenant has of a section by tenant (of
 *   `tenant-sso` the list of its configurations as it was answered), or all of a section that is
 *   one object. The text is made anew from the value.
 * - `snapshot`: the text of a JSON file as it stands there; of any other file `{"sha256": ...}`
 *   stands in for its bytes.
 *
 * Whatever was made anew has every member and every digit of the value in the file, stamps and the
 * order of lists too.
 */
export class SavedObjects {
  readonly #backup: SavedBackup;
  readonly #sections = new Map<string, ObjectTexts>();
  #entries: ProjectEntries | undefined;

  constructor(backup: SavedBackup) {
    this.#backup = backup;
  }

  /** The sections that were saved. */
  get sections(): ReadonlySet<string> {
    return this.#backup.sections;
  }

  /** How project.json is laid out. Reads it. @throws Error when it cannot be read */
  get layout(): ProjectEntries['layout'] {
    return this.#readEntries().layout;
  }

  /**
   * @returns undefined for a section that was not saved, which is not the same as one without
   * objects
   * @throws Error when its file cannot be read; for `tenants`, `flows` and `snapshot` also later,
   * when a text is asked for
   */
  get(section: string): ObjectTexts | undefined {
    if (!this.sections.has(section)) return undefined;
    const texts = this.#sections.get(section) ?? this.#read(section);
    this.#sections.set(section, texts);
    return texts;
  }

  /** The bytes of a file of the snapshot. @throws Error when it cannot be read */
  snapshotBytes(file: string): Buffer {
    return this.#backup.readSnapshotBytes(file);
  }

  #readEntries(): ProjectEntries {
    this.#entries ??= this.#backup.readEntries(OBJECTS);
    return this.#entries;
  }

  #read(section: string): ObjectTexts {
    if (section === 'tenants' || section === 'flows') return this.#readEntries()[section];
    if (section === 'snapshot') {
      const files = this.#backup.snapshotFiles.map((file) => [file, file] as const);
      return new LazySection(new Map(files), (file) => snapshotText(this.#backup, file));
    }
    const texts = new Map<string, string>();
    const value = this.#backup.readResource(section);
    for (const [id, object] of resourceObjects(section, value))
      texts.set(id, canonicalJson(object));
    return texts;
  }
}

/**
 * Opens the objects of a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when the folder cannot be listed
 */
export async function readObjects(path: string, manifest: BackupManifest): Promise<SavedObjects> {
  return new SavedObjects(await openBackup(path, manifest));
}
