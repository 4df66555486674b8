/** The story of a backup, top to bottom: capture, write, prove, compare, prune, upload, report. */
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ArtifactClientFactory } from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { group, info, warning } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { progressLog } from '../github/progress.ts';
import { repositoryVisibility, type Visibility } from '../github/repository-visibility.ts';
import { workflowRun, workspaceFolder, type Environment } from '../github/run-context.ts';
import type { BackupManifest, ComparisonMark } from '../models/manifest.ts';
import {
  BackupService,
  NOT_COMPARED_YET,
  readProjectState,
  type CompareBackups,
} from '../services/index.ts';
import { captureProject, type Capture } from '../runs/capture.ts';
import {
  compareWithHistory,
  standingBefore,
  type Comparison,
} from '../runs/compare-with-history.ts';
import { checkTreePlace, writeTreeForGit } from '../runs/git-tree.ts';
import type { NewBackup } from '../runs/new-backup.ts';
import type { OpenArtifact } from '../copies/open-artifact.ts';
import { attempt } from '../runs/outcome.ts';
import { prune } from '../runs/prune.ts';
import { publish, whyNoUpload } from './publish.ts';
import { mayNameThings, problemsInWords } from '../copies/strangers.ts';
import { setBackupOutputs, setOutputsAndWriteChanges, windowRows, writeReport } from './report.ts';

/** What a run needs of the world around it. */
export interface BackupContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Unpacks and proves what came from elsewhere. Default: in this process. */
  readonly openArtifact?: OpenArtifact;
  /** Reads backups and compares them. Default: in this process. */
  readonly compareBackups?: CompareBackups;
}

/**
 * Reads the project and writes the backup. What was read is let go of when this returns: a large project would
 * otherwise be in memory twice while the backup is read back.
 */
async function writeBackup(
  service: BackupService,
  inputs: BackupInputs,
  context: BackupContext,
  mayName: boolean,
  standing: ComparisonMark,
): Promise<{ path: string; capture: Omit<Capture, 'content'> }> {
  const { content, ...capture } = await group('Read the configuration', () =>
    captureProject(inputs, context, mayName),
  );
  const isPending = standing.cause === 'pending' && capture.record.status === 'complete';
  const path = await group('Write the backup', async () => {
    const written = await service.saveProject(inputs['project-id'], inputs.environment, content, {
      ...capture.record,
      comparison: standing,
      ...(isPending && NOT_COMPARED_YET),
      run: workflowRun(context.environment),
      onProgress: progressLog('Written', context.clock),
      signal: context.signal,
    });
    info(`Written to ${written}`);
    return written;
  });
  return { path, capture };
}

async function proveBackup(
  service: BackupService,
  path: string,
  { signal }: BackupContext,
  mayName: boolean,
): Promise<NewBackup> {
  const verification = await service.verifyBackup(path);
  signal.throwIfAborted();
  if (!verification.verified) {
    throw new Error(
      `the new backup ${path} did not verify when it was read back: ${problemsInWords(verification.problems, mayName)}. ` +
        'Nothing was pruned',
    );
  }
  const { manifest } = verification;
  info(`${manifest.backup_id} is good, content hash ${manifest.content_sha256}`);
  return { path, verification, manifest };
}

/** Writes into the manifest how the backup stands to earlier ones, and proves it once more. */
async function amendAndProve(
  service: BackupService,
  fresh: NewBackup,
  { amendment }: Comparison,
  context: BackupContext,
  mayName: boolean,
): Promise<NewBackup> {
  const { status, comparison } = fresh.manifest;
  if (isDeepStrictEqual({ status, comparison }, amendment)) return fresh;
  await service.amendBackup(fresh.path, fresh.manifest, amendment);
  return proveBackup(service, fresh.path, context, mayName);
}

/** What the inputs ask of a backup beyond that it is proven. */
function demands(
  inputs: BackupInputs,
  { status, status_reasons, coverage }: BackupManifest,
): Error[] {
  const saved = new Set(
    coverage.flatMap((entry) => (entry.status === 'saved' ? [entry.section] : [])),
  );
  const missing = inputs['require-sections'].filter((section) => !saved.has(section));
  const failures: Error[] = [];
  if (missing.length > 0) {
    failures.push(new Error(`require-sections: not saved: ${missing.join(', ')}`));
  }
  if (status === 'partial' && inputs['fail-on-partial']) {
    failures.push(
      new Error(
        'the backup is partial: the log says which sections failed and why. It is kept, and prunes nothing; set fail-on-partial to false to accept it',
      ),
    );
  }
  if (status === 'suspect') {
    const reasons = (status_reasons ?? []).join('; ');
    failures.push(
      new Error(
        `the backup is suspect: ${reasons}. It is kept, but prunes nothing and is never compared with; if this was meant, run once with allow-shrink: true`,
      ),
    );
  }
  return failures;
}

/**
 * Takes a backup, proves it, prunes old ones, uploads what is kept and reports.
 *
 * Once the backup is proven, every later part is tried whatever became of the one before, and what failed fails
 * the step at the end: a full artifact storage must not hide what was saved.
 *
 * @returns what the backup is: one that is not complete was accepted
 * @throws Error with the one message that the step fails with
 */
export async function run(
  inputs: BackupInputs,
  context: BackupContext,
): Promise<BackupManifest['status']> {
  const { environment, signal, clock } = context;
  const isOnGitHub = environment['GITHUB_ACTIONS'] === 'true';
  const visibility: Visibility = isOnGitHub
    ? await repositoryVisibility(environment, inputs['github-token'])
    : 'private';
  const mayName = mayNameThings(visibility);
  const service = new BackupService({
    backupRoot: resolve(workspaceFolder(environment), inputs['backup-root']),
    retentionDays: inputs['retention-days'],
    minimumBackups: inputs['minimum-backups'],
    clock,
  });
  await checkTreePlace(inputs, environment);
  const standing = await standingBefore(service, inputs, context);
  const { path, capture } = await writeBackup(service, inputs, context, mayName, standing);
  const proven = await group('Read the backup back', () =>
    proveBackup(service, path, context, mayName),
  );
  const failedOutputs: Error[] = [];
  const tell = async (part: () => unknown): Promise<void> => {
    const told = await attempt(part);
    if (!('failure' in told)) return;
    warning(told.failure.message);
    failedOutputs.push(told.failure);
  };
  await tell(() => {
    setBackupOutputs(proven, capture);
  });

  const {
    comparison,
    carryFailure,
    failures: unproven,
    known,
  } = await group('Compare with the backup before', () =>
    compareWithHistory(service, inputs, proven, { ...context, mayName }),
  );
  const amended = await attempt(() => amendAndProve(service, proven, comparison, context, mayName));
  signal.throwIfAborted();
  const fresh = 'value' in amended ? amended.value : proven;
  const { manifest, verification } = fresh;
  info(`Manifest SHA-256 ${verification.manifestSha256}`);
  const mayShowNames = mayName || manifest.source.type === 'config-file';
  await tell(() => setOutputsAndWriteChanges(fresh, comparison, mayShowNames, environment));

  const tree = await attempt(() =>
    writeTreeForGit(inputs, manifest, () => readProjectState(path, manifest), {
      environment,
      visibility,
    }),
  );

  const pruned = await group('Prune old backups', () =>
    attempt(() =>
      prune(service, inputs, fresh, new Map([...known, [path, verification]]), {
        ...context,
        carryFailure,
        mayName,
      }),
    ),
  );
  const isAlone = carryFailure !== undefined || 'failure' in pruned;
  const retained = isAlone
    ? [{ id: manifest.backup_id, path, verification }]
    : pruned.value.retained;
  await tell(() => {
    setOutputs({
      'pruned-count': 'value' in pruned ? (pruned.value.result?.removed.length ?? 0) : 0,
    });
  });
  signal.throwIfAborted();

  const window = inputs['job-summary'] ? await windowRows(retained) : [];
  const skipped = whyNoUpload(inputs, environment);
  if (skipped !== undefined) info(`No artifact is uploaded: ${skipped}`);
  const uploaded =
    skipped !== undefined
      ? { skipped }
      : await group('Upload the artifact', () =>
          attempt(() =>
            publish(inputs, fresh, retained, visibility, {
              ...context,
              isWindowMissing: carryFailure !== undefined,
            }),
          ),
        );
  signal.throwIfAborted();
  if ('value' in uploaded) {
    const { name, id, url, digest } = uploaded.value;
    await tell(() => {
      setOutputs({
        'artifact-name': name,
        'artifact-id': id,
        'artifact-url': url,
        'artifact-digest': digest,
      });
    });
  }

  const failures = [
    ...(carryFailure ? [carryFailure] : []),
    ...unproven,
    ...[amended, tree, pruned, uploaded].flatMap((outcome) =>
      'failure' in outcome ? [outcome.failure] : [],
    ),
    ...('value' in uploaded && uploaded.value.excess !== undefined
      ? [new Error(uploaded.value.excess)]
      : []),
    ...demands(inputs, manifest),
    ...failedOutputs.slice(0, 1),
  ];

  if (inputs['job-summary']) {
    await writeReport(
      inputs,
      {
        fresh,
        capture,
        comparison,
        pruned,
        window,
        uploaded,
        mayName: mayShowNames,
        failures: failures.map(({ message }) => message),
      },
      context,
    );
  }

  const [failure, ...more] = failures;
  if (failure === undefined) return manifest.status;
  if (more.length === 0) throw failure;
  throw new AggregateError(failures, failures.map(({ message }) => message).join('. Also: '));
}
