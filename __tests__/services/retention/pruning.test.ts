/** Retention on the disk: what is removed, in two steps, and what never is. */
import { mkdir, readdir, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatBackupId, wholeSecond } from '../../../src/services/backup/backup-id.ts';
import { BackupService } from '../../../src/services/index.ts';
import { DAY_MS, NOW, useDatedBackups } from '../../fixtures/dated-backups.ts';

const given = useDatedBackups();
const LINE = { environment: 'test', source: { type: 'config-file' } } as const;

describe('cleanupOldBackups', () => {
  test('removes what is older than the window and reports each decision', async () => {
    for (const days of [40, 29, 0]) await given.comparedBackupOf(days);
    const result = await given.service.cleanupOldBackups('P2test', LINE);
    expect(result.removed).toEqual([
      { id: '20261013_030000', reason: '40 days older than the newest verified backup, over 30' },
    ]);
    expect(result.kept.map(({ id }) => id)).toEqual(['20261122_030000', '20261024_030000']);
    expect((await readdir(join(given.root, 'P2test'))).sort()).toEqual([
      '20261024_030000',
      '20261122_030000',
    ]);
    expect(await given.service.cleanupOldBackups('P2test', LINE)).toMatchObject({ removed: [] });
  });

  test('removes nothing in a dry run, and says what it would', async () => {
    for (const days of [40, 0]) await given.comparedBackupOf(days);
    const result = await given.service.cleanupOldBackups('P2test', LINE, { dryRun: true });
    expect(result.removed).toEqual([]);
    expect(result.kept[1]?.reason).toBe(
      'dry run, else removed: 40 days older than the newest verified backup, over 30',
    );
    expect(await readdir(join(given.root, 'P2test'))).toHaveLength(2);
  });

  test('leaves the backups of other lines to their own runs', async () => {
    for (const days of [70, 60, 50]) await given.comparedBackupOf(days, 'staging');
    await given.comparedBackupOf(0);
    const { kept, removed } = await given.service.cleanupOldBackups('P2test', LINE);
    expect(removed).toEqual([]);
    expect(kept.at(-1)?.reason).toBe('it belongs to another line, staging/config-file');
    const staging = { ...LINE, environment: 'staging' };
    const result = await new BackupService({
      backupRoot: given.root,
      retentionDays: 10,
      clock: () => given.now,
    }).cleanupOldBackups('P2test', staging);
    expect(result.removed.map(({ id }) => id)).toEqual(['20260913_030000']);
    expect(await readdir(join(given.root, 'P2test'))).toContain('20261122_030000');
  });

  test('keeps the oldest one of a line that was never compared: the next run starts from it', async () => {
    for (const days of [50, 40, 0]) await given.backupOf(days);
    const { removed, kept } = await given.service.cleanupOldBackups('P2test', LINE);
    expect(removed.map(({ id }) => id)).toEqual(['20261013_030000']);
    expect(kept.at(-1)?.reason).toBe('it is what the next one is compared with');
  });

  describe('of folders that do not verify', () => {
    /** A dated folder of so many days ago, with this one file. */
    async function folderOf(days: number, file: string, text: string): Promise<string> {
      const path = join(
        given.root,
        'P2test',
        formatBackupId({ time: wholeSecond(NOW - days * DAY_MS), sequence: 1 }),
      );
      await mkdir(path, { recursive: true });
      await writeFile(join(path, file), text);
      return path;
    }
    const legacy = (environment: string) =>
      JSON.stringify({ project_id: 'P2test', tenants: [{}], flows: [], metadata: { environment } });
    const manifestOf = (environment: string, type = 'config-file') =>
      JSON.stringify({ format_version: 99, environment, source: { type } });

    test('removes one of the original Python tool with its own line', async () => {
      await given.comparedBackupOf(0);
      const own = await folderOf(40, 'project.json', legacy('test'));
      const other = await folderOf(41, 'project.json', legacy('staging'));
      const unknown = await folderOf(42, 'project.json', '{}');
      const broken = await folderOf(43, 'project.json', '{"metadata": {');
      const old = await folderOf(100, 'project.json', '[]');
      const { removed } = await given.service.cleanupOldBackups('P2test', LINE);
      expect(removed.map(({ id }) => id)).toEqual([basename(own), basename(old)]);
      for (const path of [other, unknown, broken]) {
        expect(await readdir(path)).toEqual(['project.json']);
      }
    });

    test('removes a damaged one after 90 days, unless it says that it is of another line', async () => {
      await given.comparedBackupOf(0);
      const gone = [
        await folderOf(100, 'manifest.json', manifestOf('test')),
        await folderOf(101, 'manifest.json', 'no JSON'),
        await folderOf(102, 'manifest.json', '{"environment": "staging"}'),
        await folderOf(103, 'nothing', ''),
      ];
      await folderOf(50, 'manifest.json', manifestOf('test'));
      await folderOf(104, 'manifest.json', manifestOf('staging'));
      await folderOf(105, 'manifest.json', manifestOf('test', 'of a later release'));
      const linked = await folderOf(106, 'other', '');
      await writeFile(join(given.root, 'outside.json'), manifestOf('staging'));
      await symlink(join(given.root, 'outside.json'), join(linked, 'manifest.json'));
      const { removed } = await given.service.cleanupOldBackups('P2test', LINE);
      expect(removed.map(({ id }) => id)).toEqual([...gone, linked].map((path) => basename(path)));
    });

    test('keeps one when the disk fails as it is asked whose it is', async () => {
      await given.comparedBackupOf(0);
      await folderOf(100, 'project.json', legacy('test'));
      const backups = await given.service.inspectBackups('P2test');
      // A name that no file can have: the disk says so with a code.
      const tooLong = backups.map((backup, index) =>
        index === 0 ? backup : { ...backup, path: join(given.root, 'x'.repeat(300)) },
      );
      const { removed, kept } = await given.service.cleanupOldBackups('P2test', LINE, {
        backups: tooLong,
      });
      expect(removed).toEqual([]);
      expect(kept.at(-1)?.reason).toMatch(
        /^its line is not known: it could not be read: .*ENAMETOOLONG/,
      );
    });

    test('does not read a file that is too large to be what it should', async () => {
      await given.comparedBackupOf(0);
      const path = await folderOf(100, 'manifest.json', manifestOf('staging'));
      await truncate(join(path, 'manifest.json'), 17 * 1024 ** 2);
      expect((await given.service.cleanupOldBackups('P2test', LINE)).removed).toHaveLength(1);
    });
  });

  test('warns of a backup from the future and keeps it', async () => {
    await given.comparedBackupOf(-10);
    await given.comparedBackupOf(0);
    const { warnings, kept } = await given.service.cleanupOldBackups('P2test', LINE);
    expect(kept).toHaveLength(2);
    expect(warnings).toEqual([
      '20261202_030000 is dated in the future: it is kept; check the clock that made it',
    ]);
  });

  test('removes nothing while a backup cannot be read', async () => {
    for (const days of [40, 0]) await given.comparedBackupOf(days);
    const backups = await given.service.inspectBackups('P2test');
    const blocked = backups.map((backup, index) => ({
      ...backup,
      verification:
        index === 0
          ? { verified: false as const, problems: ['EIO'], unreadable: true, isLegacy: false }
          : backup.verification,
    }));
    const result = await given.service.cleanupOldBackups('P2test', LINE, { backups: blocked });
    expect(result.removed).toEqual([]);
    expect(result.warnings).toEqual([
      'nothing is pruned while a backup cannot be read: 20261122_030000',
    ]);
  });

  test('says nothing of a folder that another run has removed meanwhile', async () => {
    for (const days of [50, 40, 0]) await given.comparedBackupOf(days);
    const backups = await given.service.inspectBackups('P2test');
    await rm(join(given.root, 'P2test', '20261013_030000'), { recursive: true });
    const result = await given.service.cleanupOldBackups('P2test', LINE, { backups });
    expect(result.removed.map(({ id }) => id)).toEqual(['20261003_030000']);
    expect(result.failed).toEqual([]);
    expect(result.retained.map(({ id }) => id)).toEqual(['20261122_030000']);
  });

  test('sweeps leftovers that are older than a day, and nothing else', async () => {
    await given.comparedBackupOf(0);
    const folder = join(given.root, 'P2test');
    const old = new Date(NOW - 2 * DAY_MS);
    for (const name of [
      '.tmp-20261120_030000-0123abcd',
      '.trash-20261001_030000-0123abcd',
      '.trash-20261001_030000',
      '.tmp-mine',
      'notes',
    ]) {
      await mkdir(join(folder, name));
      await utimes(join(folder, name), old, old);
    }
    await mkdir(join(folder, '.tmp-20261122_030000-89abcdef'));
    await utimes(join(folder, '.tmp-20261122_030000-89abcdef'), new Date(NOW), new Date(NOW));
    await given.service.cleanupOldBackups('P2test', LINE, { dryRun: true });
    expect(await readdir(folder)).toHaveLength(7);
    await given.service.cleanupOldBackups('P2test', LINE);
    expect((await readdir(folder)).sort()).toEqual([
      '.tmp-20261122_030000-89abcdef',
      '.tmp-mine',
      '20261122_030000',
      'notes',
    ]);
  });

  test('reads no backup again that is known already', async () => {
    const path = await given.comparedBackupOf(0);
    const verification = await given.service.verifyBackup(path);
    await rm(join(path, 'SHA256SUMS'));
    const [inspected] = await given.service.inspectBackups(
      'P2test',
      new Map([[path, verification]]),
    );
    expect(inspected?.verification).toBe(verification);
  });
});
