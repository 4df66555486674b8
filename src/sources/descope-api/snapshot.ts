import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import type { Redactor } from '../../project/own-secrets.ts';
import { unsafeNameReason } from '../../storage/safe-names.ts';
import { PackedJson, type Packed } from '../../storage/packed-json.ts';
import { PathNames, type PathClash } from '../../storage/path-names.ts';
import { readInRuns } from './answer.ts';
import { READ_ENDPOINTS } from './endpoints.ts';
import { SectionError } from './errors.ts';

/** A file of a snapshot: a JSON value, or the bytes of an asset. */
export type SnapshotFile = Packed | Buffer;

/**
 * What only a snapshot gives, by the paths of its files: without one, the plan does not give these at all.
 * Flows, theme, roles, permissions, applications, lists, JWT templates and attributes have calls of their own.
 */
export const SNAPSHOT_ONLY: readonly (readonly [section: string, note: string])[] = [
  ['connectors', 'part of a project snapshot alone'],
  ['authentication-methods', 'part of a project snapshot alone'],
  ['project-settings', 'part of a project snapshot alone'],
  ['widgets', 'part of a project snapshot alone'],
];

/** Text files are sent as text, other assets as base64. Source: writeAsset of Descope's command line tool. */
const TEXT_FILE = /\.(?:txt|html)$/;

function requireSafePath(path: string): void {
  const reason = path.split('/').map(unsafeNameReason).find(Boolean);
  if (reason !== undefined) {
    throw new SectionError(
      `the snapshot has a path that is not safe, ${JSON.stringify(path)}: ${reason}`,
    );
  }
}

/** What a file is tells its name: JSON, text, or something else in base64. */
function readSnapshotFile(path: string, content: JsonValue): SnapshotFile {
  const isJson = isJsonObject(content) || Array.isArray(content);
  if (isJson && path.endsWith('.json')) return new PackedJson(content);
  if (typeof content === 'string' && !path.endsWith('.json')) {
    if (TEXT_FILE.test(path)) return Buffer.from(content);
    const bytes = Buffer.from(content, 'base64');
    const isWhole = bytes.toString('base64').replace(/=+$/, '') === content.replace(/=+$/, '');
    if (isWhole) return bytes;
  }
  throw new SectionError(
    `the snapshot's ${JSON.stringify(path)} is not what its name says: JSON, text or base64`,
  );
}

/** The files of a snapshot by their paths. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SnapshotFile>;
  /** Pairs of paths that differ only in case or Unicode form: not every disk has a place for each. */
  readonly lookAlikes: readonly PathClash[];
}

/**
 * Reads the answer with a snapshot, file by file: it can be large.
 *
 * @throws SectionError for a path that could leave its folder or is no file name on every system, or is a file and a
 * folder, and for a value that is no file; DescopeApiError when there are no files
 */
export function readSnapshot(chunks: Buffer[], redactor: Redactor): Snapshot {
  const result = new Map<string, SnapshotFile>();
  const lookAlikes: PathClash[] = [];
  const names = new PathNames();
  const add = (path: string, content: JsonValue): void => {
    requireSafePath(path);
    for (const clash of names.addFile(path)) {
      if (clash.kind !== 'look-alike') {
        throw new SectionError(
          `the snapshot's ${JSON.stringify(clash.path)} is a file and a folder`,
        );
      }
      lookAlikes.push(clash);
    }
    result.set(path, readSnapshotFile(path, content));
  };
  readInRuns(READ_ENDPOINTS.snapshot, chunks, redactor, (run) => {
    for (const [path, content] of Object.entries(run as JsonObject)) add(path, content);
  });
  return { files: result, lookAlikes };
}

/** The flows of a snapshot: everything below `flows/<id>/` in one object each, named after its files. */
export function flowsOfSnapshot(
  files: ReadonlyMap<string, SnapshotFile>,
): { id: string; data: Packed }[] {
  const flows = new Map<string, (readonly [file: string, content: Packed])[]>();
  for (const [path, content] of files) {
    const [, id, file] = /^flows\/([^/]+)\/(.+)\.json$/.exec(path) ?? [];
    if (id === undefined || file === undefined || Buffer.isBuffer(content)) continue;
    flows.set(id, [...(flows.get(id) ?? []), [file, content]]);
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
