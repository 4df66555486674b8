/**
 * Every call that a restore can make to change a project, and nothing else: none cascades, rotates,
 * sends mail, or deletes an SSO configuration. A table and a client apart from those that read, so
 * that what only reads cannot reach them.
 */
import type { WriteCall } from '../project/write-calls.ts';

export interface WriteEndpoint {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** How its parameters go. */
  readonly takes: 'body' | 'query';
  /**
   * What a good answer must have, because the id of a new object is in it. Undefined: it may be
   * empty.
   */
  readonly carries: string | undefined;
  /** Whether a good answer may hold a secret in the clear, which nothing may repeat. */
  readonly showsSecret: boolean;
  /** An answer that is larger, unpacked, is none. */
  readonly maxBytes: number;
}

const MAX_BYTES = 64 * 2 ** 20;

type Traits = Partial<Pick<WriteEndpoint, 'carries' | 'showsSecret'>>;

/** The API takes the parameters of all of these in the body. */
const post = (path: string, traits: Traits = {}): WriteEndpoint =>
  Object.freeze({
    method: 'POST',
    path,
    takes: 'body',
    carries: traits.carries,
    showsSecret: traits.showsSecret ?? false,
    maxBytes: MAX_BYTES,
  });

export const WRITE_ENDPOINTS: Readonly<Record<WriteCall, WriteEndpoint>> = Object.freeze({
  tenantCreate: post('/v1/mgmt/tenant/create', { carries: 'id' }),
  tenantUpdate: post('/v1/mgmt/tenant/update'),
  tenantDelete: post('/v1/mgmt/tenant/delete'),
  tenantDefaultRoles: post('/v1/mgmt/tenant/updateDefaultRoles'),
  tenantSettings: post('/v1/mgmt/tenant/settings'),
  ssoSlot: post('/v1/mgmt/sso/settings/new'),
  ssoSaml: post('/v1/mgmt/sso/saml'),
  ssoSamlMetadata: post('/v1/mgmt/sso/saml/metadata'),
  ssoOidc: post('/v1/mgmt/sso/oidc'),
  ssoAuthType: post('/v1/mgmt/sso/settings/authtype'),
  roleCreate: post('/v1/mgmt/role/create', { carries: 'id' }),
  roleUpdate: post('/v1/mgmt/role/update'),
  roleDelete: post('/v1/mgmt/role/delete'),
  permissionCreate: post('/v1/mgmt/permission/create'),
  permissionUpdate: post('/v1/mgmt/permission/update'),
  permissionDelete: post('/v1/mgmt/permission/delete'),
  ssoAppOidcCreate: post('/v1/mgmt/sso/idp/app/oidc/create', { carries: 'id', showsSecret: true }),
  ssoAppOidcUpdate: post('/v1/mgmt/sso/idp/app/oidc/update'),
  ssoAppSamlCreate: post('/v1/mgmt/sso/idp/app/saml/create', { carries: 'id' }),
  ssoAppSamlUpdate: post('/v1/mgmt/sso/idp/app/saml/update'),
  ssoAppWsfedCreate: post('/v1/mgmt/sso/idp/app/wsfed/create', { carries: 'id' }),
  ssoAppWsfedUpdate: post('/v1/mgmt/sso/idp/app/wsfed/update'),
  ssoAppDelete: post('/v1/mgmt/sso/idp/app/delete'),
  inboundAppCreate: post('/v1/mgmt/thirdparty/app/create', { carries: 'id', showsSecret: true }),
  inboundAppPatch: post('/v1/mgmt/thirdparty/app/patch'),
  inboundAppDelete: post('/v1/mgmt/thirdparty/app/delete'),
  outboundAppCreate: post('/v1/mgmt/outbound/app/create', { carries: 'app', showsSecret: true }),
  outboundAppUpdate: post('/v1/mgmt/outbound/app/update', { showsSecret: true }),
  outboundAppDelete: post('/v1/mgmt/outbound/app/delete'),
  accessKeyUpdate: post('/v1/mgmt/accesskey/update', { showsSecret: true }),
  accessKeyActivate: post('/v1/mgmt/accesskey/activate'),
  accessKeyDeactivate: post('/v1/mgmt/accesskey/deactivate'),
  accessKeyDelete: post('/v1/mgmt/accesskey/delete'),
  jwtTemplateCreate: post('/v1/mgmt/jwt/templates/create', { carries: 'template' }),
  jwtTemplateUpdate: post('/v1/mgmt/jwt/templates/update'),
  jwtTemplateDelete: post('/v1/mgmt/jwt/templates/delete'),
  listImport: post('/v1/mgmt/list/import'),
  listDelete: post('/v1/mgmt/list/delete'),
  passwordSettings: post('/v1/mgmt/password/settings'),
  fgaSchema: post('/v1/mgmt/fga/schema'),
  themeImport: post('/v2/mgmt/theme/import'),
  userAttributeCreate: post('/v1/mgmt/user/customattribute/create'),
  userAttributeDelete: post('/v1/mgmt/user/customattribute/delete'),
  flowImport: post('/v2/mgmt/flow/import'),
  flowDelete: post('/v1/mgmt/flow/delete'),
  snapshotImport: post('/v1/mgmt/project/snapshot/import'),
});
