/** `plan`, `apply` and `undo`: approval, exit codes, and what is written and told. */
import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RestorePlan } from '../../src/models/restore-plan.ts';
import { RestoreReport } from '../../src/models/restore-report.ts';
import { listFiles } from '../../src/storage/list-files.ts';
import { runCommand, zipOf, type CommandResult } from '../fixtures/command-line.ts';
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

/** The plan of the damage, as JSON. */
async function planned({ run }: Project): Promise<RestorePlan> {
  const { code, stdout } = await run(['plan', ...SCOPE, '--json']);
  expect(code).toBe(2);
  return RestorePlan.parse(JSON.parse(stdout));
}

const approval = ({ plan_id: id, project_id: project }: RestorePlan): string[] => [
  ...['--plan-id', id],
  ...['--confirm', project],
];

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

const toldBy = ({ stdout, stderr }: CommandResult): string => stdout + stderr;

/** A damaged project, and its plan. */
async function withPlan(): Promise<Project & { readonly plan: RestorePlan }> {
  const project = await damagedProject();
  damage(project.api);
  return { ...project, plan: await planned(project) };
}

describe('without a terminal', () => {
  test('an apply that was not approved in full is refused before anything is read', async () => {
    const { api, run, plan } = await withPlan();
    const before = api.requests.length;
    const [, id = ''] = approval(plan);
    for (const [args, message] of [
      [[], '--plan-id: is required to apply'],
      [['--plan-id', id], '--confirm: is required to apply'],
      [['--plan-id', id, '--confirm', 'P2other'], '--confirm: "P2other" is not the project'],
      [['--plan-id', 'none', '--confirm', plan.project_id], '--plan-id: "none" is not the id'],
    ] as const) {
      const { code, stdout, stderr } = await run(['apply', ...SCOPE, ...args]);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(api.requests).toHaveLength(before);
  });

  test('an undo with half an approval is refused', async () => {
    const { run, plan } = await withPlan();
    for (const half of [approval(plan).slice(0, 2), approval(plan).slice(2)]) {
      expect((await run(['undo', '20261122_030000', ...half])).code).toBe(1);
    }
  });

  test('a plan that is stale is shown, and nothing is written', async () => {
    const { api, run, plan } = await withPlan();
    api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'worse' }));
    const { code, stdout, stderr } = await run(['apply', ...SCOPE, ...approval(plan)]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('- /description: "worse"');
    expect(stderr).toContain(`the plan ${plan.plan_id} that was approved is stale`);
    expect(api.writes).toEqual([]);
  });

  test('too many changes are refused', async () => {
    const { api, run, plan } = await withPlan();
    const args = ['apply', ...SCOPE, ...approval(plan), '--max-changes', '1'];
    const { code, stderr } = await run(args);
    expect([code, stderr]).toEqual([1, expect.stringContaining('max-changes allows 1')]);
    expect(api.writes).toEqual([]);
    const shown = await run(['plan', ...SCOPE, '--max-changes', '1']);
    expect(nextCommand(shown.stdout, 'apply').join(' ')).toContain('--max-changes 3');
  });

  test('the report is the answer, as JSON too', async () => {
    const { run, plan } = await withPlan();
    const { code, stdout } = await run(['apply', ...SCOPE, ...approval(plan), '--json']);
    expect(code).toBe(0);
    const report = RestoreReport.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ proof: 'equal', plan_id: plan.plan_id, counts: { done: 3 } });
  });

  test('what fails is told, and ends with 3', async () => {
    const { api, run, plan } = await withPlan();
    api.faults = [{ kind: 'status', status: 400, writes: true, times: 1 }];
    const { code, stdout, stderr } = await run(['apply', ...SCOPE, ...approval(plan)]);
    expect([code, stdout]).toEqual([3, expect.stringMatching(/^failed {3}update {2}lists/m)]);
    expect(stderr).toMatch(/1 of 3 objects were not done/);
    expect(nextCommand(stdout, 'undo')[1]).toMatch(/^\d{8}_\d{6}/);
  });

  test('a cancel ends it after the current object, with a report', async () => {
    const { api, folder, run, plan } = await withPlan();
    const controller = new AbortController();
    const change = () => {
      controller.abort(new Error('cancelled by SIGINT'));
    };
    api.faults = [{ kind: 'change', writes: true, times: 1, change }];
    const args = ['apply', ...SCOPE, ...approval(plan), '--json'];
    const { code, stdout } = await run(args, { signal: controller.signal });
    expect(code).toBe(3);
    const report = RestoreReport.parse(JSON.parse(stdout));
    expect(report.counts).toMatchObject({ done: 1, not_reached: 2 });
    const restores = join(folder, 'backups', `${plan.project_id}.restores`, report.restore_id);
    expect((await readdir(restores)).sort()).toEqual([
      ...['journal.jsonl', 'plan.json', 'report.json', 'report.md'],
    ]);
  });
});

describe('on a terminal', () => {
  const typing = (answer: string | undefined) => {
    const asked: string[] = [];
    const ask = (question: string) => {
      asked.push(question);
      return Promise.resolve(answer);
    };
    return { asked, options: { ask, columns: 100 } };
  };

  test('the project id, once typed, applies what was shown', async () => {
    const { api, run } = await withPlan();
    const { asked, options } = typing(api.state.projectId);
    const { code, stdout, stderr } = await run(['apply', ...SCOPE], options);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Proof: equal')]);
    expect(asked).toEqual([`To apply it, type the project id ${api.state.projectId}: `]);
    expect(stderr.match(/Plan id: /g)).toHaveLength(1);
  });

  test.each([['P2other'], [''], [undefined]])('%j writes nothing', async (answer) => {
    const { api, run } = await withPlan();
    const { code, stdout, stderr } = await run(['apply', ...SCOPE], typing(answer).options);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('nothing was written: what was typed is not the project id');
    expect(api.writes).toEqual([]);
  });

  test('Ctrl-C at the question writes nothing', async () => {
    const { api, run } = await withPlan();
    const controller = new AbortController();
    const ask = () => {
      controller.abort(new Error('cancelled by SIGINT'));
      return Promise.resolve(undefined);
    };
    const result = await run(['apply', ...SCOPE], { ask, signal: controller.signal });
    expect([result.code, result.stdout]).toEqual([1, '']);
    expect(result.stderr).toContain('nothing was written: cancelled by SIGINT');
    expect(api.writes).toEqual([]);
  });

  test('what changes while somebody reads makes the plan stale', async () => {
    const { api, run } = await withPlan();
    const ask = () => {
      api.state.lists = api.state.lists.map((list) => ({ ...list, description: 'worse' }));
      return Promise.resolve(api.state.projectId);
    };
    const { code, stderr } = await run(['apply', ...SCOPE], { ask });
    expect([code, stderr]).toEqual([1, expect.stringContaining('that was approved is stale')]);
    expect(stderr).toContain('- /description: "worse"');
    expect(api.writes).toEqual([]);
  });

  test('nobody is asked where there is nothing to do, or the limit refuses it', async () => {
    const { api, run, plan } = await withPlan();
    const { asked, options } = typing(api.state.projectId);
    const refused = await run(['apply', ...SCOPE, '--max-changes', '1'], options);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('max-changes')]);
    expect((await run(['apply', ...SCOPE, ...approval(plan)], options)).code).toBe(0);
    const again = await run(['apply', ...SCOPE], options);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('Nothing to do')]);
    expect(asked).toEqual([]);
  });

  test('an undo is left as a plan by an empty line, and taken once the id is typed', async () => {
    const { api, run, plan } = await withPlan();
    const damaged = stateOf(api.state);
    const { stdout } = await run(['apply', ...SCOPE, ...approval(plan)]);
    const undo = nextCommand(stdout, 'undo');
    const left = await run([...undo, '--json'], typing('').options);
    expect(left.code).toBe(2);
    expect(RestorePlan.parse(JSON.parse(left.stdout)).mode).toBe('undo');
    const taken = await run(undo, typing(api.state.projectId).options);
    expect([taken.code, stateOf(api.state)]).toEqual([0, damaged]);
  });

  test('is coloured, and else nothing is', async () => {
    const { run } = await withPlan();
    expect((await run(['plan', ...SCOPE], { columns: 100 })).stdout).toContain('\u001b[33mupdate');
    expect(toldBy(await run(['plan', ...SCOPE]))).not.toContain('\u001b');
  });
});

describe('the safety backup', () => {
  test('is in the root, and its path is printed', async () => {
    const { run, plan } = await withPlan();
    const { stdout } = await run(['apply', ...SCOPE, ...approval(plan)]);
    const path = /^Safety backup: (.+)$/m.exec(stdout)?.[1] ?? '';
    expect(JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'))).toMatchObject({
      ...{ purpose: 'before-restore', plan_id: plan.plan_id },
    });
  });

  test('is copied to --safety-copy, from where an undo can be planned', async () => {
    const { folder, api, run, plan } = await withPlan();
    const damaged = stateOf(api.state);
    const copied = ['--safety-copy', 'elsewhere'];
    const { code, stdout } = await run(['apply', ...SCOPE, ...approval(plan), ...copied]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Safety backup: ${join(folder, 'elsewhere')}`);
    const undo = nextCommand(stdout, 'undo');
    await rm(join(folder, 'backups'), { recursive: true });
    const from = undo.map((word) => (word.endsWith('backups') ? 'elsewhere' : word));
    const back = await run(from);
    expect([back.code, back.stderr]).toEqual([2, expect.stringContaining('has no journal')]);
    expect((await run(nextCommand(back.stdout, 'undo'))).code).toBe(0);
    expect(stateOf(api.state)).toEqual(damaged);
  });

  test('that cannot be copied keeps everything from being written', async () => {
    const { api, folder, run, plan } = await withPlan();
    await writeFile(join(folder, 'taken'), '');
    const args = ['apply', ...SCOPE, ...approval(plan), '--safety-copy', 'taken'];
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('nothing was written, since the safety backup is not safe');
    expect(api.writes).toEqual([]);
  });
});

describe('backups from elsewhere', () => {
  test('a zip is read, and what is written goes to the default root', async () => {
    const { api, folder, run } = await damagedProject();
    const before = stateOf(api.state);
    damage(api);
    await zipOf(join(folder, 'backups'), join(folder, 'artifact.zip'));
    await rm(join(folder, 'backups'), { recursive: true });
    const plan = await run(['plan', ...SCOPE, '--backup-root', 'artifact.zip']);
    expect(plan.code).toBe(2);
    const applied = await run(nextCommand(plan.stdout, 'apply'));
    expect([applied.code, stateOf(api.state)]).toEqual([0, before]);
    expect(nextCommand(applied.stdout, 'undo')).toContain(join(folder, 'backups'));
    await access(join(folder, 'backups', `${api.state.projectId}.restores`));
  });

  test.each([
    ["a project's folder", (root: string, id: string) => [join(root, id), root]],
    ['one backup', (root: string, id: string, name: string) => [join(root, id, name), root]],
  ])('%s is taken, too', async (_what, placeOf) => {
    const { api, folder, run } = await damagedProject();
    damage(api);
    const root = join(folder, 'backups');
    const [name = ''] = await readdir(join(root, api.state.projectId));
    const [place = ''] = placeOf(root, api.state.projectId, name);
    const { code, stderr } = await run(['plan', ...SCOPE, '--backup-root', place]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Backup ${name}: complete`)]);
  });

  test('a place that is not there, and one without such a backup', async () => {
    const { run } = await damagedProject();
    const none = await run(['plan', '--backup-root', 'nowhere']);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('there is no ')]);
    const other = await run(['plan', '--backup', '20200101_000000']);
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/there is no backup 20200101_000000 of project \S+ in \S+\./);
    expect(toldBy(other)).not.toMatch(/artifact|github/);
  });

  test('restores are no backups: list and verify pass over their folders', async () => {
    const { folder } = await withPlan();
    const listed = await runCommand(['list'], { folder, now: Date.now() });
    expect([listed.code, listed.stdout]).toEqual([0, expect.not.stringContaining('restores')]);
    const verified = await runCommand(['verify'], { folder, now: Date.now() });
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('1 backup')]);
  });
});

describe('secrets', () => {
  test('the key and those that were supplied are in no output and no file', async () => {
    const { api, folder, run, plan } = await withPlan();
    const { managementKey } = api.state;
    const secret = 'supplied-secret-1234';
    const place = 'resources/outbound-apps.json#/none/clientSecret';
    await writeFile(join(folder, 'secrets.json'), JSON.stringify({ [place]: secret }));
    const told = [
      await run(['plan', ...SCOPE, '--secrets-file', 'secrets.json']),
      await run(['plan', '--only', managementKey]),
      await run(['plan', '--plan-id', managementKey]),
      await run(['apply', ...SCOPE, '--plan-id', secret, '--secrets-file', 'secrets.json']),
      await run(['apply', ...SCOPE, ...approval(plan)]),
    ].map(toldBy);
    for (const text of told) {
      expect(text).not.toContain(managementKey);
      expect(text).not.toContain(secret);
    }
    await rm(join(folder, 'secrets.json'));
    for (const file of (await listFiles(folder)).files) {
      const bytes = await readFile(join(folder, file), 'utf8');
      expect([file, bytes.includes(managementKey), bytes.includes(secret)]).toEqual([
        ...[file, false, false],
      ]);
    }
  });

  test('what is no JSON object is refused, and repeated nowhere', async () => {
    const { run } = await damagedProject();
    const environment = { DESCOPE_MANAGEMENT_KEY: 'K2', DESCOPE_RESTORE_SECRETS: 'top-secret-9' };
    const { code, stderr } = await run(['plan'], { environment });
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('DESCOPE_RESTORE_SECRETS is not a JSON object'),
    ]);
    expect(stderr).not.toContain('top-secret-9');
  });
});

test('restore by itself is a plan', async () => {
  const { run, plan } = await withPlan();
  const { code, stdout } = await run(['restore', ...SCOPE, '--json']);
  expect(code).toBe(2);
  expect(RestorePlan.parse(JSON.parse(stdout)).plan_id).toBe(plan.plan_id);
});

test('all problems of all options are told at once', async () => {
  const { run } = await damagedProject();
  const { code, stderr } = await run([
    ...['plan', '--only', 'none', '--max-changes', 'x', '--backup', 'y'],
    ...['--from-project-id', 'P2other'],
  ]);
  expect(code).toBe(1);
  for (const name of ['--only: ', '--max-changes: ', '--backup: ', '--from-project-id: ']) {
    expect(stderr).toContain(name);
  }
});
