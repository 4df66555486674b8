/** Section `tenant-password-settings`: rules for passwords of each tenant. */
import { defineSection } from './section.ts';

export const tenantPasswordSettings = defineSection({
  name: 'tenant-password-settings',
  since: '1.1.0',
  isByNameAlone: true,
  keptIn: 'resources',
  read: {
    shape: 'per-tenant',
    endpoint: 'passwordSettings',
    parameter: 'tenantId',
    needsTenants: true,
  },
  identity: { by: 'tenant', treeEnding: '.passwords.json' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  refersTo: [{ member: '/tenantId', to: 'tenants', by: 'id' }],
});
