/**
 * What the workflows of examples/ that restore must have, so that nothing is written that nobody
 * approved.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');

const workflowSchema = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      environment: z.string().optional(),
      permissions: z.record(z.string(), z.string()),
      needs: z.string().optional(),
      if: z.string().optional(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          if: z.string().optional(),
          with: z.record(z.string(), z.unknown()).default({}),
        }),
      ),
    }),
  ),
});

const RECIPES = ['restore', 'restore-one-object', 'restore-drill', 'restorability'] as const;
type Workflow = z.infer<typeof workflowSchema>;

const read = (recipe: (typeof RECIPES)[number]): Workflow =>
  workflowSchema.parse(parse(readFileSync(join(root, `examples/workflows/${recipe}.yml`), 'utf8')));

/** The inputs of each step that restores, with what its job is. */
const restores = ({ jobs }: Workflow) =>
  Object.values(jobs).flatMap((job) =>
    job.steps
      .filter(({ uses = '' }) => uses.startsWith('org/descope-backup/restore@'))
      .map((step) => ({ job, step, mode: step.with['mode'] ?? 'plan', inputs: step.with })),
  );

describe.each(RECIPES)('%s', (recipe) => {
  const workflow = read(recipe);

  test('starts where an apply is not refused, and by nobody who cannot run workflows', () => {
    const events = Object.keys(workflow.on);
    expect(['workflow_dispatch', 'schedule']).toEqual(expect.arrayContaining(events));
  });

  test('starts its schedule off the full hour', () => {
    const { schedule = [] } = workflow.on as { schedule?: { cron: string }[] };
    for (const { cron } of schedule) expect(cron).toMatch(/^(?!0 |15 |30 |45 )\d+ \d+ /);
    const isScheduled = recipe === 'restore-drill' || recipe === 'restorability';
    expect(schedule).toHaveLength(isScheduled ? 1 : 0);
  });

  test('asks for the least permissions', () => {
    for (const { permissions } of Object.values(workflow.jobs)) {
      expect(permissions).toEqual({ actions: 'read', contents: 'read' });
    }
  });

  test('plans first, and applies only a plan by its id, with the inputs of the plan', () => {
    const [plan, apply, ...more] = restores(workflow);
    expect(more).toEqual([]);
    expect(plan?.mode).toBe('plan');
    if (recipe === 'restorability') {
      expect(apply).toBeUndefined();
      return;
    }
    const { mode, 'plan-id': planId, confirm, ...scope } = apply?.inputs ?? {};
    expect(mode).toBe('apply');
    expect(planId).toMatch(
      /^\$\{\{ (?:needs\.plan\.outputs|steps\.plan\.outputs|inputs)\.plan-id \}\}$/,
    );
    expect(confirm).toBe(scope['project-id']);
    const withoutKey = (inputs: Readonly<Record<string, unknown>> = {}) => ({
      ...inputs,
      'management-key': undefined,
    });
    expect(withoutKey(scope)).toEqual(withoutKey(plan?.inputs));
  });
});

describe('the key that writes', () => {
  const keyOf = (inputs: Readonly<Record<string, unknown>> = {}) => inputs['management-key'];

  test('is in the second job alone, whose environment waits for reviewers', () => {
    const [plan, apply] = restores(read('restore'));
    expect([keyOf(plan?.inputs), plan?.job.environment]).toEqual([
      '${{ secrets.DESCOPE_MANAGEMENT_KEY }}',
      'descope-backup',
    ]);
    expect([keyOf(apply?.inputs), apply?.job.environment, apply?.job.needs]).toEqual([
      '${{ secrets.DESCOPE_RESTORE_KEY }}',
      'descope-restore',
      'plan',
    ]);
    expect(apply?.job.if).toContain("needs.plan.outputs.deletes != '0'");
  });

  test('is there only when a plan id was entered', () => {
    const [plan, apply] = restores(read('restore-one-object'));
    expect(plan?.step.if).toBe("${{ inputs.plan-id == '' }}");
    expect(apply?.step.if).toBe("${{ inputs.plan-id != '' }}");
    expect(apply?.job.environment).toBe(
      "${{ inputs.plan-id == '' && 'descope-backup' || 'descope-restore' }}",
    );
    expect(keyOf(plan?.inputs)).toBe('${{ secrets.DESCOPE_MANAGEMENT_KEY }}');
    expect(keyOf(apply?.inputs)).toBe('${{ secrets.DESCOPE_RESTORE_KEY }}');
  });

  test('of the drill is that of another project than the one whose backup it is', () => {
    for (const { inputs, job } of restores(read('restore-drill'))) {
      expect(inputs['project-id']).not.toBe(inputs['from-project-id']);
      expect(inputs['allow-other-project']).toBe(true);
      expect(keyOf(inputs)).toBe('${{ secrets.DESCOPE_DRILL_KEY }}');
      expect(job.environment).toBe('descope-drill');
    }
  });
});
