import { describe, expect, test } from '@jest/globals';
import { parseSectionChoice, parseSectionList } from '../../../src/project/sections/choice.ts';
import { SECTIONS, SECTIONS_OF_ALL } from '../../../src/project/sections/index.ts';

/** Each takes a request for each tenant. */
const BY_NAME_ALONE = ['tenant-password-settings', 'scim-keys', 'xaa-settings'] as const;

const without = (...names: string[]) =>
  SECTIONS_OF_ALL.filter((section) => !names.includes(section));

describe('parseSectionChoice', () => {
  test.each([
    ['all', SECTIONS_OF_ALL],
    [' all , ', SECTIONS_OF_ALL],
    ['all,-tenant-settings', without('tenant-settings')],
    ['-tenant-settings,all', without('tenant-settings')],
    ['-snapshot, -theme', without('snapshot', 'theme')],
    ['tenants,flows', ['tenants', 'flows']],
    ['tenants,tenants', ['tenants']],
    ['all,scim-keys', [...SECTIONS_OF_ALL, 'scim-keys']],
    ['xaa-settings', ['xaa-settings']],
    ['all,-scim-keys', SECTIONS_OF_ALL],
    [`all,${BY_NAME_ALONE.join(',')}`, SECTIONS],
    ['tenants,flows,-flows', ['tenants']],
    ['all,tenants', SECTIONS_OF_ALL],
    ['', SECTIONS_OF_ALL],
  ])('%j', (text, sections) => {
    expect(new Set(parseSectionChoice(text))).toEqual(new Set(sections));
  });

  test.each([
    'tenant',
    'Tenants',
    'all,-users',
    '-all',
    '--flows',
    'tenants flows',
    'tenants,-tenants',
    `all,${SECTIONS.map((section) => `-${section}`).join(',')}`,
    'toString',
    '__proto__',
  ])('refuses %j', (text) => {
    expect(parseSectionChoice(text)).toBeUndefined();
  });
});

describe('parseSectionList', () => {
  test.each([
    ['', []],
    [' , ', []],
    ['tenants', ['tenants']],
    ['snapshot, flows ,tenants', ['snapshot', 'flows', 'tenants']],
  ])('%j', (text, sections) => {
    expect(parseSectionList(text)).toEqual(sections);
  });

  test.each(['all', '-flows', 'users', 'tenants;flows', 'constructor'])('refuses %j', (text) => {
    expect(parseSectionList(text)).toBeUndefined();
  });
});
