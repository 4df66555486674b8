import { describe, expect, test } from '@jest/globals';
import { judgeUncompared, markCompared } from '../../../src/services/lines/standing.ts';
import { backupOf } from '../../fixtures/verified-backup.ts';

const NOTHING = { failure: undefined, found: undefined, older: [] };
const FAILED = { outcome: 'not-compared', cause: 'look-up-failed' } as const;

describe('judgeUncompared', () => {
  test.each([false, true])(
    'takes an empty history for the first, accepted or not',
    (isAccepted) => {
      expect(judgeUncompared(NOTHING, isAccepted)).toEqual({
        mark: { outcome: 'first' },
        reason: undefined,
        failure: undefined,
      });
    },
  );

  test.each([
    ['none before', [], false],
    ['one failed', [FAILED], false],
    ['two failed', [FAILED, FAILED], true],
    ['ten failed', Array.from({ length: 10 }, () => FAILED), true],
    ['a compared one between', [FAILED, { outcome: 'compared' }, FAILED], false],
    [
      'one that was switched off between',
      [FAILED, { outcome: 'not-compared', cause: 'off' }, FAILED],
      false,
    ],
    ['one of 1.0.0 between', [FAILED, undefined, FAILED], false],
  ] as const)('a failed look-up after %s', (_, marks, isRed) => {
    const older = marks.map((comparison, index) => backupOf(20 - index, { comparison }));
    const standing = judgeUncompared({ failure: 'HTTP 403', found: undefined, older }, false);
    expect(standing.mark).toEqual({
      ...FAILED,
      reason: 'the history could not be looked up: HTTP 403',
    });
    expect(standing.failure !== undefined).toBe(isRed);
    if (isRed) expect(standing.failure).toContain(`${marks.length + 1} times running`);
  });

  test('history without a base is red, a failed look-up before anything else', () => {
    const found = '3 artifacts that have expired';
    expect(judgeUncompared({ ...NOTHING, found }, false)).toMatchObject({
      mark: { outcome: 'not-compared', cause: 'no-base' },
      failure: expect.stringContaining('run once with allow-shrink: true'),
    });
    expect(judgeUncompared({ ...NOTHING, found, failure: 'HTTP 500' }, false)).toMatchObject({
      mark: { cause: 'look-up-failed' },
      failure: undefined,
    });
  });

  test.each([
    [{ failure: 'HTTP 403' }, 'the history could not be looked up: HTTP 403'],
    [
      { found: '1 artifacts that are damaged or not safe' },
      'there is history, but no backup in it to compare with: 1 artifacts that are damaged or not safe',
    ],
  ])('acceptance makes a base, and is no failure', (facts, reason) => {
    const older = [FAILED, FAILED, FAILED].map((comparison, index) =>
      backupOf(20 - index, { comparison }),
    );
    expect(judgeUncompared({ ...NOTHING, ...facts, older }, true)).toEqual({
      mark: { outcome: 'accepted', reason },
      reason,
      failure: undefined,
    });
  });
});

describe('markCompared', () => {
  test.each([
    ['the first', { outcome: 'first' }, '20260305_030000'],
    ['an accepted one', { outcome: 'accepted', horizon: '20260301_030000' }, '20260305_030000'],
    ['a compared one', { outcome: 'compared', horizon: '20260301_030000' }, '20260301_030000'],
    ['a compared one that says nothing', { outcome: 'compared' }, '20260305_030000'],
    ['one of 1.0.0', undefined, '20260305_030000'],
  ] as const)('the horizon after %s', (_, comparison, horizon) => {
    const base = backupOf(5, { comparison });
    expect(markCompared(base, false)).toEqual({ outcome: 'compared', horizon });
    expect(markCompared(base, true)).toEqual({ outcome: 'accepted', horizon });
  });
});
