/** Live backups in this process, against the API test server. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { run } from '../../src/actions/backup.ts';
import { readBackupInputs } from '../../src/github/inputs.ts';
import { BackupService } from '../../src/services/index.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject, SECRET_MARK } from '../fixtures/descope-api/state.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const NOW = Date.UTC(2026, 10, 22, 3);

const saved = { ...process.env };
let workspace: string;
let summaryFile: string;
let api: DescopeApi;
let uploads: string[];

beforeAll(async () => {
  summaryFile = join(await makeFolder(), 'summary.md');
});

beforeEach(async () => {
  workspace = await makeFolder();
  uploads = [];
  api = await startDescopeApi({ state: mixedProject() });
  await writeFile(summaryFile, '');
  process.env['GITHUB_STEP_SUMMARY'] = summaryFile;
  process.env['GITHUB_OUTPUT'] = join(workspace, 'output');
  await writeFile(join(workspace, 'output'), '');
});

afterEach(async () => {
  process.env = { ...saved };
  await api.close();
});

interface Live {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: number;
}

async function runLive({ inputs = {}, env = {}, now = NOW }: Live = {}) {
  const { projectId, managementKey } = api.state;
  const given = {
    'project-id': projectId,
    environment: 'production',
    source: 'live',
    'management-key': managementKey,
    'base-url': api.baseUrl,
    ...inputs,
  };
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('INPUT_')) Reflect.deleteProperty(process.env, name);
  }
  for (const [name, value] of Object.entries(given)) {
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
  let error: Error | undefined;
  const lines = await linesPrintedBy(async () => {
    try {
      await run(readBackupInputs(), {
        environment: {
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: workspace,
          GITHUB_ACTIONS: 'true',
          ACTIONS_RUNTIME_TOKEN: 'token',
          ...env,
        },
        clock: () => now,
        signal: new AbortController().signal,
        makeArtifactClient: () =>
          Promise.resolve({
            downloadArtifact: () => Promise.reject(new Error('nothing is downloaded here')),
            uploadArtifact: (name: string) => {
              uploads.push(name);
              return Promise.resolve({ id: 7, digest: 'd', size: 100 });
            },
          }),
      });
    } catch (thrown) {
      error = thrown as Error;
    }
  });
  const summary = await readFile(summaryFile, 'utf8');
  const output = await readFile(join(workspace, 'output'), 'utf8');
  return { error, lines, summary, output };
}

const projectFolder = () => join(workspace, 'backups', api.state.projectId);

async function eventOf(repository: unknown): Promise<Record<string, string>> {
  const path = join(workspace, 'event.json');
  await writeFile(path, JSON.stringify({ repository }));
  return { GITHUB_EVENT_PATH: path };
}

describe('a live backup', () => {
  test('is complete, verified and uploaded', async () => {
    const { error, lines, output } = await runLive();
    expect(error).toBeUndefined();
    expect(uploads).toEqual([`descope-backup-${api.state.projectId}-production-live`]);
    expect(output).toContain('status');
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
      const { output } = await runLive({ now });
      hashes.push(/content-hash<<.*\r?\n(.*)/.exec(output)?.[1]);
      await writeFile(join(workspace, 'output'), '');
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
    expect(uploads.at(-1)).toBe(`descope-backup-${api.state.projectId}-production-live-partial`);
    expect(lines).toContainEqual(
      expect.stringMatching(/^::warning::lists was not saved in full: GET .*HTTP 500.*E010009/),
    );
    expect(summary).toContain('Backup taken, but it is partial');
    // It prunes nothing.
    expect(await readdir(projectFolder())).toHaveLength(2);
    await writeFile(summaryFile, '');
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
    expect(uploads).toEqual([]);
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
    expect(uploads).toHaveLength(1);
  });

  test('nor one that lies beside a backup of a config file', async () => {
    await runLive();
    uploads = [];
    await writeFile(join(workspace, 'descope.yaml'), "version: '1.0'\n");
    const inputs = { source: 'config-file', 'management-key': '', 'base-url': '' };
    const env = await eventOf({ private: false });
    expect((await runLive({ inputs, env, now: NOW + 1000 })).error?.message).toContain(text);
    expect(uploads).toEqual([]);
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
