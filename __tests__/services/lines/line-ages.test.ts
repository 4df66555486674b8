import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageOfLines, oldestLine, type LineChoice } from '../../../src/services/lines/line-ages.ts';
import { ACCEPTED_PARTIAL, damaged, histories, LINE, night, NOW } from '../../fixtures/nights.ts';

const ALL: LineChoice = { environment: undefined, source: undefined, ignored: new Set() };
const MINUTE_DAYS = 1 / 24 / 60;

describe('ageOfLines', () => {
  const backups = [
    night(0, { live: true }),
    night(1, { environment: 'staging', status: 'suspect' }),
    damaged(1.5),
    night(2),
    night(3),
    night(4, { environment: 'staging' }),
  ];

  test('tells the newest complete backup of each line and its age in hours', () => {
    expect(ageOfLines(backups, ALL, NOW)).toEqual([
      { line: LINE, count: 2, newest: { id: night(2).id, ageHours: 48 }, isRetired: false },
      {
        line: 'production/live',
        count: 1,
        newest: { id: night(0).id, ageHours: 0 },
        isRetired: false,
      },
      {
        line: 'staging/config-file',
        count: 2,
        newest: { id: night(4).id, ageHours: 96 },
        isRetired: false,
      },
    ]);
  });

  test.each<[string, Partial<LineChoice>, string[]]>([
    ['an environment', { environment: 'production' }, [LINE, 'production/live']],
    ['a source', { source: 'config-file' }, [LINE, 'staging/config-file']],
    ['both', { environment: 'staging', source: 'config-file' }, ['staging/config-file']],
    [
      'both, of a line without a backup',
      { environment: 'staging', source: 'live' },
      ['staging/live'],
    ],
    ['an environment that is not there', { environment: 'prod' }, []],
  ])('is chosen by %s', (_name, choice, expected) => {
    expect(ageOfLines(backups, { ...ALL, ...choice }, NOW).map(({ line }) => line)).toEqual(
      expected,
    );
  });

  test('takes an environment with a slash for what it is', () => {
    const odd = [night(0, { environment: 'production/live' })];
    expect(ageOfLines(odd, { ...ALL, environment: 'production' }, NOW)).toEqual([]);
    expect(ageOfLines(odd, { ...ALL, source: 'live' }, NOW)).toEqual([]);
    expect(ageOfLines(odd, ALL, NOW)).toHaveLength(1);
  });

  test.each([
    ['suspect', night(0, { status: 'suspect' })],
    ['partial, also when it was accepted', night(0, ACCEPTED_PARTIAL)],
    ['dated in the future', night(-6 * MINUTE_DAYS)],
  ])('does not count a backup that is %s, but knows its line', (_name, backup) => {
    expect(ageOfLines([backup], ALL, NOW)).toEqual([
      { line: LINE, count: 1, newest: undefined, isRetired: false },
    ]);
  });

  test('counts one that was not compared, and one that a clock dates a little ahead', () => {
    const ahead = night(-4 * MINUTE_DAYS, {
      comparison: { outcome: 'not-compared', cause: 'look-up-failed' },
    });
    expect(ageOfLines([ahead], ALL, NOW)[0]?.newest).toEqual({ id: ahead.id, ageHours: 0 });
  });

  test('makes no line of what was taken for a restore, nor of damaged folders', () => {
    expect(ageOfLines([night(0, { purpose: 'before-restore' }), damaged(1)], ALL, NOW)).toEqual([]);
    const [line] = ageOfLines([night(0, { purpose: 'before-restore' }), night(1)], ALL, NOW);
    expect(line?.newest?.id).toBe(night(1).id);
  });

  test('a line is as old as it is by itself, whatever the others are', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const sorted = [...all].sort((a, b) => b.time - a.time || b.sequence - a.sequence);
        const lines = ageOfLines(sorted, ALL, NOW);
        for (const line of lines) {
          const alone = sorted.filter(
            ({ belonging }) => 'line' in belonging && belonging.line === line.line,
          );
          expect(ageOfLines(alone, ALL, NOW)).toEqual([line]);
        }
        const worst = oldestLine(lines);
        const ages = lines.map(({ newest }) => newest?.ageHours ?? Infinity);
        if (worst !== undefined) {
          expect(worst.newest?.ageHours ?? Infinity).toBe(Math.max(...ages));
        }
        expect(worst === undefined).toBe(lines.length === 0);
      }),
    );
  });
});

describe('oldestLine', () => {
  const line = (name: string, ageHours: number | undefined, isRetired = false) => ({
    line: name,
    count: 1,
    newest: ageHours === undefined ? undefined : { id: 'x', ageHours },
    isRetired,
  });

  test('is the one whose newest is oldest', () => {
    expect(oldestLine([line('a', 1), line('b', 3), line('c', 2)])?.line).toBe('b');
  });

  test('is one that has none', () => {
    expect(oldestLine([line('a', 1), line('b', undefined), line('c', 1e9)])?.line).toBe('b');
  });

  test('is none that is retired', () => {
    expect(oldestLine([line('a', 1), line('b', 3, true), line('c', undefined, true)])?.line).toBe(
      'a',
    );
    expect(oldestLine([line('a', 1, true)])).toBeUndefined();
  });
});
