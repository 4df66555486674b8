import type { JsonObject, JsonValue } from '../../../../src/json/value.ts';
import {
  accessKey,
  tenant,
  tenantSettings,
  inboundApp,
} from '../../../fixtures/descope-api/builders.ts';
import { BOTH_WAYS, type Widening } from './widening.ts';

const settings = (given: JsonObject = {}): JsonValue =>
  tenantSettings(tenant({ id: 'acme' }), { enabled: true, ...given });
const key = (given: JsonObject = {}): JsonValue =>
  accessKey({ id: 'AK1', name: 'CI', roleNames: ['Viewer'], ...given });
const inbound = (given: JsonObject = {}): JsonValue => inboundApp(1, given);

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
    what: 'further in, as a text',
    section: 'snapshot',
    id: 'project.json',
    before: { session: { refreshTokenExpiration: '4', refreshTokenExpirationUnit: 'weeks' } },
    after: { session: { refreshTokenExpiration: '6', refreshTokenExpirationUnit: 'weeks' } },
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
    what: 'a pattern further in',
    section: 'snapshot',
    id: 'project.json',
    before: { testUsers: { loginIdRegex: '' } },
    after: { testUsers: { loginIdRegex: '.*' } },
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

export const OF_SIGN_IN: readonly Widening[] = [...keys, ...methods, ...sessions, ...others];
