import { describe, expect, test } from '@jest/globals';
import type { ProjectState } from '../../../src/services/changes/project-state.ts';
import { findShrink } from '../../../src/services/changes/shrink.ts';

const NONE: ReadonlySet<string> = new Set();

/** What has no id of its own is called by all of what it is. */
function isJson(id: string): boolean {
  try {
    JSON.parse(id);
    return true;
  } catch {
    return false;
  }
}

/** A state with so many objects, or objects of these ids, in each section. */
function stateOf(sections: Readonly<Record<string, number | readonly string[]>>): ProjectState {
  return new Map(
    Object.entries(sections).map(([name, given]) => {
      const ids =
        typeof given === 'number'
          ? Array.from({ length: given }, (_, index) => `id-${index}`)
          : given;
      return [name, new Map(ids.map((id) => [id, isJson(id) ? id : '{}']))];
    }),
  );
}

type Sections = Parameters<typeof stateOf>[0];

const find = (before: Sections, after: Sections, limitPercent = 20, failedSections = NONE) =>
  findShrink(stateOf(before), stateOf(after), { limitPercent, failedSections });

describe('findShrink', () => {
  test.each([
    ['nothing', 10, 10],
    ['one of five', 5, 4],
    ['exactly the limit', 20, 16],
    ['exactly the limit of three', 15, 12],
    ['two objects, however many percent', 3, 1],
    ['growth', 3, 30],
    ['nothing of nothing', 0, 0],
    ['something of nothing', 0, 3],
  ])('is silent about %s', (_, before, after) => {
    expect(find({ tenants: before }, { tenants: after })).toEqual([]);
  });

  test.each([
    ['three of 14', 14, 11, 'tenants: 3 of 14 are gone (21.4 %, the limit is 20 %)'],
    ['one more than the limit', 20, 15, 'tenants: 5 of 20 are gone (25 %, the limit is 20 %)'],
    [
      'a tenth of a percent more',
      1000,
      799,
      'tenants: 201 of 1000 are gone (20.1 %, the limit is 20 %)',
    ],
    ['one of one', 1, 0, 'tenants: all 1 are gone'],
    ['two of two', 2, 0, 'tenants: all 2 are gone'],
    ['all', 100, 0, 'tenants: all 100 are gone'],
  ])('tells of %s', (_, before, after, reason) => {
    expect(find({ tenants: before }, { tenants: after })).toEqual([reason]);
  });

  test('takes the limit that it is given', () => {
    expect(find({ flows: 100 }, { flows: 97 }, 0)).toHaveLength(1);
    expect(find({ flows: 100 }, { flows: 98 }, 0)).toEqual([]);
    expect(find({ flows: 100 }, { flows: 50 }, 50)).toEqual([]);
    expect(find({ flows: 100 }, { flows: 1 }, 100)).toEqual([]);
    expect(find({ flows: 100 }, { flows: 0 }, 100)).toEqual(['flows: all 100 are gone']);
  });

  test('tells of a section that is not saved now, and of none that failed or is new', () => {
    const reason = 'roles: it was saved last time, and is not now';
    expect(find({ tenants: 1, roles: 5 }, { tenants: 1 })).toEqual([reason]);
    expect(find({ tenants: 1, roles: 0 }, { tenants: 1 })).toEqual([reason]);
    expect(find({ tenants: 1, roles: 5 }, { tenants: 1 }, 20, new Set(['roles']))).toEqual([]);
    expect(find({ tenants: 1 }, { tenants: 1, roles: 5 })).toEqual([]);
  });

  test('tells of every section', () => {
    expect(find({ tenants: 10, flows: 2, lists: 5 }, { tenants: 1, flows: 0, lists: 5 })).toEqual([
      'tenants: 9 of 10 are gone (90 %, the limit is 20 %)',
      'flows: all 2 are gone',
    ]);
  });

  test('counts objects that are gone: as many others do not make up for them', () => {
    const before = ['a', 'b', 'c', 'd'];
    expect(find({ tenants: before }, { tenants: ['e', 'f', 'g', 'h'] })).toEqual([
      'tenants: all 4 are gone',
    ]);
    expect(find({ tenants: before }, { tenants: ['a', 'f', 'g', 'h', 'i'] })).toEqual([
      'tenants: 3 of 4 are gone (75 %, the limit is 20 %)',
    ]);
  });

  test('counts what has no id of its own by its number alone', () => {
    const entries = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `{"value":${from + index}}`);
    expect(find({ lists: entries(0, 10) }, { lists: entries(100, 10) })).toEqual([]);
    expect(find({ lists: entries(0, 10) }, { lists: entries(100, 8) })).toEqual([]);
    expect(find({ lists: entries(0, 10) }, { lists: entries(100, 7) })).toEqual([
      'lists: 3 of 10 are gone (30 %, the limit is 20 %)',
    ]);
    expect(find({ lists: entries(0, 1) }, { lists: [] })).toEqual(['lists: all 1 are gone']);
    // Texts alone are called by themselves, too.
    expect(find({ lists: ['"a"', '"b"', '"c"'] }, { lists: ['"x"', '"y"', '"z"'] })).toEqual([]);
    expect(
      find({ lists: [...entries(0, 4), 'named'] }, { lists: [...entries(9, 4), 'other'] }),
    ).toEqual([]);
  });

  test('counts each object by its name, whatever the name begins with', () => {
    const named = (...names: readonly string[]): ProjectState =>
      new Map([
        ['roles', new Map(names.map((name) => [name, `{"name":${JSON.stringify(name)}}`]))],
      ]);
    const policy = { limitPercent: 20, failedSections: NONE };
    const before = ['a', 'b', 'c', 'd', '[beta] x', '{x}', '"quoted"', '[1]'];
    const others = ['A', 'B', 'C', 'D', '[beta] x', '{x}', '"quoted"', '[1]'];
    expect(findShrink(named(...before), named(...others), policy)).toEqual([
      'roles: 4 of 8 are gone (50 %, the limit is 20 %)',
    ]);
    expect(
      findShrink(named(...before), named('a', 'b', 'c', 'd', 'w', 'x', 'y', 'z'), policy),
    ).toEqual(['roles: 4 of 8 are gone (50 %, the limit is 20 %)']);
    // Beside what has no name, too.
    const mixed = (names: readonly string[], values: readonly string[]): ProjectState =>
      new Map([
        [
          'lists',
          new Map([
            ...names.map((name) => [name, '{}'] as const),
            ...values.map((one) => [one, one] as const),
          ]),
        ],
      ]);
    expect(
      findShrink(
        mixed(['a', 'b', 'c'], ['{"v":1}', '[2]']),
        mixed(['x', 'y', 'z'], ['{"v":3}']),
        policy,
      ),
    ).toEqual(['lists: 4 of 5 are gone (80 %, the limit is 20 %)']);
  });

  test('knows two that are equal and have no name', () => {
    const make = (...ids: readonly string[]): ProjectState =>
      new Map([['lists', new Map(ids.map((id) => [id, '{"v":1}']))]]);
    const policy = { limitPercent: 20, failedSections: NONE };
    const before = make('{"v":1}', '{"v":1}#2', '{"v":1}#3', '{"v":1}#4');
    expect(findShrink(before, make('{"v":1}'), policy)).toEqual([
      'lists: 3 of 4 are gone (75 %, the limit is 20 %)',
    ]);
  });

  test('leaves out a section of a snapshot that failed: that is told elsewhere', () => {
    const before = { snapshot: ['project.json', 'connectors/a.json'] };
    const after = { snapshot: ['project.json'] };
    expect(find(before, after)).toEqual(['connectors: all 1 are gone']);
    expect(find(before, after, 20, new Set(['connectors']))).toEqual([]);
  });

  test('does not count the files of flows in a snapshot', () => {
    const files = ['roles.json', 'lists.json', 'flows/flows.json'];
    const flow = (id: string) =>
      ['metadata', 'contents', 'screen-a'].map((name) => `flows/${id}/${name}.json`);
    expect(
      find(
        { snapshot: [...files, ...flow('a'), ...flow('b')] },
        { snapshot: [...files, ...flow('b')] },
      ),
    ).toEqual([]);
    expect(find({ snapshot: flow('a') }, { snapshot: [] })).toEqual([]);
    expect(find({ snapshot: [...files, ...flow('a')] }, { snapshot: flow('a') })).toEqual([
      'snapshot: all 2 are gone',
    ]);
  });

  describe('counts as a section of a snapshot', () => {
    const rest = [
      'roles.json',
      ...Array.from({ length: 40 }, (_, index) => `styles/${index}.json`),
    ];
    const inFolder = (folder: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${folder}/${index}.json`);

    test.each([
      ['connectors', 'connectors', ['connectors/connectors.json']],
      ['auth', 'authentication-methods', []],
      ['assets', 'assets', ['assets/assets.json']],
      ['widgets', 'widgets', ['widgets/flows/flows.json']],
    ])('%s/', (folder, section, index) => {
      const before = [...rest, ...index, ...inFolder(folder, 5)];
      expect(find({ snapshot: before }, { snapshot: [...rest, ...index] })).toEqual([
        `${section}: all 5 are gone`,
      ]);
      expect(find({ snapshot: before }, { snapshot: [...rest, ...inFolder(folder, 2)] })).toEqual([
        `${section}: 3 of 5 are gone (60 %, the limit is 20 %)`,
      ]);
      expect(find({ snapshot: before }, { snapshot: [...rest, ...inFolder(folder, 4)] })).toEqual(
        [],
      );
      expect(find({ snapshot: [...rest, ...index] }, { snapshot: rest })).toEqual([]);
    });

    test('the settings of the project', () => {
      expect(find({ snapshot: [...rest, 'project.json'] }, { snapshot: rest })).toEqual([
        'project-settings: all 1 are gone',
      ]);
    });

    test('widgets with the files of their flows, and those that have no file', () => {
      const files = ['metadata', 'contents', 'screen-a'];
      const flows = (...ids: readonly string[]) =>
        ids.flatMap((id) => files.map((name) => `widgets/flows/${id}/${name}.json`));
      expect(
        find({ snapshot: [...rest, ...flows('a', 'b')] }, { snapshot: [...rest, ...flows('b')] }),
      ).toEqual([]);
      expect(find({ snapshot: [...rest, ...flows('a', 'b')] }, { snapshot: rest })).toEqual([
        'widgets: all 2 are gone',
      ]);
      const listed = (widgets: readonly unknown[]): ProjectState =>
        new Map([['snapshot', new Map([['widgets/widgets.json', JSON.stringify({ widgets })]])]]);
      const policy = { limitPercent: 20, failedSections: NONE };
      expect(findShrink(listed(['a', 'b', 'c', 'd']), listed(['a']), policy)).toEqual([
        'widgets: 3 of 4 are gone (75 %, the limit is 20 %)',
      ]);
      expect(
        findShrink(listed([{ id: 'a' }, { widgetId: 'b' }]), listed([{ id: 'a', x: 1 }]), policy),
      ).toEqual([]);
    });

    test('and as none of them when the whole snapshot is not there', () => {
      expect(find({ snapshot: rest, tenants: 1 }, { tenants: 1 })).toEqual([
        'snapshot: it was saved last time, and is not now',
      ]);
      expect(
        find({ snapshot: rest, tenants: 1 }, { tenants: 1 }, 20, new Set(['snapshot'])),
      ).toEqual([]);
    });
  });
});
