import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeText } from '../../src/github/markdown.ts';
import { writeSummary } from '../../src/github/summary-file.ts';
import { renderSummary, type BackupReport } from '../../src/github/summary.ts';

const report: BackupReport = {
  projectId: 'P2abc',
  environment: 'production',
  origin: 'descope.yaml',
  status: 'complete',
  isTorn: false,
  drift: undefined,
  mayName: true,
  backupId: '20261122_030000',
  backupPath: '/w/backups/P2abc/20261122_030000',
  contentHash: 'ab'.repeat(32),
  manifestSha256: 'cd'.repeat(32),
  tenants: 2,
  flows: 1,
  coverage: [
    { section: 'tenants', status: 'saved', count: 2, note: '' },
    { section: 'users', status: 'not-covered', count: 0, note: 'not part of a config file' },
    { section: 'tenants', status: 'withheld', place: '/tenants/0/config/custom_attributes/key' },
  ],
  changes: {
    since: '20261121_030000',
    before: [{ section: 'tenants', status: 'saved', count: 3, note: '' }],
    report: {
      changed: 'true',
      change_count: 1,
      risk: 'high',
      findings: [{ rule: 'r', section: 'tenants', id: 'gone', text: 'the tenant was removed' }],
      changes: [
        { section: 'tenants', id: 'gone', kind: 'removed', edits: [{ pointer: '', before: {} }] },
      ],
      not_comparable: [],
    },
    shrink: [],
  },
  window: [
    { id: '20261122_030000', size: 1000, status: 'complete', isChanged: true },
    { id: '20261121_030000', size: 1_200_000, status: 'complete', isChanged: undefined },
    { id: '20261120_030000', size: undefined, status: undefined, isChanged: undefined },
  ],
  retention: {
    retentionDays: 30,
    dryRun: false,
    removed: [{ id: '20261001_030000', reason: 'too old' }],
    kept: [{ id: '20261122_030000', reason: 'newest' }],
    failed: [{ id: '20261002_030000', reason: 'no permission' }],
  },
  artifact: {
    outcome: 'uploaded',
    name: 'descope-backup-P2abc-production',
    id: 42,
    size: 1_234_567,
    retentionDays: 14,
    expires: '2026-12-06',
    runId: '4711',
  },
  failures: [],
};

describe('renderSummary', () => {
  test('shows what was saved, where, what was pruned, the artifact and what is not covered', () => {
    expect(renderSummary(report)).toBe(`## ✅ Backup taken and verified: P2abc (production)

|  |  |
| --- | --- |
| Saved | 2 tenants, 1 flow |
| From | <code>descope.yaml</code> |
| Backup | <code>20261122_030000</code> |
| Folder | <code>/w/backups/P2abc/20261122_030000</code> |
| Changes | ⚠️ 1 object changed since <code>20261121_030000</code>, risk high |
| Content hash | <code>${'ab'.repeat(32)}</code> |
| Manifest SHA-256 | <code>${'cd'.repeat(32)}</code> |
| Artifact | <a href="./4711/artifacts/42">descope-backup-P2abc-production</a> (1.2 MB), kept for 14 days, until 2026-12-06 |

### What changed since 20261121_030000

**Look at these first:**

- ⚠️ <code>tenants/gone</code> the tenant was removed

| Object | Change | Where |
| --- | --- | --- |
| tenants <code>gone</code> | removed |  |

### What is in this backup

| Section | Objects |
| --- | --- |
| <code>tenants</code> | 2 (-1) |

Secrets that were withheld, and references to variables that may be secrets:

| Place |
| --- |
| <code>/tenants/0/config/custom_attributes/key</code> |

### What is not

| Section | Status | Why |
| --- | --- | --- |
| <code>users</code> | not covered | not part of a config file |

### Backups in this window

| Backup | Size | Content | Verified |
| --- | --- | --- | --- |
| <code>20261122_030000</code> (new) | 1 kB | changed | ✅ |
| <code>20261121_030000</code> | 1.2 MB |  | ✅ |
| <code>20261120_030000</code> |  |  | ❌ damaged |

### Retention

Window of 30 days: 1 kept, 1 removed, 1 could not be removed.

| Backup | Decision | Reason |
| --- | --- | --- |
| <code>20261002_030000</code> | not removed | no permission |
| <code>20261001_030000</code> | removed | too old |
| <code>20261122_030000</code> | kept | newest |
`);
  });

  test('says when the upload failed or was skipped, and when nothing was pruned', () => {
    const failed = renderSummary({
      ...report,
      artifact: { outcome: 'failed', reason: 'quota <b>' },
      retention: { skipped: 'Pruning is off (prune: false).' },
    });
    expect(failed).toContain('## ⚠️ Backup taken, upload failed: P2abc (production)');
    expect(failed).toContain('| Artifact | <b>failed</b>: quota &#60;b&#62; |');
    expect(failed).toContain('### Retention\n\nPruning is off (prune: false).');
    const skipped = renderSummary({ ...report, artifact: { outcome: 'skipped', reason: 'off' } });
    expect(skipped).toContain('| Artifact | not uploaded: off |');
  });

  test('is never greener than the step', () => {
    const failures = ['the tree <b>could not</b> be written', 'require-sections: not saved: lists'];
    const lines = renderSummary({ ...report, failures }).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '## ❌ Backup taken, but the step fails: P2abc (production)',
      '',
      '**This step fails:**',
      '',
      expect.stringMatching(/^- 🛑 the tree &#60;b&#62;could not/),
      '- 🛑 require-sections: not saved: lists',
    ]);
    for (const more of [{ isTorn: true }, { status: 'partial' as const }]) {
      expect(renderSummary({ ...report, failures, ...more }).split('\n')[0]).not.toContain('✅');
    }
  });

  test('says when a dry run removed nothing', () => {
    const retention = { retentionDays: 7, dryRun: true, removed: [], kept: [], failed: [] };
    expect(renderSummary({ ...report, retention })).toContain(
      'Window of 7 days (dry run: nothing is removed): 0 kept, 0 removed.',
    );
  });

  test('says on top what a backup is that is not simply good', () => {
    const { changes, ...others } = report;
    const headlines = [
      { status: 'suspect' as const },
      { status: 'partial' as const },
      { isTorn: true },
      {
        coverage: [
          { section: 'snapshot', status: 'not-licensed' as const, count: 0, note: 'Pro alone' },
        ],
      },
    ].map((part) => renderSummary({ changes, ...others, ...part }).split('\n')[0]);
    expect(headlines).toEqual([
      '## 🛑 Backup taken, but too much is gone since the last one: P2abc (production)',
      '## ⚠️ Backup taken, but it is partial: P2abc (production)',
      '## ⚠️ Backup taken while the project was being changed: P2abc (production)',
      '## ✅ Backup taken and verified, complete for this plan, without snapshot: P2abc (production)',
    ]);
  });

  test('says what is gone, that nothing changed, and why that is not known', () => {
    if ('unknown' in report.changes) throw new Error('there are changes');
    const { changes } = report;
    const gone = renderSummary({
      ...report,
      changes: { ...changes, shrink: ['tenants: all 3 are gone'] },
    });
    expect(gone).toContain('**Too much is gone:**\n\n- 🛑 tenants: all 3 are gone');
    const none = {
      ...changes.report,
      change_count: 0,
      risk: 'none' as const,
      findings: [],
      changes: [],
    };
    const same = renderSummary({ ...report, changes: { ...changes, report: none } });
    expect(same).toContain('| Changes | none since <code>20261121_030000</code> |');
    expect(same).toContain('Nothing changed.');
    const unknown = renderSummary({ ...report, changes: { unknown: 'no history.' } });
    expect(unknown).toContain('| Changes | unknown |');
    expect(unknown).toContain('### What changed\n\nno history.');
  });

  test('shows failures, partial backups and withheld places without names where it must', () => {
    const coverage = [
      { section: 'roles', status: 'failed' as const, count: 0, note: 'tenant acme failed' },
      ...report.coverage,
    ];
    const shown = renderSummary({ ...report, coverage });
    expect(shown).toContain('| <code>roles</code> | ❌ failed | tenant acme failed |');
    const hidden = renderSummary({ ...report, coverage, mayName: false });
    expect(hidden).toContain('| <code>roles</code> | ❌ failed | the reason is in manifest.json |');
    expect(hidden).toContain('1 place');
    expect(hidden).not.toContain('acme');
    const rows = [
      { id: '20261122_030000', size: 1, status: 'suspect' as const, isChanged: false },
      ...report.window.slice(1),
    ];
    expect(renderSummary({ ...report, window: rows })).toContain('| same | ✅ but suspect |');
    expect(renderSummary({ ...report, window: [] })).not.toContain('Backups in this window');
  });

  test('lists where the config file and the project differ', () => {
    const drift = [
      { id: 'acme', where: 'both' as const, fields: ['name'] },
      { id: 'new', where: 'project' as const, fields: [] },
    ];
    expect(renderSummary({ ...report, drift })).toContain('| <code>acme</code> | differs | name |');
    expect(renderSummary({ ...report, drift, mayName: false })).toContain('2 tenants differ.');
    expect(renderSummary({ ...report, drift: [] })).toContain('Their tenants are the same.');
  });

  test('shows a small artifact in kilobytes', () => {
    const artifact = { ...report.artifact, size: 999 } as BackupReport['artifact'];
    expect(renderSummary({ ...report, artifact })).toContain('(1 kB)');
  });

  test('stays small, however much there is to tell', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `id-${index}`,
      reason: 'x'.repeat(5000),
    }));
    const text = renderSummary({
      ...report,
      retention: { retentionDays: 30, dryRun: false, removed: many, kept: many, failed: [] },
    });
    expect(Buffer.byteLength(text)).toBeLessThan(512 * 1024);
    expect(text).toContain('cut here: the summary was too long');
    const short = many.map(({ id }) => ({ id, reason: 'r' }));
    expect(
      renderSummary({
        ...report,
        retention: { retentionDays: 30, dryRun: false, removed: short, kept: [], failed: [] },
      }),
    ).toContain('... and 9900 more.');
  });
});

test('escapeText lets nothing through that HTML or Markdown would act on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeText(text);
      expect(escaped.replace(/&#\d+;/g, '')).not.toMatch(/[<>&"'`*[\]|\\#@~!\n\r]/);
      expect(escaped.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(
        text,
      );
    }),
  );
  expect(escapeText('_a_b_ | <i>x</i> [y](z)')).toBe(
    '&#95;a_b&#95; &#124; &#60;i&#62;x&#60;/i&#62; &#91;y&#93;(z)',
  );
});

describe('writeSummary', () => {
  test('appends to the file of the runner, and does nothing without one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'descope-backup-summary-'));
    const saved = process.env['GITHUB_STEP_SUMMARY'];
    try {
      delete process.env['GITHUB_STEP_SUMMARY'];
      await writeSummary('nowhere');
      const file = join(folder, 'summary.md');
      await writeFile(file, 'before\n');
      process.env['GITHUB_STEP_SUMMARY'] = file;
      await writeSummary('after');
      expect(await readFile(file, 'utf8')).toBe('before\nafter\n');
    } finally {
      if (saved === undefined) delete process.env['GITHUB_STEP_SUMMARY'];
      else process.env['GITHUB_STEP_SUMMARY'] = saved;
      await rm(folder, { recursive: true });
    }
  });
});
