import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  JsonDuplicateKeyError,
  JsonSyntaxError,
  parseJson,
  JsonRunParser,
  parseJsonInRuns,
  parsePlainJson,
} from '../../src/json/parse.ts';
import { JsonDepthError } from '../../src/json/scan.ts';
import {
  ExactNumber,
  isJsonObject,
  setOwn,
  sortKeys,
  type JsonValue,
} from '../../src/json/value.ts';
import { canonicalJson, escapeAsGo, formatJson } from '../../src/json/write.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

/** Any JSON value, with keys that trip careless code. */
const anyValue = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21, 5e-324, 123456789012345),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('\ud800', '\udc00', '"', '\\', '\u0001', '\u2028', 'é') }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(
              '__proto__',
              'constructor',
              'toString',
              '10',
              '9',
              '',
              'isLosslessNumber',
            ),
            fc.string(),
          ),
          tie('value'),
        ),
        { maxLength: 5 },
      )
      .map((pairs) => {
        const object: Record<string, JsonValue> = {};
        for (const [key, value] of pairs) setOwn(object, key, value);
        return object;
      }),
  ),
})).value;

describe('parseJson', () => {
  test('takes no key for another one that an object before had in its place', () => {
    // JSON.parse of Node 24 does, for keys with an escape where that one ended in a backslash.
    const keys = ['\\', '"', '\t', '\n', '\u0001', '/'];
    for (const start of ['', 'a']) {
      for (const [index, before] of keys.entries()) {
        for (const key of keys) {
          const make = (name: string) =>
            JSON.stringify({ [`first${index}`]: 1, [start + name]: 2 });
          parse(make(before));
          expect(Object.keys(parse(make(key)) as object)).toEqual([`first${index}`, start + key]);
          const chunked = `{"list":[${make(key)},${make(before)}]}`;
          const found: JsonValue[] = [];
          const parser = new JsonRunParser(['list'], (_, run) => found.push(run));
          for (const byte of Buffer.from(chunked)) parser.push(Buffer.from([byte]));
          parser.end();
          expect(canonicalJson(found)).toContain(JSON.stringify(start + key));
        }
      }
    }
  });

  test('gives plain numbers and exact keys of what JSON.stringify wrote, whatever was parsed before', () => {
    const plain = (value: unknown) => parsePlainJson(Buffer.from(JSON.stringify(value)));
    const keys = ['\\', '"', '\t', 'a\\', 'a"', '__proto__'];
    for (const before of keys) {
      for (const key of keys) {
        const make = (name: string) =>
          Object.fromEntries([
            ['first', 1e20],
            [name, 2 ** 53],
          ]);
        plain(make(before));
        expect(plain(make(key))).toEqual(make(key));
      }
    }
    const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    fc.assert(
      fc.property(fc.oneof(value, fc.double({ noNaN: true, noDefaultInfinity: true })), (given) => {
        const text = JSON.stringify(given);
        expect(JSON.stringify(plain(given))).toBe(text);
      }),
    );
    const deep = Array.from({ length: 1000 }).reduce<unknown>((inner) => [inner], '"\t');
    expect(plain(deep)).toEqual(deep);
    expect(() => parsePlainJson(Buffer.from('{'))).toThrow(JsonSyntaxError);
  });

  test('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = JSON.stringify(value);
        expect(canonicalJson(parse(text))).toBe(canonicalJson(value));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    '9007199254740993',
    '-12345678901234567890123456789012345678901234567890',
    '1e400',
    '1E-400',
    '0.1234567890123456789',
    '9007199254740992.0',
  ])('keeps %s digit for digit', (text) => {
    expect(parse(`[${text}]`)).toEqual([new ExactNumber(text)]);
    expect(formatJson(parse(text))).toBe(text);
    expect(canonicalJson(parse(`{"a":${text}}`))).toBe(`{"a":${text}}`);
  });

  test.each(['9007199254740991', '1.5', '-0.1', '1e3', '100000000000000000000e-18'])(
    'reads %s as a number',
    (text) => {
      expect(parse(text)).toBe(Number(text));
    },
  );

  test('refuses a key that is there twice, at any depth and with equal values', () => {
    for (const text of [
      '{"a":1,"a":2}',
      '[{"b":{"a":1,"a":1}}]',
      '{"a":12345678901234567890,"\\u0061":1}',
    ]) {
      expect(() => parse(text)).toThrow(JsonDuplicateKeyError);
    }
  });

  test('counts keys by structure, not by signs in strings', () => {
    expect(parse('{"a:b":"c:\\":{","d":":"}')).toEqual({ 'a:b': 'c:":{', d: ':' });
  });

  test('allows 128 levels, or as many as it is told, and no more', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(canonicalJson(parse(nested(128)))).toBe(nested(128));
    expect(() => parse(nested(129))).toThrow(JsonDepthError);
    expect(() => parseJson(Buffer.from(`{"a":${nested(9)}}`), { maxDepth: 9 })).toThrow(
      'nested deeper than 9 levels',
    );
  });

  test.each([
    ['{"a":1,}', 'Quoted object key expected', 7],
    ['[1,]', 'Array item expected', 3],
    ['{"a":tru}', 'Object value expected', 5],
    ['[1 2]', "Comma ',' expected after value but got '2'", 3],
    ['"a', "End of string '\"' expected", 2],
    ['', 'JSON value expected', 0],
    ['[NaN]', 'Array item expected', 1],
    ['{"a":1} x', 'Expected end of input', 8],
  ])('says where %j goes wrong', (text, message, offset) => {
    try {
      parse(text);
      throw new Error('it was read');
    } catch (error) {
      expect(error).toBeInstanceOf(JsonSyntaxError);
      expect((error as JsonSyntaxError).message).toContain(message);
      expect((error as JsonSyntaxError).offset).toBe(offset);
    }
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not UTF-8 text');
  });
});

describe('parseJsonInRuns', () => {
  test('hands out the same elements as a plain parse, in order, and the rest without them', () => {
    fc.assert(
      fc.property(
        fc.array(anyValue, { maxLength: 40 }),
        fc.array(anyValue, { maxLength: 3 }),
        anyValue,
        fc.constantFrom('', '  '),
        (tenants, flows, other, indent) => {
          const text = JSON.stringify({ other, tenants, x: { tenants: [1] }, flows }, null, indent);
          const found: Record<string, JsonValue[]> = { tenants: [], flows: [] };
          const rest = parseJsonInRuns(Buffer.from(text), ['tenants', 'flows'], (array, run) => {
            found[array]?.push(...(run as JsonValue[]));
          });
          const whole = parse(text) as Record<string, JsonValue>;
          expect(canonicalJson(found['tenants'] ?? null)).toBe(
            canonicalJson(whole['tenants'] ?? null),
          );
          expect(canonicalJson(found['flows'] ?? null)).toBe(canonicalJson(whole['flows'] ?? null));
          expect(canonicalJson(rest)).toBe(canonicalJson({ ...whole, tenants: [], flows: [] }));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('cuts a long array into runs without losing an element', () => {
    const tenants = Array.from({ length: 5000 }, (_, index) => ({
      id: `t${index}`,
      text: 'x'.repeat(50),
    }));
    let runs = 0;
    const found: JsonValue[] = [];
    parseJsonInRuns(Buffer.from(JSON.stringify({ tenants })), ['tenants'], (_array, run) => {
      runs++;
      found.push(...(run as JsonValue[]));
    });
    expect(found).toEqual(tenants);
    expect(runs).toBeGreaterThan(3);
  });

  test.each([
    '{"tenants":[{}{}]}',
    '{"tenants":[{},]}',
    '{"tenants":[,{}]}',
    '{"tenants":[{}}',
    '{"tenants":[{"a":1,"a":1}]}',
    '{"tenants":[],"tenants":[]}',
  ])('refuses %s', (text) => {
    expect(() => parseJsonInRuns(Buffer.from(text), ['tenants'], () => undefined)).toThrow();
  });
});

describe('JsonRunParser', () => {
  const COLLECTIONS = ['tenants', 'flows'];

  function parseInChunks(text: Buffer, cuts: readonly number[]) {
    const runs: [string, string][] = [];
    const parser = new JsonRunParser(COLLECTIONS, (name, run) => {
      runs.push([name, canonicalJson(run)]);
    });
    const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
    let start = 0;
    for (const place of places) {
      const chunk = Buffer.from(text.subarray(start, place));
      parser.push(chunk);
      // Its memory is used again.
      chunk.fill(0);
      start = place;
    }
    return { rest: canonicalJson(parser.end(text.subarray(start))), runs };
  }

  test('gives the same, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        fc.string({ unit: 'binary' }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (tenants, flow, key, cuts) => {
          const value = { [key]: 'é\\"{[', tenants, flows: { flow }, n: 12 };
          const text = Buffer.from(
            JSON.stringify(value, null, 2).replace('12', '9007199254740993'),
          );
          expect(parseInChunks(text, cuts)).toEqual(parseInChunks(text, []));
        },
      ),
    );
  });

  test('gives the same when each byte comes by itself', () => {
    const text = Buffer.from(
      '{"tenants":[{"id":"\\u00e9\\"\\\\"},[1.5e3]],"x":{"tenants":[1]},"flows":{}}',
    );
    const each = Array.from(text, (_, index) => index);
    expect(parseInChunks(text, each)).toEqual(parseInChunks(text, []));
    expect(parseInChunks(text, each).rest).toBe('{"flows":{},"tenants":[],"x":{"tenants":[1]}}');
  });

  test.each([
    ['cut off', '{"tenants":[{}'],
    ['with a key twice', '{"tenants":[{"a":1,"a":2}]}'],
    ['with more after its end', '{"tenants":[]} x'],
  ])('refuses text %s, in chunks too', (_, text) => {
    const bytes = Buffer.from(text);
    const each = Array.from(bytes, (_byte, index) => index);
    expect(() => parseInChunks(bytes, each)).toThrow();
  });

  test('refuses what is not UTF-8, in a run and around it', () => {
    for (const text of ['{"tenants":["\xff"]}', '{"a":"\xff","tenants":[]}']) {
      expect(() => parseInChunks(Buffer.from(text, 'latin1'), [3])).toThrow('not UTF-8 text');
    }
  });
});

describe('formatJson', () => {
  test('writes what JSON.stringify writes, with sorted keys', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonicalJson(parse(formatJson(value)))).toBe(canonicalJson(value));
        expect(canonicalJson(sortKeys(value))).toBe(canonicalJson(value));
      }),
      { numRuns: 300 },
    );
    const value = { a: [1, { b: 'é"\n' }, [], {}], c: null };
    expect(formatJson(value)).toBe(JSON.stringify(value, null, 2));
    expect(formatJson({ b: 1, a: { d: 2, c: 3 } }, 4)).toBe(
      '{\n      "a": {\n        "c": 3,\n        "d": 2\n      },\n      "b": 1\n    }',
    );
  });

  test('gives one text, whatever the order of keys', () => {
    expect(canonicalJson(parse('{"b":1,"10":2,"9":3,"a":4,"__proto__":5}'))).toBe(
      '{"10":2,"9":3,"__proto__":5,"a":4,"b":1}',
    );
    expect(canonicalJson(-0)).toBe('0');
  });
});

test('JSON.stringify cannot write an ExactNumber by mistake', () => {
  expect(() => JSON.stringify([new ExactNumber('1')])).toThrow(TypeError);
  expect(String(new ExactNumber('12'))).toBe('12');
});

test('isJsonObject knows maps from everything else', () => {
  expect([{}, [], null, 'a', new ExactNumber('1')].map(isJsonObject)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('escapeAsGo writes what json.MarshalIndent writes', () => {
  // The output of Go for map[string]any{"a<b": "<p>&\u2028\u2029é\t\"</p>", "n": 1}
  const go =
    '{\n  "a\\u003cb": "\\u003cp\\u003e\\u0026\\u2028\\u2029é\\t\\"\\u003c/p\\u003e",\n  "n": 1\n}';
  const value = { 'a<b': '<p>&\u2028\u2029é\t"</p>', n: 1 };
  expect(escapeAsGo(formatJson(value))).toBe(go);
  expect(JSON.parse(go)).toEqual(value);
});

describe('a collection whose key is written with escapes', () => {
  const key = (spelt: string) => `{"a":1,"${spelt}":[{"id":"x"},{"id":"y"}],"b":2}`;

  test.each(['ten\\u0061nts', '\\u0074\\u0065\\u006e\\u0061\\u006e\\u0074\\u0073', 'tenants'])(
    '%s is that collection',
    (spelt) => {
      for (const size of [1, 7, 1000]) {
        const runs: JsonValue[] = [];
        const parser = new JsonRunParser(['tenants'], (_, run) => runs.push(run));
        const bytes = Buffer.from(key(spelt));
        for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
        expect(parser.end()).toEqual({ a: 1, tenants: [], b: 2 });
        expect(runs.flat()).toEqual([{ id: 'x' }, { id: 'y' }]);
      }
    },
  );

  test('and one that is there twice, spelt in two ways, is refused', () => {
    const text = '{"tenants":[1],"ten\\u0061nts":[2]}';
    const parser = new JsonRunParser(['tenants'], () => undefined);
    expect(() => parser.end(Buffer.from(text))).toThrow('the same key twice');
  });

  test.each(['tenants\\', 'ten\\u00', 'ten\\qants'])(
    'what is no good key, %s, stays bad',
    (spelt) => {
      const parser = new JsonRunParser(['tenants'], () => undefined);
      expect(() => parser.end(Buffer.from(key(spelt)))).toThrow();
    },
  );
});
