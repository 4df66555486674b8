/**
 * Who reads what a restore tells: no secret gets anywhere, no name to strangers, and nothing is
 * applied where it must not be.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SECRET_MARK } from '../fixtures/descope-api/marks.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { readTree, runLive, toldBy, unzip } from '../fixtures/live-run.ts';
import { planOf, planRestore, runRestore } from '../fixtures/restore-run.ts';
import { makeFolder, type BundleResult } from '../fixtures/run-bundle.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

const serve = writableServers();
const artifacts = useArtifactService();
const SUPPLIED = 'supplied-secret-0123456789';

/** The environment of a run on GitHub, in a repository of some visibility. */
async function onGitHub(visibility: 'public' | 'private', event = 'workflow_dispatch') {
  const file = join(await makeFolder(), 'event.json');
  const repository = {
    full_name: 'octo-org/octo-repo',
    private: visibility !== 'public',
    visibility,
  };
  await writeFile(file, JSON.stringify({ repository }));
  return { ...artifacts.env, GITHUB_EVENT_PATH: file, GITHUB_EVENT_NAME: event };
}

/** A damaged project with a backup of how it was. */
async function damaged(): Promise<{ api: DescopeApi; workspace: string }> {
  const api = await serve({ answers: { tenant: 'wrapped' } });
  const { workspace, errors } = await runLive(api);
  expect(errors).toEqual([]);
  const { state } = api;
  state.tenants = state.tenants.map((one) => (one.id === 'acme' ? { ...one, name: 'Evil' } : one));
  state.roles = state.roles.filter(({ name }) => name !== 'Auditor');
  state.outboundApps = state.outboundApps.map((one) => ({ ...one, description: 'changed' }));
  state.sso.set('ACME', []);
  return { api, workspace };
}

/** Everything that a run leaves behind. */
async function leftBy(run: BundleResult, workspace: string): Promise<string> {
  const restores = `${(await planOf(run)).project_id}.restores`;
  const files = await readTree(join(workspace, 'backups', restores));
  const zips = await Promise.all(
    artifacts.artifacts.map(({ name }) => artifacts.downloadZip(name)),
  );
  const packed = zips.flatMap((zip) => [...unzip(zip).values()]);
  return [toldBy(run), ...files.values(), ...packed].map(String).join('\n');
}

function apply(plan: BundleResult, api: DescopeApi): Readonly<Record<string, string>> {
  return {
    mode: 'apply',
    'plan-id': plan.outputs['plan-id'] ?? '',
    confirm: api.state.projectId,
  };
}

describe('a plan', () => {
  test('holds no secret: not the key, not what was supplied, nothing that the service showed', async () => {
    const { api, workspace } = await damaged();
    const asked = await planRestore(api, { workspace });
    const [place] = (await planOf(asked)).steps.flatMap((step) => step.missing_secrets ?? []);
    expect(place).toBeDefined();
    const inputs = { secrets: JSON.stringify({ [place ?? '']: SUPPLIED }) };
    const env = await onGitHub('private');
    const run = await planRestore(api, { workspace, inputs, env });
    expect(run.errors).toEqual([]);
    expect((await planOf(run)).scope.supplied_secrets).toEqual([place]);
    expect(run.outputs['plan-id']).not.toBe(asked.outputs['plan-id']);
    const left = await leftBy(run, workspace);
    for (const secret of [api.state.managementKey, SUPPLIED, SECRET_MARK]) {
      expect(left.includes(secret)).toBe(false);
    }
  });

  test('is uploaded as the report, with the files of its folder', async () => {
    const { api, workspace } = await damaged();
    const run = await planRestore(api, { workspace, env: await onGitHub('private') });
    const { projectId } = api.state;
    const id = run.outputs['restore-id'] ?? '';
    const name = `descope-restore-${projectId}-${id}`;
    expect(artifacts.artifacts.map((one) => one.name)).toEqual([name]);
    const files = unzip(await artifacts.downloadZip(name));
    expect([...files.keys()]).toEqual([`${projectId}.restores/${id}/plan.json`]);
    expect([...files.values()][0]).toEqual(await readFile(run.outputs['plan-path'] ?? ''));
  });

  test('is not uploaded where that is switched off', async () => {
    const { api, workspace } = await damaged();
    const env = await onGitHub('private');
    await planRestore(api, { workspace, env, inputs: { 'upload-artifact': 'false' } });
    expect(artifacts.artifacts).toEqual([]);
  });

  test('names nothing in a public repository, and is not uploaded', async () => {
    const { api, workspace } = await damaged();
    const run = await planRestore(api, { workspace, env: await onGitHub('public') });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.lines).toContain(`Plan id: ${run.outputs['plan-id'] ?? ''}`);
    const told = [run.stdout, run.stderr, run.summary].join('\n');
    for (const name of ['acme', 'ACME', 'Evil', 'Auditor']) expect(told).not.toContain(name);
    expect(artifacts.artifacts).toEqual([]);
    const inputs = { 'allow-public-artifact': 'true' };
    await planRestore(api, { workspace, inputs, env: await onGitHub('public') });
    expect(artifacts.artifacts).toHaveLength(1);
  });
});

describe('an apply that is refused', () => {
  test.each([
    [
      'on an event that others can cause',
      'private',
      'pull_request',
      {},
      /nothing is applied on the event pull_request/,
    ],
    [
      'in a public repository',
      'public',
      'workflow_dispatch',
      {},
      /nothing is applied: the repository is public/,
    ],
    [
      'without the id that was approved',
      'private',
      'schedule',
      { 'plan-id': 'f'.repeat(64) },
      /is stale/,
    ],
    [
      'with more changes than are allowed',
      'private',
      'schedule',
      { 'max-changes': '1' },
      /max-changes allows 1/,
    ],
  ] as const)(
    '%s shows its plan, and writes nothing',
    async (_, visibility, event, more, message) => {
      const { api, workspace } = await damaged();
      const plan = await planRestore(api, { workspace });
      const run = await planRestore(api, {
        workspace,
        env: await onGitHub(visibility, event),
        inputs: { ...apply(plan, api), ...more },
      });
      expect(run.errors).toEqual([expect.stringMatching(message)]);
      expect(run.outputs['plan-id']).toBe(plan.outputs['plan-id']);
      expect(run.outputs).toMatchObject({ proof: 'not-run', 'done-count': '0' });
      expect(run.outputs).not.toHaveProperty('safety-backup-id');
      expect(run.lines).toContain(`Plan id: ${run.outputs['plan-id'] ?? ''}`);
      expect(run.summary).toMatch(/Nothing of this plan has been written/);
      expect((await planOf(run)).plan_id).toBe(run.outputs['plan-id']);
    },
  );

  test('without an artifact service has no safety backup elsewhere, and writes nothing', async () => {
    const { api, workspace } = await damaged();
    const plan = await planRestore(api, { workspace });
    const { GITHUB_EVENT_PATH, GITHUB_EVENT_NAME } = await onGitHub('private');
    const env = { GITHUB_EVENT_PATH, GITHUB_EVENT_NAME };
    const run = await planRestore(api, { workspace, env, inputs: apply(plan, api) });
    expect(run.errors).toEqual([
      expect.stringMatching(
        /nothing was written, since the safety backup is not safe: .*ACTIONS_RUNTIME_TOKEN/,
      ),
    ]);
  });

  test('because a project that changed since is another plan, shows that one', async () => {
    const { api, workspace } = await damaged();
    const plan = await planRestore(api, { workspace });
    api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'later' }));
    const env = await onGitHub('private');
    const run = await planRestore(api, { workspace, env, inputs: apply(plan, api) });
    expect(run.errors).toEqual([expect.stringMatching(/is stale/)]);
    expect(run.outputs['plan-id']).not.toBe(plan.outputs['plan-id']);
    expect(run.summary).toContain(run.outputs['plan-id']);
  });
});

describe('an apply', () => {
  test('leaves no secret anywhere', async () => {
    const { api, workspace } = await damaged();
    const asked = await planRestore(api, { workspace });
    const [place] = (await planOf(asked)).steps.flatMap((step) => step.missing_secrets ?? []);
    const inputs = { secrets: JSON.stringify({ [place ?? '']: SUPPLIED }) };
    const plan = await planRestore(api, { workspace, inputs });
    const run = await runRestore(api, {
      workspace,
      env: await onGitHub('private'),
      inputs: { ...apply(plan, api), ...inputs },
    });
    expect(run.errors).toEqual([]);
    expect(run.outputs).toMatchObject({ proof: 'equal', 'failed-count': '0' });
    const left = await leftBy(run, workspace);
    for (const secret of [api.state.managementKey, SUPPLIED, SECRET_MARK]) {
      expect(left.includes(secret)).toBe(false);
    }
  });
});
