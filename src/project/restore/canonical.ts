/**
 * The canonical form of an object: references by natural key, nothing that the service makes; and
 * the way back.
 */
import {
  isBlank,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { sha256 } from '../../storage/checksums.ts';
import { NEWEST_NOISE } from '../noise.ts';
import { isFreePlace } from '../secrets/free-form.ts';
import { WITHHELD_MARK, withholdSecrets } from '../secrets/withhold.ts';
import { withMembers } from './flows.ts';
import { withoutHoles } from './holes.ts';
import type { IdMap } from './id-map.ts';
import { nameInKey, ownedKey } from './keys.ts';
import type { MapReference, Reference, RestoreRow } from './row.ts';
import { rowOf } from './rows.ts';
import { comparableFile } from './snapshot.ts';

/**
 * In front of an id that leads to no object that is known: of a user, of a style, or of one that is
 * gone.
 */
const UNKNOWN = '\u0000id\u0000';

export function isUnknown(text: string): boolean {
  return text.startsWith(UNKNOWN);
}

/** The key by which a section calls what a reference names. */
function keyOfName(
  ids: IdMap,
  { section, text, tenant }: Reference,
  tenantKey: string | undefined,
): string {
  if (section !== 'roles') return ids.canonical(section, text);
  if (tenant !== undefined && tenantKey !== undefined) {
    const owned = ids.canonical(section, ownedKey(tenantKey, text));
    if (ids.has(section, owned)) return owned;
  }
  return ids.canonical(section, ownedKey(undefined, text));
}

/** From the ids and names of one project to natural keys, and names as the backup has them. */
function toKeys(ids: IdMap): MapReference {
  return (reference) => {
    const { section, by, text, tenant } = reference;
    if (by === 'id') return ids.keyOf(section, text) ?? `${UNKNOWN}${text}`;
    const tenantKey = tenant === undefined ? undefined : ids.keyOf('tenants', tenant);
    const key = keyOfName(ids, reference, tenantKey);
    return section === 'roles' ? nameInKey(key) : key;
  };
}

/**
 * An object of a project in canonical form; holes stay.
 *
 * @param owner id of the tenant that it is or belongs to
 */
export function toCanonical(
  row: RestoreRow,
  value: JsonObject,
  ids: IdMap,
  owner: string | undefined,
): JsonObject {
  return row.references(row.strip(value), toKeys(ids), owner);
}

/** An object that another one refers to, by its section and natural key. */
export interface Dependency {
  readonly section: string;
  readonly naturalKey: string;
}

/**
 * What a canonical value refers to; not what is unknown on its own side too.
 *
 * @param hasRole whether a role of this key is anywhere: one of a tenant goes before one of the
 * project
 */
export function dependenciesOf(
  row: RestoreRow,
  value: JsonObject,
  tenantKey: string | undefined,
  hasRole: (key: string) => boolean,
): Dependency[] {
  const found = new Map<string, Dependency>();
  const add = (section: string, naturalKey: string): void => {
    found.set(JSON.stringify([section, naturalKey]), { section, naturalKey });
  };
  row.references(
    value,
    (reference) => {
      const { section, by, text, tenant } = reference;
      if (isUnknown(text)) return text;
      if (by === 'id' || section !== 'roles') add(section, text);
      else {
        const owned = tenant === undefined ? undefined : ownedKey(tenant, text);
        add(section, owned !== undefined && hasRole(owned) ? owned : ownedKey(undefined, text));
      }
      return text;
    },
    tenantKey,
  );
  return [...found.values()];
}

/**
 * A canonical value with the ids of the live project.
 *
 * @param unknown what stands for a reference without an object there
 * @throws what `unknown` throws
 */
export function toLive(
  row: RestoreRow,
  value: JsonObject,
  ids: { idOf(section: string, naturalKey: string): string | undefined },
  unknown: (reference: Reference) => string,
): JsonObject {
  return row.references(
    value,
    (reference) => {
      const { section, by, text } = reference;
      if (isUnknown(text)) return text.slice(UNKNOWN.length);
      if (by === 'name') return text;
      return ids.idOf(section, text) ?? unknown(reference);
    },
    undefined,
  );
}

/** Where zero and nothing differ: what customers fill as they like. */
const FREE: ReadonlySet<string> = new Set([
  'customAttributes',
  'custom_attributes',
  'customClaims',
  'contents',
  'data',
  'template',
  'styles',
]);

function isEmpty(value: JsonValue): boolean {
  return (
    value === null ||
    value === '' ||
    (typeof value === 'object' && isBlank(value) && Object.keys(value).length === 0)
  );
}

/**
 * Without members that say nothing: to the service, which keeps protocol buffers, zero and nothing
 * are the same.
 */
function withoutBlanks(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutBlanks);
  if (!isJsonObject(value)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    if (FREE.has(key)) {
      if (!isEmpty(child)) setOwn(result, key, child);
      continue;
    }
    const kept = withoutBlanks(child);
    if (!isBlank(kept)) setOwn(result, key, kept);
  }
  return result;
}

/** A value without noise and without secrets, as it is compared and shown. */
export function withoutNoiseAndSecrets(section: string, id: string, value: JsonObject): JsonObject {
  const isSnapshot = section === 'snapshot';
  const plain = isSnapshot ? comparableFile(id, withoutHoles(value)) : withoutHoles(value);
  const quiet = isSnapshot
    ? NEWEST_NOISE.snapshotFile(id, plain)
    : NEWEST_NOISE.ofSection(section, plain);
  const place = isSnapshot ? `snapshot/${id}` : section;
  // Nothing but the secrets of a run is looked for there, and those are withheld already.
  if (isFreePlace(place)) return quiet as JsonObject;
  return withholdSecrets(quiet, { mark: isSnapshot ? '' : WITHHELD_MARK, place })
    .value as JsonObject;
}

/**
 * As {@link withoutNoiseAndSecrets}, and without what says nothing to the service: by this two
 * values are the same.
 */
export function comparableValue(section: string, id: string, canonical: JsonObject): JsonObject {
  const value = withoutNoiseAndSecrets(section, id, canonical);
  return rowOf(section)?.hasBlanks === true ? (withoutBlanks(value) as JsonObject) : value;
}

/** SHA-256 of {@link comparableValue} as canonical JSON, in hexadecimal. */
export function comparableHash(section: string, id: string, canonical: JsonObject): string {
  return sha256(canonicalJson(comparableValue(section, id, canonical)));
}

/** The tenant that a value is, or says that it belongs to. */
function ownerOf(section: string, value: JsonObject): string | undefined {
  const { id, tenantId, tenant } = value;
  if (section === 'tenants') return typeof id === 'string' ? id : undefined;
  if (isJsonObject(tenant) && typeof tenant['id'] === 'string') return tenant['id'];
  return typeof tenantId === 'string' ? tenantId : undefined;
}

/**
 * Compares objects of the live project as they are read.
 *
 * @param ids of the live project, by the natural keys of the backup
 * @param ofFlows members of the metadata of flows that the plan knows of
 * @returns a function of a section, a raw value, and of a file of a snapshot its path
 */
export function makeComparable(
  ids: IdMap,
  ofFlows: ReadonlySet<string>,
): (section: string, value: JsonObject, id?: string) => string {
  return (section, value, id = '') => {
    const row = rowOf(section);
    if (row === undefined) throw new Error(`a restore knows no section ${JSON.stringify(section)}`);
    const whole = toCanonical(row, value, ids, ownerOf(section, value));
    const canonical = section === 'flows' ? withMembers(whole, ofFlows) : whole;
    return canonicalJson(comparableValue(section, id, canonical));
  };
}
