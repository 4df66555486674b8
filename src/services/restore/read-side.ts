/** A side of a plan out of a backup on the disk, or out of a capture of the live project. */
import type { Packed } from '../../json/packed.ts';
import { parseJson } from '../../json/parse.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import { assetContent } from '../../project/restore/snapshot.ts';
import type { EntryView } from '../backup/project-file/read.ts';
import { openBackup, type SavedBackup } from '../backup/saved-backup.ts';
import { makeSide, type ProjectSide, type RawProject } from './objects.ts';

/** An entry of project.json with its id: two of one id stay two of that id. */
const WHOLE_ENTRY: EntryView = {
  ofText: (entry) => `{${entry}}`,
  ofEntry: (entry) => canonicalJson(entry as object as JsonObject),
};

function valuesOf(texts: ReadonlyMap<string, string>): JsonObject[] {
  return [...texts.values()].map((text) => parseJson(Buffer.from(text)) as JsonObject);
}

/** The files in resources/ of sections that were saved. */
function resourcesOf(backup: SavedBackup): Map<string, JsonValue> {
  const elsewhere = new Set(['tenants', 'flows', 'snapshot']);
  const sections = [...backup.sections].filter((section) => !elsewhere.has(section));
  return new Map(sections.map((section) => [section, backup.readResource(section)]));
}

function snapshotOf(backup: SavedBackup): Map<string, JsonValue> {
  return new Map(
    backup.snapshotFiles.map((file) => {
      const content = backup.readSnapshotFile(file);
      return [file, Buffer.isBuffer(content) ? assetContent(file, content) : content];
    }),
  );
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
  const backup = await openBackup(path, manifest);
  const { tenants, flows } = backup.readEntries(WHOLE_ENTRY);
  return makeSide({
    tenants: valuesOf(tenants).map(({ tenant_data: data }) => data as JsonObject),
    flows: valuesOf(flows).map(({ flow_id: id, flow_data: data }) => ({
      id: id as string,
      data: data as JsonObject,
    })),
    resources: resourcesOf(backup),
    snapshot: snapshotOf(backup),
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
