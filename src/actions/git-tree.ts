import { resolve } from 'node:path';
import type { BackupInputs } from '../github/inputs.ts';
import { info, warning } from '../github/log.ts';
import { workspaceFolder, type Environment } from '../github/run-context.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { checkGitTreePlace, writeGitTree, type ProjectState } from '../services/index.ts';

/** The folder of the tree; undefined when none is wanted. */
function treeFolder(inputs: BackupInputs, environment: Environment): string | undefined {
  const folder = inputs['git-tree'];
  return folder && resolve(workspaceFolder(environment), folder);
}

/** @throws Error when the tree would meet the backups */
export async function checkTreePlace(
  inputs: BackupInputs,
  environment: Environment,
): Promise<void> {
  const folder = treeFolder(inputs, environment);
  if (folder === undefined) return;
  await checkGitTreePlace(folder, resolve(workspaceFolder(environment), inputs['backup-root']));
}

/**
 * Writes the state of the new backup as a tree for git. One that is not complete leaves the tree as it is: what it lacks
 * would look like deleted.
 */
export async function writeTree(
  inputs: BackupInputs,
  { status }: BackupManifest,
  readState: () => Promise<ProjectState>,
  environment: Environment,
): Promise<void> {
  const folder = treeFolder(inputs, environment);
  if (folder === undefined) return;
  if (status !== 'complete') {
    warning(`the git tree ${folder} is left as it is, because the new backup is ${status}`);
    return;
  }
  const { files } = await writeGitTree(folder, await readState());
  info(`Written to ${folder}: ${files} files`);
}
