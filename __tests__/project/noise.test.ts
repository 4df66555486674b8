import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Noise, noiseOf } from '../../src/project/noise.ts';
import { defineSection, freeForm, setsHere } from '../../src/project/sections/section.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { canonicalJson } from '../../src/json/write.ts';

describe('rules 2 of noise', () => {
  const [first, second] = [noiseOf(1), noiseOf(2)];
  const same = (noise: Noise, a: JsonValue, b: JsonValue): boolean =>
    canonicalJson(noise.value(a)) === canonicalJson(noise.value(b));

  test.each<[string, JsonValue, JsonValue]>([
    ['a test login', { saml: { lastSuccessTestTime: 777 } }, { saml: { lastSuccessTestTime: 0 } }],
    ['a stamp that comes', { oidc: {} }, { oidc: { lastRefreshTime: '5' } }],
    ['tenants of an application', { allowedTenants: ['b', 'a'] }, { allowedTenants: ['a', 'b'] }],
    ['texts', { type: 'texts', data: ['b', 'a'] }, { type: 'texts', data: ['a', 'b'] }],
    ['addresses', { type: 'ips', data: ['::2', '::1'] }, { type: 'ips', data: ['::1', '::2'] }],
    ['groups of a mapping', [{ groups: ['b', 'a'] }], [{ groups: ['a', 'b'] }]],
    [
      'values of a scope',
      { permissionsScopes: [{ name: 's', values: ['b', 'a'] }] },
      { permissionsScopes: [{ name: 's', values: ['a', 'b'] }] },
    ],
    [
      'references of a flow',
      { references: { userAttributes: ['b', 'a'] } },
      { references: { userAttributes: ['a', 'b'] } },
    ],
  ])('%s: noise by them, and none by rules 1', (_, a, b) => {
    expect([same(first, a, b), same(second, a, b)]).toEqual([false, true]);
  });

  test.each<[string, JsonValue, JsonValue]>([
    ['priority of groups', { groupsPriority: ['b', 'a'] }, { groupsPriority: ['a', 'b'] }],
    ['a list of JSON', { type: 'json', data: ['b', 'a'] }, { type: 'json', data: ['a', 'b'] }],
    ['texts that are none', { type: 'texts', data: ['b', 1] }, { type: 'texts', data: [1, 'b'] }],
    ['one text more', { type: 'texts', data: ['a'] }, { type: 'texts', data: ['a', 'a'] }],
    ['values elsewhere', { values: ['b', 'a'] }, { values: ['a', 'b'] }],
    ['attributes elsewhere', { userAttributes: ['b', 'a'] }, { userAttributes: ['a', 'b'] }],
    ['order of mappings', { groupsMapping: [{ a: 1 }, {}] }, { groupsMapping: [{}, { a: 1 }] }],
    [
      'an attribute of yours',
      { customAttributes: { lastSeenTime: 1 } },
      { customAttributes: { lastSeenTime: 2 } },
    ],
    ['a lifetime', { refreshTokenExpiration: 1 }, { refreshTokenExpiration: 2 }],
    ['what only begins like a stamp', { lastingTime: 1 }, { lastingTime: 2 }],
  ])('%s: no noise by either', (_, a, b) => {
    expect([same(first, a, b), same(second, a, b)]).toEqual([false, false]);
  });

  test('a tenant without an SSO configuration is as one that was not asked', () => {
    const blank = [{ tenant: { id: 'a' }, saml: {}, oidc: { scope: [], x: '' }, ssoId: '' }];
    const sso: JsonValue = { a: [], b: blank, c: [{ saml: {}, oidc: {}, ssoId: 'c' }] };
    expect(Object.keys(first.resource('tenant-sso', sso) as object)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(second.resource('tenant-sso', sso) as object)).toEqual(['c']);
    expect(second.resource('lists', { a: [] })).toEqual({ a: [] });
  });

  describe.each(['tenant-settings', 'tenant-sso'])('ids of tenants in %s', (section) => {
    const entry: JsonValue = [{ ssoId: 'x', etag: 1, tags: ['b', 'a'], saml: { idpSSOUrl: 'x' } }];
    const kept: JsonValue = [{ ssoId: 'x', tags: ['a', 'b'], saml: { idpSSOUrl: 'x' } }];
    const ids = [
      ...['etag', 'modifiedTime', 'componentsVersion', 'lastSuccessTestTime'],
      ...['tags', 'roleNames', 'references', 'values', 'oauth', 'type', 'acme', '__proto__'],
      ...['customAttributes', 'customClaims', 'contents', 'data', 'template'],
    ];
    const all = (value: JsonValue) => Object.fromEntries(ids.map((id) => [id, value]));

    test('are no names of stamps, sets or free form', () => {
      expect(second.resource(section, all(entry))).toEqual(all(kept));
      const asked = (id: string) =>
        Object.entries(second.resource(section, { references: entry, [id]: entry }) as object);
      for (const id of ids) expect(Object.fromEntries(asked(id))[id]).toEqual(kept);
    });

    test('say nothing of what stands within, whatever they are', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (id, value) => {
          const one = [{ ssoId: 'x', value }] as JsonValue;
          const [[name, under] = []] = Object.entries(
            second.resource(section, { [id]: one }) as object,
          );
          expect(name).toBe(id);
          expect(under).toEqual(second.ofSection(section, one));
        }),
      );
    });

    test('stay names of members by rules 1, by which hashes exist', () => {
      const { etag, customAttributes, acme } = first.resource(section, all(entry)) as JsonObject;
      expect([etag, customAttributes, acme]).toEqual([undefined, entry, kept]);
    });
  });

  test('newer rules are not guessed at', () => {
    expect(() => noiseOf(3)).toThrow('content rules 3 are newer than this release can read');
  });
});

describe('sets and free form of a section of its own', () => {
  const rows = [
    defineSection({
      name: 'made-up',
      keptIn: 'resources',
      read: { shape: 'list', endpoint: 'x' },
      identity: { by: 'id-or-name' },
      sets: [setsHere(['hosts'])],
      freeForm: [freeForm('a test', { members: ['notes'] })],
      snapshot: undefined,
      refersTo: [],
    }),
    defineSection({
      name: 'all-free',
      keptIn: 'resources',
      read: { shape: 'list', endpoint: 'x' },
      identity: { by: 'id-or-name' },
      sets: [],
      freeForm: [freeForm('a test')],
      snapshot: undefined,
      refersTo: [],
    }),
  ];
  const [first, second] = [new Noise(1, rows), new Noise(2, rows)];
  const value = {
    hosts: ['b', 'a'],
    tags: ['b', 'a'],
    etag: 1,
    notes: { tags: ['b', 'a'], etag: 1 },
  };
  const texts = (noise: Noise, section: string) => canonicalJson(noise.resource(section, [value]));

  test('hold there, and nowhere else', () => {
    expect(texts(second, 'made-up')).toBe(
      '[{"hosts":["a","b"],"notes":{"etag":1,"tags":["b","a"]},"tags":["a","b"]}]',
    );
    const elsewhere = '[{"hosts":["b","a"],"notes":{"tags":["a","b"]},"tags":["a","b"]}]';
    expect(texts(second, 'other')).toBe(elsewhere);
    expect(canonicalJson([second.value(value)])).toBe(elsewhere);
  });

  test('leave a section that is all free form as it is', () => {
    expect(texts(second, 'all-free')).toBe(canonicalJson([value]));
  });

  test('do not hold by rules that are older than they', () => {
    expect(canonicalJson(first.ofSection('made-up', { hosts: ['b', 'a'] }))).toBe(
      '{"hosts":["b","a"]}',
    );
  });
});
