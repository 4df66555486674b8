import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRestorable } from '../../src/project/restore/row.ts';
import { RESTORE_ROWS } from '../../src/project/restore/rows.ts';
import { SECTIONS } from '../../src/project/sections/index.ts';
import {
  choiceText,
  parseChoices,
  parseObjects,
  parseWithUsers,
  type ObjectChoice,
} from '../../src/project/object-names.ts';

const WRITTEN = SECTIONS.filter((section) => isRestorable(RESTORE_ROWS[section]));
const anyId = fc.string({ minLength: 1, unit: 'binary' });
const anyChoice: fc.Arbitrary<ObjectChoice> = fc.oneof(
  fc.record({ kind: fc.constant('section' as const), section: fc.constantFrom(...WRITTEN) }),
  fc.record({
    kind: fc.constant('object' as const),
    section: fc.constantFrom(...WRITTEN),
    id: anyId,
  }),
  fc.record({ kind: fc.constant('tenant' as const), id: anyId }),
);

describe('a choice', () => {
  test('is read from its text as it was, whatever the ids are', () => {
    fc.assert(
      fc.property(fc.array(anyChoice, { minLength: 1 }), (choices) => {
        const texts = [...new Set(choices.map(choiceText))].sort();
        const list = parseChoices(texts.join(',\n'));
        expect('names' in list && list.names.map(choiceText)).toEqual(texts);
        const [first] = choices;
        if (first === undefined) throw new Error('there is none');
        expect(parseChoices(choiceText(first))).toEqual({ names: [first] });
      }),
    );
  });

  test('has a text without what a workflow file could take for more than text', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(choiceText(choice)).not.toMatch(/[\n\r,$`\u2028\u202e\0]|^\s|\s$/);
      }),
    );
  });

  test('decodes what is percent-encoded', () => {
    expect(parseChoices('roles/acme/a%2Cb%2F100%25%20%C3%A9')).toEqual({
      names: [{ kind: 'object', section: 'roles', id: 'acme/a,b/100% é' }],
    });
  });

  test('can be a file of the snapshot, and one of several SSO configurations', () => {
    expect(parseChoices('snapshot/connectors/a b.json\ntenant-sso/acme/sso-2')).toEqual({
      names: [
        { kind: 'object', section: 'snapshot', id: 'connectors/a b.json' },
        { kind: 'object', section: 'tenant-sso', id: 'acme/sso-2' },
      ],
    });
  });
});

describe('a list', () => {
  test('has each name once, in one order, however it is spelt', () => {
    const expected = {
      names: [
        { kind: 'section', section: 'lists' },
        { kind: 'object', section: 'roles', id: 'b' },
      ],
    };
    expect(parseChoices('roles/b, lists,,\r\nroles/%62')).toEqual(expected);
    expect(parseChoices('lists\nroles/b')).toEqual(expected);
  });

  test('of all has no names, and all stands alone', () => {
    expect(parseChoices(' all ')).toEqual({ names: [] });
    expect(parseChoices('all,roles')).toEqual({ problems: ['has all beside other names'] });
  });

  test.each([',', '\n,\n'])('of nothing, %j, never means all', (text) => {
    expect(parseChoices(text)).toEqual({ problems: [`${JSON.stringify(text)} names nothing`] });
  });

  test.each([
    ['rolls', '"rolls" names no section: use <section>, <section>/<id>'],
    ['Roles/a', '"Roles/a" names no section'],
    ['*', '"*" names no section'],
    ['roles/', '"roles/" lacks the id after the slash'],
    ['tenants/**', '"tenants/**" lacks the id after the slash'],
    ['tenants//**', '"tenants//**" lacks the id after the slash'],
    ['roles/**', '"roles/**" has a star'],
    ['tenants/a*/**', '"tenants/a*/**" has a star'],
    ['lists/100%', '"lists/100%" has a percent sign that encodes nothing: write %25 for it'],
    ['lists/%ff', '"lists/%ff" has a percent sign that encodes nothing'],
  ])('with %s is wrong, and says why', (text, problem) => {
    expect(parseChoices(`lists/good\n${text}`)).toEqual({
      problems: [expect.stringContaining(problem)],
    });
  });
});

describe('a list of objects', () => {
  test('takes objects alone', () => {
    expect(parseObjects('roles/b\nlists/a')).toEqual({
      names: [
        { section: 'lists', id: 'a' },
        { section: 'roles', id: 'b' },
      ],
    });
  });

  test.each(['all', 'roles', 'tenants/acme/**', 'roles/*', 'roles/a,lists', ','])(
    'refuses %s',
    (text) => {
      expect(parseObjects(text)).toHaveProperty('problems');
    },
  );

  test('that users may lose takes tenants and roles alone', () => {
    expect(parseWithUsers('tenants/acme, roles/acme/admin')).toEqual({
      names: [
        { section: 'roles', id: 'acme/admin' },
        { section: 'tenants', id: 'acme' },
      ],
    });
    for (const text of ['permissions/a', 'tenants', 'tenants/acme/**', 'tenant-sso/acme']) {
      expect(parseWithUsers(text)).toEqual({
        problems: [expect.stringContaining('is no tenant and no role')],
      });
    }
  });
});
