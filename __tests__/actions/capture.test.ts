/** The action with source live, in this process; __tests__/e2e runs the bundle. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { findDrift, verifyBackup, type ProjectContent } from '../../src/services/index.ts';
import { NEWEST_NOISE, withoutNoise } from '../../src/project/noise.ts';
import { writeResourcesAndSnapshot } from '../../src/services/backup/resources-and-snapshot.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { canonicalJson } from '../../src/json/write.ts';
import type { Packed } from '../../src/json/packed.ts';
import { withoutWrites } from '../fixtures/descope-api/no-writes.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { runInProcess, UploadRecorder, type Told } from '../fixtures/in-process.ts';
import { liveInputs } from '../fixtures/live-run.ts';
import { makeFolder, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
let api: DescopeApi;
let workspace: string;
let recorder: UploadRecorder;
/** What the runner gives besides what each run has. */
let env: Readonly<Record<string, string | undefined>>;

beforeAll(async () => {
  const state = mixedProject();
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  api = await startDescopeApi({ state });
});

afterAll(() => api.close());

beforeEach(async () => {
  workspace = await makeFolder();
  recorder = new UploadRecorder();
  env = { ACTIONS_RUNTIME_TOKEN: 'token' };
});

afterEach(() => {
  api.faults = [];
  api.options = {};
});

/** Runs the action on GitHub; `visibility` is that of the repository in the event. */
async function runLive(
  inputs: Readonly<Record<string, string>> = {},
  visibility?: string,
  now = NOW,
): Promise<Told & { readonly log: string }> {
  const eventFile = join(workspace, 'event.json');
  await writeFile(eventFile, JSON.stringify({ repository: { visibility } }));
  const options = {
    workspace,
    inputs: { ...liveInputs(api), 'upload-artifact': 'true', ...inputs },
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_PATH: visibility === undefined ? '' : eventFile,
      ...env,
    },
    clock: () => now,
    makeArtifactClient: recorder.makeArtifactClient,
  };
  const told = await withoutWrites(api, () => runInProcess(options));
  return { ...told, log: told.lines.join('\n') };
}

const backup = () => join(workspace, 'backups', api.state.projectId, '20261122_030000');

describe('run with source live', () => {
  test.each(['pro', 'free'] as const)('backs the project up on the %s plan', async (plan) => {
    api.options = { plan };
    const { error, log, summary, outputs } = await runLive();
    expect(error).toBeUndefined();
    expect((await verifyBackup(backup())).verified).toBe(true);
    expect(log).toMatch(/127\.0\.0\.1:\d+: 8 tenants, 5 flows, \d+ requests/);
    expect(Object.keys(outputs)).toEqual(
      expect.arrayContaining(['request-count', 'key-expires-in-days']),
    );
    expect(summary).toContain(
      plan === 'free' ? 'complete for this plan, without' : '✅ Backup taken and verified:',
    );
    expect(recorder.names).toHaveLength(1);
  });

  test('takes a partial one, under its own name, and fails', async () => {
    api.faults = [{ endpoint: 'lists', kind: 'status', status: 500, message: 'broken' }];
    const { error, log } = await runLive({ 'require-sections': 'lists' });
    expect(error?.message).toMatch(
      /^require-sections: not saved: lists\. Also: the backup is partial/,
    );
    expect(log).toContain(
      '::warning::lists was not saved in full: GET /v1/mgmt/list/all: HTTP 500',
    );
    expect(recorder.names).toEqual([expect.stringMatching(/-production-live-partial$/)]);
    // Nothing may be compared with it, until somebody accepts what there is.
    const next = await runLive({ 'fail-on-partial': 'false' }, undefined, NOW + 1000);
    expect(next.error?.message).toContain('there is history, but no backup in it to compare with');
    const accepted = { 'fail-on-partial': 'false', 'allow-shrink': 'true' };
    expect((await runLive(accepted, undefined, NOW + 2000)).error).toBeUndefined();
    const lenient = await runLive({ 'fail-on-partial': 'false' }, undefined, NOW + 3000);
    expect(lenient.error).toBeUndefined();
  });

  test('warns of a key that soon expires', async () => {
    const { log } = await runLive({ sections: 'lists' }, undefined, Date.UTC(2099, 11, 30));
    expect(log).toContain('::warning::a management key of this project expires in 2 days');
  });

  test('compares it with a config file that is given', async () => {
    await writeFile(join(workspace, 'mine.yaml'), SMALL_CONFIG);
    const { error, summary } = await runLive({ sections: 'tenants', 'config-path': 'mine.yaml' });
    expect(error).toBeUndefined();
    expect(summary).toContain('| <code>acme-corp</code> | only in the file |');
    expect(summary).toContain('| <code>acme-zurich</code> | only in the project |');
  });

  test('ends with what max-requests lets it read', async () => {
    const { error, outputs } = await runLive({ 'max-requests': '1' });
    expect(error?.message).toContain('partial');
    expect(outputs['sections-saved']).toBe('');
  });
});

describe('who can read the artifact', () => {
  test.each([
    ['public', /^the live backup was not uploaded: the repository is public/],
    ['strange', /^the live backup was not uploaded: nobody could tell/],
  ])('of a live backup in a %s repository: nobody', async (visibility, message) => {
    const { error, log } = await runLive({ sections: 'tenants' }, visibility);
    expect(error?.message).toMatch(message);
    expect(recorder.names).toEqual([]);
    expect(log).not.toContain('acme-zurich');
    expect((await verifyBackup(backup())).verified).toBe(true);
  });

  test('of a live backup in a public repository where that is allowed', async () => {
    const { error } = await runLive(
      { sections: 'tenants', 'allow-public-artifact': 'true' },
      'public',
    );
    expect(error).toBeUndefined();
    expect(recorder.names).toHaveLength(1);
  });

  test('says who can in an internal repository', async () => {
    const { error, log } = await runLive({ sections: 'tenants' }, 'internal');
    expect(error).toBeUndefined();
    expect(log).toContain('every member of the enterprise can download the artifact');
  });

  test('keeps reasons and names of a failure out of a public log', async () => {
    api.faults = [{ endpoint: 'lists', kind: 'status', status: 500, message: 'uni.example' }];
    const { log } = await runLive({ sections: 'tenants,lists' }, 'public');
    expect(log).not.toContain('uni.example');
    expect(log).not.toContain('"ACME"');
    expect(log).toContain('::warning::lists was not saved in full: the reason is in manifest.json');
  });

  const file = {
    source: 'config-file',
    'management-key': '',
    'base-url': '',
    history: 'none',
  };

  test.each([
    ['public', 1],
    ['private', 0],
  ])('of a config file in a %s repository', async (visibility, warnings) => {
    await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
    const { error, log } = await runLive(file, visibility);
    expect(error).toBeUndefined();
    expect(log.match(/::warning::the repository is public/g) ?? []).toHaveLength(warnings);
    expect(recorder.names).toHaveLength(1);
  });

  test('of a config file beside a live backup, whole or damaged, in a public one: nobody', async () => {
    await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
    await runLive({ sections: 'tenants' }, 'private');
    recorder.uploads.length = 0;
    const whole = await runLive(file, 'public', NOW + 1000);
    expect(whole.error?.message).toContain('the live backup was not uploaded');
    await writeFile(join(backup(), 'more'), 'x');
    const damaged = await runLive(file, 'public', NOW + 2000);
    expect(damaged.error?.message).toContain('the live backup was not uploaded');
    await writeFile(join(backup(), 'manifest.json'), '{}');
    const broken = await runLive(file, 'public', NOW + 3000);
    expect(broken.error?.message).toContain('the live backup was not uploaded');
    await writeFile(join(backup(), 'project.json'), '{}');
    const foreign = await runLive(file, 'public', NOW + 4000);
    // It has a file that no backup of a config file has.
    expect(foreign.error?.message).toContain('the live backup was not uploaded');
    await rm(join(backup(), 'more'));
    await rm(join(backup(), 'resources'), { recursive: true, force: true });
    const empty = await runLive(file, 'public', NOW + 5000);
    expect(empty.error?.message).toContain('the live backup was not uploaded');
    expect(recorder.names).toEqual([]);
    await rm(backup(), { recursive: true });
    const alone = await runLive(file, 'public', NOW + 6000);
    expect(alone.error).toBeUndefined();
    expect(recorder.names).toHaveLength(1);
  });

  test('of a damaged backup of a config file: everybody, for it says what it is', async () => {
    await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
    await runLive(file, 'public');
    await writeFile(join(backup(), 'SHA256SUMS'), 'damaged');
    const { error, log } = await runLive(file, 'public', NOW + 1000);
    expect(error).toBeUndefined();
    expect(recorder.names).toHaveLength(2);
    expect(log).toContain(
      'does not verify: 1 problem, not named here because strangers may read this',
    );
  });

  test('the git tree is refused as the upload is, and written where that is allowed', async () => {
    const inputs = { sections: 'tenants', 'git-tree': 'tree' };
    const refused = await runLive({ ...inputs, 'upload-artifact': 'false' }, 'public');
    expect(refused.error?.message).toMatch(
      /^the git tree .*tree of the live project was not written: the repository is public, and anyone could read the tree/,
    );
    expect(await readdir(workspace)).not.toContain('tree');
    const unknown = await runLive({ ...inputs, 'upload-artifact': 'false' }, 'strange', NOW + 1000);
    expect(unknown.error?.message).toContain('nobody could tell');
    const allowed = await runLive(
      { ...inputs, 'allow-public-artifact': 'true' },
      'public',
      NOW + 2000,
    );
    expect(allowed.error).toBeUndefined();
    expect(await readdir(join(workspace, 'tree'))).toContain('tenants');
  });
});

test('without a runtime token on GitHub the step fails, with the backup on this machine', async () => {
  env = {};
  const { error, log, summary } = await runLive({ sections: 'tenants' });
  expect(error?.message).toMatch(/^the backup was not uploaded: .*no ACTIONS_RUNTIME_TOKEN/);
  expect(error?.message).toContain(backup());
  expect((await verifyBackup(backup())).verified).toBe(true);
  expect(log).not.toContain('No artifact is uploaded');
  expect(summary).toContain('## ⚠️ Backup taken, upload failed');
  const off = await runLive(
    { sections: 'tenants', 'upload-artifact': 'false' },
    undefined,
    NOW + 1000,
  );
  expect(off.error).toBeUndefined();
});

test('outputs that cannot be written stop nothing, and fail the step at its end', async () => {
  env = { ...env, GITHUB_OUTPUT: join(workspace, 'missing', 'output') };
  const { error, log, summary } = await runLive({ sections: 'tenants' });
  expect(error?.message).toMatch(/^the outputs could not be set, and later steps do not see them/);
  expect(recorder.names).toHaveLength(1);
  expect(log).toContain(`backup-path: ${backup()}`);
  expect(log).toContain('artifact-id: 7');
  expect(summary).toContain('## ❌ Backup taken, but the step fails');
  expect(summary).toContain('🛑 the outputs could not be set');
});

describe('what is noise', () => {
  const without = (value: JsonValue) => JSON.parse(canonicalJson(withoutNoise(value))) as JsonValue;

  test('stamps, and the order of sets', () => {
    expect(
      without({
        etag: 'e',
        modifiedTime: '1',
        componentsVersion: '2',
        version: 3,
        domains: ['b', 'a'],
        keyTenants: [{ roleNames: ['y', 'x'], tenantId: 'b' }, { tenantId: 'a' }],
        tags: 'no list',
        branches: ['b', 'a'],
        nested: [{ etag: 'e', permittedIps: ['2', '1'] }],
      }),
    ).toEqual({
      version: 3,
      domains: ['a', 'b'],
      keyTenants: [{ roleNames: ['x', 'y'], tenantId: 'b' }, { tenantId: 'a' }],
      tags: 'no list',
      branches: ['b', 'a'],
      nested: [{ permittedIps: ['1', '2'] }],
    });
  });

  test.each(['customAttributes', 'custom_attributes', 'customClaims'])(
    'nothing of the customer under %s',
    (key) => {
      const value = { [key]: { etag: 'e', domains: ['b', 'a'], deep: { tags: ['b', 'a'] } } };
      expect(without(value)).toEqual(value);
    },
  );

  test('keeps keys like __proto__', () => {
    const value = JSON.parse('{"__proto__":{"domains":["b","a"]}}') as JsonValue;
    expect(canonicalJson(withoutNoise(value))).toBe('{"__proto__":{"domains":["a","b"]}}');
  });

  test('the order of the collections of a snapshot, but not that of a flow', () => {
    const roles = { roles: [{ name: 'b' }, { name: 'a' }] };
    expect(NEWEST_NOISE.snapshotFile('roles.json', roles)).toEqual({
      roles: [{ name: 'a' }, { name: 'b' }],
    });
    const screen = { interactions: [{ id: 'b' }, { id: 'a' }], screenId: 's' };
    for (const path of ['flows/f/screen-s.json', 'widgets/flows/w/screen-s.json']) {
      expect(NEWEST_NOISE.snapshotFile(path, screen)).toEqual(screen);
    }
    expect(NEWEST_NOISE.snapshotFile('flows/f/metadata.json', { componentsVersion: '1' })).toEqual(
      {},
    );
    expect(NEWEST_NOISE.snapshotFile('flows/flows.json', { flows: ['b', 'a'] })).toEqual({
      flows: ['a', 'b'],
    });
    expect(NEWEST_NOISE.snapshotFile('list.json', ['b', 'a'])).toEqual(['b', 'a']);
  });
});

const content = (tenants: readonly JsonObject[]): ProjectContent => ({
  tenants: tenants.map((config) => ({ id: config['id'] as string, unpack: () => ({ config }) })),
  flows: [],
  config: {},
  resources: new Map(),
  snapshot: new Map(),
});

describe('findDrift', () => {
  test('tells what is in one of them alone, and what differs', () => {
    const plain = { name: 'N', domains: ['a', 'b'], self_provisioning: true };
    const file = content([
      { ...plain, id: 'same' },
      { ...plain, id: 'file' },
      { ...plain, id: 'order', domains: ['b', 'a'] },
      { ...plain, id: 'name', name: 'M' },
      { id: 'all', name: 'x', domains: 'none', custom_attributes: { a: [1, 2] } },
    ]);
    const project = content([
      { ...plain, id: 'same', custom_attributes: null, unknown: 1 },
      { ...plain, id: 'order' },
      { ...plain, id: 'name' },
      { ...plain, id: 'all', custom_attributes: { a: [2, 1] } },
      { ...plain, id: 'Project' },
    ]);
    expect(findDrift(file, project)).toEqual([
      { id: 'Project', where: 'project', fields: [] },
      {
        id: 'all',
        where: 'both',
        fields: ['name', 'domains', 'self_provisioning', 'custom_attributes'],
      },
      { id: 'file', where: 'file', fields: [] },
      { id: 'name', where: 'both', fields: ['name'] },
    ]);
    expect(findDrift(file, file)).toEqual([]);
  });
});

describe('writeResourcesAndSnapshot', () => {
  test('writes sections and snapshot, sorted and with a line break', async () => {
    const sums = await writeResourcesAndSnapshot(workspace, {
      ...content([]),
      resources: new Map([['lists', { b: 1, a: [] }]]),
      snapshot: new Map<string, Packed | Buffer>([
        ['a/b/c.json', { unpack: () => ({ z: {}, y: null }) }],
        ['a/d.png', Buffer.from([0, 255])],
      ]),
    });
    expect([...sums.keys()].sort()).toEqual([
      'resources/lists.json',
      'snapshot/a/b/c.json',
      'snapshot/a/d.png',
    ]);
    expect(await readFile(join(workspace, 'resources', 'lists.json'), 'utf8')).toBe(
      '{\n  "a": [],\n  "b": 1\n}\n',
    );
    expect(await readFile(join(workspace, 'snapshot', 'a', 'd.png'))).toEqual(
      Buffer.from([0, 255]),
    );
  });

  test.each(['../x.json', '/x.json', 'a\\x.json', 'nul'])('refuses the path %j', async (path) => {
    const snapshot = new Map([[path, Buffer.from('x')]]);
    await expect(
      writeResourcesAndSnapshot(workspace, { ...content([]), snapshot }),
    ).rejects.toThrow('cannot be a path');
  });
});
