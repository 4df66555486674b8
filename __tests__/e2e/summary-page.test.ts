/**
 * The step summary as a page: GitHub-flavoured Markdown made into HTML, in a real browser where
 * there is one.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { escapeText } from '../../src/github/markdown.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import { makeWorkspace, runBundle } from '../fixtures/run-bundle.ts';
import { hasBrowser, inBrowser, NO_BROWSER, pageOf, tablesOf } from '../fixtures/summary-page.ts';

const HOSTILE = '<img src=x onerror=alert(1)>|`**bold**` [a](javascript:alert(2)) 🚀 東京';

function config(names: readonly string[], domain = 'acme.com'): string {
  const list = names.map((name, index) => ({
    id: `tenant-${index + 1}`,
    name,
    domains: index === 0 ? ['acme.com', ...(domain === 'acme.com' ? [] : [domain])] : [],
  }));
  return JSON.stringify({ version: '1.0', tenants: list });
}

const NAMES = ['Acme', 'Widget Company', 'Initech', 'Umbrella', HOSTILE];

let summaries: string[];

/**
 * Three nights in one backup root: the first, one with a change that matters, and one in which too
 * much is gone.
 */
beforeAll(async () => {
  const workspace = await makeWorkspace();
  summaries = [];
  for (const [index, text] of [
    config(NAMES),
    config([...NAMES.slice(0, 4), `${HOSTILE}, renamed`], 'rival.example'),
    config(NAMES.slice(0, 1)),
  ].entries()) {
    await writeFile(join(workspace, 'descope.yaml'), text);
    const { summary } = await runBundle({
      workspace,
      ...frozenAt(`2026-03-0${index + 1}T03:00:00Z`),
    });
    summaries.push(summary);
  }
});

describe('the page', () => {
  test('tells the status, what changed, the counts, the window and retention, in this order', async () => {
    const html = await pageOf(summaries[1] ?? '');
    const headings = [...html.matchAll(/<h[23][^>]*>(.*?)<\/h[23]>/g)].map(([, text]) => text);
    expect(headings).toEqual([
      '✅ Backup taken and verified: my-project (production)',
      'What changed since 20260301_030000',
      'What is in this backup',
      'What is not',
      'Backups in this window',
      'Retention',
    ]);
    expect(html).toContain('domain rival.example was added');
    expect(html).toContain('risk high');
  });

  test('has whole tables, whatever the names are', async () => {
    for (const summary of summaries) {
      const tables = tablesOf(await pageOf(summary));
      expect(tables.length).toBeGreaterThan(2);
      for (const rows of tables) expect(new Set(rows).size).toBe(1);
    }
  });

  test('makes nothing of hostile names but text', async () => {
    const html = await pageOf(summaries[1] ?? '');
    expect(html).not.toMatch(/<(?:img|script|iframe)\b|javascript:[^<]*"/);
    expect(html).toContain('&#60;img src');
    expect(html).not.toContain('<strong>bold');
  });

  test('says on top that too much is gone', async () => {
    expect(summaries[2]).toContain('## 🛑 Backup taken, but too much is gone since the last one');
    expect(await pageOf(summaries[2] ?? '')).toContain('tenants: 4 of 5 are gone');
  });
});

describeWhere(hasBrowser, NO_BROWSER)('in a browser', () => {
  test('no script runs, no image loads, and nothing is wider than the page', async () => {
    const probe = `<script>addEventListener('load',()=>{document.body.dataset.wide=
        String(document.documentElement.scrollWidth>innerWidth);
        document.body.dataset.images=String(document.images.length);
        document.body.dataset.text=document.body.innerText.includes('<img src=x onerror=alert(1)>')})</script>`;
    const dom = await inBrowser((await pageOf(summaries[1] ?? '')) + probe, '--dump-dom');
    expect(/<body[^>]*>/.exec(dom)?.[0]).toBe(
      '<body data-wide="false" data-images="0" data-text="true">',
    );
  });

  test('has its picture taken for the README, when that is asked for', async () => {
    if (process.env['UPDATE_SCREENSHOT'] === undefined) return;
    const image = fileURLToPath(new URL('../../docs/images/summary.png', import.meta.url));
    const plain = (summaries[1] ?? '').replaceAll(escapeText(HOSTILE), 'Hooli');
    const page = await pageOf(plain.replaceAll(/\/tmp\/[^/<]+/g, '/work'));
    await inBrowser(page, '--hide-scrollbars', '--window-size=910,1400', `--screenshot=${image}`);
  });
});
