/** The workflows of examples/workflows, step by step, with Descope, GitHub and the clock played. */
import { execFileSync, spawnSync } from 'node:child_process';
import { access, chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { frozenAt } from '../fixtures/backup-root.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import { emptyProject, tenant } from '../fixtures/descope-api/builders.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { TOKEN } from '../fixtures/github-api.ts';
import { startLoopback, type Loopback } from '../fixtures/loopback.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import { useArtifactService, useGitHubApi } from '../fixtures/use-servers.ts';
import {
  makeGhStub,
  readWorkflow,
  runWorkflow,
  type JobRun,
  type StepRun,
  type World,
} from '../fixtures/workflow-steps.ts';

const SECRET_PATH = '/ping/0f1e2d3c-secret';

const service = useArtifactService({ now: () => Date.parse(now) });
const github = useGitHubApi(service);
let heartbeat: Loopback;
/** When the newest run happens. */
let now = '2026-03-01T00:00:00Z';
/** What the heartbeat service heard. */
const beats: string[] = [];
const apis: DescopeApi[] = [];

beforeAll(async () => {
  heartbeat = await startLoopback((request, response) => {
    beats.push(request.url ?? '');
    response.end('OK');
  });
});

afterAll(async () => {
  await heartbeat.close();
});

beforeEach(() => {
  beats.length = 0;
});

afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.close()));
});

/** A project with some tenants, as `project-id` of the recipes. */
async function startProject(
  given: { projectId?: string; managementKey?: string } = {},
  tenants = 5,
): Promise<DescopeApi> {
  const state = emptyProject({
    ...given,
    tenants: Array.from({ length: tenants }, (_, n) => tenant({ id: `tenant-${n + 1}` })),
  });
  const api = await startDescopeApi({ state });
  apis.push(api);
  return api;
}

function firstTenant({ state }: DescopeApi) {
  const [first] = state.tenants;
  if (first === undefined) throw new Error('there is no tenant');
  return first;
}

type Recipe = 'nightly-live' | 'pre-deploy-gate' | 'git-tree' | 'missed-backup-alarm' | 'matrix';

/** Runs a recipe as a workflow run of its own, at a time. */
async function runRecipe(
  recipe: Recipe,
  time: string,
  { bundle, github: context, ...world }: World = {},
): Promise<JobRun[]> {
  now = time;
  const { info } = service.beginRun({ path: `.github/workflows/${recipe}.yml` });
  return runWorkflow(`examples/workflows/${recipe}.yml`, {
    secrets: () => ({
      DESCOPE_MANAGEMENT_KEY: apis[0]?.state.managementKey ?? '',
      DESCOPE_HEARTBEAT_URL: `${heartbeat.origin}${SECRET_PATH}`,
    }),
    addInputs: ({ source }) => (source === 'live' ? { 'base-url': apis[0]?.baseUrl ?? '' } : {}),
    ...world,
    github: { token: TOKEN, run_id: String(info.id), ...context },
    bundle: {
      nodeArgs: frozenAt(time).nodeArgs,
      env: { ...service.env, ...github.env, ...frozenAt(time).env, ...bundle?.env },
    },
  });
}

const jobOf = (runs: readonly JobRun[], name: string): JobRun => {
  const run = runs.find(({ job }) => job === name);
  if (run === undefined) throw new Error(`there is no job ${name}`);
  return run;
};

const stepOf = ({ steps }: JobRun, name: string): StepRun => {
  const step = steps.find((one) => one.name.includes(name));
  if (step === undefined) throw new Error(`there is no step ${name}`);
  return step;
};

/** What a run told, for a failed expectation. */
const told = (runs: readonly JobRun[]): string =>
  runs.flatMap(({ steps }) => steps.map(({ name, stdout }) => `== ${name}\n${stdout}`)).join('\n');

function expectResults(runs: readonly JobRun[], ...results: JobRun['result'][]): void {
  const found = runs.map(({ result }) => result);
  if (JSON.stringify(found) !== JSON.stringify(results)) {
    throw new Error(`${found.join(', ')} instead of ${results.join(', ')}:\n${told(runs)}`);
  }
}

const RECIPES = {
  'nightly-live': { backup: { actions: 'read', contents: 'read' } },
  'pre-deploy-gate': {
    backup: { actions: 'read', contents: 'read' },
    deploy: { contents: 'read' },
  },
  'git-tree': { tree: { actions: 'read', contents: 'write' } },
  'missed-backup-alarm': { check: { actions: 'read', issues: 'write' } },
  matrix: { backup: { actions: 'read', contents: 'read' } },
} as const;

describe.each(Object.entries(RECIPES))('%s', (recipe, permissions) => {
  test('asks for the least permissions', async () => {
    const { jobs } = await readWorkflow(`examples/workflows/${recipe}.yml`);
    expect(
      Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions])),
    ).toEqual(permissions);
  });

  test('never runs beside itself, and not at the full hour', async () => {
    const { on, concurrency, jobs } = await readWorkflow(`examples/workflows/${recipe}.yml`);
    for (const job of Object.values(jobs)) expect(job.concurrency ?? concurrency).toBeDefined();
    const { schedule = [] } = on as { schedule?: { cron: string }[] };
    for (const { cron } of schedule) expect(cron).toMatch(/^(?!0 |15 |30 |45 )\d+ \d+ \* \* \*$/);
    expect(schedule).toHaveLength(recipe === 'pre-deploy-gate' ? 0 : 1);
  });
});

describe('nightly-live', () => {
  const backup = (runs: readonly JobRun[]) => stepOf(jobOf(runs, 'backup'), 'descope-backup');

  test('compares each night with the one before, and tells the heartbeat service', async () => {
    const api = await startProject();
    const first = await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    expectResults(first, 'success');
    expect(backup(first).outputs).toMatchObject({ status: 'complete', changed: 'unknown' });
    expect(beats.splice(0)).toEqual([SECRET_PATH]);

    firstTenant(api).name = 'Renamed';
    const second = await runRecipe('nightly-live', '2026-03-02T03:43:00Z');
    expectResults(second, 'success');
    expect(backup(second).outputs).toMatchObject({ changed: 'true', risk: 'low' });
    expect(beats.splice(0)).toEqual([SECRET_PATH]);

    api.state.tenants.splice(1);
    const third = await runRecipe('nightly-live', '2026-03-03T03:43:00Z');
    expectResults(third, 'failure');
    expect(backup(third).outputs).toMatchObject({ status: 'suspect' });
    expect(beats.splice(0)).toEqual([`${SECRET_PATH}/fail`]);

    const accepted = await runRecipe('nightly-live', '2026-03-03T09:00:00Z', {
      github: { event_name: 'workflow_dispatch' },
      inputs: { 'allow-shrink': true },
    });
    expectResults(accepted, 'success');
    expect(backup(accepted).outputs).toMatchObject({ status: 'complete', risk: 'high' });
    expect(beats.splice(0)).toEqual([SECRET_PATH]);
    expect(
      told([...first, ...second, ...third, ...accepted]).replaceAll(/::add-mask::.*/g, ''),
    ).not.toContain(SECRET_PATH);
  });

  test('needs no heartbeat, and fails without the key', async () => {
    const api = await startProject();
    const quiet = await runRecipe('nightly-live', '2026-03-01T03:43:00Z', {
      secrets: (environment) =>
        environment === 'descope-backup' ? { DESCOPE_MANAGEMENT_KEY: api.state.managementKey } : {},
    });
    expectResults(quiet, 'success');
    const keyless = await runRecipe('nightly-live', '2026-03-02T03:43:00Z', {
      secrets: () => ({ DESCOPE_HEARTBEAT_URL: `${heartbeat.origin}${SECRET_PATH}` }),
    });
    expectResults(keyless, 'failure');
    expect(beats).toEqual([`${SECRET_PATH}/fail`]);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A bare repository on this disk with one commit of these files on main. */
async function makeRemote(files: Readonly<Record<string, string>>): Promise<string> {
  const [remote, clone] = [await makeFolder(), await makeFolder()];
  git(remote, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(clone, 'clone', '--quiet', remote, '.');
  git(clone, 'switch', '--quiet', '--orphan', 'main');
  for (const [path, text] of Object.entries(files)) {
    await writeFile(join(clone, path), text);
    await chmod(join(clone, path), 0o755);
  }
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '-m', 'Start');
  git(clone, 'push', '--quiet', 'origin', 'main');
  return remote;
}

describeWhere(hasGit, 'the recipes that check out need git')('pre-deploy-gate', () => {
  let remote: string;
  let deployed: string;

  beforeEach(async () => {
    deployed = join(await makeFolder(), 'deployed');
    remote = await makeRemote({
      'deploy.sh': `#!/bin/sh\necho "$DESCOPE_MANAGEMENT_KEY" >> '${deployed}'\n`,
    });
  });

  const gate = (time: string): Promise<JobRun[]> => {
    const key = apis[0]?.state.managementKey ?? '';
    return runRecipe('pre-deploy-gate', time, {
      remote,
      github: { event_name: 'push' },
      secrets: (environment) => ({
        DESCOPE_MANAGEMENT_KEY: environment === 'descope-deployment' ? 'key that writes' : key,
      }),
    });
  };
  const deployments = async (): Promise<number> =>
    (await readFile(deployed, 'utf8').catch(() => '')).split('\n').length - 1;
  const held = (runs: readonly JobRun[]) => stepOf(jobOf(runs, 'backup'), 'Hold');

  test('deploys when nothing risky was edited since the last backup', async () => {
    const api = await startProject();
    await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    expectResults(await gate('2026-03-01T09:00:00Z'), 'success', 'success');
    expect(await readFile(deployed, 'utf8')).toBe('key that writes\n');

    firstTenant(api).name = 'Renamed';
    const low = await gate('2026-03-01T10:00:00Z');
    expectResults(low, 'success', 'success');
    expect(held(low).outcome).toBe('skipped');
    expect(await deployments()).toBe(2);
  });

  test('holds a deployment after a risky edit, until it is run again', async () => {
    const api = await startProject();
    await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    firstTenant(api).selfProvisioningDomains = ['example.com'];
    const risky = await gate('2026-03-01T09:00:00Z');
    expectResults(risky, 'failure', 'skipped');
    expect(held(risky).stdout).toContain(
      '::error::Not deployed: the backup is complete, the risk of the edits since the last one is high.',
    );
    expect(await deployments()).toBe(0);

    expectResults(await gate('2026-03-01T09:30:00Z'), 'success', 'success');
    expect(await deployments()).toBe(1);
  });

  test('holds a deployment when it cannot tell', async () => {
    const api = await startProject();
    const first = await gate('2026-03-01T09:00:00Z');
    expectResults(first, 'failure', 'skipped');
    expect(held(first).stdout).toContain('the risk of the edits since the last one is unknown');

    github.faults = { status: { path: /actions\/artifacts/, status: 403 } };
    const forbidden = await gate('2026-03-01T09:30:00Z');
    expectResults(forbidden, 'failure', 'skipped');
    expect(held(forbidden).stdout).toContain('is unknown');
    github.faults = {};

    api.faults = [{ endpoint: 'tenant-all', kind: 'status', status: 403 }];
    expectResults(await gate('2026-03-01T10:00:00Z'), 'failure', 'skipped');
    expect(await deployments()).toBe(0);
  });
});

describeWhere(hasGit, 'the recipes that check out need git')('git-tree', () => {
  let remote: string;
  let commits: number;

  beforeEach(async () => {
    remote = await makeRemote({ 'README.md': 'ours\n' });
    commits = 1;
  });

  const night = (day: number, world: World = {}): Promise<JobRun[]> =>
    runRecipe('git-tree', `2026-03-0${day}T04:13:00Z`, { remote, ...world });

  /** The files of the newest commit, when there is one more than before. */
  const newCommit = (): string[] | undefined => {
    const count = Number(git(remote, 'rev-list', '--count', 'main'));
    if (count === commits) return undefined;
    expect(count).toBe(commits + 1);
    commits = count;
    return git(remote, 'show', '--format=', '--name-status', '--no-renames', 'main')
      .trim()
      .split('\n');
  };
  const message = () => git(remote, 'log', '-1', '--format=%B', 'main').trimEnd();
  const backup = (runs: readonly JobRun[]) => stepOf(jobOf(runs, 'tree'), 'backup');

  test('makes a commit of each change, with what changed as its message', async () => {
    const api = await startProject();
    const first = await night(1);
    expectResults(first, 'success');
    expect(newCommit()).toContain('A\tdescope/tenants/tenant-1.json');
    expect(message()).toBe('production: backup 20260301_041300');

    const same = await night(2);
    expectResults(same, 'success');
    expect(backup(same).outputs).toMatchObject({ changed: 'false' });
    expect(newCommit()).toBeUndefined();
    expect(stepOf(jobOf(same, 'tree'), 'Commit').stdout).toContain('Nothing has changed.');

    firstTenant(api).name = 'Renamed';
    const changed = await night(3);
    expectResults(changed, 'success');
    expect(newCommit()).toEqual(['M\tdescope/tenants/tenant-1.json']);
    expect(message()).toBe(backup(changed).outputs['commit-message']?.trimEnd());
    expect(message()).toMatch(/^production: 1 tenant changed\n\n/);

    api.state.tenants.pop();
    const removed = await night(4);
    expectResults(removed, 'success');
    expect(newCommit()).toContain('D\tdescope/tenants/tenant-5.json');
    expect(git(remote, 'log', '--format=%s', 'main', '--', 'descope/tenants/tenant-1.json')).toBe(
      'production: 1 tenant changed\nproduction: backup 20260301_041300\n',
    );
    expect(git(remote, 'show', 'main:README.md')).toBe('ours\n');
    expect(git(remote, 'ls-tree', '--name-only', 'main')).toBe('README.md\ndescope\n');
  });

  test('runs nothing that a name says', async () => {
    const api = await startProject();
    await night(1);
    newCommit();
    const mark = join(await makeFolder(), 'pwned');
    const names = [
      `$(touch ${mark})`,
      `\`touch ${mark}\``,
      `"; touch ${mark}; "`,
      `'\ntouch ${mark}\n'`,
    ];
    api.state.tenants.push(...names.map((id) => tenant({ id })));
    expectResults(await night(2), 'success');
    expect(newCommit()).toHaveLength(names.length * 2);
    expect(message()).toContain(`added tenants $(touch ${mark})\n`);
    await expect(access(mark)).rejects.toThrow('ENOENT');
  });

  test('compares with its own last run, whatever other workflows saved before and meanwhile', async () => {
    const api = await startProject();
    expectResults(await runRecipe('nightly-live', '2026-02-28T03:43:00Z'), 'success');
    expectResults(await night(1), 'success');
    newCommit();
    firstTenant(api).name = 'Renamed';
    await runRecipe('nightly-live', '2026-03-02T03:43:00Z');
    expectResults(await night(2), 'success');
    expect(newCommit()).toEqual(['M\tdescope/tenants/tenant-1.json']);
    expect(message()).toMatch(/^production: 1 tenant changed\n/);
  });

  test('commits nothing when much is gone, until somebody says that it was meant', async () => {
    const api = await startProject();
    await night(1);
    newCommit();
    api.state.tenants.splice(1);
    for (const day of [2, 3]) expectResults(await night(day), 'failure');
    expect(newCommit()).toBeUndefined();
    const accepted = await night(4, {
      github: { event_name: 'workflow_dispatch' },
      inputs: { 'allow-shrink': true },
    });
    expectResults(accepted, 'success');
    expect(newCommit()).toContain('D\tdescope/tenants/tenant-5.json');
  });

  test('commits nothing of a public repository, and nothing that is not complete', async () => {
    const api = await startProject();
    expectResults(
      await night(1, { repository: { visibility: 'public', private: false } }),
      'failure',
    );
    expect(newCommit()).toBeUndefined();

    await night(2);
    newCommit();
    api.state.tenants.splice(1);
    expectResults(await night(3), 'failure');
    expect(newCommit()).toBeUndefined();
  });

  test('a push that another one overtook fails, and the next night saves it', async () => {
    const api = await startProject();
    await night(1);
    newCommit();
    firstTenant(api).name = 'Renamed';
    const hook = join(remote, 'hooks', 'pre-receive');
    await writeFile(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    expectResults(await night(2), 'failure');
    expect(newCommit()).toBeUndefined();
    await chmod(hook, 0o644);
    expectResults(await night(3), 'success');
    expect(newCommit()).toEqual(['M\tdescope/tenants/tenant-1.json']);
  });
});

describe('missed-backup-alarm', () => {
  const check = async (time: string, answers: Readonly<Record<string, string>> = {}) => {
    const gh = await makeGhStub(answers);
    const runs = await runRecipe('missed-backup-alarm', time, { path: [gh.folder] });
    return {
      runs,
      calls: await gh.calls(),
      outputs: stepOf(jobOf(runs, 'check'), 'verify').outputs,
    };
  };
  const TITLE = 'Descope backups need attention';
  const LIST = ['issue', 'list'];

  test('is silent while the newest backup is good and young', async () => {
    await startProject();
    await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    const { runs, calls, outputs } = await check('2026-03-01T08:37:00Z');
    expectResults(runs, 'success');
    expect(calls).toEqual([]);
    expect(outputs).toMatchObject({
      'verified-count': '1',
      'damaged-count': '0',
      'newest-backup-id': '20260301_034300',
      'newest-age-hours': '4.9',
    });
  });

  test('opens an issue when there is no backup at all', async () => {
    const { runs, calls } = await check('2026-03-01T08:37:00Z');
    expectResults(runs, 'failure');
    expect(calls.map((args) => args.slice(0, 2))).toEqual([LIST, ['issue', 'create']]);
    const [, create = []] = calls;
    expect(create.slice(2, 5)).toEqual(['--title', TITLE, '--body']);
    expect(create[5]).toMatch(
      /^Newest complete backup: none, age in hours: unknown, damaged backups: 0\. The reason is in https:\/\/github\.com\/octo-org\/octo-repo\/actions\/runs\/\d+$/,
    );
  });

  test('says how old the newest one is after a missed night, on the issue that is open', async () => {
    await startProject();
    await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    const { runs, calls } = await check('2026-03-02T08:37:00Z', { 'issue list': '17\n' });
    expectResults(runs, 'failure');
    expect(calls.map((args) => args.slice(0, 2))).toEqual([LIST, ['issue', 'comment']]);
    expect(calls[1]?.slice(2, 4)).toEqual(['17', '--body']);
    expect(calls[1]?.[4]).toContain('20260301_034300, age in hours: 28.9, damaged backups: 0.');
  });

  test('also when what the night gave is not complete', async () => {
    const api = await startProject();
    await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    api.state.tenants.splice(1);
    await runRecipe('nightly-live', '2026-03-02T03:43:00Z');
    const { runs, outputs } = await check('2026-03-02T08:37:00Z');
    expectResults(runs, 'failure');
    expect(outputs).toMatchObject({ 'newest-backup-id': '20260301_034300' });
  });

  test('when an artifact is damaged', async () => {
    await startProject();
    const runs = await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    const name = stepOf(jobOf(runs, 'backup'), 'descope-backup').outputs['artifact-name'] ?? '';
    const zip = await service.downloadZip(name);
    await service.runs.at(-1)?.artifacts.damage(name, zip.subarray(0, zip.length / 2));
    const { runs: checked, calls, outputs } = await check('2026-03-01T08:37:00Z');
    expectResults(checked, 'failure');
    expect(outputs).toMatchObject({ 'damaged-count': '1' });
    expect(calls.map((args) => args.slice(0, 2))).toEqual([LIST, ['issue', 'create']]);
  });

  test('when it may not look', async () => {
    await startProject();
    await runRecipe('nightly-live', '2026-03-01T03:43:00Z');
    github.faults = { status: { path: /actions\/artifacts/, status: 403 } };
    const { runs, calls } = await check('2026-03-01T08:37:00Z');
    expectResults(runs, 'failure');
    expect(calls.at(-1)?.at(-1)).toContain('damaged backups: unknown');
  });
});

describe('matrix', () => {
  const ENVIRONMENTS = [
    'descope-backup-shop-production',
    'descope-backup-shop-staging',
    'descope-backup-portal-production',
  ];

  test('backs up each project with its own key, group and artifact, whatever becomes of the others', async () => {
    const { jobs } = await readWorkflow('examples/workflows/matrix.yml');
    const projects = (jobs['backup']?.strategy?.matrix.include ?? []).map(({ project }) =>
      String(project),
    );
    const servers = await Promise.all(
      projects.map((projectId, index) =>
        startProject({ projectId, managementKey: `K2key-of-project-number-${index}` }),
      ),
    );
    const legs = new Map(
      ENVIRONMENTS.map((environment, index) => [environment, servers[index] as DescopeApi]),
    );
    const [, broken] = servers;
    if (broken === undefined) throw new Error('there is no second project');
    const goodKey = broken.state.managementKey;
    const run = (
      time: string,
      keyOfBroken: string,
      inputs: Readonly<Record<string, string>> = {},
    ) =>
      runRecipe('matrix', time, {
        inputs,
        secrets: (environment = '') => {
          const api = legs.get(environment);
          return {
            DESCOPE_MANAGEMENT_KEY: api === broken ? keyOfBroken : (api?.state.managementKey ?? ''),
          };
        },
        addInputs: ({ 'project-id': id }) => ({
          'base-url': servers.find(({ state }) => state.projectId === id)?.baseUrl ?? '',
        }),
      });

    const first = await run('2026-03-01T02:23:00Z', goodKey);
    expectResults(first, 'success', 'success', 'success');
    expect(first.map(({ environment }) => environment)).toEqual(ENVIRONMENTS);
    expect(new Set(first.map(({ concurrency }) => concurrency)).size).toBe(first.length);
    expect(first.map(({ concurrency }) => concurrency)).toEqual(
      first.map(({ matrix }) => `descope-${String(matrix['project'])}`),
    );
    const names = service.artifacts.map(({ name }) => name);
    expect(names).toEqual(
      first.map(
        ({ matrix }) =>
          `descope-backup-${String(matrix['project'])}-${String(matrix['environment'])}-live`,
      ),
    );

    const second = await run('2026-03-02T02:23:00Z', 'K2wrong-key');
    expectResults(second, 'success', 'failure', 'success');
    for (const leg of [second[0], second[2]]) {
      expect(leg?.steps[0]?.outputs).toMatchObject({ changed: 'false', status: 'complete' });
    }

    for (const { state } of servers) state.tenants.splice(1);
    const accepted = await run('2026-03-02T09:00:00Z', goodKey, {
      'allow-shrink-of': projects[2] ?? '',
    });
    expectResults(accepted, 'failure', 'failure', 'success');
    expect(accepted.map(({ steps }) => steps[0]?.outputs['status'])).toEqual([
      'suspect',
      'suspect',
      'complete',
    ]);
  });
});
