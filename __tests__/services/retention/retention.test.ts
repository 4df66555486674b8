import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatBackupId, parseBackupId } from '../../../src/services/backup/backup-id.ts';
import { basesOf, lineName, ofLine } from '../../../src/services/lines/lines.ts';
import type { InspectedBackup } from '../../../src/services/retention/pruning.ts';
import {
  decideRetention,
  UNPROVEN_DAYS,
  type Belonging,
  type RetentionCandidate,
} from '../../../src/services/retention/retention.ts';
import {
  ACCEPTED_PARTIAL,
  damaged,
  DAY_MS,
  histories,
  LINE,
  night,
  NOW,
  type NightFacts,
} from '../../fixtures/nights.ts';

/** Adds whose each one is, as its manifest tells; of others, as is given. */
function own(backup: InspectedBackup, belonging: Belonging = { line: LINE }): RetentionCandidate {
  const { verification } = backup;
  return {
    ...backup,
    belonging: verification.verified ? { line: lineName(verification.manifest) } : belonging,
  };
}

/** One that was compared, unless it is said otherwise. */
const good = (daysAgo: number, facts: NightFacts = {}) =>
  own(night(daysAgo, { comparison: { outcome: 'compared' }, ...facts }));
const OF_1_0_0: NightFacts = { comparison: undefined };

function decide(candidates: readonly RetentionCandidate[], retentionDays = 30, minimum = 1) {
  return decideRetention(candidates, {
    line: LINE,
    retentionDays,
    minimumBackups: minimum,
    now: NOW,
  });
}

const daysOf = ({ time }: { time: number }) => (NOW - time) / DAY_MS;

function removedDays(candidates: readonly RetentionCandidate[], retentionDays = 30, minimum = 1) {
  return decide(candidates, retentionDays, minimum)
    .filter(({ action }) => action === 'remove')
    .map(({ candidate }) => daysOf(candidate));
}

const reasonsOf = (...args: Parameters<typeof decide>) =>
  decide(...args).map(({ reason }) => reason);

describe('decideRetention', () => {
  test('removes what is strictly older than the window', () => {
    expect(removedDays([good(0), good(29), good(30), good(30 + 1 / 86_400), good(31)])).toEqual([
      30 + 1 / 86_400,
      31,
    ]);
  });

  test('counts age back from the newest verified backup, not from today', () => {
    expect(removedDays([good(100), good(129), good(131)])).toEqual([131]);
    expect(removedDays([own(damaged(0)), good(100), good(129), good(131)])).toEqual([131]);
  });

  test('counts age back from the newest one of the line, not of another', () => {
    expect(removedDays([good(0, { live: true }), good(100), good(129), good(131)])).toEqual([131]);
  });

  test('keeps what is dated in the future, and does not count from it', () => {
    expect(
      decide([good(-400), good(0), good(40)]).map(({ action, future }) => [action, future]),
    ).toEqual([
      ['keep', true],
      ['keep', false],
      ['remove', false],
    ]);
  });

  test('keeps everything while nothing of the line verifies', () => {
    expect(removedDays([own(damaged(0)), own(damaged(100)), good(1, { live: true })])).toEqual([]);
  });

  test('keeps the newest verified ones whatever their age', () => {
    expect(removedDays([good(0), good(40), good(50), good(60)], 30, 3)).toEqual([60]);
  });

  test('never removes a backup of another line', () => {
    const others: NightFacts[] = [
      { environment: 'staging' },
      { live: true },
      { live: true, environment: 'staging' },
    ];
    const all = [
      good(0),
      ...others.flatMap((facts, n) => [good(40 + n, facts), good(50 + n, facts)]),
    ];
    expect(removedDays(all)).toEqual([]);
    expect(reasonsOf(all).at(-1)).toBe('it belongs to another line, staging/live');
  });

  test('counts what is complete, and nothing else, as one of the newest', () => {
    const partial = { status: 'partial', failed: ['roles'] } as const;
    expect(
      removedDays(
        [
          good(0, ACCEPTED_PARTIAL),
          good(40, { status: 'suspect' }),
          good(41, partial),
          good(42, { ...ACCEPTED_PARTIAL, purpose: 'another' }),
          good(43, ACCEPTED_PARTIAL),
          good(44, { purpose: 'another' }),
          good(45),
          good(46, ACCEPTED_PARTIAL),
        ],
        30,
        2,
      ),
    ).toEqual([40, 41, 42, 43, 44, 46]);
  });

  describe('where nights are not compared', () => {
    const lost: NightFacts = { comparison: { outcome: 'not-compared' } };

    test('keeps the base that the next one is compared with, however old', () => {
      const nights = [good(0, lost), good(20, lost), good(50, lost)];
      const first = good(60, { comparison: { outcome: 'first' } });
      expect(removedDays([...nights, first, good(61)])).toEqual([50, 61]);
    });

    test('keeps the oldest one of release 1.0.0, which counts as first', () => {
      expect(removedDays([good(0, lost), good(40, OF_1_0_0), good(50, OF_1_0_0)])).toEqual([40]);
    });

    test('lets that one go when a later one was compared with it', () => {
      expect(removedDays([good(0), good(40, OF_1_0_0), good(50, OF_1_0_0)])).toEqual([40, 50]);
    });
  });

  describe('where accepted nights could not read a section', () => {
    const rolesLost = ACCEPTED_PARTIAL;
    const flowsLost: NightFacts = { ...rolesLost, saved: ['tenants'], failed: ['roles', 'flows'] };
    const flowsSaved: NightFacts = { ...rolesLost, saved: ['tenants', 'flows'], failed: ['roles'] };

    test('keeps the newest that holds it until the whole window lacks it', () => {
      // Complete once, then without roles; flows failed too, from the 20th day before today on.
      const all = [
        good(0, flowsLost),
        good(20, flowsLost),
        good(45, flowsSaved),
        good(60, flowsSaved),
      ];
      const complete = good(70, { saved: ['tenants', 'roles', 'flows'] });
      expect(removedDays([...all, complete])).toEqual([60]);
      expect(reasonsOf([...all, complete])[2]).toBe('it is the newest that holds flows');
      expect(
        removedDays([good(0, flowsLost), good(30.5, flowsLost), good(45, flowsSaved), complete]),
      ).toEqual([30.5, 45]);
    });

    test('prunes as complete nights do, and keeps the last complete one', () => {
      const nights = Array.from({ length: 40 }, (_, day) => good(day, rolesLost));
      expect(removedDays([...nights, good(40), good(41)])).toEqual([
        31, 32, 33, 34, 35, 36, 37, 38, 39, 41,
      ]);
    });

    test('has nothing to keep when no backup holds it', () => {
      expect(removedDays([good(0, rolesLost), good(20, rolesLost), good(40, rolesLost)])).toEqual([
        40,
      ]);
    });

    test('does not wait for one that the newest holds again', () => {
      expect(removedDays([good(0), good(20, rolesLost), good(40), good(41)])).toEqual([40, 41]);
    });
  });

  test('keeps the newest that was taken before a restore, and counts it for nothing else', () => {
    const before = { live: false, purpose: 'before-restore', status: 'partial' } as const;
    expect(
      removedDays([good(-1, before), good(1, before), good(10), good(50, before), good(51)]),
    ).toEqual([50, 51]);
    const all = [good(0), good(50, before), good(60, before), good(51, { ...before, live: true })];
    expect(removedDays(all)).toEqual([60]);
    expect(reasonsOf(all)[1]).toBe('it is the newest that was taken before a restore');
  });

  describe('of what does not verify', () => {
    const unknown = { line: undefined };

    test('removes a damaged folder only when it is also older than 90 days', () => {
      expect(removedDays([good(0), own(damaged(89)), own(damaged(90.5))], 7)).toEqual([90.5]);
      expect(
        removedDays([good(0), own(damaged(89), unknown), own(damaged(91), unknown)], 7),
      ).toEqual([91]);
      expect(removedDays([good(0), own(damaged(91)), own(damaged(121))], 120)).toEqual([121]);
    });

    test('leaves what says that it is of another line to that one', () => {
      const all = [good(0), own(damaged(1000), { line: 'staging/live\n::error::x' })];
      expect(removedDays(all)).toEqual([]);
      expect(reasonsOf(all)[1]).toBe('it belongs to another line, "staging/live\\n::error::x"');
    });

    test('removes a folder of the original Python tool with the line of its metadata', () => {
      const legacy = (days: number, belonging?: Belonging) =>
        own(damaged(days, { isLegacy: true }), belonging);
      expect(
        removedDays([good(0), legacy(30), legacy(31), legacy(32, { line: 'staging/config-file' })]),
      ).toEqual([31]);
      expect(removedDays([good(0), legacy(80, unknown), legacy(91, unknown)])).toEqual([91]);
    });

    test('keeps what could not be asked whose it is', () => {
      const all = [good(0), own(damaged(1000), { failure: 'the disk failed (EIO)' })];
      expect(reasonsOf(all)[1]).toBe('its line is not known: the disk failed (EIO)');
      expect(removedDays(all)).toEqual([]);
    });
  });

  test('orders folders of the same second by their number', () => {
    const decisions = decide([good(0, { sequence: 9 }), good(0, { sequence: 10 }), good(0)], 1);
    expect(decisions.map(({ candidate }) => candidate.sequence)).toEqual([10, 9, 1]);
  });

  test('says why, for each decision', () => {
    expect(
      reasonsOf(
        [good(-1), own(damaged(0)), good(1), good(2.5), good(40), good(41), own(damaged(50))],
        30,
        3,
      ),
    ).toEqual([
      'it is dated in the future',
      'it is newer than the newest verified backup',
      'it is the newest verified backup',
      '1.5 days older than the newest verified backup, within 30',
      'it is one of the newest 3 verified of its line',
      '40 days older than the newest verified backup, over 30',
      '49 days older than the newest verified backup, within 90',
    ]);
    const lost = good(0, { comparison: { outcome: 'not-compared' } });
    expect(reasonsOf([lost, good(40, OF_1_0_0), good(41, OF_1_0_0)])[2]).toBe(
      'it is what the next one is compared with',
    );
  });
});

const retentionDays = fc.integer({ min: 1, max: 120 });
const minimumBackups = fc.integer({ min: 1, max: 4 });

const removedIds = (all: readonly RetentionCandidate[], days: number, minimum: number) =>
  decide(all, days, minimum)
    .filter(({ action }) => action === 'remove')
    .map(({ candidate }) => candidate.id);

const LINES = ['production/config-file', 'production/live', 'staging/config-file', 'staging/live'];

/** What is left after each line was pruned once. */
function afterAll(all: readonly RetentionCandidate[], retention: number, minimum: number) {
  return LINES.reduce<readonly RetentionCandidate[]>(
    (left, line) =>
      decideRetention(left, { line, retentionDays: retention, minimumBackups: minimum, now: NOW })
        .filter(({ action }) => action === 'keep')
        .map(({ candidate }) => candidate),
    all,
  );
}

describe('for any backups of several lines and any policy, decideRetention', () => {
  const property = (
    check: (all: RetentionCandidate[], days: number, minimum: number) => void,
  ): void => {
    fc.assert(fc.property(histories, retentionDays, minimumBackups, check), { numRuns: 500 });
  };
  const past = (all: readonly RetentionCandidate[]) => all.filter(({ time }) => time <= NOW);
  /** The verified regular ones of the line that is pruned, newest first. */
  const regular = (all: readonly RetentionCandidate[]) =>
    ofLine(
      past(all).sort((a, b) => b.time - a.time || b.sequence - a.sequence),
      LINE,
    );

  test('removes nothing that is in the window, or of another line, or in the future', () => {
    property((all, days, minimum) => {
      const removed = new Set(removedIds(all, days, minimum));
      const anchor = regular(all)[0]?.time;
      for (const { id, time, belonging, verification } of all) {
        if (!removed.has(id)) continue;
        expect(time).toBeLessThanOrEqual(NOW);
        expect(anchor).toBeDefined();
        expect((anchor ?? 0) - time).toBeGreaterThan(days * DAY_MS);
        expect(belonging).not.toHaveProperty('failure');
        expect([LINE, undefined]).toContain('line' in belonging ? belonging.line : 'failure');
        if (verification.verified) expect(lineName(verification.manifest)).toBe(LINE);
        else if (!verification.isLegacy || !('line' in belonging) || belonging.line === undefined) {
          expect((anchor ?? 0) - time).toBeGreaterThan(UNPROVEN_DAYS * DAY_MS);
        }
      }
    });
  });

  test('leaves every line its newest complete ones, its newest accepted ones and its base', () => {
    property((all, days, minimum) => {
      const left = afterAll(all, days, minimum);
      for (const line of LINES) {
        const [before, after] = [all, left].map((some) =>
          ofLine(
            [...past(some)].sort((a, b) => b.time - a.time || b.sequence - a.sequence),
            line,
          ),
        );
        const ids = (
          some: typeof before,
          keep: (night: NonNullable<typeof some>[number]) => boolean,
        ) =>
          (some ?? [])
            .filter(keep)
            .slice(0, minimum)
            .map(({ id }) => id);
        const isComplete = ({ verification }: NonNullable<typeof before>[number]) =>
          verification.manifest.status === 'complete';
        expect(ids(after, isComplete)).toEqual(ids(before, isComplete));
        const base = basesOf(before ?? [])[0]?.id;
        expect(basesOf(after ?? [])[0]?.id).toBe(base);
        if (base !== undefined) expect(left.map(({ id }) => id)).toContain(base);
      }
    });
  });

  test('leaves the newest from before a restore', () => {
    property((all, days, minimum) => {
      const newest = (some: readonly RetentionCandidate[]) =>
        LINES.map(
          (line) =>
            [...past(some)]
              .sort((a, b) => b.time - a.time || b.sequence - a.sequence)
              .find(
                ({ verification }) =>
                  verification.verified &&
                  verification.manifest.purpose === 'before-restore' &&
                  lineName(verification.manifest) === line,
              )?.id,
        );
      expect(newest(afterAll(all, days, minimum))).toEqual(newest(all));
    });
  });

  test('keeps a copy from the start of the window of what the newest night could not read', () => {
    property((all, days, minimum) => {
      const nights = regular(all);
      const accepted = nights.filter(
        ({ verification: { manifest } }) =>
          manifest.status === 'complete' ||
          (manifest.status === 'partial' && manifest.comparison?.partial_accepted === true),
      );
      const removed = new Set(removedIds(all, days, minimum));
      const anchor = nights[0]?.time ?? 0;
      const has = (night: (typeof nights)[number], section: string, status: string) =>
        night.verification.manifest.coverage.some(
          (entry) => entry.section === section && entry.status === status,
        );
      for (const section of ['tenants', 'roles', 'flows']) {
        const [newest] = accepted;
        if (newest === undefined || !has(newest, section, 'failed')) continue;
        const since = accepted.findIndex((night) => has(night, section, 'saved'));
        const [lacking, holder] = [accepted[since - 1], accepted[since]];
        if (lacking === undefined || holder === undefined) continue;
        if (anchor - lacking.time <= days * DAY_MS) expect(removed).not.toContain(holder.id);
      }
    });
  });

  test('bounds what is older than the window', () => {
    property((all, days, minimum) => {
      const left = decide(all, days, minimum).filter(({ action }) => action === 'keep');
      const anchor = regular(all)[0];
      if (anchor === undefined) return;
      const old = left.filter(
        ({ candidate: { time, belonging, verification } }) =>
          'line' in belonging &&
          belonging.line === LINE &&
          anchor.time - time >
            (verification.verified || verification.isLegacy
              ? days
              : Math.max(days, UNPROVEN_DAYS)) *
              DAY_MS,
      );
      // The newest complete and accepted ones, the base, one from before a restore, and one for
      // each of three sections.
      expect(old.length).toBeLessThanOrEqual(2 * minimum + 1 + 1 + 3);
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
        histories.chain((all) =>
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
