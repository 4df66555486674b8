/**
 * Section `mcp-servers`: servers that give agents the project's resources, by the Model Context
 * Protocol.
 */
import { defineSection } from './section.ts';

export const mcpServers = defineSection({
  name: 'mcp-servers',
  since: '1.1.0',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'mcpServers' },
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  refersTo: [
    { member: '/dynamicRegistration/flowId', to: 'flows', by: 'id' },
    { member: '/approvedScopes/permissionsScopes/*/values/*', to: 'roles', by: 'name' },
    { member: '/approvedScopes/permissionsScopes/*/values/*', to: 'permissions', by: 'name' },
    { member: '/approvedScopes/attributesScopes/*/values/*', to: 'user-attributes', by: 'name' },
    { member: '/approvedScopes/connectionsScopes/*/values/*', to: 'outbound-apps', by: 'id' },
    { member: '/sessionSettings/userTemplateId', to: 'jwt-templates', by: 'id' },
    { member: '/sessionSettings/keyTemplateId', to: 'jwt-templates', by: 'id' },
  ],
});
