/** A side of a plan out of a backup on the disk, or out of a capture of the live project. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Packed } from '../../json/packed.ts';
import { parseJson } from '../../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import { assetContent } from '../../project/restore/snapshot.ts';
import { listFiles } from '../../storage/list-files.ts';
import { PROJECT_FILE } from '../backup/project-file/layout.ts';
import { isJsonFile, RESOURCES_FOLDER, SNAPSHOT_FOLDER } from '../backup/resources-and-snapshot.ts';
import { makeSide, type ProjectSide, type RawProject } from './objects.ts';

function entriesOf(project: JsonObject, name: 'tenants' | 'flows'): JsonObject[] {
  const list = project[name];
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isJsonObject) : [];
}

function contentOf(path: string, bytes: Buffer): JsonValue {
  return isJsonFile(path) ? parseJson(bytes) : assetContent(path, bytes);
}

/**
 * Reads a backup of a live project that was verified.
 *
 * @throws Error for a backup of a config file, and when a file cannot be read
 */
export async function readSavedSide(path: string, manifest: BackupManifest): Promise<ProjectSide> {
  if (manifest.source.type !== 'management-api') {
    throw new Error(
      `backup ${manifest.backup_id} is one of a config file, which no restore writes to a project: copy the file back, or export one from the backup`,
    );
  }
  const project = parseJson(await readFile(join(path, PROJECT_FILE))) as JsonObject;
  const resources = new Map<string, JsonValue>();
  const snapshot = new Map<string, JsonValue>();
  for (const file of (await listFiles(path)).files) {
    if (file.startsWith(RESOURCES_FOLDER)) {
      const section = file.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
      resources.set(section, parseJson(await readFile(join(path, file))));
    } else if (file.startsWith(SNAPSHOT_FOLDER)) {
      const name = file.slice(SNAPSHOT_FOLDER.length);
      snapshot.set(name, contentOf(name, await readFile(join(path, file))));
    }
  }
  return makeSide({
    tenants: entriesOf(project, 'tenants').map(({ tenant_data: data }) => data as JsonObject),
    flows: entriesOf(project, 'flows').map(({ flow_id: id, flow_data: data }) => ({
      id: id as string,
      data: data as JsonObject,
    })),
    resources,
    snapshot,
    coverage: manifest.coverage,
  });
}

/** What a capture of the live project gives, secrets withheld. */
export interface CapturedProject {
  readonly tenants: readonly { readonly unpack: () => { readonly data?: JsonObject } }[];
  readonly flows: readonly { readonly id: string; readonly data: Packed }[];
  readonly resources: ReadonlyMap<string, JsonValue>;
  readonly snapshot: ReadonlyMap<string, Packed | Buffer>;
  readonly coverage: RawProject['coverage'];
}

export function liveSideOf({
  tenants,
  flows,
  resources,
  snapshot,
  coverage,
}: CapturedProject): ProjectSide {
  return makeSide(
    {
      tenants: tenants.flatMap((tenant) => {
        const { data } = tenant.unpack();
        return data === undefined ? [] : [data];
      }),
      flows: flows.map(({ id, data }) => ({ id, data: data.unpack() as JsonObject })),
      resources,
      snapshot: new Map(
        [...snapshot].map(([path, content]) => [
          path,
          Buffer.isBuffer(content) ? assetContent(path, content) : content.unpack(),
        ]),
      ),
      coverage,
    },
    'live',
  );
}
