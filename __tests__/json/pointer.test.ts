import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonPointer, pointerStep, pointerSteps } from '../../src/json/pointer.ts';

test('a JSON Pointer escapes its signs', () => {
  expect(jsonPointer(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0');
  expect(jsonPointer([])).toBe('');
});

test('it leads back to the keys that it was made of, whatever they are', () => {
  const key = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('~', '/', '0', '1', '') }));
  fc.assert(
    fc.property(fc.array(key), (path) => {
      expect(pointerSteps(jsonPointer(path))).toEqual(path);
      expect(jsonPointer(path)).toBe(path.map(pointerStep).join(''));
    }),
  );
});
