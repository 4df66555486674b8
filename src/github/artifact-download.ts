/** The download of one artifact as a zip, within a time limit. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactClientFactory } from './artifact.ts';
import type { ListedArtifact } from './artifact-list.ts';
import { interruption } from './interruption.ts';
import type { GitHubApi } from './rest-api.ts';

const DEADLINE_MINUTES = 5;

/** The zip is not the one that was uploaded. */
export class DamagedArtifactError extends Error {}

/**
 * Downloads the zip of an artifact, packed as it is: what is in it is for the caller to check.
 *
 * @param folder is made
 * @returns the path of the zip
 * @throws DamagedArtifactError; Error when it could not be downloaded
 */
export async function downloadArtifact(
  { id, runId = 0, digest }: ListedArtifact,
  folder: string,
  { repository, token }: GitHubApi,
  makeClient: ArtifactClientFactory<'downloadArtifact'>,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  await mkdir(folder, { recursive: true });
  const [repositoryOwner = '', repositoryName = ''] = repository.split('/');
  const { promise: interrupted, end } = interruption('Download', DEADLINE_MINUTES, signal);
  try {
    const client = await makeClient();
    const { digestMismatch } = await Promise.race([
      client.downloadArtifact(id, {
        path: folder,
        skipDecompress: true,
        ...(digest !== undefined && { expectedHash: digest }),
        findBy: { token: token.reveal(), workflowRunId: runId, repositoryOwner, repositoryName },
      }),
      interrupted,
    ]);
    const [file] = await readdir(folder);
    if (digestMismatch === true || file === undefined) {
      throw new DamagedArtifactError('its digest is not the one that GitHub recorded');
    }
    return join(folder, file);
  } finally {
    end();
  }
}
