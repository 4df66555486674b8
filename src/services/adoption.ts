import { basename, join } from 'node:path';
import { mkdirP } from '@actions/io';
import { exists, publishDirectory, withStagingDirectory } from '../storage/atomic-directory.ts';
import { copyFiles } from '../storage/copy-files.ts';
import { explainIoError } from '../storage/io-errors.ts';
import { listFiles } from '../storage/list-files.ts';

/**
 * Copies a backup from elsewhere into a project's folder, under its own name.
 *
 * @param path of the backup's folder, which was verified
 * @returns whether it was copied: a name that is there already keeps what it has
 */
export async function adoptBackup(projectFolder: string, path: string): Promise<boolean> {
  const id = basename(path);
  const target = join(projectFolder, id);
  try {
    if (await exists(target)) return false;
    await mkdirP(projectFolder);
    await withStagingDirectory(projectFolder, id, async (staging) => {
      const { files } = await listFiles(path);
      await copyFiles(path, staging, files, 'copy');
      if (!(await publishDirectory(staging, target)))
        throw new Error(`${target} appeared meanwhile`);
    });
    return true;
  } catch (error) {
    throw explainIoError(error, `could not bring ${id} back into ${projectFolder}`);
  }
}
