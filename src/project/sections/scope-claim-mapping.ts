/** Section `scope-claim-mapping`: which claims each scope of OIDC puts into tokens. */
import { defineSection, freeForm } from './section.ts';

export const scopeClaimMapping = defineSection({
  name: 'scope-claim-mapping',
  since: '1.1.0',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'scopeClaimMapping' },
  identity: { by: 'member', member: 'scope' },
  sets: [],
  freeForm: [freeForm('claims of your own', { members: ['claims'], unsearched: 'nowhere' })],
  snapshot: undefined,
  refersTo: [],
});
