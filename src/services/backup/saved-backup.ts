/** The one reader of a backup on the disk: its objects by section and id, as they were saved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest } from '../../models/manifest.ts';
import { parseJson } from '../../json/parse.ts';
import type { JsonValue } from '../../json/value.ts';
import { listFiles } from '../../storage/list-files.ts';
import { contentFileOf, parseSnapshotFile } from './content-files.ts';
import { PROJECT_FILE } from './project-file/layout.ts';
import { readEntries, type EntryView, type ProjectEntries } from './project-file/read.ts';
import { SNAPSHOT_FOLDER } from './resources-and-snapshot.ts';

/**
 * A backup that was verified. What stands in it is given with its noise, and without loss; what
 * counts of it is up to the caller. Every call reads anew: nothing is kept but the names of files.
 * Files are read at once, since asynchronous reading takes a large one in thousands of small
 * pieces.
 */
export class SavedBackup {
  readonly #path: string;
  readonly #manifest: BackupManifest;
  /** Paths of the section files by section. */
  readonly #resources: ReadonlyMap<string, string>;
  /** Of the snapshot's files, as it names them. */
  readonly snapshotFiles: readonly string[];
  /**
   * The sections that the manifest says were saved and that have objects of their own here,
   * `snapshot` among them.
   */
  readonly sections: ReadonlySet<string>;

  /** @param files of the backup, relative to it */
  constructor(path: string, manifest: BackupManifest, files: readonly string[]) {
    this.#path = path;
    this.#manifest = manifest;
    const resources = new Map<string, string>();
    const snapshotFiles: string[] = [];
    for (const file of files) {
      const content = contentFileOf(file);
      if (content?.folder === 'resources') resources.set(content.section, file);
      else if (content !== undefined) snapshotFiles.push(content.path);
    }
    this.#resources = resources;
    this.snapshotFiles = snapshotFiles;
    const saved = new Set(
      manifest.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])),
    );
    const all = ['tenants', 'flows', 'snapshot', ...resources.keys()];
    this.sections = new Set(all.filter((section) => saved.has(section)));
  }

  /**
   * The tenants and flows in project.json, as texts of the view.
   *
   * @throws Error when it cannot be read
   */
  readEntries(view: EntryView): ProjectEntries {
    return readEntries(this.#read(PROJECT_FILE), this.#manifest.counts, view);
  }

  /**
   * The value of a section that has a file in `resources/`.
   *
   * @throws Error when it has none, or it cannot be read
   */
  readResource(section: string): JsonValue {
    const file = this.#resources.get(section);
    if (file === undefined) throw new Error(`the backup ${this.#path} has no section ${section}`);
    return parseJson(this.#read(file));
  }

  /** A file of the snapshot: its bytes. @throws Error when it cannot be read */
  readSnapshotBytes(file: string): Buffer {
    return this.#read(SNAPSHOT_FOLDER + file);
  }

  /**
   * A file of the snapshot: its value, or the bytes of one that is not JSON.
   *
   * @throws Error when it cannot be read
   */
  readSnapshotFile(file: string): JsonValue | Buffer {
    return parseSnapshotFile(file, this.readSnapshotBytes(file));
  }

  #read(file: string): Buffer {
    return readFileSync(join(this.#path, file));
  }
}

/**
 * Opens a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when the folder cannot be listed
 */
export async function openBackup(path: string, manifest: BackupManifest): Promise<SavedBackup> {
  return new SavedBackup(path, manifest, (await listFiles(path)).files);
}
