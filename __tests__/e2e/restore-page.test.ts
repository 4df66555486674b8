/**
 * The page of a restore plan, and of what was done, as a page in a real browser where there is one.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { renderPlan, renderReport } from '../../src/github/restore-summary.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import { HOSTILE, NOW, samplePlan, sampleReport } from '../fixtures/restore-plan.ts';
import { hasBrowser, inBrowser, NO_BROWSER, pageOf, tablesOf } from '../fixtures/summary-page.ts';

const { scope } = samplePlan();
const hostilePlan = samplePlan({ scope: { ...scope, only: [`roles/${HOSTILE}`] } });
const planOptions = {
  backup: '20261122_090000',
  now: NOW,
  maxChanges: 100,
  mayName: true,
  failures: [],
};
const PAGES = {
  plan: renderPlan(hostilePlan, planOptions),
  'plan for strangers': renderPlan(hostilePlan, { ...planOptions, mayName: false }),
  report: renderReport(sampleReport(), { mayName: true, failures: [HOSTILE] }),
};

describe.each(Object.entries(PAGES))('the page of a %s', (_, markdown) => {
  test('has whole tables, whatever the names are', async () => {
    const tables = tablesOf(await pageOf(markdown));
    expect(tables.length).toBeGreaterThan(0);
    for (const rows of tables) expect(new Set(rows).size).toBe(1);
  });

  test('makes nothing of hostile names but text, and ends with its next step', async () => {
    const html = await pageOf(markdown);
    expect(html).not.toMatch(/<(?:img|script|iframe|strong>bold)\b|href="javascript/);
    expect(html.match(/<pre>/g)).toHaveLength(1);
    expect(html).toMatch(/<pre><code class="language-yaml">with:[^<]+<\/code><\/pre>\s*<\/body>$/);
  });
});

describeWhere(hasBrowser, NO_BROWSER)('in a browser', () => {
  test.each(Object.entries(PAGES))(
    'of a %s no script runs, no image loads, and nothing is wider than the page',
    async (_, markdown) => {
      const probe = `<script>addEventListener('load',()=>{document.body.dataset.wide=
        String(document.documentElement.scrollWidth>innerWidth);
        document.body.dataset.images=String(document.images.length)})</script>`;
      const dom = await inBrowser((await pageOf(markdown)) + probe, '--dump-dom');
      expect(/<body[^>]*>/.exec(dom)?.[0]).toBe('<body data-wide="false" data-images="0">');
    },
  );

  test('has its picture taken for docs/restore.md, when that is asked for', async () => {
    if (process.env['UPDATE_SCREENSHOT'] === undefined) return;
    const image = fileURLToPath(new URL('../../docs/images/restore-plan.png', import.meta.url));
    const page = await pageOf(renderPlan(samplePlan(), planOptions));
    await inBrowser(page, '--hide-scrollbars', '--window-size=910,2000', `--screenshot=${image}`);
  });
});
