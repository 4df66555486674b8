/** Requests to GitHub's REST API, with the words for its refusals. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Secret } from '../project/secret.ts';
import { proxyFailure } from '../storage/proxy-errors.ts';
import type { Environment } from './run-context.ts';

const FIRST_DELAY_MS = 1000;

/** How long to wait for GitHub. */
export interface RequestBounds {
  /** Milliseconds for one request and its answer. */
  readonly timeoutMs: number;
  /** Requests for one call, at least 1; only a failure that may pass is followed by another. */
  readonly attempts: number;
}

const DEFAULT_BOUNDS: RequestBounds = { timeoutMs: 10_000, attempts: 2 };

/** GitHub's REST API did not give what was asked for; the message says why and what to do. */
export class GitHubApiError extends Error {
  /** Undefined when there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** The repository that the run belongs to, and how to read of it. */
export interface GitHubApi {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: Secret;
  /**
   * @param path below the repository, such as `actions/artifacts?per_page=100`; empty for the
   * repository itself
   * @param signal ends the call earlier than that of the run
   * @returns the JSON object of the answer
   * @throws GitHubApiError; the reason of a signal that was aborted
   */
  get(path: string, signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
}

function refusal(status: number, remaining: string | null): string | undefined {
  if (status === 401) return 'the token is not accepted: leave github-token out, or check it';
  if (status === 429 || (status === 403 && remaining === '0')) {
    return 'the rate limit of the token is used up: try again in an hour';
  }
  if (status === 403 || status === 404) {
    return 'the token may not read this: give the job "permissions: actions: read" beside what it has';
  }
  return undefined;
}

async function getOnce(url: string, token: Secret, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${token.reveal()}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    },
    redirect: 'error',
    signal,
  });
  if (response.ok) return response.json();
  const { status, headers } = response;
  const advice = refusal(status, headers.get('x-ratelimit-remaining')) ?? 'GitHub has a fault';
  throw new GitHubApiError(`HTTP ${status}: ${advice}`, status);
}

function isPassing(error: unknown): boolean {
  return !(error instanceof GitHubApiError) || (error.status ?? 0) >= 500;
}

/**
 * Reads of the run's own repository through the REST API. By default, failures that may pass are
 * tried once more, for under half a minute.
 */
export function gitHubApi(
  environment: Environment,
  token: Secret,
  runSignal: AbortSignal,
  { timeoutMs, attempts }: RequestBounds = DEFAULT_BOUNDS,
): GitHubApi {
  const { GITHUB_API_URL = '', GITHUB_REPOSITORY: repository = '' } = environment;
  const origin = GITHUB_API_URL === '' ? 'https://api.github.com' : GITHUB_API_URL;
  const get: GitHubApi['get'] = async (path, signal = runSignal) => {
    const url = `${origin}/repos/${repository}${path === '' ? '' : `/${path}`}`;
    for (let attempt = 1; ; attempt++) {
      try {
        const timeout = AbortSignal.timeout(timeoutMs);
        const answer = await getOnce(url, token, AbortSignal.any([signal, timeout]));
        if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
          return answer as Readonly<Record<string, unknown>>;
        }
        throw new GitHubApiError(`the answer of ${path} is no JSON object`);
      } catch (error) {
        signal.throwIfAborted();
        if (attempt >= attempts || !isPassing(error)) {
          if (error instanceof GitHubApiError) throw error;
          const { message, cause } = error as Error & { cause?: { code?: string } };
          const ofProxy = proxyFailure(error, origin)?.message;
          throw new GitHubApiError(
            `no good answer from ${origin}: ${ofProxy ?? cause?.code ?? message}`,
          );
        }
        await sleep(FIRST_DELAY_MS * attempt, undefined, { signal });
      }
    }
  };
  return { repository, token, get };
}
