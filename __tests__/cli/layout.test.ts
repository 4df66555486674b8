/**
 * The layout of what is told: tables, ages, sizes, colours, and text that a terminal must not obey.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { ageInWords, counted, sizeText } from '../../src/cli/layout/amounts.ts';
import { colourPaint, paintFor, plainPaint } from '../../src/cli/layout/paint.ts';
import { cutText, padText, tableLines, type Column } from '../../src/cli/layout/table.ts';
import { visible, visibleLines } from '../../src/cli/layout/visible-text.ts';

const NOW = Date.parse('2026-11-22T06:00:00Z');
const MINUTE = 60_000;

test.each([
  [0, '0 seconds ago'],
  [1000, '1 second ago'],
  [59_999, '59 seconds ago'],
  [MINUTE, '1 minute ago'],
  [90 * MINUTE, '1 hour ago'],
  [47 * 60 * MINUTE, '47 hours ago'],
  [48 * 60 * MINUTE, '2 days ago'],
  [400 * 24 * 60 * MINUTE, '400 days ago'],
  [-3 * 60 * MINUTE, 'in 3 hours'],
])('%d milliseconds are %s', (ms, words) => {
  expect(ageInWords(NOW - ms, NOW)).toBe(words);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1001, '2 kB'],
  [999_999, '1000 kB'],
  [1_234_567, '1.2 MB'],
  [5_600_000_000, '5.6 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});

test('one is one, and others are several', () => {
  expect([counted(1, 'flow'), counted(0, 'flow')]).toEqual(['1 flow', '0 flows']);
});

describe('colours', () => {
  test.each([
    ['a terminal', true, {}, true],
    ['a pipe', undefined, {}, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['a terminal that can nothing', true, { TERM: 'dumb' }, false],
  ])('%s', (_, isTTY, environment, isColoured) => {
    expect(paintFor({ isTTY }, environment)).toBe(isColoured ? colourPaint : plainPaint);
  });

  test('are those of the terminal', () => {
    expect(colourPaint('bad', 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(colourPaint('bad', '')).toBe('');
    expect(plainPaint('bad', 'x')).toBe('x');
  });
});

describe('text from anywhere', () => {
  test('is shown and not obeyed', () => {
    expect(visible('a\u001b[31mb\u009bc\u0007\n\r\u202e\u2028\u200f')).toBe(
      String.raw`a\u001b[31mb\u009bc\u0007\u000a\u000d\u202e\u2028\u200f`,
    );
    expect(visible('a\ud800b\u{1F600}é日')).toBe(String.raw`a\ud800b` + '\u{1F600}é日');
    expect(visibleLines('a\nb\u001b')).toBe('a\nb\\u001b');
  });

  test('holds no control character, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('of JSON stays the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(visibleLines(JSON.stringify(value, undefined, 2)))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });
});

describe('cutting and padding', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%s in %d columns', (text, width, cut) => {
    expect(cutText(text, width)).toBe(cut);
  });

  test('counts the columns that letters take', () => {
    expect(padText('日本', 6)).toBe('日本  ');
    expect(padText('7', 3, 'right')).toBe('  7');
    expect(padText('abc', 1)).toBe('abc');
  });
});

const COLUMNS: readonly Column[] = [
  { title: 'ID' },
  { title: 'NAME', least: 4, drop: 1 },
  { title: 'SIZE', align: 'right', drop: 2 },
];

describe('tables', () => {
  const rows = [
    ['one', 'A long name', '12'],
    ['日本', 'short', '3'],
  ];
  const lines = (width?: number) => tableLines(COLUMNS, rows, { width, paint: plainPaint });

  test('are aligned', () => {
    expect(lines()).toEqual([
      'ID    NAME         SIZE',
      'one   A long name    12',
      '日本  short           3',
    ]);
  });

  test('are cut, and lose what matters least, when the terminal is narrow', () => {
    expect(lines(18)).toEqual(['ID    NAME    SIZE', 'one   A lon…    12', '日本  short      3']);
    expect(lines(12)).toEqual(['ID    NAME', 'one   A l…', '日本  sho…']);
    expect(lines(5)).toEqual(['ID', 'one', '日本']);
    expect(lines(1)).toEqual(['ID', 'one', '日本']);
  });

  test('colour a cell with its spaces', () => {
    const cell = { text: 'x', meaning: 'good' } as const;
    const [, row] = tableLines(COLUMNS.slice(0, 2), [[cell, 'y']], {
      width: undefined,
      paint: colourPaint,
    });
    expect(row).toBe('\u001b[32mx \u001b[39m  y');
  });

  test('never take more columns than there are, where they can help it, and obey nothing', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell)),
        fc.integer({ min: 1, max: 60 }),
        (given, width) => {
          const columns: Column[] = [
            { title: 'A', least: 1 },
            { title: 'B', least: 3, drop: 1 },
            { title: 'C', drop: 2 },
          ];
          for (const line of tableLines(columns, given, { width, paint: plainPaint })) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
