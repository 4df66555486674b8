/** Where a tree for git may be. */
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { errorCode, explainIoError } from '../../storage/io-errors.ts';

/** What is at a path: a link is never followed. */
export async function kindOf(path: string): Promise<'nothing' | 'folder' | 'file' | 'other'> {
  try {
    const stat = await lstat(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

/** Where a path really is, also when the end of it does not exist yet. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = errorCode(error);
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || dirname(path) === path) throw error;
    return join(await realPlace(dirname(path)), basename(path));
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * What of a path below a folder is a link that leads out of the folder, or nowhere; undefined when
 * nothing is.
 */
async function findWayOut(path: string, folder: string): Promise<string | undefined> {
  const root = await realPlace(folder);
  let place = folder;
  for (const name of relative(folder, path).split(sep)) {
    place = join(place, name);
    const kind = await kindOf(place).catch((error: unknown) => {
      // A file stands in the way, which is told when the tree is written.
      if (errorCode(error) === 'ENOTDIR') return 'nothing' as const;
      throw error;
    });
    if (kind === 'nothing') return undefined;
    // Of a link that leads nowhere nobody can tell where it leads to.
    const real = await realpath(place).catch(() => undefined);
    if (real === undefined || !isWithin(real, root)) return place;
  }
  return undefined;
}

/**
 * Makes sure that the tree and the backups do not meet: neither may remove what the other wrote.
 * And that a tree in the workspace stays there: what is checked out may hold links, and would have
 * the tree replace folders elsewhere.
 *
 * @throws Error when the folder is, contains or lies within the backup root, links resolved; or
 * lies in the workspace by its name, but a link on its way leads out
 */
export async function checkGitTreePlace(
  folder: string,
  backupRoot: string,
  workspace: string,
): Promise<void> {
  let tree: string;
  let root: string;
  try {
    [tree, root] = await Promise.all([realPlace(resolve(folder)), realPlace(resolve(backupRoot))]);
  } catch (error) {
    throw explainIoError(error, 'could not tell where git-tree and backup-root are');
  }
  if (isWithin(resolve(folder), resolve(workspace))) {
    const way = await findWayOut(resolve(folder), resolve(workspace)).catch((error: unknown) => {
      throw explainIoError(error, 'could not tell where git-tree leads to');
    });
    if (way !== undefined) {
      throw new Error(
        `git-tree ${folder} is not used: ${way} is a link that leaves the workspace. Remove the link, or set git-tree to a folder of the workspace`,
      );
    }
  }
  if (!isWithin(tree, root) && !isWithin(root, tree)) return;
  throw new Error(
    `git-tree ${folder} and backup-root ${backupRoot} are the same folder or lie within each other: ` +
      `use two folders side by side`,
  );
}
