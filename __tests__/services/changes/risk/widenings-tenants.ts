import type { JsonObject, JsonValue } from '../../../../src/json/value.ts';
import {
  oidc,
  role,
  saml,
  tenant,
  tenantSettings,
} from '../../../fixtures/descope-api/builders.ts';
import { BOTH_WAYS, type Widening } from './widening.ts';

const sso = (given: JsonObject): JsonValue => ({
  default: saml('idp.example', given) as JsonValue,
});
const open = (given: JsonObject): JsonValue => ({
  default: oidc('idp.example', given) as JsonValue,
});
const acme = (given: JsonObject = {}): JsonValue => tenant({ id: 'acme', ...given });
const settings = (given: JsonObject = {}): JsonValue =>
  tenantSettings(tenant({ id: 'acme' }), { enabled: true, ...given });
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
  ssoField('a list of configurations', [saml('a.example')], [saml('evil.example')]),
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

export const OF_TENANTS: readonly Widening[] = [...identityProviders, ...grants, ...defaults];
