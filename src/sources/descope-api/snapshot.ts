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

/**
 * Reads the answer with a snapshot, file by file: it can be large.
 *
 * @throws SectionError for a path that could leave its folder or is no file name on every system, for two paths that
 * differ only in case or Unicode form, and for a value that is no file; DescopeApiError when there are no files
 */
export function readSnapshot(bytes: Buffer): Map<string, SnapshotFile> {
  const result = new Map<string, SnapshotFile>();
  const folded = new Map<string, string>();
  const add = (path: string, content: JsonValue): void => {
    requireSafePath(path);
    const form = path.normalize('NFC').toLowerCase();
    const other = folded.get(form);
    if (other !== undefined) {
      throw new SectionError(
        `the snapshot has two paths that differ only in case or Unicode form: ${JSON.stringify(other)} and ${JSON.stringify(path)}`,
      );
    }
    folded.set(form, path);
    if (isJsonObject(content) || Array.isArray(content)) {
      result.set(path, new PackedJson(content));
    } else if (typeof content === 'string') {
      result.set(path, Buffer.from(content, TEXT_FILE.test(path) ? 'utf8' : 'base64'));
    } else {
      throw new SectionError(`the snapshot's ${JSON.stringify(path)} is neither JSON nor text`);
    }
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
