/**
 * Applying planned writes to a service that lags and fails: what is sent, what is told, and that it
 * is true.
 */
import { Secret } from '../../src/project/secret.ts';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openForWriting } from '../../src/descope/apply.ts';
import { DescopeApiClient, type DescopeApiOptions } from '../../src/descope/client.ts';
import { ApiSession } from '../../src/descope/session.ts';
import type { JournalStart } from '../../src/models/restore-journal.ts';
import { applyWrites, type Applied } from '../../src/services/restore/apply.ts';
import { JournalFile } from '../../src/services/restore/journal.ts';
import { refText, type PlannedWrite } from '../../src/services/restore/planned-write.ts';
import {
  readJournal,
  readJournalText,
  type ReadJournal,
} from '../../src/services/restore/read-journal.ts';
import { KnownLiveIds } from '../../src/services/restore/live-ids.ts';
import {
  comparable,
  hashOf,
  listImport,
  permissionCreate,
  permissionDelete,
  permissionRef,
  permissionUpdate,
  planned,
  tenantCreate,
} from '../fixtures/planned-writes.ts';
import { DOUBTFUL, WritableService, type WriteFault } from '../fixtures/writable-service.ts';

const running: { close(): Promise<void> }[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true })));
});

async function start(): Promise<WritableService> {
  const service = await new WritableService().start();
  running.push(service);
  return service;
}

const START: JournalStart = {
  event: 'start',
  at: '2026-11-22T03:00:00.000Z',
  restore_id: '20261122_030000',
  plan_id: 'a'.repeat(64),
  project_id: 'P2x',
  safety_backup_id: '20261122_025900',
};

interface Run extends Applied {
  readonly journal: ReadJournal;
  readonly text: string;
  readonly ids: KnownLiveIds;
  readonly waits: readonly number[];
}

interface RunOptions extends Partial<DescopeApiOptions> {
  readonly supplied?: ReadonlyMap<string, string>;
  readonly ids?: KnownLiveIds;
  /** Before the journal is asked to take a line. */
  readonly onLine?: () => void;
  readonly onJournal?: (path: string) => void;
  /** In place of a time. */
  readonly deadline?: AbortSignal;
  readonly graceMs?: number;
}

/** A client for which time passes at once. */
function clientOf(
  service: WritableService,
  given: Partial<DescopeApiOptions>,
  deadline?: AbortSignal,
): DescopeApiClient {
  let now = 0;
  const options: DescopeApiOptions = {
    projectId: 'P2x',
    managementKey: new Secret('K2secret-of-the-project'),
    baseUrl: new URL(service.origin),
    deadlineMs: 600_000,
    maxRequests: 10_000,
    signal: new AbortController().signal,
    clock: {
      now: () => now,
      sleep: (milliseconds, signal) => {
        signal.throwIfAborted();
        now += milliseconds;
        return Promise.resolve();
      },
    },
    ...given,
  };
  if (deadline === undefined) return new DescopeApiClient(options);
  return new DescopeApiClient(new ApiSession(options, { cancelled: options.signal, deadline }));
}

/** Applies writes; time passes at once. */
async function run(
  service: WritableService,
  writes: readonly PlannedWrite[],
  {
    supplied = new Map(),
    ids = new KnownLiveIds(),
    onLine,
    onJournal,
    deadline,
    graceMs,
    ...options
  }: RunOptions = {},
): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'apply-'));
  folders.push(folder);
  const path = join(folder, 'journal.jsonl');
  onJournal?.(path);
  const waits: number[] = [];
  const door = openForWriting(clientOf(service, options, deadline), {
    onSecret: () => undefined,
    secrets: supplied.values(),
    ...(graceMs !== undefined && { graceMs }),
  });
  const journal = await JournalFile.create(path, START);
  const applied = await applyWrites(writes, {
    door,
    journal: {
      append: async (line) => {
        onLine?.();
        await journal.append(line);
      },
    },
    comparable,
    ids,
    secrets: supplied,
    now: () => new Date(Date.UTC(2026, 10, 22, 3)),
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      await door.sleep(milliseconds);
    },
  });
  await journal.close();
  const text = await readFile(path, 'utf8');
  return { ...applied, journal: await readJournal(path), text, ids, waits };
}

const outcomes = ({ objects }: Applied) => objects.map(({ id, outcome }) => [id, outcome]);
const old = (name: string) => ({ id: `P-${name}`, name, description: 'as it was' });

describe('what goes well', () => {
  test('is looked at, told to the journal, sent once and looked at again', async () => {
    const service = await start();
    service.state.permissions = [old('read'), old('gone')];
    const writes = [
      permissionDelete(old('gone'), { phase: 9 }),
      permissionUpdate(old('read'), { phase: 2 }),
      tenantCreate('acme', { phase: 3 }),
      permissionCreate('write', { phase: 1 }),
    ];
    const { objects, stopped, journal, text } = await run(service, writes);
    expect(stopped).toBeUndefined();
    const saved = hashOf('', { name: 'read', description: 'as saved' });
    expect(objects).toEqual([
      expect.objectContaining({ id: 'backup-write', action: 'create', new_id: 'ID1' }),
      {
        section: 'permissions',
        id: 'P-read',
        action: 'update',
        outcome: 'done',
        before_sha256: hashOf('', old('read')),
        target_sha256: saved,
        after_sha256: saved,
      },
      expect.objectContaining({ id: 'acme', action: 'create', new_id: 'acme' }),
      {
        section: 'permissions',
        id: 'P-gone',
        action: 'delete',
        outcome: 'done',
        before_sha256: hashOf('', old('gone')),
      },
    ]);
    expect(service.writes.map(({ path }) => path.replace('/v1/mgmt/', ''))).toEqual([
      'permission/create',
      'permission/update',
      'tenant/create',
      'permission/delete',
    ]);
    expect(journal.isWhole).toBe(true);
    expect(journal.objects.map(({ id, outcome, newId }) => [id, outcome, newId])).toEqual([
      ['backup-write', 'done', 'ID1'],
      ['P-read', 'done', undefined],
      ['acme', 'done', 'acme'],
      ['P-gone', 'done', undefined],
    ]);
    expect(text.trimEnd().split('\n')).toHaveLength(9);
    expect(text).not.toContain('as saved');
  });

  test('is in the journal, on the disk, when the write arrives', async () => {
    const service = await start();
    let path = '';
    const seen: unknown[] = [];
    service.onWrite = () => {
      const journal = readJournalText(readFileSync(path));
      seen.push(journal.writes.map(({ seq, outcome }) => [seq, outcome]));
    };
    const onJournal = (given: string) => (path = given);
    const writes = ['a', 'b'].map((name) => permissionCreate(name));
    await run(service, writes, { onJournal });
    expect(seen).toEqual([
      [[1, 'unknown']],
      [
        [1, 'done'],
        [2, 'unknown'],
      ],
    ]);
  });

  test('takes at most four requests a write', async () => {
    for (const write of [
      permissionCreate('write'),
      tenantCreate('acme'),
      listImport('L1', undefined),
      permissionUpdate(old('read')),
      permissionDelete(old('read')),
    ]) {
      const service = await start();
      service.state.permissions = [old('read')];
      const { objects } = await run(service, [write]);
      expect(objects).toEqual([expect.objectContaining({ outcome: 'done' })]);
      expect(service.asked.length).toBeLessThanOrEqual(4);
    }
  });

  test('is not sent where it already reads as planned', async () => {
    const service = await start();
    service.state.permissions = [{ ...old('write'), description: 'as saved' }];
    const { objects, journal, ids } = await run(service, [permissionCreate('write')]);
    expect(objects).toEqual([expect.objectContaining({ outcome: 'done' })]);
    expect(objects[0]).not.toHaveProperty('new_id');
    expect([service.writes, journal.writes]).toEqual([[], []]);
    // Whoever refers to it needs to know.
    expect(ids.idOf('permissions', 'write')).toBe('P-write');
  });

  test('is sent where nothing but a secret changes, which no look can show', async () => {
    const service = await start();
    const same = { id: 'acme', name: 'The acme', description: '' };
    service.state.tenants = [same];
    const ref = { section: 'tenants', id: 'acme', naturalKey: 'The acme' };
    const write = planned({ call: 'tenantUpdate', ref, before: same, after: same });
    const { objects } = await run(service, [write]);
    expect(outcomes({ objects, stopped: undefined })).toEqual([['acme', 'done']]);
    expect(service.writes).toHaveLength(1);
  });

  test('gives later writes the ids of what it made', async () => {
    const service = await start();
    const seen: (string | undefined)[] = [];
    const later = permissionCreate('second', {
      phase: 2,
      request: ({ ids }) => {
        seen.push(ids.idOf('permissions', 'first'));
        return { body: { name: 'second', description: 'as saved' } };
      },
    });
    await run(service, [later, permissionCreate('first')]);
    expect(seen).toEqual(['ID1']);
  });

  test('has the live object at hand for its body', async () => {
    const service = await start();
    service.state.permissions = [{ ...old('read'), extra: 'kept' }];
    const write = permissionUpdate(old('read'), {
      request: ({ live }) => ({
        body: {
          ...live({ section: 'permissions', id: 'P-read', naturalKey: 'read' }),
          description: 'as saved',
        },
      }),
    });
    expect(outcomes(await run(service, [write]))).toEqual([['P-read', 'done']]);
    expect(service.state.permissions).toEqual([
      { ...old('read'), extra: 'kept', description: 'as saved' },
    ]);
  });
});

describe('a list that lags', () => {
  test.each([1, 3, 6])('by %i looks is waited for', async (lag) => {
    const service = await start();
    service.lag = lag;
    const { objects, waits } = await run(service, [permissionCreate('write')]);
    expect(objects).toEqual([expect.objectContaining({ outcome: 'done', new_id: 'ID1' })]);
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 14_500].slice(0, lag));
  });

  test('for more than half a minute leaves it not confirmed', async () => {
    const service = await start();
    service.lag = 50;
    const { objects, waits } = await run(service, [permissionCreate('write')]);
    expect(objects).toEqual([
      expect.objectContaining({
        outcome: 'unknown',
        reason:
          'not confirmed: the service answered that it was done, and it still reads as before',
      }),
    ]);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(30_000);
    expect(service.writes).toHaveLength(1);
  });

  test('that shows an old state again is no change of somebody else', async () => {
    const service = await start();
    service.state.permissions = [old('read')];
    const first = permissionUpdate(old('read'));
    const middle = { ...old('read'), description: 'as saved' };
    const second = planned({
      call: 'permissionUpdate',
      ref: first.objects[0] ?? permissionRef('read'),
      phase: 2,
      before: middle,
      after: { ...middle, description: 'armed' },
    });
    // After the first is confirmed, the list falls back for a while.
    let lines = 0;
    const { objects } = await run(service, [first, second], {
      onLine: () => {
        if (++lines === 2) service.showOld(3, { permissions: [old('read')] });
      },
    });
    expect(objects).toEqual([expect.objectContaining({ outcome: 'done' })]);
    expect(service.state.permissions).toEqual([{ ...middle, description: 'armed' }]);
  });
});

describe('a doubt', () => {
  const kinds: readonly (readonly [string, () => PlannedWrite])[] = [
    ['create by key', () => permissionCreate('write')],
    ['create with our id', () => tenantCreate('acme')],
    ['import', () => listImport('L1', undefined)],
    ['update', () => permissionUpdate(old('read'))],
    ['delete', () => permissionDelete(old('read'))],
  ];
  const all = kinds.flatMap(([name, make]) =>
    DOUBTFUL.map((fault) => [name, fault, make] as const),
  );

  test.each(all)('%s, %s: ends as planned, and nothing is there twice', async (_, fault, make) => {
    const service = await start();
    service.state.permissions = [old('read')];
    service.faults = [fault];
    const write = make();
    const { objects, journal } = await run(service, [write]);
    expect(objects).toEqual([expect.objectContaining({ outcome: 'done' })]);
    expect(journal.objects).toEqual([expect.objectContaining({ outcome: 'done' })]);
    const wasDone = fault.endsWith('after it');
    expect(service.writes).toHaveLength(wasDone ? 1 : 2);
    if (write.action === 'create') expect(journal.objects[0]?.newId).toBeDefined();
    for (const entries of Object.values(service.state)) {
      const names = entries.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('that nothing settles is unknown, and blocks what needs it', async () => {
    const service = await start();
    service.faults = ['502 instead', 'reset instead', '502 instead'];
    const writes = [
      permissionCreate('write'),
      permissionCreate('needs it', { dependsOn: [permissionRef('write')] }),
      permissionCreate('alone'),
    ];
    const { objects, stopped } = await run(service, writes);
    expect(stopped).toBeUndefined();
    expect(objects).toMatchObject([
      {
        outcome: 'unknown',
        reason:
          'nobody can tell whether it was done: HTTP 502: E0, bad gateway; it reads as before',
      },
      {
        outcome: 'blocked',
        reason: 'it needs permissions/backup-write, which was not done',
      },
      { outcome: 'done' },
    ]);
    expect(service.writes).toHaveLength(4);
  });

  test('about what must not be repeated is settled by looks alone', async () => {
    for (const [fault, outcome] of [
      ['502 after it', 'done'],
      ['502 instead', 'unknown'],
    ] as const) {
      const service = await start();
      service.faults = [fault];
      const { objects } = await run(service, [permissionCreate('write', { doubt: 'never' })]);
      expect(objects).toMatchObject([{ outcome }]);
      expect(service.writes).toHaveLength(1);
    }
  });

  test('about a secret, which no look can settle, is settled by a clear answer', async () => {
    const same = { id: 'acme', name: 'The acme', description: '' };
    const ref = { section: 'tenants', id: 'acme', naturalKey: 'The acme' };
    const write = planned({ call: 'tenantUpdate', ref, before: same, after: same });
    for (const [faults, outcome, sent] of [
      [['502 after it'], 'done', 2],
      [['502 after it', '502 after it', '502 after it'], 'unknown', 3],
    ] as const) {
      const service = await start();
      service.state.tenants = [same];
      service.faults = [...faults];
      const { objects } = await run(service, [write]);
      expect(objects).toMatchObject([{ outcome }]);
      expect(service.writes).toHaveLength(sent);
    }
  });

  test('does not send again what somebody else changed meanwhile', async () => {
    const service = await start();
    service.state.permissions = [old('read')];
    service.faults = ['reset instead'];
    let lines = 0;
    const { objects } = await run(service, [permissionUpdate(old('read'))], {
      onLine: () => {
        if (++lines === 1) service.state.permissions = [{ ...old('read'), description: 'theirs' }];
      },
    });
    expect(objects).toMatchObject([
      { outcome: 'unknown', reason: expect.stringContaining('neither as before nor as planned') },
    ]);
    expect(service.writes).toHaveLength(1);
    expect(service.state.permissions[0]).toMatchObject({ description: 'theirs' });
  });
});

describe('what is perhaps ours', () => {
  test('has no hash in the journal, by which an undo would delete it', async () => {
    const service = await start();
    service.onWrite = (_path, body) => {
      body['description'] = 'otherwise';
    };
    const { objects, journal } = await run(service, [permissionCreate('write')]);
    expect(objects).toMatchObject([
      {
        outcome: 'unknown',
        new_id: 'ID1',
        after_sha256: hashOf('', { name: 'write', description: 'otherwise' }),
      },
    ]);
    expect(journal.objects).toMatchObject([{ newId: 'ID1', afterSha256: undefined }]);
  });
});

describe('a refusal', () => {
  test('fails one object with the words of the service, and blocks what needs it', async () => {
    const service = await start();
    service.faults = ['400'];
    const writes = [
      permissionCreate('write'),
      permissionCreate('needs it', { dependsOn: [permissionRef('write')] }),
      permissionCreate('needs that', { dependsOn: [permissionRef('needs it')] }),
      permissionCreate('alone'),
    ];
    const { objects, journal } = await run(service, writes);
    expect(objects).toMatchObject([
      { outcome: 'failed', reason: 'HTTP 400: E0, refused' },
      { outcome: 'blocked' },
      { outcome: 'blocked' },
      { outcome: 'done' },
    ]);
    expect(journal.writes).toMatchObject([{ outcome: 'failed' }, { outcome: 'done' }]);
    expect(journal.writes[0]?.end).toMatchObject({ http_status: 400 });
  });

  test('for a conflict is a change since the plan', async () => {
    const service = await start();
    service.state.permissions = [old('read')];
    service.onWrite = () => {
      service.refuse(409, 'another version');
    };
    const { objects, journal } = await run(service, [permissionUpdate(old('read'))]);
    expect(objects).toMatchObject([
      { outcome: 'blocked', reason: 'changed since the plan: HTTP 409: E0, another version' },
    ]);
    expect(journal.objects).toMatchObject([{ outcome: 'failed', mayBeChanged: false }]);
  });

  test('to delete what is gone is as good as done', async () => {
    const service = await start();
    service.state.permissions = [old('gone')];
    let lines = 0;
    const { objects } = await run(service, [permissionDelete(old('gone'))], {
      onLine: () => {
        if (++lines === 1) service.state.permissions = [];
      },
    });
    expect(objects).toMatchObject([{ outcome: 'done' }]);
  });

  test('of what is there already, or gone already, is no failure, also when the list does not show it yet', async () => {
    const service = await start();
    service.state.permissions = [{ ...old('write'), description: 'as saved' }];
    service.showOld(3, { permissions: [] });
    const created = await run(service, [permissionCreate('write')]);
    expect(created.objects).toMatchObject([{ outcome: 'done' }]);
    // It is as planned, and nobody knows whose it is.
    expect(created.journal.objects).toMatchObject([{ outcome: 'done', newId: undefined }]);
    expect(created.ids.idOf('permissions', 'write')).toBe('P-write');

    service.state.permissions = [];
    service.showOld(3, { permissions: [old('gone')] });
    const deleted = await run(service, [permissionDelete(old('gone'))]);
    expect(deleted.objects).toMatchObject([{ outcome: 'done' }]);
  });

  test('of a reference to what was just created is waited out', async () => {
    const service = await start();
    let refusals = 3;
    service.onWrite = (_path, body) => {
      if (body['name'] === 'needs it' && refusals-- > 0) {
        service.refuse(400, 'role not found');
      }
    };
    const needs = permissionCreate('needs it', { dependsOn: [permissionRef('write')], phase: 2 });
    const { objects, waits } = await run(service, [permissionCreate('write'), needs]);
    expect(objects).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    expect(waits).toEqual([500, 1000, 2000]);

    // For half a minute at most, and not where nothing was created.
    for (const [writes, sent] of [
      [[permissionCreate('write'), needs], 8],
      [[permissionCreate('needs it')], 1],
    ] as const) {
      const other = await start();
      other.onWrite = (_path, body) => {
        if (body['name'] === 'needs it') other.refuse(400, 'role not found');
      };
      const result = await run(other, writes);
      expect(result.objects.at(-1)).toMatchObject({ outcome: 'failed' });
      expect(other.writes).toHaveLength(sent);
    }
  });

  test.each(['401', '429'] as const)('with %s, midway', async (fault) => {
    const service = await start();
    service.faults = ['none', fault];
    const writes = ['a', 'b', 'c'].map((name) => permissionCreate(name));
    const { objects, stopped, journal } = await run(service, writes);
    const isKey = fault === '401';
    expect(stopped).toBe(isKey ? 'HTTP 401: E0, refused' : undefined);
    expect(outcomes({ objects, stopped })).toEqual([
      ['backup-a', 'done'],
      ['backup-b', isKey ? 'failed' : 'done'],
      ['backup-c', isKey ? 'not-reached' : 'done'],
    ]);
    expect(journal.isWhole).toBe(true);
    expect(service.state.permissions).toHaveLength(isKey ? 1 : 3);
  });

  test('of a later write leaves the object failed, and what it was made', async () => {
    const service = await start();
    service.faults = ['none', '400'];
    const create = permissionCreate('write');
    const made = { name: 'write', description: 'as saved' };
    const arm = planned({
      call: 'permissionUpdate',
      ref: permissionRef('write'),
      phase: 2,
      before: made,
      after: { ...made, description: 'armed' },
      action: 'update',
    });
    const { objects, journal } = await run(service, [create, arm]);
    expect(objects).toEqual([
      expect.objectContaining({ action: 'create', outcome: 'failed', new_id: 'ID1' }),
    ]);
    expect(journal.objects).toEqual([
      expect.objectContaining({ outcome: 'failed', mayBeChanged: true, newId: 'ID1' }),
    ]);
  });
});

describe('what was changed since the plan', () => {
  test('is blocked, and the rest goes on', async () => {
    const service = await start();
    service.state.permissions = [{ ...old('read'), description: 'theirs' }, old('other')];
    service.state.lists = [{ id: 'L1', name: 'theirs' }];
    const writes = [
      permissionUpdate(old('read')),
      permissionDelete({ ...old('vanished') }),
      listImport('L1', undefined),
      permissionUpdate(old('other')),
    ];
    const { objects } = await run(service, writes);
    expect(objects).toMatchObject([
      { outcome: 'blocked', reason: 'changed since the plan' },
      // It is to be deleted, and it is gone.
      { outcome: 'done' },
      { outcome: 'blocked', reason: 'changed since the plan' },
      { outcome: 'done' },
    ]);
    expect(service.writes).toHaveLength(1);
  });
});

describe('a body', () => {
  test('that cannot be made fails its object', async () => {
    const service = await start();
    const write = permissionCreate('write', {
      request: () => {
        throw new Error('permissions/x is not there');
      },
    });
    const { objects, journal } = await run(service, [write, permissionCreate('other')]);
    expect(objects).toMatchObject([
      { outcome: 'failed', reason: 'not sent: permissions/x is not there' },
      { outcome: 'done' },
    ]);
    expect(journal.writes).toHaveLength(1);
  });

  test('with what stands for a secret is never sent', async () => {
    const service = await start();
    const write = permissionCreate('write', {
      request: () => ({ body: { name: 'write', settings: [{ clientSecret: '[withheld]' }] } }),
    });
    const { objects } = await run(service, [write]);
    expect(objects).toMatchObject([
      {
        outcome: 'failed',
        reason:
          'not sent: what would be written has no secret, but what stands for one, at /settings/0/clientSecret',
      },
    ]);
    expect(service.writes).toEqual([]);
  });

  test('with a secret gives the same hash whatever the secret is', async () => {
    const hashes = new Set<string | undefined>();
    for (const secret of ['short', 'a much longer secret', '']) {
      const service = await start();
      const write = permissionCreate('write', {
        request: () => ({
          body: {
            name: 'write',
            description: 'as saved',
            note: secret,
            clientSecret: `x${secret}`,
          },
        }),
      });
      const supplied = new Map([['place', secret]]);
      const { journal, text } = await run(service, [write], { supplied });
      if (secret !== '') {
        hashes.add(journal.writes[0]?.begin?.body_sha256);
        expect(text).not.toContain(secret);
      }
    }
    expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});

describe('the end of all', () => {
  test('a cancel lets the current object end, and nothing else begin', async () => {
    const service = await start();
    const cancel = new AbortController();
    service.onWrite = () => {
      cancel.abort(new Error('cancelled'));
    };
    const writes = ['a', 'b', 'c'].map((name) => permissionCreate(name));
    const { objects, stopped, journal } = await run(service, writes, { signal: cancel.signal });
    expect(stopped).toBe('the run was cancelled');
    expect(outcomes({ objects, stopped })).toEqual([
      ['backup-a', 'done'],
      ['backup-b', 'not-reached'],
      ['backup-c', 'not-reached'],
    ]);
    expect(journal.isWhole).toBe(true);
    expect(service.writes).toHaveLength(1);
  });

  test('the deadline lets the current object end, and nothing else begin', async () => {
    const service = await start();
    const deadline = new AbortController();
    service.onWrite = (_path, { name }) => {
      if (name === 'b') deadline.abort();
    };
    const writes = ['a', 'b', 'c'].map((name) => permissionCreate(name));
    const { objects, stopped } = await run(service, writes, { deadline: deadline.signal });
    expect(stopped).toBe('not done within deadline-minutes (10)');
    expect(objects.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'not-reached']);
  });

  test('a write that is never answered does not keep a cancelled run', async () => {
    const service = await start();
    const cancel = new AbortController();
    service.isSilent = true;
    service.onWrite = () => {
      cancel.abort(new Error('cancelled'));
    };
    const writes = ['a', 'b'].map((name) => permissionCreate(name));
    const options = { signal: cancel.signal, graceMs: 0 };
    const { objects, stopped, journal } = await run(service, writes, options);
    expect(stopped).toBe('the run was cancelled');
    expect(objects.map(({ outcome }) => outcome)).toEqual(['unknown', 'not-reached']);
    expect(journal.writes).toMatchObject([{ outcome: 'unknown', end: { outcome: 'unknown' } }]);
  });

  test('a cancel while a list lags leaves what cannot be told', async () => {
    const service = await start();
    const cancel = new AbortController();
    service.lag = 3;
    service.onWrite = () => {
      cancel.abort(new Error('cancelled'));
    };
    const { objects, journal } = await run(service, [tenantCreate('acme')], {
      signal: cancel.signal,
    });
    expect(objects).toMatchObject([{ outcome: 'unknown', new_id: 'acme' }]);
    expect(journal.writes).toMatchObject([{ outcome: 'unknown', end: { new_id: 'acme' } }]);
  });

  test('before the first write, nothing is sent', async () => {
    const service = await start();
    const { objects, stopped } = await run(service, [permissionCreate('a')], {
      signal: AbortSignal.abort(),
    });
    expect([stopped, objects]).toMatchObject([
      'the run was cancelled',
      [{ outcome: 'not-reached' }],
    ]);
    expect(service.asked).toEqual([]);
  });

  test('no object is begun that the number of requests cannot bring to an end', async () => {
    const service = await start();
    const writes = Array.from({ length: 20 }, (_, n) => permissionCreate(`p${n}`));
    const { objects, stopped } = await run(service, writes, { maxRequests: 45 });
    expect(stopped).toBe('the number of requests is used up');
    const done = objects.filter(({ outcome }) => outcome === 'done');
    const left = objects.filter(({ outcome }) => outcome === 'not-reached');
    expect([done.length + left.length, service.state.permissions.length]).toEqual([
      20,
      done.length,
    ]);
    expect(done.length).toBeGreaterThan(2);
  });

  test('a journal that cannot be written: nothing is sent that it does not know of', async () => {
    for (const [failing, sent] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const service = await start();
      let lines = 0;
      const { objects, stopped } = await run(
        service,
        ['a', 'b'].map((name) => permissionCreate(name)),
        {
          onLine: () => {
            if (++lines >= failing) throw new Error('the disk is full');
          },
        },
      );
      expect(stopped).toBe('the disk is full');
      expect(objects.map(({ outcome }) => outcome)).toEqual([
        failing === 1 ? 'failed' : 'done',
        'not-reached',
      ]);
      expect(service.writes).toHaveLength(sent);
    }
  });
});

const FAULTS: readonly WriteFault[] = [...DOUBTFUL, 'none', '429', '400', '401'];

test('whatever fails and however lists lag: nothing is there twice, and what is told is true', async () => {
  const scenario = fc.record({
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 10 }),
    kinds: fc.array(fc.constantFrom('by-key', 'ours', 'import', 'update', 'delete', 'never'), {
      minLength: 1,
      maxLength: 5,
    }),
    lag: fc.nat(9),
    hasUniqueNames: fc.boolean(),
    chained: fc.boolean(),
  });
  const service = await start();
  await fc.assert(
    fc.asyncProperty(scenario, async ({ faults, kinds, lag, hasUniqueNames, chained }) => {
      service.reset();
      service.faults = [...faults];
      // Where names may repeat, only looks keep an object from being there twice: they go on for
      // half a minute.
      service.hasUniqueNames = hasUniqueNames;
      service.lag = hasUniqueNames ? lag : Math.min(lag, 5);
      const names = kinds.map((_, index) => `n${index}`);
      service.state.permissions = kinds.flatMap((kind, index) =>
        kind === 'update' || kind === 'delete' ? [old(`n${index}`)] : [],
      );
      let last: PlannedWrite | undefined;
      const writes = kinds.map((kind, index) => {
        const name = names[index] ?? '';
        const more = chained && last !== undefined ? { dependsOn: last.objects } : {};
        last =
          kind === 'ours'
            ? tenantCreate(name, more)
            : kind === 'import'
              ? listImport(name, undefined, more)
              : kind === 'update'
                ? permissionUpdate(old(name), more)
                : kind === 'delete'
                  ? permissionDelete(old(name), more)
                  : permissionCreate(name, { ...more, doubt: kind });
        return last;
      });
      const { objects, journal, stopped } = await run(service, writes);

      const inState = (write: PlannedWrite) => {
        const [ref] = write.objects;
        const section = ref?.section as keyof typeof service.state;
        const named = service.state[section].filter(
          ({ name, id }) => name === ref?.naturalKey || id === ref?.id,
        );
        expect(named.length).toBeLessThanOrEqual(1);
        return hashOf(section, named[0] as never);
      };
      expect(objects).toHaveLength(writes.length);
      for (const [index, write] of writes.entries()) {
        const key = refText(write.objects[0] ?? permissionRef(''));
        const isThere = inState(write) === write.after.get(key);
        const result = objects[index];
        if (result?.outcome === 'done') expect(isThere).toBe(true);
        else if (result?.outcome !== 'unknown') expect(isThere).toBe(false);
        const journaled = journal.objects.find((one) => refText(one) === key);
        const isBegun = result?.outcome !== 'blocked' && result?.outcome !== 'not-reached';
        if (isBegun) expect(journaled?.outcome).toBe(result?.outcome);
        else expect(journaled).toBeUndefined();
      }
      expect(journal.isWhole).toBe(true);
      const wasRefused = faults.includes('401') && stopped !== undefined;
      if (stopped !== undefined) expect(wasRefused).toBe(true);
    }),
    { numRuns: 150 },
  );
});
