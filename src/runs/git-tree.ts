/** The tree for git, where one is wanted: whether it may be written, and its writing. */
import type { BackupManifest } from '../models/manifest.ts';
import type { Reporter } from '../reporter/reporter.ts';
import { checkGitTreePlace, writeGitTree, type ProjectState } from '../services/index.ts';

/** The tree that is wanted. */
export interface GitTreeOptions {
  /** Absolute path of the tree. */
  readonly folder: string;
  /** Absolute path of the folder that the tree must not leave. */
  readonly workspace: string;
  /** Why no tree of a live project may be written, since strangers could read it, if so. */
  readonly whyNotLive: string | undefined;
}

/** @throws Error when the tree would meet the backups, or a link on its way leaves the workspace */
export async function checkTreePlace(
  tree: GitTreeOptions | undefined,
  backupRoot: string,
): Promise<void> {
  if (tree !== undefined) await checkGitTreePlace(tree.folder, backupRoot, tree.workspace);
}

/**
 * Writes the state of the new backup as a tree for git. One that is not complete leaves the tree as
 * it is: what it lacks would look like deleted.
 */
export async function writeTreeForGit(
  tree: GitTreeOptions | undefined,
  backupRoot: string,
  { status, source }: BackupManifest,
  readState: () => Promise<ProjectState>,
  reporter: Reporter,
): Promise<void> {
  if (tree === undefined) return;
  const { folder, whyNotLive } = tree;
  if (status !== 'complete') {
    reporter.warning(
      `the git tree ${folder} is left as it is, because the new backup is ${status}`,
    );
    return;
  }
  if (source.type === 'management-api' && whyNotLive !== undefined) {
    throw new Error(
      `the git tree ${folder} of the live project was not written: ${whyNotLive}. Run this in a private repository, leave git-tree out, or set allow-public-artifact to true`,
    );
  }
  // What leads there may have changed since the run began.
  await checkTreePlace(tree, backupRoot);
  const { files } = await writeGitTree(folder, await readState());
  reporter.info(`Written to ${folder}: ${files} files`);
}
