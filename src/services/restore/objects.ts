/**
 * One side of a plan: the objects of a backup or of the live project, by section and id, with holes
 * where secrets were withheld.
 */
import { pointerSteps } from '../../json/pointer.ts';
import { isBlank, isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import type { SectionCoverage, WithheldSecret } from '../../models/manifest.ts';
import { SECTIONS } from '../../project/sections/index.ts';
import { livePlace, withHole } from '../../project/restore/holes.ts';
import { DEFAULT_SSO } from '../../project/restore/keys.ts';
import { rowOf } from '../../project/restore/rows.ts';
import { fileObject, isIndexFile } from '../../project/restore/snapshot.ts';
import { ssoIdOf } from '../../project/restore/tenant-sso.ts';

/** What a reader of backups, or a capture, knows of a project. */
export interface RawProject {
  /** As the service answered them, in the order of project.json. */
  readonly tenants: readonly JsonObject[];
  readonly flows: readonly { readonly id: string; readonly data: JsonObject }[];
  /** Values of `resources/<section>.json` by section. */
  readonly resources: ReadonlyMap<string, JsonValue>;
  /** Files of `snapshot/` by path: JSON, or an asset as the API carries it, text or base64. */
  readonly snapshot: ReadonlyMap<string, JsonValue>;
  readonly coverage: readonly (SectionCoverage | WithheldSecret)[];
}

export interface ProjectObject {
  readonly section: string;
  /** As changes.json has it; of an SSO configuration `<tenant id>/<sso id>`. */
  readonly id: string;
  /** Its id at the service. */
  readonly apiId: string;
  /** Of what belongs to a tenant. */
  readonly tenantId: string | undefined;
  /** As it was read, with holes where secrets were withheld. */
  readonly value: JsonObject;
  /** Places inside it are named by this and a JSON Pointer, in `coverage`. */
  readonly place: string;
  /** Places of it that `coverage` lists as withheld. */
  readonly withheld: readonly WithheldPlace[];
  /** Whether a key of it was withheld, so that nobody knows what it is. */
  readonly isBroken: boolean;
}

export interface WithheldPlace {
  readonly place: string;
  readonly path: readonly string[];
  /** Of a file of a snapshot: whether an import writes the blank over what is there. */
  readonly isCleared: boolean;
}

export interface SectionStatus {
  readonly status: SectionCoverage['status'];
  readonly note: string;
}

export interface ProjectSide {
  /** Sections that were saved. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, ProjectObject>>;
  /** What became of each section, as `coverage` says. */
  readonly statuses: ReadonlyMap<string, SectionStatus>;
  /** Content of files that only list others, and of the other files that are no objects. */
  readonly indexFiles: ReadonlyMap<string, JsonValue>;
}

/** The places of a file that were withheld, by the first step of their pointers. */
class WithheldPlaces {
  readonly #byFile = new Map<string, Map<string, WithheldPlace[]>>();

  constructor(
    coverage: RawProject['coverage'],
    files: ReadonlySet<string>,
    nameOf: (place: string) => string,
  ) {
    for (const entry of coverage) {
      if (entry.status !== 'withheld' || typeof entry.place !== 'string') continue;
      const { place } = entry;
      const file = fileOf(place, files);
      if (file === undefined) continue;
      const path = pointerSteps(place.slice(file.length));
      const known = this.#byFile.get(file) ?? new Map<string, WithheldPlace[]>();
      this.#byFile.set(file, known);
      const first = path[0] ?? '';
      const isCleared = entry.on_import === 'cleared';
      known.set(first, [...(known.get(first) ?? []), { place: nameOf(place), path, isCleared }]);
    }
  }

  /** @param depth how many steps of a pointer lead to the object */
  within(file: string, steps: readonly string[]): WithheldPlace[] {
    const known = this.#byFile.get(file);
    const some =
      steps.length === 0 ? [...(known?.values() ?? [])].flat() : (known?.get(steps[0] ?? '') ?? []);
    return some
      .filter(({ path }) => steps.every((step, index) => path[index] === step))
      .map((one) => ({ ...one, path: one.path.slice(steps.length) }));
  }
}

/** The part of a place that names a file, with its `#`; empty for project.json. */
function fileOf(place: string, files: ReadonlySet<string>): string | undefined {
  if (place.startsWith('/')) return '';
  for (let at = place.indexOf('#'); at !== -1; at = place.indexOf('#', at + 1)) {
    const file = place.slice(0, at + 1);
    if (files.has(file)) return file;
  }
  return undefined;
}

class SideBuilder {
  readonly sections = new Map<string, Map<string, ProjectObject>>();
  readonly #places: WithheldPlaces;

  constructor(places: WithheldPlaces) {
    this.#places = places;
  }

  /**
   * @param at file and steps of the pointer to the object
   * @param tenantId of what is listed below its tenant
   */
  add(
    section: string,
    id: string,
    value: JsonObject,
    at: { readonly file: string; readonly steps: readonly string[]; readonly tenantId?: string },
  ): void {
    const row = rowOf(section);
    if (row === undefined) return;
    const withheld = this.#places.within(at.file, at.steps);
    let held: JsonValue = value;
    let isBroken = false;
    for (const { path, place } of withheld) {
      // A secret that no answer ever has is listed too, and leaves nothing to fill.
      if (!hasText(value, path)) continue;
      const next = withHole(held, path, place);
      if (next === undefined) isBroken = true;
      else held = next;
    }
    const objects = this.sections.get(section) ?? new Map<string, ProjectObject>();
    this.sections.set(section, objects);
    let free = id;
    for (let copy = 2; objects.has(free); copy++) free = `${id}#${copy}`;
    const pointer = at.steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
    objects.set(free, {
      section,
      id: free,
      apiId: row.apiId(value, id),
      tenantId: at.tenantId ?? row.tenantOf?.(value),
      value: held as JsonObject,
      place: `${at.file}${pointer.map((step) => `/${step}`).join('')}`,
      withheld,
      isBroken,
    });
  }
}

/** Whether anything that is filled stands at a path: no blank of a secret that was never shown. */
function hasText(value: JsonObject, path: readonly string[]): boolean {
  let now: JsonValue | undefined = value;
  for (const step of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step)) return false;
    now = (now as JsonObject)[step];
  }
  return now !== undefined && now !== null;
}

/** What an object of a list is called by, as changes.json calls it. */
function idInSection(value: JsonValue, section: string): string {
  if (!isJsonObject(value)) return canonicalJson(value);
  const { id, name, tenantId } = value;
  if (section === 'roles' && typeof name === 'string') {
    return typeof tenantId === 'string' && tenantId !== '' ? `${tenantId}/${name}` : name;
  }
  if (typeof id === 'string' && id !== '') return id;
  return typeof name === 'string' && name !== '' ? name : canonicalJson(value);
}

/**
 * Whether a tenant's configuration says anything: the default one is always there, and is none
 * while it is blank.
 */
function isConfigured(configuration: JsonObject): boolean {
  const { tenant: _repeated, ssoId: _name, ...own } = configuration;
  return ssoIdOf(configuration) !== '' || !isBlank(own);
}

function addSso(builder: SideBuilder, file: string, tenantId: string, list: JsonValue): void {
  if (!Array.isArray(list)) return;
  for (const [index, one] of (list as readonly JsonValue[]).entries()) {
    if (!isJsonObject(one) || !isConfigured(one)) continue;
    const ssoId = ssoIdOf(one);
    const id = `${tenantId}/${ssoId || DEFAULT_SSO}`;
    builder.add('tenant-sso', id, one, { file, steps: [tenantId, String(index)], tenantId });
  }
}

function addResource(builder: SideBuilder, section: string, value: JsonValue): void {
  const file = `resources/${section}.json#`;
  if (Array.isArray(value)) {
    for (const [index, one] of (value as readonly JsonValue[]).entries()) {
      if (!isJsonObject(one)) continue;
      builder.add(section, idInSection(one, section), one, { file, steps: [String(index)] });
    }
    return;
  }
  if (!isJsonObject(value)) return;
  if (section === 'tenant-sso') {
    for (const [tenantId, list] of Object.entries(value)) addSso(builder, file, tenantId, list);
  } else if (section === 'tenant-settings') {
    for (const [tenantId, one] of Object.entries(value)) {
      if (isJsonObject(one))
        builder.add(section, tenantId, one, { file, steps: [tenantId], tenantId });
    }
  } else {
    builder.add(section, section, value, { file, steps: [] });
  }
}

function statusesOf(coverage: RawProject['coverage']): Map<string, SectionStatus> {
  const statuses = new Map<string, SectionStatus>();
  for (const entry of coverage) {
    if (entry.status === 'withheld') continue;
    statuses.set(entry.section, { status: entry.status, note: entry.note });
  }
  return statuses;
}

/** The objects of a project. @param side places of the live one are no places of a backup */
export function makeSide(raw: RawProject, side: 'saved' | 'live' = 'saved'): ProjectSide {
  const files = new Set([
    ...[...raw.resources.keys()].map((section) => `resources/${section}.json#`),
    ...[...raw.snapshot.keys()].map((path) => `snapshot/${path}#`),
  ]);
  const builder = new SideBuilder(
    new WithheldPlaces(raw.coverage, files, side === 'live' ? livePlace : (place) => place),
  );
  for (const [index, tenant] of raw.tenants.entries()) {
    const { id } = tenant;
    const steps = ['tenants', String(index), 'tenant_data'];
    if (typeof id === 'string') builder.add('tenants', id, tenant, { file: '', steps });
  }
  for (const [index, { id, data }] of raw.flows.entries()) {
    builder.add('flows', id, data, { file: '', steps: ['flows', String(index), 'flow_data'] });
  }
  for (const [section, value] of raw.resources) addResource(builder, section, value);
  const indexFiles = new Map<string, JsonValue>();
  for (const [path, content] of raw.snapshot) {
    if (isIndexFile(path)) indexFiles.set(path, content);
    else
      builder.add('snapshot', path, fileObject(content), { file: `snapshot/${path}#`, steps: [] });
  }
  const statuses = statusesOf(raw.coverage);
  const saved = SECTIONS.filter((section) => statuses.get(section)?.status === 'saved');
  return {
    sections: new Map(
      saved.map((section) => [
        section,
        builder.sections.get(section) ?? new Map<string, ProjectObject>(),
      ]),
    ),
    statuses,
    indexFiles,
  };
}

/** An object of a side; undefined where there is none. */
export function objectOf(
  side: ProjectSide,
  section: string,
  id: string,
): ProjectObject | undefined {
  return side.sections.get(section)?.get(id);
}
