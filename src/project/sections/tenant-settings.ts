/** Section `tenant-settings`: sessions and sign-in of each tenant. */
import { defineSection } from './section.ts';

export const tenantSettings = defineSection({
  name: 'tenant-settings',
  keptIn: 'resources',
  read: {
    shape: 'per-tenant',
    endpoint: 'tenantSettings',
    parameter: 'id',
    needsTenants: true,
  },
  identity: { by: 'tenant', treeEnding: '.settings.json' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  refersTo: [{ member: '/ssoSetupSuiteSettings/styleId', to: 'styles', by: 'id' }],
  shown: { place: 3 },
});
