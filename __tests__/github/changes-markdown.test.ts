import { describe, expect, test } from '@jest/globals';
import { changesLines, renderChanges } from '../../src/github/changes-markdown.ts';
import type { DiffReport } from '../../src/models/changes.ts';

const report: DiffReport = {
  changed: 'true',
  change_count: 3,
  risk: 'high',
  findings: [{ rule: 'r', section: 'tenants', id: 'acme', text: 'domain x|y was added' }],
  changes: [
    {
      section: 'tenants',
      id: 'acme',
      kind: 'changed',
      edits: [
        { pointer: '/domains', before: [], after: ['x|y'] },
        { pointer: '/new', after: 1 },
        { pointer: '/old', before: 1 },
        { pointer: '', before: 1, after: 2 },
        { pointer: '/a', before: 1, after: 2 },
        { pointer: '/b', before: 1, after: 2 },
        { pointer: '/c', before: 1, after: 2 },
      ],
    },
    { section: 'flows', id: 'sign-in', kind: 'added', edits: [{ pointer: '', after: {} }] },
    { section: 'flows', id: 'old', kind: 'removed', edits: [{ pointer: '', before: {} }] },
  ],
  not_comparable: ['lists'],
};

describe('changesLines', () => {
  test('shows findings first, then each object and where it changed, a few places each', () => {
    expect(changesLines(report, true)).toEqual([
      '**Look at these first:**',
      '',
      '- ⚠️ <code>tenants/acme</code> domain x&#124;y was added',
      '',
      '| Object | Change | Where |',
      '| --- | --- | --- |',
      '| tenants <code>acme</code> | changed | <code>/domains</code> <code>&#91;&#93;</code> → <code>&#91;&#34;x&#124;y&#34;&#93;</code><br><code>/new</code> added: <code>1</code><br><code>/old</code> removed, was <code>1</code><br><code>/</code> <code>1</code> → <code>2</code><br><code>/a</code> <code>1</code> → <code>2</code><br>and 2 more places |',
      '| flows <code>sign-in</code> | added |  |',
      '| flows <code>old</code> | removed |  |',
      '',
      'Not compared, because only one of the backups has them: lists.',
      '',
    ]);
  });

  test('has counts alone where names must not be shown', () => {
    const lines = changesLines(report, false);
    expect(lines[0]).toBe('tenants changed: 1, flows added: 1, flows removed: 1.');
    expect(lines.join()).not.toContain('acme');
  });

  test('says that nothing changed', () => {
    const none = { ...report, change_count: 0, findings: [], changes: [], not_comparable: [] };
    expect(changesLines(none, true)).toEqual(['Nothing changed.', '']);
    expect(changesLines(none, false)).toEqual(['Nothing changed.', '']);
  });

  test('shows the first of very many', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      section: 'tenants',
      id: `t${index}`,
      kind: 'added' as const,
      edits: [],
    }));
    const text = changesLines({ ...report, change_count: 60, changes: many }, true).join('\n');
    expect(text).toContain('... and 10 more.');
  });
});

test('renderChanges is a page of its own', () => {
  expect(renderChanges(report)).toMatch(/^## 3 changes, risk high\n\n\*\*Look at these first/);
});
