import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';

/** Lists of the Management API whose order says nothing; docs/format.md lists them. */
const SETS: ReadonlySet<string> = new Set([
  'domains',
  'selfProvisioningDomains',
  'roleNames',
  'permissionNames',
  'permissions',
  'federatedAppIds',
  'enforceSSOExclusions',
  'successors',
  'defaultRoles',
  'keyTenants',
  'permittedIps',
  'tags',
]);

/** Fields that the service changes by itself. */
const STAMPS: ReadonlySet<string> = new Set(['componentsVersion', 'etag', 'modifiedTime']);

/** What customers fill as they like: nothing in it is a stamp or a set of ours. */
const CUSTOM: ReadonlySet<string> = new Set([
  'customAttributes',
  'custom_attributes',
  'customClaims',
  'contents',
  'data',
  'template',
]);

function sorted(values: readonly JsonValue[]): JsonValue[] {
  return values
    .map((value) => ({ value, text: canonicalJson(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
}

/** A value of the Management API without what says nothing of the configuration: stamps, and the order of sets. */
export function withoutNoise(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutNoise);
  if (!isJsonObject(value)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    if (STAMPS.has(key)) continue;
    const kept = CUSTOM.has(key) ? child : withoutNoise(child);
    setOwn(result, key, SETS.has(key) && Array.isArray(kept) ? sorted(kept as JsonValue[]) : kept);
  }
  return result;
}

/** Files of a snapshot that list things, each under one key of the file. */
const COLLECTION_FILE =
  /^(?:applications|outboundapps|roles|permissions|jwttemplates|lists|attributes)\.json$|^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/widgets|widgets\/flows\/flows|assets\/assets)\.json$/;

/** What was built in an editor: contents and screens of flows, also of widgets. */
const EDITED_FILE = /^(?:widgets\/)?flows\/[^/]+\/(?!metadata\.json$)/;

/** A file of a snapshot without what says nothing: stamps, the order of sets and of the collections it consists of. */
export function snapshotFileWithoutNoise(path: string, content: JsonValue): JsonValue {
  if (EDITED_FILE.test(path)) return content;
  const value = withoutNoise(content);
  if (!isJsonObject(value) || !COLLECTION_FILE.test(path)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    setOwn(result, key, Array.isArray(child) ? sorted(child as JsonValue[]) : child);
  }
  return result;
}

/** As {@link withoutNoise}, of an object. */
export function objectWithoutNoise(value: JsonObject): JsonObject {
  return withoutNoise(value) as JsonObject;
}
