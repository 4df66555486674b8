/** The upload of the report of a restore: its folder, as an artifact of the run. */
import { join } from 'node:path';
import { restoreArtifactName } from '../copies/artifact-names.ts';
import { canUpload, uploadArtifact, type ArtifactClientFactory } from '../github/artifact.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import type { RestoreInputs } from '../github/restore-inputs.ts';
import { isActionStep, type Environment } from '../github/run-context.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { RestoreFolder } from '../services/restore/restore-folder.ts';
import { listFiles } from '../storage/list-files.ts';
import { whyNotForStrangers } from './strangers.ts';

/** As long as GitHub allows where nothing else is said. */
const RETENTION_DAYS = 90;
const COMPRESSION_LEVEL = 6;

export interface ReportUploadContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory<'uploadArtifact'>;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  readonly reporter: Reporter;
  /** Who can read the repository. */
  readonly visibility: Visibility;
}

/** Why the report is not uploaded, where that is no failure. */
function whyNoUpload(
  inputs: RestoreInputs,
  { environment, visibility }: ReportUploadContext,
): string | undefined {
  if (!inputs['upload-artifact']) return 'uploading is off (upload-artifact: false)';
  if (!canUpload(environment) && !isActionStep(environment)) {
    return 'there is no artifact service outside GitHub Actions (ACTIONS_RUNTIME_TOKEN is not set)';
  }
  const how = 'anyone who is logged in to GitHub could download the plan, which names objects';
  return whyNotForStrangers(visibility, inputs['allow-public-artifact'], how);
}

/**
 * Uploads the folder of a restore as it is now. The paths in the artifact start where the backup root does.
 *
 * @throws Error that names the cause and the fix; the folder itself is safe
 */
export async function uploadReport(
  inputs: RestoreInputs,
  folder: RestoreFolder,
  context: ReportUploadContext,
): Promise<void> {
  const { environment, makeArtifactClient, signal, reporter } = context;
  const reason = whyNoUpload(inputs, context);
  if (reason !== undefined) {
    reporter.info(`No report artifact is uploaded: ${reason}`);
    return;
  }
  if (!canUpload(environment)) {
    throw new Error(
      `the report was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. It is at ${folder.path}, and goes with this machine. Run the action with "uses:" as a step of the job, or set upload-artifact to false`,
    );
  }
  const { files } = await listFiles(folder.path);
  const artifact = await uploadArtifact(
    {
      name: restoreArtifactName(inputs['project-id'], folder.id),
      suffix: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
      rootFolder: join(folder.path, '..', '..'),
      files: files.map((file) => join(folder.path, file)),
      retentionDays: RETENTION_DAYS,
      compressionLevel: COMPRESSION_LEVEL,
      backupPath: folder.path,
    },
    environment,
    makeArtifactClient,
    signal,
  );
  reporter.info(`Uploaded the report as ${artifact.name}: ${artifact.url}`);
}
