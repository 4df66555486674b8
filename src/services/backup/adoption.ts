/** The move of a backup from elsewhere into the backup root, as one rename. */
import { lstat, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  exists,
  publishDirectory,
  replaceDirectory,
  withStagingDirectory,
} from '../../storage/atomic-directory.ts';
import { copyFiles } from '../../storage/copy-files.ts';
import { explainIoError } from '../../storage/io-errors.ts';
import { listFiles } from '../../storage/list-files.ts';
import { verifySettled } from './settled-verification.ts';

/**
 * Whether a folder may make way for a good backup of its name: it is damaged, and no link that
 * leads elsewhere.
 */
async function isDamaged(path: string): Promise<boolean> {
  if (!(await lstat(path)).isDirectory()) return false;
  const verification = await verifySettled(path);
  return !verification.verified && !verification.unreadable && !verification.isLegacy;
}

/**
 * Copies a backup from elsewhere into a project's folder, under its own name. A damaged folder of
 * that name is replaced in one step.
 *
 * @param path of the backup's folder, which was verified
 * @returns whether it was copied: any other folder of the name stays as it is
 */
export async function adoptBackup(projectFolder: string, path: string): Promise<boolean> {
  const id = basename(path);
  const target = join(projectFolder, id);
  try {
    const isThere = await exists(target);
    if (isThere && !(await isDamaged(target))) return false;
    await mkdir(projectFolder, { recursive: true });
    await withStagingDirectory(projectFolder, id, async (staging) => {
      const { files } = await listFiles(path);
      await copyFiles(path, staging, files, 'copy');
      if (isThere) await replaceDirectory(staging, target, id);
      else if (!(await publishDirectory(staging, target))) {
        throw new Error(`${target} appeared meanwhile`);
      }
    });
    return true;
  } catch (error) {
    throw explainIoError(error, `could not bring ${id} back into ${projectFolder}`);
  }
}
