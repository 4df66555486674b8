import { describe, expect, test } from '@jest/globals';
import { parseSectionChoice, parseSectionList } from '../../../src/project/sections/choice.ts';
import { SECTIONS } from '../../../src/project/sections/index.ts';

const without = (...names: string[]) => SECTIONS.filter((section) => !names.includes(section));

describe('parseSectionChoice', () => {
  test.each([
    ['all', SECTIONS],
    [' all , ', SECTIONS],
    ['all,-tenant-settings', without('tenant-settings')],
    ['-tenant-settings,all', without('tenant-settings')],
    ['-snapshot, -theme', without('snapshot', 'theme')],
    ['tenants,flows', ['tenants', 'flows']],
    ['tenants,tenants', ['tenants']],
    ['tenants,flows,-flows', ['tenants']],
    ['all,tenants', SECTIONS],
    ['', SECTIONS],
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
