import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSuppliedSecrets } from '../../../src/project/inputs/supplied-secrets.ts';

const CANARY = 'Canary-';
const canary = fc
  .string({ unit: 'grapheme-ascii', maxLength: 20 })
  .map((text) => `${CANARY}${text}`);

/** JSON of which each text and each key is a canary. */
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    canary,
    fc.constant(''),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(canary, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** All texts that are values. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe('supplied secrets', () => {
  test('are masked, each text of them, and no problem repeats any of it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const { masked, problems, values } = parseSuppliedSecrets(JSON.stringify(value));
        for (const text of textsIn(value)) if (text !== '') expect(masked).toContain(text);
        expect(problems.join('\n')).not.toContain(CANARY);
        for (const [place, text] of values) expect(value).toHaveProperty([place], text);
        expect(masked.filter((text) => text.trim() === '')).toEqual([]);
      }),
    );
  });

  test('are in no problem of a text that is cut anywhere, and what can be one is masked', () => {
    const text = '{"a-place": "Canary-value-of-it", "another": "Canary-second"}';
    for (let length = 1; length < text.length; length++) {
      const { masked, problems, values } = parseSuppliedSecrets(text.slice(0, length));
      expect(problems).toHaveLength(1);
      expect(problems.join()).not.toContain(CANARY);
      expect(values.size).toBe(0);
      if (length > text.indexOf('value-of-it') + 12) {
        expect(masked.some((piece) => piece.includes('Canary-value-of-it'))).toBe(true);
      }
    }
  });

  test('are no marks of what was withheld', () => {
    const { problems, values } = parseSuppliedSecrets('{"a-place":"[withheld]"}');
    expect(values.size).toBe(0);
    expect(problems).toEqual([
      'entry 1 has [withheld] as its value, which only stands for a secret',
    ]);
  });

  test('of a place that stands there twice are masked as they are meant', () => {
    const { masked, problems } = parseSuppliedSecrets('{"a":"Canary-\\"x\\\\","a":"Canary-y"}');
    expect(problems).toEqual(['the input has a place twice: name each once']);
    expect(masked).toEqual(expect.arrayContaining(['Canary-"x\\', 'Canary-y']));
  });

  test('of several lines are masked line by line', () => {
    const { masked } = parseSuppliedSecrets(JSON.stringify({ a: 'first line\r\nsecond line\n}' }));
    expect(masked).toEqual(['first line\r\nsecond line\n}', 'first line', 'second line']);
  });
});
