/** Changes that let somebody in, or let him do more, one or more for each rule; the other way round they do not. */
import type { JsonObject, JsonValue } from '../../../src/storage/json-value.ts';
import {
  accessKey,
  inboundApp,
  oidc,
  outboundApp,
  role,
  saml,
  tenant,
  tenantSettings,
} from '../../fixtures/descope-api/builders.ts';

export interface Widening {
  readonly rule: string;
  readonly what: string;
  readonly section: string;
  readonly id: string;
  /** Undefined where the object comes. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  /** Set where the same change the other way round is found too, which the rule says. */
  readonly isHighBack?: true;
}

const sso = (given: JsonObject): JsonValue => ({
  default: saml('idp.example', given) as JsonValue,
});
const open = (given: JsonObject): JsonValue => ({
  default: oidc('idp.example', given) as JsonValue,
});
const acme = (given: JsonObject = {}): JsonValue => tenant({ id: 'acme', ...given });
const settings = (given: JsonObject = {}): JsonValue =>
  tenantSettings(tenant({ id: 'acme' }), { enabled: true, ...given });
const key = (given: JsonObject = {}): JsonValue =>
  accessKey({ id: 'AK1', name: 'CI', roleNames: ['Viewer'], ...given });
const inbound = (given: JsonObject = {}): JsonValue => inboundApp(1, given);

const BOTH_WAYS = { isHighBack: true } as const;

function ssoField(what: string, before: JsonValue, after: JsonValue): Widening {
  return {
    rule: 'identity-provider-changed',
    what,
    section: 'tenant-sso',
    id: 'acme',
    before,
    after,
    ...BOTH_WAYS,
  };
}

const identityProviders: readonly Widening[] = [
  ssoField('SAML entity', sso({}), sso({ idpEntityId: 'https://evil.example' })),
  ssoField('SAML address', sso({}), sso({ idpSSOUrl: 'https://evil.example/sso' })),
  ssoField('SAML certificate', sso({}), sso({ idpCertificate: 'OTHER' })),
  ssoField('SAML metadata', sso({}), sso({ idpMetadataUrl: 'https://evil.example/metadata' })),
  ssoField('OIDC issuer', open({}), open({ issuer: 'https://evil.example' })),
  ssoField('OIDC endpoint', open({}), open({ authUrl: 'https://evil.example/authorize' })),
  ssoField('OIDC token endpoint', open({}), open({ tokenUrl: 'https://evil.example/token' })),
  ssoField('OIDC user data', open({}), open({ userDataUrl: 'https://evil.example/user' })),
  ssoField('OIDC keys', open({}), open({ JWKsUrl: 'https://evil.example/keys' })),
  ssoField('OIDC client', open({}), open({ clientId: 'evil' })),
  ssoField('an issuer that is no longer checked', open({}), open({ issuer: '' })),
  ssoField(
    'the second of two configurations',
    { default: saml('a.example') as JsonValue, 'ssoId=b': saml('b.example') as JsonValue },
    { default: saml('a.example') as JsonValue, 'ssoId=b': saml('evil.example') as JsonValue },
  ),
  ssoField(
    'a list of configurations',
    [saml('a.example')],
    [saml('evil.example')],
  ),
  {
    rule: 'identity-provider-changed',
    what: 'one more certificate',
    section: 'tenant-sso',
    id: 'acme',
    before: sso({ idpAdditionalCertificates: ['A'] }),
    after: sso({ idpAdditionalCertificates: ['A', 'B'] }),
  },
  {
    rule: 'identity-provider-changed',
    what: 'SSO that is turned on',
    section: 'tenants',
    id: 'acme',
    before: acme(),
    after: acme({ authType: 'saml' }),
  },
  {
    rule: 'identity-provider-changed',
    what: 'SSO in the settings that goes from SAML to OIDC',
    section: 'tenant-settings',
    id: 'acme',
    before: settings({ authType: 'saml' }),
    after: settings({ authType: 'oidc' }),
    ...BOTH_WAYS,
  },
  {
    rule: 'sso-configuration-added',
    what: 'a second configuration',
    section: 'tenant-sso',
    id: 'acme',
    before: { default: saml('a.example') as JsonValue },
    after: { default: saml('a.example') as JsonValue, 'ssoId=b': saml('b.example') as JsonValue },
  },
  {
    rule: 'sso-configuration-added',
    what: 'the first configuration',
    section: 'tenant-sso',
    id: 'acme',
    before: undefined,
    after: sso({}),
  },
  {
    rule: 'sso-configuration-added',
    what: 'a configuration that was blank',
    section: 'tenant-sso',
    id: 'acme',
    before: { default: { saml: {}, oidc: {}, ssoId: '' } },
    after: sso({}),
  },
  {
    rule: 'identity-mapping-changed',
    what: 'SAML e-mail',
    section: 'tenant-sso',
    id: 'acme',
    before: sso({ attributeMapping: { email: 'mail' } }),
    after: sso({ attributeMapping: { email: 'nickname' } }),
    ...BOTH_WAYS,
  },
  {
    rule: 'identity-mapping-changed',
    what: 'OIDC login id',
    section: 'tenant-sso',
    id: 'acme',
    before: open({}),
    after: open({ userAttrMapping: { loginId: 'email' } }),
    ...BOTH_WAYS,
  },
];

const groupsMapping = (...roles: readonly string[]): JsonObject => ({
  groupsMapping: roles.map((name) => ({ role: { id: `R-${name}`, name }, groups: ['staff'] })),
});

const grants: readonly Widening[] = (
  [
    ['a mapping', sso(groupsMapping('Viewer')), sso(groupsMapping('Viewer', 'Admin'))],
    [
      'a group of a mapping',
      open({ roleMappings: [{ groups: ['a'], roleName: 'Admin' }] }),
      open({ roleMappings: [{ groups: ['a', 'b'], roleName: 'Admin' }] }),
    ],
    ['a default role', sso({ defaultSSORoles: [] }), sso({ defaultSSORoles: ['Admin'] })],
    [
      'a relation',
      sso({ fgaMappings: {} }),
      sso({
        fgaMappings: { staff: { relations: [{ resource: 'x', relationDefinition: 'owner' }] } },
      }),
    ],
  ] as const
).map(([what, before, after]) => ({
  rule: 'sso-grants-more',
  what,
  section: 'tenant-sso',
  id: 'acme',
  before,
  after,
}));

const ofRole = (given: JsonObject) => role({ id: 'R1', name: 'Editor', ...given }) as JsonValue;
const defaults: readonly Widening[] = [
  {
    rule: 'default-roles-grant-more',
    what: 'a default role of a tenant',
    section: 'tenants',
    id: 'acme',
    before: acme({ defaultRoles: ['Viewer'] }),
    after: acme({ defaultRoles: ['Viewer', 'Admin'] }),
  },
  {
    rule: 'default-roles-grant-more',
    what: 'inherited roles',
    section: 'tenants',
    id: 'acme',
    before: acme(),
    after: acme({ roleInheritance: 'userOnly' }),
  },
  {
    rule: 'default-roles-grant-more',
    what: 'a role that becomes a default one',
    section: 'roles',
    id: 'Editor',
    before: ofRole({}),
    after: ofRole({ default: true }),
  },
  {
    rule: 'default-roles-grant-more',
    what: 'a new default role, in a snapshot',
    section: 'snapshot',
    id: 'roles.json',
    before: { roles: [] },
    after: { roles: [{ name: 'Editor', default: true }] },
  },
  {
    rule: 'tenant-or-source-enabled',
    what: 'a tenant',
    section: 'tenants',
    id: 'acme',
    before: acme({ disabled: true }),
    after: acme(),
  },
  {
    rule: 'tenant-or-source-enabled',
    what: 'a connector without its mark',
    section: 'snapshot',
    id: 'connectors/scim.json',
    before: { id: 'C', type: 'scim', disabled: true, configuration: {} },
    after: { id: 'C', type: 'scim', configuration: {} },
  },
  {
    rule: 'tenant-or-source-enabled',
    what: 'an OAuth provider',
    section: 'snapshot',
    id: 'auth/oauth.json',
    before: { enabled: true, providerSettings: { github: { enabled: false, clientId: 'c' } } },
    after: { enabled: true, providerSettings: { github: { enabled: true, clientId: 'c' } } },
  },
  {
    rule: 'self-provisioning-on',
    what: 'of the project',
    section: 'snapshot',
    id: 'project.json',
    before: { projectSelfProvisioning: false },
    after: { projectSelfProvisioning: true },
  },
];

const keys: readonly Widening[] = (
  [
    ['a role', key(), key({ roleNames: ['Viewer', 'Admin'] })],
    [
      'a tenant',
      key(),
      key({ keyTenants: [{ tenantId: 'acme', roleNames: [], tenantName: 'A' }] }),
    ],
    [
      'a role in a tenant',
      key({ keyTenants: [{ tenantId: 'acme', roleNames: ['a'] }] }),
      key({ keyTenants: [{ tenantId: 'acme', roleNames: ['a', 'b'] }] }),
    ],
    ['no limit of addresses', key({ permittedIps: ['203.0.113.7'] }), key()],
    [
      'an address',
      key({ permittedIps: ['203.0.113.7'] }),
      key({ permittedIps: ['203.0.113.7', '198.51.100.1'] }),
    ],
    ['a range', key({ permittedIps: ['203.0.113.7'] }), key({ permittedIps: ['203.0.113.0/24'] })],
    [
      'a range of IPv6',
      key({ permittedIps: ['2001:db8::/48'] }),
      key({ permittedIps: ['2001:db8::/32'] }),
    ],
    ['no end', key({ expireTime: 1_800_000_000 }), key({ expireTime: 0 })],
    ['a later end', key({ expireTime: 1_800_000_000 }), key({ expireTime: 1_900_000_000 })],
  ] as const
).map(([what, before, after]) => ({
  rule: 'access-key-widened',
  what,
  section: 'access-keys',
  id: 'AK1',
  before,
  after,
}));

const github = (given: JsonObject) => ({
  enabled: true,
  providerSettings: {
    github: { enabled: true, clientId: 'c', tokenUrl: 'https://a.example/t', ...given },
  },
});

const methods: readonly Widening[] = [
  ...(['webauthn', 'totp', 'sso', 'otp', 'password'] as const).map((method) => ({
    rule: 'authentication-method-off',
    what: method,
    section: 'snapshot',
    id: `auth/${method}.json`,
    before: { enabled: true },
    after: { enabled: false },
    ...((method === 'otp' || method === 'password') && BOTH_WAYS),
  })),
  {
    rule: 'authentication-method-off',
    what: 'WebAuthn whose file is gone',
    section: 'snapshot',
    id: 'auth/webauthn.json',
    before: { enabled: true },
    after: undefined,
  },
  ...(['otp', 'password', 'magiclink', 'oauth', 'anything'] as const).map((method) => ({
    rule: 'weaker-method-on',
    what: method,
    section: 'snapshot',
    id: `auth/${method}.json`,
    before: { enabled: false },
    after: { enabled: true },
    ...BOTH_WAYS,
  })),
  {
    rule: 'weaker-method-on',
    what: 'passwords, as the API says it',
    section: 'password-settings',
    id: 'password-settings',
    before: { enabled: false, minLength: 8 },
    after: { enabled: true, minLength: 8 },
    ...BOTH_WAYS,
  },
  ...(
    [
      ['client', github({}), github({ clientId: 'evil' })],
      ['endpoint', github({}), github({ tokenUrl: 'https://evil.example/t' })],
      ['keys', github({}), github({ jwksUrl: 'https://evil.example/k' })],
      [
        'client in a list',
        { providers: [{ id: 'x', clientId: 'c' }] },
        { providers: [{ id: 'x', clientId: 'evil' }] },
      ],
    ] as const
  ).map(([what, before, after]) => ({
    rule: 'oauth-client-changed',
    what,
    section: 'snapshot',
    id: 'auth/oauth.json',
    before: before,
    after: after,
    ...BOTH_WAYS,
  })),
  {
    rule: 'oauth-client-changed',
    what: 'a new provider',
    section: 'snapshot',
    id: 'auth/oauth.json',
    before: { providerSettings: {} },
    after: { providerSettings: { customAttributes: { enabled: true, clientId: 'c' } } },
  },
  {
    rule: 'passkey-trust-widened',
    what: 'an application',
    section: 'snapshot',
    id: 'auth/webauthn.json',
    before: { enabled: true, androidFingerprints: [] },
    after: { enabled: true, androidFingerprints: ['AB:CD'] },
  },
  {
    rule: 'provider-checks-relaxed',
    what: 'accounts that are merged',
    section: 'snapshot',
    id: 'auth/sso.json',
    before: { mergeUsers: false, blockIfEmailDomainMismatch: true },
    after: { mergeUsers: true, blockIfEmailDomainMismatch: false },
  },
];

const applications: readonly Widening[] = (
  [
    [
      'SAML',
      'sso-apps',
      { samlSettings: { acsUrl: 'https://a.example/acs' } },
      { samlSettings: { acsUrl: 'https://evil.example/acs' } },
    ],
    [
      'SAML list',
      'sso-apps',
      { samlSettings: { acsAllowedCallbacks: ['https://a.example'] } },
      { samlSettings: { acsAllowedCallbacks: ['https://evil.example'] } },
    ],
    [
      'SAML metadata',
      'sso-apps',
      { samlSettings: { metadataUrl: 'https://a.example/m' } },
      { samlSettings: { metadataUrl: 'https://evil.example/m' } },
    ],
    [
      'OIDC',
      'sso-apps',
      { oidcSettings: { loginPageUrl: 'https://a.example' } },
      { oidcSettings: { loginPageUrl: 'https://evil.example' } },
    ],
    [
      'OIDC logout',
      'sso-apps',
      { oidcSettings: { backChannelLogoutUrl: 'https://a.example' } },
      { oidcSettings: { backChannelLogoutUrl: 'https://evil.example' } },
    ],
    [
      'WS-Fed',
      'sso-apps',
      { wsfedSettings: { replyUrl: 'https://a.example' } },
      { wsfedSettings: { replyUrl: 'https://evil.example' } },
    ],
    [
      'inbound',
      'inbound-apps',
      inbound(),
      inbound({ approvedCallbackUrls: ['https://evil.example/cb'] }),
    ],
  ] as const
)
  .map(([what, section, before, after]): Widening => ({
    rule: 'redirect-widened',
    what,
    section,
    id: 'app',
    before: before,
    after: after,
    ...BOTH_WAYS,
  }))
  .concat([
    {
      rule: 'redirect-widened',
      what: 'WS-Fed in a snapshot',
      section: 'snapshot',
      id: 'applications.json',
      before: {
        applications: [{ id: 'a', wsfed: { replyAllowedCallbacks: ['https://a.example'] } }],
      },
      after: {
        applications: [
          { id: 'a', wsfed: { replyAllowedCallbacks: ['https://a.example', 'https://b.example'] } },
        ],
      },
    },
    {
      rule: 'redirect-widened',
      what: 'approved domains in one text',
      section: 'snapshot',
      id: 'project.json',
      before: { trustedDomains: 'a.example,b.example' },
      after: { trustedDomains: 'b.example,evil.example,a.example' },
    },
    {
      rule: 'redirect-widened',
      what: 'approved domains that are none',
      section: 'snapshot',
      id: 'project.json',
      before: { trustedDomains: 'a.example' },
      after: { trustedDomains: '' },
      ...BOTH_WAYS,
    },
    {
      rule: 'application-grants-more',
      what: 'a scope',
      section: 'inbound-apps',
      id: 'app',
      before: inbound(),
      after: inbound({
        permissionsScopes: [
          { name: 'read', description: 'Read', optional: false, values: ['Tenant Admin', 'x'] },
        ],
      }),
    },
    {
      rule: 'application-grants-more',
      what: 'every tenant',
      section: 'inbound-apps',
      id: 'app',
      before: inbound({ allowedTenants: ['acme'] }),
      after: inbound({ allowedTenants: [] }),
    },
    {
      rule: 'application-grants-more',
      what: 'a group',
      section: 'sso-apps',
      id: 'app',
      before: { samlSettings: { groupsMapping: [] } },
      after: {
        samlSettings: {
          groupsMapping: [{ name: 'g', value: 'admins', roles: [{ id: 'R', name: 'Viewer' }] }],
        },
      },
    },
  ]);

const connector = (configuration: JsonObject): JsonValue => ({
  id: 'C1',
  type: 'http',
  name: 'hook',
  configuration,
});

const connectors: readonly Widening[] = [
  ...(
    [
      ['an address', { baseUrl: 'https://a.example/x' }, { baseUrl: 'https://evil.example/x' }],
      ['no encryption', { baseUrl: 'https://a.example' }, { baseUrl: 'http://a.example' }],
      ['a host', { host: 'smtp.a.example', port: 25 }, { host: 'smtp.evil.example', port: 25 }],
      ['a server', { serverUrl: 'ldaps://a.example' }, { serverUrl: 'ldaps://evil.example' }],
      [
        'an address further in',
        { authentication: { oauth2ClientCredentials: { authUrl: 'https://a.example' } } },
        { authentication: { oauth2ClientCredentials: { authUrl: 'https://evil.example' } } },
      ],
    ] as const
  ).map(([what, before, after]) => ({
    rule: 'connector-moved',
    what,
    section: 'snapshot',
    id: 'connectors/hook.json',
    before: connector(before),
    after: connector(after),
    ...BOTH_WAYS,
  })),
  {
    rule: 'connector-moved',
    what: 'certificates that are not checked',
    section: 'snapshot',
    id: 'connectors/hook.json',
    before: connector({ insecure: false }),
    after: connector({ insecure: true }),
  },
  {
    rule: 'connector-moved',
    what: 'an outbound application',
    section: 'outbound-apps',
    id: 'app',
    before: outboundApp({ id: 'app', name: 'App', tokenUrl: 'https://a.example/t' }),
    after: outboundApp({ id: 'app', name: 'App', tokenUrl: 'https://evil.example/t' }),
    ...BOTH_WAYS,
  },
];

const template = (given: JsonObject): JsonValue => ({
  id: 'JT1',
  name: 'T',
  description: '',
  template: { role: '{{user.role}}' },
  ...given,
});
const issuer = (issuers: JsonObject): JsonValue => inbound({ jwtBearerSettings: { issuers } });

const tokens: readonly Widening[] = [
  ...(
    [
      ['a claim', { template: { role: 'admin' } }],
      ['a claim that comes', { template: { role: '{{user.role}}', tenants: ['*'] } }],
      [
        'claims called as customers call theirs',
        { template: { role: '{{user.role}}', customClaims: { admin: true } } },
      ],
      ['permissions', { excludePermissions: true }],
      ['the issuer', { enforceIssuer: true }],
    ] as const
  ).map(([what, given]) => ({
    rule: 'token-claims-changed',
    what,
    section: 'jwt-templates',
    id: 'JT1',
    before: template({}),
    after: template(given),
    ...BOTH_WAYS,
  })),
  {
    rule: 'token-claims-changed',
    what: 'a claim in a snapshot',
    section: 'snapshot',
    id: 'jwttemplates.json',
    before: { templates: [template({})] },
    after: { templates: [template({ template: { role: 'admin' } })] },
    ...BOTH_WAYS,
  },
  {
    rule: 'token-claims-changed',
    what: 'another template of the project',
    section: 'snapshot',
    id: 'project.json',
    before: { userTemplateId: 'JT1' },
    after: { userTemplateId: 'JT2' },
    ...BOTH_WAYS,
  },
  {
    rule: 'token-issuer-trusted',
    what: 'an issuer',
    section: 'inbound-apps',
    id: 'app',
    before: issuer({}),
    after: issuer({ 'https://evil.example': { jwksUri: 'https://evil.example/k' } }),
  },
  {
    rule: 'token-issuer-trusted',
    what: 'keys of an issuer',
    section: 'inbound-apps',
    id: 'app',
    before: issuer({ 'https://a.example': { jwksUri: 'https://a.example/k' } }),
    after: issuer({ 'https://a.example': { jwksUri: 'https://evil.example/k' } }),
    ...BOTH_WAYS,
  },
  {
    rule: 'token-issuer-trusted',
    what: 'sessions of another vendor',
    section: 'snapshot',
    id: 'project.json',
    before: { externalAuthConfig: null },
    after: { externalAuthConfig: { vendor: 'auth0', domain: 'evil.example' } },
  },
];

const sessions: readonly Widening[] = [
  {
    rule: 'session-lives-longer',
    what: 'past a month',
    section: 'tenant-settings',
    id: 'acme',
    before: settings(),
    after: settings({ refreshTokenExpiration: 5 }),
  },
  {
    rule: 'session-lives-longer',
    what: 'by its unit alone',
    section: 'tenant-settings',
    id: 'acme',
    before: settings(),
    after: settings({ sessionTokenExpirationUnit: 'hours' }),
  },
  {
    rule: 'session-lives-longer',
    what: 'in the project, with value and unit',
    section: 'snapshot',
    id: 'project.json',
    before: { refreshTokenExpiration: { value: 4, unit: 'weeks' } },
    after: { refreshTokenExpiration: { value: 40, unit: 'weeks' } },
  },
  {
    rule: 'session-lives-longer',
    what: 'in the project, tenfold',
    section: 'snapshot',
    id: 'project.json',
    before: { sessionTokenExpiration: 10, sessionTokenExpirationUnit: 'minutes' },
    after: { sessionTokenExpiration: 100, sessionTokenExpirationUnit: 'minutes' },
  },
  {
    rule: 'session-lives-longer',
    what: 'of a tenant whose long ones are enabled',
    section: 'tenant-settings',
    id: 'acme',
    before: settings({ enabled: false, refreshTokenExpiration: 52 }),
    after: settings({ enabled: true, refreshTokenExpiration: 52 }),
  },
  {
    rule: 'session-lives-longer',
    what: 'of an application',
    section: 'inbound-apps',
    id: 'app',
    before: inbound({
      sessionSettings: {
        enabled: true,
        refreshTokenExpiration: 1,
        refreshTokenExpirationUnit: 'days',
      },
    }),
    after: inbound({
      sessionSettings: {
        enabled: true,
        refreshTokenExpiration: 10,
        refreshTokenExpirationUnit: 'days',
      },
    }),
  },
  {
    rule: 'session-lives-longer',
    what: 'without use',
    section: 'tenant-settings',
    id: 'acme',
    before: settings({ enableInactivity: true }),
    after: settings(),
  },
];

const others: readonly Widening[] = [
  {
    rule: 'test-users-widened',
    what: 'a pattern',
    section: 'snapshot',
    id: 'project.json',
    before: { testUserRegex: '' },
    after: { testUserRegex: '.*' },
  },
  {
    rule: 'test-users-widened',
    what: 'one more pattern',
    section: 'snapshot',
    id: 'project.json',
    before: { testUserRegex: 'a@x.example' },
    after: { testUserRegex: 'a@x.example|.*' },
  },
  {
    rule: 'test-users-widened',
    what: 'another pattern',
    section: 'snapshot',
    id: 'project.json',
    before: { testUserRegex: '^test-.*@x[.]example$' },
    after: { testUserRegex: '^.*@x[.]example$' },
    ...BOTH_WAYS,
  },
  {
    rule: 'test-users-widened',
    what: 'a fixed code',
    section: 'snapshot',
    id: 'project.json',
    before: { testUserAllowFixedAuth: false },
    after: { testUserAllowFixedAuth: true },
  },
  {
    rule: 'attribute-opened',
    what: 'without a permission',
    section: 'user-attributes',
    id: 'plan',
    before: { name: 'plan', editPermissions: ['User Admin'] },
    after: { name: 'plan', editPermissions: [] },
  },
  {
    rule: 'attribute-opened',
    what: 'in a snapshot, with another permission',
    section: 'snapshot',
    id: 'attributes.json',
    before: { tenant: [{ name: 'plan', editPermissions: ['User Admin'] }] },
    after: { tenant: [{ name: 'plan', editPermissions: ['User Admin', 'SSO Admin'] }] },
  },
];

export const WIDENINGS: readonly Widening[] = [
  ...identityProviders,
  ...grants,
  ...defaults,
  ...keys,
  ...methods,
  ...applications,
  ...connectors,
  ...tokens,
  ...sessions,
  ...others,
];
