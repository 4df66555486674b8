/** Copies of files, by a second name where the disk gives one. */
import { copyFile, link, open } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTree } from './write-tree.ts';

/** A second name takes no room and no time, but not every file system gives one. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyDurably(from, to);
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts files of one folder into another, which is flushed to the disk but for its own list of
 * entries.
 *
 * @param files relative paths with forward slashes
 * @param how `link` gives the same bytes a second name where the file system can; both must then
 * never be written to
 */
export async function copyFiles(
  from: string,
  to: string,
  files: readonly string[],
  how: 'copy' | 'link',
): Promise<void> {
  const put = how === 'link' ? linkOrCopy : copyDurably;
  await writeTree(to, files, (file, target) => put(join(from, file), target));
}
