/**
 * Which backup a restore takes, through the built bundle: where it is looked for, and what is
 * refused.
 */
import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { frozenAt } from '../fixtures/backup-root.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { editManifest } from '../fixtures/edited-backup.ts';
import { runLive, type LiveRunOptions } from '../fixtures/live-run.ts';
import { planOf, planRestore, runRestore } from '../fixtures/restore-run.ts';
import { makeFolder, runBundle, SMALL_CONFIG, type BundleResult } from '../fixtures/run-bundle.ts';
import { useArtifactService, useGitHubApi } from '../fixtures/use-servers.ts';

const serve = writableServers();
const service = useArtifactService();
const github = useGitHubApi(service);
const start = () => serve({ answers: { tenant: 'wrapped' } });

const OLD = '20261120_030000';
const NEW = '20261121_030000';

/** A live backup at a time of its own. */
async function backUpAt(
  api: DescopeApi,
  id: string,
  { env, ...options }: LiveRunOptions = {},
): Promise<BundleResult> {
  const time = id.replace(/^(....)(..)(..)_(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  const clock = frozenAt(time);
  const run = await runLive(api, { ...options, ...clock, env: { ...env, ...clock.env } });
  expect(run.errors).toEqual([]);
  expect(run.outputs['backup-id']).toBe(id);
  return run;
}

let made: string | undefined;

/** A workspace with two live backups. */
async function twoBackups(api: DescopeApi): Promise<{ workspace: string; root: string }> {
  const workspace = await makeFolder();
  if (made === undefined) {
    for (const id of [OLD, NEW]) await backUpAt(api, id, { workspace, inputs: { prune: 'false' } });
    made = await makeFolder();
    await cp(join(workspace, 'backups'), join(made, 'backups'), { recursive: true });
  } else await cp(join(made, 'backups'), join(workspace, 'backups'), { recursive: true });
  return { workspace, root: join(workspace, 'backups', api.state.projectId) };
}

beforeAll(() => {
  made = undefined;
});

async function takenBy(run: BundleResult): Promise<string> {
  expect(run.errors).toEqual([]);
  return (await planOf(run)).backup.backup_id;
}

const DAMAGED = (root: string, id: string) => appendFile(join(root, id, 'project.json'), ' ');
const EDITS = {
  damaged: DAMAGED,
  suspect: (root: string, id: string) => editManifest(join(root, id), { status: 'suspect' }),
  partial: (root: string, id: string) => editManifest(join(root, id), { status: 'partial' }),
  torn: (root: string, id: string) => editManifest(join(root, id), { consistency: 'torn' }),
  'one of another purpose': (root: string, id: string) =>
    editManifest(join(root, id), { purpose: 'before-restore' }),
} as const;

describe('latest', () => {
  test('is the newest complete backup', async () => {
    const api = await start();
    const { workspace } = await twoBackups(api);
    const run = await planRestore(api, { workspace });
    expect(await takenBy(run)).toBe(NEW);
  });

  test.each(Object.entries(EDITS))('passes over %s', async (name, edit) => {
    const api = await start();
    const { workspace, root } = await twoBackups(api);
    await edit(root, NEW);
    const run = await planRestore(api, { workspace });
    expect(await takenBy(run)).toBe(OLD);
    const told = run.warnings.filter((line) => line.includes(NEW));
    expect(told).toHaveLength(name === 'one of another purpose' ? 0 : 1);
  });

  test.each(Object.entries(EDITS))(
    'is not there where all are %s, and says why',
    async (_, edit) => {
      const api = await start();
      const { workspace, root } = await twoBackups(api);
      for (const id of [OLD, NEW]) await edit(root, id);
      const run = await planRestore(api, { workspace });
      expect(run.errors).toEqual([
        expect.stringMatching(`there is no complete backup of the live project .*${NEW}.*${OLD}`),
      ]);
      expect(run.outputs).not.toHaveProperty('plan-id');
    },
  );

  test('is not guessed between two environments', async () => {
    const api = await start();
    const { workspace } = await twoBackups(api);
    await runLive(api, { workspace, inputs: { environment: 'staging', prune: 'false' } });
    const unsaid = await planRestore(api, { workspace, inputs: { environment: '' } });
    expect(unsaid.errors).toEqual([
      expect.stringMatching(/backups of 2 environments, "production", "staging": say which/),
    ]);
    const said = await planRestore(api, { workspace, inputs: { environment: 'production' } });
    expect(await takenBy(said)).toBe(NEW);
  });

  test('needs a backup at all', async () => {
    const api = await start();
    const run = await planRestore(api, { workspace: await makeFolder() });
    expect(run.errors).toEqual([
      expect.stringContaining('there is no complete backup of the live'),
    ]);
  });
});

describe('a backup that is named', () => {
  test.each([
    ['damaged', /backup 20261121_030000 is damaged, and nothing is restored from it/],
    ['torn', /backup 20261121_030000 is torn: the project was changed while it was read/],
  ] as const)('and is %s is refused', async (name, message) => {
    const api = await start();
    const { workspace, root } = await twoBackups(api);
    await EDITS[name](root, NEW);
    const run = await planRestore(api, { workspace, inputs: { backup: NEW } });
    expect(run.errors).toEqual([expect.stringMatching(message)]);
    expect(run.outputs).not.toHaveProperty('plan-id');
  });

  test.each(['suspect', 'partial', 'one of another purpose'] as const)(
    'and is %s is taken',
    async (name) => {
      const api = await start();
      const { workspace, root } = await twoBackups(api);
      await EDITS[name](root, NEW);
      const run = await planRestore(api, { workspace, inputs: { backup: NEW } });
      expect(await takenBy(run)).toBe(NEW);
    },
  );

  test('and is partial gives no more than what it saved', async () => {
    const api = await start();
    api.faults = [{ endpoint: 'lists', kind: 'status', status: 400, message: 'broken' }];
    const { workspace, outputs } = await runLive(api, { inputs: { 'fail-on-partial': 'false' } });
    api.faults = [];
    const backup = outputs['backup-id'] ?? '';
    const all = await planRestore(api, { workspace, inputs: { backup } });
    expect((await planOf(all)).steps.some(({ section }) => section === 'lists')).toBe(false);
    const one = await planRestore(api, { workspace, inputs: { backup, only: 'lists' } });
    expect(one.errors).toEqual([
      expect.stringMatching(/only: the backup has no section lists \(failed: .*broken/),
    ]);
  });

  test('and is one of a config file is refused', async () => {
    const api = await start();
    const workspace = await makeFolder();
    await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
    const inputs = { 'project-id': api.state.projectId };
    const { outputs } = await runBundle({ workspace, inputs });
    const backup = outputs['backup-id'] ?? '';
    const run = await planRestore(api, { workspace, inputs: { backup } });
    expect(run.errors).toEqual([
      expect.stringContaining(`backup ${backup} is one of a config file, which no restore writes`),
    ]);
  });

  test('and is not there is told with those that are', async () => {
    const api = await start();
    const { workspace } = await twoBackups(api);
    const run = await planRestore(api, { workspace, inputs: { backup: '20261119_030000' } });
    expect(run.errors).toEqual([
      expect.stringMatching(`there is no backup 20261119_030000 .*${NEW}, ${OLD}`),
    ]);
  });

  test('and is of another environment is refused', async () => {
    const api = await start();
    const { workspace } = await twoBackups(api);
    const inputs = { backup: NEW, environment: 'staging' };
    const run = await planRestore(api, { workspace, inputs });
    expect(run.errors).toEqual([expect.stringContaining('is of environment "production", not')]);
  });
});

describe('another project', () => {
  test('needs to be allowed, and is matched by what things are called', async () => {
    const api = await start();
    const { workspace } = await twoBackups(api);
    const other = await serve({ answers: { tenant: 'wrapped' } });
    Object.assign(other.state, { projectId: 'P2another0000000000000000000' });
    const inputs = { 'from-project-id': api.state.projectId };
    const refused = await planRestore(other, { workspace, inputs });
    expect(refused.errors).toEqual([expect.stringContaining('set allow-other-project to true')]);
    const allowed = { ...inputs, 'allow-other-project': 'true' };
    const run = await planRestore(other, { workspace, inputs: allowed });
    expect(await takenBy(run)).toBe(NEW);
    expect(run.outputs['plan-path']).toContain('P2another0000000000000000000.restores');
    expect(run.summary).toContain('another project');
  });
});

describe('artifacts of earlier runs', () => {
  const onGitHub = () => {
    const { info } = service.beginRun();
    return {
      inputs: github.inputs,
      env: { ...service.env, ...github.env, GITHUB_RUN_ID: String(info.id) },
    };
  };
  /** As a workflow takes them: in a repository that nobody else reads. */
  const privately = { 'allow-public-artifact': 'true' };

  async function backUpOnGitHub(api: DescopeApi, id: string): Promise<void> {
    const { inputs, env } = onGitHub();
    await backUpAt(api, id, { env, inputs: { ...inputs, ...privately } });
    const { artifacts } = service.runs.at(-1) ?? {};
    const name = `descope-backup-${api.state.projectId}-production-live`;
    const time = id.replace(/^(....)(..)(..)_(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
    artifacts?.redate(name, new Date(Date.parse(time) + 60_000));
  }

  test.each([
    ['latest', {}, NEW],
    ['one that is named', { backup: OLD }, OLD],
    ['without an environment', { environment: '' }, NEW],
  ])('are where a backup is found: %s', async (_, asked, id) => {
    const api = await start();
    for (const one of [OLD, NEW]) await backUpOnGitHub(api, one);
    const { inputs, env } = onGitHub();
    const workspace = await makeFolder();
    const run = await planRestore(api, { workspace, env, inputs: { ...inputs, ...asked } });
    expect(await takenBy(run)).toBe(id);
  });

  test('give the same plan as the backup root', async () => {
    const api = await start();
    await backUpOnGitHub(api, NEW);
    const { inputs, env } = onGitHub();
    const fetched = await planRestore(api, { workspace: await makeFolder(), env, inputs });
    const workspace = await makeFolder();
    await backUpAt(api, NEW, { workspace, inputs: { history: 'none' } });
    expect(fetched.errors).toEqual([]);
    expect((await planOf(fetched)).counts).toEqual(
      (await planOf(await planRestore(api, { workspace }))).counts,
    );
  });

  test('are not looked into with history: none', async () => {
    const api = await start();
    await backUpOnGitHub(api, NEW);
    const { inputs, env } = onGitHub();
    const given = { ...inputs, history: 'none' };
    const run = await planRestore(api, { workspace: await makeFolder(), env, inputs: given });
    expect(run.errors).toEqual([expect.stringContaining('there is no complete backup')]);
  });

  test("of a fork are nobody's backup", async () => {
    const api = await start();
    await backUpOnGitHub(api, NEW);
    Object.assign(service.runs.at(-1)?.info ?? {}, { headRepository: 'stranger/fork' });
    const { inputs, env } = onGitHub();
    const run = await planRestore(api, { workspace: await makeFolder(), env, inputs });
    expect(run.errors).toEqual([expect.stringContaining('there is no complete backup')]);
  });

  test('that cannot be looked into fail the plan where the root has none', async () => {
    const api = await start();
    github.faults = { status: { path: /artifacts/, status: 403 } };
    const { inputs, env } = onGitHub();
    const run = await planRestore(api, { workspace: await makeFolder(), env, inputs });
    expect(run.errors).toEqual([
      expect.stringMatching(/artifacts of earlier runs could not be looked into: .*403/),
    ]);
  });

  test('take the place of a damaged backup in the root', async () => {
    const api = await start();
    await backUpOnGitHub(api, NEW);
    const { workspace, root } = await twoBackups(api);
    await DAMAGED(root, NEW);
    const { inputs, env } = onGitHub();
    const given = { ...inputs, backup: NEW };
    const run = await planRestore(api, { workspace, env, inputs: given });
    expect(await takenBy(run)).toBe(NEW);
    expect(run.warnings).toContainEqual(expect.stringContaining('does not verify: the one of'));
  });

  test('of a plan that was never applied have nothing to undo', async () => {
    const api = await start();
    const { workspace } = await twoBackups(api);
    const plan = await planRestore(api, { workspace });
    const inputs = { mode: 'undo', backup: plan.outputs['restore-id'] ?? '' };
    const run = await planRestore(api, { workspace, inputs });
    expect(run.errors).toEqual([
      expect.stringMatching(/has no safety backup in .*nothing to undo/),
    ]);
    const none = { mode: 'undo', backup: '20261119_030000' };
    const unknown = await planRestore(api, { workspace, inputs: none });
    expect(unknown.errors).toEqual([
      expect.stringContaining('there is no restore 20261119_030000'),
    ]);
  });

  test.each([true, false])(
    'are where the way back is found when the machine is gone (report: %s)',
    async (hasReport) => {
      const api = await start();
      const first = await makeFolder();
      await backUpAt(api, NEW, { workspace: first });
      api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'changed' }));
      const plan = await planRestore(api, { workspace: first });
      const { inputs, env } = onGitHub();
      const applied = await runRestore(api, {
        workspace: first,
        env: { ...env, GITHUB_EVENT_NAME: 'workflow_dispatch' },
        inputs: {
          ...{ ...inputs, ...privately, mode: 'apply', confirm: api.state.projectId },
          'plan-id': plan.outputs['plan-id'] ?? '',
        },
      });
      expect(applied.errors).toEqual([]);
      const restoreId = applied.outputs['restore-id'] ?? '';
      await rm(first, { recursive: true });
      const report = service.artifacts.find(({ name }) => name.endsWith(restoreId));
      if (!hasReport && report !== undefined) github.expired.add(report.id);
      const asked = { mode: 'undo', backup: restoreId, ...privately };
      const next = onGitHub();
      const undo = await planRestore(api, {
        workspace: await makeFolder(),
        env: next.env,
        inputs: { ...next.inputs, ...asked },
      });
      expect(undo.errors).toEqual([]);
      const { mode, backup, counts } = await planOf(undo);
      expect([mode, backup.backup_id]).toEqual(['undo', applied.outputs['safety-backup-id']]);
      expect(counts.update).toBe(Number(applied.outputs['done-count']));
      const told = undo.warnings.filter((line) => line.includes('has no journal'));
      expect(told).toHaveLength(hasReport ? 0 : 1);
      const names = service.artifacts.map(({ name }) => name);
      expect(names).toContain(
        `descope-restore-${api.state.projectId}-${undo.outputs['restore-id'] ?? ''}`,
      );
    },
  );
});
