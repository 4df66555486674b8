/** Section `access-keys`: keys of machines, as metadata: no API gives a key itself again. */
import { defineSection, freeForm } from './section.ts';

export const accessKeys = defineSection({
  name: 'access-keys',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'accessKeys' },
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [
    freeForm('claims of your own', {
      members: ['customClaims'],
      unsearched: 'everywhere',
      untouched: 'everywhere',
    }),
  ],
  snapshot: undefined,
  refersTo: [
    { member: '/roleNames/*', to: 'roles', by: 'name' },
    { member: '/keyTenants/*/tenantId', to: 'tenants', by: 'id' },
    { member: '/keyTenants/*/roleNames/*', to: 'roles', by: 'name' },
    { member: '/customAttributes/*', to: 'access-key-attributes', by: 'name' },
    { member: '/boundUserId', to: 'users', by: 'id' },
  ],
  shown: { place: 6 },
  inDocs: { saved: 'without the key' },
});
