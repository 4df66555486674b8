/** Section `user-attributes`: definitions of attributes that users have. */
import { defineSection, setsEverywhere } from './section.ts';

export const userAttributes = defineSection({
  name: 'user-attributes',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'userAttributes' },
  identity: { by: 'id-or-name' },
  sets: [setsEverywhere(['editPermissions', 'viewPermissions'])],
  freeForm: [],
  snapshot: { kind: 'list', path: 'attributes.json', isJudged: true },
  refersTo: [
    { member: '/viewPermissions/*', to: 'permissions', by: 'name' },
    { member: '/editPermissions/*', to: 'permissions', by: 'name' },
  ],
});
