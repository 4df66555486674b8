/** `diff <backup> live`: the project as it is now, and a key that is told to nobody. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DiffAnswer } from '../../src/models/answers.ts';
import { BackupService } from '../../src/services/index.ts';
import { NOW, runCommand, type CommandResult } from '../fixtures/command-line.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject, type ProjectState } from '../fixtures/descope-api/state.ts';
import { runInProcess } from '../fixtures/in-process.ts';
import { liveInputs } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

let api: DescopeApi;
let folder: string;
let backupId: string;

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  return state;
}

beforeAll(async () => {
  api = await startDescopeApi({ state: project() });
  folder = await makeFolder();
  const { outputs, error } = await runInProcess({
    workspace: folder,
    inputs: { ...liveInputs(api), sections: 'tenants,roles,flows' },
  });
  expect(error).toBeUndefined();
  backupId = outputs['backup-id'] ?? '';
});

afterEach(() => {
  api.state = {
    ...project(),
    projectId: api.state.projectId,
    managementKey: api.state.managementKey,
  };
  api.faults = [];
});

afterAll(() => api.close());

function diff(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {
    DESCOPE_MANAGEMENT_KEY: api.state.managementKey,
  },
): Promise<CommandResult> {
  return runCommand(['diff', backupId, 'live', '--base-url', api.baseUrl, ...args], {
    folder,
    environment,
    now: Date.now(),
  });
}

const toldBy = ({ stdout, stderr }: CommandResult): string => stdout + stderr;

describe('a live backup and its project', () => {
  test('are the same, and only what was saved is asked for', async () => {
    const before = api.requests.length;
    const { code, stdout, stderr } = await diff();
    expect(code).toBe(0);
    expect(stderr).toContain('8 tenants, 5 flows');
    expect(stdout).toContain('Nothing changed.');
    const paths = api.requests.slice(before).map(({ path }) => path);
    expect(paths.join(' ')).not.toMatch(/snapshot|accesskey|permission/);
  });

  test('differ, and the key may come from a file', async () => {
    const [tenant] = api.state.tenants;
    if (tenant === undefined) throw new Error('there is no tenant');
    tenant.name = 'Renamed';
    await writeFile(join(folder, 'key'), `${api.state.managementKey}\n`);
    const result = await diff(['--key-file', 'key', '--json'], {});
    expect(result.code).toBe(2);
    const { before, after, report } = DiffAnswer.parse(JSON.parse(result.stdout));
    expect(before.backup_id).toBe(backupId);
    expect(after).toMatchObject({ source: 'live' });
    expect(after.backup_id).toBeUndefined();
    expect(report.changes).toMatchObject([
      { section: 'tenants', id: tenant.id, edits: [{ pointer: '/name', after: 'Renamed' }] },
    ]);
    expect(toldBy(result)).not.toContain(api.state.managementKey);
  });

  test('are not called the same when a section could not be read', async () => {
    api.faults = [{ kind: 'status', status: 500, endpoint: 'role-all' }];
    const { code, stderr } = await diff();
    expect(code).toBe(3);
    expect(stderr).toContain('roles was not saved in full');
  });
});

describe('the key', () => {
  test('is asked for where there is none', async () => {
    const { code, stdout, stderr } = await diff([], {});
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('set DESCOPE_MANAGEMENT_KEY, or name a file with --key-file');
  });

  test('is repeated nowhere, right or wrong', async () => {
    for (const key of ['K2wrongwrongwrong', 'K2 with a blank', `${api.state.managementKey}x`]) {
      const result = await diff([], { DESCOPE_MANAGEMENT_KEY: key });
      expect([result.code, result.stdout]).toEqual([1, '']);
      expect(toldBy(result)).not.toContain(key);
    }
    const missing = await diff(['--key-file', 'none'], {});
    expect(missing.stderr).toContain('could not read --key-file');
  });

  test('goes to no address that could tell it', async () => {
    const { code, stderr } = await runCommand(
      ['diff', backupId, 'live', '--base-url', 'http://api.example.com'],
      { folder, environment: { DESCOPE_MANAGEMENT_KEY: 'K2something' } },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('--base-url is no address: https alone');
  });
});

test('a backup that names a strange project gets no key sent anywhere', async () => {
  const strange = 'Pio#x'.padEnd(32, 'x');
  const made = await makeFolder();
  const config = {
    id: 'a',
    name: 'a',
    domains: [],
    self_provisioning: false,
    custom_attributes: {},
  };
  await new BackupService({ backupRoot: made, clock: () => NOW }).saveProject(
    strange,
    'production',
    {
      tenants: [{ id: 'a', unpack: () => ({ config, data: config }) }],
      flows: [],
      config: {},
      resources: new Map(),
      snapshot: new Map(),
    },
    { source: { type: 'management-api', path: api.baseUrl } },
  );
  const before = api.requests.length;
  const { code, stderr } = await runCommand(['diff', 'latest', 'live', '--backup-root', '.'], {
    folder: made,
    environment: { DESCOPE_MANAGEMENT_KEY: 'K2something' },
  });
  expect(code).toBe(1);
  expect(stderr).toContain('is no project id: no key is sent for it');
  expect(api.requests).toHaveLength(before);
});
