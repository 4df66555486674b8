/** Live backups in this process, against the API test server. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BackupService } from '../../src/services/index.ts';
import { withoutWrites } from '../fixtures/descope-api/no-writes.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject, SECRET_MARK } from '../fixtures/descope-api/state.ts';
import { runInProcess, UploadRecorder, type Told } from '../fixtures/in-process.ts';
import { liveInputs } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const NOW = Date.UTC(2026, 10, 22, 3);

let workspace: string;
let api: DescopeApi;
let recorder: UploadRecorder;

beforeEach(async () => {
  workspace = await makeFolder();
  recorder = new UploadRecorder();
  const state = mixedProject();
  // A flow of 2 MB takes seconds a run; the tests of the bundle read it.
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  api = await startDescopeApi({ state });
});

afterEach(() => api.close());

interface Live {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: number;
}

function runLive({ inputs = {}, env = {}, now = NOW }: Live = {}): Promise<Told> {
  const options = {
    workspace,
    inputs: { ...liveInputs(api), ...inputs },
    env: { GITHUB_ACTIONS: 'true', ACTIONS_RUNTIME_TOKEN: 'token', ...env },
    clock: () => now,
    makeArtifactClient: recorder.makeArtifactClient,
  };
  return withoutWrites(api, () => runInProcess(options));
}

const projectFolder = () => join(workspace, 'backups', api.state.projectId);

async function eventOf(repository: unknown): Promise<Record<string, string>> {
  const path = join(workspace, 'event.json');
  await writeFile(path, JSON.stringify({ repository }));
  return { GITHUB_EVENT_PATH: path };
}

describe('a live backup', () => {
  test('is complete, verified and uploaded', async () => {
    const { error, lines, outputs } = await runLive();
    expect(error).toBeUndefined();
    expect(recorder.names).toEqual([`descope-backup-${api.state.projectId}-production-live`]);
    expect(outputs['status']).toBe('complete');
    expect(lines.slice(0, 2)).toEqual([
      `::add-mask::${api.state.managementKey}`,
      `::add-mask::${api.state.projectId}:${api.state.managementKey}`,
    ]);
    const service = new BackupService({ backupRoot: join(workspace, 'backups') });
    const [backup] = await service.inspectBackups(api.state.projectId);
    expect(backup?.verification).toMatchObject({
      verified: true,
      manifest: {
        status: 'complete',
        consistency: 'consistent',
        source: { type: 'management-api' },
      },
    });
    expect(await readdir(join(projectFolder(), '20261122_030000'))).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'project.json',
      'resources',
      'snapshot',
    ]);
    expect(api.forbidden).toEqual([]);
  });

  test('notices damage in its other files', async () => {
    await runLive();
    const folder = join(projectFolder(), '20261122_030000');
    const service = new BackupService({ backupRoot: join(workspace, 'backups') });
    await writeFile(join(folder, 'resources', 'roles.json'), '[]\n');
    const verification = await service.verifyBackup(folder);
    expect(verification).toMatchObject({
      verified: false,
      problems: ['resources/roles.json was changed: its SHA-256 is another one'],
    });
  });

  test('on the Free plan is complete without what only a snapshot has', async () => {
    api.options = { plan: 'free' };
    const { error, summary } = await runLive();
    expect(error).toBeUndefined();
    expect(summary).toContain('complete for this plan, without snapshot, connectors');
  });

  test('has the same hash on the next day, whatever the order of the answers', async () => {
    api.options = { shuffle: true };
    const hashes = [];
    for (const now of [NOW, NOW + 86_400_000]) {
      const { outputs } = await runLive({ now });
      hashes.push(outputs['content-hash']);
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });

  test('keeps secrets out of every file', async () => {
    await runLive();
    const folder = join(projectFolder(), '20261122_030000');
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
      expect([entry.name, text.includes(SECRET_MARK)]).toEqual([entry.name, false]);
    }
  });

  test('is compared with the config file where one is given', async () => {
    const [first, second] = api.state.tenants;
    await writeFile(
      join(workspace, 'descope.yaml'),
      `version: '1.0'\ntenants:\n  - { id: only-here, name: A }\n`,
    );
    const { summary } = await runLive({ inputs: { 'config-path': 'descope.yaml' } });
    expect(summary).toContain('### Config file and live project');
    expect(summary).toContain('| <code>only-here</code> | only in the file |  |');
    expect([first, second].every((tenant) => tenant !== undefined)).toBe(true);
    expect(summary).toContain('only in the project');
  });

  test('that lacks a section is partial: kept, uploaded under another name, and a failure', async () => {
    await runLive({ now: NOW - 60 * 86_400_000 });
    api.faults = [{ endpoint: 'lists', kind: 'status', status: 500, errorCode: 'E010009' }];
    const { error, lines, summary } = await runLive();
    expect(error?.message).toContain('the backup is partial');
    expect(recorder.names.at(-1)).toBe(
      `descope-backup-${api.state.projectId}-production-live-partial`,
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^::warning::lists was not saved in full: GET .*HTTP 500.*E010009/),
    );
    expect(summary).toContain('Backup taken, but it is partial');
    // It prunes nothing.
    expect(await readdir(projectFolder())).toHaveLength(2);
    const accepted = await runLive({
      inputs: { 'fail-on-partial': 'false', history: 'none' },
      now: NOW + 1000,
    });
    expect(accepted.error).toBeUndefined();
    const required = await runLive({
      inputs: { 'fail-on-partial': 'false', 'require-sections': 'lists,roles', history: 'none' },
      now: NOW + 2000,
    });
    expect(required.error?.message).toBe('require-sections: not saved: lists');
  });

  test('tells a refused key at once, and writes nothing', async () => {
    const { error } = await runLive({ inputs: { 'management-key': 'K2wrong' } });
    expect(error?.message).toContain('the management key was refused');
    expect(error?.message).not.toContain('K2wrong');
    expect(await readdir(workspace)).not.toContain('backups');
  });

  test('needs the key, and the key needs it', async () => {
    expect((await runLive({ inputs: { 'management-key': '' } })).error?.message).toContain(
      'management-key: is required with source: live',
    );
    expect((await runLive({ inputs: { source: 'config-file' } })).error?.message).toContain(
      'management-key: is given without source: live',
    );
  });

  test.each([
    'http://api.descope.com',
    'https://user@api.descope.com',
    'https://api.descope.com/v1',
    'ftp://x',
    'x',
  ])('is not asked for at %s', async (address) => {
    const { error } = await runLive({ inputs: { 'base-url': address } });
    expect(error?.message).toContain('is no address: https alone, or http on this machine');
  });
});

describe('who can read the repository', () => {
  const text = 'the live backup was not uploaded';

  test('strangers must not get a live backup', async () => {
    const env = await eventOf({ visibility: 'public' });
    const { error, lines, summary } = await runLive({ env });
    expect(error?.message).toContain(`${text}: the repository is public`);
    expect(recorder.names).toEqual([]);
    expect(await readdir(projectFolder())).toEqual(['20261122_030000']);
    for (const { id } of api.state.tenants.filter((tenant) => tenant.id.length > 5)) {
      expect(lines.join('\n')).not.toContain(id);
      expect(summary).not.toContain(id);
    }
    const allowed = await runLive({
      env,
      inputs: { 'allow-public-artifact': 'true' },
      now: NOW + 1000,
    });
    expect(allowed.error).toBeUndefined();
    expect(recorder.names).toHaveLength(1);
  });

  test('nor one that lies beside a backup of a config file', async () => {
    await runLive();
    recorder.uploads.length = 0;
    await writeFile(join(workspace, 'descope.yaml'), "version: '1.0'\n");
    const inputs = { source: 'config-file', 'management-key': '', 'base-url': '' };
    const env = await eventOf({ private: false });
    expect((await runLive({ inputs, env, now: NOW + 1000 })).error?.message).toContain(text);
    expect(recorder.names).toEqual([]);
  });

  test('a config file in public is worth a warning, an internal repository a line', async () => {
    await mkdir(workspace, { recursive: true });
    await writeFile(join(workspace, 'descope.yaml'), "version: '1.0'\n");
    const inputs = { source: 'config-file', 'management-key': '', 'base-url': '' };
    const open = await runLive({ inputs, env: await eventOf({ visibility: 'public' }) });
    expect(open.lines).toContainEqual(
      expect.stringContaining('::warning::the repository is public'),
    );
    const inside = await runLive({
      env: await eventOf({ visibility: 'internal' }),
      now: NOW + 1000,
    });
    expect(inside.lines).toContainEqual(expect.stringContaining('The repository is internal'));
    expect(inside.error).toBeUndefined();
  });

  test('GitHub is asked when the event does not say; without an answer it counts as public', async () => {
    const answers: (readonly [status: number, body: string])[] = [
      [200, '{"private":true}'],
      [403, '{}'],
      [200, 'no JSON'],
    ];
    const tokens: (string | undefined)[] = [];
    const github = createServer((request, response) => {
      tokens.push(request.headers.authorization);
      const [status, body] = answers.shift() ?? [500, ''];
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = github.address() as AddressInfo;
      const env = {
        ...(await eventOf(undefined)),
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
        GITHUB_REPOSITORY: 'o/r',
      };
      const inputs = { 'github-token': 'ghs_x', history: 'none' };
      expect((await runLive({ env, inputs })).error).toBeUndefined();
      for (const second of [1, 2]) {
        const { error } = await runLive({ env, inputs, now: NOW + second * 1000 });
        expect(error?.message).toContain('nobody could tell whether the repository is public');
      }
      expect((await runLive({ env, now: NOW + 3000 })).error?.message).toContain(text);
      expect(tokens).toEqual(['Bearer ghs_x', 'Bearer ghs_x', 'Bearer ghs_x']);
    } finally {
      github.close();
    }
  });
});

describe('a section that release 1.0.0 did not have', () => {
  const NIGHT = 24 * 60 * 60 * 1000;
  const inputs = { sections: 'tenants,mcp-servers', 'upload-artifact': 'false' };
  const REFUSED = { endpoint: 'mcp-servers', kind: 'status', status: 404 } as const;
  const take = (night: number, more: Readonly<Record<string, string>> = {}) =>
    runLive({ inputs: { ...inputs, ...more }, now: NOW + night * NIGHT });

  test('is newly saved once the service knows it, which is no change, and no hash without it changes', async () => {
    api.faults = [REFUSED];
    const first = await take(0);
    expect([first.error, first.outputs['status']]).toEqual([undefined, 'complete']);
    expect(first.outputs['sections-saved']).toBe('tenants');
    const alone = await take(1, { sections: 'tenants' });
    expect(alone.outputs['content-hash']).toBe(first.outputs['content-hash']);
    api.faults = [];
    const second = await take(2);
    expect(second.error).toBeUndefined();
    expect(second.outputs).toMatchObject({
      status: 'complete',
      changed: 'false',
      'change-count': '0',
      risk: 'none',
      'sections-saved': 'tenants,mcp-servers',
    });
    expect(second.summary).toContain('because only one of the backups has them: mcp-servers.');
    expect(second.outputs['content-hash']).not.toBe(first.outputs['content-hash']);
    const third = await take(3);
    expect(third.outputs).toMatchObject({ status: 'complete', changed: 'false' });
  });

  test('is missed, in red, when the backup before had it, until that is accepted', async () => {
    expect((await take(0)).error).toBeUndefined();
    api.faults = [REFUSED];
    const second = await take(1);
    expect(second.outputs['status']).toBe('suspect');
    expect(second.error?.message).toContain('mcp-servers: it was saved last time, and is not now');
    const accepted = await take(2, { 'allow-shrink': 'true' });
    expect([accepted.error, accepted.outputs['status']]).toEqual([undefined, 'complete']);
    expect((await take(3)).error).toBeUndefined();
  });

  test('makes the backup partial when it is required and refused', async () => {
    api.faults = [REFUSED];
    const { error, outputs } = await take(0, { 'require-sections': 'mcp-servers' });
    expect(outputs).toMatchObject({ status: 'partial', 'sections-failed': 'mcp-servers' });
    expect(error?.message).toContain('require-sections: not saved: mcp-servers');
  });

  test('that a snapshot has by now is not missed', async () => {
    api.options = { plan: 'free' };
    const choice = { sections: 'tenants,snapshot,widgets' };
    const first = await take(0, choice);
    expect(first.outputs).toMatchObject({
      status: 'complete',
      'sections-saved': 'tenants,widgets',
    });
    api.options = { plan: 'pro' };
    const second = await take(1, choice);
    expect([second.error, second.outputs['status']]).toEqual([undefined, 'complete']);
    expect(second.outputs['sections-saved']).toBe('snapshot,tenants,widgets');
  });
});
