/**
 * What a night is compared with, when, and what becomes of it where there is nothing: night after
 * night, as users see it.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { role, emptyProject, tenant } from '../fixtures/descope-api/builders.ts';
import { startDescopeApi, type DescopeApi, type Fault } from '../fixtures/descope-api/server.ts';
import { compared, FIRST, GREEN, notCompared, suspect } from '../fixtures/night-outcomes.ts';
import { FIRST_NIGHT, DAY_MS, Nights, type Night } from '../fixtures/action-nights.ts';
import { ARTIFACT_NAME, makeFolder } from '../fixtures/run-bundle.ts';

let nights: Nights;
let api: DescopeApi | undefined;

beforeAll(async () => {
  nights = await Nights.start();
});

afterEach(async () => {
  nights.reset();
  await api?.close();
  api = undefined;
});

afterAll(async () => {
  await nights.close();
});

const FAILING = { status: { path: /artifacts/, status: 403 } } as const;

/** Takes a night in which GitHub does not answer. */
async function takeBlind(options: Parameters<Nights['take']>[0] = {}): Promise<Night> {
  nights.github.faults = FAILING;
  const night = await nights.take(options);
  nights.github.faults = {};
  return night;
}

describe('a look-up that failed', () => {
  test('is red the third time running, and allow-shrink gets out', async () => {
    const workspace = await makeFolder();
    for (const count of [1, 2, 3]) {
      const night = await takeBlind({ workspace });
      expect(night).toMatchObject(notCompared('look-up-failed'));
      expect(night.warnings.join()).toContain('the history could not be looked up');
      if (count < 3) expect(night.error).toBeUndefined();
      else expect(night.error).toMatch(/^nothing was compared 3 times running.*allow-shrink: true/);
      expect(night.uploaded).toHaveLength(1);
    }
    const accepted = await takeBlind({ workspace, inputs: { 'allow-shrink': 'true' } });
    expect(accepted).toMatchObject({
      ...GREEN,
      manifest: { status: 'complete', comparison: { outcome: 'accepted' } },
    });
    // The base is in the root: it suffices, though GitHub still does not answer.
    expect(await takeBlind({ workspace })).toMatchObject(compared('20260304_030000'));
  });

  test('is never what the next night is compared with', async () => {
    await nights.take();
    for (let night = 0; night < 2; night++) {
      expect(await takeBlind({ tenants: 4 })).toMatchObject(notCompared('look-up-failed'));
    }
    const told = await nights.take({ tenants: 4 });
    expect(told).toMatchObject(suspect('20260301_030000'));
    expect(told.lines).toContain(
      'Compared with 20260301_030000: 2 newer backups lie between, which cannot be compared with',
    );
  });

  test('is what an empty github-token gives', async () => {
    const inputs = { 'github-token': '' };
    const night = await nights.take({ inputs });
    expect(night).toMatchObject({ ...notCompared('look-up-failed'), ...GREEN });
    expect(night.warnings.join()).toContain('github-token');
  });

  test('does not make a 1.0.0 backup that it happened to see first the first of the line', async () => {
    await nights.addFirstRelease([
      { tenants: 10, isLinked: false },
      { tenants: 10, isLinked: true },
      { tenants: 4, isLinked: false },
    ]);
    // The newest can be had; the linked one before it cannot.
    const [linked] = nights.service.runs.at(-2)?.artifacts.artifacts ?? [];
    nights.github.faults = {
      status: { path: new RegExp(`artifacts/${linked?.id}/zip`), status: 403 },
    };
    expect(await nights.take({ tenants: 4 })).toMatchObject(notCompared('look-up-failed'));
  });
});

describe('history without a base', () => {
  test('is red after the upload, and allow-shrink makes a base of the night', async () => {
    await takeBlind();
    const red = await nights.take();
    expect(red).toMatchObject(notCompared('no-base'));
    expect(red.error).toMatch(
      /^there is history, but no backup in it to compare with: .*run once with allow-shrink: true/,
    );
    expect(red.uploaded).toEqual([ARTIFACT_NAME]);
    const accepted = await nights.take({ inputs: { 'allow-shrink': 'true' } });
    expect(accepted).toMatchObject({
      ...GREEN,
      outputs: { changed: 'unknown' },
      manifest: { status: 'complete', comparison: { outcome: 'accepted' } },
    });
    expect(await nights.take()).toMatchObject(compared('20260303_030000'));
  });

  test('is what artifacts that have expired are', async () => {
    await nights.take();
    for (const { id } of nights.service.runs.at(-1)?.artifacts.artifacts ?? []) {
      nights.github.expired.add(id);
    }
    const night = await nights.take({ tenants: 4 });
    expect(night).toMatchObject(notCompared('no-base'));
    expect(night.error).toContain('1 artifacts that have expired');
  });

  test('is not what a backup of a clock that ran ahead is: it was there before, and is compared with', async () => {
    const workspace = await makeFolder();
    const inputs = { 'upload-artifact': 'false' };
    nights.now = FIRST_NIGHT + 90 * DAY_MS;
    await nights.take({ workspace, inputs });
    nights.now = FIRST_NIGHT;
    const night = await nights.take({ workspace, inputs, tenants: 4 });
    expect(night.error).toContain('the backup is suspect: tenants: 6 of 10 are gone');
    expect(await nights.take({ workspace, inputs })).toMatchObject({ error: undefined });
  });

  test.each([
    ['of which nobody knows the line', 'manifest.json', 10, '1 in the backup root that nobody can'],
    [
      'of a backup that held more',
      'project.json',
      4,
      '10 tenants in 20260301_030000, which is damaged',
    ],
  ])('is what damage in the root is, %s', async (_, file, tenants, words) => {
    const workspace = await makeFolder();
    const inputs = { 'upload-artifact': 'false' };
    const { outputs } = await nights.take({ workspace, inputs });
    await writeFile(join(outputs['backup-path'] ?? '', file), '{}');
    expect(await nights.take({ workspace, inputs, tenants })).toMatchObject({
      ...notCompared('no-base'),
      error: expect.stringContaining(words),
    });
  });
});

describe('artifacts of others', () => {
  test('forty of pull requests do not hide the night before, and cost no request', async () => {
    await nights.take();
    await nights.addOfPullRequests(40, ARTIFACT_NAME);
    expect(await nights.take()).toMatchObject(compared('20260301_030000'));
    expect(nights.countRequests(/runs\/\d+$/)).toBe(0);
  });

  test('hundreds, of runs of the same workflow, do not hide the night before', async () => {
    await nights.take();
    await nights.addOfPullRequests(250, ARTIFACT_NAME);
    const limits = { milliseconds: 60_000, pages: 7 };
    const before = nights.github.requests.length;
    expect(await nights.take({ tenants: 4, limits })).toMatchObject(suspect('20260301_030000'));
    expect(nights.github.requests.length - before).toBeLessThan(20);
  });

  test('are never an empty history, when there is nothing else', async () => {
    await nights.addOfPullRequests(3, ARTIFACT_NAME);
    const night = await nights.take();
    expect(night).toMatchObject(notCompared('no-base'));
    expect(night.error).toContain('3 artifacts of runs that are not trusted');
  });

  test('a bound that is reached is a look-up that failed, unless there is a base already', async () => {
    const limits = { milliseconds: 60_000, pages: 2 };
    await nights.addOfPullRequests(300, ARTIFACT_NAME);
    const blind = await nights.take({ limits });
    expect(blind).toMatchObject({ ...notCompared('look-up-failed'), ...GREEN });
    expect(blind.warnings.join()).toContain('the search was given up after 2 pages');
    nights.service.reset();
    nights.now = FIRST_NIGHT;
    await nights.take();
    await nights.addOfPullRequests(90, ARTIFACT_NAME);
    expect(await nights.take({ limits: { milliseconds: 60_000, pages: 3 } })).toMatchObject(
      compared('20260301_030000'),
    );
  });

  test('a time that is up is a look-up that failed', async () => {
    const night = await nights.take({ limits: { milliseconds: 0, pages: 50 } });
    expect(night).toMatchObject(notCompared('look-up-failed'));
    expect(night.warnings.join()).toContain('the search was given up after');
  });

  test('damaged ones are passed over, however many', async () => {
    await nights.take();
    for (let count = 0; count < 5; count++) {
      await nights.service.beginRun().artifacts.add(ARTIFACT_NAME, Buffer.from('no zip'));
    }
    const night = await nights.take();
    expect(night).toMatchObject(compared('20260301_030000'));
    expect(night.warnings).toHaveLength(5);
  });
});

describe('a default branch that was renamed', () => {
  const branch = 'trunk';

  test('is never an empty history', async () => {
    await nights.take({ branch: 'old' });
    const night = await nights.take({ branch, tenants: 4 });
    expect(night).toMatchObject(notCompared('no-base'));
    expect(night.error).toContain('history-branch names another branch to trust');
  });

  test('is bridged by history-branch', async () => {
    await nights.take({ branch: 'old' });
    const inputs = { 'history-branch': 'old' };
    expect(await nights.take({ branch, inputs, tenants: 4 })).toMatchObject(
      suspect('20260301_030000'),
    );
    expect(await nights.take({ branch, inputs })).toMatchObject(compared('20260301_030000'));
  });
});

describe('lines', () => {
  test('do not mix under one artifact name', async () => {
    api = await startDescopeApi({ state: project(10, 3) });
    const inputs = { 'artifact-name': 'ours', 'project-id': api.state.projectId };
    expect(await nights.take({ inputs })).toMatchObject(FIRST);
    expect(await nights.take({ live: api, inputs })).toMatchObject(FIRST);
    const staging = { ...inputs, environment: 'staging' };
    expect(await nights.take({ inputs: staging, tenants: 2 })).toMatchObject(FIRST);
    expect(await nights.take({ inputs, tenants: 4 })).toMatchObject(suspect('20260301_030000'));
    expect(await nights.take({ live: api, inputs })).toMatchObject(compared('20260302_030000'));
    expect(await nights.take({ inputs: staging, tenants: 2 })).toMatchObject(
      compared('20260303_030000'),
    );
  });

  test('a live one beside an older one of a config file is the first of its line', async () => {
    api = await startDescopeApi({ state: project(10, 3) });
    const { projectId } = api.state;
    await nights.addFirstRelease(
      [
        { tenants: 10, isLinked: false },
        { tenants: 10, isLinked: true },
      ],
      { projectId },
    );
    const night = await nights.take({ live: api });
    expect(night).toMatchObject({
      ...FIRST,
      uploaded: [`descope-backup-${projectId}-production-live`],
      warnings: [],
    });
  });

  test('folders of the original tool do not stand in the way of a new line', async () => {
    api = await startDescopeApi({ state: project(10, 3) });
    const { projectId } = api.state;
    await nights.addFirstRelease([{ tenants: 10, isLinked: false }], {
      projectId,
      withOriginalTool: true,
    });
    expect(await nights.take({ live: api })).toMatchObject(FIRST);
  });
});

/** A live project with so many tenants and roles. */
function project(tenants: number, roles: number) {
  return emptyProject({
    tenants: Array.from({ length: tenants }, (_, n) => tenant({ id: `tenant-${n}` })),
    roles: Array.from({ length: roles }, (_, n) => role({ id: `role-${n}`, name: `Role ${n}` })),
  });
}

describe('accepted partial nights', () => {
  const inputs = { 'fail-on-partial': 'false' };
  const failing: readonly Fault[] = (['role-all', 'role-search'] as const).map((endpoint) => ({
    endpoint,
    kind: 'status',
    status: 403,
  }));

  test('alarm for the sections that they saved', async () => {
    api = await startDescopeApi({ state: project(10, 10) });
    await nights.take({ live: api, inputs });
    api.faults = failing;
    const partial = await nights.take({ live: api, inputs });
    expect(partial).toMatchObject({
      ...GREEN,
      manifest: { status: 'partial', comparison: { outcome: 'compared', partial_accepted: true } },
    });
    api.state.tenants.splice(4);
    expect(await nights.take({ live: api, inputs })).toMatchObject(suspect('20260302_030000'));
  });

  test('do not hide what is gone of a section that failed', async () => {
    api = await startDescopeApi({ state: project(10, 10) });
    await nights.take({ live: api, inputs });
    api.faults = failing;
    for (let night = 0; night < 2; night++) await nights.take({ live: api, inputs });
    api.faults = [];
    api.state.roles.splice(4);
    const told = await nights.take({ live: api, inputs });
    expect(told).toMatchObject(suspect('20260303_030000'));
    expect(told.error).toContain('roles: 6 of 10 are gone');
  });

  test('are no base where they were not accepted', async () => {
    api = await startDescopeApi({ state: project(10, 10) });
    await nights.take({ live: api });
    api.faults = failing;
    const partial = await nights.take({ live: api });
    expect(partial.error).toContain('the backup is partial');
    api.faults = [];
    expect(await nights.take({ live: api })).toMatchObject(compared('20260301_030000'));
  });
});
