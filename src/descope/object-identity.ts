/** What single objects of a live project are known by: by the service, and by people. */
import { isJsonObject, type JsonObject } from '../json/value.ts';
import type { Section } from '../project/sections/index.ts';

/** Which object is meant, as a restore says it. */
export interface WantedObject {
  readonly section: string;
  /** As changes.json has it; that of the backup where the object is live under another one. */
  readonly id: string;
  readonly naturalKey: string;
}

/** Ids that objects have now, by section and natural key. */
export interface KnownIds {
  idOf(section: string, naturalKey: string): string | undefined;
}

function text(value: JsonObject, key: string): string | undefined {
  const found = value[key];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** By which the service knows an object. */
export function serviceId(section: Section, value: JsonObject): string | undefined {
  return text(value, section === 'flows' ? 'flowId' : 'id');
}

/** A tenant may be called by its id or by its natural key, where that is known. */
function isTenantOf(role: JsonObject, name: string, wanted: string, ids: KnownIds): boolean {
  const tenant = text(role, 'tenantId');
  if (tenant === undefined) return wanted === name;
  if (!wanted.endsWith(`/${name}`)) return false;
  const called = wanted.slice(0, -name.length - 1);
  return called === tenant || ids.idOf('tenants', called) === tenant;
}

/** Whether an object is called by a natural key. */
export function isCalled(
  section: Section,
  value: JsonObject,
  naturalKey: string,
  ids: KnownIds,
): boolean {
  const name = text(value, 'name');
  if (section === 'roles') return name !== undefined && isTenantOf(value, name, naturalKey, ids);
  return name === naturalKey || (name === undefined && text(value, 'id') === naturalKey);
}

/** A tenant, and what an object is called within it; undefined where it is the tenant's only one. */
export interface WithinTenant {
  readonly tenantId: string;
  readonly rest: string | undefined;
}

function splitAt(text: string, slash: number): [before: string, after: string] | undefined {
  return slash === -1 ? undefined : [text.slice(0, slash), text.slice(slash + 1)];
}

/**
 * To which tenant an object belongs by its id: `<tenant>`, or `<tenant>/<rest>`. Both may have slashes of their own, so that there
 * can be several ways to read it.
 *
 * @returns the most likely one first
 */
export function readTenant({ id, naturalKey }: WantedObject, ids: KnownIds): WithinTenant[] {
  const known = ids.idOf('tenants', naturalKey);
  if (known !== undefined) return [{ tenantId: known, rest: undefined }];
  const ways: WithinTenant[] = [];
  for (const slashOf of [
    (text: string) => text.lastIndexOf('/'),
    (text: string) => text.indexOf('/'),
  ]) {
    const parts = splitAt(id, slashOf(id));
    if (parts === undefined) continue;
    const [key] = splitAt(naturalKey, slashOf(naturalKey)) ?? [];
    const tenantId = (key === undefined ? undefined : ids.idOf('tenants', key)) ?? parts[0];
    if (!ways.some((way) => way.tenantId === tenantId)) ways.push({ tenantId, rest: parts[1] });
  }
  return [...ways, { tenantId: id, rest: undefined }];
}

/** The names that the default configuration of a tenant goes by: by the service, and where it has none. */
const DEFAULT_SSO: ReadonlySet<string> = new Set([
  'default',
  'default_ssoid',
  'ssoId=default_ssoid',
]);

/** Whether what changes.json calls a configuration, `default` or `ssoId=employees`, is meant by a name of it or its id. */
export function isSsoNamed(own: string, name: string): boolean {
  if (DEFAULT_SSO.has(own)) return DEFAULT_SSO.has(name);
  return own === name || own === `ssoId=${name}`;
}

/**
 * Chooses the object that is meant.
 *
 * - where its id is known, by that alone: the service's, else what it is called
 * - else by its natural key; of several the one of the same id
 * - else by the id of the backup, unless an object of another natural key is known to have it
 *
 * @returns undefined when none is meant, and how many when nobody can tell which
 */
export function choose(
  section: Section,
  candidates: readonly JsonObject[],
  wanted: WantedObject,
  ids: KnownIds,
): JsonObject | undefined | number {
  const hasId = (id: string) => (value: JsonObject) => serviceId(section, value) === id;
  const known = ids.idOf(section, wanted.naturalKey);
  // Where the service gives no ids, what is called an id is the name.
  if (known !== undefined && candidates.some((one) => serviceId(section, one) !== undefined)) {
    const same = candidates.filter(hasId(known));
    const called = candidates.filter((one) => isCalled(section, one, known, ids));
    return only(same.length > 0 ? same : called);
  }
  const called = candidates.filter((one) => isCalled(section, one, wanted.naturalKey, ids));
  if (called.length > 0) {
    const same = called.filter(hasId(wanted.id));
    return only(same.length > 0 ? same : called);
  }
  const others = candidates.filter(hasId(wanted.id));
  return only(
    others.filter((one) => {
      const name = text(one, 'name');
      return name === undefined || ids.idOf(section, name) !== wanted.id;
    }),
  );
}

function only(found: readonly JsonObject[]): JsonObject | undefined | number {
  return found.length > 1 ? found.length : found[0];
}

/** Whether a value is a tenant. */
export function isTenant(value: unknown): value is JsonObject {
  return isJsonObject(value) && text(value, 'id') !== undefined;
}
