/** Section `flows`: what users go through when they sign in. */
import { defineSection, freeForm, setsEverywhere } from './section.ts';
import { SCRIPTS } from './reasons.ts';

export const flows = defineSection({
  name: 'flows',
  keptIn: 'project.json',
  read: { shape: 'own', endpoints: ['flowList', 'flowExport'] },
  identity: { by: 'id-or-name' },
  sets: [
    setsEverywhere(['targetLanguages', 'translateTargetLangs']),
    setsEverywhere(['oauth', 'omitted', 'userAttributes', 'tenantAttributes'], {
      below: 'references',
    }),
  ],
  freeForm: [
    // Its metadata has stamps, its contents have none.
    freeForm(SCRIPTS, { untouched: 'nowhere' }),
    freeForm(SCRIPTS, { members: ['contents'], unsearched: 'nowhere', untouched: 'everywhere' }),
  ],
  snapshot: { kind: 'folders', path: 'flows/', index: 'flows/flows.json' },
  refersTo: [
    { member: '/references/connectors/*', to: 'connectors', by: 'name-to-id' },
    { member: '/references/roles/*', to: 'roles', by: 'name-to-id' },
    { member: '/references/oauth/*', to: 'authentication-methods', by: 'name' },
    { member: '/references/userAttributes/*', to: 'user-attributes', by: 'name' },
    { member: '/references/tenantAttributes/*', to: 'tenant-attributes', by: 'name' },
  ],
  shown: { place: 4, singular: 'flow' },
  inDocs: { free: 'saved, one request a flow', pro: 'saved, out of the snapshot' },
});
