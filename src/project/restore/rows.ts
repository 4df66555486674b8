/** The row of each section; a section without one does not compile. */
import { ACCESS_KEYS } from './access-keys.ts';
import { FGA_SCHEMA } from './fga-schema.ts';
import { FLOWS } from './flows.ts';
import { INBOUND_APPS } from './inbound-apps.ts';
import { JWT_TEMPLATES } from './jwt-templates.ts';
import { LISTS } from './lists.ts';
import { OUTBOUND_APPS } from './outbound-apps.ts';
import { PASSWORD_SETTINGS } from './password-settings.ts';
import { PERMISSIONS } from './permissions.ts';
import { ROLES } from './roles.ts';
import { isRestorable, type NotRestorable, type RestoreRow } from './row.ts';
import type { SectionName } from './sections.ts';
import { SNAPSHOT } from './snapshot.ts';
import { SSO_APPS } from './sso-apps.ts';
import { TENANT_SETTINGS } from './tenant-settings.ts';
import { TENANT_SSO } from './tenant-sso.ts';
import { TENANTS } from './tenants.ts';
import { THEME } from './theme.ts';
import { USER_ATTRIBUTES } from './user-attributes.ts';

/** Sections that are saved so that a person can put them back: no call of a restore writes them. */
const NOT_WRITTEN: NotRestorable = { reason: 'a restore does not write this section yet' };

export const RESTORE_ROWS: Readonly<Record<SectionName, RestoreRow | NotRestorable>> = {
  snapshot: SNAPSHOT,
  flows: FLOWS,
  tenants: TENANTS,
  'tenant-settings': TENANT_SETTINGS,
  'tenant-sso': TENANT_SSO,
  roles: ROLES,
  permissions: PERMISSIONS,
  'sso-apps': SSO_APPS,
  'inbound-apps': INBOUND_APPS,
  'outbound-apps': OUTBOUND_APPS,
  'access-keys': ACCESS_KEYS,
  'jwt-templates': JWT_TEMPLATES,
  lists: LISTS,
  'password-settings': PASSWORD_SETTINGS,
  'fga-schema': FGA_SCHEMA,
  theme: THEME,
  'user-attributes': USER_ATTRIBUTES,
  'mcp-servers': NOT_WRITTEN,
  widgets: NOT_WRITTEN,
  localization: NOT_WRITTEN,
  'scope-claim-mapping': NOT_WRITTEN,
  'tenant-password-settings': NOT_WRITTEN,
  'scim-keys': NOT_WRITTEN,
  'xaa-settings': NOT_WRITTEN,
};

/** @returns undefined for a section that no restore can write, or that is none */
export function rowOf(section: string): RestoreRow | undefined {
  const row = Object.hasOwn(RESTORE_ROWS, section)
    ? RESTORE_ROWS[section as SectionName]
    : undefined;
  return row !== undefined && isRestorable(row) ? row : undefined;
}
