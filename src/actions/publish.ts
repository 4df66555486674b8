/**
 * The upload of the retained backups: whether there is one, under which name, and what strangers
 * must not get.
 */
import { dirname } from 'node:path';
import { nameOf, type ArtifactNaming } from '../copies/artifact-names.ts';
import type { CopyStore, KeptBackups, StoredCopy } from '../copies/backup-copies.ts';
import { mayBeLive } from '../copies/live-data.ts';
import { listForUpload, type RetainedBackup } from '../copies/upload-list.ts';
import { canUpload, uploadArtifact, type ArtifactClientFactory } from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import { isActionStep, type Environment } from '../github/run-context.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { StorePlace } from '../runs/world.ts';
import { mayNameThings, whyNotForStrangers } from './strangers.ts';

export interface PublishContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory<'uploadArtifact'>;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  readonly reporter: Reporter;
  /** Who can read the repository. */
  readonly visibility: Visibility;
}

/** Why there is nothing to upload, or nowhere to upload it to. */
export function whyNoUpload(
  inputs: Pick<BackupInputs, 'upload-artifact'>,
  environment: Environment,
): string | undefined {
  if (!inputs['upload-artifact']) return 'uploading is off (upload-artifact: false)';
  // In a step of a job it is a failure: the backup would go with the machine.
  if (!canUpload(environment) && !isActionStep(environment)) {
    return 'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)';
  }
  return undefined;
}

/** What an upload takes from the inputs. */
export type UploadInputs = Pick<
  BackupInputs,
  | 'upload-artifact'
  | 'allow-public-artifact'
  | 'artifact-retention-days'
  | 'retention-days'
  | 'compression-level'
>;

/**
 * Makes sure that no stranger can download a live backup.
 *
 * @throws Error that says how to go on
 */
async function checkReaders(
  inputs: UploadInputs,
  retained: readonly RetainedBackup[],
  { visibility, reporter }: PublishContext,
): Promise<void> {
  if (visibility === 'internal') {
    reporter.info(
      'The repository is internal: every member of the enterprise can download the artifact',
    );
  }
  if (mayNameThings(visibility)) return;
  if (!(await Promise.all(retained.map(mayBeLive))).includes(true)) {
    if (visibility === 'public') {
      reporter.warning(
        'the repository is public: anyone who is logged in to GitHub can download this artifact',
      );
    }
    return;
  }
  const how = 'anyone who is logged in to GitHub could download it';
  const reason = whyNotForStrangers(visibility, inputs['allow-public-artifact'], how);
  if (reason === undefined) return;
  throw new Error(
    `the live backup was not uploaded: ${reason}. Run this in a private repository, set upload-artifact to false and keep the backup elsewhere, or set allow-public-artifact to true. The backup itself is on this machine, at the output backup-path`,
  );
}

/** Uploads the retained backups as one artifact. */
async function publish(
  name: (isWindowMissing: boolean) => string,
  inputs: UploadInputs,
  { fresh: { path, manifest }, retained, isWindowMissing }: KeptBackups,
  context: PublishContext,
): Promise<StoredCopy> {
  const { environment, makeArtifactClient, signal, reporter } = context;
  if (!canUpload(environment)) {
    throw new Error(
      `the backup was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. The backup at ${path} goes with this machine. Run the action with "uses:" as a step of the job, or set upload-artifact to false and keep the backup folder with another step`,
    );
  }
  await checkReaders(inputs, retained, context);
  const { files, warnings, excess } = await listForUpload(retained, path, { reporter });
  for (const text of warnings) reporter.warning(text);
  const artifact = await uploadArtifact(
    {
      name: name(isWindowMissing || excess !== undefined),
      suffix: manifest.backup_id,
      rootFolder: dirname(dirname(path)),
      files,
      retentionDays: inputs['artifact-retention-days'] ?? inputs['retention-days'],
      compressionLevel: inputs['compression-level'],
      backupPath: path,
    },
    environment,
    makeArtifactClient,
    signal,
  );
  reporter.info(`Uploaded ${files.length} files as ${artifact.name}: ${artifact.url}`);
  return { ...artifact, ...(excess !== undefined && { excess }) };
}

/**
 * Artifacts of this run as the place where the retained backups go, under the name of their line.
 */
export function artifactStore(
  naming: ArtifactNaming,
  inputs: UploadInputs,
  context: PublishContext,
): StorePlace {
  const skipped = whyNoUpload(inputs, context.environment);
  if (skipped !== undefined) return { skipped };
  return {
    store: (kept) => {
      const name = (isMissing: boolean) => nameOf(naming, kept.fresh.manifest, isMissing);
      return publish(name, inputs, kept, context);
    },
  } satisfies CopyStore;
}
