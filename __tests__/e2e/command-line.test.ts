/**
 * The built command line: with pipes, on a real terminal, from a packed checkout, and with no
 * reader left.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeCommandFolder, NOW, zipOf } from '../fixtures/command-line.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import { startDescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { DIST } from '../fixtures/dist.ts';
import { checkout, hasTools, inShell } from '../fixtures/reader.ts';
import {
  inheritedEnvironment,
  makeFolder,
  makeWorkspace,
  SMALL_CONFIG,
} from '../fixtures/run-bundle.ts';

const CLI = join(DIST, 'cli.js');
const IDS = ['20261122_050000', '20261118_020000'] as const;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with pipes. */
async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  meet: (child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(program, args, {
    cwd,
    env: { ...inheritedEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  meet(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}

/** The backups of these tests are as old as they say at this time. */
const THEN = frozenAt(new Date(NOW).toISOString());

/** Runs the command line with pipes. */
function cli(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const given = { ...THEN.env, ...env } as Record<string, string>;
  return run(process.execPath, [...THEN.nodeArgs, CLI, ...args], cwd, given);
}

/** The same, as late as it is. */
function cliNow(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  meet?: (child: ChildProcess) => void,
): Promise<Ended> {
  return run(process.execPath, [CLI, ...args], cwd, env, meet);
}

/** Runs the command line on a terminal of so many columns. */
async function onTerminal(
  args: string,
  cwd: string,
  { columns = 120, env = {} }: { columns?: number; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const node = [process.execPath, ...THEN.nodeArgs, CLI].map((part) => `'${part}'`).join(' ');
  const command = `stty cols ${columns} && ${node} ${args}`;
  const ended = await run('script', ['-qec', command, '/dev/null'], cwd, {
    ...(THEN.env as Record<string, string>),
    TERM: 'xterm-256color',
    SHELL: '/bin/bash',
    ...env,
  });
  return { ...ended, stdout: ended.stdout.replaceAll('\r\n', '\n') };
}

let folder: string;

beforeAll(async () => {
  const many = Array.from({ length: 100 }, (_, index) => ({
    hoursAgo: index + 1,
    text: SMALL_CONFIG.replace('Acme Corporation', index === 0 ? 'Acme' : 'Acme Corporation'),
  }));
  const { folder: made, root } = await makeCommandFolder(many);
  folder = made;
  await zipOf(root, join(folder, 'artifact.zip'));
  const damaged = await makeCommandFolder(many.slice(0, 2));
  await writeFile(join(damaged.paths[0] ?? '', 'project.json'), '{}');
  await cp(damaged.root, join(folder, 'damaged'), { recursive: true });
  await mkdir(join(folder, 'empty'));
});

describe('with pipes', () => {
  test.each([
    [['list'], 0, /^P2cli {2}100 backups/],
    [['list', 'artifact.zip'], 0, /^P2cli {2}100 backups/],
    [['list', 'empty'], 0, /^$/],
    [['list', 'damaged'], 0, /is damaged: project.json was changed/],
    [['show', IDS[0]], 0, /^20261122_050000 {2}complete, verified/],
    [['show', 'latest', 'tenants/acme-corp'], 0, /^\{\n/],
    [['diff', IDS[1], IDS[0]], 2, /\n- \/name: "Acme Corporation"\n\+ \/name: "Acme"\n/],
    [['verify'], 0, /100 backups read back and proven\n$/],
    [['verify', 'damaged'], 3, /1 problem in 2 backups\n$/],
    [['verify', 'damaged', '--max-age-hours', '1'], 3, /hours old/],
    [['export', 'latest'], 0, /^# Backup 20261122_050000/],
  ])('%j ends with %d', async (args, code, answer) => {
    const ended = await cli(args, folder);
    expect([ended.code, ended.stderr]).toEqual([code, expect.not.stringMatching(/ at .*:\d+/)]);
    expect(ended.stdout).toMatch(answer);
    expect(ended.stdout).not.toContain('\u001b');
  });

  test.each([['list'], ['show latest'], [`diff ${IDS.join(' ')}`], ['verify'], ['export latest']])(
    '%s --json is JSON',
    async (command) => {
      const { stdout } = await cli([...command.split(' '), '--json'], folder);
      expect(Object.keys(JSON.parse(stdout) as object)).not.toEqual([]);
    },
  );

  test.each([
    [['lst'], /^descope-backup: unknown command 'lst' \(Did you mean list\?\)\n$/],
    [['show', 'none'], /^descope-backup: "none" is no backup: [^\n]+\n$/],
    [['list', 'nowhere'], /^descope-backup: there is no [^\n]+\n$/],
  ])('%j fails in one line', async (args, message) => {
    const { code, stdout, stderr } = await cli(args, folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  test('backup writes one that the others see', async () => {
    const workspace = await makeWorkspace();
    const whose = ['--project-id', 'P2cli', '--environment', 'production'];
    const first = await cliNow(['backup', ...whose], workspace);
    expect([first.code, first.stdout]).toEqual([
      0,
      expect.stringContaining('read back and proven'),
    ]);
    const again = await cliNow(['backup', ...whose, '--json'], workspace);
    expect(JSON.parse(again.stdout)).toMatchObject({ comparison: 'compared', failures: [] });
    expect((await cliNow(['verify'], workspace)).stdout).toContain(
      '2 backups read back and proven',
    );
  });

  test('speaks to no runner', async () => {
    const output = join(folder, 'output');
    await writeFile(output, '');
    const runner = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: output };
    const env = { ...runner, GITHUB_WORKSPACE: '/nowhere', INPUT_BACKUP_ROOT: '/nowhere' };
    const { code, stdout, stderr } = await cli(['verify'], folder, env);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain('::');
    expect(await readFile(output, 'utf8')).toBe('');
  });
});

describe('with a live project', () => {
  test('diff ends as soon as it is done, and tells nobody the key', async () => {
    const api = await startDescopeApi({ state: mixedProject() });
    const workspace = await makeFolder();
    const env = { DESCOPE_MANAGEMENT_KEY: api.state.managementKey };
    const live = ['--base-url', api.baseUrl];
    const whose = ['--project-id', api.state.projectId, '--environment', 'production'];
    const taken = await cliNow(['backup', '--source', 'live', ...whose, ...live], workspace, env);
    const compared = await cliNow(['diff', 'latest', 'live', ...live], workspace, env);
    await api.close();
    expect([taken.code, compared.code]).toEqual([0, 0]);
    const told = [taken.stdout, taken.stderr, compared.stdout, compared.stderr].join('\n');
    expect(told).toContain('Nothing changed.');
    expect(told).not.toContain(api.state.managementKey);
  });

  test('Ctrl-C ends it in one line, and leaves nothing behind', async () => {
    const api = await startDescopeApi({ state: mixedProject() });
    api.faults = [{ kind: 'hang', when: 'before-headers' }];
    const workspace = await makeFolder();
    const whose = ['--project-id', api.state.projectId, '--environment', 'production'];
    const args = ['backup', '--source', 'live', ...whose, '--base-url', api.baseUrl];
    const env = { DESCOPE_MANAGEMENT_KEY: api.state.managementKey };
    const ended = cliNow(args, workspace, env, (child) => {
      const timer = setInterval(() => {
        if (api.requests.length === 0) return;
        clearInterval(timer);
        child.kill('SIGINT');
      }, 20);
    });
    const { code, stdout, stderr } = await ended;
    await api.close();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('descope-backup: cancelled by SIGINT\n');
    const left = await readdir(workspace, { recursive: true });
    expect(left.filter((name) => /\d{8}_\d{6}/.test(name))).toEqual([]);
  });
});

describeWhere(hasTools('script', 'stty'), 'no terminal can be made without script and stty')(
  'on a terminal',
  () => {
    test('is coloured, unless NO_COLOR says otherwise', async () => {
      expect((await onTerminal('list', folder)).stdout).toContain('\u001b[32mcomplete');
      const env = { NO_COLOR: '1' };
      const { stdout } = await onTerminal('show latest 2>/dev/null', folder, { env });
      expect(stdout).not.toContain('\u001b');
    });

    test('keeps the exit code', async () => {
      expect((await onTerminal('verify damaged', folder)).code).toBe(3);
      expect((await onTerminal(`diff ${IDS.join(' ')}`, folder)).code).toBe(2);
    });

    test('fits a narrow one', async () => {
      const env = { NO_COLOR: '1' };
      for (const columns of [40, 60]) {
        const { stdout } = await onTerminal('list 2>/dev/null', folder, { columns, env });
        const rows = stdout.split('\n').filter((line) => /^(?:BACKUP|2026)/.test(line));
        expect(rows).toHaveLength(101);
        for (const row of rows) expect(row.length).toBeLessThanOrEqual(columns);
      }
    });

    test('is told how far long work is, on stderr', async () => {
      const { stdout } = await onTerminal('list --json >/dev/null', folder);
      expect(stdout).toContain('Verifying backup 100 of 100');
      const quiet = await onTerminal('list --json >/dev/null', folder, { env: { TERM: 'dumb' } });
      expect(quiet.stdout).toBe('');
    });
  },
);

describeWhere(hasTools('head'), 'no shell, or no head')('with a reader that goes away', () => {
  test.each(['list', 'list --json', 'show latest --json', 'export latest'])(
    '%s',
    async (command) => {
      const { code, stdout, stderr } = await run(
        'bash',
        ['-c', `'${process.execPath}' '${CLI}' ${command} | head -c 1; echo " \${PIPESTATUS[0]}"`],
        folder,
      );
      expect([code, stderr]).toEqual([0, expect.not.stringContaining('EPIPE')]);
      expect(stdout).toMatch(/^. 0\n$/);
    },
  );
});

describeWhere(hasTools('npm', 'tar'), 'no npm, or no tar')('as a package', () => {
  test('runs from what npm pack makes', async () => {
    const unpacked = await makeFolder();
    await inShell(
      `npm pack --silent --ignore-scripts --pack-destination '${unpacked}' >/dev/null && cd '${unpacked}' && tar xzf *.tgz`,
      checkout,
    );
    const { bin } = JSON.parse(await readFile(join(unpacked, 'package/package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    const script = join(unpacked, 'package', bin['descope-backup'] ?? '');
    const { code, stdout } = await run(process.execPath, [script, 'list'], folder);
    expect([code, stdout]).toEqual([0, expect.stringContaining('100 backups')]);
  });

  test('runs with npm start', async () => {
    const printed = await inShell(
      `npm start --silent -- list '${join(folder, 'backups')}'`,
      checkout,
    );
    expect(printed).toContain('100 backups');
  });
});
