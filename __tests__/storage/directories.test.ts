import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  exists,
  isLeftoverName,
  leftoverName,
  publishDirectory,
  TRASH_PREFIX,
  withStagingDirectory,
} from '../../src/storage/atomic-directory.ts';
import { formatChecksums, parseChecksums } from '../../src/storage/checksums.ts';
import { readHashed, writeDurably } from '../../src/storage/durable-files.ts';
import { listFiles } from '../../src/storage/list-files.ts';
import { sweepLeftover } from '../../src/storage/removal.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descope-backup-storage-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a staging folder', () => {
  test('is gone when filling it fails', async () => {
    await expect(
      withStagingDirectory(folder, '20261122_030000', () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
  });

  test('gets its real name in one step, unless something has it', async () => {
    const publish = (name: string) =>
      withStagingDirectory(folder, '20261122_030000', (staging) =>
        publishDirectory(staging, join(folder, name)),
      );
    expect(await publish('one')).toBe(true);
    await writeFile(join(folder, 'two'), '');
    await symlink('nowhere', join(folder, 'three'));
    for (const name of ['one', 'two', 'three']) expect(await publish(name)).toBe(false);
    await expect(publish(join('missing', 'four'))).rejects.toThrow('ENOENT');
  });

  test('has a name that is known for what it is', () => {
    expect(isLeftoverName(leftoverName(TRASH_PREFIX, '20261122_030000_2'))).toBe(true);
    for (const name of [
      '.tmp-mine',
      '.trash-2026',
      '20261122_030000',
      '.tmp-20261122_030000-xyz',
    ]) {
      expect(isLeftoverName(name)).toBe(false);
    }
  });
});

test('exists sees links that lead nowhere, and passes other errors on', async () => {
  await symlink('nowhere', join(folder, 'link'));
  await writeFile(join(folder, 'file'), '');
  expect(await exists(join(folder, 'link'))).toBe(true);
  expect(await exists(join(folder, 'nothing'))).toBe(false);
  await expect(exists(join(folder, 'file', 'below'))).rejects.toThrow('ENOTDIR');
});

test('files are written in pieces of text and bytes, and read back with the same hash', async () => {
  const path = join(folder, 'file');
  const sum = await writeDurably(path, ['é'.repeat(300_000), Buffer.from([0, 255]), 'end']);
  const { bytes, sha256 } = await readHashed(path);
  expect(sha256).toBe(sum);
  expect(
    bytes.equals(Buffer.from([...Buffer.from('é'.repeat(300_000)), 0, 255, ...Buffer.from('end')])),
  ).toBe(true);
  const broken = function* () {
    yield 'x';
    throw new Error('cancelled');
  };
  await expect(writeDurably(path, broken())).rejects.toThrow('cancelled');
});

test('a leftover is swept when it is old and a folder', async () => {
  const path = join(folder, 'leftover');
  await mkdir(path);
  const now = Date.now();
  expect(await sweepLeftover(path, now)).toBe(false);
  await utimes(path, now / 1000 - 172_800, now / 1000 - 172_800);
  expect(await sweepLeftover(path, now)).toBe(true);
  await writeFile(path, '');
  expect(await sweepLeftover(path, now + 1e9)).toBe(false);
});

test('a folder is listed at any depth, links apart', async () => {
  await mkdir(join(folder, 'deep'));
  await writeFile(join(folder, 'deep', 'b'), '');
  await writeFile(join(folder, 'a'), '');
  await symlink('a', join(folder, 'link'));
  expect(await listFiles(folder)).toEqual({ files: ['a', 'deep/b'], others: ['link'] });
});

test('checksums come back from their file, and a file that is listed twice is refused', () => {
  const sums = new Map([
    ['b', '0'.repeat(64)],
    ['a', 'f'.repeat(64)],
  ]);
  const text = formatChecksums(sums);
  expect(text).toBe(`${'f'.repeat(64)}  a\n${'0'.repeat(64)}  b\n`);
  expect(parseChecksums(text)).toEqual(sums);
  expect(() => parseChecksums(text + text)).toThrow(
    'SHA256SUMS, line 3: not a sum that sha256sum wrote',
  );
});
