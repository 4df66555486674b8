/** A folder for what is needed for a while. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { removeTree } from '../storage/remove-tree.ts';

/**
 * Runs something with a temporary folder, which is gone afterwards.
 *
 * @param root absolute path of a folder that is there
 */
export async function withTemporaryFolder<T>(
  root: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(root, 'descope-backup-history-'));
  try {
    return await use(folder);
  } finally {
    await removeTree(folder);
  }
}
