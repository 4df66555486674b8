import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeRedactor } from '../../src/project/own-secrets.ts';
import { withholdSecrets } from '../../src/project/secrets/withhold.ts';

const KEY = 'K2abc+def/ghi-jkl_MNO=pqr';
const { redact, redactBytes, isSecret } = makeRedactor([KEY, '', 'short']);

const unicode = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
const each = (write: (letter: string) => string) => [...KEY.split('')].map(write).join('');

const SPELLINGS: readonly (readonly [string, string])[] = [
  ['as it is', KEY],
  ['with one escape of JSON', `${unicode('K')}${KEY.slice(1)}`],
  ['with an escape in the middle', `${KEY.slice(0, 9)}${unicode(KEY.charAt(9))}${KEY.slice(10)}`],
  ['with every letter escaped', each(unicode)],
  ['with capitals in the escapes', each(unicode).replace(/[a-f]/g, (hex) => hex.toUpperCase())],
  ['in JSON within JSON', each(unicode).replaceAll('\\', '\\\\')],
  ['in JSON within JSON within JSON', each(unicode).replaceAll('\\', '\\\\\\\\')],
  ['with escaped slashes', KEY.replaceAll('/', '\\/')],
  ['percent-encoded', encodeURIComponent(KEY)],
  ['with every letter percent-encoded', each(percent)],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(KEY))],
  ['in escapes of JavaScript', each((letter) => `\\x${letter.charCodeAt(0).toString(16)}`)],
  ['in HTML', KEY.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;')],
  ['on two lines', `${KEY.slice(0, 12)}\n${KEY.slice(12)}`],
  ['in hexadecimal', Buffer.from(KEY).toString('hex')],
  ...['', 'a', 'ab', 'P2x:', 'abcd', 'abcde'].flatMap((before) =>
    (['base64', 'base64url'] as const).flatMap((encoding) =>
      ['', 'z', 'zz'].map(
        (after) =>
          [
            `in ${encoding} between ${before} and ${after}`,
            Buffer.from(`${before}${KEY}${after}`).toString(encoding),
          ] as const,
      ),
    ),
  ),
  [
    'in base64 that is percent-encoded',
    encodeURIComponent(Buffer.from(`P2x:${KEY}`).toString('base64')),
  ],
  [
    'in base64 with escaped slashes',
    Buffer.from(`P?:${KEY}`)
      .toString('base64')
      .replaceAll('/', '\\/')
      .replaceAll('+', unicode('+')),
  ],
];

/** Pieces of the key that would help a thief. */
function pieces(text: string): string[] {
  return [...Array(KEY.length - 7).keys()]
    .map((at) => KEY.slice(at, at + 8))
    .filter((piece) => text.includes(piece));
}

describe('makeRedactor', () => {
  test.each(SPELLINGS)('finds a secret %s', (_, spelling) => {
    for (const [before, after] of [
      ['', ''],
      ['Authorization: Bearer ', ' and more'],
      ['{"a":"', '"}'],
      ['x?a=', '&b=1'],
    ]) {
      const safe = redact(`${before}${spelling}${after}`, '***');
      expect(safe).toContain('***');
      expect(pieces(safe)).toEqual([]);
      expect(safe).not.toContain(spelling.slice(4, -4));
      expect(safe.startsWith(before ?? '')).toBe(true);
      expect(safe.endsWith(after ?? '')).toBe(true);
    }
    expect(redactBytes(Buffer.from(`\xff${spelling} `, 'latin1'), '*').includes(spelling)).toBe(
      false,
    );
  });

  test('finds each of several, the longer one first', () => {
    const both = makeRedactor(['token-one-1', 'token-one-1-and-more']);
    expect(both.redact('token-one-1-and-more token-one-1 token%2Done-1', '*')).toBe('* * *');
  });

  test('leaves everything else as it is', () => {
    const plain = `short K2abc def%20ghi \\u0041 &amp; \n ${'x'.repeat(1000)}`;
    expect(redact(plain, '***')).toBe(plain);
    const bytes = Buffer.from([0, 255, 92, 37, 10]);
    expect(redactBytes(bytes, '***')).toBe(bytes);
    expect(makeRedactor([]).redact(plain, '***')).toBe(plain);
  });

  test('knows what is nothing but a secret', () => {
    expect([KEY, ` ${KEY}\n`, each(unicode), `Bearer ${KEY}`, ''].map(isSecret)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('is quick with what looks nearly like one', () => {
    const hostile = [
      `${'\\'.repeat(50_000)}K2abc`,
      '%25'.repeat(20_000),
      `${KEY.slice(0, -1)}\\`.repeat(2000),
      '\\n'.repeat(30_000),
    ];
    for (const text of hostile) expect(redact(text, '***')).toBe(text);
  });

  test('finds a secret in any mixture of escapes', () => {
    const ways = fc.constantFrom((letter: string) => letter, unicode, percent);
    fc.assert(
      fc.property(
        fc.array(ways, { minLength: KEY.length, maxLength: KEY.length }),
        fc.string(),
        fc.string(),
        (how, before, after) => {
          fc.pre(!/[\\%&]/.test(before + after));
          const spelling = KEY.split('')
            .map((letter, index) => how[index]?.(letter) ?? letter)
            .join('');
          const safe = redact(`${before}${spelling}${after}`, '***');
          expect(safe).not.toContain(spelling);
          expect(pieces(decodeURIComponent(safe.replace(/%(?![0-9A-F]{2})/g, '')))).toEqual([]);
        },
      ),
    );
  });
});

describe('in values', () => {
  const own = makeRedactor([KEY]);

  test('texts and keys are rid of it, free form or not', () => {
    for (const isFree of [true, false]) {
      const { value, places } = withholdSecrets(
        { script: `call(${KEY})`, [KEY]: { a: [KEY] }, [`x ${each(unicode)}`]: 1, '[withheld]': 2 },
        { mark: '', place: 'flows', own, isFree },
      );
      expect(value).toEqual({
        script: 'call([withheld])',
        '[withheld] 2': { a: [''] },
        'x [withheld]': 1,
        '[withheld]': 2,
      });
      expect(places.map(({ path }) => path)).toEqual([
        ['script'],
        ['[withheld] 2'],
        ['[withheld] 2', 'a', 0],
        ['x [withheld]'],
      ]);
    }
  });
});
