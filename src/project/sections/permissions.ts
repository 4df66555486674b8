/** Section `permissions`: what roles may grant. */
import { defineSection } from './section.ts';

export const permissions = defineSection({
  name: 'permissions',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'permissions' },
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [],
  snapshot: { kind: 'list', path: 'permissions.json', isJudged: false },
  refersTo: [],
});
