/**
 * A second copy of a safety backup, in a folder that somebody named: on another disk, it outlives
 * this one.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BackupService } from '../../services/index.ts';
import {
  findRestoresFolder,
  PLAN_FILE,
  readRestorePlan,
} from '../../services/restore/restore-folder.ts';
import { exists } from '../../storage/atomic-directory.ts';
import { copyFiles } from '../../storage/copy-files.ts';
import { syncDirectory } from '../../storage/durable-files.ts';
import type { SafetyCopy } from './apply-world.ts';

/**
 * Copies a safety backup and its plan into a folder, which is a backup root afterwards, and reads
 * both back.
 *
 * @param root absolute path; it is made where it is not there
 * @returns where the copy is
 * @throws Error when that could not be done
 */
export async function copySafetyBackup(
  root: string,
  { backup: { manifest, verification, path }, folder }: SafetyCopy,
): Promise<{ readonly path: string }> {
  const { project_id: projectId, backup_id: id } = manifest;
  await mkdir(root, { recursive: true });
  const service = new BackupService({ backupRoot: root });
  await service.adoptBackup(projectId, path);
  const copy = (await service.listBackups(projectId)).find((one) => one.id === id);
  const read = copy && (await service.verifyBackup(copy.path));
  if (copy === undefined || read?.verified !== true) {
    throw new Error(`the copy in ${root} did not verify when it was read back: use another folder`);
  }
  if (read.manifestSha256 !== verification.manifestSha256) {
    throw new Error(`${copy.path} is another backup: use another folder for the copy`);
  }
  const restore = join(await findRestoresFolder(root, projectId), folder.id);
  // The folder itself may be in that root.
  if (!(await exists(join(restore, PLAN_FILE)))) {
    await mkdir(restore, { recursive: true });
    await copyFiles(folder.path, restore, [PLAN_FILE], 'copy');
    for (const parent of [restore, dirname(restore), root]) await syncDirectory(parent);
  }
  const plan = await readRestorePlan({ ...folder, path: restore });
  if (plan.plan_id !== manifest.plan_id) {
    throw new Error(`${restore} has another plan: use another folder for the copy`);
  }
  return { path: copy.path };
}
