/** What is saved of a project, whichever source it was read from. */
import { flowId, type DescopeConfig } from '../../models/config.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import type { Packed } from '../../json/packed.ts';

export interface TenantContent {
  /** In the shape of a config file's tenant. */
  readonly config: JsonObject;
  /** The answer of the Management API as it came. */
  readonly data?: JsonObject;
}

/** A tenant that goes into a backup, unpacked when it is its turn. */
export interface PackedTenant {
  readonly id: string;
  readonly unpack: () => TenantContent;
}

export interface PackedFlow {
  readonly id: string;
  /** An object. */
  readonly data: Packed;
}

/** Everything of a project that goes into one backup, from whatever source it came. */
export interface ProjectContent {
  readonly tenants: readonly PackedTenant[];
  readonly flows: readonly PackedFlow[];
  /** What stands beside tenants and flows in a config file. */
  readonly config: JsonObject;
  /** Other sections of a live project by their names: `resources/<section>.json`. */
  readonly resources: ReadonlyMap<string, JsonValue>;
  /**
   * Files of a project snapshot by their paths below `snapshot/`: JSON values, or the bytes of
   * other files.
   */
  readonly snapshot: ReadonlyMap<string, Packed | Buffer>;
}

/** What a config file holds. Its `auth` is left out: it is never stored. */
export function contentOfConfig(config: DescopeConfig): ProjectContent {
  const { auth, tenants, flows, ...others } = config;
  return {
    tenants: tenants.map((tenant) => ({
      id: tenant.id,
      unpack: () => ({ config: tenant as JsonObject }),
    })),
    flows: flows.map((flow) => ({ id: flowId(flow), data: { unpack: () => flow as JsonObject } })),
    config: others as JsonObject,
    resources: new Map(),
    snapshot: new Map(),
  };
}
