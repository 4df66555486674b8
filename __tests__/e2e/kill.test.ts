/**
 * The process is killed at every file-system operation of a run that creates a backup and prunes
 * two.
 */
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import {
  both,
  copyBackupRoot,
  datedFolders,
  EARLIER_IDS,
  faulty,
  frozenAt,
  hashTree,
  leftovers,
  makeBackupRoot,
  NEW_ID,
  NOW,
  OLD_IDS,
  readOperations,
  RECENT_ID,
  twoAtATime,
  UNRELATED,
  verifies,
  watchRun,
  type BackupRoot,
  type Operation,
} from '../fixtures/backup-root.ts';
import { describeWhere } from '../fixtures/describe-where.ts';
import { runBundle } from '../fixtures/run-bundle.ts';

const LATER = '2026-03-01T03:10:00Z';
const LATER_ID = '20260301_031000';
const RELIABILITY = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

/**
 * Operations that leave the disk as it was. After any other, the process is killed as well, not
 * only before it.
 */
const READING = [
  ...['access', 'lstat', 'stat', 'realpath', 'readlink', 'readdir', 'readFile', 'open(r)'],
  ...['file.read', 'file.readFile', 'file.stat', 'file.sync', 'file.close'],
];

type Moment = 'before' | 'half' | 'after';

interface KillPoint {
  readonly at: number;
  readonly when: Moment;
}

/** What later runs make of what a kill left. */
interface Aftermath {
  /** After the next run, when the leftovers were an hour old. */
  readonly nextStatus: number | null;
  readonly nextDated: readonly string[];
  readonly nextUnverified: readonly string[];
  readonly nextLeftovers: readonly string[];
  /** After one more run, when the leftovers were two days old. */
  readonly sweptStatus: number | null;
  readonly sweptLeftovers: readonly string[];
}

/** What one kill led to. */
interface KillResult extends KillPoint, Aftermath {
  readonly signal: string | null;
  readonly operation: Operation | undefined;
  /** Right after the kill. */
  readonly dated: readonly string[];
  readonly unverified: readonly string[];
  readonly changed: readonly string[];
  readonly leftovers: readonly string[];
  readonly unknown: readonly string[];
}

async function unverifiedOf(project: string): Promise<string[]> {
  const unverified: string[] = [];
  for (const id of await datedFolders(project)) {
    if (!(await verifies(join(project, id)))) unverified.push(id);
  }
  return unverified;
}

/** Makes leftovers look as old as if the killed run had happened `hours` before. */
async function age(project: string, hours: number): Promise<void> {
  const time = new Date(Date.parse(LATER) - hours * 3_600_000);
  for (const name of await leftovers(project)) await utimes(join(project, name), time, time);
}

/**
 * By what is on the disk. Most kill points leave the same as their neighbours: later runs cannot
 * tell them apart.
 */
const aftermaths = new Map<string, Promise<Aftermath>>();

async function runOn({ workspace, project }: BackupRoot): Promise<Aftermath> {
  await age(project, 1);
  const next = await runBundle({ workspace, ...frozenAt(LATER) });
  const nextSeen = {
    nextStatus: next.status,
    nextDated: await datedFolders(project),
    nextUnverified: await unverifiedOf(project),
    nextLeftovers: await leftovers(project),
  };
  await age(project, 48);
  const swept = await runBundle({ workspace, ...frozenAt(LATER) });
  return { ...nextSeen, sweptStatus: swept.status, sweptLeftovers: await leftovers(project) };
}

const RANDOM = /-[0-9a-f]{8}(?=\/|$)/;

async function killAt({ at, when }: KillPoint, template: BackupRoot): Promise<KillResult> {
  const made = await copyBackupRoot(template);
  const { workspace, root, project } = made;
  const log = join(workspace, 'operations.log');
  const before = await hashTree(root);
  const killed = await runBundle({
    workspace,
    ...both(
      frozenAt(NOW),
      faulty(root, { FAULT: 'kill', FAULT_AT: String(at), FAULT_WHEN: when, FAULT_LOG: log }),
    ),
  });
  const operations = await readOperations(log, root);
  const after = await hashTree(root);
  const names = await readdir(project);
  const known: readonly string[] = [...EARLIER_IDS, NEW_ID, UNRELATED];
  const seen = {
    at,
    when,
    signal: killed.signal,
    operation: operations[at - 1],
    dated: await datedFolders(project),
    unverified: await unverifiedOf(project),
    changed: [...before].flatMap(([path, hash]) => {
      // An old backup may be gone from its place as a whole: that is checked with `dated`.
      const gone = OLD_IDS.some((id) => path.includes(id)) && !after.has(path);
      return gone || after.get(path) === hash ? [] : [path];
    }),
    leftovers: await leftovers(project),
    unknown: names.filter((name) => !known.includes(name) && !/^\.(tmp|trash)-/.test(name)),
  };
  const disk = JSON.stringify([...after].map(([path, hash]) => [path.replace(RANDOM, ''), hash]));
  const aftermath = aftermaths.get(disk) ?? runOn(made);
  aftermaths.set(disk, aftermath);
  return { ...seen, ...(await aftermath) };
}

/** What an operation does, in words; nothing for closing a file, which comes with each other. */
const WORDS: Readonly<Record<string, string>> = {
  mkdir: 'make folder',
  'open(w)': 'create',
  'file.write': 'write',
  'file.writeFile': 'write',
  'file.sync': 'fsync',
  'file.close': '',
  rename: 'rename',
  unlink: 'delete',
  rmdir: 'delete',
};

/**
 * Where an operation works, without random names; the files of a dated or trash folder go with the
 * folder.
 */
function describePlace({ path, target }: Operation): string {
  const place = (text: string) =>
    `\`${['<root>', ...text.split('/')].filter((part) => part !== '').join('/')}\``
      .replace(/-[0-9a-f]{8}(?=[/`])/, '-*')
      .replace(/((?:\/|trash-)\d{8}_[^/]+)\/.+`$/, '$1`');
  return target === undefined ? place(path) : `${place(path)} to ${place(target)}`;
}

function describeDisk({ dated, leftovers }: KillResult): string {
  const earlier = dated.filter((id) => id !== NEW_ID).length;
  return [
    `${earlier} earlier`,
    ...(dated.includes(NEW_ID) ? ['the new one'] : []),
    ...leftovers.map((name) => `\`${name.replace(RANDOM, '-*')}\``),
  ].join(', ');
}

/** The table of docs/reliability.md: one row for what is done in one place in a row. */
function killPointTable(results: readonly KillResult[]): string {
  const rows: {
    place: string;
    words: Set<string>;
    before: Set<string>;
    after: Set<string>;
  }[] = [];
  for (const result of results) {
    if (result.operation === undefined) continue;
    const place = describePlace(result.operation);
    let row = rows.at(-1);
    if (row?.place !== place) {
      row = { place, words: new Set(), before: new Set(), after: new Set() };
      rows.push(row);
    }
    row.words.add(WORDS[result.operation.name] ?? 'read');
    (result.when === 'before' ? row.before : row.after).add(describeDisk(result));
  }
  const cell = (states: ReadonlySet<string>) => [...states].join('; or ');
  return [
    '| Operations | On disk when killed before one | On disk when killed in or after one |',
    '| --- | --- | --- |',
    ...rows.map(({ place, words, before, after }) => {
      const what = [...words].filter((word) => word !== '').join(', ');
      return `| ${what} ${place} | ${cell(before)} | ${after.size === 0 ? 'the same' : cell(after)} |`;
    }),
  ].join('\n');
}

const onUnix = describeWhere(
  process.platform !== 'win32',
  'Windows has no SIGKILL that a process can send to itself in the middle of a call',
);

onUnix('a run that is killed', () => {
  let operations: Operation[];
  let results: KillResult[];
  /** The kills for which something holds that must not. */
  const where = (broken: (result: KillResult) => boolean) =>
    results.filter(broken).map((result) => ({ ...result }));

  beforeAll(async () => {
    const template = await makeBackupRoot();
    operations = await watchRun(template);

    const points = operations.flatMap(({ number: at, name }): KillPoint[] => [
      { at, when: 'before' },
      ...(name.startsWith('file.write') ? [{ at, when: 'half' as const }] : []),
      ...(READING.includes(name) ? [] : [{ at, when: 'after' as const }]),
    ]);
    results = await twoAtATime(points, (point) => killAt(point, template));
  }, 600_000);

  test('was watched from its first operation to its last', () => {
    const staged = operations.filter(({ path }) => path.includes('/.tmp-'));
    const written = ['open(w)', 'file.writeFile', 'file.sync', 'file.close'];
    for (const [file, expected] of [
      ['project.json', written],
      // Written anew when the backup was compared with the one before it.
      ['manifest.json', [...written, ...written]],
      ['SHA256SUMS', [...written, ...written]],
    ] as const) {
      const done = staged
        .filter(({ path, name }) => path.endsWith(`/${file}`) && name !== 'lstat')
        .map(({ name }) => name);
      expect(done).toEqual(expected);
    }
    // A killed process loses nothing that it wrote; a power cut would, but for the order of these.
    const published = operations.findIndex(({ name }) => name === 'rename');
    const isSynced = ({ name, path }: Operation) =>
      name === 'file.sync' && /\.tmp-[^/]+$/.test(path);
    const folderSynced = operations.findIndex(isSynced);
    const closed = operations.filter(
      ({ name, path }, index) =>
        name === 'file.close' && /\.tmp-.+\//.test(path) && index < folderSynced,
    );
    expect(closed).toHaveLength(3);
    expect(folderSynced).toBeLessThan(published);
    expect(operations.slice(published).map(({ name }) => name)).toContain('file.sync');
    for (const id of [...EARLIER_IDS, NEW_ID]) {
      expect(operations.filter(({ path }) => path.includes(`/${id}`)).length).toBeGreaterThan(3);
    }
    const renames = operations.filter(({ name }) => name === 'rename');
    // One gives the new backup its name, two replace it by what the comparison found.
    expect(renames).toHaveLength(3 + OLD_IDS.length);
    const unlinks = operations.filter(({ name }) => name === 'unlink');
    expect(unlinks).toHaveLength(3 + 3 * OLD_IDS.length);
  });

  test('was killed each time', () => {
    expect(where(({ signal }) => signal !== 'SIGKILL')).toEqual([]);
    expect(where(({ operation }) => operation === undefined)).toEqual([]);
  });

  test('leaves no dated folder that does not verify', () => {
    expect(where(({ unverified }) => unverified.length > 0)).toEqual([]);
  });

  test('leaves as many good backups within the window as there were', () => {
    expect(where(({ dated }) => !dated.includes(RECENT_ID))).toEqual([]);
  });

  test('has removed an old backup only when the new one was there', () => {
    expect(
      where(({ dated }) => !dated.includes(NEW_ID) && dated.length < EARLIER_IDS.length),
    ).toEqual([]);
  });

  test('has changed no byte of what it did not remove', () => {
    expect(where(({ changed }) => changed.length > 0)).toEqual([]);
  });

  test('leaves nothing behind but folders named as leftovers', () => {
    expect(where(({ unknown }) => unknown.length > 0)).toEqual([]);
    // Two of them only between the renames that replace the new backup.
    const isReplacing = ({ operation }: KillResult) =>
      operation?.name === 'rename' && operation.path.includes(NEW_ID);
    expect(where((result) => result.leftovers.length > (isReplacing(result) ? 2 : 1))).toEqual([]);
    // Some of the kills must have left something, or nothing is shown here.
    expect(where(({ leftovers: [name] }) => name?.startsWith('.tmp-') ?? false)).not.toEqual([]);
    expect(where(({ leftovers: [name] }) => name?.startsWith('.trash-') ?? false)).not.toEqual([]);
  });

  test('does not keep the next run from its work', () => {
    expect(where(({ nextStatus }) => nextStatus !== 0)).toEqual([]);
    expect(where(({ nextUnverified }) => nextUnverified.length > 0)).toEqual([]);
    const expected = ({ dated }: KillResult) => [
      RECENT_ID,
      ...(dated.includes(NEW_ID) ? [NEW_ID] : []),
      LATER_ID,
    ];
    for (const result of results) {
      expect({ ...result, nextDated: result.nextDated }).toEqual({
        ...result,
        nextDated: expected(result),
      });
    }
  });

  test('has its leftovers left alone for a day, then swept', () => {
    const plain = (names: readonly string[]) =>
      names.map((name) => name.replace(RANDOM, '')).join();
    expect(where((result) => plain(result.nextLeftovers) !== plain(result.leftovers))).toEqual([]);
    expect(where(({ sweptStatus }) => sweptStatus !== 0)).toEqual([]);
    expect(where(({ sweptLeftovers }) => sweptLeftovers.length > 0)).toEqual([]);
  });

  /** UPDATE_KILL_POINTS=1 writes the table anew. */
  test('leaves what the table in docs/reliability.md says', async () => {
    const text = await readFile(RELIABILITY, 'utf8');
    const [head, table, tail] = text.split(
      /(?<=<!-- kill-points -->\n)|(?=<!-- \/kill-points -->)/,
    );
    const made = `\n${killPointTable(results)}\n\n`;
    if (process.env['UPDATE_KILL_POINTS']) {
      await writeFile(RELIABILITY, [head, made, tail].join(''));
    } else {
      // Column widths are prettier's business.
      const plain = (markdown = '') => markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
      expect(plain(table)).toBe(plain(made));
    }
  });
});
