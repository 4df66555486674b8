/**
 * A plan and a report as text: the most dangerous first, and nothing that a terminal would obey.
 */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { colourPaint, plainPaint } from '../../src/cli/layout/paint.ts';
import { planTextLines, type PlanTextOptions } from '../../src/cli/restore/plan-text.ts';
import { reportPage, reportTextLines } from '../../src/cli/restore/report-text.ts';
import {
  emptyPlan,
  NOW,
  provenReport,
  RESTORE_ID,
  samplePlan,
  sampleReport,
} from '../fixtures/restore-plan.ts';

const NEXT = 'node dist/cli.js apply --plan-id x';

function textOf(plan = samplePlan(), more: Partial<PlanTextOptions> = {}): string {
  const options = { now: NOW, paint: plainPaint, planPath: '/r/plan.json', next: NEXT, ...more };
  return planTextLines(plan, options).join('\n');
}

/** Whether texts come in this order. */
function expectInOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe('a plan', () => {
  test('has its age and risk first, then deletes, updates and creations, and the command last', () => {
    expectInOrder(textOf(), [
      '3 days old',
      'Look at these first',
      'delete  lists/spare',
      'update  flows/sign-in',
      'create  tenants/acme',
      'Lost with what is deleted',
      '! lists/spare: its id is gone for good',
      'What does not come back',
      '! roles/Support: it gets a new id',
      'Not possible: 3 objects',
      'missing-secret  outbound-apps/crm',
      '- /contents/tasks/0/type: "none"',
      '+ /contents/tasks/0/type: "mfa"',
      'Plan file: /r/plan.json',
      'Plan id: ',
      NEXT,
    ]);
  });

  test('says which secrets it needs, where', () => {
    expect(textOf()).toContain('needs a secret at resources/outbound-apps.json#/crm/clientSecret');
  });

  test('with nothing to do names no next command', () => {
    const text = textOf(emptyPlan());
    expect(text).toContain('nothing to do');
    expect(text).not.toContain(NEXT);
  });

  test('of an undo, and of another project, says so', () => {
    expect(textOf(samplePlan({ mode: 'undo' }))).toMatch(/^Safety backup .+\nUndo plan for /);
    const { backup } = samplePlan();
    const other = samplePlan({ backup: { ...backup, project_id: 'P2other' } });
    expect(textOf(other)).toContain('of project P2other');
  });

  test('shows all deletes, and counts what is too long to read', () => {
    const steps = (action: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ section: 'lists', id: `${action}-${index}`, action },
        ...{ edits: [{ pointer: '/name', before: 'a', after: 'b' }], loses: [] },
      }));
    const text = textOf(samplePlan({ steps: [...steps('delete', 300), ...steps('update', 300)] }));
    expect(text.match(/^delete {2}/gm)).toHaveLength(300);
    expect(text.match(/^update {2}/gm)).toHaveLength(200);
    expect(text).toContain('... and 100 more, all in plan.json');
  });

  test('has colours where it is asked for them, and is else the same', () => {
    const coloured = textOf(samplePlan(), { paint: colourPaint });
    expect(coloured).toContain('\u001b[31mdelete');
    expect(stripVTControlCharacters(coloured)).toBe(textOf());
  });
});

describe('a report', () => {
  const options = { undo: 'node dist/cli.js undo x', safetyPath: '/b/safety' };
  const lines = (report = sampleReport()) =>
    reportTextLines(report, { ...options, paint: plainPaint }).join('\n');

  test('has what went wrong first, and the way back last', () => {
    const text = lines();
    expect(text).toMatch(/done, \d+ failed or in doubt/);
    const outcomes = [...text.matchAll(/^(unknown|failed|blocked|not-reached|done) /gm)].map(
      ([, outcome]) => outcome,
    );
    const order = ['unknown', 'failed', 'blocked', 'not-reached', 'done'];
    expect(outcomes.length).toBeGreaterThan(2);
    expect(outcomes).toEqual(
      [...outcomes].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')),
    );
    expectInOrder(text, ['Safety backup: /b/safety', 'To plan the way back:', options.undo]);
  });

  test('that is proven says so', () => {
    expect(lines(provenReport())).toMatch(/\nRestored and proven, \d+ objects?\n/);
  });

  test('of nothing has no way back', () => {
    const report = provenReport({ objects: [], counts: { done: 0, failed: 0, not_reached: 0 } });
    expect(lines(report)).toContain('Nothing to do');
    expect(lines(report)).not.toContain(options.undo);
  });

  test('as a page is a block of code that nothing in it can end', () => {
    const page = reportPage(sampleReport(), ['a\n```\n# b'], options);
    const [title, ...rest] = page.split('\n');
    expect(title).toBe(`# Restore ${RESTORE_ID}`);
    for (const line of rest) expect(line).toMatch(/^(?: {4}.*)?$/);
    expect(page).toContain('    Not as planned: a\\u000a```\\u000a# b');
  });
});
