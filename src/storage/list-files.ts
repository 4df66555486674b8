/** The files below a folder, without following a link. */
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** What a folder holds, at any depth: relative paths with forward slashes, sorted. */
export interface FolderContent {
  /** Regular files. */
  readonly files: readonly string[];
  /** Links, sockets and the like: never followed, never opened. */
  readonly others: readonly string[];
}

/** Lists a folder without following a link. */
export async function listFiles(root: string): Promise<FolderContent> {
  const files: string[] = [];
  const others: string[] = [];
  const visit = async (relative: string): Promise<void> => {
    for (const entry of await readdir(join(root, relative), { withFileTypes: true })) {
      const path = posix.join(relative, entry.name);
      if (entry.isDirectory()) await visit(path);
      else (entry.isFile() ? files : others).push(path);
    }
  };
  await visit('');
  return { files: files.sort(), others: others.sort() };
}
