import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  applyDiff,
  DiffService,
  withoutTwins,
  type ObjectChange,
} from '../../../src/services/changes/diff.ts';
import { LazySection } from '../../../src/services/backup/lazy-section.ts';
import type { ProjectState, SectionState } from '../../../src/services/changes/project-state.ts';
import { parseJson } from '../../../src/json/parse.ts';
import { ExactNumber, setOwn, type JsonObject, type JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';

const service = new DiffService();

const keys = fc.constantFrom(
  '__proto__',
  'constructor',
  'a/b',
  'a~b',
  '~1',
  '~0',
  '/',
  '',
  '0',
  '10',
  'a',
  'b',
);

/** Objects that share many of their keys. */
const anyValue = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, 'a', '', [], 'null', '{}'),
    fc
      .constantFrom('9007199254740993', '9007199254740992', '1e400', '-0.10000000000000000001')
      .map((text) => new ExactNumber(text)),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.array(fc.tuple(keys, tie('value')), { maxLength: 6 }).map((pairs) => {
    const object: Record<string, JsonValue> = {};
    for (const [key, value] of pairs) setOwn(object, key, value);
    return object;
  }),
}));

const anySection: fc.Arbitrary<SectionState> = fc
  .array(fc.tuple(keys, fc.oneof({ weight: 4, arbitrary: anyValue.object }, anyValue.value)), {
    maxLength: 4,
  })
  .map((objects) => new Map(objects.map(([id, value]) => [id, canonicalJson(value)])));

const anyState: fc.Arbitrary<ProjectState> = fc
  .array(fc.tuple(fc.constantFrom('tenants', 'flows', 'roles', '__proto__'), anySection), {
    maxLength: 4,
  })
  .map((sections) => new Map(sections));

const parse = (value: JsonValue) => canonicalJson(value);
const stateOf = (objects: Readonly<Record<string, JsonValue>>): ProjectState =>
  new Map([['tenants', new Map(Object.entries(objects).map(([id, value]) => [id, parse(value)]))]]);

/** The edits when one object changes so. */
function editsOf(before: JsonValue, after: JsonValue) {
  const { changes } = service.diff(stateOf({ x: before }), stateOf({ x: after }));
  return changes[0]?.edits ?? [];
}

describe('DiffService', () => {
  test('tells all that must be done to make one state of another, and no more', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const diff = service.diff(before, after);
        const result = applyDiff(before, diff);
        const notComparable = new Set(diff.notComparable);
        for (const name of new Set([...before.keys(), ...after.keys()])) {
          expect(notComparable.has(name)).toBe(!(before.has(name) && after.has(name)));
          if (!notComparable.has(name)) expect(result.get(name)).toEqual(after.get(name));
        }
        for (const { edits } of diff.changes) {
          expect(edits.length).toBeGreaterThan(0);
          for (const edit of edits) {
            expect(Object.hasOwn(edit, 'before') || Object.hasOwn(edit, 'after')).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('finds nothing between a state and itself', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(service.diff(state, new Map(state))).toEqual({ changes: [], notComparable: [] });
      }),
    );
  });

  test('leaves the state that it is applied to as it was', () => {
    const before = stateOf({ a: { n: 1 } });
    applyDiff(before, service.diff(before, stateOf({ b: {} })));
    expect(before).toEqual(stateOf({ a: { n: 1 } }));
  });

  test('compares states whose texts are made when they are needed as any others', () => {
    const lazy = (state: ProjectState, canonical: (raw: string) => string): ProjectState =>
      new Map(
        [...state].map(([name, objects]) => [name, new LazySection(new Map(objects), canonical)]),
      );
    const same = (raw: string) => canonicalJson(parseJson(Buffer.from(raw)));
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const expected = service.diff(before, after);
        expect(service.diff(lazy(before, same), lazy(after, same))).toEqual(expected);
        expect(service.diff(before, lazy(after, same))).toEqual(expected);
        expect(
          service.diff(
            lazy(before, same),
            lazy(after, (raw) => same(raw)),
          ),
        ).toEqual(expected);
      }),
    );
  });

  test('orders changes by section, then id', () => {
    const make = (sections: readonly string[]): ProjectState =>
      new Map(
        sections.map((name) => [
          name,
          new Map([
            ['b', '1'],
            ['a', '1'],
            ['B', '1'],
          ]),
        ]),
      );
    const empty: ProjectState = new Map([
      ['roles', new Map()],
      ['flows', new Map()],
    ]);
    const { changes } = service.diff(empty, make(['roles', 'flows']));
    expect(changes.map(({ section, id }) => `${section} ${id}`)).toEqual([
      'flows B',
      'flows a',
      'flows b',
      'roles B',
      'roles a',
      'roles b',
    ]);
  });

  test('compares no section that only one has', () => {
    const before: ProjectState = new Map([['roles', new Map([['a', '{}']])]]);
    const after: ProjectState = new Map([['flows', new Map([['a', '{}']])]]);
    expect(service.diff(before, after)).toEqual({ changes: [], notComparable: ['flows', 'roles'] });
  });
});

describe('edits', () => {
  test('of what came or went have all of it', () => {
    expect(service.diff(stateOf({ a: { n: 1 } }), stateOf({ b: { n: 2 } })).changes).toEqual([
      { section: 'tenants', id: 'a', kind: 'removed', edits: [{ pointer: '', before: { n: 1 } }] },
      { section: 'tenants', id: 'b', kind: 'added', edits: [{ pointer: '', after: { n: 2 } }] },
    ]);
  });

  test('name the place as a JSON Pointer', () => {
    expect(
      editsOf(
        { 'a/b': { 'c~d': 1 }, '': { '': 1 }, '~1': 1, kept: 1 },
        { 'a/b': { 'c~d': 2 }, '': { '': 2 }, '~1': 2, kept: 1 },
      ),
    ).toEqual([
      { pointer: '//', before: 1, after: 2 },
      { pointer: '/a~1b/c~0d', before: 1, after: 2 },
      { pointer: '/~01', before: 1, after: 2 },
    ]);
  });

  test('tell what is null from what is not there', () => {
    expect(editsOf({ a: null, b: 1 }, { b: null, c: null })).toEqual([
      { pointer: '/a', before: null },
      { pointer: '/b', before: 1, after: null },
      { pointer: '/c', after: null },
    ]);
  });

  test('have lists, and what is no object on both sides, whole', () => {
    expect(editsOf({ list: [{ a: 1 }, 2] }, { list: [{ a: 2 }, 2] })).toEqual([
      { pointer: '/list', before: [{ a: 1 }, 2], after: [{ a: 2 }, 2] },
    ]);
    expect(editsOf({ a: { b: 1 } }, { a: [1] })).toEqual([
      { pointer: '/a', before: { b: 1 }, after: [1] },
    ]);
    expect(editsOf([1], [2])).toEqual([{ pointer: '', before: [1], after: [2] }]);
    expect(editsOf({}, { a: {} })).toEqual([{ pointer: '/a', after: {} }]);
  });

  test('know numbers that JavaScript does not', () => {
    const n = (text: string) => ({ n: new ExactNumber(text) });
    expect(editsOf(n('9007199254740993'), n('9007199254740995'))).toEqual([
      {
        pointer: '/n',
        before: new ExactNumber('9007199254740993'),
        after: new ExactNumber('9007199254740995'),
      },
    ]);
    expect(editsOf(n('9007199254740993'), n('9007199254740993'))).toEqual([]);
  });

  test('see a key that is called __proto__', () => {
    const before = JSON.parse('{"__proto__": {"a": 1}}') as JsonObject;
    const after = JSON.parse('{"__proto__": {"a": 2}}') as JsonObject;
    expect(editsOf(before, after)).toEqual([{ pointer: '/__proto__/a', before: 1, after: 2 }]);
    expect(editsOf({}, before)).toEqual([{ pointer: '/__proto__', after: { a: 1 } }]);
  });
});

describe('withoutTwins', () => {
  const change = (section: string, id: string): ObjectChange => ({
    section,
    id,
    kind: 'changed',
    edits: [],
  });

  test.each([
    ['roles', 'Admin', 'roles.json'],
    ['permissions', 'p', 'permissions.json'],
    ['jwt-templates', 'JT1', 'jwttemplates.json'],
    ['lists', 'LI1', 'lists.json'],
    ['sso-apps', 'A1', 'applications.json'],
    ['outbound-apps', 'google', 'outboundapps.json'],
    ['user-attributes', 'vip', 'attributes.json'],
    ['theme', 'theme', 'styles/styles.json'],
    ['flows', 'login', 'flows/flows.json'],
    ['flows', 'login', 'flows/login/contents.json'],
  ])('leaves out what a snapshot repeats of %s', (section, id, file) => {
    const own = change(section, id);
    expect(withoutTwins([own, change('snapshot', file)])).toEqual([own]);
    // It is all that there is when the section did not change, or was not compared.
    expect(withoutTwins([change('snapshot', file)])).toEqual([change('snapshot', file)]);
  });

  test('keeps what only the snapshot says', () => {
    const changes = [
      change('flows', 'login'),
      change('roles', 'Admin'),
      change('snapshot', 'flows/other/contents.json'),
      change('snapshot', 'widgets/flows/login/contents.json'),
      change('snapshot', 'connectors/roles.json'),
      change('snapshot', 'project.json'),
    ];
    expect(withoutTwins(changes)).toEqual(changes);
  });
});
