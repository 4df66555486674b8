/** `backup`: into a root, proven, compared; kept but not good is exit code 3. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BackupAnswer } from '../../src/models/answers.ts';
import { verifyBackup } from '../../src/services/index.ts';
import {
  NOW,
  PROJECT_ID,
  runCommand,
  saveBackup,
  type CommandLineOptions,
  type CommandResult,
} from '../fixtures/command-line.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { makeFolder, makeWorkspace, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const WHOSE = ['--project-id', PROJECT_ID, '--environment', 'production'];
const DAY = 24 * 3_600_000;

function backUp(
  folder: string,
  args: readonly string[] = [],
  options: Partial<CommandLineOptions> = {},
): Promise<CommandResult> {
  return runCommand(['backup', ...WHOSE, ...args], { folder, ...options });
}

async function answer(
  folder: string,
  args: readonly string[] = [],
  options: Partial<CommandLineOptions> = {},
): Promise<{ code: number; answer: BackupAnswer; stderr: string }> {
  const { code, stdout, stderr } = await backUp(folder, [...args, '--json'], options);
  return { code, answer: BackupAnswer.parse(JSON.parse(stdout)), stderr };
}

describe('a backup of a config file', () => {
  test('is written, proven, and the first', async () => {
    const folder = await makeWorkspace();
    const { code, lines, stderr } = await backUp(folder);
    expect(code).toBe(0);
    expect(lines[0]).toBe('20261122_060000  complete, read back and proven, 2 tenants, 1 flow');
    expect(lines[1]).toBe(join(folder, 'backups', PROJECT_ID, '20261122_060000'));
    expect(stderr).toContain('descope.yaml: 2 tenants, 1 flows');
    const { verified } = await verifyBackup(lines[1] ?? '');
    expect(verified).toBe(true);
  });

  test('is compared with the one before', async () => {
    const folder = await makeWorkspace();
    await backUp(folder);
    await writeFile(join(folder, 'descope.yaml'), SMALL_CONFIG.replace('Acme Corp', 'Acme'));
    const next = await answer(folder, [], { now: NOW + DAY });
    expect(next.code).toBe(0);
    expect(next.answer).toMatchObject({
      backup_id: '20261123_060000',
      status: 'complete',
      comparison: 'compared',
      compared_with: '20261122_060000',
      report: { changed: 'true', change_count: 1 },
      removed: [],
      failures: [],
    });
  });

  test('that lost too much is kept, and not good, until that is accepted', async () => {
    const many = Array.from({ length: 9 }, (_, n) => `  - { id: ten-${n}, name: T }\n`);
    const config = (count: number) => `version: '1.0'\ntenants:\n${many.slice(0, count).join('')}`;
    const folder = await makeWorkspace(config(9));
    await backUp(folder);
    await writeFile(join(folder, 'descope.yaml'), config(2));
    const suspect = await backUp(folder, [], { now: NOW + DAY });
    expect(suspect.code).toBe(3);
    expect(suspect.lines[0]).toContain('suspect');
    expect(suspect.stderr).toContain('the backup is suspect');
    const accepted = await answer(folder, ['--allow-shrink'], { now: NOW + 2 * DAY });
    expect([accepted.code, accepted.answer.status]).toEqual([0, 'complete']);
  });

  test('that nothing could be compared with is kept, and not good', async () => {
    const folder = await makeWorkspace();
    await saveBackup(join(folder, 'backups'), {
      hoursAgo: 24,
      text: SMALL_CONFIG,
      status: 'suspect',
      comparison: { outcome: 'not-compared', cause: 'no-base' },
    });
    const { code, answer: told } = await answer(folder);
    expect([code, told.comparison, told.status]).toEqual([3, 'not-compared', 'complete']);
    expect(told.reason).toContain('What changed is unknown');
  });

  test('that was cancelled when it was there already is kept, and not good', async () => {
    const folder = await makeWorkspace();
    await backUp(folder);
    const cancel = new AbortController();
    const cancelled = await backUp(folder, [], {
      now: NOW + DAY,
      signal: cancel.signal,
      compareBackups: () => {
        cancel.abort(new Error('cancelled by SIGINT'));
        return Promise.reject(new Error('cancelled by SIGINT'));
      },
    });
    expect([cancelled.code, cancelled.stdout]).toEqual([3, '']);
    expect(cancelled.stderr).toMatch(
      /descope-backup: cancelled by SIGINT: the backup .*20261123_060000 is there, but was not compared\n$/,
    );
    expect((await runCommand(['verify'], { folder, now: NOW + DAY })).code).toBe(0);
  });

  test('removes no old ones, unless it is told to', async () => {
    const folder = await makeWorkspace();
    const root = join(folder, 'backups', PROJECT_ID);
    for (const days of [80, 60]) {
      await saveBackup(join(folder, 'backups'), { hoursAgo: days * 24, text: SMALL_CONFIG });
    }
    await backUp(folder);
    expect(await readdir(root)).toHaveLength(3);
    const dry = await answer(folder, ['--prune', 'dry-run'], { now: NOW + DAY });
    expect(dry.answer.removed).toEqual([]);
    const pruned = await answer(folder, ['--prune', 'true'], { now: NOW + 2 * DAY });
    expect(pruned.answer.removed).toHaveLength(2);
    expect(await readdir(root)).toHaveLength(3);
  });

  test('is not taken of a file that is wrong, whose problems are all told', async () => {
    const folder = await makeWorkspace('version: 1\ntenants:\n  - { id: A }\n');
    const { code, stdout, stderr } = await backUp(folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^descope\.yaml:1:\d+: version /m);
    expect(stderr).toMatch(/^descope\.yaml:3:\d+: tenants\[0\]/m);
    expect(stderr).toMatch(/descope-backup: descope\.yaml has \d problems/);
    await expect(readdir(join(folder, 'backups'))).rejects.toThrow('ENOENT');
  });

  test('repeats no key that is there', async () => {
    const folder = await makeWorkspace(SMALL_CONFIG.replace('Acme Corporation', 'K2secretsecret'));
    const environment = { DESCOPE_MANAGEMENT_KEY: 'K2secretsecret' };
    const { code, stdout, stderr } = await backUp(folder, [], { environment });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain('K2secretsecret');
    const shown = await runCommand(['show', 'latest', 'tenants/acme-corp'], { folder });
    expect(shown.stdout).toContain('[withheld]');
  });

  test('writes a tree for git when asked to', async () => {
    const folder = await makeWorkspace();
    expect((await backUp(folder, ['--git-tree', 'tree'])).code).toBe(0);
    expect(await readdir(join(folder, 'tree'))).not.toEqual([]);
  });
});

describe('wrong usage', () => {
  test.each([
    [['--project-id', 'a/b'], "argument 'a/b' is invalid. A project id has"],
    [['--environment', '-x'], 'invalid'],
    [['--retention-days', '30d'], 'Write a whole number from 1 to 3650 in digits'],
    [['--sections', 'tenant'], 'Write all, some of'],
    [['--allow-variables', 'INPUT_X'], 'ACTIONS_* and INPUT_* belong to the runner'],
    [['--source', 'file'], 'Allowed choices are config-file, live'],
    [['--source', 'live'], 'set DESCOPE_MANAGEMENT_KEY'],
  ])('%j', async (args, message) => {
    const folder = await makeWorkspace();
    const { code, stdout, stderr } = await backUp(folder, args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^descope-backup: [^\n]+\n$/);
    expect(await readdir(folder)).toEqual(['descope.yaml']);
  });

  test('names what is missing', async () => {
    const folder = await makeFolder();
    const { stderr } = await runCommand(['backup'], { folder });
    expect(stderr).toContain("required option '--project-id <id>' not specified");
  });
});

describe('a backup of a live project', () => {
  let api: DescopeApi;
  let folder: string;

  beforeAll(async () => {
    api = await startDescopeApi({ state: mixedProject() });
    folder = await makeFolder();
    await mkdir(join(folder, 'backups'));
  });
  afterAll(() => api.close());

  const live = (args: readonly string[] = []) =>
    answer(
      folder,
      [
        ...['--project-id', api.state.projectId, '--source', 'live', '--base-url', api.baseUrl],
        ...['--sections', 'tenants,roles', ...args],
      ],
      { environment: { DESCOPE_MANAGEMENT_KEY: api.state.managementKey }, now: Date.now() },
    );

  test('is complete, or partial when a section could not be read', async () => {
    const first = await live();
    expect([first.code, first.answer.status, first.answer.comparison]).toEqual([
      0,
      'complete',
      'first',
    ]);
    api.faults = [{ kind: 'status', status: 500, endpoint: 'role-all' }];
    const partial = await live();
    expect([partial.code, partial.answer.status]).toEqual([3, 'partial']);
    expect(partial.stderr).toContain('roles was not saved in full');
    expect(partial.stderr).not.toContain(api.state.managementKey);
    expect((await live(['--accept-partial'])).code).toBe(0);
    const required = await live(['--accept-partial', '--require-sections', 'roles']);
    expect(required.code).toBe(3);
    expect(required.answer.failures).toEqual(['require-sections: not saved: roles']);
  });

  test('has what all means where no sections are named, and asks for nothing that is by name alone', async () => {
    api.faults = [];
    const before = api.requests.length;
    const elsewhere = await makeFolder();
    await mkdir(join(elsewhere, 'backups'));
    const { code } = await answer(
      elsewhere,
      ['--project-id', api.state.projectId, '--source', 'live', '--base-url', api.baseUrl],
      { environment: { DESCOPE_MANAGEMENT_KEY: api.state.managementKey }, now: Date.now() },
    );
    expect(code).toBe(0);
    const asked = new Set(api.requests.slice(before).map(({ path }) => path));
    expect(asked).toContain('/v1/mgmt/tenant/settings');
    expect(asked).not.toContain('/v1/mgmt/scim/key');
    expect(asked).not.toContain('/v1/mgmt/sso/xaa/settings/all');
  });
});
