import { dirname, resolve } from 'node:path';
import { group, info, warning } from '@actions/core';
import { annotateErrors, annotateWarnings } from '../github/annotations.ts';
import {
  canUpload,
  uploadArtifact,
  type ArtifactClientFactory,
  type UploadedArtifact,
} from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { setOutputs } from '../github/outputs.ts';
import { progressLog } from '../github/progress.ts';
import {
  isSelfHosted,
  workflowRun,
  workspaceFolder,
  type Environment,
} from '../github/run-context.ts';
import {
  renderSummary,
  writeSummary,
  type ArtifactReport,
  type RetentionReport,
} from '../github/summary.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { BackupService, type CleanupResult, type Verification } from '../services/index.ts';
import {
  ConfigFileError,
  loadConfigFile,
  type LoadedConfig,
} from '../sources/config-file/index.ts';
import { listForUpload, type RetainedBackup } from './upload-list.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a run needs of the world around it. */
export interface BackupContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The new backup, proven. */
interface TakenBackup {
  readonly path: string;
  readonly verification: Verification & { readonly verified: true };
  readonly manifest: BackupManifest;
}

/** What is on the disk after pruning, and what pruning did: nothing when it is off. */
interface Pruned {
  readonly result: CleanupResult | undefined;
  readonly retained: readonly RetainedBackup[];
}

/** The result of a part whose failure must not keep the next parts from their work. */
type Outcome<T> = { readonly value: T } | { readonly failure: Error };

async function attempt<T>(part: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await part() };
  } catch (error) {
    return { failure: error as Error };
  }
}

async function readConfiguration(
  inputs: BackupInputs,
  { environment }: BackupContext,
): Promise<LoadedConfig> {
  try {
    const loaded = await loadConfigFile({
      path: inputs['config-path'],
      workspace: workspaceFolder(environment),
      projectId: inputs['project-id'],
      environment: inputs.environment,
      variables: environment,
    });
    annotateWarnings(loaded.file, loaded.warnings.findings, loaded.warnings.total);
    const { tenants, flows } = loaded.config;
    info(`${loaded.file}: ${tenants.length} tenants, ${flows.length} flows`);
    return loaded;
  } catch (error) {
    if (error instanceof ConfigFileError) annotateErrors(error.file, error.problems);
    throw error;
  }
}

/**
 * Reads the configuration and writes the backup. The configuration is let go of when this returns: a large one
 * would otherwise be in memory twice while the backup is read back.
 *
 * @returns the paths of the new backup and of the config file, the latter as users know it
 */
async function writeBackup(
  service: BackupService,
  inputs: BackupInputs,
  context: BackupContext,
): Promise<{ path: string; file: string }> {
  const { config, source, notSaved, file } = await group('Read the configuration', () =>
    readConfiguration(inputs, context),
  );
  return group('Write the backup', async () => {
    const path = await service.createBackup(inputs['project-id'], inputs.environment, config, {
      source,
      notSaved,
      run: workflowRun(context.environment),
      onProgress: progressLog('Written', context.clock),
      signal: context.signal,
    });
    info(`Written to ${path}`);
    return { path, file };
  });
}

async function proveBackup(
  service: BackupService,
  path: string,
  { signal }: BackupContext,
): Promise<TakenBackup> {
  const verification = await service.verifyBackup(path);
  signal.throwIfAborted();
  if (!verification.verified) {
    throw new Error(
      `the new backup ${path} did not verify when it was read back: ${verification.problems.join('; ')}. ` +
        'Nothing was pruned',
    );
  }
  const { manifest } = verification;
  info(`${manifest.backup_id} is good, content hash ${manifest.content_sha256}`);
  return { path, verification, manifest };
}

function logRetention({ removed, kept, failed, warnings }: CleanupResult): void {
  for (const { id, reason } of removed) info(`Removed ${id}: ${reason}`);
  for (const { id, reason } of kept) info(`Kept ${id}: ${reason}`);
  for (const { id, reason } of failed) warning(`${id} should have gone: ${reason}`);
  for (const text of warnings) warning(text);
}

/** Damage shows here and nowhere else: the folder stays in the window until it is too old. */
function warnOfDamage(retained: readonly RetainedBackup[]): void {
  for (const { id, verification } of retained) {
    if (verification.verified) continue;
    const problems = verification.problems.join('; ');
    warning(`${id} does not verify: ${problems}. It is kept as it is`);
  }
}

async function prune(
  service: BackupService,
  inputs: BackupInputs,
  { path, verification }: TakenBackup,
  { environment, signal }: BackupContext,
): Promise<Pruned> {
  const projectId = inputs['project-id'];
  const backups = await service.inspectBackups(projectId, new Map([[path, verification]]));
  if (backups.length === 1 && !isSelfHosted(environment)) {
    info(
      'Retention had nothing to act on: this is the only backup here, as always on a hosted runner. Older backups are in the artifacts of earlier runs',
    );
  }
  if (inputs.prune === false) {
    info('Pruning is off (prune: false)');
    warnOfDamage(backups);
    return { result: undefined, retained: backups };
  }
  const dryRun = inputs.prune === 'dry-run';
  const result = await service.cleanupOldBackups(projectId, { backups, dryRun, signal });
  logRetention(result);
  warnOfDamage(result.retained);
  return { result, retained: result.retained };
}

async function upload(
  inputs: BackupInputs,
  { path, manifest }: TakenBackup,
  retained: readonly RetainedBackup[],
  { environment, makeArtifactClient, signal }: BackupContext,
): Promise<UploadedArtifact> {
  const { files, warnings } = await listForUpload(retained, path);
  for (const text of warnings) warning(text);
  const name =
    inputs['artifact-name'] ?? `descope-backup-${inputs['project-id']}-${inputs.environment}`;
  const artifact = await uploadArtifact(
    {
      name,
      suffix: manifest.backup_id,
      rootFolder: dirname(dirname(path)),
      files,
      retentionDays: inputs['retention-days'],
      compressionLevel: inputs['compression-level'],
      backupPath: path,
    },
    environment,
    makeArtifactClient,
    signal,
  );
  info(`Uploaded ${files.length} files as ${artifact.name}: ${artifact.url}`);
  return artifact;
}

function whyNoUpload(inputs: BackupInputs, environment: Environment): string | undefined {
  if (!inputs['upload-artifact']) return 'uploading is off (upload-artifact: false)';
  if (!canUpload(environment)) {
    return 'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)';
  }
  return undefined;
}

function reportArtifact(
  upload: Outcome<UploadedArtifact> | { readonly skipped: string },
  { environment, clock }: BackupContext,
): ArtifactReport {
  if ('skipped' in upload) return { outcome: 'skipped', reason: upload.skipped };
  if ('failure' in upload) return { outcome: 'failed', reason: upload.failure.message };
  const { name, id, size, retentionDays } = upload.value;
  const expires = new Date(clock() + retentionDays * DAY_MS).toISOString().slice(0, 10);
  const runId = environment['GITHUB_RUN_ID'] ?? '';
  return { outcome: 'uploaded', name, id, size, retentionDays, expires, runId };
}

function reportRetention(inputs: BackupInputs, pruned: Outcome<Pruned>): RetentionReport {
  if ('failure' in pruned) return { skipped: `Nothing was removed: ${pruned.failure.message}` };
  const { result } = pruned.value;
  if (result === undefined) return { skipped: 'Pruning is off (prune: false).' };
  return {
    ...result,
    retentionDays: inputs['retention-days'],
    dryRun: inputs.prune === 'dry-run',
  };
}

/**
 * Takes a backup, proves it, prunes old ones, uploads what is kept and reports.
 *
 * Once the backup is proven, every later part is tried whatever became of the one before, and what failed fails
 * the step at the end: a full artifact storage must not hide what was saved.
 *
 * @throws Error with the one message that the step fails with
 */
export async function run(inputs: BackupInputs, context: BackupContext): Promise<void> {
  const { environment, signal, clock } = context;
  const service = new BackupService({
    backupRoot: resolve(workspaceFolder(environment), inputs['backup-root']),
    retentionDays: inputs['retention-days'],
    minimumBackups: inputs['minimum-backups'],
    clock,
  });
  const { path, file } = await writeBackup(service, inputs, context);
  const taken = await group('Read the backup back', () => proveBackup(service, path, context));
  const { manifest, verification } = taken;
  setOutputs({
    'backup-id': manifest.backup_id,
    'backup-path': path,
    'content-hash': manifest.content_sha256,
    'tenant-count': manifest.counts.tenants,
    'flow-count': manifest.counts.flows,
  });

  const pruned = await group('Prune old backups', () =>
    attempt(() => prune(service, inputs, taken, context)),
  );
  const retained =
    'value' in pruned ? pruned.value.retained : [{ id: manifest.backup_id, path, verification }];
  setOutputs({
    'pruned-count': 'value' in pruned ? (pruned.value.result?.removed.length ?? 0) : 0,
  });
  signal.throwIfAborted();

  const skipped = whyNoUpload(inputs, environment);
  if (skipped !== undefined) info(`No artifact is uploaded: ${skipped}`);
  const uploaded =
    skipped !== undefined
      ? { skipped }
      : await group('Upload the artifact', () =>
          attempt(() => upload(inputs, taken, retained, context)),
        );
  signal.throwIfAborted();
  if ('value' in uploaded) {
    const { name, id, url, digest } = uploaded.value;
    setOutputs({
      'artifact-name': name,
      'artifact-id': id,
      'artifact-url': url,
      'artifact-digest': digest,
    });
  }

  if (inputs['job-summary']) {
    const markdown = renderSummary({
      projectId: inputs['project-id'],
      environment: inputs.environment,
      sourceFile: file,
      backupId: manifest.backup_id,
      backupPath: path,
      contentHash: manifest.content_sha256,
      ...manifest.counts,
      coverage: manifest.coverage,
      retention: reportRetention(inputs, pruned),
      artifact: reportArtifact(uploaded, context),
    });
    const written = await attempt(() => writeSummary(markdown));
    if ('failure' in written)
      warning(`the job summary was not written: ${written.failure.message}`);
  }

  const failures = [pruned, uploaded].flatMap((outcome) =>
    'failure' in outcome ? [outcome.failure] : [],
  );
  const [failure, ...more] = failures;
  if (failure === undefined) return;
  if (more.length === 0) throw failure;
  throw new AggregateError(failures, failures.map(({ message }) => message).join('. Also: '));
}
