/** Applies through the built bundle that are killed, cancelled and refused. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { RestoreReport } from '../../src/models/restore-report.ts';
import { stateOf } from '../fixtures/descope-api/state-of.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { runLive } from '../fixtures/live-run.ts';
import { planRestore, restoreInputs } from '../fixtures/restore-run.ts';
import { startBundle, type BundleResult, type RunningBundle } from '../fixtures/run-bundle.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

const start = writableServers();
const artifacts = useArtifactService();

/** The last list is emptied as the first one is. */
function damage({ state }: DescopeApi): void {
  state.lists = state.lists.map((list) => ({ ...list, description: 'damaged' }));
}

/** Starts the apply of a plan of this moment. */
async function startApply(
  api: DescopeApi,
  workspace: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningBundle> {
  const plan = await planRestore(api, { workspace });
  expect(plan.errors).toEqual([]);
  return startBundle({
    workspace,
    action: 'restore',
    inputs: {
      ...restoreInputs(api),
      mode: 'apply',
      'plan-id': plan.outputs['plan-id'] ?? '',
      confirm: api.state.projectId,
      'allow-public-artifact': 'true',
    },
    env: { ...artifacts.env, GITHUB_EVENT_NAME: 'workflow_dispatch', ...env },
  });
}

async function apply(...given: Parameters<typeof startApply>): Promise<BundleResult> {
  return (await startApply(...given)).result;
}

/** A project with a backup, and damage to three lists. */
async function night(plan: 'free' | 'pro') {
  const api = await start({ plan, answers: { tenant: 'wrapped' } });
  const { workspace } = await runLive(api);
  const before = stateOf(api.state);
  damage(api);
  return { api, workspace, before };
}

/** Does something while a write is under way, before or after it took effect. */
function atWrite(api: DescopeApi, number: number, done: boolean, act: () => void): void {
  api.faults = [
    {
      kind: 'hang',
      when: 'before-headers',
      writes: true,
      fromWrite: number,
      times: 1,
      done,
      where: () => {
        act();
        return true;
      },
    },
  ];
}

describe.each(['free', 'pro'] as const)('on plan %s', (plan) => {
  test.each([
    ['before', false],
    ['after', true],
  ])(
    'a run that is killed %s a write took effect is finished by the next one',
    async (_when, done) => {
      const { api, workspace, before } = await night(plan);
      const run: { bundle?: RunningBundle } = {};
      atWrite(api, 2, done, () => run.bundle?.child.kill('SIGKILL'));
      run.bundle = await startApply(api, workspace);
      const killed = await run.bundle.result;
      expect([killed.signal, killed.outputs['proof']]).toEqual(['SIGKILL', 'not-run']);
      api.faults = [];
      const rest = await apply(api, workspace);
      expect(rest.errors).toEqual([]);
      expect(rest.outputs['proof']).toBe('equal');
      expect(stateOf(api.state)).toEqual(before);
    },
  );
});

test('a run that is cancelled ends its object, and uploads what it did', async () => {
  const { api, workspace, before } = await night('free');
  const run: { bundle?: RunningBundle } = {};
  api.faults = [
    {
      kind: 'change',
      writes: true,
      fromWrite: 1,
      times: 1,
      change: () => run.bundle?.child.kill('SIGINT'),
    },
  ];
  run.bundle = await startApply(api, workspace);
  const { outputs } = await run.bundle.result;
  api.faults = [];
  const report = JSON.parse(await readFile(outputs['report-path'] ?? '', 'utf8')) as RestoreReport;
  expect(report).toMatchObject({ stopped: 'the run was cancelled', proof: 'not-run' });
  expect(report.counts.not_reached).toBeGreaterThan(0);
  expect(report.counts.failed).toBe(0);
  const names = artifacts.artifacts.map(({ name }) => name);
  expect(names).toContain(`descope-restore-${api.state.projectId}-${outputs['restore-id'] ?? ''}`);
  const rest = await apply(api, workspace);
  expect(rest.errors).toEqual([]);
  expect(stateOf(api.state)).toEqual(before);
});

test.each(['pull_request', 'push', 'issue_comment'])('nothing is applied on %s', async (event) => {
  const { api, workspace } = await night('free');
  const run = await apply(api, workspace, { GITHUB_EVENT_NAME: event });
  expect(run.errors.join('\n')).toContain(`nothing is applied on the event ${event}`);
  expect(api.writes).toEqual([]);
});
