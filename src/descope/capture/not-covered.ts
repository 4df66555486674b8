/** What no call of ours reads. */
import { isSection } from '../../project/sections/index.ts';

/** Names of what a project may have beside sections. */
const PARTS: readonly (readonly [section: string, note: string])[] = [
  ['users', 'users are not saved yet'],
  ['test-users', 'users are not saved yet'],
  ['tenant-password-settings', 'only the password rules of the project are read'],
  ['tenant-admin-links', 'links for the SSO setup of tenants are not read'],
  ['sso-xaa-settings', 'cross-app access settings of tenants are not read'],
  ['scim-keys', 'SCIM keys of tenants are not read; no API gives the key itself'],
  ['outbound-scim', 'outbound SCIM configurations are not read'],
  ['scope-claim-mapping', 'mappings of scopes to claims are not read'],
  ['sso-app-attributes', 'definitions of SSO application attributes are not read'],
  ['fga-relations', 'no API lists FGA relations (tuples)'],
  ['mcp-servers', 'MCP servers are not read'],
  ['localization', 'translations of flows and messages are not read'],
  ['engines', 'engines are not read'],
  ['management-keys', 'they belong to the company; no API gives the key itself'],
  ['company-members', 'they belong to the company, not to the project'],
  ['audit-log', 'events are no configuration, and not read'],
];

/**
 * What a project may have and no backup holds, so that each manifest says it. What is a section by now is none of it.
 * docs/coverage.md repeats the names.
 */
export const NOT_COVERED: typeof PARTS = PARTS.filter(([name]) => !isSection(name));
