import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { listForUpload, type RetainedBackup } from '../../src/actions/upload-list.ts';
import { formatChecksums } from '../../src/storage/checksums.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

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
  expect(await listForUpload([backup], backup.path)).toEqual({
    files: [join(backup.path, 'SHA256SUMS'), join(backup.path, 'project.json')],
    warnings: [],
  });
});

test('goes on without an older backup that has gone, but not without the new one', async () => {
  const backup = await folderWith('new', ['project.json']);
  const older = { id: 'older', path: join(root, 'older'), verification: damaged };
  const { files, warnings } = await listForUpload([backup, older], backup.path);
  expect(files).toHaveLength(2);
  expect(warnings).toEqual([
    `older is left out of the artifact: could not list it: ${older.path}: it does not exist (ENOENT)`,
  ]);
  await expect(listForUpload([older], older.path)).rejects.toThrow(
    'could not read the new backup again for the artifact',
  );
});

test('fails when the new backup lost a file, or is not among the retained ones', async () => {
  const backup = await folderWith('new', ['manifest.json', 'project.json']);
  await expect(listForUpload([], backup.path)).rejects.toThrow(
    `the new backup at ${backup.path} lost SHA256SUMS, manifest.json, project.json after it was proven`,
  );
  await rm(join(backup.path, 'project.json'));
  await expect(listForUpload([backup], backup.path)).rejects.toThrow('lost project.json');
});
