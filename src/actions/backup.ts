import { resolve } from 'node:path';
import { group, info, warning } from '@actions/core';
import type { ArtifactClientFactory, UploadedArtifact } from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { setOutputs } from '../github/outputs.ts';
import { progressLog } from '../github/progress.ts';
import { repositoryVisibility, type Visibility } from '../github/repository-visibility.ts';
import { workflowRun, workspaceFolder, type Environment } from '../github/run-context.ts';
import {
  renderSummary,
  writeSummary,
  type ArtifactReport,
  type RetentionReport,
} from '../github/summary.ts';
import type { BackupManifest, SectionCoverage } from '../models/manifest.ts';
import { BackupService, type Verification } from '../services/index.ts';
import { captureProject, type Capture } from './capture.ts';
import { attempt, type Outcome } from './outcome.ts';
import { prune, type Pruned } from './prune.ts';
import { publish, whyNoUpload } from './publish.ts';

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

/**
 * Reads the project and writes the backup. What was read is let go of when this returns: a large project would
 * otherwise be in memory twice while the backup is read back.
 */
async function writeBackup(
  service: BackupService,
  inputs: BackupInputs,
  context: BackupContext,
  mayName: boolean,
): Promise<{ path: string; capture: Omit<Capture, 'content'> }> {
  const { content, ...capture } = await group('Read the configuration', () =>
    captureProject(inputs, context, mayName),
  );
  const path = await group('Write the backup', async () => {
    const written = await service.saveProject(inputs['project-id'], inputs.environment, content, {
      ...capture.record,
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
  const { result, skipped = '' } = pruned.value;
  if (result === undefined) return { skipped: `${skipped}.` };
  return {
    ...result,
    retentionDays: inputs['retention-days'],
    dryRun: inputs.prune === 'dry-run',
  };
}

function setBackupOutputs(
  { path, manifest }: TakenBackup,
  { live }: Omit<Capture, 'content'>,
): void {
  const withStatus = (status: SectionCoverage['status']) =>
    manifest.coverage.flatMap((entry) => (entry.status === status ? [entry.section] : []));
  setOutputs({
    'backup-id': manifest.backup_id,
    'backup-path': path,
    'content-hash': manifest.content_sha256,
    'tenant-count': manifest.counts.tenants,
    'flow-count': manifest.counts.flows,
    status: manifest.status,
    'sections-saved': withStatus('saved').join(','),
    'sections-failed': withStatus('failed').join(','),
    ...(live && { 'request-count': live.requestCount }),
    ...(live?.keyExpiresInDays !== undefined && { 'key-expires-in-days': live.keyExpiresInDays }),
  });
}

/** What the inputs ask of a backup beyond that it is proven. */
function demands(inputs: BackupInputs, { status, coverage }: BackupManifest): Error[] {
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
  return failures;
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
  const isOnGitHub = environment['GITHUB_ACTIONS'] === 'true';
  const visibility: Visibility = isOnGitHub
    ? await repositoryVisibility(
        environment,
        inputs.source === 'live' ? inputs['github-token'] : undefined,
      )
    : 'private';
  const mayName = visibility === 'private' || visibility === 'internal';
  const service = new BackupService({
    backupRoot: resolve(workspaceFolder(environment), inputs['backup-root']),
    retentionDays: inputs['retention-days'],
    minimumBackups: inputs['minimum-backups'],
    clock,
  });
  const { path, capture } = await writeBackup(service, inputs, context, mayName);
  const taken = await group('Read the backup back', () => proveBackup(service, path, context));
  const { manifest, verification } = taken;
  setBackupOutputs(taken, capture);

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
          attempt(() => publish(inputs, taken, retained, visibility, context)),
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
      origin: capture.origin,
      backupId: manifest.backup_id,
      backupPath: path,
      contentHash: manifest.content_sha256,
      status: manifest.status,
      isTorn: manifest.consistency === 'torn',
      ...manifest.counts,
      coverage: manifest.coverage,
      drift: capture.live?.drift,
      mayName: mayName || manifest.source.type === 'config-file',
      retention: reportRetention(inputs, pruned),
      artifact: reportArtifact(uploaded, context),
    });
    const written = await attempt(() => writeSummary(markdown));
    if ('failure' in written) {
      warning(`the job summary was not written: ${written.failure.message}`);
    }
  }

  const failures = [
    ...[pruned, uploaded].flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : [])),
    ...demands(inputs, manifest),
  ];
  const [failure, ...more] = failures;
  if (failure === undefined) return;
  if (more.length === 0) throw failure;
  throw new AggregateError(failures, failures.map(({ message }) => message).join('. Also: '));
}
