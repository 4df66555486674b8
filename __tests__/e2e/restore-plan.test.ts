/**
 * Plans of the restore action through the built bundle: what they say, and that they write nothing.
 */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RestoreStep } from '../../src/models/restore-plan.ts';
import { permission, role, tenant } from '../fixtures/descope-api/builders.ts';
import type { DescopeApi, DescopeApiOptions } from '../fixtures/descope-api/server.ts';
import type { ProjectState } from '../fixtures/descope-api/state.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { runLive, toldBy } from '../fixtures/live-run.ts';
import { actionsOf, planOf, planRestore } from '../fixtures/restore-run.ts';
import type { BundleResult } from '../fixtures/run-bundle.ts';

const serve = writableServers();

/** A project with a backup of it in a workspace. */
async function backedUp(
  options: DescopeApiOptions = {},
): Promise<{ api: DescopeApi; workspace: string; backupId: string }> {
  const api = await serve({ answers: { tenant: 'wrapped' }, ...options });
  const { workspace, errors, outputs } = await runLive(api);
  expect(errors).toEqual([]);
  return { api, workspace, backupId: outputs['backup-id'] ?? '' };
}

/** Something of everything is changed, deleted and added. */
function damage(state: ProjectState): void {
  state.tenants = state.tenants.map((one) => (one.id === 'acme' ? { ...one, name: 'Evil' } : one));
  state.tenants.push(tenant({ id: 'newcomer', name: 'Newcomer' }));
  state.roles = state.roles
    .filter(({ name }) => name !== 'Éditeur')
    .map((one) => (one.name === 'Auditor' ? { ...one, description: 'changed' } : one));
  state.permissions = state.permissions.filter(({ name }) => name !== 'docs.write');
  state.permissions.push(permission('PM9', 'added.later'));
  state.lists = state.lists.map((one) => (one.id === 'LI1' ? { ...one, data: [] } : one));
  state.flows = state.flows.map((one) => ({ ...one, disabled: !one.disabled }));
}

const DAMAGED = {
  'tenants/acme': 'update',
  'roles/Éditeur': 'create',
  'roles/acme/Auditor': 'update',
  'permissions/PM0000000000000000000003': 'create',
  'lists/LI1': 'update',
};

/** What an output says must be what the plan says. */
async function expectOutputs(run: BundleResult): Promise<void> {
  const { counts, plan_id: id, risk } = await planOf(run);
  expect(run.outputs).toMatchObject({
    'plan-id': id,
    risk,
    'create-count': String(counts.create),
    'update-count': String(counts.update),
    'delete-count': String(counts.delete),
    'identical-count': String(counts.identical),
    'not-possible-count': String(counts.not_possible),
  });
  expect(run.outputs).not.toHaveProperty('proof');
}

describe.each(['pro', 'free'] as const)('a plan of a damaged project on %s', (plan) => {
  test('says of each object what becomes of it, and writes nothing', async () => {
    const { api, workspace, backupId } = await backedUp({ plan });
    damage(api.state);
    const run = await planRestore(api, { workspace });
    expect([run.status, run.errors]).toEqual([0, []]);
    const made = await planOf(run);
    const flows = api.state.flows.map(({ id }) => [`flows/${id}`, 'update']);
    const expected = Object.fromEntries(flows) as Record<string, string>;
    expect(actionsOf(made)).toMatchObject({ ...DAMAGED, ...expected });
    expect(made.kept).toEqual(
      expect.arrayContaining([
        { section: 'permissions', id: 'PM9' },
        { section: 'tenants', id: 'newcomer' },
      ]),
    );
    const renamed = made.steps.find(({ section, id }) => section === 'tenants' && id === 'acme');
    expect(renamed?.edits).toContainEqual(
      expect.objectContaining({ pointer: '/name', before: 'Evil', after: 'Acme' }),
    );
    expect(made.backup.backup_id).toBe(backupId);
    await expectOutputs(run);
  });
});

describe('a plan', () => {
  test('of a project that is as the backup has it has nothing to do', async () => {
    const { api, workspace } = await backedUp();
    const run = await planRestore(api, { workspace });
    expect([run.status, run.errors]).toEqual([0, []]);
    const plan = await planOf(run);
    expect(actionsOf(plan)).toEqual({});
    expect(plan.counts.identical).toBeGreaterThan(30);
  });

  test('is the same for the latest backup and for one that is named, however the service answers', async () => {
    const { api, workspace, backupId } = await backedUp();
    damage(api.state);
    const runs: BundleResult[] = [];
    for (const inputs of [{}, { backup: backupId }, { 'max-changes': '1', history: 'none' }]) {
      api.options = { ...api.options, shuffle: { seed: runs.length } };
      runs.push(await planRestore(api, { workspace, inputs }));
    }
    const ids = runs.map(({ outputs }) => outputs['plan-id']);
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(ids).size).toBe(1);
  });

  test('is another one when the project, the scope or the supplied places are', async () => {
    const { api, workspace } = await backedUp();
    const idOf = async (inputs: Readonly<Record<string, string>> = {}) =>
      (await planRestore(api, { workspace, inputs })).outputs['plan-id'];
    const ids = [await idOf(), await idOf({ only: 'lists' }), await idOf({ only: 'lists/LI1' })];
    damage(api.state);
    ids.push(await idOf(), await idOf({ 'with-dependencies': 'false' }));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is in the log, on the page and on the disk, with the age of the backup and the next step', async () => {
    const { api, workspace, backupId } = await backedUp();
    damage(api.state);
    const run = await planRestore(api, { workspace });
    const {
      'plan-id': id = '',
      'plan-path': path = '',
      'restore-id': restoreId = '',
    } = run.outputs;
    expect(path).toBe(
      join(workspace, 'backups', `${api.state.projectId}.restores`, restoreId, 'plan.json'),
    );
    expect(await readdir(dirname(path))).toEqual(['plan.json']);
    expect(run.lines).toContain(`Plan id: ${id}`);
    expect(run.stdout).toContain(`Backup ${backupId}, production: less than an hour old`);
    expect(run.summary).toContain(`plan-id: '${id}'`);
    expect(run.summary).toContain(`backup: '${backupId}'`);
    expect(run.stdout).toContain('update tenants/acme');
  });

  test('is not on the page where that is not wanted', async () => {
    const { api, workspace } = await backedUp();
    const run = await planRestore(api, { workspace, inputs: { 'job-summary': 'false' } });
    expect([run.status, run.summary]).toEqual([0, '']);
  });

  test('of one object adds what that refers to, and reads no more than it needs', async () => {
    const { api, workspace } = await backedUp();
    damage(api.state);
    const before = api.requests.length;
    const run = await planRestore(api, { workspace, inputs: { only: 'roles/Éditeur' } });
    const plan = await planOf(run);
    expect(plan.steps.map(({ section, id, because_of: by }) => [`${section}/${id}`, by])).toEqual([
      ['permissions/PM0000000000000000000003', 'roles/Éditeur'],
      ['roles/Éditeur', undefined],
    ]);
    const asked = new Set(api.requests.slice(before).map(({ endpoint }) => endpoint));
    for (const endpoint of ['snapshot', 'flow-list', 'lists', 'theme', 'access-keys']) {
      expect(asked).not.toContain(endpoint);
    }
  });

  test('blocks an object whose dependency is neither there nor chosen', async () => {
    const { api, workspace } = await backedUp();
    damage(api.state);
    const inputs = { only: 'roles/Éditeur', 'with-dependencies': 'false' };
    const run = await planRestore(api, { workspace, inputs });
    expect(run.status).toBe(0);
    expect(run.warnings).toContainEqual(expect.stringContaining('1 object of the backup cannot'));
    expect((await planOf(run)).steps).toMatchObject([
      {
        action: 'blocked',
        reason: expect.stringContaining('permissions/PM0000000000000000000003'),
      },
    ]);
  });

  test('of a tenant and all that is its touches nobody else', async () => {
    const { api, workspace } = await backedUp();
    damage(api.state);
    const run = await planRestore(api, { workspace, inputs: { only: 'tenants/acme/**' } });
    expect(actionsOf(await planOf(run))).toEqual({
      'tenants/acme': 'update',
      'roles/acme/Auditor': 'update',
    });
  });

  test('takes what was not read for unknown, never for gone', async () => {
    const { api, workspace } = await backedUp();
    api.faults = [{ endpoint: 'lists', kind: 'status', status: 403, message: 'not for this key' }];
    const run = await planRestore(api, { workspace, inputs: { only: 'lists' } });
    const { steps } = await planOf(run);
    expect(new Set(steps.map(({ action }) => action))).toEqual(new Set(['blocked']));
    expect(run.outputs).toMatchObject({ 'create-count': '0' });
    expect(run.warnings).toContainEqual(expect.stringContaining('lists of the project could not'));
  });
});

describe('what is asked for and is not there', () => {
  test.each([
    [{ only: 'tenants/nobody' }, /only: the backup has no tenants\/nobody/],
    [{ only: 'tenantz' }, /only: "tenantz" names no section/],
    [{ delete: 'lists/nothing' }, /delete: lists\/nothing cannot be deleted: the project has no/],
    [{ delete: 'lists/LI1' }, /delete: lists\/LI1 cannot be deleted: the backup has it/],
    [{ secrets: '{"resources/lists.json#/0":"x-secret-x"}' }, /secrets: .* is no place that this/],
  ])('%j is one clear error, and nothing is planned', async (inputs, message) => {
    const { api, workspace } = await backedUp();
    const run = await planRestore(api, { workspace, inputs });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([expect.stringMatching(message)]);
    expect(run.outputs).not.toHaveProperty('plan-id');
    expect(toldBy(run)).not.toContain('x-secret-x');
  });

  test('a key that is refused is told as what it is', async () => {
    const { api, workspace } = await backedUp();
    const inputs = { 'management-key': 'K2-another-key-than-the-one-of-the-project' };
    const run = await planRestore(api, { workspace, inputs });
    expect(run.errors).toEqual([expect.stringContaining('the management key was refused')]);
  });
});

describe('the word of the service', () => {
  const stepOf = async (run: BundleResult, name: string): Promise<RestoreStep | undefined> =>
    (await planOf(run)).steps.find(({ section, id }) => `${section}/${id}` === name);

  test('an FGA schema that would delete relations is blocked, unless it is named', async () => {
    const { api, workspace } = await backedUp();
    const dsl = api.state.fgaSchema['dsl'] as string;
    api.state.fgaSchema = {
      ...api.state.fgaSchema,
      dsl: `${dsl}\ntype later\n  relation owner: user\n`,
    };
    api.state.fgaTuples = [{ type: 'later', relation: 'owner', resource: 'r', target: 'U1' }];
    const all = await planRestore(api, { workspace });
    expect(await stepOf(all, 'fga-schema/fga-schema')).toMatchObject({ action: 'blocked' });
    expect((await planOf(all)).refusals).toMatchObject([{ kind: 'fga-deletes' }]);
    const named = await planRestore(api, { workspace, inputs: { only: 'fga-schema' } });
    expect(await stepOf(named, 'fga-schema/fga-schema')).toMatchObject({ action: 'update' });
  });

  test('a tenant and a role with users are deleted only where their loss is accepted', async () => {
    const { api, workspace } = await backedUp();
    api.state.tenants.push(
      tenant({ id: 'full', name: 'Full' }),
      tenant({ id: 'empty', name: 'Empty' }),
    );
    api.state.roles.push(
      role({ id: 'RL8', name: 'Held' }),
      role({ id: 'RL9', name: 'Free' }),
      role({ id: 'RL7', name: 'Held', tenantId: 'acme' }),
    );
    api.state.users.push({
      userId: 'U9',
      loginIds: ['u9'],
      roleNames: [],
      userTenants: [{ tenantId: 'full', roleNames: ['Held'] }],
    });
    const given = 'tenants/full,tenants/empty,roles/Held,roles/Free,roles/acme/Held';
    const run = await planRestore(api, { workspace, inputs: { delete: given } });
    expect(run.errors).toEqual([]);
    expect(actionsOf(await planOf(run))).toEqual({
      'tenants/full': 'blocked',
      'roles/Held': 'blocked',
      'tenants/empty': 'delete',
      'roles/Free': 'delete',
      'roles/acme/Held': 'delete',
    });
    const accepting = { delete: given, 'accept-user-loss': 'tenants/full,roles/Held' };
    const accepted = await planRestore(api, { workspace, inputs: accepting });
    expect(accepted.outputs['delete-count']).toBe('5');
  });

  test('users that cannot be counted stand in the way', async () => {
    const { api, workspace } = await backedUp();
    api.state.tenants.push(tenant({ id: 'empty', name: 'Empty' }));
    api.faults = [{ endpoint: 'user-search', kind: 'status', status: 403, message: 'not for you' }];
    const run = await planRestore(api, { workspace, inputs: { delete: 'tenants/empty' } });
    expect(await stepOf(run, 'tenants/empty')).toMatchObject({
      action: 'blocked',
      reason: expect.stringContaining('could not be counted'),
    });
  });

  test('an import of a snapshot that the service does not take is blocked', async () => {
    const { api, workspace } = await backedUp();
    api.state.snapshot = { ...api.state.snapshot, 'project.json': { name: 'changed' } };
    const good = await planRestore(api, { workspace });
    expect(await stepOf(good, 'snapshot/project.json')).toMatchObject({ action: 'update' });
    const message = 'The connector is broken';
    api.faults = [{ endpoint: 'snapshot-validate', kind: 'status', status: 400, message }];
    const run = await planRestore(api, { workspace });
    expect(run.errors).toEqual([]);
    expect((await planOf(run)).refusals).toMatchObject([{ kind: 'snapshot-failure' }]);
    expect(await stepOf(run, 'snapshot/project.json')).toMatchObject({
      action: 'blocked',
      reason: expect.stringContaining(message),
    });
  });
});
