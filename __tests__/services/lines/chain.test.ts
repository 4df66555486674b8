import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findGaps } from '../../../src/services/lines/chain.ts';
import { decideRetention } from '../../../src/services/retention/retention.ts';
import {
  ACCEPTED_PARTIAL,
  damaged,
  LINE,
  night,
  NOW,
  type NightFacts,
} from '../../fixtures/nights.ts';

const idOf = (daysAgo: number) => night(daysAgo).id;
const compared = (daysAgo: number, with_: number, facts: NightFacts = {}) =>
  night(daysAgo, { comparison: { outcome: 'compared' }, ...facts, previous: idOf(with_) });

describe('findGaps', () => {
  test('finds a link to a backup that is gone while an older one of its line is there', () => {
    expect(findGaps([compared(0, 1), compared(2, 3), compared(3, 4)])).toEqual([
      {
        id: idOf(0),
        previousId: idOf(1),
        reason: `it was compared with ${idOf(1)}, which is gone, while ${idOf(2)} of the same line, production/config-file, is older and still there: what changed in between cannot be followed`,
      },
    ]);
  });

  test('says nothing of the oldest link: old backups go with time', () => {
    expect(findGaps([compared(0, 1), compared(1, 2), compared(2, 3)])).toEqual([]);
  });

  test.each<[string, NightFacts]>([
    ['another source', { live: true }],
    ['another environment', { environment: 'staging' }],
    ['a restore', { purpose: 'before-restore' }],
  ])('takes no older backup of %s for one of the line', (_name, facts) => {
    expect(findGaps([compared(0, 1), night(2, facts)])).toEqual([]);
  });

  test('says nothing of a link to one that is damaged, or known from elsewhere', () => {
    expect(findGaps([compared(0, 1), damaged(1), compared(2, 3)])).toEqual([]);
    expect(findGaps([compared(0, 1), compared(2, 3)], [idOf(1)])).toEqual([]);
  });

  test('takes no damaged folder for an older one', () => {
    expect(findGaps([compared(0, 1), damaged(2)])).toEqual([]);
  });

  test('finds a link that names no backup', () => {
    const [gap] = findGaps([night(0, { previous: 'the one\n::error::before' })]);
    expect(gap?.reason).toBe(
      'it names "the one\\n::error::before" as the one that it was compared with, which is no backup',
    );
  });

  test('tells the second of a second from the first', () => {
    const [first, second] = [night(1), night(1, { sequence: 2 })];
    expect(findGaps([night(0, { previous: second.id }), first])).toHaveLength(1);
    expect(findGaps([night(0, { previous: first.id }), second])).toEqual([]);
  });

  test('says nothing of what retention leaves of accepted partial nights', () => {
    const nights = Array.from({ length: 40 }, (_, day) => compared(day, day + 1, ACCEPTED_PARTIAL));
    const complete = compared(40, 41);
    const left = [...nights.slice(0, 31), complete];
    expect(findGaps(left)).toEqual([]);
    const hole = left.filter((_, day) => day !== 10);
    expect(findGaps(hole).map(({ previousId }) => previousId)).toEqual([idOf(10)]);
  });

  /**
   * Nights of a line that began somewhere and went on without a hole; some were accepted as
   * partial.
   */
  const chains = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), isPartial: fc.boolean() }), {
      minLength: 3,
      maxLength: 40,
    })
    .map((nights) => {
      let daysAgo = 0;
      const days = nights.map(({ gap }) => (daysAgo += gap));
      return nights.map(({ isPartial }, index) =>
        compared(days[index] ?? 0, days[index + 1] ?? 1000, isPartial ? ACCEPTED_PARTIAL : {}),
      );
    });

  test('finds none in any chain that was only cut at its old end', () => {
    fc.assert(
      fc.property(chains, fc.nat(40), (chain, length) => {
        expect(findGaps(chain.slice(0, length))).toEqual([]);
      }),
    );
  });

  test('finds none in what retention leaves of any chain', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 100 }), (chain, retentionDays) => {
        const left = decideRetention(
          chain.map((backup) => ({ ...backup, belonging: { line: LINE } })),
          { line: LINE, retentionDays, minimumBackups: 1, now: NOW },
        ).flatMap(({ action, candidate }) => (action === 'keep' ? [candidate] : []));
        expect(findGaps(left)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('finds every hole that is cut into a chain of complete nights', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 30 }), fc.nat(), (length, seed) => {
        const chain = Array.from({ length }, (_, day) => compared(day, day + 1));
        const hole = 1 + (seed % (length - 2));
        const left = chain.filter((_, day) => day !== hole);
        expect(findGaps(left).map(({ previousId }) => previousId)).toEqual([idOf(hole)]);
      }),
    );
  });
});
