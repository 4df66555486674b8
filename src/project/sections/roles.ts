/** Section `roles`: roles of the project and of its tenants. */
import { defineSection } from './section.ts';

export const roles = defineSection({
  name: 'roles',
  keptIn: 'resources',
  read: { shape: 'own', endpoints: ['projectRoles', 'tenantRoles'], needsTenants: true },
  // Ids are made anew for a snapshot, and names are unique: in the project, and in each tenant.
  identity: { by: 'tenant-and-name' },
  sets: [],
  freeForm: [],
  snapshot: { kind: 'list', path: 'roles.json', isJudged: true },
  refersTo: [
    { member: '/permissionNames/*', to: 'permissions', by: 'name' },
    { member: '/tenantId', to: 'tenants', by: 'id' },
  ],
  shown: { place: 5, singular: 'role' },
});
