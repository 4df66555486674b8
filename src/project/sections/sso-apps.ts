/**
 * Section `sso-apps`: applications that users of the project sign in to by SAML, OIDC or WS-Fed.
 */
import { defineSection, setsEverywhere } from './section.ts';

export const ssoApps = defineSection({
  name: 'sso-apps',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'ssoApps' },
  identity: { by: 'id-or-name' },
  sets: [
    setsEverywhere(['acsAllowedCallbacks', 'replyAllowedCallbacks', 'claims']),
    // Of mappings of groups.
    setsEverywhere(['roles']),
  ],
  freeForm: [],
  snapshot: { kind: 'list', path: 'applications.json', isJudged: true },
  refersTo: [
    { member: '/samlSettings/groupsMapping/*/roles/*/name', to: 'roles', by: 'name' },
    { member: '/wsFedSettings/groupsMapping/*/roles/*/name', to: 'roles', by: 'name' },
  ],
  inDocs: { saved: 'secrets withheld' },
});
