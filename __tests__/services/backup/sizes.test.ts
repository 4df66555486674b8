/**
 * One set of bounds, from both sides: what is written can be read, and what could not be is not
 * written.
 */
import { mkdir, open, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  BackupService,
  contentOfConfig,
  type ProjectContent,
} from '../../../src/services/index.ts';
import {
  ARTIFACT_LIMITS,
  MAX_FILE_BYTES,
  MAX_PATH_BYTES,
  MAX_PATH_DEPTH,
  MAX_RECORD_BYTES,
  maxFileBytes,
  pathSizeProblem,
} from '../../../src/storage/archive-limits.ts';
import { makeFolder } from '../../fixtures/run-bundle.ts';

let service: BackupService;

beforeEach(async () => {
  service = new BackupService({ backupRoot: await makeFolder(), clock: () => 0 });
});

const EMPTY = contentOfConfig({ version: '1.0', environments: {}, tenants: [], flows: [] });

function save(content: ProjectContent, details = {}): Promise<string> {
  return service.saveProject('P2test', 'test', content, details);
}

/** Makes a file look large without taking the room. */
async function grow(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'a');
  await file.truncate(bytes);
  await file.close();
}

test('the bounds are no narrower than what was promised', () => {
  expect(ARTIFACT_LIMITS.folders).toBeGreaterThanOrEqual(4000);
  expect(ARTIFACT_LIMITS.fileBytes('P2/20260101_030000/project.json')).toBe(2 * 1024 ** 3);
  expect(ARTIFACT_LIMITS.fileBytes('P2/20260101_030000/manifest.json')).toBe(16 * 1024 ** 2);
  expect(ARTIFACT_LIMITS.fileBytes('P2/20260101_030000/SHA256SUMS')).toBe(16 * 1024 ** 2);
  expect(maxFileBytes('snapshot/manifest.json')).toBe(MAX_FILE_BYTES);
  // A path that may be written fits into the archive, below the longest names that can stand above
  // it.
  const longest = `${'x/'.repeat(MAX_PATH_DEPTH - 1)}${'y'.repeat(MAX_PATH_BYTES - 2 * (MAX_PATH_DEPTH - 1))}`;
  expect(pathSizeProblem(longest)).toBeUndefined();
  const above = `${'p'.repeat(64)}/20260101_030000_12345/`;
  expect(pathSizeProblem(above + longest, ARTIFACT_LIMITS)).toBeUndefined();
});

describe('a backup that could not be read back is not written', () => {
  test.each([
    [
      'a path that is too long',
      `${'d/'.repeat(5)}${'x'.repeat(200)}/${'y'.repeat(200)}/${'z'.repeat(200)}/${'w'.repeat(200)}.txt`,
      /longer than 800 bytes/,
    ],
    ['a path that is too deep', `${'d/'.repeat(40)}x.txt`, /more than 32 names/],
  ])('%s', async (_, path, problem) => {
    const snapshot = new Map([[path, Buffer.from('x')]]);
    await expect(save({ ...EMPTY, snapshot })).rejects.toThrow(problem);
    expect(await service.listBackups('P2test')).toEqual([]);
  });

  test('a manifest that is too large, and it says what to do', async () => {
    const coverage = [
      { section: 'tenants', status: 'withheld', place: 'x'.repeat(MAX_RECORD_BYTES) },
    ];
    await expect(save(EMPTY, { coverage })).rejects.toThrow(
      'manifest.json: it is larger than 16 MiB, and it could not be read back: save less of the project (input sections)',
    );
    expect(await service.listBackups('P2test')).toEqual([]);
  });

  test('nor is a manifest made too large later', async () => {
    const path = await save(EMPTY);
    const before = await service.verifyBackup(path);
    if (!before.verified) throw new Error('not good');
    await expect(
      service.amendBackup(path, before.manifest, {
        status: 'suspect',
        status_reasons: ['x'.repeat(MAX_RECORD_BYTES)],
      }),
    ).rejects.toThrow('manifest.json: it is larger than 16 MiB');
    expect(await service.verifyBackup(path)).toEqual(before);
  });
});

describe('what is too large is damage, which is found at once and stops no pruning', () => {
  test.each([
    ['manifest.json', MAX_RECORD_BYTES + 1, 'manifest.json: it is larger than 16 MiB'],
    ['SHA256SUMS', 5 * 1024 ** 3, 'SHA256SUMS: it is larger than 16 MiB'],
    ['project.json', MAX_FILE_BYTES + 1, 'project.json: it is larger than 2 GiB'],
  ])('%s', async (file, bytes, problem) => {
    const path = await save(EMPTY);
    await grow(join(path, file), bytes);
    expect(await service.verifyBackup(path)).toEqual({
      verified: false,
      problems: [problem],
      unreadable: false,
      isLegacy: false,
    });
  });

  test('a manifest of just what is allowed is read', async () => {
    const path = await save(EMPTY);
    const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as object;
    const text = JSON.stringify({ ...manifest, filler: '' });
    const filler = 'x'.repeat(MAX_RECORD_BYTES - Buffer.byteLength(text));
    await writeFile(join(path, 'manifest.json'), JSON.stringify({ ...manifest, filler }));
    expect(await service.verifyBackup(path)).toMatchObject({
      problems: ['manifest.json was changed: its SHA-256 is another one'],
    });
  });

  test('folders so deep that the system refuses their path', async () => {
    const path = await save(EMPTY);
    // Together longer than a path may be: two halves, one moved into the other.
    const half = Array.from({ length: 14 }, () => 'd'.repeat(200));
    await mkdir(join(path, ...half), { recursive: true });
    await mkdir(join(service.backupRoot, ...half), { recursive: true });
    const other = join(service.backupRoot, 'd'.repeat(200));
    await rename(other, join(path, ...half, 'more'));
    const verification = await service.verifyBackup(path);
    // Nothing could remove it either.
    await rename(join(path, ...half, 'more'), other);
    expect(verification).toMatchObject({ verified: false, unreadable: false });
  });

  test('a folder that is a link in a circle', async () => {
    await save(EMPTY);
    const loop = join(service.backupRoot, 'loop');
    await symlink(loop, loop);
    expect(await service.verifyBackup(join(loop, 'x'))).toMatchObject({ unreadable: false });
  });

  test('a hundred thousand strange files are told in few words', async () => {
    const path = await save(EMPTY);
    const sums = await readFile(join(path, 'SHA256SUMS'), 'utf8');
    const more = Array.from({ length: 100_000 }, (_, n) => `${'0'.repeat(64)}  missing-${n}\n`);
    await writeFile(join(path, 'SHA256SUMS'), sums + more.join(''));
    const verification = await service.verifyBackup(path);
    const problems = 'problems' in verification ? verification.problems : [];
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and 99980 more');
  });
});
