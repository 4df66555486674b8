/** The folder of one project in the backup root, and what is in it. */
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLeftoverName } from '../../storage/atomic-directory.ts';
import { errorCode, explainIoError } from '../../storage/io-errors.ts';
import { unsafeNameReason } from '../../storage/safe-names.ts';
import { parseBackupId, type BackupId } from './backup-id.ts';

/**
 * Where a project's backups are, or will be: a real folder, or nothing yet, straight under the real
 * backup root. A link is refused: to prune below one would remove what lies elsewhere.
 *
 * @throws Error when the project id is no safe folder name, or the folder is a link, a file, or
 * another project's on a disk that does not tell upper from lower case
 */
export async function findProjectFolder(backupRoot: string, projectId: string): Promise<string> {
  const reason = unsafeNameReason(projectId);
  if (reason !== undefined) {
    throw new Error(`project id ${JSON.stringify(projectId)} cannot be a folder name: ${reason}`);
  }
  let folder = join(backupRoot, projectId);
  try {
    folder = join(await realpath(backupRoot), projectId);
    if (!(await lstat(folder)).isDirectory()) {
      throw new Error(
        `${folder} is a link or a file, not a folder: remove it, or set backup-root to the place that it leads to`,
      );
    }
    const name = basename(await realpath(folder));
    if (name !== projectId) {
      throw new Error(
        `${folder} is the folder of project ${name} on this disk, which does not tell upper from lower case: ` +
          `correct project-id or use another backup-root`,
      );
    }
    return folder;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return folder;
    throw explainIoError(error, 'could not look for earlier backups');
  }
}

/** A dated folder, read from its name alone. */
export interface BackupFolder extends BackupId {
  /** The folder's name. */
  readonly id: string;
  readonly path: string;
}

export interface ProjectFolderContent {
  readonly backups: BackupFolder[];
  /** Paths of temporary and trash folders of this tool. */
  readonly leftovers: string[];
}

/**
 * Reads a project's folder; a folder that does not exist is empty, one that cannot be read is an
 * error.
 */
export async function listProjectFolder(folder: string): Promise<ProjectFolderContent> {
  const content: ProjectFolderContent = { backups: [], leftovers: [] };
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(folder, entry.name);
      const id = parseBackupId(entry.name);
      if (id !== undefined) content.backups.push({ ...id, id: entry.name, path });
      else if (isLeftoverName(entry.name)) content.leftovers.push(path);
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw explainIoError(error, `could not list the backups in ${folder}`);
    }
  }
  return content;
}
