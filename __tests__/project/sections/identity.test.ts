import { expect, test } from '@jest/globals';
import type { JsonValue } from '../../../src/json/value.ts';
import { keyedEntry, objectsWithin } from '../../../src/project/sections/identity.ts';

const bySsoId = (list: JsonValue) => keyedEntry('tenant-sso', list);
const configurationsOf = (entry: JsonValue | undefined) => objectsWithin('tenant-sso', entry);

test('configurations are called by their ssoId, the default one by that it is', () => {
  expect(bySsoId([{ ssoId: 'b' }, { saml: {} }, { ssoId: '__proto__' }])).toEqual({
    default: { saml: {} },
    'ssoId=__proto__': { ssoId: '__proto__' },
    'ssoId=b': { ssoId: 'b' },
  });
  expect(bySsoId([{ ssoId: '' }])).toEqual({ default: { ssoId: '' } });
  expect(bySsoId([{ ssoId: 'default' }])).toEqual({ 'ssoId=default': { ssoId: 'default' } });
  expect(bySsoId([])).toEqual({});
});

test('a list stays one where a name would say too little', () => {
  for (const list of [
    [{ ssoId: 'a' }, { ssoId: 'a' }],
    [{}, { ssoId: '' }],
    ['text'],
    'text',
    null,
  ]) {
    expect(bySsoId(list)).toBe(list);
  }
});

test('configurations are found in both forms, two of one name too', () => {
  const list = [{ ssoId: 'a' }, { ssoId: 'a', x: 1 }, {}];
  expect([...configurationsOf(list)]).toEqual([
    ['ssoId=a', { ssoId: 'a' }],
    ['ssoId=a#2', { ssoId: 'a', x: 1 }],
    ['default', {}],
  ]);
  expect([...configurationsOf(bySsoId([{ ssoId: 'a' }]))]).toEqual([['ssoId=a', { ssoId: 'a' }]]);
  expect(configurationsOf(undefined).size).toBe(0);
});

test('what a tenant has of another section is one object', () => {
  const list = [{ ssoId: 'a' }];
  for (const section of ['tenant-settings', 'lists', 'made-up']) {
    expect(keyedEntry(section, list)).toBe(list);
  }
});
