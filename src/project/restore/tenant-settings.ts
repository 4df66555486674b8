/**
 * How the settings of a tenant are written back. What they share with the tenant is the tenant's.
 */
import { isJsonObject } from '../../json/value.ts';
import { mapMember, mapObject, pick, refer, without } from './members.ts';
import { PHASES } from './phases.ts';
import type { RestoreRow } from './row.ts';

/** Shown by both, and written with the tenant: two owners would undo each other's work. */
const OF_TENANT = ['domains', 'selfProvisioningDomains', 'authType'];

export const TENANT_SETTINGS: RestoreRow = {
  noun: 'settings of a tenant',
  phase: () => PHASES.tenantSettings,
  hasBlanks: true,
  apiId: (_value, id) => id,
  naturalKey: (_value, id, tenantKey) => tenantKey ?? id,
  strip: (value) => without(value, OF_TENANT),
  frozen: [],
  projectBound: [],
  references: (value, map) =>
    mapMember(
      value,
      'ssoSetupSuiteSettings',
      mapObject((suite) => mapMember(suite, 'styleId', refer(map, 'styles', 'id'))),
    ),
  write: ({ wanted }) => [
    {
      call: 'tenantSettings',
      phase: PHASES.tenantSettings,
      doubt: 'repeat',
      patch: wanted,
      reads: ['tenants'],
      request: (value, { tenantId, read }) => {
        const tenant = read('tenants');
        if (!isJsonObject(tenant)) throw new Error('the tenant could not be read');
        return { body: { ...value, ...pick(tenant, OF_TENANT), tenantId: tenantId() } };
      },
    },
  ],
  loses: () => [],
};
