import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupManifest } from '../models/manifest.ts';
import { sha256 } from '../storage/checksums.ts';
import { parseJson, parseJsonInRuns } from '../storage/json-parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';
import { listFiles } from '../storage/list-files.ts';
import { withSortedDomains } from './content-hash.ts';
import { objectWithoutNoise, snapshotFileWithoutNoise, withoutNoise } from './live-noise.ts';
import { isJsonFile, RESOURCES_FOLDER, SNAPSHOT_FOLDER } from './other-files.ts';
import { PROJECT_FILE } from './project-file.ts';
import type { ProjectState } from './project-state.ts';

type Section = Map<string, string>;

/** Two objects of one id stay two. */
function add(section: Section, id: string, text: string): void {
  let free = id;
  for (let copy = 2; section.has(free); copy++) free = `${id}#${copy}`;
  section.set(free, text);
}

/** @param isLive of a config file there is no noise but the order of domains */
function readProjectFile(bytes: Buffer, isLive: boolean): { tenants: Section; flows: Section } {
  const tenants: Section = new Map();
  const flows: Section = new Map();
  parseJsonInRuns(bytes, ['tenants', 'flows'], (list, run) => {
    for (const entry of run as readonly JsonObject[]) {
      if (list === 'flows') {
        const data = entry['flow_data'] as JsonObject;
        add(
          flows,
          entry['flow_id'] as string,
          canonicalJson(isLive ? objectWithoutNoise(data) : data),
        );
        continue;
      }
      const { tenant_id: id, config, tenant_data: data } = entry;
      const value = isJsonObject(data)
        ? objectWithoutNoise(data)
        : withSortedDomains(config as JsonObject);
      add(tenants, id as string, canonicalJson(value));
    }
  });
  return { tenants, flows };
}

/** What an object of a list is called by: its id, else its name, else all of it; a role of a tenant with the tenant. */
function identity(value: JsonValue, section: string): string {
  if (!isJsonObject(value)) return canonicalJson(value);
  const { id, name, tenantId } = value;
  if (section === 'roles' && typeof name === 'string') {
    return typeof tenantId === 'string' && tenantId !== '' ? `${tenantId}/${name}` : name;
  }
  if (typeof id === 'string' && id !== '') return id;
  return typeof name === 'string' && name !== '' ? name : canonicalJson(value);
}

/** Sections that have one entry a tenant. */
const BY_TENANT: ReadonlySet<string> = new Set(['tenant-settings', 'tenant-sso']);

function readResource(section: string, bytes: Buffer): Section {
  const objects: Section = new Map();
  const value = withoutNoise(parseJson(bytes));
  if (Array.isArray(value)) {
    for (const one of value as readonly JsonValue[]) {
      add(objects, identity(one, section), canonicalJson(one));
    }
  } else if (BY_TENANT.has(section) && isJsonObject(value)) {
    for (const [id, one] of Object.entries(value)) add(objects, id, canonicalJson(one));
  } else {
    add(objects, section, canonicalJson(value));
  }
  return objects;
}

function readSnapshotFile(path: string, bytes: Buffer): string {
  return canonicalJson(
    isJsonFile(path) ? snapshotFileWithoutNoise(path, parseJson(bytes)) : { sha256: sha256(bytes) },
  );
}

/**
 * Reads the state of a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when a file cannot be read
 */
export async function readProjectState(
  path: string,
  manifest: BackupManifest,
): Promise<ProjectState> {
  const isLive = manifest.source.type === 'management-api';
  const { tenants, flows } = readProjectFile(await readFile(join(path, PROJECT_FILE)), isLive);
  const sections = new Map<string, Section>([
    ['tenants', tenants],
    ['flows', flows],
  ]);
  const snapshot: Section = new Map();
  for (const file of (await listFiles(path)).files) {
    if (file.startsWith(RESOURCES_FOLDER)) {
      const section = file.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
      sections.set(section, readResource(section, await readFile(join(path, file))));
    } else if (file.startsWith(SNAPSHOT_FOLDER)) {
      const name = file.slice(SNAPSHOT_FOLDER.length);
      snapshot.set(name, readSnapshotFile(name, await readFile(join(path, file))));
      sections.set('snapshot', snapshot);
    }
  }
  const saved = new Set(
    manifest.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])),
  );
  return new Map([...sections].filter(([section]) => saved.has(section)));
}
