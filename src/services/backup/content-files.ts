/** What the files of a backup beside project.json are that hold content, by their paths. */
import { parseJson } from '../../json/parse.ts';
import type { JsonValue } from '../../json/value.ts';
import { isJsonFile, RESOURCES_FOLDER, SNAPSHOT_FOLDER } from './resources-and-snapshot.ts';

/** A file of `resources/`, which is a section, or one of `snapshot/`, by its path there. */
export type ContentFile =
  | { readonly folder: 'resources'; readonly section: string }
  | { readonly folder: 'snapshot'; readonly path: string };

/** @param path relative to the backup; undefined for a file that holds no content */
export function contentFileOf(path: string): ContentFile | undefined {
  if (path.startsWith(RESOURCES_FOLDER)) {
    const section = path.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
    return { folder: 'resources', section };
  }
  if (!path.startsWith(SNAPSHOT_FOLDER)) return undefined;
  return { folder: 'snapshot', path: path.slice(SNAPSHOT_FOLDER.length) };
}

/** The value of a JSON file of a snapshot, or the bytes of any other. @throws as parseJson */
export function parseSnapshotFile(path: string, bytes: Buffer): JsonValue | Buffer {
  return isJsonFile(path) ? parseJson(bytes) : bytes;
}
