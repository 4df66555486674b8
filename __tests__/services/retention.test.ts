import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatBackupId, parseBackupId } from '../../src/services/backup-id.ts';
import { DAY_MS, decideRetention, type RetentionCandidate } from '../../src/services/retention.ts';

const NOW = Date.UTC(2026, 10, 22, 3);

/** A candidate that is so many days old. */
function aged(
  days: number,
  verified: NonNullable<RetentionCandidate['verified']> | 'good' | 'damaged' = 'good',
  sequence = 1,
): RetentionCandidate {
  const time = NOW - days * DAY_MS;
  return {
    id: formatBackupId({ time, sequence }),
    time,
    sequence,
    verified:
      verified === 'good'
        ? { complete: true, environment: 'prod', source: 'config-file' }
        : verified === 'damaged'
          ? undefined
          : verified,
  };
}

function removedDays(candidates: readonly RetentionCandidate[], retentionDays = 30, minimum = 1) {
  return decideRetention(candidates, { retentionDays, minimumBackups: minimum, now: NOW })
    .filter(({ action }) => action === 'remove')
    .map(({ candidate }) => (NOW - candidate.time) / DAY_MS);
}

describe('decideRetention', () => {
  test('removes what is strictly older than the window', () => {
    expect(removedDays([aged(0), aged(29), aged(30), aged(30 + 1 / 86_400), aged(31)])).toEqual([
      30 + 1 / 86_400,
      31,
    ]);
  });

  test('counts age back from the newest verified backup, not from today', () => {
    expect(removedDays([aged(100), aged(129), aged(131)])).toEqual([131]);
    expect(removedDays([aged(0, 'damaged'), aged(100), aged(129), aged(131)])).toEqual([131]);
  });

  test('keeps what is dated in the future, and does not count from it', () => {
    const decisions = decideRetention([aged(-400), aged(0), aged(40)], {
      retentionDays: 30,
      minimumBackups: 1,
      now: NOW,
    });
    expect(decisions.map(({ action, future }) => [action, future])).toEqual([
      ['keep', true],
      ['keep', false],
      ['remove', false],
    ]);
  });

  test('keeps everything while nothing verifies', () => {
    expect(removedDays([aged(0, 'damaged'), aged(100, 'damaged')])).toEqual([]);
  });

  test('keeps the newest verified ones whatever their age', () => {
    expect(removedDays([aged(0), aged(40), aged(50), aged(60)], 30, 3)).toEqual([60]);
  });

  test('protects each environment and source for itself, and complete backups alone', () => {
    const staging = { complete: true, environment: 'staging', source: 'config-file' };
    const live = { complete: true, environment: 'prod', source: 'management-api' };
    const partial = { complete: false, environment: 'prod', source: 'config-file' };
    expect(
      removedDays([
        aged(0),
        aged(40, staging),
        aged(41, live),
        aged(42, partial),
        aged(43, staging),
      ]),
    ).toEqual([42, 43]);
  });

  test('orders folders of the same second by their number', () => {
    const decisions = decideRetention([aged(0, 'good', 9), aged(0, 'good', 10), aged(0)], {
      retentionDays: 1,
      minimumBackups: 1,
      now: NOW,
    });
    expect(decisions.map(({ candidate }) => candidate.sequence)).toEqual([10, 9, 1]);
  });

  test('says why, for each decision', () => {
    const reasons = decideRetention(
      [aged(-1), aged(0, 'damaged'), aged(1), aged(2.5), aged(40), aged(41)],
      { retentionDays: 30, minimumBackups: 3, now: NOW },
    ).map(({ reason }) => reason);
    expect(reasons).toEqual([
      'it is dated in the future',
      'it is newer than the newest verified backup',
      'it is the newest verified backup',
      '1.5 days older than the newest verified backup, within 30',
      'it is one of the newest 3 verified of its kind',
      '40 days older than the newest verified backup, over 30',
    ]);
  });
});

/** The rules once more, in another way: each candidate is judged by itself, in whole seconds. */
function oracle(
  all: readonly RetentionCandidate[],
  retentionDays: number,
  minimum: number,
): Set<string> {
  const past = all.filter((one) => one.time <= NOW);
  const good = past.filter((one) => one.verified !== undefined);
  if (good.length === 0) return new Set();
  const latest = Math.max(...good.map((one) => one.time));
  const isNewer = (a: RetentionCandidate, b: RetentionCandidate) =>
    a.time > b.time || (a.time === b.time && a.sequence > b.sequence);
  const removed = past.filter((one) => {
    if ((latest - one.time) / 1000 <= retentionDays * 86_400) return false;
    if (one.verified?.complete !== true) return true;
    const newer = past.filter(
      (other) =>
        other.verified?.complete === true &&
        other.verified.environment === one.verified?.environment &&
        other.verified.source === one.verified.source &&
        isNewer(other, one),
    );
    return newer.length >= minimum;
  });
  return new Set(removed.map(({ id }) => id));
}

const candidates = fc.uniqueArray(
  fc
    .record({
      seconds: fc.oneof(
        fc.integer({ min: -5 * 86_400, max: 100 * 86_400 }),
        fc.constantFrom(0, 86_400, 30 * 86_400, 30 * 86_400 + 1),
      ),
      sequence: fc.integer({ min: 1, max: 12 }),
      verified: fc.option(
        fc.record({
          complete: fc.boolean(),
          environment: fc.constantFrom('prod', 'staging'),
          source: fc.constantFrom('config-file', 'management-api'),
        }),
        { nil: undefined },
      ),
    })
    .map(({ seconds, sequence, verified }) => {
      const time = NOW - seconds * 1000;
      return { id: formatBackupId({ time, sequence }), time, sequence, verified };
    }),
  { selector: ({ id }) => id, maxLength: 25 },
);
const retentionDays = fc.integer({ min: 1, max: 60 });
const minimumBackups = fc.integer({ min: 1, max: 4 });

function removedIds(all: readonly RetentionCandidate[], days: number, minimum: number) {
  return decideRetention(all, { retentionDays: days, minimumBackups: minimum, now: NOW })
    .filter(({ action }) => action === 'remove')
    .map(({ candidate }) => candidate.id);
}

describe('for any backups and any policy, decideRetention', () => {
  const property = (
    check: (all: RetentionCandidate[], days: number, minimum: number) => void,
  ): void => {
    fc.assert(fc.property(candidates, retentionDays, minimumBackups, check), { numRuns: 500 });
  };

  test('agrees with an independent oracle', () => {
    property((all, days, minimum) => {
      expect(new Set(removedIds(all, days, minimum))).toEqual(oracle(all, days, minimum));
    });
  });

  test('never empties a project, nor any kind of complete backup', () => {
    property((all, days, minimum) => {
      const removed = new Set(removedIds(all, days, minimum));
      const kinds = (some: readonly RetentionCandidate[]) =>
        new Set(
          some.flatMap(({ verified }) =>
            verified?.complete === true ? [`${verified.environment} ${verified.source}`] : [],
          ),
        );
      const kept = all.filter(({ id }) => !removed.has(id));
      expect(kinds(kept)).toEqual(kinds(all));
      expect(kept.length > 0).toBe(all.length > 0);
    });
  });

  test('is idempotent', () => {
    property((all, days, minimum) => {
      const removed = new Set(removedIds(all, days, minimum));
      const kept = all.filter(({ id }) => !removed.has(id));
      expect(removedIds(kept, days, minimum)).toEqual([]);
    });
  });

  test('removes no more with a longer window, nor with a higher minimum', () => {
    property((all, days, minimum) => {
      const removed = new Set(removedIds(all, days, minimum));
      for (const id of removedIds(all, days + 1, minimum)) expect(removed).toContain(id);
      for (const id of removedIds(all, days, minimum + 1)) expect(removed).toContain(id);
    });
  });

  test('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(
        candidates.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        retentionDays,
        minimumBackups,
        ([all, shuffled], days, minimum) => {
          expect(removedIds(shuffled, days, minimum)).toEqual(removedIds(all, days, minimum));
        },
      ),
    );
  });
});

describe('parseBackupId', () => {
  test.each([
    ['20261122_030000', Date.UTC(2026, 10, 22, 3), 1],
    ['20261122_030000_2', Date.UTC(2026, 10, 22, 3), 2],
    ['20240229_235959_10', Date.UTC(2024, 1, 29, 23, 59, 59), 10],
  ])('reads %s', (name, time, sequence) => {
    expect(parseBackupId(name)).toEqual({ time, sequence });
  });

  test.each([
    '20260231_000000',
    '20250229_000000',
    '20261322_030000',
    '20261122_240000',
    '20261122_030060',
    '00501122_030000',
    '20261122_030000_1',
    '20261122_030000_02',
    '20261122_030000_0',
    '20261122_030000_',
    '20261122_030000 ',
    '20261122-030000',
    '20261122T030000Z',
    '٢٠٢٦١١٢٢_٠٣٠٠٠٠',
    '.tmp-20261122_030000-0123abcd',
    'latest',
    '',
  ])('leaves %j alone', (name) => {
    expect(parseBackupId(name)).toBeUndefined();
  });

  test('reads back what formatBackupId writes', () => {
    const seconds = fc.integer({
      min: Date.UTC(1000, 0) / 1000,
      max: Date.UTC(9999, 11, 31) / 1000,
    });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 999 }), (second, sequence) => {
        const id = { time: second * 1000, sequence };
        expect(parseBackupId(formatBackupId(id))).toEqual(id);
      }),
    );
  });
});
