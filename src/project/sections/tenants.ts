/** Section `tenants`: the customers of a project. */
import { ATTRIBUTES } from './reasons.ts';
import { defineSection, freeForm } from './section.ts';

export const tenants = defineSection({
  name: 'tenants',
  keptIn: 'project.json',
  read: { shape: 'own', endpoints: ['tenants'] },
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [
    freeForm(ATTRIBUTES, {
      members: ['customAttributes'],
      unsearched: 'everywhere',
      untouched: 'everywhere',
    }),
    // So a config file spells it. No answer is known to: under this name a secret is looked for.
    freeForm(ATTRIBUTES, {
      members: ['custom_attributes'],
      unsearched: 'nowhere',
      untouched: 'everywhere',
    }),
  ],
  snapshot: undefined,
  refersTo: [
    { member: '/parent', to: 'tenants', by: 'id' },
    { member: '/federatedAppIds/*', to: 'sso-apps', by: 'id' },
    { member: '/defaultRoles/*', to: 'roles', by: 'name' },
    { member: '/customAttributes/*', to: 'tenant-attributes', by: 'name' },
    { member: '/enforceSSOExclusions/*', to: 'users', by: 'id' },
  ],
  shown: { place: 1, singular: 'tenant' },
});
