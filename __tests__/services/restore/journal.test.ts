/**
 * The journal: on the disk line by line, and read back however it was cut off, without claiming
 * more than is certain.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  JournalBegin,
  JournalEnd,
  JournalLine,
  JournalStart,
} from '../../../src/models/restore-journal.ts';
import { JournalFile } from '../../../src/services/restore/journal.ts';
import { readJournal, readJournalText } from '../../../src/services/restore/read-journal.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const HASHES = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
const AT = '2026-11-22T03:00:00.000Z';

const START: JournalStart = {
  event: 'start',
  at: AT,
  restore_id: '20261122_030000',
  plan_id: HASHES[0],
  project_id: 'P2x',
  safety_backup_id: '20261122_025900',
};

function begin(seq: number, id: string, more: Partial<JournalBegin> = {}): JournalBegin {
  const objects = [{ section: 'tenants', id }];
  return { event: 'begin', seq, at: AT, objects, action: 'update', call: 'tenantUpdate', ...more };
}

function end(
  seq: number,
  id: string,
  outcome: JournalEnd['outcome'],
  more: Partial<JournalEnd> = {},
): JournalEnd {
  return { ...begin(seq, id), event: 'end', outcome, ...more };
}

function textOf(...lines: JournalLine[]): Buffer {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

describe('a journal file', () => {
  test('has a line as soon as it was appended, and can be read while it is written', async () => {
    const path = join(folder, 'journal.jsonl');
    const journal = await JournalFile.create(path, START);
    expect(await readFile(path)).toEqual(textOf(START));
    const lines = [begin(1, 'acme'), end(1, 'acme', 'done'), begin(2, 'é "x"\n')];
    for (const [index, line] of lines.entries()) {
      await journal.append(line);
      expect(await readFile(path)).toEqual(textOf(START, ...lines.slice(0, index + 1)));
    }
    expect((await readJournal(path)).objects).toMatchObject([
      { id: 'acme', outcome: 'done' },
      { id: 'é "x"\n', outcome: 'unknown' },
    ]);
    await journal.close();
  });

  test('is never that of another restore', async () => {
    const path = join(folder, 'journal.jsonl');
    await writeFile(path, 'mine');
    await expect(JournalFile.create(path, START)).rejects.toThrow(
      'could not begin the journal of the restore',
    );
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  test('takes nothing more after a line that could not be written', async () => {
    const path = join(folder, 'journal.jsonl');
    const journal = await JournalFile.create(path, START);
    await journal.close();
    await expect(journal.append(begin(1, 'acme'))).rejects.toThrow('journal');
    await expect(journal.append(begin(1, 'acme'))).rejects.toThrow('journal');
    expect(await readFile(path)).toEqual(textOf(START));
  });

  test('that is not there is told in words', async () => {
    await expect(readJournal(join(folder, 'none.jsonl'))).rejects.toThrow(
      /^could not read the journal of the restore: .*it does not exist/,
    );
  });
});

describe('what a journal tells', () => {
  test('of an object over all of its writes', () => {
    const journal = readJournalText(
      textOf(
        START,
        begin(1, 'acme', { action: 'create' }),
        end(1, 'acme', 'done', { action: 'create', new_id: 'T1', after_sha256: HASHES[1] }),
        begin(2, 'acme', { before_sha256: HASHES[1] }),
        end(2, 'acme', 'failed', { reason: 'HTTP 400' }),
        begin(3, 'beta', { before_sha256: HASHES[0] }),
        end(3, 'beta', 'failed'),
        begin(4, 'gamma', { before_sha256: HASHES[0] }),
      ),
    );
    expect(journal.isWhole).toBe(false);
    expect(journal.start).toEqual(START);
    expect(journal.objects).toEqual([
      {
        section: 'tenants',
        id: 'acme',
        action: 'create',
        outcome: 'failed',
        mayBeChanged: true,
        newId: 'T1',
        beforeSha256: undefined,
        afterSha256: HASHES[1],
      },
      expect.objectContaining({ id: 'beta', outcome: 'failed', mayBeChanged: false }),
      expect.objectContaining({
        id: 'gamma',
        outcome: 'unknown',
        mayBeChanged: true,
        beforeSha256: HASHES[0],
        afterSha256: undefined,
      }),
    ]);
  });

  test('of several objects of one write', () => {
    const objects = (key: string) =>
      ['a', 'b'].map((id, index) => ({ section: 'snapshot', id, [key]: HASHES[index] }));
    const journal = readJournalText(
      textOf(
        START,
        begin(1, '', { objects: objects('before_sha256') }),
        end(1, '', 'done', { objects: objects('after_sha256') }),
      ),
    );
    expect(journal.isWhole).toBe(true);
    expect(journal.objects).toMatchObject([
      { id: 'a', outcome: 'done', beforeSha256: HASHES[0], afterSha256: HASHES[0] },
      { id: 'b', outcome: 'done', beforeSha256: HASHES[1], afterSha256: HASHES[1] },
    ]);
  });

  test.each<[string, readonly JournalLine[], string]>([
    ['two ends', [begin(1, 'a'), end(1, 'a', 'done'), end(1, 'a', 'failed')], 'unknown'],
    ['two begins', [begin(1, 'a'), begin(1, 'a'), end(1, 'a', 'done')], 'unknown'],
    ['an end of another object', [begin(1, 'a'), end(1, 'b', 'done')], 'unknown'],
    ['an end alone', [end(1, 'a', 'done')], 'done'],
  ])('of %s', (_name, lines, outcome) => {
    const journal = readJournalText(textOf(START, ...lines));
    expect(journal.isWhole).toBe(false);
    expect(journal.objects).toMatchObject([{ id: 'a', outcome }]);
  });

  test('of damage in the middle', () => {
    const bytes = textOf(START, begin(1, 'a'), end(1, 'a', 'done'), begin(2, 'b'));
    const text = bytes.toString().replace('"outcome":"done"', '"outcome":"dong"');
    const journal = readJournalText(Buffer.from(text));
    expect(journal).toMatchObject({ badLines: 1, isWhole: false });
    expect(journal.objects).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
  });

  test.each([
    ['nothing', ''],
    ['a break', '\n'],
    ['no journal', 'null\n[]\n"x"\n{}\n{"event":"end"}\n\0'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x0a, 0xc3])],
  ])('of %s is nothing', (_name, text) => {
    const journal = readJournalText(Buffer.from(text));
    expect(journal).toMatchObject({ start: undefined, writes: [], objects: [], isWhole: false });
  });
});

test('cut off at any byte, a journal claims nothing that its whole lines do not', () => {
  const step = fc.record({
    id: fc.constantFrom('acme', 'b', 'ü\u2028"'),
    outcome: fc.constantFrom<JournalEnd['outcome']>('done', 'failed', 'unknown'),
    newId: fc.option(fc.constantFrom('T1', 'é'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.nat(), (steps, place) => {
      const lines = steps.flatMap(({ id, outcome, newId }, index): JournalLine[] => [
        begin(index + 1, id),
        end(index + 1, id, outcome, newId === undefined ? {} : { new_id: newId }),
      ]);
      const bytes = textOf(START, ...lines);
      const cut = place % (bytes.length + 1);
      const journal = readJournalText(bytes.subarray(0, cut));
      // What is certain: the lines of which every byte but the break is there.
      let length = textOf(START).length;
      expect(journal.start !== undefined).toBe(cut >= length - 1);
      const ended: (string | undefined)[] = [];
      const begun: number[] = [];
      for (const line of lines) {
        length += textOf(line).length;
        if (cut < length - 1) break;
        if (line.event === 'begin') begun.push(line.seq);
        else if (line.event === 'end') ended.push(line.outcome);
      }
      expect(journal.writes.map(({ seq }) => seq)).toEqual(begun);
      expect(journal.writes.map(({ outcome }) => outcome)).toEqual(
        begun.map((_, index) => ended[index] ?? 'unknown'),
      );
      const isAll = begun.length === ended.length;
      expect(journal.isWhole).toBe(isAll && journal.badLines === 0 && journal.start !== undefined);
      for (const object of journal.objects) {
        const own = journal.writes.filter(({ objects }) => objects[0]?.id === object.id);
        const all = own.map(({ outcome }) => outcome);
        if (object.outcome === 'done') expect(new Set(all)).toEqual(new Set(['done']));
        if (!object.mayBeChanged) expect(new Set(all)).toEqual(new Set(['failed']));
        if (all.includes('unknown')) expect(object.outcome).toBe('unknown');
      }
    }),
    { numRuns: 500 },
  );
});

test('whatever stands in a journal, reading it throws nothing', () => {
  const whole = textOf(START, begin(1, 'a'), end(1, 'a', 'done'), begin(2, 'b'));
  fc.assert(
    fc.property(fc.nat(), fc.uint8Array({ maxLength: 40 }), fc.nat(60), (place, bytes, gone) => {
      const at = place % whole.length;
      const damaged = Buffer.concat([
        whole.subarray(0, at),
        bytes,
        whole.subarray(Math.min(whole.length, at + gone)),
      ]);
      const { objects } = readJournalText(damaged);
      for (const { outcome } of objects) expect(['done', 'failed', 'unknown']).toContain(outcome);
    }),
    { numRuns: 500 },
  );
});
