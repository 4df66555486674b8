/** The tree for git, where one is wanted: whether it may be written, and its writing. */
import { resolve } from 'node:path';
import type { BackupInputs } from '../github/inputs.ts';
import { info, warning } from '../github/log.ts';
import { workspaceFolder, type Environment } from '../github/run-context.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { checkGitTreePlace, writeGitTree, type ProjectState } from '../services/index.ts';
import { whyNotForStrangers } from '../copies/strangers.ts';

/** The folder of the tree; undefined when none is wanted. */
function treeFolder(inputs: BackupInputs, environment: Environment): string | undefined {
  const folder = inputs['git-tree'];
  return folder && resolve(workspaceFolder(environment), folder);
}

/** @throws Error when the tree would meet the backups, or a link on its way leaves the workspace */
export async function checkTreePlace(
  inputs: BackupInputs,
  environment: Environment,
): Promise<void> {
  const folder = treeFolder(inputs, environment);
  if (folder === undefined) return;
  const workspace = workspaceFolder(environment);
  await checkGitTreePlace(folder, resolve(workspace, inputs['backup-root']), workspace);
}

/**
 * Writes the state of the new backup as a tree for git. One that is not complete leaves the tree as it is: what it lacks
 * would look like deleted.
 */
export async function writeTreeForGit(
  inputs: BackupInputs,
  { status, source }: BackupManifest,
  readState: () => Promise<ProjectState>,
  { environment, visibility }: { environment: Environment; visibility: Visibility },
): Promise<void> {
  const folder = treeFolder(inputs, environment);
  if (folder === undefined) return;
  if (status !== 'complete') {
    warning(`the git tree ${folder} is left as it is, because the new backup is ${status}`);
    return;
  }
  const how = 'anyone could read the tree once it is committed';
  const reason =
    source.type === 'management-api' ? whyNotForStrangers(inputs, visibility, how) : undefined;
  if (reason !== undefined) {
    throw new Error(
      `the git tree ${folder} of the live project was not written: ${reason}. Run this in a private repository, leave git-tree out, or set allow-public-artifact to true`,
    );
  }
  // What leads there may have changed since the run began.
  await checkTreePlace(inputs, environment);
  const { files } = await writeGitTree(folder, await readState());
  info(`Written to ${folder}: ${files} files`);
}
