/**
 * Section `scim-keys`: keys by which identity providers provision users of a tenant, as metadata.
 */
import { isBlank } from '../../json/value.ts';
import { defineSection } from './section.ts';

export const scimKeys = defineSection({
  name: 'scim-keys',
  since: '1.1.0',
  isByNameAlone: true,
  keptIn: 'resources',
  read: { shape: 'per-tenant', endpoint: 'scimKeys', parameter: 'tenantId', needsTenants: true },
  identity: { by: 'tenant', within: 'key/id', treeEnding: '.scim-keys.json' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  isBlankEntry: isBlank,
  refersTo: [
    { member: '/*/key/roleNames/*', to: 'roles', by: 'name' },
    { member: '/*/key/keyTenants/*/tenantId', to: 'tenants', by: 'id' },
    { member: '/*/key/boundUserId', to: 'users', by: 'id' },
    { member: '/*/ssoId', to: 'tenant-sso', by: 'id' },
  ],
  inDocs: { saved: 'without the key' },
});
