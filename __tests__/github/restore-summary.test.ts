import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Tokens } from 'marked';
import { parse } from 'yaml';
import {
  renderPlan,
  renderReport,
  type PlanPageOptions,
} from '../../src/github/restore-summary.ts';
import { choiceText, parseObjects } from '../../src/project/object-names.ts';
import {
  emptyPlan,
  HOSTILE,
  NOW,
  PLAN_ID,
  provenReport,
  RESTORE_ID,
  samplePlan,
  sampleReport,
} from '../fixtures/restore-plan.ts';

const OPTIONS: PlanPageOptions = {
  backup: '20261122_090000',
  now: NOW,
  maxChanges: 100,
  mayName: true,
  failures: [],
};
const LIMIT = 256 * 1024;

const headings = (page: string): string[] =>
  page.split('\n').filter((line) => line.startsWith('#'));

/** The lines of the page's last block, as a workflow file has them. */
function withBlock(page: string): Readonly<Record<string, unknown>> {
  const blocks = marked
    .lexer(page)
    .filter((token): token is Tokens.Code => token.type === 'code' && token.lang === 'yaml');
  const last = blocks.at(-1);
  if (last === undefined) throw new Error('there is no block');
  return (parse(last.text) as { with: Record<string, unknown> }).with;
}

describe('the page of a plan', () => {
  const page = renderPlan(samplePlan(), OPTIONS);

  test('has the most dangerous first, and the next step at its end', () => {
    expect(headings(page)).toEqual([
      '## 📋 Restore plan, 1 to delete, 2 to create, 3 to update: P2abc',
      '### Look at these first',
      '### To delete (1)',
      '### What does not come back (1)',
      '### Not possible (3)',
      '### What Descope itself says in a dry run',
      '### To update (3)',
      '### To create (2)',
      '### Kept: only the project has them (2)',
      '### Next step',
    ]);
  });

  test('tells what somebody who approves it has to know', () => {
    for (const text of [
      '**Nothing of this plan has been written.**',
      '3 days old, complete',
      '| Risk of this plan | ⚠️ high |',
      '| Risk of the changes in it | low |',
      '| Scope | 3 names, with what they refer to; 1 named to delete |',
      '| Kept | 2 objects that only the project has |',
      'at most 90 requests, about 3 minutes (rate limit tier general)',
      'its id is gone for good<br>flows that use it no longer find it',
      'missing-secret: its secret is in no backup; needs a secret at resources',
      'unsupported: a key that was deleted cannot come back',
      '<code>&#34;none&#34;</code> → <code>&#34;mfa&#34;</code>',
      'it was deleted; because of tenants/acme',
      '<code>roles/New role</code>, <code>tenants/newcomer</code>',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('other project');
  });

  test('has the step that applies it as lines of a workflow file', () => {
    expect(withBlock(page)).toEqual({
      mode: 'apply',
      'project-id': 'P2abc',
      'management-key': '${{ secrets.DESCOPE_RESTORE_KEY }}',
      backup: '20261122_090000',
      environment: 'production',
      only: 'flows/sign-in\nroles\ntenants/acme/**\n',
      delete: 'lists/spare\n',
      'plan-id': PLAN_ID,
      confirm: 'P2abc',
    });
  });

  test('repeats in that step all that makes the plan what it is', () => {
    const plan = samplePlan();
    const other = samplePlan({
      backup: { ...plan.backup, project_id: 'P2other', status: 'partial', risk: undefined },
      scope: {
        only: [],
        with_dependencies: false,
        delete: [],
        supplied_secrets: ['a', 'b'],
        accepted_user_loss: ['tenants/acme'],
        users_status: 'disabled',
      },
    });
    const shown = renderPlan(other, { ...OPTIONS, maxChanges: 5 });
    expect(withBlock(shown)).toMatchObject({
      'from-project-id': 'P2other',
      'allow-other-project': true,
      'accept-user-loss': 'tenants/acme\n',
      'with-dependencies': false,
      'max-changes': 6,
    });
    expect(shown).toContain('# secrets: the same as in this run');
    expect(shown).toContain('These are more changes than <code>max-changes</code> allows (5)');
    expect(shown).toContain('| Backup of | ⚠️ another project, <code>P2other</code> |');
    expect(shown).toContain('⚠️ partial');
    expect(shown).toContain('| Risk of the changes in it | not recorded |');
    expect(shown).toContain(
      'all, without what they refer to; 2 supplied secrets; users lost with 1 accepted; users are created disabled',
    );
  });

  test('of an undo names the restore', () => {
    const undo = renderPlan(samplePlan({ mode: 'undo' }), { ...OPTIONS, backup: RESTORE_ID });
    expect(withBlock(undo)).toMatchObject({ mode: 'undo', backup: RESTORE_ID, 'plan-id': PLAN_ID });
    expect(withBlock(undo)).not.toHaveProperty('environment');
    expect(undo).toContain('## 📋 Undo plan');
    expect(undo).toContain('| Safety backup | <code>');
  });

  test('says that there is nothing to do, and has no next step', () => {
    const empty = renderPlan(emptyPlan(), OPTIONS);
    expect(headings(empty)).toEqual(['## ✅ Restore plan, nothing to do: P2abc']);
    expect(empty).not.toContain('plan-id:');
  });

  test('is never greener than its step', () => {
    const refused = renderPlan(samplePlan(), { ...OPTIONS, failures: ['the plan is stale'] });
    expect(refused).toContain('**This step fails:**\n\n- 🛑 the plan is stale');
    expect(withBlock(refused)['plan-id']).toBe(PLAN_ID);
  });

  test('makes nothing of hostile names but text', () => {
    expect(page).toContain('&#60;img src');
    expect(page).not.toMatch(/<img|`\*\*bold|\]\(javascript/);
  });

  test('where strangers read has names of fields and counts alone', () => {
    const shown = renderPlan(samplePlan(), { ...OPTIONS, mayName: false });
    for (const name of [
      'acme',
      'Support',
      'sign-in',
      'spare',
      'crm',
      'K2old',
      'child',
      'newcomer',
      'New role',
      'img',
      'evil.example',
      'clientSecret',
      'owner',
      'it was deleted',
    ]) {
      expect(shown).not.toContain(name);
    }
    for (const text of [
      '- flows update: 1 (contents)',
      '- roles update: 1 (description, permissionNames)',
      '- tenant-sso update: 1\n',
      '- lists delete: 1',
      '- outbound-apps missing-secret: 1',
      '- flows, rule mfa-removed: 1',
      '- fga-schema, fga-deletes: 1',
      '3 things will not come back, or be lost.',
      PLAN_ID.slice(0, 6),
    ]) {
      expect(shown).toContain(text);
    }
    expect(shown).toContain('  # only: as in this run\n  # delete: as in this run\n');
    expect(withBlock(shown)).toMatchObject({ 'plan-id': PLAN_ID, confirm: 'P2abc' });
  });
});

describe('a plan of very many objects', () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({
    section: 'tenants',
    id: `tenant-${n}`,
    action: n < 2500 ? 'delete' : 'update',
    edits: [{ pointer: '/name', before: 'x'.repeat(200), after: 'y'.repeat(200) }],
    loses: n < 2500 ? ['lost '.repeat(80)] : [],
  }));

  test('is cut below what GitHub takes, and keeps its next step', () => {
    const page = renderPlan(samplePlan({ steps: many }), OPTIONS);
    expect(page.length).toBeLessThanOrEqual(LIMIT + 100);
    expect(page).toContain('... cut here: the summary was too long.');
    expect(withBlock(page)['plan-id']).toBe(PLAN_ID);
  });

  test('tells how many rows it leaves out', () => {
    const updates = many.filter(({ action }) => action === 'update');
    const page = renderPlan(samplePlan({ steps: updates }), OPTIONS);
    expect(page).toContain('... and 2400 more.');
    expect(page).toContain('### To update (2500)');
  });

  test('does not repeat a list of names that would fill the page', () => {
    const { scope } = samplePlan();
    const only = Array.from({ length: 5000 }, (_, n) => `tenants/tenant-${n}`);
    const page = renderPlan(samplePlan({ scope: { ...scope, only } }), OPTIONS);
    expect(page).toContain('  # only: as in this run\n');
  });
});

describe('the lines of a workflow file', () => {
  test('hold no expression, no end of the block and no other YAML, whatever the names are', () => {
    const { backup, scope } = samplePlan();
    const evil = ["x'\n```\nenv: ${{ secrets.A }}", '${{ secrets.B }}', 'true', '12e3'];
    for (const name of evil) {
      const page = renderPlan(
        samplePlan({
          backup: { ...backup, environment: name, project_id: name },
          scope: { ...scope, only: [`roles/${name}`], delete: [`lists/${name}`] },
        }),
        OPTIONS,
      );
      const block = page.slice(page.indexOf('```yaml'));
      expect(block.match(/\$\{\{/g)).toHaveLength(1);
      const lines = withBlock(page);
      expect(lines['environment']).toBe(name);
      expect(lines['from-project-id']).toBe(name);
      expect(decodeURIComponent(String(lines['only']).trimEnd())).toBe(`roles/${name}`);
      expect(decodeURIComponent(String(lines['delete']).trimEnd())).toBe(`lists/${name}`);
      expect(lines['plan-id']).toBe(PLAN_ID);
    }
  });
});

describe('whatever objects are called', () => {
  const anyText = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
  const cellsOf = (page: string): Set<number>[] =>
    marked
      .lexer(page)
      .filter((token): token is Tokens.Table => token.type === 'table')
      .map(({ header, rows }) => new Set([header, ...rows].map((row) => row.length)));

  test('tables stay whole, and the lines of the workflow name the same objects', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (id, text, mayName) => {
        const { scope, backup } = samplePlan();
        const only = choiceText({ kind: 'object', section: 'roles', id });
        const steps = (['create', 'update', 'delete', 'blocked'] as const).map((action) => ({
          section: 'roles',
          id,
          action,
          reason: text,
          edits: [{ pointer: `/${id}`, before: text, after: [text] }],
          loses: [text],
        }));
        const page = renderPlan(
          samplePlan({
            backup: { ...backup, environment: text },
            scope: { ...scope, only: [only], delete: [only] },
            steps,
            kept: [{ section: 'roles', id }],
            findings: [{ rule: 'r', section: 'roles', id, text }],
          }),
          { ...OPTIONS, mayName },
        );
        for (const widths of cellsOf(page)) expect(widths.size).toBe(1);
        const block = withBlock(page);
        expect(block['plan-id']).toBe(PLAN_ID);
        expect(block['environment']).toBe(text);
        if (!mayName) return;
        const named = parseObjects(String(block['delete']));
        expect(named).toEqual({ names: [{ section: 'roles', id }] });
        expect(block['only']).toBe(block['delete']);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the page of a report', () => {
  test('has what is wrong first, and the way back at its end', () => {
    const page = renderReport(sampleReport(), { mayName: true, failures: ['3 objects failed'] });
    expect(headings(page)).toEqual([
      '## ❌ Restore: 1 object done, 3 failed or in doubt, 1 not reached, the project is other than planned: P2abc',
      '### What is other than planned',
      '### What was not done',
      '### What was done',
      '### The way back',
    ]);
    const order = ['❓ in doubt', '❌ failed', '⛔ blocked', '| not reached |', 'now <code>R9new'];
    const places = order.map((text) => page.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(page).toContain('**It stopped early:** the deadline of 60 minutes was reached');
    expect(page).toContain('- 🛑 3 objects failed');
    expect(page).toMatch(/\| none \| <code>c+<.*c+<\/code> \| <code>c+/);
    expect(withBlock(page)).toEqual({
      mode: 'undo',
      'project-id': 'P2abc',
      'management-key': '${{ secrets.DESCOPE_RESTORE_KEY }}',
      backup: RESTORE_ID,
    });
    expect(page).not.toContain(HOSTILE);
  });

  test('is green only when all is proven and the step does not fail', () => {
    const green = (more: object, failures: readonly string[] = []) =>
      renderReport(provenReport(more), { mayName: true, failures }).startsWith('## ✅');
    expect(green({})).toBe(true);
    expect(green({}, ['the after-backup was not uploaded'])).toBe(false);
    expect(green({ proof: 'differs' })).toBe(false);
    expect(green({ proof: 'not-run' })).toBe(false);
    expect(green({ stopped: 'the key was refused' })).toBe(false);
    expect(green({ counts: { done: 1, failed: 1, not_reached: 0 } })).toBe(false);
    expect(green({ counts: { done: 1, failed: 0, not_reached: 1 } })).toBe(false);
  });

  test('of a restore that wrote nothing has no way back', () => {
    const page = renderReport(
      sampleReport({
        counts: { done: 0, failed: 0, not_reached: 1 },
        proof: 'not-run',
        after_backup_id: undefined,
        objects: [{ section: 'lists', id: 'a', action: 'delete', outcome: 'not-reached' }],
      }),
      { mayName: true, failures: [] },
    );
    expect(page).toContain('Nothing was written, so there is nothing to undo.');
    expect(page).toContain('| Backup after it | <code>none</code> |');
    expect(page).not.toContain('mode: undo');
  });

  test('offers the way back also when all that is known is a doubt', () => {
    const { objects } = sampleReport();
    const doubt = objects.filter(({ outcome }) => outcome === 'unknown');
    const page = renderReport(sampleReport({ objects: doubt }), { mayName: true, failures: [] });
    expect(withBlock(page)).toMatchObject({ mode: 'undo', backup: RESTORE_ID });
  });

  test('where strangers read has counts alone', () => {
    const page = renderReport(sampleReport(), { mayName: false, failures: [] });
    expect(page).not.toMatch(/Support|acme|sign-in|spare|R9new|HTTP|img/);
    expect(page).toContain('- flows update, failed: 1');
    expect(page).toContain('🛑 1 thing other than planned.');
  });
});
