/**
 * The stories of both actions in this process, with artifacts of earlier runs behind the real
 * artifact library.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { runInProcess, type Told } from '../fixtures/in-process.ts';
import { ARTIFACT_NAME, makeFolder, makeWorkspace, PROJECT } from '../fixtures/run-bundle.ts';
import { useArtifactService, useGitHubApi } from '../fixtures/use-servers.ts';

const DAY_MS = 86_400_000;
const FIRST_NIGHT = Date.UTC(2026, 2, 1, 3);

const service = useArtifactService({ now: () => now });
const github = useGitHubApi(service);
let now = FIRST_NIGHT;

beforeEach(() => {
  now = FIRST_NIGHT;
});

function tenants(count: number): string {
  const list = Array.from(
    { length: count },
    (_, n) => `  - {id: tenant-${n}, name: Tenant ${n}}\n`,
  );
  return `version: '1.0'\ntenants:\n${list.join('')}`;
}

/**
 * Runs one of the actions as a workflow run of its own, in a fresh workspace unless one is given.
 */
async function runAction(
  action: 'backup' | 'verify',
  inputs: Readonly<Record<string, string>> = {},
  given?: string,
): Promise<Told & { readonly workspace: string }> {
  const workspace = given ?? (await makeWorkspace(tenants(10)));
  const { info } = service.beginRun();
  const told = await runInProcess({
    action,
    workspace,
    inputs: { ...github.inputs, ...inputs },
    env: {
      ...service.env,
      ...github.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: String(info.id),
      RUNNER_TEMP: join(workspace, 'temp'),
    },
    clock: () => now,
  });
  return { ...told, workspace };
}

describe('history: compare', () => {
  test('compares with the newest artifact, and writes what changed', async () => {
    expect((await runAction('backup')).error).toBeUndefined();
    now += DAY_MS;
    const workspace = await makeWorkspace(tenants(10).replace('Tenant 3', 'Third'));
    const told = await runAction('backup', { 'git-tree': 'tree' }, workspace);
    expect([told.error, told.warnings]).toEqual([undefined, []]);
    expect(told.output).toMatch(/changed<<.*\r?\ntrue/);
    const changes = join(workspace, 'temp', 'descope-backup', '20260302_030000');
    expect(JSON.parse(await readFile(join(changes, 'changes.json'), 'utf8'))).toMatchObject({
      change_count: 1,
      changes: [
        {
          section: 'tenants',
          id: 'tenant-3',
          edits: [{ pointer: '/name', before: 'Tenant 3', after: 'Third' }],
        },
      ],
    });
    expect(await readFile(join(changes, 'changes.md'), 'utf8')).toContain('1 change, risk low');
    expect(await readdir(join(workspace, 'tree', 'tenants'))).toHaveLength(10);
    expect(await readdir(join(workspace, 'temp'))).toEqual(['descope-backup']);
  });

  test.each([
    [403, 'actions: read'],
    [404, 'actions: read'],
    [401, 'the token is not accepted'],
    [429, 'rate limit'],
    [500, 'GitHub has a fault'],
  ])('warns when GitHub answers %i', async (status, words) => {
    github.faults = { status: { path: /artifacts/, status } };
    const told = await runAction('backup');
    expect(told.error).toBeUndefined();
    expect(told.warnings).toEqual([expect.stringContaining(words)]);
    expect(told.output).toMatch(/changed<<.*\r?\nunknown/);
    expect(told.lines.join()).not.toContain('There is no history yet');
  });

  test.each([
    ['no JSON', '<html>'],
    ['no object', '[]'],
    ['no list', '{"artifacts":null}'],
    ['something else', '{"artifacts":[{"id":"x"}]}'],
  ])('warns when the answer is %s', async (_, body) => {
    github.faults = { status: { path: /artifacts/, status: 200, body } };
    const told = await runAction('backup');
    expect(told.error).toBeUndefined();
    expect(told.warnings).toEqual([expect.stringContaining('what changed is unknown')]);
  });

  test('accepts a shrink that is meant, and fails over one that is not', async () => {
    await runAction('backup');
    now += DAY_MS;
    const shrunk = await makeWorkspace(tenants(5));
    const alarm = await runAction('backup', {}, shrunk);
    expect(alarm.error?.message).toContain('the backup is suspect: tenants: 5 of 10 are gone');
    expect(alarm.summary).toContain('Too much is gone');
    now += DAY_MS;
    const meant = await runAction(
      'backup',
      { 'allow-shrink': 'true' },
      await makeWorkspace(tenants(5)),
    );
    expect(meant.error).toBeUndefined();
    expect(meant.warnings).toEqual([expect.stringContaining('accepted by allow-shrink')]);
  });

  test('leaves the git tree alone when the backup is suspect', async () => {
    await runAction('backup');
    now += DAY_MS;
    const workspace = await makeWorkspace(tenants(1));
    const told = await runAction('backup', { 'git-tree': 'tree' }, workspace);
    expect(told.warnings.join()).toContain('is left as it is, because the new backup is suspect');
    expect(await readdir(workspace)).not.toContain('tree');
  });

  test('refuses a git tree in the backup root before anything is written', async () => {
    const told = await runAction('backup', { 'git-tree': 'backups/tree' });
    expect(told.error?.message).toContain('lie within each other');
    expect(await readdir(told.workspace)).not.toContain('backups');
  });

  test('trusts no artifact of a fork, another branch, a pull request or another workflow', async () => {
    await runAction('backup');
    const { artifacts } = service.runs.at(-1) ?? {};
    const zip = (await artifacts?.zip(ARTIFACT_NAME)) ?? Buffer.alloc(0);
    service.reset();
    for (const info of [
      { headRepository: 'somebody/octo-repo' },
      { headRepository: null },
      { headBranch: 'feature' },
      { headBranch: null },
      { event: 'pull_request' },
      { event: 'pull_request_target' },
      { path: '.github/workflows/other.yml' },
    ]) {
      await service.beginRun(info).artifacts.add(ARTIFACT_NAME, zip);
    }
    now += DAY_MS;
    const told = await runAction('backup', { 'history-workflow': 'backup.yml' });
    expect(told.error?.message).toMatch(
      /^there is history, but no backup in it to compare with: 7 artifacts of runs that are not trusted/,
    );
    expect(told.output).toMatch(/changed<<.*\r?\nunknown/);
  });
});

describe('history: carry', () => {
  test('brings back what verifies, and prunes by the window', async () => {
    await runAction('backup', { history: 'carry' });
    now += DAY_MS;
    await runAction('backup', { history: 'carry' });
    now += 31 * DAY_MS;
    const told = await runAction('backup', { history: 'carry', 'artifact-retention-days': '3' });
    expect([told.error, told.warnings]).toEqual([undefined, []]);
    // The one before is what the new one was compared with; the oldest one would be pruned at once.
    expect(told.lines).toContain('Brought back from 1 artifacts: 20260302_030000');
    expect(told.output).toMatch(/changed<<.*\r?\nfalse/);
  });

  test('uploads the new backup alone, prunes nothing and fails when the look-up failed', async () => {
    github.faults = { status: { path: /artifacts/, status: 403 } };
    const told = await runAction('backup', { history: 'carry' });
    expect(told.error?.message).toMatch(
      /^history: carry: earlier backups could not be brought back/,
    );
    expect(told.error?.message).toContain('actions: read');
    const names = service.runs.at(-1)?.artifacts.artifacts.map(({ name }) => name);
    expect(names).toEqual([`${ARTIFACT_NAME}-20260301_030000`]);
    expect(told.lines).toContain(
      'Nothing is pruned, because earlier backups could not be brought back',
    );
  });

  test('fails without a token, and when no artifact holds a good backup', async () => {
    expect(
      (await runAction('backup', { history: 'carry', 'github-token': '' })).error?.message,
    ).toContain('github-token');
    service.reset();
    await service.beginRun().artifacts.add(ARTIFACT_NAME, Buffer.from('no zip'));
    const told = await runAction('backup', { history: 'carry' });
    expect(told.error?.message).toContain(
      'there are artifacts, but none can be used: 1 artifacts that are damaged',
    );
    expect(told.warnings.join()).toContain('it is no good zip file');
  });
});

describe('the verify action', () => {
  test('fetches artifacts, and says that all is well', async () => {
    for (let night = 0; night < 2; night++) {
      await runAction('backup');
      now += DAY_MS;
    }
    const told = await runAction(
      'verify',
      { history: 'carry', 'max-age-hours': '24' },
      await makeFolder(),
    );
    expect(told.error).toBeUndefined();
    expect(told.output).toMatch(/verified-count<<.*\r?\n2/);
    expect(told.summary).toContain('✅ 2 backups checked');
  });

  test('fails over a damaged artifact, a damaged folder, and a newest one that is too old', async () => {
    await runAction('backup');
    now += DAY_MS;
    await runAction('backup');
    await service.runs.at(-1)?.artifacts.damage(ARTIFACT_NAME, Buffer.from('damaged'));
    now += 3 * DAY_MS;
    const workspace = await makeFolder();
    await mkdir(join(workspace, 'backups', PROJECT, '20260227_030000'), { recursive: true });
    const told = await runAction(
      'verify',
      { history: 'carry', 'max-age-hours': '24', 'artifact-name': ARTIFACT_NAME },
      workspace,
    );
    expect(told.error?.message).toBe(
      `damaged: 20260227_030000, ${ARTIFACT_NAME}. Also: production/config-file: the newest complete backup, 20260301_030000, is 96.0 hours old, over 24: the workflow that takes them did not run or failed. If production/config-file is no longer backed up, set ignore-lines: production/config-file`,
    );
    expect(told.output).toMatch(/damaged-count<<.*\r?\n2/);
    expect(told.summary).toContain('2 damaged');
  });

  test('needs a run of GitHub Actions to fetch artifacts', async () => {
    const told = await runAction(
      'verify',
      { history: 'carry', 'github-token': '' },
      await makeFolder(),
    );
    expect(told.error?.message).toContain('history: carry needs a run of GitHub Actions');
  });

  test('finds nothing where there is nothing', async () => {
    const told = await runAction('verify', { 'job-summary': 'false' }, await makeFolder());
    expect(told.error?.message).toContain(`there is no complete backup of ${PROJECT}`);
    expect(told.summary).toBe('');
  });
});
