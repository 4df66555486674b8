/** The table of sections: a row for each part of a live project that can be asked for by itself. */
import { accessKeys } from './access-keys.ts';
import { fgaSchema } from './fga-schema.ts';
import { flows } from './flows.ts';
import { inboundApps } from './inbound-apps.ts';
import { jwtTemplates } from './jwt-templates.ts';
import { lists } from './lists.ts';
import { localization } from './localization.ts';
import { mcpServers } from './mcp-servers.ts';
import { outboundApps } from './outbound-apps.ts';
import { passwordSettings } from './password-settings.ts';
import { permissions } from './permissions.ts';
import { roles } from './roles.ts';
import { scimKeys } from './scim-keys.ts';
import { scopeClaimMapping } from './scope-claim-mapping.ts';
import type { Reference, SectionRow } from './section.ts';
import { snapshot } from './snapshot.ts';
import { ssoApps } from './sso-apps.ts';
import { tenantPasswordSettings } from './tenant-password-settings.ts';
import { tenantSettings } from './tenant-settings.ts';
import { tenantSso } from './tenant-sso.ts';
import { tenants } from './tenants.ts';
import { theme } from './theme.ts';
import { userAttributes } from './user-attributes.ts';
import { widgets } from './widgets.ts';
import { xaaSettings } from './xaa-settings.ts';

/** In the order in which the coverage has them. */
const TABLE = [
  snapshot,
  flows,
  tenants,
  tenantSettings,
  tenantSso,
  roles,
  permissions,
  ssoApps,
  inboundApps,
  outboundApps,
  accessKeys,
  jwtTemplates,
  lists,
  passwordSettings,
  fgaSchema,
  theme,
  userAttributes,
  mcpServers,
  widgets,
  localization,
  scopeClaimMapping,
  tenantPasswordSettings,
  scimKeys,
  xaaSettings,
] as const;

/** A row with its literals as types. */
export type Row = (typeof TABLE)[number];

export type Section = Row['name'];

/** A section that becomes `resources/<section>.json`. */
export type ResourceRow = Extract<Row, { readonly keptIn: 'resources' }>;
export type ResourceSection = ResourceRow['name'];

/** A section that a function of descope/capture reads which is named after it. */
export type OwnReadSection = Extract<
  ResourceRow,
  { readonly read: { readonly shape: 'own' } }
>['name'];

/**
 * What sections refer to beside each other: parts that a snapshot alone gives, and what no backup
 * has.
 */
type OtherTarget =
  | 'access-key-attributes'
  | 'authentication-methods'
  | 'connectors'
  | 'styles'
  | 'tenant-attributes'
  | 'users';

interface CheckedReference extends Reference {
  readonly to: Section | OtherTarget;
}

interface CheckedRow extends SectionRow {
  readonly refersTo: readonly CheckedReference[];
}

export const SECTION_ROWS: readonly (Row & CheckedRow)[] = TABLE;

/** The names of all sections, as the input `sections` takes them. */
export const SECTIONS: readonly Section[] = TABLE.map(({ name }) => name);

/** The sections that `all` means. */
export const SECTIONS_OF_ALL: readonly Section[] = SECTION_ROWS.flatMap((row: SectionRow) =>
  row.isByNameAlone === true ? [] : [row.name as Section],
);

const BY_NAME: ReadonlyMap<string, SectionRow> = new Map(TABLE.map((row) => [row.name, row]));

/**
 * @returns undefined for a name that is no section of this release: a backup of a newer one may
 * have such
 */
export function rowOf(section: string): SectionRow | undefined {
  return BY_NAME.get(section);
}

export function isSection(name: string): name is Section {
  return BY_NAME.has(name);
}
