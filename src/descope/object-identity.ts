/** What single objects of a live project are known by: by the service, and by people. */
import { isJsonObject, type JsonObject } from '../json/value.ts';
import { nameInKey } from '../project/restore/keys.ts';
import type { Section } from '../project/sections/index.ts';

/** Which object is meant, as a restore says it. */
export interface WantedObject {
  readonly section: string;
  /** As changes.json has it; that of the backup where the object is live under another one. */
  readonly id: string;
  readonly naturalKey: string;
  /** Of what belongs to a tenant: natural key of the tenant. */
  readonly tenantKey?: string;
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

/** Whether a role belongs where the wanted one does: to a tenant, or to the project. */
function isAmongIts({ tenantId }: JsonObject, { tenantKey }: WantedObject, ids: KnownIds): boolean {
  const own = tenantId === '' ? undefined : tenantId;
  return tenantKey === undefined ? own === undefined : own === ids.idOf('tenants', tenantKey);
}

/** Whether an object is called by the natural key of the wanted one. */
function isCalled(
  section: Section,
  value: JsonObject,
  wanted: WantedObject,
  ids: KnownIds,
): boolean {
  const name = text(value, 'name');
  const { naturalKey } = wanted;
  if (section === 'roles') return name === nameInKey(naturalKey) && isAmongIts(value, wanted, ids);
  return name === naturalKey || (name === undefined && text(value, 'id') === naturalKey);
}

/**
 * A tenant, and what an object is called within it; undefined where it is the tenant's only one.
 */
export interface WithinTenant {
  readonly tenantId: string;
  readonly rest: string | undefined;
}

/**
 * The tenant that an object is, or belongs to, and what it is called within it.
 *
 * @returns undefined for a tenant that has no id yet: nothing of it is there
 */
export function readTenant(
  { id, naturalKey, tenantKey }: WantedObject,
  ids: KnownIds,
): WithinTenant | undefined {
  const tenantId = ids.idOf('tenants', tenantKey ?? naturalKey);
  if (tenantKey === undefined || naturalKey === tenantKey) {
    return { tenantId: tenantId ?? id, rest: undefined };
  }
  return tenantId === undefined ? undefined : { tenantId, rest: nameInKey(naturalKey) };
}

/**
 * The names that the default configuration of a tenant goes by: by the service, and where it has
 * none.
 */
const DEFAULT_SSO: ReadonlySet<string> = new Set([
  'default',
  'default_ssoid',
  'ssoId=default_ssoid',
]);

/**
 * Whether what changes.json calls a configuration, `default` or `ssoId=employees`, is meant by a
 * name of it or its id.
 */
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
    const called = candidates.filter((one) => one['name'] === known);
    return only(same.length > 0 ? same : called);
  }
  const called = candidates.filter((one) => isCalled(section, one, wanted, ids));
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
