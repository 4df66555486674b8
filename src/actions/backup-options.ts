/**
 * From the inputs of the backup action, and the workflow run that it is a step of, to the options
 * of a backup.
 */
import { resolve } from 'node:path';
import type { ArtifactNaming } from '../copies/artifact-names.ts';
import type { CopySource } from '../copies/backup-copies.ts';
import type { BackupInputs } from '../github/inputs.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import {
  isHostedRunner,
  isInputGiven,
  workflowRun,
  workspaceFolder,
  type Environment,
} from '../github/run-context.ts';
import { Secret } from '../project/secret.ts';
import type { BackupOptions } from '../runs/backup.ts';
import type { CaptureOptions, ConfigFileOptions } from '../runs/capture.ts';
import type { ComparisonOptions } from '../runs/compare-with-history.ts';
import type { GitTreeOptions } from '../runs/git-tree.ts';
import {
  artifactCopies,
  canLookUp,
  unreachableCopies,
  type ArtifactContext,
} from './artifact-copies.ts';
import { whyNotForStrangers } from './strangers.ts';

const DEFAULT_CONFIG_PATH = 'descope.yaml';

/**
 * Whether artifacts are part of the history: where backups are uploaded, and GitHub can be asked
 * for them or should have been. A script that starts the bundle by itself gets no token, and has
 * the backup root alone.
 */
function hasArtifacts(inputs: BackupInputs, environment: Environment): boolean {
  if (inputs.history === 'carry') return true;
  const isReached =
    canLookUp(environment, inputs['github-token']) || isInputGiven(environment, 'github-token');
  return environment['GITHUB_ACTIONS'] === 'true' && inputs['upload-artifact'] && isReached;
}

/**
 * The artifacts of earlier runs, where there are any to look into; those that should be there, and
 * cannot be reached.
 */
export function earlierArtifacts(
  inputs: BackupInputs,
  context: ArtifactContext,
): CopySource | undefined {
  const token = inputs['github-token'];
  if (canLookUp(context.environment, token)) {
    const policy = { workflow: inputs['history-workflow'], branch: inputs['history-branch'] };
    return artifactCopies(token, policy, context);
  }
  return hasArtifacts(inputs, context.environment)
    ? unreachableCopies('there is no GitHub Actions run with a github-token to look with')
    : undefined;
}

function captureOptions(inputs: BackupInputs, environment: Environment): CaptureOptions {
  const projectId = inputs['project-id'];
  const file: ConfigFileOptions = {
    projectId,
    environment: inputs.environment,
    path: inputs['config-path'] ?? DEFAULT_CONFIG_PATH,
    workspace: workspaceFolder(environment),
    variables: environment,
    allowVariables: inputs['allow-variables'] ?? new Set(),
  };
  if (inputs.source === 'config-file') return { source: 'config-file', file };
  return {
    source: 'live',
    live: {
      projectId,
      managementKey: inputs['management-key'] ?? new Secret(''),
      baseUrl: inputs['base-url'],
      sections: inputs.sections,
      required: new Set(inputs['require-sections']),
      deadlineMs: inputs['deadline-minutes'] * 60_000,
      maxRequests: inputs['max-requests'],
    },
    file: inputs['config-path'] === undefined ? undefined : file,
  };
}

/** What the artifacts of the run's line are called by. */
export function namingOf(inputs: BackupInputs): ArtifactNaming {
  const { environment, source } = inputs;
  return {
    projectId: inputs['project-id'],
    environment,
    source,
    artifactName: inputs['artifact-name'],
  };
}

function comparisonOptions(inputs: BackupInputs, environment: Environment): ComparisonOptions {
  return {
    history: inputs.history,
    areCopiesHistory: hasArtifacts(inputs, environment),
    naming: namingOf(inputs),
    retentionDays: inputs['retention-days'],
    minimumBackups: inputs['minimum-backups'],
    shrinkLimit: inputs['shrink-limit'],
    allowShrink: inputs['allow-shrink'],
    acceptPartial: !inputs['fail-on-partial'],
  };
}

function treeOptions(
  inputs: BackupInputs,
  workspace: string,
  visibility: Visibility,
): GitTreeOptions | undefined {
  const folder = inputs['git-tree'];
  if (folder === undefined) return undefined;
  const how = 'anyone could read the tree once it is committed';
  return {
    folder: resolve(workspace, folder),
    workspace,
    whyNotLive: whyNotForStrangers(visibility, inputs['allow-public-artifact'], how),
  };
}

/**
 * The options of the backup that the inputs ask for.
 *
 * @param visibility who can read the repository
 */
export function backupOptions(
  inputs: BackupInputs,
  environment: Environment,
  visibility: Visibility,
): BackupOptions {
  const projectId = inputs['project-id'];
  const workspace = workspaceFolder(environment);
  return {
    projectId,
    environment: inputs.environment,
    backupRoot: resolve(workspace, inputs['backup-root']),
    retentionDays: inputs['retention-days'],
    minimumBackups: inputs['minimum-backups'],
    capture: captureOptions(inputs, environment),
    comparison: comparisonOptions(inputs, environment),
    pruning: {
      projectId,
      prune: inputs.prune,
      isRootForgotten: inputs.history !== 'carry' && isHostedRunner(environment),
    },
    gitTree: treeOptions(inputs, workspace, visibility),
    demands: {
      requireSections: inputs['require-sections'],
      failOnPartial: inputs['fail-on-partial'],
    },
    workflowRun: workflowRun(environment),
  };
}
