/**
 * Artifacts of strangers: opened in a process of its own, which can be stopped, and leaves the run
 * as it was.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { defaultLimits, inspectBundle, type ApartLimits } from '../../src/copies/apart.ts';
import { openApart } from '../../src/copies/open-artifact-apart.ts';
import { openArtifact } from '../../src/copies/open-artifact.ts';
import { BackupService, contentOfConfig } from '../../src/services/index.ts';
import { formatChecksums, sha256 } from '../../src/storage/checksums.ts';
import { listFiles } from '../../src/storage/list-files.ts';
import { UnsafeArchiveError } from '../../src/storage/unzip.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import { makeZip, type ZipEntry } from '../fixtures/zip.ts';

const PROJECT = 'P2test';
const MIB = 1024 ** 2;
/** Node itself takes the types away. */
const ENTRY = fileURLToPath(new URL('../fixtures/inspect.ts', import.meta.url));
const PLENTY: ApartLimits = { ms: 600_000, memory: 1500 * MIB };

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await makeFolder();
  target = join(folder, 'unpacked');
});

/** Entries of two good backups of one project. */
async function goodEntries(): Promise<ZipEntry[]> {
  const root = await makeFolder();
  let now = Date.UTC(2026, 0, 1);
  const service = new BackupService({ backupRoot: root, clock: () => now });
  const config = { version: '1.0', environments: {}, tenants: [], flows: [], big: 1 };
  for (let night = 0; night < 2; night++, now += 86_400_000) {
    await service.saveProject(PROJECT, 'test', contentOfConfig(config));
  }
  const { files } = await listFiles(root);
  return Promise.all(
    files.map(async (name) => ({
      name,
      content: await readFile(join(root, name)),
      isDeflated: true,
    })),
  );
}

async function zipOf(entries: readonly ZipEntry[]): Promise<string> {
  const path = join(folder, 'artifact.zip');
  await writeFile(path, makeZip(entries));
  return path;
}

const live = new AbortController();
const open = (zip: string, limits = PLENTY, { signal } = live) =>
  openApart(ENTRY, limits)(zip, target, PROJECT, { signal });

async function refusal(opening: Promise<unknown>): Promise<unknown> {
  const error: unknown = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  // Nothing is left of it, whatever happened.
  expect(await readdir(folder)).toEqual(['artifact.zip']);
  return error;
}

/** Replaces a file of a backup and gives it new sums, as somebody would who knows the format. */
function forge(entries: readonly ZipEntry[], name: string, content: Buffer): ZipEntry[] {
  const id = '20260102_000000';
  const prefix = `${PROJECT}/${id}/`;
  const others = entries.filter((entry) => entry.name !== prefix + name);
  const changed = [...others, { name: prefix + name, content, isDeflated: true }];
  const sums = changed
    .filter(
      (entry) => String(entry.name).startsWith(prefix) && !String(entry.name).endsWith('SUMS'),
    )
    .map(
      (entry) => [String(entry.name).slice(prefix.length), sha256(entry.content ?? '')] as const,
    );
  return changed.map((entry) =>
    entry.name === `${prefix}SHA256SUMS`
      ? { ...entry, content: formatChecksums(new Map(sums)) }
      : entry,
  );
}

describe('in a process of its own', () => {
  test('finds what is found in this process, damage and numbers that JavaScript cannot hold among it', async () => {
    const entries = await goodEntries();
    const manifest = entries.find(({ name }) => String(name).endsWith('2_000000/manifest.json'));
    const text = String(manifest?.content).replace('{', '{"x-big": 12345678901234567890,');
    const damaged = { ...entries[0], name: `${PROJECT}/20260103_000000/project.json` };
    const zip = await zipOf([...forge(entries, 'manifest.json', Buffer.from(text)), damaged]);
    const apart = await open(zip);
    await rm(target, { recursive: true });
    const here = await openArtifact(zip, target, PROJECT, live);
    expect(apart).toEqual(here);
    expect(apart.map(({ id, verification }) => [id, verification.verified])).toEqual([
      ['20260103_000000', false],
      ['20260102_000000', true],
      ['20260101_000000', true],
    ]);
    const [, newest] = apart;
    expect(newest?.verification.verified && String(newest.verification.manifest['x-big'])).toBe(
      '12345678901234567890',
    );
    expect((await readdir(folder)).sort()).toEqual(['artifact.zip', 'unpacked']);
  });

  test('passes over what is unsafe, in the same words', async () => {
    const zip = await zipOf([{ name: '../evil', content: 'x' }]);
    const error = await refusal(open(zip));
    expect(error).toBeInstanceOf(UnsafeArchiveError);
    expect(error).toEqual(await refusal(openArtifact(zip, target, PROJECT, live)));
  });

  test('passes over what takes too long', async () => {
    const entry = join(await makeFolder(), 'endless.mjs');
    await writeFile(entry, 'for (;;);');
    const error = await refusal(
      openApart(entry, { ...PLENTY, ms: 600 })(await zipOf([]), target, PROJECT, live),
    );
    expect(error).toBeInstanceOf(UnsafeArchiveError);
    expect(String(error)).toContain('it took longer than');
  });

  test.each([
    ['in the heap: small lists without end', `[${'[],'.repeat(15_000_000)}1]`],
    ['beside it: one long text', `["${'x'.repeat(100 * MIB)}"]`],
  ])('passes over what takes too much memory, %s', async (_, text) => {
    const entries = forge(await goodEntries(), 'resources/roles.json', Buffer.from(text));
    const error = await refusal(open(await zipOf(entries), { ...PLENTY, memory: 220 * MIB }));
    expect(error).toEqual(
      new UnsafeArchiveError('it needs more than 220 MiB of memory to be read'),
    );
  });

  test('is stopped with the run, before it begins and while it is at work', async () => {
    const entry = join(await makeFolder(), 'endless.mjs');
    await writeFile(entry, 'for (;;);');
    const zip = await zipOf([]);
    const reason = new Error('cancelled');
    const cancel = new AbortController();
    const opening = openApart(entry, PLENTY)(zip, target, PROJECT, cancel);
    setImmediate(() => {
      cancel.abort(reason);
    });
    expect(await refusal(opening)).toBe(reason);
    expect(await refusal(open(zip, PLENTY, cancel))).toBe(reason);
  });

  test('is no damage of the artifact where the process cannot be started, or fails by itself', async () => {
    const missing = join(folder, 'missing.mjs');
    const error = await refusal(openApart(missing, PLENTY)(await zipOf([]), target, PROJECT, live));
    expect(error).not.toBeInstanceOf(UnsafeArchiveError);
    expect(error).toEqual(
      new Error(`the process that reads what came from elsewhere failed: ${missing}`),
    );
  });

  test('has no secret of this process', async () => {
    const entry = join(await makeFolder(), 'tell.mjs');
    const told = join(await makeFolder(), 'environment.json');
    await writeFile(
      entry,
      `import { writeFileSync } from 'node:fs';
       writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.env));
       writeFileSync(process.argv[6], '{"kind":"end"}\\n');`,
    );
    process.env['INPUT_MANAGEMENT-KEY'] = 'K2secret';
    process.env['ACTIONS_RUNTIME_TOKEN'] = 'token';
    try {
      expect(await openApart(entry, PLENTY)(await zipOf([]), target, PROJECT, live)).toEqual([]);
    } finally {
      delete process.env['INPUT_MANAGEMENT-KEY'];
      delete process.env['ACTIONS_RUNTIME_TOKEN'];
    }
    const names = Object.keys(JSON.parse(await readFile(told, 'utf8')) as object);
    expect(names.filter((name) => /INPUT|ACTIONS|GITHUB|TOKEN|KEY/.test(name))).toEqual([]);
    expect(names).toContain('PATH');
  });

  test('is not believed when what it says is cut off, or too much', async () => {
    const entry = join(await makeFolder(), 'say.mjs');
    await writeFile(
      entry,
      `import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[6], '');`,
    );
    const zip = await zipOf([]);
    expect(await refusal(openApart(entry, PLENTY)(zip, target, PROJECT, live))).toEqual(
      new Error('it ended early'),
    );
    await writeFile(
      entry,
      `import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[6], ' '.repeat(2e7));`,
    );
    expect(
      await refusal(openApart(entry, { ...PLENTY, memory: 100 * MIB })(zip, target, PROJECT, live)),
    ).toEqual(new UnsafeArchiveError('the manifests of its backups are too large together'));
  });
});

test('the limits follow the machine', () => {
  expect(defaultLimits(1024 * MIB)).toEqual({ ms: 300_000, memory: 512 * MIB });
  expect(defaultLimits(100 * MIB).memory).toBe(384 * MIB);
  expect(defaultLimits(64 * 1024 * MIB).memory).toBe(3072 * MIB);
  expect(defaultLimits().memory).toBeGreaterThan(0);
});

test('the script is found in the folder with the built scripts', () => {
  expect(inspectBundle(join('/a', 'dist'))).toBe(join('/a', 'dist', 'inspect', 'index.js'));
});
