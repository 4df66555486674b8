/** A backup on the disk, read object by object for a comparison. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupManifest } from '../../models/manifest.ts';
import { sha256 } from '../../storage/checksums.ts';
import { parseJson, parseJsonInRuns } from '../../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { listFiles } from '../../storage/list-files.ts';
import { NEWEST_NOISE } from '../../project/noise.ts';
import { isByTenant, keyedEntry, nameInSection } from '../../project/sections/identity.ts';
import { isJsonFile, RESOURCES_FOLDER, SNAPSHOT_FOLDER } from '../backup/resources-and-snapshot.ts';
import { PROJECT_FILE } from '../backup/project-file.ts';
import { LazySection, type ProjectState, type SectionState } from './project-state.ts';

/** Objects of one section by their ids, as text: canonical, or as it stands in the file. */
type ObjectTexts = Map<string, string>;

/** Numbers that the next objects of an id in use may have, so that many of one id do not take the square of the time. */
const nextCopies = new WeakMap<ObjectTexts, Map<string, number>>();

/** Two objects of one id stay two. */
function add(objects: ObjectTexts, id: string, text: string): void {
  let free = id;
  if (objects.has(id)) {
    const copies = nextCopies.get(objects) ?? new Map<string, number>();
    nextCopies.set(objects, copies);
    let copy = copies.get(id) ?? 2;
    while (objects.has((free = `${id}#${copy}`))) copy++;
    copies.set(id, copy + 1);
  }
  objects.set(free, text);
}

/** Text is decoded in runs of about this length. */
const RUN_BYTES = 256 * 1024;

interface List {
  readonly name: 'tenants' | 'flows';
  readonly idKey: 'tenant_id' | 'flow_id';
}
const TENANTS: List = { name: 'tenants', idKey: 'tenant_id' };
const FLOWS: List = { name: 'flows', idKey: 'flow_id' };

/** A tenant's configuration without the order of its domains, which says nothing. The object itself is changed. */
function sortDomains(config: JsonObject): JsonObject {
  const domains = config['domains'];
  if (Array.isArray(domains)) (domains as JsonValue[]).sort();
  return config;
}

/** An entry of project.json as canonical JSON of what counts: of a config file there is no noise but the order of domains. */
function entryText(
  { tenant_id: id, config, tenant_data: tenant, flow_data: flow }: JsonObject,
  isLive: boolean,
): string {
  if (isJsonObject(tenant)) return canonicalJson(NEWEST_NOISE.object(tenant));
  if (id !== undefined) return canonicalJson(sortDomains(config as JsonObject));
  return canonicalJson(isLive ? NEWEST_NOISE.object(flow as JsonObject) : (flow as JsonObject));
}

function parseEntry(raw: string): JsonObject {
  return parseJson(Buffer.from(`{${raw}}`)) as JsonObject;
}
/** One function each for all states: {@link LazySection} compares raw text of the same one. */
const liveText = (raw: string): string => entryText(parseEntry(raw), true);
const configText = (raw: string): string => entryText(parseEntry(raw), false);

/**
 * Cuts a list that is laid out as `formatProject` does into the texts of its entries, by their ids. The metadata at the
 * end of each is left out: it is the same in all.
 *
 * @param start after the list's bracket, and `end` before the closing one
 * @returns undefined when it is laid out otherwise
 */
function cutList(
  bytes: Buffer,
  start: number,
  end: number,
  { idKey }: List,
): ObjectTexts | undefined {
  const objects: ObjectTexts = new Map();
  if (start === end) return objects;
  const open = bytes.indexOf(',\n      "metadata": {', start);
  const close = bytes.indexOf('\n      }', open + 1);
  if (open === -1 || close === -1 || close > end) return undefined;
  const entryEnd = `${bytes.toString('utf8', open, close)}\n      }\n    }`;
  const entryStart = '\n    {';
  const idStart = `\n      "${idKey}": "`;
  for (let at = start; at < end;) {
    const cut = bytes.indexOf('\n    },\n', at + RUN_BYTES);
    const stop = cut === -1 || cut >= end ? end : cut + '\n    }'.length;
    const text = bytes.toString('utf8', at, stop);
    if (!text.startsWith(entryStart) || !text.endsWith(entryEnd)) return undefined;
    const entries = text.slice(entryStart.length, -entryEnd.length);
    for (const raw of entries.split(`${entryEnd},${entryStart}`)) {
      const idEnd = raw.indexOf('",\n', idStart.length);
      if (!raw.startsWith(idStart) || idEnd === -1) return undefined;
      const id = raw.slice(idStart.length, idEnd);
      add(objects, id.includes('\\') ? (JSON.parse(`"${id}"`) as string) : id, raw);
    }
    at = stop + 1;
  }
  return objects;
}

/**
 * Reads a project.json that is laid out as it was written, which most are, without parsing it.
 *
 * @returns undefined for any other
 */
function cutProjectFile(
  bytes: Buffer,
  { counts, source }: BackupManifest,
): { tenants: SectionState; flows: SectionState } | undefined {
  let at = bytes.indexOf(',\n  "tenants": [');
  if (at === -1) return undefined;
  try {
    // What stands before must be whole, or the list is that of another object.
    JSON.parse(`${bytes.toString('utf8', 0, at)}}`);
  } catch {
    return undefined;
  }
  const read = (list: List): ObjectTexts | undefined => {
    const key = `,\n  "${list.name}": [`;
    const start = at + key.length;
    if (bytes.toString('latin1', at, start) !== key) return undefined;
    const isEmpty = bytes.toString('latin1', start, start + 1) === ']';
    const end = isEmpty ? start : bytes.indexOf('\n  ]', start);
    at = end + (isEmpty ? ']' : '\n  ]').length;
    const objects = end === -1 ? undefined : cutList(bytes, start, end, list);
    return objects?.size === counts[list.name] ? objects : undefined;
  };
  const tenants = read(TENANTS);
  const flows = tenants && read(FLOWS);
  if (tenants === undefined || flows === undefined || bytes.toString('latin1', at) !== '\n}\n')
    return undefined;
  const canonical = source.type === 'management-api' ? liveText : configText;
  return {
    tenants: new LazySection(tenants, canonical),
    flows: new LazySection(flows, canonical),
  };
}

/** Reads any other project.json. */
function parseProjectFile(
  bytes: Buffer,
  { source }: BackupManifest,
): { tenants: SectionState; flows: SectionState } {
  const isLive = source.type === 'management-api';
  const sections = { tenants: new Map<string, string>(), flows: new Map<string, string>() };
  parseJsonInRuns(bytes, ['tenants', 'flows'], (name, run) => {
    const { idKey } = name === 'tenants' ? TENANTS : FLOWS;
    for (const entry of run as readonly JsonObject[]) {
      add(sections[name as List['name']], entry[idKey] as string, entryText(entry, isLive));
    }
  });
  return sections;
}

function readResource(section: string, bytes: Buffer): ObjectTexts {
  const objects: ObjectTexts = new Map();
  const value = NEWEST_NOISE.resource(section, parseJson(bytes));
  if (Array.isArray(value)) {
    for (const one of value as readonly JsonValue[]) {
      const text = canonicalJson(one);
      add(objects, nameInSection(section, one) ?? text, text);
    }
  } else if (isByTenant(section) && isJsonObject(value)) {
    for (const [id, one] of Object.entries(value)) {
      add(objects, id, canonicalJson(keyedEntry(section, one)));
    }
  } else {
    add(objects, section, canonicalJson(value));
  }
  return objects;
}

function snapshotFileText(path: string, bytes: Buffer): string {
  return canonicalJson(
    isJsonFile(path)
      ? NEWEST_NOISE.snapshotFile(path, parseJson(bytes))
      : { sha256: sha256(bytes) },
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
  // At once: the asynchronous one reads a large file in thousands of small pieces.
  const bytes = readFileSync(join(path, PROJECT_FILE));
  const { tenants, flows } = cutProjectFile(bytes, manifest) ?? parseProjectFile(bytes, manifest);
  const sections = new Map<string, SectionState>([
    ['tenants', tenants],
    ['flows', flows],
  ]);
  const snapshot: ObjectTexts = new Map();
  sections.set('snapshot', snapshot);
  for (const file of (await listFiles(path)).files) {
    if (file.startsWith(RESOURCES_FOLDER)) {
      const section = file.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
      sections.set(section, readResource(section, await readFile(join(path, file))));
    } else if (file.startsWith(SNAPSHOT_FOLDER)) {
      const name = file.slice(SNAPSHOT_FOLDER.length);
      snapshot.set(name, snapshotFileText(name, await readFile(join(path, file))));
    }
  }
  const saved = new Set(
    manifest.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])),
  );
  return new Map([...sections].filter(([section]) => saved.has(section)));
}
