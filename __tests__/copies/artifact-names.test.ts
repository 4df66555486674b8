/**
 * Whatever names a backup: its dated folder, what stands beside it for a while, and its artifact.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { artifactsNamed } from '../../src/copies/artifact-names.ts';
import { formatBackupId, parseBackupId, wholeSecond } from '../../src/services/backup/backup-id.ts';
import { isLeftoverName, leftoverName, TRASH_PREFIX } from '../../src/storage/atomic-directory.ts';

const id = fc
  .record({
    time: fc
      .integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) })
      .map((time) => wholeSecond(time)),
    sequence: fc.integer({ min: 1, max: 999_999_999 }),
  })
  .map(formatBackupId);

test('every backup id is read in a folder, a leftover and the name of an artifact', () => {
  const { pattern } = artifactsNamed('a.b', 'c');
  fc.assert(
    fc.property(id, fc.constantFrom('', '-partial', '-suspect'), (name, status) => {
      expect(formatBackupId(parseBackupId(name) ?? { time: 0, sequence: 0 })).toBe(name);
      expect(isLeftoverName(leftoverName(TRASH_PREFIX, name))).toBe(true);
      expect(pattern.test(`a.b${status}-${name}`)).toBe(true);
      expect(pattern.test(`c${status}`)).toBe(true);
    }),
  );
});

test.each(['20261122_030000_0', '20261122_030000_01', '2026112_030000', '20261122_030000_2x'])(
  '%s is no backup id anywhere',
  (name) => {
    expect(parseBackupId(name)).toBeUndefined();
    expect(isLeftoverName(`.tmp-${name}`)).toBe(false);
    expect(artifactsNamed('a').pattern.test(`a-${name}`)).toBe(false);
  },
);

test('a name of an artifact is taken as it is, not as a pattern', () => {
  expect(artifactsNamed('a.b').pattern.test('aXb')).toBe(false);
  expect(artifactsNamed('a').names).toEqual(['a', 'a-partial', 'a-suspect']);
});
