/**
 * Section `xaa-settings`: whose assertions a tenant trusts for access across applications, by SSO
 * configuration.
 */
import { isBlank } from '../../json/value.ts';
import { defineSection } from './section.ts';

export const xaaSettings = defineSection({
  name: 'xaa-settings',
  since: '1.1.0',
  isByNameAlone: true,
  keptIn: 'resources',
  read: { shape: 'per-tenant', endpoint: 'xaaSettings', parameter: 'tenantId', needsTenants: true },
  identity: { by: 'tenant', within: 'ssoId', treeEnding: '.xaa.json' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  isBlankEntry: isBlank,
  refersTo: [
    { member: '/*/ssoId', to: 'tenant-sso', by: 'id' },
    { member: '/*/groupsMapping/*/role/name', to: 'roles', by: 'name' },
    { member: '/*/defaultSSORoles/*', to: 'roles', by: 'name' },
    { member: '/*/fgaMappings', to: 'fga-schema', by: 'name' },
  ],
});
