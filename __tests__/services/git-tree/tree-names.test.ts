import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { treeNames, type TreeName } from '../../../src/services/git-tree/tree-names.ts';
import { unsafeNameReason } from '../../../src/storage/safe-names.ts';

const named = (...ids: string[]): string[] =>
  treeNames(ids.map((id) => ({ id, ending: '.json' }))).map((name) => name.replace(/\.json$/, ''));

describe('a name', () => {
  test.each(['acme', 'acme-corp_2', 'T2abc', 'Acme Corp', 'a.b', 'été', '大学', "it's", 'a+b@c.d'])(
    '%s stands for itself',
    (id) => {
      expect(named(id)).toEqual([id]);
    },
  );

  test.each([
    ['a/b', 'a%2Fb'],
    ['a\\b', 'a%5Cb'],
    ['<>:"|?*', '%3C%3E%3A%22%7C%3F%2A'],
    ['100%', '100%25'],
    ['%41', '%2541'],
    ['a\n\0\u0085', 'a%0A%00%C2%85'],
    ['.git', '%2Egit'],
    ['git~1', 'git%7E1'],
    ['..', '%2E%2E'],
    ['.', '%2E'],
    ['a.', 'a%2E'],
    ['a ', 'a%20'],
    [' ', '%20'],
    ['', '%'],
    ['con', '%63on'],
    ['NUL.txt', '%4EUL.txt'],
    ['com¹', '%63om¹'],
    ['a\u200db', 'a%E2%80%8Db'],
    ['a\u202eb', 'a%E2%80%AEb'],
    ['\ud800', '%ED%A0%80'],
    ['\ufffd', '\ufffd'],
  ])('%j becomes %s', (id, name) => {
    expect(named(id)).toEqual([name]);
  });

  test('has no dot where one sets it apart from an ending', () => {
    expect(treeNames([{ id: 'a.b', ending: '', escapesDots: true }])).toEqual(['a%2Eb']);
    expect(treeNames([{ id: 'con.x', ending: '.json', escapesDots: true }])).toEqual([
      'con%2Ex.json',
    ]);
  });

  test('is escaped in all ids that differ in case or form alone, whatever their order', () => {
    const names = new Map([
      ['acme', 'acme'],
      ['ACME', '%41%43%4D%45'],
      ['Acme', '%41cme'],
      ['Z\u00fcrich', '%5A%C3%BCrich'],
      ['Zu\u0308rich', '%5Au%CC%88rich'],
      ['straße', 'stra%C3%9Fe'],
      ['STRASSE', '%53%54%52%41%53%53%45'],
      ['Other', 'Other'],
      ['\u212a', '%E2%84%AA'],
      ['k', 'k'],
    ]);
    expect(named(...names.keys())).toEqual([...names.values()]);
    expect(named(...[...names.keys()].reverse())).toEqual([...names.values()].reverse());
  });

  test('that is long is cut between signs, and ends in the hash of the id', () => {
    expect(named('a'.repeat(200))).toEqual(['a'.repeat(200)]);
    const hash = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 16);
    const long = 'b'.repeat(201);
    expect(named(long)).toEqual([`${'b'.repeat(183)}~${hash(long)}`]);
    const wide = '大'.repeat(70);
    expect(named(wide)).toEqual([`${'大'.repeat(61)}~${hash(wide)}`]);
    const slashes = '/'.repeat(100);
    expect(named(slashes)).toEqual([`${'%2F'.repeat(61)}~${hash(slashes)}`]);
    const device = `con.${'x'.repeat(300)}`;
    expect(named(device)).toEqual([`%63on.${'x'.repeat(177)}~${hash(device)}`]);
  });
});

/**
 * What a file system may do before it compares names: the forms of HFS+ and APFS, and full case
 * folding.
 */
const seen = [
  (name: string) => name,
  (name: string) => name.toLowerCase(),
  (name: string) => name.toUpperCase(),
  (name: string) => name.normalize('NFC').toUpperCase().toLowerCase(),
  (name: string) => name.normalize('NFD').toLowerCase().normalize('NFD').toUpperCase(),
  (name: string) => name.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase(),
];

/** Ids that are likely to meet: few letters, in all their forms, with what names must not hold. */
const id = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[aAbB.%~ /2541E]{0,4}$/) },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            'a',
            'A',
            'ss',
            'ß',
            'ẞ',
            'ſ',
            'K',
            'k',
            '\u212a',
            'u\u0308',
            'ü',
            'Ü',
            'σ',
            'ς',
            'Σ',
          ],
          ...[
            'i',
            'I',
            'ı',
            'İ',
            'i\u0307',
            'ﬁ',
            'fi',
            '\u200d',
            '\ud800',
            '\udc00',
            '\ufffd',
            '%',
          ],
          ...['.sso', '.sha256', '.json', 'CON', 'nul', 'com1', '%41', '\u0345', 'ι', 'ά', 'ᾳ'],
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('x', 'X', '/', 'ü'), fc.stringMatching(/^[aA]{0,2}$/))
      .map(([fill, end]) => fill.repeat(250) + end),
  },
);

test('names are safe, and differ on every file system', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(id, { maxLength: 12 }),
      fc.boolean(),
      fc.constantFrom('', '.json'),
      (ids, escapesDots, ending) => {
        const entries: TreeName[] = ids.map((one) => ({ id: one, ending, escapesDots }));
        const names = treeNames(entries);
        for (const name of names) {
          expect(unsafeNameReason(name)).toBeUndefined();
          expect(Buffer.byteLength(name) - ending.length).toBeLessThanOrEqual(200);
        }
        for (const see of seen) expect(new Set(names.map(see)).size).toBe(ids.length);
        // A cut name is no id's whole name: ids that are such names are escaped.
        const again = treeNames(
          [...new Set([...names, ...ids])].map((one) => ({ id: one, ending })),
        );
        for (const see of seen) expect(new Set(again.map(see)).size).toBe(again.length);
        expect(treeNames(entries.toReversed()).reverse()).toEqual(names);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a name can be read back to its id', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 })),
      (ids) => {
        expect(named(...ids).map(decodeURIComponent)).toEqual(ids);
      },
    ),
  );
});
