/** The upload of one artifact, and the words for what may go wrong with it. */
import type { ArtifactClient, UploadArtifactResponse } from '@actions/artifact';
import { interruption } from './interruption.ts';
import { info } from './log.ts';
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
  /** Where the new backup is on this machine, for the message of a failure. */
  readonly backupPath: string;
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
export type ArtifactClientFactory<
  Method extends 'uploadArtifact' | 'downloadArtifact' = 'uploadArtifact' | 'downloadArtifact',
> = () => Promise<Pick<ArtifactClient, Method>>;

export const defaultArtifactClient: ArtifactClientFactory = async () => {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
};

/** Whether the process runs as a step of a job, and so can upload artifacts. */
export function canUpload(environment: Environment): boolean {
  return Boolean(environment['ACTIONS_RUNTIME_TOKEN']);
}

/**
 * What the artifact can be kept for at most: the repository's or organisation's limit, else
 * GitHub's. The library would lower it by itself, but with a warning in each run.
 */
export function artifactRetentionDays(wanted: number, environment: Environment): number {
  const text = environment['GITHUB_RETENTION_DAYS'] ?? '';
  const limit = /^[1-9]\d*$/.test(text) ? Number(text) : DEFAULT_MAX_RETENTION_DAYS;
  return Math.min(wanted, limit);
}

/**
 * How long an upload may take. The library notices a silent blob store by itself, but waits for a
 * silent artifact service for over a quarter of an hour.
 */
const UPLOAD_DEADLINE_MINUTES = 12;

/** Known failures: how the library words them, and what a user can do. */
const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [
    /CreateArtifact.*\(409\)/s,
    'the name is taken in this run: give each job its own artifact-name',
  ],
  [
    /quota/i,
    'the storage for artifacts is used up: delete old artifacts or lower retention-days; GitHub counts anew every 6 to 12 hours',
  ],
  [
    /ERR_INVALID_URL|Invalid token|JWT token is invalid|ACTIONS_RESULTS_URL/,
    'the runner offers no artifact service that this action understands: set upload-artifact to false, or update the runner',
  ],
  [/\(401\)|Unauthorized/i, 'the token of this job is no longer accepted: run the job again'],
  [
    /\(403\)|Forbidden/i,
    'the artifact service refused the upload: a proxy or firewall in between may block it; if not, run the job again',
  ],
  [
    /ECONNRESET|ETIMEDOUT|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EPIPE|socket hang up|network/i,
    'the connection failed: run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net',
  ],
  [/zip creation/i, 'a file could not be read while it was packed: check the disk'],
  [
    /timed out after \d+ minutes/,
    `the upload took longer than ${UPLOAD_DEADLINE_MINUTES} minutes or stood still: run the job again; raise compression-level, or lower retention-days to upload less`,
  ],
  [/stalled|timed? ?out/i, 'the upload made no progress: run the job again'],
  [/\(5\d\d\)|ServerBusy/i, 'the artifact service has a fault: run the job again later'],
];

function isNameTaken(error: unknown): boolean {
  return /CreateArtifact.*\(409\)/s.test(String(error));
}

/** The library takes an empty address for github.com, too. */
function serverUrl({ GITHUB_SERVER_URL = '' }: Environment): string {
  return GITHUB_SERVER_URL === '' ? 'https://github.com' : GITHUB_SERVER_URL;
}

/** Why there is no artifact service that could take the upload, and what to do, if so. */
function lackOfService(environment: Environment): string | undefined {
  const server = serverUrl(environment);
  if (!URL.canParse(server)) {
    return `GITHUB_SERVER_URL is ${JSON.stringify(server)}, which is no URL: leave it as the runner sets it, or set upload-artifact to false`;
  }
  // Hosts with GitHub's own artifact service, by the library's rule; any other is an Enterprise
  // Server.
  const { hostname } = new URL(server);
  return /^github\.com$|\.ghe\.com$|\.localhost$/i.test(hostname)
    ? undefined
    : 'GitHub Enterprise Server lacks the artifact service that this action needs: set upload-artifact to false and keep the backup folder with another step';
}

function failure(advice: string, cause: string, request: ArtifactRequest, error?: unknown): Error {
  return new Error(
    `could not upload the artifact ${JSON.stringify(request.name)}: ${advice}${cause === '' ? '' : ` (${cause})`}. ` +
      `The backup itself is complete at ${request.backupPath}: a later step with "if: failure()" can still save it`,
    { cause: error },
  );
}

/** Says what failed, why as the service put it, what to do, and that the backup itself is safe. */
function explain(error: unknown, request: ArtifactRequest): Error {
  const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
  const { code = '', statusCode = 0 } = error as { code?: string; statusCode?: number };
  const clues = `${kind} ${code} (${statusCode}) ${message}`;
  const advice =
    ADVICE.find(([pattern]) => pattern.test(clues))?.[1] ??
    'run the job again; the log above may say more';
  const [firstLine = ''] = message.split('\n');
  const isCodeNews = code !== '' && !message.includes(code);
  return failure(advice, isCodeNews ? `${code}: ${firstLine}` : firstLine, request, error);
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
  makeClient: ArtifactClientFactory<'uploadArtifact'>,
  signal: AbortSignal,
): Promise<UploadedArtifact> {
  signal.throwIfAborted();
  const lack = lackOfService(environment);
  if (lack !== undefined) throw failure(lack, '', request);
  const retentionDays = artifactRetentionDays(request.retentionDays, environment);
  if (retentionDays < request.retentionDays) {
    info(
      `The artifact is kept for ${retentionDays} days, not ${request.retentionDays}: GitHub keeps none longer here`,
    );
  }
  const { promise: interrupted, end } = interruption('Upload', UPLOAD_DEADLINE_MINUTES, signal);
  const upload = async (name: string): Promise<UploadArtifactResponse> => {
    const client = await makeClient();
    const { rootFolder, files, compressionLevel } = request;
    const options = { retentionDays, compressionLevel };
    return Promise.race([
      client.uploadArtifact(name, [...files], rootFolder, options),
      interrupted,
    ]);
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
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
    const url = `${serverUrl(environment)}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID ?? ''}/artifacts/${id}`;
    return { name, id, digest, size, url, retentionDays };
  } catch (error) {
    throw signal.aborted ? error : explain(error, { ...request, name });
  } finally {
    end();
  }
}
