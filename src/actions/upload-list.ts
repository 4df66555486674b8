import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { InspectedBackup } from '../services/index.ts';
import { explainIoError } from '../storage/io-errors.ts';
import { listFiles } from '../storage/list-files.ts';
import { unsafeNameReason } from '../storage/safe-names.ts';

/** As much of a backup as uploading needs. */
export type RetainedBackup = Pick<InspectedBackup, 'id' | 'path' | 'verification'>;

export interface UploadList {
  /** Absolute paths of regular files. */
  readonly files: readonly string[];
  /** What is left out: a sentence each. */
  readonly warnings: readonly string[];
}

/** Whether the artifact service takes the path and the file can be read; else why not. */
async function reasonToLeaveOut(folder: string, file: string): Promise<string | undefined> {
  for (const segment of file.split('/')) {
    const reason = unsafeNameReason(segment);
    if (reason !== undefined) return reason;
  }
  try {
    await access(join(folder, file), constants.R_OK);
    return undefined;
  } catch {
    return 'it cannot be read';
  }
}

/**
 * The files of the retained backups, one by one. The artifact library would take a link for its target and die of
 * a file that it cannot read, so nothing is left to it.
 *
 * @param required the id of the backup that must not be left out
 * @throws Error when that one cannot be listed
 */
export async function listForUpload(
  backups: readonly RetainedBackup[],
  required: string,
): Promise<UploadList> {
  const files: string[] = [];
  const warnings: string[] = [];
  for (const { id, path, verification } of backups) {
    try {
      const content = await listFiles(path);
      for (const other of content.others) {
        warnings.push(
          `${id}/${other} is left out of the artifact: it is a link or another special file`,
        );
      }
      for (const file of content.files) {
        const reason = verification.verified ? undefined : await reasonToLeaveOut(path, file);
        if (reason === undefined) files.push(join(path, file));
        else warnings.push(`${id}/${file} is left out of the artifact: ${reason}`);
      }
    } catch (error) {
      const problem = explainIoError(error, `could not list ${path} for the artifact`);
      if (id === required) throw problem;
      warnings.push(`${id} is left out of the artifact: ${problem.message}`);
    }
  }
  return { files, warnings };
}
