/** The files of a project snapshot, and which of them are safe to save. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { Redactor } from '../../project/own-secrets.ts';
import { WITHHELD_MARK } from '../../project/secrets/withhold.ts';
import {
  flowFileOf,
  isJsonPath,
  isTextPath,
  partOf,
  SNAPSHOT_PARTS,
} from '../../project/snapshot-layout.ts';
import { objectLimitReason } from '../../json/limits.ts';
import { unsafePathReason } from '../../storage/safe-names.ts';
import { PackedJson, type Packed } from '../../json/packed.ts';
import { PathNames, pathsWithoutPlace } from '../../storage/path-names.ts';
import { readInRuns } from '../answer.ts';
import { READ_ENDPOINTS } from '../reads.ts';

/** A file of a snapshot: a JSON value, or the bytes of an asset. */
export type SnapshotFile = Packed | Buffer;

/** Where the files lie in a backup. */
const FOLDER = 'snapshot';

/**
 * What a file is tells its name: JSON, text, or something else in base64.
 *
 * @returns undefined for what is none of these
 */
function readSnapshotFile(path: string, content: JsonValue): SnapshotFile | undefined {
  const isJson = isJsonObject(content) || Array.isArray(content);
  if (isJson && isJsonPath(path)) return new PackedJson(content);
  if (typeof content === 'string' && !isJsonPath(path)) {
    if (isTextPath(path)) return Buffer.from(content);
    const bytes = Buffer.from(content, 'base64');
    const isWhole = bytes.toString('base64').replace(/=+$/, '') === content.replace(/=+$/, '');
    if (isWhole) return bytes;
  }
  return undefined;
}

/** Why a file cannot be saved; undefined when it can. */
function fileReason(path: string, content: JsonValue): string | undefined {
  const unsafe = unsafePathReason(`${FOLDER}/${path}`);
  if (unsafe !== undefined) return `the path is not safe: ${unsafe}`;
  return objectLimitReason(content);
}

/** The files of a snapshot by their paths. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SnapshotFile>;
  /** Files that cannot be saved, by their paths, and why. */
  readonly failures: ReadonlyMap<string, string>;
  /**
   * Paths that differ from another only in case or Unicode form: not every disk has a place for
   * each.
   */
  readonly lookAlikes: readonly string[];
}

/**
 * Reads the answer with a snapshot, file by file: it can be large. A file that cannot be saved
 * costs only itself: its path could leave the folder or is no file name on every system, is a file
 * and a folder, or its value is no file.
 *
 * @throws DescopeApiError when there are no files
 */
export function readSnapshot(chunks: Buffer[], redactor: Redactor): Snapshot {
  const found = new Map<string, SnapshotFile>();
  const failures = new Map<string, string>();
  const add = (given: string, content: JsonValue): void => {
    // First of all: what is checked is the path that is written.
    const path = redactor.redact(given, WITHHELD_MARK);
    const reason = found.has(path) ? 'the snapshot has it twice' : fileReason(path, content);
    const file = reason === undefined ? readSnapshotFile(path, content) : undefined;
    if (file !== undefined) found.set(path, file);
    else failures.set(path, reason ?? 'it is not what its name says: JSON, text or base64');
  };
  readInRuns(READ_ENDPOINTS.snapshot, chunks, redactor, (run) => {
    for (const [path, content] of Object.entries(run as JsonObject)) add(path, content);
  });
  const files = new Map<string, SnapshotFile>();
  const lookAlikes = new Set<string>();
  const names = new PathNames();
  // In a fixed order, so that of two that clash the same one stays.
  for (const [path, file] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const clashes = names.addFile(path);
    const both = clashes.find(({ kind }) => kind !== 'look-alike');
    if (both !== undefined) {
      failures.set(path, `${JSON.stringify(both.path)} is a file and a folder`);
      continue;
    }
    for (const clash of clashes) lookAlikes.add(clash.path);
    files.set(path, file);
  }
  return { files, failures, lookAlikes: [...lookAlikes] };
}

/**
 * The files that have places of their own on a disk that does not tell case or Unicode forms apart;
 * the others fail.
 */
export function withPlaces({ files, failures }: Snapshot): Snapshot {
  const without = pathsWithoutPlace(files.keys());
  return {
    files: new Map([...files].filter(([path]) => !without.has(path))),
    failures: new Map([
      ...failures,
      ...[...without].map(
        ([path, other]) =>
          [
            path,
            `it differs from ${JSON.stringify(other)} only in case or Unicode form, which this disk does not tell apart`,
          ] as const,
      ),
    ]),
    lookAlikes: [],
  };
}

/** How many things a file lists; none where it is not there. */
export function countListed(files: ReadonlyMap<string, SnapshotFile>, path: string): number {
  const file = files.get(path);
  if (file === undefined || Buffer.isBuffer(file)) return 0;
  return Object.values(file.unpack() as JsonObject).reduce<number>(
    (count, list) => count + (Array.isArray(list) ? list.length : 0),
    0,
  );
}

/**
 * Those of the parts that a snapshot alone gives of which files could not be saved, and none could.
 */
export function lostParts({ files, failures }: Snapshot): string[] {
  const saved = new Set([...files.keys()].map(partOf));
  const lost = new Set([...failures.keys()].map(partOf));
  return SNAPSHOT_PARTS.flatMap(({ name }) => (lost.has(name) && !saved.has(name) ? [name] : []));
}

/** The flows of which a file could not be saved: what the snapshot has of them is not all. */
export function flowsOfFiles(paths: Iterable<string>): Set<string> {
  return new Set([...paths].flatMap((path) => flowFileOf(path)?.flow ?? []));
}

/**
 * The flows of a snapshot: everything below `flows/<id>/` in one object each, named after its
 * files.
 */
export function flowsOfSnapshot(
  files: ReadonlyMap<string, SnapshotFile>,
): { id: string; data: Packed }[] {
  const flows = new Map<string, (readonly [file: string, content: Packed])[]>();
  for (const [path, content] of files) {
    const at = flowFileOf(path);
    const file = at?.file.replace(/\.json$/, '') ?? '';
    if (at === undefined || file === '' || file === at.file || Buffer.isBuffer(content)) continue;
    flows.set(at.flow, [...(flows.get(at.flow) ?? []), [file, content]]);
  }
  return [...flows].map(([id, parts]) => ({
    id,
    data: {
      unpack: () => ({
        id,
        ...Object.fromEntries(parts.map(([file, content]) => [file, content.unpack()])),
      }),
    },
  }));
}
