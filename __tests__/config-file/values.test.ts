/**
 * What becomes of the values of a config file: keys, numbers, texts, merge keys and aliases, in
 * YAML and JSON.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadConfigFile } from '../../src/config-file/index.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import {
  attributesOf,
  entriesOf,
  jsonWithAttributes,
  numberTexts,
  problemsOf,
  save,
  withAttributes,
  type SavedProject,
} from '../fixtures/saved-config.ts';

describe('keys that JavaScript has a meaning for', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'prototype', 'toString', 'valueOf'];
  const map = `{ ${names.map((name) => `"${name}": { "${name}": 1 }`).join(', ')} }`;
  const members = map.slice(1, -1);
  const json = `{ ${members}, "version": "1.0", "deep": [${map}],
    "environments": { "production": ${map} },
    "tenants": [{ "id": "acme", "name": "A", ${members}, "custom_attributes": ${map} }],
    "flows": [{ "template": "t", "name": "N", ${members}, "config": { "a": [${map}] } }] }`;
  const withLongNumber = json.replace('"version"', '"long": 12345678901234567890, "version"');
  const environment = (value: unknown) => (value as { production: unknown }).production;

  test.each([
    ['YAML', 'descope.yaml', json],
    ['JSON', 'descope.json', json],
    ['JSON with a long number', 'descope.json', withLongNumber],
  ])('survive at every place: %s', async (_, file, content) => {
    const { project } = await save(content, { file });
    const expected = JSON.stringify(
      entriesOf(JSON.parse(map)).map(([name, value]) => [name, entriesOf(value)]),
    );
    const read = (value: unknown) =>
      JSON.stringify(
        entriesOf(value)
          .filter(([name]) => names.includes(name))
          .map(([name, inner]) => [name, entriesOf(inner)]),
      );
    const [tenant] = project.tenants;
    const [flow] = project.flows;
    const flowConfig = flow?.flow_data['config'] as { a: unknown[] };
    expect(read(project.config)).toBe(expected);
    expect(read((project.config['deep'] as unknown[])[0])).toBe(expected);
    expect(read(environment(project.config['environments']))).toBe(expected);
    expect(read(tenant?.config)).toBe(expected);
    expect(read(tenant?.config['custom_attributes'])).toBe(expected);
    expect(read(flow?.flow_data)).toBe(expected);
    expect(read(flowConfig.a[0])).toBe(expected);
  });

  test('survive where variables are replaced', async () => {
    const saved = await save(withAttributes('{ __proto__: { __proto__: "${A}" }, b: "${A}" }'), {
      variables: { A: 'x' },
    });
    const [[, inner] = []] = entriesOf(attributesOf(saved));
    expect(entriesOf(attributesOf(saved)).map(([key]) => key)).toEqual(['__proto__', 'b']);
    expect(entriesOf(inner)).toEqual([['__proto__', 'x']]);
  });

  test('survive a merge', async () => {
    const saved = await save(withAttributes('{ <<: { __proto__: a, constructor: b }, c: d }'));
    expect(entriesOf(attributesOf(saved))).toEqual([
      ['__proto__', 'a'],
      ['c', 'd'],
      ['constructor', 'b'],
    ]);
  });

  test('are no environment', async () => {
    const content = "version: '1.0'\nenvironments: { staging: { project_id: P2other } }\n";
    const workspace = await makeFolder();
    await writeFile(join(workspace, 'descope.yaml'), content);
    const { config } = await loadConfigFile({
      path: 'descope.yaml',
      workspace,
      projectId: 'P2test',
      environment: 'constructor',
      variables: {},
    });
    expect(config.version).toBe('1.0');
  });
});

describe('numbers', () => {
  const twenty = '98765432109876543210';
  const forty = '1234567890123456789012345678901234567890';

  test.each([
    ['YAML', 'descope.yaml', withAttributes],
    ['JSON', 'descope.json', jsonWithAttributes],
  ])('that no JavaScript number can hold survive digit by digit: %s', async (_, file, config) => {
    const numbers = {
      edge: '9007199254740993',
      twenty,
      forty,
      negative: `-${forty}`,
      large: '1e400',
      small: '1.5e-4000',
      fraction: '0.1234567890123456789',
      many: '3.14159265358979323846264338327950288',
    };
    const members = Object.entries(numbers).map(([key, digits]) => `"${key}": ${digits}`);
    const saved = await save(config(`{ ${members.join(', ')} }`), { file });
    expect(numberTexts(saved)).toMatchObject(numbers);
  });

  test('of the notations of YAML become decimal, to the digit', async () => {
    const saved = await save(
      withAttributes(
        `{ hex: 0xffffffffffffffffff, oct: 0o7777777777777777777777, plus: +${twenty}, zeros: 000${twenty}, minus: -0${twenty} }`,
      ),
    );
    expect(numberTexts(saved)).toMatchObject({
      hex: 0xffffffffffffffffffn.toString(),
      oct: 0o7777777777777777777777n.toString(),
      plus: twenty,
      zeros: twenty,
      minus: `-${twenty}`,
    });
  });

  test.each([
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['+.5e1', '5'],
    ['+1', '1'],
    ['1.', '1'],
    ['1.e2', '100'],
    ['007.25', '7.25'],
    ['012', '12'],
    ['0o14', '12'],
    ['0x1F', '31'],
    ['1e3', '1000'],
    ['1E+400', '1E+400'],
    ['-.1234567890123456789', '-0.1234567890123456789'],
    ['00.1234567890123456789', '0.1234567890123456789'],
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740992', '-9007199254740992'],
  ])('%s in YAML is written as %s', async (yaml, json) => {
    expect(numberTexts(await save(withAttributes(`{ a: ${yaml} }`)))['a']).toBe(json);
  });
});

describe('YAML 1.2', () => {
  test.each([
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'n',
    '2024-01-01',
    '2001-12-14t21:59:43.10-05:00',
    '12:30:45',
    '1_000',
    '0b11',
    '-0x10',
    '1.2.3',
    '0xg',
    '0o8',
    '=',
    'nUll',
    'tRue',
    '1e',
    '.',
    '+',
    '-.',
    '.e1',
  ])('%s is text', async (text) => {
    expect(attributesOf(await save(withAttributes(`{ a: ${text} }`)))).toEqual({ a: text });
  });

  test.each([
    ['~', null],
    ['Null', null],
    ['', null],
    ['TRUE', true],
    ['False', false],
    ['!!str 12', '12'],
    ["'12'", '12'],
    ['"\\x41\\u00e9\\U0001F980\\n"', 'Aé🦀\n'],
    ["'it''s'", "it's"],
    ['! 12', '12'],
  ])('%s is %j', async (yaml, value) => {
    expect(attributesOf(await save(withAttributes(`{ a: ${yaml} }`)))).toEqual({ a: value });
  });

  test('a whole number as a key is its text', async () => {
    expect(attributesOf(await save(withAttributes('{ 10: a, -3: b, "1.10": c }')))).toEqual({
      '10': 'a',
      '-3': 'b',
      '1.10': 'c',
    });
  });

  test.each(['012', '0x10', '+5', '0o7', '-0', '!!int "012"', '1e3', '1.0', '1.', '!!float 10.0'])(
    'a key that is written %s is not changed in silence',
    async (key) => {
      const problem = 'a key that is not text: write it in quotes';
      expect(await problemsOf(withAttributes(`{ ${key}: a }`))).toEqual([problem]);
      expect(await problemsOf(withAttributes(`{ 7: [{ ${key}: a }, 012] }`))).toEqual([problem]);
    },
  );

  test.each(['"012"', "'012'", '!!str 012', '! 012'])('the key %s is the text 012', async (key) => {
    expect(attributesOf(await save(withAttributes(`{ ${key}: a, 7: b }`)))).toEqual({
      '7': 'b',
      '012': 'a',
    });
  });

  test('block scalars keep what they should', async () => {
    const saved = await save(
      "version: '1.0'\ntenants:\n  - id: acme\n    name: Acme\n    custom_attributes:\n      literal: |\n        one\n          two\n\n      folded: >-\n        one\n        two\n\n        three\n      keep: |+\n        end\n\n",
    );
    expect(attributesOf(saved)).toEqual({
      literal: 'one\n  two\n',
      folded: 'one two\nthree',
      keep: 'end\n\n',
    });
  });

  test('a document start and end are no second document', async () => {
    const { project } = await save("%YAML 1.2\n---\nversion: '1.0'\n...\n# end\n");
    expect(project.config).toEqual({ version: '1.0' });
  });
});

describe('merge keys and aliases', () => {
  const saveTop = async (yaml: string) => (await save(`version: '1.0'\n${yaml}`)).project.config;

  test('a map is merged, and what is written beside it wins', async () => {
    const config = await saveTop('base: &b { a: 1, b: 1 }\nuse: { b: 2, <<: *b, c: 3 }\n');
    expect(config['use']).toEqual({ a: 1, b: 2, c: 3 });
  });

  test('of a list of maps the earlier one wins', async () => {
    const config = await saveTop(
      'x: &x { a: x }\ny: &y { a: y, b: y }\nuse: { <<: [*x, *y], c: c }\n',
    );
    expect(config['use']).toEqual({ a: 'x', b: 'y', c: 'c' });
  });

  test('merged maps may hold merge keys themselves', async () => {
    const config = await saveTop(
      'x: &x { a: x, d: { e: 1 } }\ny: &y { <<: *x, b: y }\nuse: { <<: *y, d: { f: 2 } }\n',
    );
    expect(config['use']).toEqual({ a: 'x', b: 'y', d: { f: 2 } });
  });

  test('a merge key in quotes is a key like any other, as it is in JSON', async () => {
    expect((await saveTop('use: { "<<": { a: 1 } }\n'))['use']).toEqual({ '<<': { a: 1 } });
    const json = await save('{ "version": "1.0", "use": { "<<": { "a": 1 } } }', {
      file: 'descope.json',
    });
    expect(json.project.config['use']).toEqual({ '<<': { a: 1 } });
  });

  test('tenants that share values through aliases each have them', async () => {
    const { project, contentHash } = await save(
      "version: '1.0'\ntenants:\n  - &first { id: acme, name: &n Acme, custom_attributes: &a { region: '${REGION}', list: [1] } }\n  - { <<: *first, id: other }\n  - { id: third, name: *n, custom_attributes: *a }\n",
      { variables: { REGION: 'eu' } },
    );
    const shared = { region: 'eu', list: [1] };
    expect(project.tenants.map(({ config }) => [config['id'], config['name']])).toEqual([
      ['acme', 'Acme'],
      ['other', 'Acme'],
      ['third', 'Acme'],
    ]);
    expect(project.tenants.map(({ config }) => config['custom_attributes'])).toEqual([
      shared,
      shared,
      shared,
    ]);
    const spelledOut = await save(
      `version: '1.0'\ntenants:\n${['acme', 'other', 'third'].map((id) => `  - { id: ${id}, name: Acme, custom_attributes: { region: eu, list: [1] } }\n`).join('')}`,
    );
    expect(contentHash).toBe(spelledOut.contentHash);
  });
});

describe('text', () => {
  const nfc = 'caf\u00e9';
  const nfd = 'cafe\u0301';

  test('composed and decomposed characters stay apart, and as written', async () => {
    const saved = await save(withAttributes(`{ a: ${nfc}, b: ${nfd}, ${nfc}: 1, ${nfd}: 2 }`));
    expect(attributesOf(saved)).toEqual({ a: nfc, b: nfd, [nfc]: 1, [nfd]: 2 });
    expect(saved.text).toContain(`"${nfd}"`);
  });

  test('characters beyond the first plane are written as themselves', async () => {
    const saved = await save(withAttributes('{ 🦀: "𝔘\\U0001F980 \u2028" }'));
    expect(attributesOf(saved)).toEqual({ '🦀': '𝔘🦀 \u2028' });
    expect(saved.text).toContain('"🦀": "𝔘🦀 \u2028"');
  });

  test.each([
    ['YAML', 'descope.yaml', withAttributes],
    ['JSON', 'descope.json', jsonWithAttributes],
  ])('half a surrogate pair stays an escape: %s', async (_, file, config) => {
    const saved = await save(config('{ "a": "x\\ud800y", "\\udc00": "\\ud83e\\udd80" }'), { file });
    expect(attributesOf(saved)).toEqual({ a: 'x\ud800y', '\udc00': '🦀' });
    expect(saved.text).toContain('"a": "x\\ud800y"');
    expect(saved.text).toContain('"\\udc00": "🦀"');
  });

  test('control characters survive', async () => {
    const all = String.fromCharCode(...Array.from({ length: 0xa0 }, (_, code) => code));
    const content = jsonWithAttributes(JSON.stringify({ all }));
    expect(attributesOf(await save(content, { file: 'descope.json' }))).toEqual({ all });
  });

  const plain = "version: '1.0'\ntenants:\n  - id: acme\n    name: Acme # ours\n";

  test.each([
    ['a byte order mark', `\ufeff${plain}`],
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['no line break at the end', plain.trimEnd()],
  ])('%s changes nothing', async (_, content) => {
    const { contentHash } = await save(plain);
    expect((await save(content)).contentHash).toBe(contentHash);
  });

  test('CRLF in a block scalar is a line break', async () => {
    const saved = await save(
      "version: '1.0'\r\ntenants:\r\n  - id: acme\r\n    name: A\r\n    note: |\r\n      one\r\n      two\r\n",
    );
    expect(saved.project.tenants[0]?.config['note']).toBe('one\ntwo\n');
  });

  test.each(['descope.json', 'DESCOPE.JSON', 'a.yaml.Json'])(
    'JSON with tabs and a byte order mark in %s',
    async (file) => {
      const content =
        '\ufeff{\n\t"version":\t"1.0",\r\n\t"tenants": [\n\t\t{ "id": "acme", "name": "A" }\n\t]\n}\n';
      expect((await save(content, { file })).project.tenants[0]?.tenant_id).toBe('acme');
    },
  );

  test.each(['descope.yml', 'descope.YAML', 'descope', 'descope.json.txt', '..descope.yaml'])(
    'YAML in %s',
    async (file) => {
      expect((await save(plain, { file })).project.tenants[0]?.tenant_id).toBe('acme');
    },
  );

  test('JSON in a .yaml file', async () => {
    const { contentHash } = await save(plain);
    const json = '{ "version": "1.0", "tenants": [{ "id": "acme", "name": "Acme" }] }';
    expect((await save(json)).contentHash).toBe(contentHash);
  });
});

describe('any custom attributes', () => {
  type Tree = null | boolean | number | bigint | string | Tree[] | { [key: string]: Tree };

  const key = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '<<',
      '~',
      'null',
      'true',
      '1.10',
      '012',
      '10',
      '',
      '-',
      '? ',
      '&a',
      '*a',
      '!x',
      '${X}',
      'a: b',
      '#',
      '\ud800',
      '\u2028',
      '\u0085',
      'é',
      'e\u0301',
    ),
  );
  const leaf = fc.oneof(
    fc.constantFrom(null, true, false, '__proto__', '${}', 'yes', '1e400', '\udfff', '\u0000'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    fc.string({ unit: 'binary' }),
    fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Tree>,
  );
  const { map } = fc.letrec<{ value: Tree; map: Record<string, Tree> }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', maxDepth: 5 }, leaf, tie('map'), fc.array(tie('value'))),
    map: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  }));

  /** Writes any text in ASCII, which is the same in JSON and in YAML. */
  const quote = (text: string) =>
    JSON.stringify(text).replace(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

  /** @param space what stands after a colon and a comma: YAML wants a blank */
  const write = (value: Tree, space: string, text: typeof quote): string => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'bigint') return value.toString();
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const inner = (item: Tree) => write(item, space, text);
    if (Array.isArray(value)) return `[${value.map(inner).join(`,${space}`)}]`;
    const members = Object.entries(value).map(
      ([name, item]) => `${text(name)}:${space}${inner(item)}`,
    );
    return `{${members.join(`,${space}`)}}`;
  };

  class NumberText {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }

  /** JSON.parse with every number as it is written. */
  const parseExactly = (text: string): unknown =>
    (
      JSON.parse as (
        text: string,
        reviver: (key: string, value: unknown, context: { source: string }) => unknown,
      ) => unknown
    )(text, (_, value, { source }) => (typeof value === 'number' ? new NumberText(source) : value));

  /** A form in which jest tells all values apart. */
  const normal = (value: unknown): unknown => {
    if (value instanceof NumberText) return `number ${value.text}`;
    if (typeof value === 'bigint') return `number ${value}`;
    if (typeof value === 'number') return `number ${JSON.stringify(value)}`;
    if (typeof value === 'string') return `text ${value}`;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return ['list', ...value.map(normal)];
    const entries = Object.entries(value).map(([name, item]) => [name, normal(item)] as const);
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };

  test('come out of project.json as they went into YAML and JSON, with one hash', async () => {
    const property = fc.asyncProperty(map, async (attributes) => {
      const expected = normal(attributes);
      const json = jsonWithAttributes(write(attributes, '', JSON.stringify));
      // A reference to a variable is not kept as it is: that has tests of its own.
      fc.pre(!json.includes('${'));
      const yaml = withAttributes(write(attributes, ' ', quote));
      const saved = [await save(json, { file: 'descope.json' }), await save(yaml)];
      for (const { text } of saved) {
        const project = parseExactly(text) as SavedProject;
        expect(normal(project.tenants[0]?.config['custom_attributes'])).toEqual(expected);
      }
      expect(saved[0]?.contentHash).toBe(saved[1]?.contentHash);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
