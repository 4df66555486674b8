/** `plan`, `apply` and `undo`: approval, exit codes, and what is written and told. */
import { expect, test } from '@jest/globals';
import { runCommand, type CommandResult } from '../fixtures/command-line.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { stateOf } from '../fixtures/descope-api/state-of.ts';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const start = writableServers();

interface Project {
  readonly api: DescopeApi;
  readonly folder: string;
  readonly run: (
    args: readonly string[],
    options?: Partial<Parameters<typeof runCommand>[1]>,
  ) => Promise<CommandResult>;
}

/** A project that was backed up with the command line, and damaged since. */
async function damagedProject(): Promise<Project> {
  const api = await start({ answers: { tenant: 'wrapped' } });
  const folder = await makeFolder();
  const { projectId, managementKey } = api.state;
  const ofProject = ['--project-id', projectId, '--base-url', api.baseUrl];
  const run: Project['run'] = (args, options = {}) =>
    runCommand(args.includes('--base-url') ? args : [...args, ...ofProject], {
      folder,
      environment: { DESCOPE_MANAGEMENT_KEY: managementKey },
      now: Date.now(),
      ...options,
    });
  const taken = await run(['backup', '--source', 'live', '--environment', 'production']);
  expect([taken.code, taken.stdout]).toEqual([0, expect.stringContaining('read back and proven')]);
  return { api, folder, run };
}

function damage(api: DescopeApi): void {
  api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'damaged' }));
}

const SCOPE = ['--only', 'lists', '--only', 'permissions'];

/** The command that a text says comes next, as arguments. */
function nextCommand(text: string, name: string): string[] {
  const line = text.split('\n').find((one) => one.startsWith(`  node dist/cli.js ${name} `));
  if (line === undefined) throw new Error(`no command ${name} in:\n${text}`);
  return line
    .trim()
    .split(' ')
    .slice(2)
    .map((word) => word.replaceAll("'", ''));
}

test('a plan, its apply, a second plan that is empty, and the way back', async () => {
  const project = await damagedProject();
  const { api, run } = project;
  const before = stateOf(api.state);
  damage(api);
  const damaged = stateOf(api.state);

  const plan = await run(['plan', ...SCOPE]);
  expect(plan.code).toBe(2);
  expect(plan.stdout).toMatch(/^update {2}lists\/\S+/m);
  expect(plan.stdout).toContain('- /description: "damaged"');
  expect(api.writes).toEqual([]);

  const apply = nextCommand(plan.stdout, 'apply');
  expect(apply).toContain('--plan-id');
  const applied = await run(apply);
  expect([applied.code, applied.stdout]).toEqual([0, expect.stringContaining('Proof: equal')]);
  expect(applied.stderr).toContain('update  lists/LI1');
  expect(stateOf(api.state)).toEqual(before);

  const again = await run(['plan', ...SCOPE]);
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('nothing to do')]);

  const undo = nextCommand(applied.stdout, 'undo');
  const back = await run(undo);
  expect([back.code, back.stdout]).toEqual([2, expect.stringContaining('Undo plan')]);
  const undone = await run(nextCommand(back.stdout, 'undo'));
  expect([undone.code, undone.stderr]).toEqual([0, expect.any(String)]);
  expect(stateOf(api.state)).toEqual(damaged);
});
