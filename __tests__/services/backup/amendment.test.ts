import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { DescopeConfig } from '../../../src/models/config.ts';
import type { BackupManifest } from '../../../src/models/manifest.ts';
import { findBrokenLinks } from '../../../src/services/lines/chain.ts';
import { BackupService, NOT_COMPARED_YET, verifyBackup } from '../../../src/services/index.ts';
import { makeFolder } from '../../fixtures/run-bundle.ts';

const PROJECT = 'P2test';
const config = DescopeConfig.parse({
  version: '1.0',
  tenants: [{ id: 'acme', name: 'Acme' }],
  flows: [],
});

let root: string;
let service: BackupService;
let now = Date.UTC(2026, 10, 22, 3);

beforeEach(async () => {
  root = await makeFolder();
  now = Date.UTC(2026, 10, 22, 3);
  service = new BackupService({ backupRoot: root, clock: () => now });
});

async function manifestAt(path: string): Promise<BackupManifest> {
  const verification = await verifyBackup(path);
  if (!verification.verified) throw new Error(verification.problems.join());
  return verification.manifest;
}

const sumOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(join(path, 'manifest.json')))
    .digest('hex');

describe('amendBackup', () => {
  test('writes status and link into the manifest, and leaves the content as it is', async () => {
    const path = await service.createBackup(PROJECT, 'test', config, NOT_COMPARED_YET);
    const before = await manifestAt(path);
    expect(before).toMatchObject({
      status: 'suspect',
      status_reasons: ['the run ended before it was compared with the backup before it'],
    });
    const project = await readFile(join(path, 'project.json'));
    const previous = { backup_id: '20261121_030000', manifest_sha256: 'ab'.repeat(32) };
    const comparison = { outcome: 'compared', horizon: '20261121_030000' } as const;
    const amendment = { status: 'complete', previous, comparison } as const;
    await service.amendBackup(path, before, amendment);
    const { status_reasons: _reasons, ...others } = before;
    expect(await manifestAt(path)).toEqual({ ...others, ...amendment });
    expect(await readFile(join(path, 'project.json'))).toEqual(project);
    expect(await readdir(join(root, PROJECT))).toEqual(['20261122_030000']);
  });

  test('leaves the backup as it was when the folder cannot be replaced', async () => {
    const path = await service.createBackup(PROJECT, 'test', config, NOT_COMPARED_YET);
    const manifest = await manifestAt(path);
    const sum = await sumOf(path);
    await rm(join(path, 'project.json'));
    await expect(service.amendBackup(path, manifest, { status: 'complete' })).rejects.toThrow(
      `could not write what changed into the manifest of ${path}`,
    );
    expect(await sumOf(path)).toBe(sum);
    expect(await readdir(join(root, PROJECT))).toEqual(['20261122_030000']);
  });
});

describe('adoptBackup', () => {
  test('copies a backup under its own name, and leaves a good one that is there alone', async () => {
    const elsewhere = new BackupService({ backupRoot: await makeFolder(), clock: () => now });
    const path = await elsewhere.createBackup(PROJECT, 'test', config);
    expect(await service.adoptBackup(PROJECT, path)).toBe(true);
    const copy = join(root, PROJECT, '20261122_030000');
    expect(await manifestAt(copy)).toEqual(await manifestAt(path));
    // Bytes of its own: the other one may go.
    expect((await stat(join(copy, 'project.json'))).ino).not.toBe(
      (await stat(join(path, 'project.json'))).ino,
    );
    expect(await service.adoptBackup(PROJECT, path)).toBe(false);
  });

  test('replaces a damaged folder, and no link', async () => {
    const elsewhere = new BackupService({ backupRoot: await makeFolder(), clock: () => now });
    const path = await elsewhere.createBackup(PROJECT, 'test', config);
    await service.adoptBackup(PROJECT, path);
    const copy = join(root, PROJECT, '20261122_030000');
    await writeFile(join(copy, 'project.json'), 'somebody changed it');
    expect(await service.adoptBackup(PROJECT, path)).toBe(true);
    expect((await service.verifyBackup(copy)).verified).toBe(true);
    expect(await readdir(join(root, PROJECT))).toEqual(['20261122_030000']);
    const away = join(await makeFolder(), 'away');
    await rename(copy, away);
    await symlink(away, copy, 'junction');
    await writeFile(join(away, 'project.json'), 'somebody changed it');
    expect(await service.adoptBackup(PROJECT, path)).toBe(false);
    expect(await readFile(join(away, 'project.json'), 'utf8')).toBe('somebody changed it');
  });

  test('says what is wrong when it cannot be written', async () => {
    const elsewhere = new BackupService({ backupRoot: await makeFolder(), clock: () => now });
    const path = await elsewhere.createBackup(PROJECT, 'test', config);
    await rm(root, { recursive: true });
    await writeFile(root, 'a file is in the way');
    await expect(service.adoptBackup(PROJECT, path)).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});

describe('findBrokenLinks', () => {
  /** Two nights, the second compared with the first. */
  async function twoNights(): Promise<readonly [string, string]> {
    const first = await service.createBackup(PROJECT, 'test', config);
    now += 86_400_000;
    const second = await service.createBackup(PROJECT, 'test', config);
    const previous = { backup_id: '20261122_030000', manifest_sha256: await sumOf(first) };
    await service.amendBackup(second, await manifestAt(second), { status: 'complete', previous });
    return [first, second];
  }

  test('finds none in a chain that is as it was', async () => {
    await twoNights();
    expect(findBrokenLinks(await service.inspectBackups(PROJECT))).toEqual([]);
  });

  test('finds the link to a manifest that was written anew', async () => {
    const [first] = await twoNights();
    await service.amendBackup(first, await manifestAt(first), {
      status: 'complete',
      previous: { backup_id: '20261101_030000', manifest_sha256: 'ab'.repeat(32) },
    });
    expect(findBrokenLinks(await service.inspectBackups(PROJECT))).toEqual([
      {
        id: '20261123_030000',
        previousId: '20261122_030000',
        reason: expect.stringContaining('20261122_030000 was changed or replaced since'),
      },
    ]);
  });

  test.each(['gone', 'damaged'])('says nothing of a link to one that is %s', async (how) => {
    const [first] = await twoNights();
    if (how === 'gone') await rm(first, { recursive: true });
    else await writeFile(join(first, 'manifest.json'), '{}');
    expect(findBrokenLinks(await service.inspectBackups(PROJECT))).toEqual([]);
  });
});
