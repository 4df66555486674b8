import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import { unsafeNameReason } from '../../storage/safe-names.ts';
import { parseJsonInRuns } from '../../storage/json-parse.ts';
import { PackedJson, type Packed } from '../../storage/packed-json.ts';
import { readObject } from './client.ts';
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

/** The paths of a snapshot and their folders, of which no two must be one name on any disk. */
class PathNames {
  readonly #names = new Map<string, { readonly path: string; readonly isFile: boolean }>();

  /** @throws SectionError when the path does not go together with those before */
  add(path: string): void {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      this.#addOne(path.slice(0, end), false);
    }
    this.#addOne(path, true);
  }

  #addOne(path: string, isFile: boolean): void {
    const form = path.normalize('NFC').toLowerCase();
    const other = this.#names.get(form);
    if (other !== undefined && other.path !== path) {
      throw new SectionError(
        `the snapshot has two paths that differ only in case or Unicode form: ${JSON.stringify(other.path)} and ${JSON.stringify(path)}`,
      );
    }
    if (other !== undefined && other.isFile !== isFile) {
      throw new SectionError(`the snapshot's ${JSON.stringify(path)} is a file and a folder`);
    }
    this.#names.set(form, { path, isFile });
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

/**
 * Reads the answer with a snapshot, file by file: it can be large.
 *
 * @throws SectionError for a path that could leave its folder or is no file name on every system, for two paths that
 * differ only in case or Unicode form, and for a value that is no file; DescopeApiError when there are no files
 */
export function readSnapshot(bytes: Buffer): Map<string, SnapshotFile> {
  const result = new Map<string, SnapshotFile>();
  const names = new PathNames();
  const add = (path: string, content: JsonValue): void => {
    requireSafePath(path);
    names.add(path);
    result.set(path, readSnapshotFile(path, content));
  };
  readObject(READ_ENDPOINTS.snapshot, bytes, (text) =>
    parseJsonInRuns(text, ['files'], (_files, run) => {
      for (const [path, content] of Object.entries(run as JsonObject)) add(path, content);
    }),
  );
  return result;
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
