/** Many runs at once in one backup root, in the same second. */
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  datedFolders,
  frozenAt,
  hashTree,
  leftovers,
  makeBackupRoot,
  NEW_ID,
  NOW,
  OLD_IDS,
  RECENT_ID,
  rootIn,
  verifies,
} from '../fixtures/backup-root.ts';
import {
  backupOf,
  makeWorkspace,
  PROJECT,
  runBundle,
  type BundleResult,
} from '../fixtures/run-bundle.ts';

const PROCESSES = 8;
const IDS = [NEW_ID, ...Array.from({ length: PROCESSES - 1 }, (_, n) => `${NEW_ID}_${n + 2}`)];

/** None of them must see anything of the others but the names that are taken. */
async function runAllAtOnce(workspace: string): Promise<BundleResult[]> {
  const results = await Promise.all(IDS.map(() => runBundle({ workspace, ...frozenAt(NOW) })));
  const ends = results.map(({ status, errors, warnings, stderr }) => ({
    status,
    errors,
    warnings,
    stderr,
  }));
  expect(ends).toEqual(IDS.map(() => ({ status: 0, errors: [], warnings: [], stderr: '' })));
  return results;
}

describe('eight processes at once, in one root and one second', () => {
  test('make eight verified backups and leave nothing else behind', async () => {
    const { workspace, root, project } = rootIn(await makeWorkspace());
    const results = await runAllAtOnce(workspace);

    expect(results.map((result) => backupOf(result).id).sort()).toEqual(IDS);
    for (const { id, path } of results.map(backupOf)) expect(basename(path)).toBe(id);
    expect(await readdir(root)).toEqual([PROJECT]);
    expect((await readdir(project)).sort()).toEqual(IDS);
    for (const id of IDS) expect(await verifies(join(project, id))).toBe(true);
    expect(new Set(results.map(({ outputs }) => outputs['content-hash'])).size).toBe(1);
  });

  test('prune the same old backups and leftovers without getting in each other’s way', async () => {
    const { workspace, root, project } = await makeBackupRoot();
    const before = await hashTree(join(project, RECENT_ID));
    const yesterday = new Date(Date.parse(NOW) - 25 * 3_600_000);
    for (const [index, name] of OLD_IDS.entries()) {
      const leftover = join(project, `.trash-${name}-0123456${index}`);
      await mkdir(leftover);
      for (const file of ['project.json', 'manifest.json', 'SHA256SUMS']) {
        await writeFile(join(leftover, file), '{}');
      }
      await utimes(leftover, yesterday, yesterday);
    }
    const results = await runAllAtOnce(workspace);

    expect(await datedFolders(project)).toEqual([RECENT_ID, ...IDS]);
    for (const id of IDS) expect(await verifies(join(project, id))).toBe(true);
    expect(await hashTree(join(project, RECENT_ID))).toEqual(before);
    expect(await leftovers(project)).toEqual([]);
    expect((await readdir(root)).sort()).toEqual([PROJECT, 'other']);
    // Each says what it removed itself: one of them each old backup.
    const pruned = results.map(({ outputs }) => Number(outputs['pruned-count']));
    expect(pruned.reduce((sum, count) => sum + count)).toBe(OLD_IDS.length);
  });
});
