import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { listForUpload, type RetainedBackup } from '../../src/copies/upload-list.ts';
import { formatChecksums } from '../../src/storage/checksums.ts';
import { memoryReporter } from '../fixtures/memory-reporter.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const reporter = memoryReporter();
const forStrangers = memoryReporter({ mayName: false });

const damaged: RetainedBackup['verification'] = {
  verified: false,
  problems: ['damaged'],
  unreadable: false,
  isLegacy: false,
};

let root: string;

beforeEach(async () => {
  root = await makeFolder();
});

async function folderWith(id: string, files: readonly string[]): Promise<RetainedBackup> {
  const path = join(root, id);
  await mkdir(path);
  for (const file of files) await writeFile(join(path, file), '');
  const sums = new Map(files.map((file) => [file, '0'.repeat(64)]));
  await writeFile(join(path, 'SHA256SUMS'), formatChecksums(sums));
  return { id, path, verification: damaged };
}

test('lists every file of the retained backups', async () => {
  const backup = await folderWith('new', ['project.json']);
  expect(await listForUpload([backup], backup.path, { reporter })).toEqual({
    files: [join(backup.path, 'SHA256SUMS'), join(backup.path, 'project.json')],
    warnings: [],
  });
});

test('goes on without an older backup that has gone, but not without the new one', async () => {
  const backup = await folderWith('new', ['project.json']);
  const older = { id: 'older', path: join(root, 'older'), verification: damaged };
  const { files, warnings } = await listForUpload([backup, older], backup.path, { reporter });
  expect(files).toHaveLength(2);
  expect(warnings).toEqual([
    `older is left out of the artifact: could not list it: ${older.path}: it does not exist (ENOENT)`,
  ]);
  await expect(listForUpload([older], older.path, { reporter })).rejects.toThrow(
    'could not read the new backup again for the artifact',
  );
});

test('fails when the new backup lost a file, or is not among the retained ones', async () => {
  const backup = await folderWith('new', ['manifest.json', 'project.json']);
  await expect(listForUpload([], backup.path, { reporter })).rejects.toThrow(
    `the new backup at ${backup.path} lost SHA256SUMS, manifest.json, project.json after it was proven`,
  );
  await rm(join(backup.path, 'project.json'));
  await expect(listForUpload([backup], backup.path, { reporter })).rejects.toThrow(
    'lost project.json',
  );
});

describe('what an artifact cannot hold', () => {
  const wide = { entries: 100, folders: 100, bytes: 1e6 };

  async function goodWith(id: string): Promise<RetainedBackup> {
    const backup = await folderWith(id, ['project.json']);
    return { ...backup, verification: { verified: true } as RetainedBackup['verification'] };
  }

  test.each([
    ['files', { ...wide, entries: 5 }, '5 files'],
    ['folders', { ...wide, folders: 3 }, '3 folders'],
    ['bytes', { ...wide, bytes: 200 }, '200 bytes'],
  ])('leaves out the oldest backups, and says so: %s', async (_, limits, words) => {
    const backups = await Promise.all(['new', 'older', 'oldest'].map(goodWith));
    const { files, excess } = await listForUpload(backups, join(root, 'new'), { reporter, limits });
    expect(files).toHaveLength(4);
    expect(files.filter((file) => file.startsWith(join(root, 'oldest')))).toEqual([]);
    expect(excess).toContain('oldest and what is older was not uploaded');
    expect(excess).toContain(words);
    expect(excess).toContain('Lower retention-days');
  });

  test('fails when the new backup alone is too much', async () => {
    const backups = await Promise.all(['new', 'older'].map(goodWith));
    await expect(
      listForUpload(backups, join(root, 'new'), { reporter, limits: { ...wide, entries: 1 } }),
    ).rejects.toThrow('the new backup was not uploaded');
  });

  test('leaves out what of a damaged backup would keep the artifact from being read back', async () => {
    const fresh = await goodWith('new');
    const backup = await folderWith('older', ['project.json']);
    const record = await open(join(backup.path, 'manifest.json'), 'w');
    await record.truncate(300 * 1024 ** 2);
    await record.close();
    await mkdir(join(backup.path, 'd/'.repeat(40)), { recursive: true });
    await writeFile(join(backup.path, 'd/'.repeat(40), 'x'), '');
    const { files, warnings, excess } = await listForUpload([fresh, backup], fresh.path, {
      reporter,
    });
    expect([files.length, excess]).toEqual([4, undefined]);
    expect(warnings).toEqual([
      expect.stringMatching(/^older\/d.*x is left out of the artifact: it has more than 32 names/),
      'older/manifest.json is left out of the artifact: it is larger than 16 MiB',
    ]);
    expect(
      (await listForUpload([fresh, backup], fresh.path, { reporter: forStrangers })).warnings,
    ).toEqual(['2 files of older are left out of the artifact: it is damaged']);
    const small = { ...wide, entries: 3 };
    const list = await listForUpload([fresh, backup], fresh.path, { reporter, limits: small });
    expect(list.warnings).toEqual([
      'older is left out of the artifact: it is damaged, and too large for it',
    ]);
  });
});
