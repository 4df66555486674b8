/**
 * Every call that the product can make to the Management API: reads, and nothing else. The client
 * takes its calls from this table alone, so that a write, or an endpoint that hands out an
 * application's secret, cannot be called.
 */
export interface ReadEndpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What an answer must carry: a list, a map, or, where there is no key, itself. */
  readonly carries: { readonly key: string | undefined; readonly type: 'list' | 'map' };
  /** An answer that is larger, unpacked, is a failure: nothing may fill the memory. */
  readonly maxBytes: number;
}

const MAX_BYTES = 64 * 2 ** 20;
/** Of answers that hold a whole project, or every tenant of one. */
const MAX_LARGE_BYTES = 256 * 2 ** 20;

type Method = ReadEndpoint['method'];

const endpoint = (method: Method, path: string, carries: ReadEndpoint['carries']): ReadEndpoint =>
  Object.freeze({ method, path, carries: Object.freeze(carries), maxBytes: MAX_BYTES });
const large = (of: ReadEndpoint): ReadEndpoint =>
  Object.freeze({ ...of, maxBytes: MAX_LARGE_BYTES });
const list = (method: Method, path: string, key: string) =>
  endpoint(method, path, { key, type: 'list' });
const map = (method: Method, path: string, key?: string) =>
  endpoint(method, path, { key, type: 'map' });

/** Many reads of this API are POST requests; all of these are safe to repeat. */
export const READ_ENDPOINTS = Object.freeze({
  license: map('GET', '/v1/mgmt/license'),
  snapshot: large(map('POST', '/v1/mgmt/project/snapshot/export', 'files')),
  flowList: list('POST', '/v1/mgmt/flow/list', 'flows'),
  flowExport: map('POST', '/v2/mgmt/flow/export', 'flow'),
  tenants: large(list('GET', '/v1/mgmt/tenant/all', 'tenants')),
  tenantSettings: map('GET', '/v1/mgmt/tenant/settings'),
  tenantSso: list('GET', '/v2/mgmt/sso/settings/all', 'SSOSettings'),
  projectRoles: list('GET', '/v1/mgmt/role/all', 'roles'),
  tenantRoles: list('POST', '/v1/mgmt/role/search', 'roles'),
  permissions: list('GET', '/v1/mgmt/permission/all', 'permissions'),
  ssoApps: list('GET', '/v1/mgmt/sso/idp/apps/load', 'apps'),
  inboundApps: list('GET', '/v1/mgmt/thirdparty/apps/load', 'apps'),
  outboundApps: list('GET', '/v1/mgmt/outbound/apps', 'apps'),
  accessKeys: list('POST', '/v1/mgmt/accesskey/search', 'keys'),
  jwtTemplates: list('POST', '/v1/mgmt/jwt/templates/list', 'templates'),
  lists: list('GET', '/v1/mgmt/list/all', 'lists'),
  passwordSettings: map('GET', '/v1/mgmt/password/settings'),
  fgaSchema: map('GET', '/v1/mgmt/fga/schema'),
  theme: map('POST', '/v2/mgmt/theme/export', 'theme'),
  userAttributes: list('GET', '/v1/mgmt/user/customattributes', 'data'),
  mcpServers: list('POST', '/v1/mgmt/mcp/servers/all', 'servers'),
  widgets: list('GET', '/v1/mgmt/widget/list', 'widgets'),
  messageLocalization: map('POST', '/v1/mgmt/localization/messaging/export', 'overrides'),
  flowLocalization: map('POST', '/v1/mgmt/localization/flow/export', 'overrides'),
  scopeClaimMapping: list('POST', '/v1/mgmt/scopeClaimMapping/get', 'mappings'),
  scimKeys: list('GET', '/v1/mgmt/scim/key', 'keys'),
  xaaSettings: list('GET', '/v1/mgmt/sso/xaa/settings/all', 'XAASettings'),
  managementKeys: list('GET', '/v1/mgmt/managementkey/search', 'keys'),
});

/** Reads of a restore alone, which looks at objects one by one, and asks what a write would do. */
export const RESTORE_READ_ENDPOINTS = Object.freeze({
  // Under `tenant`, or the tenant itself: both are known.
  tenant: map('GET', '/v1/mgmt/tenant'),
  // Dry runs: they change nothing.
  fgaDryRun: map('POST', '/v1/mgmt/fga/schema/dryrun'),
  snapshotValidate: map('POST', '/v1/mgmt/project/snapshot/validate'),
  userSearch: list('POST', '/v2/mgmt/user/search', 'users'),
});

/** Both tables: all that the client can call. */
export const READS = Object.freeze({ ...READ_ENDPOINTS, ...RESTORE_READ_ENDPOINTS });

export type EndpointName = keyof typeof READS;
