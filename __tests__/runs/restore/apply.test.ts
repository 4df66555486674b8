/**
 * Plans that are applied to a server that can be written to, in the process of the test: what is
 * refused, saved, proven and told.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { BackupManifest } from '../../../src/models/manifest.ts';
import type { BackupResult } from '../../../src/runs/backup.ts';
import { stateOf } from '../../fixtures/descope-api/state-of.ts';
import type { DescopeApiOptions } from '../../fixtures/descope-api/server.ts';
import { writableProject } from '../../fixtures/descope-api/writes/writing.ts';
import {
  fastClock,
  RestoredProject,
  writesOf,
  type AppliedRun,
} from '../../fixtures/restore/restored-project.ts';

let project: RestoredProject | undefined;

afterEach(async () => {
  await project?.close();
  project = undefined;
});

interface Night {
  readonly project: RestoredProject;
  readonly fresh: BackupResult['fresh'];
  readonly saved: ReturnType<typeof stateOf>;
}

async function night(options: DescopeApiOptions = {}): Promise<Night> {
  const started = await RestoredProject.start(writableProject(), options);
  project = started;
  const { fresh } = await started.backUp();
  return { project: started, fresh, saved: stateOf(started.api.state) };
}

/** Two lists are emptied, and a permission is gone with what granted it. */
function damage({ api }: RestoredProject): void {
  const { state } = api;
  state.lists = state.lists.map((one) => (one.id === 'LI3' ? one : { ...one, data: [] }));
  state.permissions = state.permissions.filter(({ name }) => name !== 'docs.write');
  state.roles = state.roles.map((role) => ({
    ...role,
    permissionNames: role.permissionNames.filter((name) => name !== 'docs.write'),
  }));
}

async function manifestOf(path: string): Promise<BackupManifest> {
  return JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as BackupManifest;
}

function outcomes({ report }: AppliedRun): string[] {
  return (report?.objects ?? []).map(({ section, id, outcome }) => `${section}/${id} ${outcome}`);
}

describe('a plan that was approved', () => {
  test('is applied, proven, told, and leaves nothing to do', async () => {
    const { project, fresh, saved } = await night();
    damage(project);
    const told: string[] = [];
    const run = await project.apply(
      await project.prepare(fresh),
      {},
      {
        storeSafety: ({ backup, planPath }) => {
          told.push(`stored after ${project.api.writes.length} writes`);
          expect(planPath).toMatch(/plan\.json$/);
          return Promise.resolve({ path: backup.path });
        },
        storeReport: (_folder, files) => {
          told.push(files.map((file) => file.split('/').at(-1)).join(' '));
          return Promise.resolve();
        },
        applyListener: {
          onJournal: (path) => told.push(path.split('/').at(-1) ?? ''),
          onReport: (_report, path, failures) => {
            told.push(`${path.split('/').at(-1) ?? ''} ${failures.length}`);
          },
        },
      },
    );
    expect(run.error).toBeUndefined();
    expect(stateOf(project.api.state)).toEqual(saved);
    expect(run.report).toMatchObject({ proof: 'equal', counts: { done: 4, failed: 0 } });
    for (const one of run.report?.objects ?? []) expect(one.after_sha256).toBe(one.target_sha256);
    expect(told).toEqual([
      'stored after 0 writes',
      'journal.jsonl',
      'plan.json journal.jsonl report.json report.md',
      'report.json 0',
    ]);
    expect(writesOf(await project.prepare(fresh))).toEqual([]);
  });

  test('saves what it touches before, and an ordinary backup after', async () => {
    const { project, fresh } = await night();
    damage(project);
    const run = await project.restore(fresh);
    const { plan_id } = run.prepared.plan;
    const before = await manifestOf(run.safety?.backup.path ?? '');
    expect(before).toMatchObject({ purpose: 'before-restore', plan_id, status: 'complete' });
    expect(before.comparison).toBeUndefined();
    const root = join(project.root, 'backups', project.api.state.projectId);
    const after = await manifestOf(join(root, run.report?.after_backup_id ?? ''));
    expect(after).toMatchObject({
      purpose: 'after-restore',
      plan_id,
      status: 'complete',
      previous: { backup_id: fresh.manifest.backup_id },
      comparison: { outcome: 'compared' },
    });
    // What the night after is compared with.
    const next = await project.backUp();
    expect((await manifestOf(next.fresh.path)).previous?.backup_id).toBe(after.backup_id);
  });

  test('with nothing to do is green, and saves and writes nothing', async () => {
    const { project, fresh } = await night();
    const run = await project.restore(fresh);
    expect([run.error, run.writes, run.safety, run.journal]).toEqual([
      undefined,
      [],
      undefined,
      undefined,
    ]);
    expect(run.report).toMatchObject({ proof: 'equal', objects: [], counts: { done: 0 } });
    expect((await readdir(run.prepared.folder.path)).sort()).toEqual([
      'plan.json',
      'report.json',
      'report.md',
    ]);
  });

  test('warns of what it announced as not possible, and is green', async () => {
    const { project, fresh } = await night();
    const { state } = project.api;
    state.accessKeys = state.accessKeys.slice(1);
    damage(project);
    const run = await project.restore(fresh);
    expect(run.error).toBeUndefined();
    expect(project.reporter.texts('warning')).toContainEqual(
      expect.stringMatching(
        /^1 objects? of the backup (?:are|is) not restored, as the plan announced: access-keys\/AK1: /,
      ),
    );
    expect(run.report?.proof).toBe('equal');
  });
});

describe('a supplied secret', () => {
  test('is written where the service never shows one, and stands nowhere else', async () => {
    const { project, fresh } = await night();
    const [old] = project.api.state.sso.get('ACME') ?? [];
    if (old === undefined) throw new Error('ACME has no SSO');
    project.api.state.sso.set('ACME', [
      { ...old, oidc: { ...old.oidc, authUrl: 'https://evil.example' } },
    ]);
    const missing = await project.prepare(fresh);
    expect(writesOf(missing)).toEqual([]);
    const [place = ''] = missing.plan.steps.flatMap((step) => step.missing_secrets ?? []);
    const secret = 'canary-of-the-supplied-secret';
    const run = await project.restore(fresh, { secrets: { [place]: secret } });
    expect(run.error).toBeUndefined();
    expect(run.writes).toEqual(['sso-oidc']);
    expect(JSON.stringify(project.api.writes.at(-1)?.body)).toContain(secret);
    const { path } = run.prepared.folder;
    const texts = await Promise.all(
      (await readdir(path)).map((name) => readFile(join(path, name), 'utf8')),
    );
    expect(texts).toHaveLength(4);
    for (const text of [...texts, JSON.stringify(project.reporter.told)]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('what the plan deletes', () => {
  test('is gone, is no alarm of the backup after it, and comes back by an undo', async () => {
    const { project, fresh } = await night();
    const { state } = project.api;
    const list = (id: string) => ({ id, name: id, description: '', type: 'texts', data: [] });
    const added = ['LI6', 'LI7', 'LI8', 'LI9'];
    state.lists = [...state.lists, ...added.map(list)];
    await project.backUp();
    const run = await project.restore(fresh, {
      delete: added.map((id) => `lists/${id}`).join(','),
    });
    expect(run.error).toBeUndefined();
    expect(state.lists.map(({ id }) => id)).toEqual(['LI1', 'LI2', 'LI3']);
    const root = join(project.root, 'backups', state.projectId);
    const after = await manifestOf(join(root, run.report?.after_backup_id ?? ''));
    expect([after.status, after.comparison?.outcome]).toEqual(['complete', 'accepted']);
    const undone = await project.undo(run);
    expect(undone.error).toBeUndefined();
    expect(state.lists.map(({ name }) => name).sort()).toEqual(
      ['Blocked', 'Free form', 'Office', ...added].sort(),
    );
  });
});

describe('nothing is written', () => {
  async function refused(
    change: (night: Night) => Partial<Parameters<RestoredProject['apply']>[1]> = () => ({}),
    world: Parameters<RestoredProject['apply']>[2] = {},
  ): Promise<AppliedRun> {
    const given = await night();
    damage(given.project);
    const prepared = await given.project.prepare(given.fresh);
    const run = await given.project.apply(prepared, change(given), world);
    expect([run.writes, run.report, run.journal]).toEqual([[], undefined, undefined]);
    return run;
  }

  test.each<[string, Parameters<RestoredProject['apply']>[1], RegExp]>([
    ['without a plan id', { planId: undefined }, /^nothing was written: no plan was approved/],
    [
      'after a plan that is stale',
      { planId: 'a'.repeat(64) },
      /^nothing was written: the plan a{64} .* is stale, .*the new plan is [0-9a-f]{64}/,
    ],
    [
      'beyond max-changes',
      { maxChanges: 3 },
      /^nothing was written: the plan has 4 changes, and max-changes allows 3/,
    ],
  ])('%s, and nothing saved', async (_name, options, message) => {
    const run = await refused(() => options ?? {});
    expect(run.error?.message).toMatch(message);
    expect(run.safety).toBeUndefined();
  });

  test('when the plan takes longer than what is left of the deadline', async () => {
    const { project, fresh } = await night();
    damage(project);
    const clock = fastClock();
    project.clock = clock;
    const prepared = await project.prepare(fresh);
    await clock.sleep(3_599_000, project.cancel.signal);
    const run = await project.apply(prepared);
    expect([run.writes, run.safety]).toEqual([[], undefined]);
    expect(run.error?.message).toMatch(
      /^nothing was written: the plan takes at most \d+ requests, .* of deadline-minutes \(60\) 1 seconds are left/,
    );
  });

  test('when the safety backup cannot be stored', async () => {
    const run = await refused(undefined, {
      storeSafety: () => Promise.reject(new Error('the storage is full')),
    });
    expect(run.error?.message).toBe(
      'nothing was written, since the safety backup is not safe: the storage is full',
    );
  });

  test('when whoever hears of the safety backup fails', async () => {
    const run = await refused(undefined, {
      applyListener: {
        onSafetyBackup: () => {
          throw new Error('the output could not be set');
        },
      },
    });
    expect(run.error?.message).toContain('the output could not be set');
  });

  test.each([
    [
      'a project that was changed while it was read',
      { consistency: 'torn' as const },
      /the project was changed while it was read/,
    ],
    [
      'a section that could not be read',
      {
        coverage: [{ section: 'lists', status: 'failed' as const, count: 0, note: 'HTTP 500' }],
      },
      /would lack what the plan touches: lists \(failed: HTTP 500\), permissions \(not read\)/,
    ],
  ])('over %s', async (_name, torn, message) => {
    const { project, fresh } = await night();
    damage(project);
    const prepared = await project.prepare(fresh);
    const live = { ...prepared.live, project: { ...prepared.live.project, ...torn } };
    const run = await project.apply({ ...prepared, live });
    expect([run.writes, run.safety]).toEqual([[], undefined]);
    expect(run.error?.message).toMatch(message);
    expect(run.error?.message).toMatch(/^nothing was written: /);
  });

  test('after a cancel', async () => {
    const { project, fresh } = await night();
    damage(project);
    const prepared = await project.prepare(fresh);
    project.cancel.abort(new Error('cancelled by SIGINT'));
    const run = await project.apply(prepared);
    expect([run.error?.message, run.writes, run.safety]).toEqual([
      'cancelled by SIGINT',
      [],
      undefined,
    ]);
  });
});

describe('what ends early', () => {
  test('by a cancel is told, and the report is stored', async () => {
    const { project, fresh } = await night();
    damage(project);
    let isStored = false;
    project.api.faults = [
      {
        kind: 'change',
        fromWrite: 1,
        writes: true,
        times: 1,
        change: () => {
          project.cancel.abort(new Error('cancelled by SIGINT'));
        },
      },
    ];
    const run = await project.apply(
      await project.prepare(fresh),
      {},
      {
        storeReport: () => {
          isStored = true;
          return Promise.resolve();
        },
      },
    );
    expect(run.writes).toHaveLength(1);
    expect([isStored, run.report?.stopped, run.report?.proof]).toEqual([
      true,
      'the run was cancelled',
      'not-run',
    ]);
    expect(run.report?.counts).toEqual({ done: 1, failed: 0, not_reached: 3 });
    expect(run.error?.message).toMatch(/^it stopped early: the run was cancelled\. Also: 3 of 4/);
    // What is done is done: another plan finishes it.
    project.cancel = new AbortController();
    project.api.faults = [];
    const rest = await project.restore(fresh);
    expect([rest.error, rest.report?.counts.done]).toEqual([undefined, 3]);
  });

  test('by the deadline leaves time for the proof, which tells what is left', async () => {
    const { project, fresh } = await night();
    damage(project);
    const clock = fastClock();
    project.clock = clock;
    const prepared = await project.prepare(fresh);
    project.api.faults = [
      {
        kind: 'change',
        fromWrite: 1,
        writes: true,
        times: 1,
        change: () => void clock.sleep(3_598_000, project.cancel.signal),
      },
    ];
    const run = await project.apply(prepared);
    expect(run.writes).toHaveLength(1);
    expect(run.report?.stopped).toBe(
      'deadline-minutes (60) is over but for the time that the proof takes',
    );
    expect(run.report?.proof).toBe('differs');
    expect(run.report?.differences).toHaveLength(3);
    expect(run.report?.after_backup_id).toBeDefined();
  });

  test('by a key that is refused is told, without a proof', async () => {
    const { project, fresh } = await night();
    damage(project);
    project.api.faults = [{ kind: 'key-expired', fromWrite: 2 }];
    const run = await project.restore(fresh);
    expect(run.report?.proof).toBe('not-run');
    expect(run.report?.stopped).toMatch(/401/);
    expect(run.error?.message).toMatch(/the result is not proven, since it could not be read/);
    expect(run.report?.counts.done).toBe(1);
  });
});

describe('a proof that fails', () => {
  test('tells what somebody else changed meanwhile, and what is gone', async () => {
    const { project, fresh } = await night();
    damage(project);
    project.api.faults = [
      {
        kind: 'change',
        fromWrite: 3,
        writes: true,
        times: 1,
        change: (state) => {
          state.jwtTemplates = state.jwtTemplates.slice(1);
          state.flows = state.flows.map((flow) =>
            flow.id === 'Login' ? { ...flow, disabled: true } : flow,
          );
        },
      },
    ];
    const run = await project.restore(fresh);
    expect(outcomes(run).every((text) => text.endsWith(' done'))).toBe(true);
    expect(run.report?.differences).toEqual([
      'jwt-templates/JT1: still to create',
      'flows/Login: still to update',
    ]);
    expect(run.report?.proof).toBe('differs');
    expect(run.error?.message).toMatch(/other than the plan announced in 2 places/);
  });

  test('a report that cannot be stored is red, and the restore is done', async () => {
    const { project, fresh, saved } = await night();
    damage(project);
    const run = await project.apply(
      await project.prepare(fresh),
      {},
      {
        storeReport: () => Promise.reject(new Error('the service is away')),
      },
    );
    expect(run.error?.message).toBe('the report was not stored: the service is away');
    expect(run.report?.proof).toBe('equal');
    expect(stateOf(project.api.state)).toEqual(saved);
  });

  test('names nothing where strangers may read', async () => {
    const { project, fresh } = await night();
    damage(project);
    const { memoryReporter } = await import('../../fixtures/memory-reporter.ts');
    const reporter = memoryReporter({ mayName: false });
    project.api.faults = [{ kind: 'status', status: 400, writes: true, message: 'no: acme' }];
    const run = await project.apply(await project.prepare(fresh), {}, { reporter });
    const text = [run.error?.message, ...reporter.told.map((one) => one.text)].join('\n');
    expect(text).toMatch(/4 of 4 objects were not done/);
    expect(text).not.toMatch(/docs\.write|LI1|Éditeur|acme/);
  });
});
