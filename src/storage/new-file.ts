/**
 * A file that somebody asked for by its path, and that takes the place of another only when that
 * was asked for too.
 */
import { writeFile } from 'node:fs/promises';
import { errorCode, explainIoError } from './io-errors.ts';

/** @throws Error when there is a file already, or it cannot be written */
export async function writeNewFile(path: string, text: string, mayReplace: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: mayReplace ? 'w' : 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && !mayReplace) {
      throw new Error(`${path} is there already: name another file, or add --force`, {
        cause: error,
      });
    }
    throw explainIoError(error, 'could not write the file');
  }
}
