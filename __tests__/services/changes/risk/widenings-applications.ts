import type { JsonObject, JsonValue } from '../../../../src/json/value.ts';
import { inboundApp, outboundApp } from '../../../fixtures/descope-api/builders.ts';
import { BOTH_WAYS, type Widening } from './widening.ts';

const inbound = (given: JsonObject = {}): JsonValue => inboundApp(1, given);

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

export const OF_APPLICATIONS: readonly Widening[] = [...applications, ...connectors, ...tokens];
