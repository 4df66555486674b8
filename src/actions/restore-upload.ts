/**
 * The artifacts of a restore: its report, and the safety backup with the plan that it belongs to.
 */
import { dirname, join } from 'node:path';
import { restoreArtifactName, safetyArtifactName } from '../copies/artifact-names.ts';
import type { StoredCopy } from '../copies/backup-copies.ts';
import { canUpload, uploadArtifact, type ArtifactRequest } from '../github/artifact.ts';
import type { RestoreInputs } from '../project/inputs/restore.ts';
import type { SafetyCopy } from '../runs/restore/apply-world.ts';
import type { RestoreFolder } from '../services/restore/restore-folder.ts';
import { listFiles } from '../storage/list-files.ts';
import { whyNoUpload, type PublishContext } from './publish.ts';
import { whyNotForStrangers } from './strangers.ts';

/** As long as GitHub allows where nothing else is said. */
const RETENTION_DAYS = 90;
const COMPRESSION_LEVEL = 6;

/** @throws Error that names the cause and the fix; the files themselves are safe */
async function upload(
  request: Pick<ArtifactRequest, 'name' | 'rootFolder' | 'files' | 'backupPath'>,
  { environment, makeArtifactClient, signal }: PublishContext,
): Promise<StoredCopy> {
  if (!canUpload(environment)) {
    throw new Error(
      `the artifact ${request.name} was not uploaded: the runner gave this step no ACTIONS_RUNTIME_TOKEN, and without it there is no artifact service. Run the action with "uses:" as a step of the job`,
    );
  }
  return uploadArtifact(
    {
      ...request,
      suffix: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
      retentionDays: RETENTION_DAYS,
      compressionLevel: COMPRESSION_LEVEL,
    },
    environment,
    makeArtifactClient,
    signal,
  );
}

/** Paths in the artifacts start where the backup root does, so that both unpack into one. */
function rootOf({ path }: RestoreFolder): string {
  return dirname(dirname(path));
}

async function filesIn(folder: string): Promise<string[]> {
  return (await listFiles(folder)).files.map((file) => join(folder, file));
}

/**
 * Uploads the folder of a restore as it is now, where it may be.
 *
 * @throws Error that names the cause and the fix; the folder itself is safe
 */
export async function uploadReport(
  inputs: RestoreInputs,
  folder: RestoreFolder,
  context: PublishContext,
): Promise<void> {
  const { environment, reporter, visibility } = context;
  const how = 'anyone who is logged in to GitHub could download the plan, which names objects';
  const reason =
    whyNoUpload(inputs, environment) ??
    whyNotForStrangers(visibility, inputs['allow-public-artifact'], how);
  if (reason !== undefined) {
    reporter.info(`No report artifact is uploaded: ${reason}`);
    return;
  }
  const { name, url } = await upload(
    {
      name: restoreArtifactName(inputs['project-id'], folder.id),
      rootFolder: rootOf(folder),
      files: await filesIn(folder.path),
      backupPath: folder.path,
    },
    context,
  );
  reporter.info(`Uploaded the report as ${name}: ${url}`);
}

/**
 * Uploads the safety backup, whatever is said of other artifacts: nothing is written without it.
 *
 * @throws Error that names the cause and the fix
 */
export async function uploadSafetyBackup(
  inputs: RestoreInputs,
  { backup, folder, planPath }: SafetyCopy,
  context: PublishContext,
): Promise<StoredCopy> {
  return upload(
    {
      name: safetyArtifactName(inputs['project-id'], folder.id),
      rootFolder: rootOf(folder),
      files: [...(await filesIn(backup.path)), planPath],
      backupPath: backup.path,
    },
    context,
  );
}
