/** What no call of ours reads. */
import { isSection } from '../../project/sections/index.ts';

/** Names of what a project may have beside sections. */
const PARTS: readonly (readonly [section: string, note: string])[] = [
  ['users', 'users are not saved yet'],
  ['test-users', 'users are not saved yet'],
  ['tenant-admin-links', 'links for the SSO setup of tenants are not read'],
  ['outbound-scim', 'outbound SCIM configurations are not read'],
  ['sso-app-attributes', 'definitions of SSO application attributes are not read'],
  ['fga-relations', 'no API lists FGA relations (tuples)'],
  ['engines', 'engines are not read'],
  ['management-keys', 'they belong to the company; no API gives the key itself'],
  ['company-members', 'they belong to the company, not to the project'],
  ['audit-log', 'events are no configuration, and not read'],
];

/**
 * What a project may have and no backup holds, so that each manifest says it. What is a section by
 * now is none of it. docs/coverage.md repeats the names.
 */
export const NOT_COVERED: typeof PARTS = PARTS.filter(([name]) => !isSection(name));
