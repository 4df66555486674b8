/** Where in the file a problem is said to be. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigFileError, loadConfigFile } from '../../src/config-file/index.ts';
import { lineAndColumn, locate } from '../../src/config-file/locate.ts';
import type { DocumentPath } from '../../src/config-file/problems.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

/** Stands in a text before the place that is expected. */
const MARK = '‸';

/** Splits a marked text into the text itself and the place of its mark, both counted from 1. */
function unmark(marked: string): { text: string; place: { line: number; column: number } } {
  const [before = '', after] = marked.split(MARK);
  if (after === undefined) throw new Error('the text has no mark');
  const lines = before.split('\n');
  return {
    text: before + after,
    place: { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 },
  };
}

function placeOf(text: string, path: DocumentPath, atKey = false) {
  const [found] = locate(text, [{ path, atKey, message: 'here' }], 1);
  return { line: found?.line, column: found?.column };
}

describe('the place of a value', () => {
  test.each<[name: string, marked: string, path: DocumentPath]>([
    ['the whole of a block map', '# top\n‸a: 1\n', []],
    ['the whole of a flow map', '--- # top\n‸{ a: 1 }\n', []],
    ['the whole of a list', '‸- a\n- b\n', []],
    ['a number', 'a: 1\nb: ‸22\nc: 3\n', ['b']],
    ['a text of several words', 'a:   ‸two words # more\n', ['a']],
    ['a text that goes on in the next line', 'a:\n  ‸one\n  two\nb: 3\n', ['a']],
    ['a text below its key', 'a:\n\n  # why\n  ‸1\n', ['a']],
    ['single quotes', "a: ‸'x'\n", ['a']],
    ['double quotes', 'a: ‸"x"\n', ['a']],
    ['an item of a list', 'a:\n  - x\n  - ‸y\n', ['a', 1]],
    ['a literal block', 'a: ‸|\n  x\nb: 1\n', ['a']],
    ['a folded block with a header', 'a|b: ‸>-2 # a | b\n    x\n', ['a|b']],
    ['a block with CRLF', 'a:\r\n  - ‸|+\t\r\n    x\r\n', ['a', 0]],
    ['a block below its key', 'a:\n  ‸|\n  x\n', ['a']],
    ['an empty block', 'a: ‸|', ['a']],
    ['an empty block in a list', '- a\n- ‸>\n- c\n', [1]],
    ['a whole block', '‸|\n x\n', []],
    ['an item of a list without indentation', 'a:\n- x\n- ‸y\nb: 1\n', ['a', 1]],
    ['a map in a list', 'a:\n  - x: 1\n  - ‸x: 2\n', ['a', 1]],
    ['a value of a map in a list', 'a:\n  - x: 1\n    y: 2\n  - x: 3\n    y: ‸4\n', ['a', 1, 'y']],
    ['a list in a list', '- - a\n  - b\n- - c\n  - ‸d\n', [1, 1]],
    ['a block map', 'a:\n  ‸b: 1\n', ['a']],
    ['a block list', 'a:\n  ‸- b\n', ['a']],
    ['a flow map', 'a: ‸{ b: 1 }\n', ['a']],
    ['a flow list', 'a: ‸[b]\n', ['a']],
    ['flow in flow', 'a: [x, { b: [1, ‸2] }]\n', ['a', 1, 'b', 1]],
    ['flow over several lines', 'a: [\n  x,\n  { b: 1,\n    c: ‸2 }\n  ]\n', ['a', 1, 'c']],
    ['a pair in a flow list', 'a: [ ‸b: 1, c: 2 ]\n', ['a', 0]],
    ['a value of a pair in a flow list', 'a: [ b: 1, c: ‸2 ]\n', ['a', 1, 'c']],
    ['an explicit key', '? a\n: ‸1\n', ['a']],
    ['a key that is a list stands before', '? [x, y]\n: 1\nb: ‸2\n', ['b']],
    ['a key that is a map stands before', '{ { x: { y: 1 } }: { x: 2 }, b: ‸3 }\n', ['b']],
    ['a key that is a number', '9: 1\n10: ‸2\n', ['10']],
    ['a key that looks like an index', 'a: { 0: ‸x }\n', ['a', '0']],
    ['JSON', '{ "a": [1, { "b": ‸2 }] }', ['a', 1, 'b']],
    ['text in JSON', '{ "a": ‸"b" }', ['a']],
    ['JSON without blanks', '{"a":[1,{"b":‸2}]}', ['a', 1, 'b']],
    ['JSON with tabs', '{\n\t"a": [\n\t\t1,\n\t\t‸2\n\t]\n}', ['a', 1]],
    ['JSON with an escaped key', '{ "\\u0061\\n": ‸2 }', ['a\n']],
    ['a key in single quotes', "'it''s': ‸1\n", ["it's"]],
    ['a key with a colon', '"a: b": { "c": ‸1 }\n', ['a: b', 'c']],
    ['__proto__', '__proto__: { __proto__: ‸1 }\n', ['__proto__', '__proto__']],
    ['the same key elsewhere before', 'x: { a: 1 }\na: { a: ‸2 }\n', ['a', 'a']],
    ['a document start and a directive', '%YAML 1.2\n---\na: ‸1\n', ['a']],
    ['CRLF', 'a: 1\r\nb:\r\n  - x\r\n  - ‸y\r\n', ['b', 1]],
    ['accents before it', 'é: { ñandú: ‸1 }\n', ['é', 'ñandú']],
    ['combining marks before it', 'e\u0301: ‸1\n', ['e\u0301']],
    ['characters beyond the first plane before it', '{ "🦀🦀": "𝔘", b: ‸1 }\n', ['b']],
  ])('%s', (_, marked, path) => {
    const { text, place } = unmark(marked);
    expect(placeOf(text, path)).toEqual(place);
  });

  test('is a line and a column that count code points from 1', () => {
    expect(placeOf('a: 1\n"🦀é": 2\n', ['🦀é'])).toEqual({ line: 2, column: 7 });
    expect(placeOf('a: 1\r\nb: 2\r\n', ['b'])).toEqual({ line: 2, column: 4 });
  });
});

describe('the place of a key', () => {
  test.each<[name: string, marked: string, path: DocumentPath]>([
    ['in a block map', 'a: 1\n‸b: 2\n', ['b']],
    ['whose value is below', 'a: 1\n‸b:\n  c: 2\n', ['b']],
    ['without a value', 'a: 1\n‸b:\n', ['b']],
    ['of a map in a list', 'a:\n  - x: 1\n    ‸y: 2\n', ['a', 0, 'y']],
    ['in a flow map', 'a: { b: 1, ‸c: { b: 2 } }\n', ['a', 'c']],
    ['in single quotes', "a: 1\n‸'b': 2\n", ['b']],
    ['in double quotes, with an anchor', 'a: 1\n&x ‸"b": 2\n', ['b']],
    ['in JSON', '{ "a": 1,\n  ‸"b": { "a": 2 } }', ['b']],
    ['that is explicit', 'a: 1\n? ‸b\n: 2\n', ['b']],
    ['after one beyond the first plane', '{ 🦀: 1, ‸b: 2 }\n', ['b']],
    ['with CRLF', 'a: 1\r\n\r\n‸b: 2\r\n', ['b']],
  ])('%s', (_, marked, path) => {
    const { text, place } = unmark(marked);
    expect(placeOf(text, path, true)).toEqual(place);
  });

  test('an item of a list has none: its value is meant', () => {
    expect(placeOf('a:\n  - x\n  - y\n', ['a', 1], true)).toEqual({ line: 3, column: 5 });
  });
});

describe('what is not written there is found at the nearest place that is', () => {
  test.each<[name: string, marked: string, path: DocumentPath]>([
    ['a key that is missing', 'a:\n  - ‸x: 1\n', ['a', 0, 'gone']],
    ['a key that is missing in a flow map', 'a: [‸{ x: 1 }]\n', ['a', 0, 'gone', 'deeper']],
    ['an item that is missing', 'a: ‸[x]\n', ['a', 1]],
    ['a key that is missing at the top', '# top\n‸a: 1\n', ['gone']],
    ['a value that is empty', 'a: 1\n‸b:\nc: 3\n', ['b']],
    ['a value below one that is empty', 'a: 1\n‸b:\n', ['b', 'c']],
    ['an item that is empty', 'a:\n  - x\n  ‸-\n  - z\n', ['a', 1]],
    ['the first item, empty', 'a:\n  ‸-\n  -\n', ['a', 0]],
    ['the last item, empty', 'a:\n- x-\n‸-', ['a', 1]],
    ['an empty item behind quotes', "- 'a - b'\n‸- # - c\n- d\n", [1]],
    ['an empty item behind comments', '- a # - b\n# - c\n\n‸-\n', [1]],
    ['an empty item behind a block', '- |\n  - a\n‸-\n', [1]],
    ['an empty item behind a flow list', '- [a, -1]\n‸-\n', [1]],
    ['an empty item behind an empty value', '- - a:\n  ‸-\n', [0, 1]],
    ['an empty item behind an alias', '- &a-b x\n- *a-b\n‸-\n', [2]],
    ['an empty item with a tag', '- x\n‸- !!str\n- y\n', [1]],
    ['an empty item in a list in a list', '- ‸-\n  - x\n-\n', [0, 0]],
    ['an empty item behind such a list', '- -\n  -\n‸-\n', [1]],
    ['an empty item with CRLF', 'a:\r\n  - x\r\n  ‸-\r\n', ['a', 1]],
    ['a value by an alias', 'a: &x { y: 1 }\nb: ‸*x\n', ['b']],
    ['a value inside an alias', 'a: &x { y: 1 }\nb: ‸*x\n', ['b', 'y']],
    ['an item inside an alias in a list', 'a: &x [1]\nb: [2, ‸*x]\n', ['b', 1, 0]],
    ['the anchor itself, where that is meant', 'a: &x { y: ‸1 }\nb: *x\n', ['a', 'y']],
    ['a value by a merge key', 'a: &x { y: 1 }\nb: ‸{ <<: *x, z: 2 }\n', ['b', 'y']],
    [
      'a value by a merge key in a block map',
      'a: &x { y: 1 }\nb:\n  ‸<<: *x\n  z: 2\n',
      ['b', 'y'],
    ],
    ['a value beside a merge key', 'a: &x { y: 1 }\nb: { <<: *x, y: ‸2 }\n', ['b', 'y']],
    [
      'a value of an item by a merge key',
      'a: &x { y: 1 }\nb:\n  - z\n  - ‸<<: *x\n',
      ['b', 1, 'y'],
    ],
  ])('%s', (_, marked, path) => {
    const { text, place } = unmark(marked);
    expect(placeOf(text, path)).toEqual(place);
  });
});

describe('several findings', () => {
  const text = 'a: 1\nb: { c: 2, d: 3 }\n';
  const findings = [
    { path: ['b', 'd'], message: 'd' },
    { path: ['gone'], message: 'top' },
    { path: ['b', 'c'], message: 'first of c' },
    { path: ['b'], atKey: true, message: 'b' },
    { path: ['b', 'c'], message: 'second of c' },
    { path: ['a'], message: 'a' },
  ];
  const inOrder = ['1:1 top', '1:4 a', '2:1 b', '2:9 first of c', '2:9 second of c', '2:15 d'];
  const located = (most: number) =>
    locate(text, findings, most).map(
      ({ line, column, message }) => `${line ?? 0}:${column ?? 0} ${message}`,
    );

  test('come in the order of the file, those of one place as they were given', () => {
    expect(located(6)).toEqual(inOrder);
  });

  test('are cut after they were sorted', () => {
    expect(located(2)).toEqual(inOrder.slice(0, 2));
  });
});

test.each<[text: string, offset: number, line: number, column: number]>([
  ['', 0, 1, 1],
  ['abc', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['\n\n\n', 3, 4, 1],
  ['🦀\n🦀🦀x', 7, 2, 3],
  ['a\r\nb', 3, 2, 1],
])('offset %#: in %j, %i is line %i, column %i', (text, offset, line, column) => {
  expect(lineAndColumn(text, offset)).toEqual({ line, column });
});

describe('in a config file', () => {
  test.each([
    ['without a byte order mark', ''],
    ['with a byte order mark', '\ufeff'],
  ])('%s the first line has the same columns', async (_, mark) => {
    const workspace = await mkdtemp(join(await makeFolder(), 'w-'));
    await writeFile(join(workspace, 'descope.yaml'), `${mark}version: 1\ntenants: 2\n`);
    const loading = loadConfigFile({
      path: 'descope.yaml',
      workspace,
      projectId: 'P2test',
      environment: 'production',
      variables: {},
    });
    const error = await loading.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigFileError);
    expect((error as ConfigFileError).problems).toEqual([
      { line: 1, column: 10, message: 'version must be text, but is a number: write it in quotes' },
      { line: 2, column: 10, message: 'tenants must be a list, but is a number' },
    ]);
  });
});

describe('anywhere in any JSON', () => {
  const NEEDLE = 'n33dle';
  interface Haystack {
    readonly value: unknown;
    readonly path: readonly (string | number)[];
  }

  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '🦀', 'é', '"', '\\', ':', '#', '\n', '{'),
  });
  const hay = fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(text),
    fc.dictionary(text, text),
  );

  const inList = (inner: Haystack, before: unknown[], after: unknown[]): Haystack => ({
    value: [...before, inner.value, ...after],
    path: [before.length, ...inner.path],
  });
  const inMap = (inner: Haystack, key: string, before: unknown, after: unknown): Haystack => ({
    value: { [`before ${key}`]: before, [`k ${key}`]: inner.value, [`after ${key}`]: after },
    path: [`k ${key}`, ...inner.path],
  });
  const { haystack } = fc.letrec<{ haystack: Haystack }>((tie) => ({
    haystack: fc.oneof(
      { maxDepth: 6, depthSize: 'large' },
      fc.constantFrom<Haystack>(
        { value: NEEDLE, path: [] },
        { value: { a: 1, [NEEDLE]: [2] }, path: [NEEDLE] },
      ),
      fc.tuple(tie('haystack'), fc.array(hay), fc.array(hay)).map((parts) => inList(...parts)),
      fc.tuple(tie('haystack'), text, hay, hay).map((parts) => inMap(...parts)),
    ),
  }));

  test('a value or a key is found, however it is indented', () => {
    fc.assert(
      fc.property(haystack, fc.constantFrom('', ' ', '\t'), ({ value, path }, indent) => {
        const json = JSON.stringify(value, undefined, indent);
        const { place } = unmark(json.replace(`"${NEEDLE}"`, `${MARK}"${NEEDLE}"`));
        expect(placeOf(json, path, path.at(-1) === NEEDLE)).toEqual(place);
      }),
      { numRuns: 500 },
    );
  });
});
