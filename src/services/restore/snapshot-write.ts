/**
 * The one import that writes all files of a snapshot that change: over what live exports at that
 * moment.
 */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { fileContent, fileObject, isIndexFile, SHARED } from '../../project/restore/snapshot.ts';
import type { ProjectSide } from './objects.ts';
import {
  refText,
  type ObjectHash,
  type ObjectRef,
  type PlannedWrite,
  type WriteContext,
} from './planned-write.ts';

/** All files of live, as one object of paths: an import needs them together. */
export const WHOLE_SNAPSHOT: ObjectRef = { section: 'snapshot', id: '', naturalKey: '' };

/** The folder of the files that an index lists, and what it calls each. */
function listedName(index: string, path: string): string | undefined {
  const folder = index.slice(0, index.lastIndexOf('/') + 1);
  if (!path.startsWith(folder) || path === index) return undefined;
  const rest = path.slice(folder.length);
  if (/^(?:widgets\/)?flows\//.test(folder)) return rest.split('/', 1)[0];
  return folder === 'assets/' ? rest : rest.replace(/\.json$/, '');
}

/** An index with the names of files that were added, as the backup's own index lists them. */
function withNames(
  index: string,
  now: JsonValue,
  saved: JsonValue,
  added: readonly string[],
): JsonValue {
  if (!isJsonObject(now) || !isJsonObject(saved)) return now;
  const names = new Set(added.map((path) => listedName(index, path)));
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(now)) setOwn(result, key, child);
  for (const [key, child] of Object.entries(saved)) {
    if (!Array.isArray(child)) continue;
    const there = Array.isArray(now[key]) ? (now[key] as readonly JsonValue[]) : [];
    const wanted = (child as readonly JsonValue[]).filter(
      (one) => typeof one === 'string' && names.has(one) && !there.includes(one),
    );
    if (wanted.length > 0) setOwn(result, key, [...there, ...wanted]);
  }
  return result;
}

/**
 * What is imported: live's files, the changed ones in place of theirs, and indexes that know what
 * was added.
 */
function filesOf(
  parts: readonly PlannedWrite[],
  saved: ProjectSide,
  context: WriteContext,
): JsonObject {
  const live = context.live(WHOLE_SNAPSHOT);
  if (live === undefined) throw new Error('the snapshot of the project could not be read');
  const files: Record<string, JsonValue> = {};
  for (const [path, content] of Object.entries(live)) setOwn(files, path, content);
  const added: string[] = [];
  for (const part of parts) {
    const [ref] = part.objects;
    if (ref === undefined) continue;
    const path = ref.id;
    const hasFile = Object.hasOwn(live, path);
    if (!hasFile) added.push(path);
    const { body } = part.request({
      ...context,
      live: () => (hasFile ? fileObject(live[path] as JsonValue) : undefined),
    });
    if (body !== undefined) setOwn(files, path, fileContent(body));
  }
  for (const [path, content] of saved.indexFiles) {
    if (!isIndexFile(path) || path === 'snapshot.json') continue;
    const now = Object.hasOwn(files, path) ? (files[path] as JsonValue) : {};
    const next = withNames(path, now, content, added);
    if (next !== now) setOwn(files, path, next);
  }
  return files;
}

/** Whether a file that is imported writes an object of another section as well. */
function isShared({ objects }: PlannedWrite, paths: readonly string[]): boolean {
  return objects.some(({ section }) =>
    SHARED.some(([file, other]) => other === section && paths.some((path) => file.test(path))),
  );
}

function merged(maps: readonly ReadonlyMap<string, ObjectHash>[]): Map<string, ObjectHash> {
  return new Map(maps.flatMap((map) => [...map]));
}

/**
 * Makes one import of all files that are planned, in place of each. What such a file writes beside
 * it, such as the attributes of users, goes along and has no write of its own.
 */
export function joinSnapshotWrites(
  writes: readonly PlannedWrite[],
  saved: ProjectSide,
): PlannedWrite[] {
  const files = writes.filter(({ call }) => call === 'snapshotImport');
  const [first] = files;
  if (first === undefined) return [...writes];
  const paths = files.flatMap(({ objects }) => objects.map(({ id }) => id));
  const along = writes.filter((write) => write.action !== 'delete' && isShared(write, paths));
  const parts = [...files].sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
  const all = [...parts, ...along];
  const joined: PlannedWrite = {
    ...first,
    objects: all.flatMap(({ objects }) => objects),
    action: 'update',
    before: merged(all.map(({ before }) => before)),
    after: merged(all.map(({ after }) => after)),
    dependsOn: [
      ...new Map(
        all
          .flatMap(({ dependsOn }) => dependsOn)
          .filter(
            (ref) =>
              !all.some(({ objects }) => objects.some((one) => refText(one) === refText(ref))),
          )
          .map((ref) => [refText(ref), ref]),
      ).values(),
    ],
    doubt: 'repeat',
    reads: [WHOLE_SNAPSHOT],
    request: (context) => ({ body: { files: filesOf(parts, saved, context) } }),
  };
  const replaced = new Set(all);
  return [...writes.filter((write) => !replaced.has(write)), joined];
}

function refOf({ objects }: PlannedWrite): string {
  const [ref] = objects;
  return ref === undefined ? '' : refText(ref);
}
