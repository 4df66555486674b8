import type { ArtifactClient, UploadArtifactResponse } from '@actions/artifact';
import { info } from '@actions/core';
import type { Environment } from './run-context.ts';

/** What GitHub keeps artifacts for where nothing else is said, in days. */
const DEFAULT_MAX_RETENTION_DAYS = 90;

export interface ArtifactRequest {
  readonly name: string;
  /** Is appended to a name that is taken in this run. */
  readonly suffix: string;
  /** Absolute path; the paths in the artifact start below it. */
  readonly rootFolder: string;
  /** Absolute paths of regular files that can be read. */
  readonly files: readonly string[];
  readonly retentionDays: number;
  readonly compressionLevel: number;
}

export interface UploadedArtifact {
  readonly name: string;
  readonly id: number;
  /** Hexadecimal SHA-256 of the zip. */
  readonly digest: string;
  /** Of the zip, in bytes. */
  readonly size: number;
  readonly url: string;
  /** What the artifact is really kept for. */
  readonly retentionDays: number;
}

/** Makes the client when it is needed: loading it costs more time than a small backup takes. */
export type ArtifactClientFactory = () => Promise<Pick<ArtifactClient, 'uploadArtifact'>>;

export const defaultArtifactClient: ArtifactClientFactory = async () => {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
};

/** Whether the process runs as a step of a job, and so can upload artifacts. */
export function canUpload(environment: Environment): boolean {
  return Boolean(environment['ACTIONS_RUNTIME_TOKEN']);
}

/**
 * What the artifact can be kept for at most: the repository's or organisation's limit, else GitHub's.
 * The library would lower it by itself, but with a warning in each run.
 */
export function artifactRetentionDays(wanted: number, environment: Environment): number {
  const text = environment['GITHUB_RETENTION_DAYS'] ?? '';
  const limit = /^[1-9]\d*$/.test(text) ? Number(text) : DEFAULT_MAX_RETENTION_DAYS;
  return Math.min(wanted, limit);
}

/** Known failures: how the library words them, and what a user can do. */
const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/\(409\)|already exists/i, 'the name is taken in this run: give each job its own artifact-name'],
  [
    /quota/i,
    'the storage for artifacts is used up: delete old artifacts or lower retention-days; GitHub counts anew every 6 to 12 hours',
  ],
  [
    /GHES|GHESNotSupported/i,
    'GitHub Enterprise Server lacks the artifact service that this action needs: set upload-artifact to false and keep the backup folder with another step',
  ],
  [
    /\((?:401|403)\)|Forbidden|Unauthorized|AuthenticationFailed/i,
    'the artifact service refused the upload: a proxy or firewall in between may block it; if not, run the job again',
  ],
  [
    /ECONNRESET|ETIMEDOUT|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EPIPE|socket hang up|network/i,
    'the connection failed: run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
  ],
  [/stalled|timed? ?out/i, 'the upload made no progress: run the job again'],
  [/\(5\d\d\)|ServerBusy/i, 'the artifact service has a fault: run the job again later'],
];

function isNameTaken(error: unknown): boolean {
  return String(error).includes('(409)');
}

/** Says what failed, why as the service put it, what to do, and that the backup itself is safe. */
function explain(error: unknown, name: string): Error {
  const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
  const code = (error as { code?: string }).code ?? '';
  const clues = `${kind} ${code} ${message}`;
  const advice =
    ADVICE.find(([pattern]) => pattern.test(clues))?.[1] ??
    'run the job again; the log above may say more';
  const [firstLine = ''] = message.split('\n');
  return new Error(
    `could not upload the artifact ${JSON.stringify(name)}: ${advice} (${[code, firstLine].filter((text) => text !== '').join(': ')}). ` +
      'The backup itself is complete on this machine, at the output backup-path',
    { cause: error },
  );
}

/**
 * Uploads files as one artifact of this run. A name that is taken gets the suffix, once.
 *
 * @param signal ends the wait; the library itself cannot be stopped
 * @throws Error that names the cause and the fix
 */
export async function uploadArtifact(
  request: ArtifactRequest,
  environment: Environment,
  makeClient: ArtifactClientFactory,
  signal?: AbortSignal,
): Promise<UploadedArtifact> {
  const { rootFolder, files, compressionLevel } = request;
  const retentionDays = artifactRetentionDays(request.retentionDays, environment);
  if (retentionDays < request.retentionDays) {
    info(
      `The artifact is kept for ${retentionDays} days, not ${request.retentionDays}: that is the limit of this repository`,
    );
  }
  const cancelled = new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  // It is awaited together with an upload; a signal between two awaits must not count as unhandled.
  cancelled.catch(() => undefined);
  const upload = async (name: string): Promise<UploadArtifactResponse> => {
    signal?.throwIfAborted();
    const client = await makeClient();
    const options = { retentionDays, compressionLevel };
    return Promise.race([client.uploadArtifact(name, [...files], rootFolder, options), cancelled]);
  };

  let name = request.name;
  try {
    let response: UploadArtifactResponse;
    try {
      response = await upload(name);
    } catch (error) {
      if (!isNameTaken(error)) throw error;
      name = `${request.name}-${request.suffix}`;
      info(`The artifact name ${request.name} is taken in this run: ${name} is used`);
      response = await upload(name);
    }
    const { id = 0, digest = '', size = 0 } = response;
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
    const url = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID ?? ''}/artifacts/${id}`;
    return { name, id, digest, size, url, retentionDays };
  } catch (error) {
    throw signal?.aborted === true ? error : explain(error, name);
  }
}
