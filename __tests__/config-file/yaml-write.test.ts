/** YAML is written so that it is read again as the same values, by readers of both dialects. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseYaml } from '../../src/config-file/yaml/parse.ts';
import { formatYaml } from '../../src/config-file/yaml/write.ts';
import { ExactNumber, setOwn, type JsonObject, type JsonValue } from '../../src/json/value.ts';
import { canonicalJson } from '../../src/json/write.ts';

/** Texts that one reader or another takes for something else, or that break what is around them. */
const ODD_TEXTS = [
  '',
  ' ',
  'a ',
  ' a',
  '-',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a #b',
  '# a',
  'yes',
  'No',
  'on',
  'y',
  'null',
  '~',
  'Null',
  'true',
  'FALSE',
  '1',
  '0x10',
  '0o7',
  '010',
  '1_000',
  '1:30',
  '1e3',
  '1.5e+3',
  '.5',
  '.inf',
  '.nan',
  '2026-11-22',
  '2026-11-22 03:00:00',
  '<<',
  '=',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '@a',
  '`a',
  '%a',
  '{a}',
  '[a]',
  'a, b',
  '"',
  "'",
  "it's",
  '\\',
  'a\nb',
  '\n',
  'a\r\nb',
  '\t',
  'a\tb',
  '\u0000',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufffe',
  '---',
  '...',
  '--- a',
  'é',
  '日本',
  '😀',
  '\u200d',
  '${A}',
  'https://a.example/b?c=d',
  'a'.repeat(300),
  '\u001b[31m',
];

const text = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary' }), fc.string());
const key = fc.oneof(
  text.filter((one) => one.length < 200),
  fc.constantFrom('__proto__', 'constructor', '10'),
);
const scalar = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21, 1e-7, -2.5e300, 2 ** 53),
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc
    .constantFrom('12345678901234567890', '1e400', '0.1234567890123456789')
    .map((digits) => new ExactNumber(digits)),
);

function objectOf(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  const object: Record<string, JsonValue> = {};
  for (const [name, value] of entries) setOwn(object, name, value);
  return object;
}

const { value } = fc.letrec<{ value: JsonValue; list: JsonValue; map: JsonObject }>((tie) => ({
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map(objectOf),
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('map')),
}));
const map = fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 5 }).map(objectOf);

describe('formatYaml', () => {
  test('is read again as the same values, and is the same to both dialects', () => {
    fc.assert(
      fc.property(map, (given) => {
        const written = formatYaml(given);
        const { value: read, findings, ambiguous } = parseYaml(written);
        expect(findings).toEqual([]);
        // Its digits must stay as they are, and YAML 1.1 has no such number without a point.
        expect(ambiguous.filter(({ fact }) => !/^-?\d+e/.test(fact))).toEqual([]);
        expect(canonicalJson(read ?? null)).toBe(canonicalJson(given));
      }),
      { numRuns: 1000 },
    );
  });

  test('looks as people write it', () => {
    const written = formatYaml({
      version: '1.0',
      tenants: [
        {
          id: 'acme-corp',
          name: 'Acme Corporation',
          domains: ['acme.com'],
          custom_attributes: { seats: 250, url: 'https://acme.com/a', note: 'a\nb' },
        },
        { id: 'b-co', domains: [], custom_attributes: {} },
      ],
      nested: [['a', ['b']], { c: [{ d: null }] }],
    });
    expect(written).toBe(String.raw`version: '1.0'

tenants:
  - id: acme-corp
    name: Acme Corporation
    domains:
      - acme.com
    custom_attributes:
      seats: 250
      url: https://acme.com/a
      note: "a\nb"
  - id: b-co
    domains: []
    custom_attributes: {}

nested:
  -
    - a
    -
      - b
  - c:
      - d: null
`);
  });

  test('holds no sign that a terminal obeys or a reader takes for a line break', () => {
    fc.assert(
      fc.property(map, (given) => {
        expect(formatYaml(given)).not.toMatch(/[^\n\P{C}]|[\u2028\u2029]/u);
      }),
    );
  });
});
