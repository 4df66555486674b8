/** The built command line restores: with pipes, and with somebody at a real terminal. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { stateOf } from '../fixtures/descope-api/state-of.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import { DIST } from '../fixtures/dist.ts';
import { CTRL_C, onTerminal, type Typed } from '../fixtures/on-terminal.ts';
import { hasTools } from '../fixtures/reader.ts';
import { inheritedEnvironment, makeFolder } from '../fixtures/run-bundle.ts';

const CLI = join(DIST, 'cli.js');
const start = writableServers();

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Damaged {
  readonly api: DescopeApi;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Options that name the project. */
  readonly whose: readonly string[];
  /** As it was when it was backed up. */
  readonly before: object;
}

/** Runs the command line, or a shell's words for it, with pipes. */
async function piped(
  { folder, env }: Damaged,
  args: readonly string[],
  signalAt?: (child: ChildProcess) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { ...inheritedEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  signalAt?.(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}

async function damagedProject(): Promise<Damaged> {
  const api = await start({ answers: { tenant: 'wrapped' } });
  const { projectId, managementKey } = api.state;
  const damaged: Damaged = {
    api,
    folder: await makeFolder(),
    env: { DESCOPE_MANAGEMENT_KEY: managementKey },
    whose: ['--project-id', projectId, '--base-url', api.baseUrl],
    before: stateOf(api.state),
  };
  const backup = ['backup', '--source', 'live', '--environment', 'production'];
  const { code, stderr } = await piped(damaged, [...backup, ...damaged.whose]);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'damaged' }));
  return damaged;
}

/** The command that a text says comes next, as arguments. */
function nextCommand(text: string, name: string): string[] {
  const line = text.split('\n').find((one) => one.startsWith(`  node dist/cli.js ${name} `));
  if (line === undefined) throw new Error(`no command ${name} in:\n${text}`);
  return line.trim().split(' ').slice(2);
}

const SCOPE = ['--only', 'lists'];

describe('with pipes', () => {
  test('plan, apply as it says, a second plan that is empty, and undo', async () => {
    const project = await damagedProject();
    const { api, before, whose } = project;
    const damaged = stateOf(api.state);
    const plan = await piped(project, ['plan', ...SCOPE, ...whose]);
    expect([plan.code, plan.stdout]).toEqual([2, expect.stringMatching(/^update {2}lists\//m)]);
    const applied = await piped(project, nextCommand(plan.stdout, 'apply'));
    expect([applied.code, applied.stderr]).toEqual([0, expect.any(String)]);
    expect(stateOf(api.state)).toEqual(before);
    const again = await piped(project, ['plan', ...SCOPE, ...whose]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('nothing to do')]);
    const back = await piped(project, nextCommand(applied.stdout, 'undo'));
    expect(back.code).toBe(2);
    const undone = await piped(project, nextCommand(back.stdout, 'undo'));
    expect([undone.code, stateOf(api.state)]).toEqual([0, damaged]);
    const told = [plan, applied, again, back, undone].flatMap((one) => [one.stdout, one.stderr]);
    expect(told.join('')).not.toContain(api.state.managementKey);
    expect(told.join('')).not.toContain('\u001b');
  });

  test('a signal ends an apply after the current object, with a report', async () => {
    const project = await damagedProject();
    const { api, whose } = project;
    const plan = await piped(project, ['plan', ...SCOPE, ...whose]);
    const apply = [...nextCommand(plan.stdout, 'apply'), '--json'];
    const { code, stdout } = await piped(project, apply, (child) => {
      // Twice, as under npm, which passes on what the terminal has sent already.
      const change = () => {
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGINT'));
      };
      api.faults = [{ kind: 'change', writes: true, times: 1, change }];
    });
    expect(code).toBe(3);
    const report = JSON.parse(stdout) as { stopped: string; objects: { outcome: string }[] };
    expect(report.stopped).toBe('the run was cancelled');
    expect(report.objects.map(({ outcome }) => outcome)).toContain('not-reached');
  });
});

describeWhere(hasTools('script', 'stty'), 'no terminal can be made without script and stty')(
  'on a terminal',
  () => {
    const QUESTION = 'type the project id';

    function typing(
      { folder, env, whose }: Damaged,
      typed: readonly Typed[],
      meet?: (terminal: ChildProcess) => void,
    ) {
      const words = [process.execPath, CLI, 'apply', ...SCOPE, ...whose];
      return onTerminal(words.map((word) => `'${word}'`).join(' '), folder, env, typed, meet);
    }

    test('the project id that is typed applies the plan', async () => {
      const project = await damagedProject();
      const { api, before } = project;
      const text = `${api.state.projectId}\n`;
      const { code, shown } = await typing(project, [{ after: QUESTION, text }]);
      expect([code, shown]).toEqual([0, expect.stringContaining('Proof: equal')]);
      expect(shown).toContain('\u001b[33mupdate');
      expect(shown).not.toContain(api.state.managementKey);
      expect(stateOf(api.state)).toEqual(before);
    });

    test('a terminal that goes away ends an apply in order, with journal and report', async () => {
      const project = await damagedProject();
      const { api, folder } = project;
      const restores = join(folder, 'backups', `${api.state.projectId}.restores`);
      const text = `${api.state.projectId}\n`;
      await typing(project, [{ after: QUESTION, text }], (terminal) => {
        const change = () => terminal.kill('SIGKILL');
        api.faults = [{ kind: 'change', writes: true, times: 1, change }];
      });
      const report = await new Promise<string>((resolve) => {
        const timer = setInterval(() => {
          const path = readdirSync(restores)
            .map((name) => join(restores, name, 'report.json'))
            .find((one) => existsSync(one));
          if (path === undefined) return;
          clearInterval(timer);
          resolve(readFileSync(path, 'utf8'));
        }, 20);
      });
      expect(JSON.parse(report)).toMatchObject({
        stopped: 'the run was cancelled',
        counts: { done: 1, failed: 0, not_reached: 2 },
      });
    });

    test.each([
      ['another project id', 'P2other\n', 'what was typed is not the project id'],
      ['Ctrl-C', CTRL_C, 'nothing was written: cancelled by SIGINT'],
      ['the end of the input', '\u0004', 'what was typed is not the project id'],
    ])('%s writes nothing', async (_what, text, message) => {
      const project = await damagedProject();
      const { code, shown } = await typing(project, [{ after: QUESTION, text }]);
      expect([code, shown]).toEqual([1, expect.stringContaining(message)]);
      expect(project.api.writes).toEqual([]);
    });
  },
);
