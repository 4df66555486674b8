import { describe, expect, test } from '@jest/globals';
import { areOfOtherLines, KnownRuns, LineReach, LineReaches } from '../../src/copies/line-reach.ts';
import type { InspectedBackup, VerifiedBackup } from '../../src/services/index.ts';
import { backupOf, linkTo, sumOfForm } from '../fixtures/verified-backup.ts';

const LINE = 'production/config-file';
const fresh = backupOf(20);
const compared = { outcome: 'compared' } as const;
const first = { outcome: 'first' } as const;

function reachOf(...backups: readonly InspectedBackup[]): LineReach {
  const reach = new LineReach(LINE, fresh);
  reach.add(backups, 'the backup root');
  return reach;
}
const ids = (backups: readonly VerifiedBackup[]) => backups.map(({ id }) => Number(id.slice(6, 8)));
const run = (id: string) => ({
  run: { repository: '', ref: '', sha: '', workflow: '', run_id: id, run_attempt: '1' },
});

const damaged = (isLegacy = false): InspectedBackup => ({
  ...backupOf(1),
  verification: { verified: false, problems: ['it is damaged'], unreadable: false, isLegacy },
});

describe('LineReach', () => {
  test('holds what is good and of its line, newest first', () => {
    const reach = reachOf(
      backupOf(1, { comparison: first }),
      backupOf(3, { environment: 'staging' }),
      backupOf(4, { source: { type: 'management-api' } }),
      backupOf(5, { purpose: 'before-restore' }),
      backupOf(6, { comparison: compared }),
      damaged(),
    );
    expect([ids(reach.backups), reach.size]).toEqual([[6, 1], 2]);
  });

  test('compares with older ones alone', () => {
    const reach = reachOf(
      backupOf(25, { comparison: compared }),
      backupOf(20, { comparison: compared }),
      backupOf(19, { status: 'suspect', comparison: compared }),
      backupOf(18, { comparison: { outcome: 'not-compared', cause: 'look-up-failed' } }),
      backupOf(17, { comparison: compared }),
    );
    expect([ids(reach.older), ids(reach.bases)]).toEqual([[19, 18, 17], [17]]);
  });

  test('the same form from several places is one backup', () => {
    const reach = reachOf(backupOf(1, { comparison: first }));
    reach.add([backupOf(1, { comparison: first })], 'artifact a');
    expect([reach.twoForms, ids(reach.bases)]).toEqual([[], [1]]);
  });

  test.each([
    ['the one in the root', '', 'The next backup was compared with the one in the backup root'],
    ['the one in the artifact', 'other', 'The next backup was compared with the one in artifact a'],
    ['neither', 'third', 'The next backup was compared with neither of them'],
    ['nothing', undefined, 'No later backup tells which is the true one'],
  ])('of two forms, takes none: the chain means %s', (_, meant, chain) => {
    const reach = reachOf(
      backupOf(1, { comparison: first }),
      backupOf(2, { comparison: compared, previous: linkTo(1) }),
      backupOf(3, {
        comparison: compared,
        previous: meant === undefined ? linkTo(1) : linkTo(2, meant),
      }),
    );
    for (let time = 0; time < 2; time++) {
      reach.add(
        [backupOf(2, { comparison: compared, previous: linkTo(1), form: 'other' })],
        'artifact a',
      );
    }
    expect(reach.twoForms).toEqual([
      {
        id: '20260302_030000',
        reason: `20260302_030000 is there in 2 good forms that differ: the backup root (manifest ${sumOfForm(2)}); artifact a (manifest ${sumOfForm(2, 'other')}). ${chain}. None was taken over or compared with: find out who changed it, and delete the wrong one`,
      },
    ]);
    expect([ids(reach.bases), reach.size]).toEqual([[3, 1], 3]);
  });

  test('what a link means and is not there is missing, in that form', () => {
    const start = backupOf(2).time;
    const third = backupOf(3, { comparison: compared, previous: linkTo(2, 'true') });
    const reach = reachOf(third);
    expect(reach.missingSince(start)).toEqual(['20260302_030000']);
    expect(reach.missingSince(start + 1)).toEqual([]);
    reach.add([backupOf(2, { comparison: first, form: 'changed' })], 'artifact a');
    expect(reach.missingSince(start)).toEqual(['20260302_030000']);
    reach.add([backupOf(2, { comparison: first, form: 'true' })], 'artifact b');
    expect(reach.missingSince(start)).toEqual([]);
  });

  test('a link to no good name is never missing', () => {
    const previous = { backup_id: '../../etc', manifest_sha256: sumOfForm(1) };
    expect(reachOf(backupOf(3, { previous })).missingSince(-Infinity)).toEqual([]);
  });

  test.each([
    ['nothing at all', [], 5, false],
    ['the first of the line', [backupOf(9, { comparison: first })], 5, true],
    [
      'a chain to the first',
      [backupOf(9, { previous: linkTo(8) }), backupOf(8, { comparison: first })],
      5,
      true,
    ],
    [
      'a chain to what is older than the window',
      [backupOf(9, { previous: linkTo(4) }), backupOf(4)],
      5,
      true,
    ],
    [
      'a chain with a gap',
      [backupOf(9, { previous: linkTo(8) }), backupOf(7, { comparison: first })],
      5,
      false,
    ],
    ['a chain that ends in the window', [backupOf(9, { comparison: compared })], 5, false],
    ['a night of 1.0.0 in the window', [backupOf(9)], 5, false],
  ] as const)('is whole or not with %s', (_, backups, day, isWhole) => {
    expect(reachOf(...backups).isWholeSince(backupOf(day).time)).toBe(isWhole);
  });
});

describe('areOfOtherLines', () => {
  test.each([
    ['another environment', [backupOf(1, { environment: 'staging' })], true],
    ['this line among others', [backupOf(1, { environment: 'staging' }), backupOf(2)], false],
    ['damage', [backupOf(1, { environment: 'staging' }), damaged()], false],
    [
      'a folder of the original tool',
      [backupOf(1, { environment: 'staging' }), damaged(true)],
      true,
    ],
  ] as const)('%s', (_, backups, expected) => {
    expect(areOfOtherLines(backups, LINE)).toBe(expected);
  });
});

describe('KnownRuns', () => {
  test('covers as many artifacts of a run as it has backups within reach', () => {
    const known = new KnownRuns(
      reachOf(backupOf(1, run('7')), backupOf(2, run('7')), backupOf(3, run('8'))),
    );
    expect([7, 7, 7, 8, 8, 9, undefined].map((id) => known.covers(id))).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('LineReaches', () => {
  test('keep lines apart, and count runs over all', () => {
    const reaches = new LineReaches();
    reaches.add(
      [backupOf(1, run('7')), backupOf(1, { ...run('7'), environment: 'staging' }), damaged()],
      'a',
    );
    expect([reaches.countOfRun(7), reaches.twoForms]).toEqual([2, []]);
    reaches.add([backupOf(1, { ...run('7'), environment: 'staging', form: 'changed' })], 'b');
    expect(reaches.twoForms).toMatchObject([{ id: '20260301_030000' }]);
  });
});
