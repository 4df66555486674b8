/**
 * From the inputs of the restore action, and the workflow run that it is a step of, to the options
 * of a restore.
 */
import { resolve } from 'node:path';
import type { RestoreInputs } from '../project/inputs/restore.ts';
import { workflowRun, workspaceFolder, type Environment } from '../github/run-context.ts';
import type { RestoreOptions, RestoreWorld } from '../runs/restore/prepared-plan.ts';
import { restoreOptionsOf } from '../runs/restore/restore-options.ts';
import { artifactCopies, canLookUp, type ArtifactContext } from './artifact-copies.ts';

/**
 * The artifacts of earlier runs, where they are looked into: outside of GitHub Actions the backup
 * root has all that there is.
 */
export function restorableArtifacts(
  inputs: RestoreInputs,
  context: ArtifactContext,
): Pick<RestoreWorld, 'copies' | 'restoreCopies'> {
  const token = inputs['github-token'];
  if (inputs.history === 'none' || !canLookUp(context.environment, token)) return {};
  const branch = inputs['history-branch'];
  return {
    copies: artifactCopies(token, { workflow: inputs['history-workflow'], branch }, context),
    // The workflow that takes the backups is another one than that which restores.
    restoreCopies: artifactCopies(token, { workflow: undefined, branch }, context),
  };
}

/** The options of the restore that the inputs ask for. */
export function restoreOptions(inputs: RestoreInputs, environment: Environment): RestoreOptions {
  return restoreOptionsOf(inputs, {
    backupRoot: resolve(workspaceFolder(environment), inputs['backup-root']),
    artifactName: inputs['artifact-name'],
    workflowRun: workflowRun(environment),
  });
}
