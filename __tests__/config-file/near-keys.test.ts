/** Which keys look like others. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meantKey, nearKeyOf } from '../../src/config-file/near-keys.ts';

const isNear = (key: string, known: string) => meantKey(key, [known]) === known;

/**
 * How many letters must be added, taken away, changed or swapped with their neighbour: by the book,
 * cell by cell.
 */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] ?? [])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}

describe('a key looks like another one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 7 });

  test('when it is one letter off, and not when it is more', () => {
    fc.assert(
      fc.property(word, word, (key, known) => {
        expect(isNear(key, known)).toBe(distance(key, known) === 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('after any one change', () => {
    const change = fc.constantFrom('add', 'remove', 'replace', 'swap');
    fc.assert(
      fc.property(word, fc.nat(), change, (known, place, kind) => {
        const at = known === '' ? 0 : place % known.length;
        const [before, letter, after] = [known.slice(0, at), known.charAt(at), known.slice(at + 1)];
        const changed = {
          add: `${before}x${letter}${after}`,
          remove: before + after,
          replace: letter === '' ? 'x' : `${before}x${after}`,
          swap: before + after.charAt(0) + letter + after.slice(1),
        }[kind];
        fc.pre(changed !== known);
        expect(isNear(changed, known)).toBe(true);
      }),
    );
  });

  test.each(['CUSTOM_ATTRIBUTES', 'customAttributes', 'custom-attributes', 'Custom Attributes'])(
    'when it is spelled %s',
    (key) => {
      expect(isNear(key, 'custom_attributes')).toBe(true);
    },
  );
});

test('a key does not look like itself', () => {
  expect(isNear('tenants', 'tenants')).toBe(false);
});

test('a map has a key that looks like a missing one, and what is no map has none', () => {
  expect(nearKeyOf({ names: 1, nmae: 2 }, 'name')).toBe('names');
  expect(nearKeyOf({ title: 1 }, 'name')).toBeUndefined();
  for (const value of [null, undefined, 'names', ['names'], 1]) {
    expect(nearKeyOf(value, 'name')).toBeUndefined();
  }
});
