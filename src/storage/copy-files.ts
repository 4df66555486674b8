/** Copies of files, by a second name where the disk gives one. */
import { copyFile, link, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncDirectory } from './durable-files.ts';

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
 * Puts files of one folder into another, which is flushed to the disk but for its own list of entries.
 *
 * @param files relative paths with forward slashes
 * @param how `link` gives the same bytes a second name where the file system can; both must then never be written to
 */
export async function copyFiles(
  from: string,
  to: string,
  files: readonly string[],
  how: 'copy' | 'link',
): Promise<void> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let parent = dirname(file); parent !== '.'; parent = dirname(parent)) folders.add(parent);
    await mkdir(dirname(join(to, file)), { recursive: true });
    await (how === 'link' ? linkOrCopy : copyDurably)(join(from, file), join(to, file));
  }
  for (const folder of folders) await syncDirectory(join(to, folder));
}
