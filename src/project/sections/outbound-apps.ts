/** Section `outbound-apps`: services of others for which the project keeps tokens of its users. */
import { defineSection, setsEverywhere } from './section.ts';

export const outboundApps = defineSection({
  name: 'outbound-apps',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'outboundApps' },
  identity: { by: 'id-or-name' },
  sets: [setsEverywhere(['defaultScopes'])],
  freeForm: [],
  snapshot: { kind: 'list', path: 'outboundapps.json', isJudged: true },
  refersTo: [{ member: '/tenantId', to: 'tenants', by: 'id' }],
  inDocs: { saved: 'secrets withheld' },
});
