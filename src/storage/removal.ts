/** The removal of folders in two steps, and of what killed runs left behind. */
import { lstat, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { leftoverName, TRASH_PREFIX } from './atomic-directory.ts';
import { removeTree } from './remove-tree.ts';

/** Leftovers younger than this may belong to a process that is still at work. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * Removes a folder in two steps: first it loses its name, so that a process killed halfway leaves
 * nothing that looks like a whole folder, then its files go.
 *
 * @param label goes into the temporary name: the folder's own name
 */
export async function removeDirectory(path: string, label: string): Promise<void> {
  const trash = join(dirname(path), leftoverName(TRASH_PREFIX, label));
  await rename(path, trash);
  await removeTree(trash);
}

/**
 * Removes a temporary or trash folder that a killed process left behind more than a day ago.
 *
 * @param now milliseconds since the epoch
 * @returns whether it was removed
 */
export async function sweepLeftover(path: string, now: number): Promise<boolean> {
  const stat = await lstat(path);
  if (!stat.isDirectory() || now - stat.mtimeMs <= LEFTOVER_AGE_MS) return false;
  await removeTree(path);
  return true;
}
