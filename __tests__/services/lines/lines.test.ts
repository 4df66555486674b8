import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  basesOf,
  isAcceptable,
  isVerified,
  lineName,
  ofLine,
  showLine,
} from '../../../src/services/lines/lines.ts';
import type { InspectedBackup } from '../../../src/services/retention/pruning.ts';
import {
  ACCEPTED_PARTIAL,
  damaged,
  histories,
  LINE,
  night,
  type NightFacts,
} from '../../fixtures/nights.ts';

const daysOld = (
  some: readonly { readonly id: string }[],
  all: readonly { readonly id: string }[],
) => some.map(({ id }) => all.findIndex((one) => one.id === id));

/** Which of these nights, newest first and a day apart, can be compared with. */
function bases(nights: readonly NightFacts[]): number[] {
  const line = nights.map((facts, index) => night(index, facts));
  return daysOld(basesOf(line), line);
}

const compared: NightFacts = { comparison: { outcome: 'compared' } };
const first: NightFacts = { comparison: { outcome: 'first' } };
const accepted: NightFacts = { comparison: { outcome: 'accepted' } };
const notCompared: NightFacts = {
  comparison: { outcome: 'not-compared', cause: 'look-up-failed' },
};
const linked: NightFacts = { previous: '20260101_030000' };

describe('a line', () => {
  test('is named as inputs have it', () => {
    expect(lineName({ environment: 'production', source: { type: 'management-api' } })).toBe(
      'production/live',
    );
    expect(lineName({ environment: 'a.b', source: { type: 'config-file' } })).toBe(
      'a.b/config-file',
    );
  });

  test('has a name that no other one has, whatever an environment is called', () => {
    const facts = fc.record({
      environment: fc.oneof(fc.string(), fc.constantFrom('a', 'a/live', 'a/config-file')),
      type: fc.constantFrom('config-file', 'management-api'),
    });
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const nameOf = ({ environment, type }: typeof a) =>
          lineName({ environment, source: { type } });
        const isSame = a.environment === b.environment && a.type === b.type;
        expect(nameOf(a) === nameOf(b)).toBe(isSame);
      }),
    );
  });

  test('is shown as it is when its name is plain, and quoted otherwise', () => {
    expect(showLine('production-2.eu_1/live')).toBe('production-2.eu_1/live');
    expect(showLine('a/b/live')).toBe('"a/b/live"');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (environment) => {
        const shown = showLine(`${environment}/live`);
        expect(shown).not.toMatch(/[\r\n]/);
        expect(shown).not.toMatch(/^\s*::/);
      }),
    );
    expect(showLine('a\n::error::b/live')).toBe('"a\\n::error::b/live"');
    expect(showLine('a\n/live')).toBe('"a\\n/live"');
  });

  test('holds the regular backups of its own that verify, in their order', () => {
    const backups = [
      night(0, { live: true }),
      night(1),
      night(2, { purpose: 'before-restore' }),
      damaged(3),
      night(4, { environment: 'staging' }),
      night(5, { status: 'suspect' }),
      night(6, { purpose: 'after-restore' }),
      night(7, { purpose: 'what-a-later-release-knows' }),
    ];
    expect(daysOld(ofLine(backups, LINE), backups)).toEqual([1, 5, 6]);
    expect(daysOld(ofLine(backups, 'production/live'), backups)).toEqual([0]);
    expect(ofLine(backups, 'production')).toEqual([]);
  });

  test('shares no backup with another, and together lines hold all that verify but those from before a restore', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const backups: readonly InspectedBackup[] = all;
        const verified = backups.filter(isVerified);
        const names = new Set(verified.map(({ verification }) => lineName(verification.manifest)));
        const ids = [...names].flatMap((line) => ofLine(all, line).map(({ id }) => id));
        const expected = verified.flatMap(({ id, verification }) =>
          verification.manifest.purpose === 'before-restore' ? [] : [id],
        );
        expect(ids.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('isAcceptable', () => {
  test.each<[string, NightFacts, boolean]>([
    ['a complete one', {}, true],
    ['a partial one', { status: 'partial' }, false],
    ['a partial one that was compared', { ...compared, status: 'partial' }, false],
    ['a partial one that was accepted', ACCEPTED_PARTIAL, true],
    ['a suspect one, whatever its mark', { ...ACCEPTED_PARTIAL, status: 'suspect' }, false],
  ])('%s', (_name, facts, expected) => {
    expect(isAcceptable(night(0, facts).verification.manifest)).toBe(expected);
  });
});

describe('basesOf', () => {
  test.each<[string, NightFacts[], number[]]>([
    ['nothing', [], []],
    ['compared, first and accepted ones', [compared, accepted, first], [0, 1, 2]],
    ['one that was not compared: the ones before', [notCompared, compared, first], [1, 2]],
    ['none that was compared', [notCompared, notCompared], []],
    ['suspect ones', [{ ...compared, status: 'suspect' }, compared], [1]],
    ['partial ones', [{ ...compared, status: 'partial' }, compared], [1]],
    [
      'partial ones that were compared, where there is no other',
      [
        { ...compared, status: 'partial' },
        { ...first, status: 'partial' },
      ],
      [],
    ],
    ['accepted partial ones', [ACCEPTED_PARTIAL, compared], [0, 1]],
    ['of release 1.0.0, those with a link', [{}, linked, linked, {}], [1, 2]],
    ['of release 1.0.0 without a link, the oldest', [{}, {}, {}], [2]],
    ['the same, with later nights that were not compared', [notCompared, {}, {}], [2]],
    ['the same, where the oldest is partial', [{}, {}, { status: 'partial' }], [1]],
    ['of release 1.0.0, none once another was compared', [compared, {}, {}], [0]],
  ])('%s', (_name, nights, expected) => {
    expect(bases(nights)).toEqual(expected);
  });

  /** Histories of one line, newest first. */
  const lines = histories.map((all) =>
    ofLine(
      [...all].sort((a, b) => b.time - a.time || b.sequence - a.sequence),
      LINE,
    ),
  );

  test('gives some of the line in its order, all of them acceptable', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const found = basesOf(line);
        expect(line.filter((one) => found.includes(one))).toEqual(found);
        for (const { verification } of found) {
          expect(isAcceptable(verification.manifest)).toBe(true);
          expect(verification.manifest.comparison?.outcome).not.toBe('not-compared');
        }
      }),
    );
  });

  test('is never moved by a night that was not compared, or is not good', () => {
    const useless = fc.constantFrom<NightFacts>(
      notCompared,
      { ...ACCEPTED_PARTIAL, ...notCompared },
      { ...compared, status: 'suspect' },
      { ...compared, status: 'partial' },
      { status: 'partial' },
      { ...linked, status: 'suspect' },
    );
    fc.assert(
      fc.property(lines, fc.array(useless, { maxLength: 5 }), (line, nights) => {
        const [base] = basesOf(line);
        fc.pre(base !== undefined);
        const later = nights.map((facts, index) => night(-1000 + index, facts));
        expect(basesOf([...later, ...line])).toEqual(basesOf(line));
      }),
    );
  });

  test('is always moved by a good night that was compared', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const later = night(-1000, compared);
        expect(basesOf([later, ...line])[0]).toBe(later);
      }),
    );
  });
});
