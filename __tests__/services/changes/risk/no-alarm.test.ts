import { describe, expect, test } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../../../src/json/value.ts';
import {
  accessKey,
  inboundApp,
  oidc,
  saml,
  tenant,
  tenantSettings,
} from '../../../fixtures/descope-api/builders.ts';
import { assess, assessObject, stateOf } from './assess.ts';

const key = (given: JsonObject) => accessKey({ id: 'AK1', name: 'CI', ...given });
const settings = (given: JsonObject) =>
  tenantSettings(tenant({ id: 'acme' }), { enabled: true, ...given });
const template = (given: JsonObject) => ({
  id: 'JT1',
  name: 'T',
  template: { name: 'x' },
  ...given,
});
const bearer = (issuers: JsonObject) => inboundApp(1, { jwtBearerSettings: { issuers } });

describe('no alarm is', () => {
  test.each<
    readonly [what: string, section: string, id: string, before: JsonValue, after: JsonValue]
  >([
    [
      'a name of an identity provider',
      'tenant-sso',
      'acme',
      { default: oidc('a') as JsonValue },
      { default: oidc('a', { name: 'b' }) as JsonValue },
    ],
    [
      'a protocol that is given up',
      'tenant-sso',
      'acme',
      { default: oidc('a') as JsonValue },
      { default: { saml: {}, oidc: {}, ssoId: '' } },
    ],
    [
      'a certificate that is given up',
      'tenant-sso',
      'acme',
      { default: saml('a', { idpAdditionalCertificates: ['A', 'B'] }) as JsonValue },
      { default: saml('a', { idpAdditionalCertificates: ['B'] }) as JsonValue },
    ],
    [
      'a blank configuration',
      'tenant-sso',
      'acme',
      {},
      { default: { saml: {}, oidc: {}, ssoId: '' } },
    ],
    [
      'nothing, said otherwise',
      'tenant-sso',
      'acme',
      { default: { saml: { idpEntityId: 'a', idpMetadataUrl: '' } } },
      { default: { saml: { idpEntityId: 'a' } } },
    ],
    [
      'the order of groups',
      'tenant-sso',
      'acme',
      { default: saml('a') as JsonValue },
      { default: saml('a', { groupsPriority: ['it', 'admins', 'staff'] }) as JsonValue },
    ],
    [
      'SSO of a tenant that is turned off',
      'tenants',
      'acme',
      tenant({ id: 'acme', authType: 'saml' }),
      tenant({ id: 'acme' }),
    ],
    [
      'a tenant that is disabled',
      'tenants',
      'acme',
      tenant({ id: 'acme' }),
      tenant({ id: 'acme', disabled: true }),
    ],
    [
      'an address within a range',
      'access-keys',
      'k',
      key({ permittedIps: ['203.0.113.0/24'] }),
      key({ permittedIps: ['203.0.113.0/24', '203.0.113.9', '203.0.113.128/25'] }),
    ],
    [
      'a limit of addresses that comes',
      'access-keys',
      'k',
      key({}),
      key({ permittedIps: ['0.0.0.0/0'] }),
    ],
    ['an end that comes', 'access-keys', 'k', key({}), key({ expireTime: 1_900_000_000 })],
    [
      'tenants in another order',
      'access-keys',
      'k',
      key({
        keyTenants: [
          { tenantId: 'a', roleNames: ['x', 'y'] },
          { tenantId: 'b', roleNames: [] },
        ],
      }),
      key({
        keyTenants: [
          { tenantId: 'b', roleNames: [] },
          { tenantId: 'a', roleNames: ['y', 'x'] },
        ],
      }),
    ],
    [
      'WebAuthn that is switched on',
      'snapshot',
      'auth/webauthn.json',
      { enabled: false },
      { enabled: true },
    ],
    [
      'another setting of a method',
      'snapshot',
      'auth/otp.json',
      { enabled: true, expirationTime: 3 },
      { enabled: true, expirationTime: 5 },
    ],
    [
      'a password rule',
      'password-settings',
      'password-settings',
      { enabled: true, minLength: 8 },
      { enabled: true, minLength: 12 },
    ],
    [
      'another path of a connector',
      'snapshot',
      'connectors/a.json',
      { id: 'C', configuration: { baseUrl: 'https://a.example/x' } },
      { id: 'C', configuration: { baseUrl: 'https://A.example/y', region: 'eu' } },
    ],
    [
      'a sender',
      'snapshot',
      'connectors/a.json',
      { id: 'C', configuration: { fromEmail: 'a@a.example' } },
      { id: 'C', configuration: { fromEmail: 'b@b.example', emailAddress: 'c@c.example' } },
    ],
    [
      'the list of connectors',
      'snapshot',
      'connectors/connectors.json',
      { connectors: ['a'] },
      { connectors: ['a', 'b.example'] },
    ],
    [
      'a claim that is only shown',
      'jwt-templates',
      'JT1',
      template({}),
      template({ description: 'y', tags: ['a'], template: { name: 'y', given_name: 'z' } }),
    ],
    [
      'an issuer that goes',
      'inbound-apps',
      'a',
      bearer({ a: { jwksUri: 'https://a.example' } }),
      bearer({}),
    ],
    [
      'a month of 30 days',
      'tenant-settings',
      'a',
      settings({}),
      settings({ refreshTokenExpiration: 30, refreshTokenExpirationUnit: 'days' }),
    ],
    [
      'the same time in another unit',
      'tenant-settings',
      'a',
      settings({ refreshTokenExpiration: 8 }),
      settings({ refreshTokenExpiration: 56, refreshTokenExpirationUnit: 'days' }),
    ],
    [
      'a time that does not count',
      'tenant-settings',
      'a',
      settings({ enabled: false }),
      settings({ enabled: false, refreshTokenExpiration: 52 }),
    ],
    [
      'a time that is nine times as long',
      'tenant-settings',
      'a',
      settings({}),
      settings({ sessionTokenExpiration: 90 }),
    ],
    [
      'fewer test users',
      'snapshot',
      'project.json',
      { testUserRegex: 'a|b' },
      { testUserRegex: 'b' },
    ],
    [
      'approved domains in another order',
      'snapshot',
      'project.json',
      { trustedDomains: 'a.example,b.example' },
      { trustedDomains: 'b.example, a.example' },
    ],
    [
      'fewer approved domains',
      'snapshot',
      'project.json',
      { trustedDomains: 'a.example,b.example' },
      { trustedDomains: 'b.example' },
    ],
    [
      'the name of a project',
      'snapshot',
      'project.json',
      { name: 'A' },
      { name: 'B', logo: 'https://b.example/logo.png' },
    ],
    [
      'who may see an attribute',
      'user-attributes',
      'a',
      { name: 'a', viewPermissions: ['x'] },
      { name: 'a', viewPermissions: [] },
    ],
  ])('%s', (_, section, id, before, after) => {
    expect(assessObject(section, id, before, after)).toMatchObject({ risk: 'low', found: [] });
  });

  test('SSO of a new tenant, and of one that does not use it', () => {
    const none = stateOf({ tenants: {}, 'tenant-sso': {} });
    const both = stateOf({
      tenants: { acme: tenant({ id: 'acme', authType: 'saml' }) },
      'tenant-sso': { acme: { default: saml('a') as JsonValue } },
    });
    expect(assess(none, both)).toMatchObject({ risk: 'low' });
    const unused = { default: { ...saml('a'), tenant: tenant({ id: 'acme' }) } as JsonValue };
    expect(assessObject('tenant-sso', 'acme', undefined, unused)).toMatchObject({ risk: 'low' });
  });
});
