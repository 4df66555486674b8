/** Order, dependencies, and writes of several objects, against a project in memory. */
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json/value.ts';
import type { JournalBegin, JournalEnd } from '../../../src/models/restore-journal.ts';
import type { ReadResult, WriteResult } from '../../../src/project/write-result.ts';
import { applyWrites, type ProjectDoor } from '../../../src/services/restore/apply.ts';
import {
  refText,
  type ObjectRef,
  type PlannedWrite,
  type WriteRequest,
} from '../../../src/services/restore/planned-write.ts';
import { KnownLiveIds } from '../../../src/services/restore/live-ids.ts';
import { comparable, hashOf, planned } from '../../fixtures/planned-writes.ts';

const file = (path: string): ObjectRef => ({ section: 'snapshot', id: path, naturalKey: path });
const of = (name: string): JsonObject => ({ name });

/** A project whose objects are changed by `write`, as the body says. */
class Memory {
  readonly objects = new Map<string, JsonObject>();
  readonly sent: WriteRequest[] = [];
  /** What the next write does instead. */
  instead: ((request: WriteRequest) => WriteResult) | undefined;
  readonly door: ProjectDoor = {
    read: (refs) => Promise.resolve(this.read(refs)),
    write: (_call, request) => Promise.resolve(this.write(request)),
    stopReason: () => undefined,
  };

  read(refs: readonly ObjectRef[]): ReadResult {
    const all = Object.fromEntries(
      [...this.objects].map(([key, value]) => [key.replace('snapshot/', ''), value]),
    );
    const objects = refs.map((ref) => {
      const value = ref.id === '' ? all : this.objects.get(refText(ref));
      return value && { value, id: undefined };
    });
    return { kind: 'read', objects };
  }

  put(files: JsonObject): void {
    for (const [path, value] of Object.entries(files)) {
      this.objects.set(`snapshot/${path}`, value as JsonObject);
    }
  }

  write(request: WriteRequest): WriteResult {
    this.sent.push(request);
    const { instead } = this;
    this.instead = undefined;
    if (instead !== undefined) return instead(request);
    this.put((request.body?.['files'] ?? {}) as JsonObject);
    return { kind: 'done', status: 200, answer: {} };
  }
}

async function apply(memory: Memory, writes: readonly PlannedWrite[]) {
  const lines: (JournalBegin | JournalEnd)[] = [];
  const applied = await applyWrites(writes, {
    door: memory.door,
    journal: {
      append: (line) => {
        lines.push(line);
        return Promise.resolve();
      },
    },
    comparable,
    ids: new KnownLiveIds(),
    secrets: new Map(),
    now: () => new Date(0),
    sleep: () => Promise.resolve(),
  });
  return { ...applied, lines };
}

/** An import that changes some files of a snapshot, and sends all. */
function importOf(before: JsonObject, after: JsonObject): PlannedWrite {
  const paths = Object.keys({ ...before, ...after });
  const states = (files: JsonObject) =>
    new Map(
      paths.map((path) => [
        refText(file(path)),
        hashOf('snapshot', files[path] as JsonObject | undefined),
      ]),
    );
  return {
    ...planned({ call: 'snapshotImport', ref: file(''), before: {} }),
    objects: paths.map(file),
    action: 'update',
    before: states(before),
    after: states(after),
    request: ({ live }) => ({ body: { files: { ...live(file('')), ...after } } }),
  };
}

/** The object of a section of its own; its write changes nothing but itself. */
function update(name: string, more: Partial<PlannedWrite> = {}): PlannedWrite {
  const before = { [name]: of('old') };
  return { ...importOf(before, { [name]: of('new') }), ...more };
}

describe('an import of several files', () => {
  const before = { 'a.json': of('a'), 'b.json': of('b') };
  const after = { 'a.json': of('a2'), 'b.json': of('b2'), 'new.json': of('n') };

  function memory(): Memory {
    const made = new Memory();
    made.put({ ...before, 'other.json': of('other') });
    return made;
  }

  test('is one write, sends what live has, and tells each file', async () => {
    const project = memory();
    const { objects, lines } = await apply(project, [importOf(before, after)]);
    expect(objects.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a.json', 'done'],
      ['b.json', 'done'],
      ['new.json', 'done'],
    ]);
    expect(project.sent).toEqual([{ body: { files: { ...after, 'other.json': of('other') } } }]);
    expect(lines).toMatchObject([
      {
        event: 'begin',
        objects: [
          { id: 'a.json', before_sha256: hashOf('', of('a')) },
          { id: 'b.json', before_sha256: hashOf('', of('b')) },
          { id: 'new.json' },
        ],
      },
      {
        event: 'end',
        outcome: 'done',
        objects: [
          { id: 'a.json', after_sha256: hashOf('', of('a2')) },
          { id: 'b.json', after_sha256: hashOf('', of('b2')) },
          { id: 'new.json', after_sha256: hashOf('', of('n')) },
        ],
      },
    ]);
    expect(lines[0]).not.toHaveProperty('before_sha256');
  });

  test('goes on where some are as planned already, and is blocked by one that is neither', async () => {
    const half = memory();
    half.put({ 'a.json': of('a2') });
    expect((await apply(half, [importOf(before, after)])).objects[0]?.outcome).toBe('done');
    const other = memory();
    other.put({ 'b.json': of('theirs') });
    const { objects } = await apply(other, [importOf(before, after)]);
    expect(new Set(objects.map(({ outcome }) => outcome))).toEqual(new Set(['blocked']));
    expect(other.sent).toEqual([]);
  });

  test('that broke half way is sent again', async () => {
    const project = memory();
    project.instead = () => {
      project.put({ 'a.json': of('a2') });
      return { kind: 'doubtful', status: 502, reason: 'HTTP 502' };
    };
    const { objects } = await apply(project, [importOf(before, after)]);
    expect(objects.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(project.sent).toHaveLength(2);
  });

  test('that left something else is not, and nobody says that it was done', async () => {
    const project = memory();
    project.instead = () => {
      project.put({ 'a.json': of('broken') });
      return { kind: 'doubtful', status: 502, reason: 'HTTP 502' };
    };
    const { objects, lines } = await apply(project, [importOf(before, after)]);
    expect(objects[0]).toMatchObject({
      outcome: 'unknown',
      reason:
        'nobody can tell whether it was done: HTTP 502; it reads neither as before nor as planned',
      after_sha256: hashOf('', of('broken')),
    });
    expect(project.sent).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ event: 'end', outcome: 'unknown', http_status: 502 });
  });
});

describe('the order', () => {
  function memoryOf(...names: string[]): Memory {
    const memory = new Memory();
    for (const name of names) memory.put({ [name]: of('old') });
    return memory;
  }
  const sentNames = ({ sent }: Memory, names: readonly string[]) =>
    sent.map(({ body }) => {
      const files = (body?.['files'] ?? {}) as Record<string, JsonObject>;
      return names.filter((name) => files[name]?.['name'] === 'new').join();
    });

  test('is that of the phases, and within one that of the plan', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const memory = memoryOf(...names);
    await apply(memory, [
      update('a', { phase: 2 }),
      update('b', { phase: 1 }),
      update('c', { phase: 2 }),
      update('d', { phase: 1 }),
    ]);
    expect(sentNames(memory, names)).toEqual(['b', 'b,d', 'a,b,d', 'a,b,c,d']);
  });

  test('what is needed counts as far as it was written before', async () => {
    const memory = memoryOf('a', 'b');
    const needs = [file('b'), file('nobody plans this')];
    const writes = [update('a', { phase: 1, dependsOn: needs }), update('b', { phase: 20 })];
    const { objects } = await apply(memory, writes);
    expect(objects.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  });

  test('a later write of an object that failed is not sent, nor what needs it', async () => {
    const memory = memoryOf('a', 'b', 'c');
    memory.instead = () => ({ kind: 'refused', status: 400, reason: 'no' });
    const writes = [
      update('a'),
      update('a', { phase: 20 }),
      update('b', { phase: 2, dependsOn: [file('a')] }),
      update('c', { phase: 3, dependsOn: [file('b')] }),
    ];
    const { objects } = await apply(memory, writes);
    expect(objects).toMatchObject([
      { id: 'a', outcome: 'failed', reason: 'no' },
      { id: 'b', outcome: 'blocked', reason: 'it needs snapshot/a, which was not done' },
      { id: 'c', outcome: 'blocked', reason: 'it needs snapshot/b, which was not done' },
    ]);
    expect(memory.sent).toHaveLength(1);
  });
});

test('what was seen long before says nothing of now: it is not sent again by it', async () => {
  const memory = new Memory();
  let reads = 0;
  const failing: ReadResult = { kind: 'failed', reason: 'HTTP 502, 5 times' };
  const door: ProjectDoor = {
    ...memory.door,
    // Before the write and right after it; then no more.
    read: (refs) => Promise.resolve(++reads <= 2 ? memory.read(refs) : failing),
  };
  memory.instead = () => ({ kind: 'doubtful', status: undefined, reason: 'no answer' });
  const ref = { section: 'permissions', id: 'a', naturalKey: 'a' };
  const create = planned({ call: 'permissionCreate', ref, after: of('a'), doubt: 'by-key' });
  const { objects } = await apply(Object.assign(memory, { door }), [create]);
  expect(objects).toMatchObject([
    {
      outcome: 'unknown',
      reason:
        'nobody can tell whether it was done: no answer; it could not be read: HTTP 502, 5 times',
    },
  ]);
  expect(memory.sent).toHaveLength(1);
});

test('a body cannot be made of what was not read', async () => {
  const memory = new Memory();
  memory.put({ a: of('old'), b: of('old') });
  const write = update('a', { request: ({ live }) => ({ body: { ...live(file('b')) } }) });
  const { objects } = await apply(memory, [write]);
  expect(objects).toMatchObject([
    { outcome: 'failed', reason: 'not sent: snapshot/b was not read for this write' },
  ]);
  expect(memory.sent).toEqual([]);
  const files = { a: of('new') };
  const reading = update('a', {
    reads: [file('b')],
    request: ({ live }) => ({ body: { files, also: live(file('b')) ?? null } }),
  });
  expect((await apply(memory, [reading])).objects).toMatchObject([{ outcome: 'done' }]);
  expect(memory.sent).toEqual([{ body: { files, also: of('old') } }]);
});

describe('an error of the program', () => {
  test('before a write ends all without it', async () => {
    const memory = new Memory();
    const door = { ...memory.door, read: () => Promise.reject(new Error('no such section')) };
    const { objects, stopped, lines } = await apply(Object.assign(memory, { door }), [
      update('a'),
      update('b'),
    ]);
    expect(stopped).toBe('no such section');
    expect(objects.map(({ outcome }) => outcome)).toEqual(['failed', 'not-reached']);
    expect([memory.sent, lines]).toEqual([[], []]);
  });

  test('after a write leaves it unknown', async () => {
    const memory = new Memory();
    memory.put({ a: of('old') });
    const write: PlannedWrite = {
      ...update('a'),
      newId: () => {
        throw new Error('no id there');
      },
    };
    const { objects, stopped, lines } = await apply(memory, [write, update('b')]);
    expect(stopped).toBe('nobody can tell whether it was done: no id there');
    expect(objects.map(({ outcome }) => outcome)).toEqual(['unknown', 'not-reached']);
    expect(lines.at(-1)).toMatchObject({ event: 'end', outcome: 'unknown' });
  });
});
