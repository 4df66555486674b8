import { describe, expect, test } from '@jest/globals';
import { failuresOf, lineRows, rowsOf, type LineDemands } from '../../src/runs/verify-findings.ts';
import { verifyInputSchema, type VerifyInputs } from '../../src/github/verify-inputs.ts';
import { renderVerification } from '../../src/github/verify-summary.ts';
import type { LineAge } from '../../src/services/index.ts';
import { damaged, night, NOW } from '../fixtures/nights.ts';

const inputsOf = (given: Readonly<Record<string, string>> = {}): VerifyInputs =>
  verifyInputSchema.parse({ 'project-id': 'P2test', ...given });

/** What is asked of the lines. */
const demandsOf = (maxAgeHours?: number): LineDemands => ({
  projectId: 'P2test',
  environment: undefined,
  source: undefined,
  maxAgeHours,
});

const lineOf = (line: string, ageHours: number | undefined, isRetired = false): LineAge => ({
  line,
  count: 3,
  newest: ageHours === undefined ? undefined : { id: '20261121_030000', ageHours },
  isRetired,
});
const FRESH = lineOf('production/live', 1);

function failures(lines: readonly LineAge[], demands = demandsOf(20)) {
  return failuresOf({ rows: [], brokenLinks: [], twoForms: [], lines }, demands, '/root/backups');
}

describe('failuresOf', () => {
  test('is empty when each line has a good backup that is young enough', () => {
    expect(failures([FRESH, lineOf('staging/live', 20)])).toEqual([]);
    expect(failures([FRESH, lineOf('staging/live', 1000)], demandsOf())).toEqual([]);
  });

  test('names every line that is too old or has none, and how to retire it', () => {
    expect(
      failures([
        FRESH,
        lineOf('a/live', 20.04),
        lineOf('b/config-file', undefined),
        lineOf('c/live', 99, true),
      ]),
    ).toEqual([
      'a/live: the newest complete backup, 20261121_030000, is 20.0 hours old, over 20: the workflow that takes them did not run or failed. If a/live is no longer backed up, set ignore-lines: a/live',
      'b/config-file has no complete backup that verifies. If b/config-file is no longer backed up, set ignore-lines: b/config-file',
    ]);
  });

  test('offers a name that ignore-lines takes', () => {
    const [failure] = failures([lineOf('a.b_c-1/live', undefined)]);
    const [, name = ''] = /set ignore-lines: (.+)$/.exec(failure ?? '') ?? [];
    expect(inputsOf({ 'ignore-lines': name })['ignore-lines']).toEqual(new Set(['a.b_c-1/live']));
  });

  test('keeps a name that nobody gives on one line, and does not offer to retire it', () => {
    const [failure] = failures([lineOf('a\n::error::b/live', undefined)]);
    expect(failure).toBe(
      '"a\\n::error::b/live" has no complete backup that verifies. No run of this action gives a line such a name: find out where its backups come from, and remove them',
    );
  });

  test('does not offer to retire the line that was asked for', () => {
    const asked = { ...demandsOf(20), environment: 'a', source: 'live' } as const;
    expect(failures([lineOf('a/live', undefined)], asked)).toEqual([
      'a/live has no complete backup that verifies',
    ]);
  });

  test('is never empty when nothing is left to judge', () => {
    expect(failures([])).toEqual([
      'there is no complete backup of P2test that verifies in /root/backups: check project-id and backup-root, or set history to carry to fetch artifacts',
    ]);
    expect(failures([], { ...demandsOf(20), environment: 'a' })[0]).toContain(
      ', with environment a: check',
    );
    expect(failures([lineOf('a/live', 1, true)])).toEqual([
      'no line is left to judge: ignore-lines retires every one that is here, a/live',
    ]);
  });

  test('names damage, broken links and what was found on the way, each by itself', () => {
    const rows = rowsOf([damaged(1)], [{ id: 'x', artifact: 'y', problems: ['z'] }], NOW);
    const brokenLinks = [{ id: 'b', previousId: 'a', reason: 'r' }];
    expect(
      failuresOf(
        { rows, brokenLinks, twoForms: [{ id: 'c', reason: 'r' }], lines: [FRESH] },
        demandsOf(),
        '',
      ),
    ).toEqual([
      `damaged: ${damaged(1).id}, x`,
      'the chain of manifests is broken: b to a',
      'there in two good forms that differ, one of them changed: c',
    ]);
  });
});

test('rowsOf tells what each backup is, and of which line', () => {
  const backups = [
    night(-1),
    night(0, { live: true, status: 'partial' }),
    night(1, { environment: 'a\n::error::b' }),
    night(2, { purpose: 'before-restore' }),
    damaged(3),
    damaged(4, { isLegacy: true }),
  ];
  const leftOut = [{ id: 'x', artifact: 'y', problems: ['p', 'q'] }];
  expect(rowsOf(backups, leftOut, NOW).map(({ verdict, note }) => [verdict, note])).toEqual([
    ['damaged', 'it is dated in the future: the clock that made it, or this one, is wrong'],
    ['partial', 'production/live'],
    ['complete', '"a\\n::error::b/config-file"'],
    ['complete', 'production/config-file, "before-restore"'],
    ['damaged', 'SHA256SUMS is missing'],
    ['not verifiable', 'a folder of the original Python tool'],
    ['damaged', 'in artifact y: p; q'],
  ]);
});

describe('the page', () => {
  const lines = lineRows(
    [FRESH, lineOf('a/live', 21), lineOf('b/live', undefined), lineOf('c/live', 99, true)],
    demandsOf(20),
  );
  const report = { projectId: 'P2test', rows: [], lines, brokenLinks: [], gaps: [], failures: [] };

  test('says at its top that the step fails, and why', () => {
    const page = renderVerification({ ...report, failures: ['a <b>', 'c'] });
    expect(page.split('\n').slice(0, 7)).toEqual([
      '## ❌ 0 backups checked, 0 damaged: P2test',
      '',
      '**This step fails:**',
      '',
      '- 🛑 a &#60;b&#62;',
      '- 🛑 c',
      '',
    ]);
  });

  test('has a row for each line', () => {
    const page = renderVerification(report);
    expect(page).toContain('## ✅ 0 backups checked: P2test\n\n| Line |');
    expect(page).toContain(
      [
        '| <code>production/live</code> | 3 | <code>20261121_030000</code> | 1.0 | ✅ |',
        '| <code>a/live</code> | 3 | <code>20261121_030000</code> | 21.0 | ❌ too old |',
        '| <code>b/live</code> | 3 | none |  | ❌ no complete backup |',
        '| <code>c/live</code> | 3 | <code>20261121_030000</code> | 99.0 | retired by ignore-lines |',
      ].join('\n'),
    );
    expect(page).not.toContain('###');
  });

  test('lists broken links and gaps', () => {
    const page = renderVerification({
      ...report,
      brokenLinks: [{ id: 'x', reason: 'broken' }],
      gaps: [{ id: 'y', reason: 'gone' }],
    });
    expect(page).toContain(
      '### Broken links of the chain\n\n| Backup | What is wrong |\n| --- | --- |\n| <code>x</code> | broken |',
    );
    expect(page).toContain(
      '### Gaps in the chain\n\n| Backup | What is wrong |\n| --- | --- |\n| <code>y</code> | gone |',
    );
  });
});

describe('ignore-lines', () => {
  test.each([
    ['a/live', ['a/live']],
    [' a/live , b/config-file\r\nc/live,\n', ['a/live', 'b/config-file', 'c/live']],
    [',', []],
  ])('reads %j', (text, names) => {
    expect([...inputsOf({ 'ignore-lines': text })['ignore-lines']]).toEqual(names);
  });

  test.each(['a', 'a/', '/live', 'a/b/live', 'a/management-api', 'a/live b/live', 'a/Live'])(
    'refuses %j',
    (text) => {
      const result = verifyInputSchema.safeParse({ 'project-id': 'P2test', 'ignore-lines': text });
      expect(result.error?.issues[0]?.message).toBe(
        `${JSON.stringify(text)} is no list of lines: write <environment>/<source> with source config-file or live, separated by commas or line breaks`,
      );
    },
  );
});
