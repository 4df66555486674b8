/** What was read, as it may be saved: without secrets, and with each of their places in the log. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import { PackedJson } from '../../storage/packed-json.ts';
import type { CaptureLog } from './capture-log.ts';
import { SECTIONS_WITH_SECRETS, type Tenants } from './section-calls.ts';
import { WITHHELD_MARK } from './secrets.ts';
import type { SnapshotFile } from './snapshot.ts';

/** Files of a snapshot whose keys are the customer's own: what looks like a secret's key there is a name. */
const FREE_FILES = /^(?:flows|widgets|styles|assets)\/|^(?:lists|jwttemplates|attributes)\.json$/;

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
      id,
      unpack: () => {
        const data = packed.unpack();
        return { config: tenantView(data), data };
      },
    };
  });
}

/** @param resources by their sections */
export function safeResources<Section extends string>(
  resources: ReadonlyMap<Section, JsonValue>,
  log: CaptureLog,
): Map<string, JsonValue> {
  const safe = new Map<string, JsonValue>();
  for (const [section, value] of resources) {
    const file = `resources/${section}.json#`;
    const mayHoldSecrets = (SECTIONS_WITH_SECRETS as ReadonlySet<string>).has(section);
    safe.set(section, mayHoldSecrets ? log.withhold(section, file, value, WITHHELD_MARK) : value);
  }
  return safe;
}

/** A blank keeps the secret that is there when the snapshot is imported. */
export function safeSnapshot(
  snapshot: ReadonlyMap<string, SnapshotFile>,
  log: CaptureLog,
): Map<string, SnapshotFile> {
  const safe = new Map<string, SnapshotFile>();
  for (const [path, content] of [...snapshot].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (Buffer.isBuffer(content) || FREE_FILES.test(path)) {
      safe.set(path, content);
      continue;
    }
    const value = log.withhold('snapshot', `snapshot/${path}#`, content.unpack(), '');
    safe.set(path, new PackedJson(value));
  }
  return safe;
}
