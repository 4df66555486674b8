/** Files below a folder, written and flushed with the folders on their way. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncDirectory } from './durable-files.ts';

/**
 * Writes files below a folder, one after the other: makes the folders on their way before, and
 * flushes these to the disk when all are written. The folder's own list of entries is left to the
 * caller.
 *
 * @param paths relative, with forward slashes, and safe
 * @param write flushes the file itself
 */
export async function writeTree(
  root: string,
  paths: Iterable<string>,
  write: (path: string, target: string) => Promise<void>,
): Promise<void> {
  const folders = new Set<string>();
  for (const path of paths) {
    const target = join(root, path);
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) folders.add(parent);
    await mkdir(dirname(target), { recursive: true });
    await write(path, target);
  }
  for (const folder of folders) await syncDirectory(join(root, folder));
}
