/** Backups that earlier runs uploaded: found, downloaded, unpacked and verified. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DamagedArtifactError, downloadArtifact } from '../github/artifact-download.ts';
import { trustedArtifacts, type HistoryArtifact } from '../github/artifact-history.ts';
import type { ArtifactClientFactory } from '../github/artifact.ts';
import { info, warning } from '../github/log.ts';
import { gitHubApi, type GitHubApi } from '../github/rest-api.ts';
import type { Environment } from '../github/run-context.ts';
import type { BackupService, InspectedBackup } from '../services/index.ts';
import type { ArtifactNames } from './artifact-names.ts';
import { MAX_ZIP_BYTES } from '../storage/archive-limits.ts';
import { openArtifact, type OpenArtifact } from './open-artifact.ts';
import { backupsWithoutNames } from './strangers.ts';
import { UnsafeArchiveError } from '../storage/unzip.ts';

/** Artifacts that are looked into at most. */
const MAX_ARTIFACTS = 3;

export interface HistoryContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory<'downloadArtifact'>;
  readonly signal: AbortSignal;
  /** Unpacks and proves what came from elsewhere. Default: in this process. */
  readonly openArtifact?: OpenArtifact;
  /** Whether names of files may go into the log. Default: true. */
  readonly mayName?: boolean;
}

/** Which artifacts of which project are history. */
export interface HistorySource extends ArtifactNames {
  readonly projectId: string;
  readonly token: string;
  /** File name of the one workflow whose artifacts are trusted, where one is named. */
  readonly workflow: string | undefined;
}

/** The backups of one artifact, unpacked in a temporary folder, newest first. */
export interface FetchedArtifact {
  readonly name: string;
  readonly backups: readonly InspectedBackup[];
  /** Why nothing of it could be used. */
  readonly unusable?: string;
}

/** Whether the run can reach artifacts of earlier runs at all. */
export function canLookUp(environment: Environment, token: string | undefined): token is string {
  return (
    environment['GITHUB_ACTIONS'] === 'true' &&
    Boolean(environment['GITHUB_REPOSITORY']) &&
    token !== undefined
  );
}

/** Runs something with a temporary folder of the runner's, which is gone afterwards. */
export async function withTemporaryFolder<T>(
  { RUNNER_TEMP }: Environment,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(RUNNER_TEMP ?? tmpdir(), 'descope-backup-history-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function fetchArtifact(
  artifact: HistoryArtifact,
  projectId: string,
  folder: string,
  api: GitHubApi,
  { makeArtifactClient, signal, openArtifact: open = openArtifact, mayName = true }: HistoryContext,
): Promise<readonly InspectedBackup[]> {
  if (artifact.size > MAX_ZIP_BYTES) {
    throw new DamagedArtifactError(`its ${artifact.size} bytes are over ${MAX_ZIP_BYTES}`);
  }
  const packed = join(folder, `${artifact.id}.packed`);
  const unpacked = join(folder, String(artifact.id));
  const zip = await downloadArtifact(artifact, packed, api, makeArtifactClient, signal);
  let backups: readonly InspectedBackup[];
  try {
    backups = await open(zip, unpacked, projectId, { signal });
  } catch (error) {
    // The message may name a file of the archive.
    if (mayName || !(error instanceof UnsafeArchiveError)) throw error;
    throw new UnsafeArchiveError('it is damaged, or not safe to unpack', { cause: error });
  } finally {
    await rm(packed, { recursive: true });
  }
  if (backups.length === 0) {
    throw new DamagedArtifactError(`it holds no backup of project ${projectId}`);
  }
  return mayName ? backups : backupsWithoutNames(backups);
}

/**
 * Fetches the newest artifacts of a project, one by one, at most three. One that is damaged or not safe to unpack is
 * left out with a warning.
 *
 * @param folder a temporary one, where the backups are unpacked
 * @throws Error when the look-up or a download failed: that is never an empty history
 */
export async function* fetchHistory(
  { projectId, token, workflow, names, pattern }: HistorySource,
  folder: string,
  context: HistoryContext,
): AsyncGenerator<FetchedArtifact> {
  const api = gitHubApi(context.environment, token, context.signal);
  const query = { names, pattern, workflow };
  let count = 0;
  for await (const artifact of trustedArtifacts(api, context.environment, query)) {
    const { id, name, runId } = artifact;
    info(`Looking into artifact ${name} (${id}) of run ${runId}`);
    try {
      const backups = await fetchArtifact(artifact, projectId, folder, api, context);
      yield { name, backups };
    } catch (error) {
      const isDamage = error instanceof DamagedArtifactError || error instanceof UnsafeArchiveError;
      if (!isDamage) throw error;
      warning(`artifact ${name} (${id}) of run ${runId} is left out: ${error.message}`);
      yield { name, backups: [], unusable: error.message };
    }
    if (++count === MAX_ARTIFACTS) return;
  }
}

/** A backup of an artifact that did not verify, or a whole artifact that could not be used. */
export interface LeftOut {
  /** The backup's id, or the artifact's name. */
  readonly id: string;
  readonly artifact: string;
  readonly problems: readonly string[];
}

export interface CarriedHistory {
  /** How many artifacts were looked into. */
  readonly artifacts: number;
  /** How many of their backups verify. */
  readonly good: number;
  /** Ids of the backups that are in the root now and were not before. */
  readonly adopted: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Brings the backups of the newest artifacts back into the backup root, each under its id. What does not verify is left
 * out with a warning.
 *
 * @throws Error when the look-up or a download failed
 */
export async function carryHistory(
  service: BackupService,
  source: HistorySource,
  context: HistoryContext,
): Promise<CarriedHistory> {
  return withTemporaryFolder(context.environment, async (folder) => {
    const adopted: string[] = [];
    const leftOut: LeftOut[] = [];
    let artifacts = 0;
    let good = 0;
    for await (const { name, backups, unusable } of fetchHistory(source, folder, context)) {
      artifacts++;
      if (unusable !== undefined) leftOut.push({ id: name, artifact: name, problems: [unusable] });
      for (const { id, path, verification } of backups) {
        if (verification.verified) {
          good++;
          if (await service.adoptBackup(source.projectId, path)) adopted.push(id);
          continue;
        }
        const { problems } = verification;
        warning(
          `${id} of artifact ${name} is left out, it does not verify: ${problems.join('; ')}`,
        );
        leftOut.push({ id, artifact: name, problems });
      }
    }
    info(
      artifacts === 0
        ? 'There is no history yet: no artifact of this name'
        : `Brought back from ${artifacts} artifacts: ${adopted.join(', ') || 'nothing that was not here'}`,
    );
    return { artifacts, good, adopted, leftOut };
  });
}
