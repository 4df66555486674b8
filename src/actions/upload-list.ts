import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InspectedBackup } from '../services/index.ts';
import { CHECKSUMS_FILE, parseChecksums } from '../storage/checksums.ts';
import { explainIoError } from '../storage/io-errors.ts';
import { listFiles } from '../storage/list-files.ts';
import { unsafeNameReason } from '../storage/safe-names.ts';

const READING_AGAIN = 'could not read the new backup again for the artifact';

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
 * Makes sure that nothing of the new backup has gone since it was proven.
 *
 * @param files what is about to be uploaded
 */
async function requireWhole(path: string, files: readonly string[]): Promise<void> {
  const sums = parseChecksums(await readFile(join(path, CHECKSUMS_FILE), 'utf8'));
  const present = new Set(files);
  const gone = [CHECKSUMS_FILE, ...sums.keys()].filter((file) => !present.has(join(path, file)));
  if (gone.length > 0) {
    throw new Error(`the new backup at ${path} lost ${gone.join(', ')} after it was proven`);
  }
}

/**
 * The files of the retained backups, one by one. The artifact library would take a link for its target and die of
 * a file that it cannot read, so nothing is left to it.
 *
 * @param newBackup the path of the backup that must not be left out
 * @throws Error when that one is not there as a whole
 */
export async function listForUpload(
  backups: readonly RetainedBackup[],
  newBackup: string,
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
      if (path === newBackup) throw explainIoError(error, READING_AGAIN);
      const { message } = explainIoError(error, 'could not list it');
      warnings.push(`${id} is left out of the artifact: ${message}`);
    }
  }
  try {
    await requireWhole(newBackup, files);
  } catch (error) {
    throw explainIoError(error, READING_AGAIN);
  }
  return { files, warnings };
}
