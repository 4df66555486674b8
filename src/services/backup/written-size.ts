/** The bounds of what is read back, held already when it is written. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSizeProblem, pathSizeProblem } from '../../storage/archive-limits.ts';

const ADVICE = 'it could not be read back: save less of the project (input sections)';

/** @throws Error when a path of a backup is longer or deeper than what is read back */
export function requireReadablePath(path: string): void {
  const reason = pathSizeProblem(path);
  if (reason !== undefined) {
    throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}, and ${ADVICE}`);
  }
}

/**
 * @param path of a file of the backup that is being written in the folder
 * @throws Error when it is larger than what is read back
 */
export async function requireReadableSize(folder: string, path: string): Promise<void> {
  const reason = fileSizeProblem(path, (await lstat(join(folder, path))).size);
  if (reason !== undefined) throw new Error(`${path}: ${reason}, and ${ADVICE}`);
}
