/** Section `inbound-apps`: applications of others that may act for users of the project. */
import { defineSection, setsEverywhere } from './section.ts';

export const inboundApps = defineSection({
  name: 'inbound-apps',
  keptIn: 'resources',
  read: { shape: 'pages', endpoint: 'inboundApps', noun: 'applications' },
  identity: { by: 'id-or-name' },
  sets: [
    setsEverywhere(['allowedTenants', 'approvedCallbackUrls', 'audienceWhitelist']),
    setsEverywhere(['values'], { below: 'permissionsScopes' }),
    setsEverywhere(['values'], { below: 'attributesScopes' }),
    setsEverywhere(['values'], { below: 'connectionsScopes' }),
  ],
  freeForm: [],
  snapshot: undefined,
  refersTo: [
    { member: '/permissionsScopes/*/values/*', to: 'roles', by: 'name' },
    { member: '/permissionsScopes/*/values/*', to: 'permissions', by: 'name' },
    { member: '/attributesScopes/*/values/*', to: 'user-attributes', by: 'name' },
    { member: '/connectionsScopes/*/values/*', to: 'outbound-apps', by: 'id' },
    { member: '/allowedTenants/*', to: 'tenants', by: 'id' },
    { member: '/sessionSettings/userTemplateId', to: 'jwt-templates', by: 'id' },
    { member: '/sessionSettings/keyTemplateId', to: 'jwt-templates', by: 'id' },
  ],
  inDocs: { saved: 'secrets withheld' },
});
