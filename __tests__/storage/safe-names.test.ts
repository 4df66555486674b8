import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { unsafeNameReason } from '../../src/storage/safe-names.ts';

test.each(['P2abc', 'a.b', 'console', 'com10', 'nul-1', 'été', '-', 'a'.repeat(255)])(
  '%s is a safe name',
  (name) => {
    expect(unsafeNameReason(name)).toBeUndefined();
  },
);

test.each([
  ['', 'it is empty'],
  ['.', 'it names a folder by its place'],
  ['..', 'it names a folder by its place'],
  ['a/b', 'it holds a character that file names must not have'],
  ['a\\b', 'it holds a character that file names must not have'],
  ['a:b', 'it holds a character that file names must not have'],
  ['a\0', 'it holds a character that file names must not have'],
  ['a\n', 'it holds a character that file names must not have'],
  ['CON', 'Windows reserves it for a device'],
  ['nul.txt', 'Windows reserves it for a device'],
  ['Com1', 'Windows reserves it for a device'],
  ['lpt9.a.b', 'Windows reserves it for a device'],
  ['a.', 'it ends in a dot or a space'],
  ['a ', 'it ends in a dot or a space'],
  ['é'.repeat(128), 'it is longer than 255 bytes'],
])('%j is not: %s', (name, reason) => {
  expect(unsafeNameReason(name)).toBe(reason);
});

test('properties are tried with the same values each time, unless others are asked for', () => {
  const asked = process.env['FAST_CHECK_SEED'] ?? '20261125';
  const { seed } = fc.readConfigureGlobal();
  expect(seed).toBe(asked === 'random' ? undefined : Number(asked));
});
