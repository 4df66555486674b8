import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  canUpload,
  uploadArtifact,
  type ArtifactClientFactory,
  type UploadedArtifact,
} from '../github/artifact.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { info, warning } from '../github/log.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import type { Environment } from '../github/run-context.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { nameOf } from './artifact-names.ts';
import { listForUpload, type RetainedBackup } from './upload-list.ts';

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
  if (!canUpload(environment)) {
    return 'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)';
  }
  return undefined;
}

/** A damaged backup is uploaded as well: it counts as live when anything in it says so. */
async function isLive({ path, verification }: RetainedBackup): Promise<boolean> {
  if (verification.verified) return verification.manifest.source.type === 'management-api';
  const read = (file: string) => readFile(join(path, file), 'utf8').catch(() => '');
  const names = await readdir(path).catch(() => [] as string[]);
  return (
    names.some((name) => name === 'resources' || name === 'snapshot') ||
    (await read('manifest.json')).includes('"management-api"') ||
    (await read('project.json')).includes('"tenant_data"')
  );
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
  if (visibility === 'private' || visibility === 'internal') return;
  if (!(await Promise.all(retained.map(isLive))).includes(true)) {
    if (visibility === 'public') {
      warning(
        'the repository is public: anyone who is logged in to GitHub can download this artifact',
      );
    }
    return;
  }
  if (inputs['allow-public-artifact']) return;
  const reason =
    visibility === 'public'
      ? 'the repository is public, and anyone who is logged in to GitHub could download it'
      : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
  throw new Error(
    `the live backup was not uploaded: ${reason}. Run this in a private repository, set upload-artifact to false and keep the backup elsewhere, or set allow-public-artifact to true. The backup itself is on this machine, at the output backup-path`,
  );
}

/** Uploads the retained backups as one artifact. */
export async function publish(
  inputs: BackupInputs,
  { path, manifest }: { path: string; manifest: BackupManifest },
  retained: readonly RetainedBackup[],
  visibility: Visibility,
  { environment, makeArtifactClient, signal, isWindowMissing }: PublishContext,
): Promise<UploadedArtifact> {
  await checkReaders(inputs, retained, visibility);
  const { files, warnings } = await listForUpload(retained, path);
  for (const text of warnings) warning(text);
  const artifact = await uploadArtifact(
    {
      name: nameOf(inputs, manifest, isWindowMissing),
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
  return artifact;
}
