/** What was read, as it may be saved: without secrets, and with each of their places in the log. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { PackedJson, type Packed } from '../../json/packed.ts';
import { WITHHELD_MARK } from '../../project/secrets/withhold.ts';
import type { CaptureLog } from './capture-log.ts';
import type { Tenants } from './section-calls.ts';
import type { SnapshotFile } from './snapshot.ts';

export interface FetchedTenant {
  readonly id: string;
  readonly unpack: () => {
    /** In the shape of a config file's tenant. */
    readonly config: JsonObject;
    /** The answer as it came. */
    readonly data: JsonObject;
  };
}

/** The shape of a config file's tenant, from the API's. */
function tenantView(tenant: JsonObject): JsonObject {
  const { id = '', name, selfProvisioningDomains, customAttributes } = tenant;
  const domains = Array.isArray(selfProvisioningDomains)
    ? (selfProvisioningDomains as readonly JsonValue[]).filter((one) => typeof one === 'string')
    : [];
  return {
    custom_attributes: isJsonObject(customAttributes) ? customAttributes : {},
    domains,
    id,
    name: typeof name === 'string' ? name : '',
    self_provisioning: domains.length > 0,
  };
}

/** @param tenants by their ids, as they are listed */
export function safeTenants(tenants: Tenants, log: CaptureLog): FetchedTenant[] {
  const every = [...tenants].flatMap(([id, some]) => some.map((tenant) => ({ id, tenant })));
  return every.map(({ id, tenant }, index) => {
    const place = `/tenants/${index}/tenant_data`;
    const packed = new PackedJson(
      log.withhold('tenants', place, tenant.unpack(), WITHHELD_MARK) as JsonObject,
    );
    return {
      id: log.withoutOwn(id),
      unpack: () => {
        const data = packed.unpack();
        return { config: tenantView(data), data };
      },
    };
  });
}

/** @param flows by their ids */
export function safeFlows(
  flows: ReadonlyMap<string, Packed>,
  log: CaptureLog,
): { id: string; data: Packed }[] {
  const sorted = [...flows].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([id, data], index) => {
    const value = data.unpack();
    const safe = log.withhold('flows', `/flows/${index}/flow_data`, value, WITHHELD_MARK);
    return { id: log.withoutOwn(id), data: safe === value ? data : new PackedJson(safe) };
  });
}

/** @param resources by their sections */
export function safeResources(
  resources: ReadonlyMap<string, JsonValue>,
  log: CaptureLog,
): Map<string, JsonValue> {
  const safe = new Map<string, JsonValue>();
  for (const [section, value] of resources) {
    const file = `resources/${section}.json#`;
    safe.set(section, log.withhold(section, file, value, WITHHELD_MARK));
  }
  return safe;
}

/**
 * A blank keeps the secret that is there when the snapshot is imported, where it is a secret field
 * of Descope's.
 */
export function safeSnapshot(
  snapshot: ReadonlyMap<string, SnapshotFile>,
  log: CaptureLog,
): Map<string, SnapshotFile> {
  const safe = new Map<string, SnapshotFile>();
  for (const [given, content] of [...snapshot].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = log.withoutOwn(given);
    if (Buffer.isBuffer(content)) {
      safe.set(path, log.bytesWithoutOwn(path, content));
      continue;
    }
    const value = content.unpack();
    const kept = log.withhold('snapshot', `snapshot/${path}#`, value, '');
    safe.set(path, kept === value ? content : new PackedJson(kept));
  }
  return safe;
}
