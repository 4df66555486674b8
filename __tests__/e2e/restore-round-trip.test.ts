/** Restores that are applied, and undone, through the built bundle. */
import { describe, expect, test } from '@jest/globals';
import { stateOf } from '../fixtures/descope-api/state-of.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { runLive } from '../fixtures/live-run.ts';
import { planOf, planRestore, runRestore } from '../fixtures/restore-run.ts';
import type { BundleResult } from '../fixtures/run-bundle.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

const start = writableServers();
const artifacts = useArtifactService();
const answers = { tenant: 'wrapped' } as const;

/** Applies the plan of a run as its page says. */
function applied(
  api: DescopeApi,
  workspace: string,
  plan: BundleResult,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> {
  return runRestore(api, {
    workspace,
    inputs: {
      mode: 'apply',
      'plan-id': plan.outputs['plan-id'] ?? '',
      confirm: api.state.projectId,
      'allow-public-artifact': 'true',
      ...inputs,
    },
    env: { ...artifacts.env, GITHUB_EVENT_NAME: 'workflow_dispatch' },
  });
}

describe('a restore', () => {
  test('is planned, applied and proven, and then undone', async () => {
    const api = await start({ answers });
    const { workspace } = await runLive(api);
    const before = stateOf(api.state);
    api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'damaged' }));
    api.state.permissions = api.state.permissions.filter(({ name }) => name !== 'docs.write');
    api.state.roles = api.state.roles.map((role) => ({
      ...role,
      permissionNames: role.permissionNames.filter((name) => name !== 'docs.write'),
    }));
    const damaged = stateOf(api.state);

    const plan = await planRestore(api, { workspace });
    expect(plan.errors).toEqual([]);
    const run = await applied(api, workspace, plan);
    expect(run.errors).toEqual([]);
    expect(run.outputs).toMatchObject({ proof: 'equal', 'failed-count': '0' });
    expect(stateOf(api.state)).toEqual(before);

    const undo = { mode: 'undo', backup: run.outputs['restore-id'] ?? '' };
    const back = await planRestore(api, { workspace, inputs: undo });
    expect(back.errors).toEqual([]);
    expect((await planOf(back)).mode).toBe('undo');
    const undone = await applied(api, workspace, back, undo);
    expect(undone.errors).toEqual([]);
    expect(stateOf(api.state)).toEqual(damaged);
  });
});
