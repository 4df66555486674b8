/** The upload of the retained backups: whether there is one, under which name, and what strangers must not get. */
import { dirname } from 'node:path';
import {
  canUpload,
  uploadArtifact,
  type ArtifactClientFactory,
  type UploadedArtifact,
} from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { info, warning } from '../github/log.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import { isActionStep, type Environment } from '../github/run-context.ts';
import type { ProvenBackup } from '../services/index.ts';
import { nameOf } from '../copies/artifact-names.ts';
import { mayBeLive } from '../copies/live-data.ts';
import { mayNameThings, whyNotForStrangers } from '../copies/strangers.ts';
import { listForUpload, type RetainedBackup, type UploadList } from '../copies/upload-list.ts';

export interface PublishContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory<'uploadArtifact'>;
  readonly signal: AbortSignal;
  /** Whether earlier backups that should go along could not be brought back. */
  readonly isWindowMissing: boolean;
}

/** Why there is nothing to upload, or nowhere to upload it to. */
export function whyNoUpload(inputs: BackupInputs, environment: Environment): string | undefined {
  if (!inputs['upload-artifact']) return 'uploading is off (upload-artifact: false)';
  // In a step of a job it is a failure: the backup would go with the machine.
  if (!canUpload(environment) && !isActionStep(environment)) {
    return 'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)';
  }
  return undefined;
}

/**
 * Makes sure that no stranger can download a live backup.
 *
 * @throws Error that says how to go on
 */
async function checkReaders(
  inputs: BackupInputs,
  retained: readonly RetainedBackup[],
  visibility: Visibility,
): Promise<void> {
  if (visibility === 'internal') {
    info('The repository is internal: every member of the enterprise can download the artifact');
  }
  if (mayNameThings(visibility)) return;
  if (!(await Promise.all(retained.map(mayBeLive))).includes(true)) {
    if (visibility === 'public') {
      warning(
        'the repository is public: anyone who is logged in to GitHub can download this artifact',
      );
    }
    return;
  }
  const how = 'anyone who is logged in to GitHub could download it';
  const reason = whyNotForStrangers(inputs, visibility, how);
  if (reason === undefined) return;
  throw new Error(
    `the live backup was not uploaded: ${reason}. Run this in a private repository, set upload-artifact to false and keep the backup elsewhere, or set allow-public-artifact to true. The backup itself is on this machine, at the output backup-path`,
  );
}

/** An artifact, and why it lacks some of the backups that should be in it, if so. */
export type PublishedArtifact = UploadedArtifact & Pick<UploadList, 'excess'>;

/** Uploads the retained backups as one artifact. */
export async function publish(
  inputs: BackupInputs,
  { path, manifest }: ProvenBackup,
  retained: readonly RetainedBackup[],
  visibility: Visibility,
  { environment, makeArtifactClient, signal, isWindowMissing }: PublishContext,
): Promise<PublishedArtifact> {
  if (!canUpload(environment)) {
    throw new Error(
      `the backup was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. The backup at ${path} goes with this machine. Run the action with "uses:" as a step of the job, or set upload-artifact to false and keep the backup folder with another step`,
    );
  }
  await checkReaders(inputs, retained, visibility);
  const mayName = mayNameThings(visibility);
  const { files, warnings, excess } = await listForUpload(retained, path, { mayName });
  for (const text of warnings) warning(text);
  const artifact = await uploadArtifact(
    {
      name: nameOf(inputs, manifest, isWindowMissing || excess !== undefined),
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
  info(`Uploaded ${files.length} files as ${artifact.name}: ${artifact.url}`);
  return { ...artifact, ...(excess !== undefined && { excess }) };
}
