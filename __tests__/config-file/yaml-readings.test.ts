/** What texts without quotes are to YAML 1.2 and to PyYAML, and when a warning tells. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseYaml } from '../../src/config-file/yaml/parse.ts';
import { formatYaml } from '../../src/config-file/yaml/write.ts';
import { readAsYaml11, readAsYaml12, type Reading } from '../../src/config-file/yaml/readings.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import { python } from '../fixtures/stock-tools.ts';

const READ_WITH_PYYAML = fileURLToPath(new URL('../fixtures/pyyaml.py', import.meta.url));

const hasPyYaml = await python('-c', 'import yaml').then(
  () => true,
  () => false,
);
if (!hasPyYaml) process.stderr.write('PyYAML: skipped, no python3 with yaml here\n');

/** The real PyYAML's readings, in one run. */
async function readWithPyYaml(texts: readonly (readonly [string, boolean])[]): Promise<string[]> {
  const file = join(await mkdtemp(join(await makeFolder(), 'texts-')), 'texts.json');
  await writeFile(file, JSON.stringify(texts));
  return JSON.parse(await python(READ_WITH_PYYAML, file)) as string[];
}

/** `number 12`, or the kind. Numbers of the same value have one form. */
function show(reading: Reading): string {
  if (reading.kind !== 'number') return reading.kind;
  return `number ${typeof reading.value === 'bigint' ? reading.value : showFloat(reading.value)}`;
}

function showFloat(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** Floats as {@link show} has them; integers are to the digit. */
function normalize(reading: string): string {
  const [, text = ''] = /^number (.*[.en].*)$/.exec(reading) ?? [];
  return text === '' ? reading : `number ${showFloat(Number(text.replace('inf', 'Infinity')))}`;
}

/** What a file with this text as a value is warned of. */
const warningsOf = (yaml: string): string[] =>
  parseYaml(yaml).ambiguous.map(({ line, column, fact }) => `${line}:${column} ${fact}`);

/** A text, what it is here, what it is to PyYAML, and whether there is a warning. */
const TABLE: readonly (readonly [text: string, here: string, pyYaml: string, isWarned: boolean])[] =
  [
    // Leading zeros: octal, text or the same number, whose zeros are lost all the same.
    ['01234', 'number 1234', 'number 668', true],
    ['0755', 'number 755', 'number 493', true],
    ['0001000200', 'number 1000200', 'number 262272', true],
    ['-012', 'number -12', 'number -10', true],
    ['+012', 'number 12', 'number 10', true],
    ['08', 'number 8', 'text', true],
    ['01239', 'number 1239', 'text', true],
    ['-09', 'number -9', 'text', true],
    ['007', 'number 7', 'number 7', true],
    ['00', 'number 0', 'number 0', true],
    ['00000', 'number 0', 'number 0', true],
    ['007.25', 'number 7.25', 'number 7.25', true],
    ['0_7', 'text', 'number 7', true],
    ['0_', 'text', 'number 0', true],
    ['+15551234567', 'number 15551234567', 'number 15551234567', true],
    ['+1', 'number 1', 'number 1', true],
    ['0', 'number 0', 'number 0', false],
    ['-0', 'number 0', 'number 0', false],
    ['10', 'number 10', 'number 10', false],
    ['9007199254740993', 'number 9007199254740993', 'number 9007199254740993', false],
    // Underscores
    ['1_000', 'text', 'number 1000', true],
    ['-1_000', 'text', 'number -1000', true],
    ['1_', 'text', 'number 1', true],
    ['1_0.5_0', 'text', 'number 10.5', true],
    ['0x1_F', 'text', 'number 31', true],
    ['_1', 'text', 'text', false],
    // Other bases
    ['0x1F', 'number 31', 'number 31', false],
    ['-0x10', 'text', 'number -16', true],
    ['+0x10', 'text', 'number 16', true],
    ['0x', 'text', 'text', false],
    ['0x_', 'text', 'error', true],
    ['0b101', 'text', 'number 5', true],
    ['-0b1', 'text', 'number -1', true],
    ['0b_', 'text', 'error', true],
    ['0b2', 'text', 'text', false],
    ['0o14', 'number 12', 'text', true],
    ['0o8', 'text', 'text', false],
    // Base 60
    ['12:30:45', 'text', 'number 45045', true],
    ['12:30', 'text', 'number 750', true],
    ['1:5', 'text', 'number 65', true],
    ['-1:30', 'text', 'number -90', true],
    ['190:20:30.15', 'text', 'number 685230.15', true],
    ['09:30', 'text', 'text', false],
    ['0:30', 'text', 'text', false],
    ['0:30.5', 'text', 'number 30.5', true],
    ['12:60', 'text', 'text', false],
    ['24:00:00', 'text', 'number 86400', true],
    // Floats
    ['1e3', 'number 1000', 'text', true],
    ['1.5e3', 'number 1500', 'text', true],
    ['1.5E+3', 'number 1500', 'number 1500', false],
    ['1e+3', 'number 1000', 'text', true],
    ['.5', 'number 0.5', 'number 0.5', false],
    ['-.5', 'number -0.5', 'text', true],
    ['+.5', 'number 0.5', 'text', true],
    ['.5e1', 'number 5', 'text', true],
    ['1.', 'number 1', 'number 1', false],
    ['1.10', 'number 1.1', 'number 1.1', false],
    ['1._5', 'text', 'number 1.5', true],
    ['1.2.3', 'text', 'text', false],
    ['.', 'text', 'text', false],
    ['._5', 'text', 'text', false],
    // Booleans
    ...['yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((text) => [text, 'text', 'true', true] as const),
    ...['no', 'No', 'NO', 'off', 'Off', 'OFF'].map(
      (text) => [text, 'text', 'false', true] as const,
    ),
    ...['y', 'Y', 'n', 'N', 'yEs', 'oN', 'tRue', 'nUll', 'non', 'one', 'yes please'].map(
      (text) => [text, 'text', 'text', false] as const,
    ),
    ['true', 'true', 'true', false],
    ['False', 'false', 'false', false],
    // Dates
    ['2024-01-01', 'text', 'date', true],
    ['2024-02-30', 'text', 'error', true],
    ['0000-01-01', 'text', 'error', true],
    ['2024-1-1', 'text', 'text', false],
    ['2001-12-14t21:59:43.10-05:00', 'text', 'time', true],
    ['2001-12-14 21:59:43.10 -5', 'text', 'time', true],
    ['2001-1-4T1:59:43Z', 'text', 'time', true],
    ['2001-12-14T24:00:00Z', 'text', 'error', true],
    ['2001-12-14T23:00:60Z', 'text', 'error', true],
    ['2001-12-14T23:00:00+24:00', 'text', 'error', true],
    ['2001-12-14T23:00', 'text', 'text', false],
    // Signs with a meaning of their own
    ['=', 'text', 'error', true],
    ['<<', 'text', 'error', true],
    ['<', 'text', 'text', false],
    ['==', 'text', 'text', false],
  ];

describe('a text without quotes', () => {
  test.each(TABLE)('%s is %s here and %s to PyYAML; warned: %j', (text, here, pyYaml, isWarned) => {
    expect(show(readAsYaml12(text))).toBe(here);
    expect(show(readAsYaml11(text, false))).toBe(pyYaml);
    expect(warningsOf(`a: ${text}\n`)).toHaveLength(isWarned ? 1 : 0);
    expect(warningsOf(`a: { b: [x, ${text}] }\n`)).toHaveLength(isWarned ? 1 : 0);
    expect(warningsOf(`a: &b ${text}\nb: [*b, *b]\n`)).toHaveLength(isWarned ? 1 : 0);
  });

  test.each(TABLE)('%s is not warned about in quotes, or with the tag of a text', (text) => {
    for (const quoted of [`'${text}'`, `"${text}"`, `!!str ${text}`, `! ${text}`, `|\n  ${text}`]) {
      expect(warningsOf(`a: ${quoted}\n`)).toEqual([]);
    }
  });

  (hasPyYaml ? test : test.skip)('is to PyYAML what the table says', async () => {
    const found = await readWithPyYaml(TABLE.map(([text]) => [text, false]));
    expect(TABLE.map(([text], index) => [text, normalize(found[index] ?? '')])).toEqual(
      TABLE.map(([text, , pyYaml]) => [text, pyYaml]),
    );
  });

  (hasPyYaml ? test : test.skip)('of any form is to PyYAML what is said of it', async () => {
    const digits = fc.stringMatching(/^[0-9]{1,3}$/);
    const part = fc.oneof(
      digits,
      fc.constantFrom(
        '0',
        '00',
        '_',
        ':',
        '.',
        '-',
        '+',
        'e',
        'E+',
        'x',
        '0x',
        '0b',
        '0o',
        'a',
        'f',
      ),
    );
    const number = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
    const two = fc.integer({ min: 0, max: 70 }).map((value) => String(value).padStart(2, '0'));
    const time = fc
      .tuple(
        fc.constantFrom('2024', '1999', '0000', '0001', '12024'),
        two,
        two,
        fc.constantFrom('', 'T', 't', ' ', '  '),
        two,
        two,
        two,
        fc.constantFrom(
          '',
          '.',
          '.5',
          'Z',
          '+01',
          ' -1:30',
          '.1234567 +23:59',
          '+23:60',
          'z',
          '-1:3',
        ),
      )
      .map(([year, month, day, t, hour, minute, second, zone]) => {
        const date = `${year}-${month}-${day}`;
        return t === '' ? date : `${date}${t}${hour}:${minute}:${second}${zone}`;
      });
    const word = fc.constantFrom('yes', 'No', 'oN', 'OFF', 'y', 'n', 'TRUE', 'faLse', '=', '<<');
    // Texts that begin or end so are no text without quotes.
    const isPlain = (text: string) => !/^(?:[-?:]$|[-?:] |:)|:$|^-$|^(?:---|\.\.\.)/.test(text);
    const scalar = fc.oneof({ weight: 5, arbitrary: number }, { weight: 2, arbitrary: time }, word);
    const samples = fc.sample(
      fc
        .tuple(scalar.filter(isPlain), fc.boolean())
        .filter(([text, isKey]) => !isKey || text !== '<<'),
      4000,
    );
    const found = await readWithPyYaml(samples);
    expect(samples.map(([text], index) => [text, normalize(found[index] ?? '')])).toEqual(
      samples.map(([text, isKey]) => [text, show(readAsYaml11(text, isKey))]),
    );
  });
});

describe('a warning', () => {
  test('names both readings, the place and what to do', () => {
    const { ambiguous } = parseYaml('a:\n  - postal: 01234\n  - yes\n  - 1e3\n  - 2024-01-01\n');
    const advice = 'write it in quotes when it is a text, else in a form that both read alike';
    expect(ambiguous.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([
      `2:13: 01234 without quotes is the number 1234 here (YAML 1.2), but the number 668 for descope-mgmt (YAML 1.1): ${advice}`,
      `3:5: yes without quotes is text here (YAML 1.2), but true for descope-mgmt (YAML 1.1): ${advice}`,
      `4:5: 1e3 without quotes is the number 1000 here (YAML 1.2), but text for descope-mgmt (YAML 1.1): ${advice}`,
      `5:5: 2024-01-01 without quotes is text here (YAML 1.2), but a date for descope-mgmt (YAML 1.1): ${advice}`,
    ]);
  });

  test('names what a number loses where both read it alike', () => {
    const { ambiguous } = parseYaml('a: 007\nb: +49\n');
    expect(ambiguous.map(({ message }) => message)).toEqual([
      '007 without quotes is the number 7, without its leading zeros: write it in quotes to keep it as written',
      '+49 without quotes is the number 49, without its plus sign: write it in quotes to keep it as written',
    ]);
  });

  test('is given for keys, too', () => {
    expect(warningsOf('on: 1\nx: { 12:30 : 1, yes : 2, = : 3, <<: {} }\n')).toEqual([
      '1:1 on without quotes is text here (YAML 1.2), but true for descope-mgmt (YAML 1.1)',
      '2:6 12:30 without quotes is text here (YAML 1.2), but the number 750 for descope-mgmt (YAML 1.1)',
      '2:17 yes without quotes is text here (YAML 1.2), but true for descope-mgmt (YAML 1.1)',
    ]);
  });

  test('is given for integers by their tag', () => {
    expect(warningsOf('a: !!int 012\nb: !!int "08"\nc: !!float 1e3\nd: !!int 12\n')).toEqual([
      '1:10 012 without quotes is the number 12 here (YAML 1.2), but the number 10 for descope-mgmt (YAML 1.1)',
      '2:10 08 without quotes is the number 8 here (YAML 1.2), but an error for descope-mgmt (YAML 1.1)',
    ]);
  });

  test('shows no value that may be secret, and nothing of auth', () => {
    const file = `auth: { pin: 01234, deep: [yes] }
tenants:
  - { api_key: 012345, clientSecret: 1_000, door_pin: 012345, auth: { x: 007 }, password: yes, n: 0${'1'.repeat(60)} }
`;
    const facts = parseYaml(file).ambiguous.map(({ fact }) => fact);
    expect(facts).toEqual([
      'this value without quotes is a number here (YAML 1.2), but another number for descope-mgmt (YAML 1.1)',
      'this value without quotes is text here (YAML 1.2), but a number for descope-mgmt (YAML 1.1)',
      'this value without quotes is a number here (YAML 1.2), but another number for descope-mgmt (YAML 1.1)',
      'this value without quotes is a number, without its leading zeros',
      'this value without quotes is text here (YAML 1.2), but true for descope-mgmt (YAML 1.1)',
      'this value without quotes is a number here (YAML 1.2), but another number for descope-mgmt (YAML 1.1)',
    ]);
  });

  test('is found on the right line of a long file', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `  - "${index}"\n  - 0${index}7\n`);
    const { ambiguous } = parseYaml(`a:\n${rows.join('')}`);
    expect(ambiguous).toHaveLength(20_000);
    expect(ambiguous.at(-1)).toMatchObject({ line: 40_001, column: 5 });
  });
});

const READ_AS_JSON =
  'import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], "rb")), sys.stdout)';

(hasPyYaml ? test : test.skip)('what is written is read by PyYAML as the same texts', async () => {
  const given = [
    ...TABLE.map(([text]) => text),
    ...fc.sample(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), { numRuns: 500, seed: 1 }),
  ].filter((text) => text.length < 500);
  const map = { texts: given, keys: Object.fromEntries(given.map((text) => [text, text])) };
  const file = join(await makeFolder(), 'written.yaml');
  await writeFile(file, formatYaml(map));
  expect(JSON.parse(await python('-c', READ_AS_JSON, file))).toEqual(map);
});
