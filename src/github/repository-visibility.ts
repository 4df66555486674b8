/** Who can read the repository: by the event of the run, else by GitHub's API. */
import type { Secret } from '../project/secret.ts';
import { gitHubApi, type RequestBounds } from './rest-api.ts';
import type { Environment } from './run-context.ts';
import { eventRepository } from './run-event.ts';

/** Who can read the repository, and with it its artifacts. */
export type Visibility = 'public' | 'internal' | 'private' | 'unknown';

/** The run waits for the answer, and does without one. */
const BOUNDS: RequestBounds = { timeoutMs: 20_000, attempts: 1 };

function visibilityOf(repository: unknown): Visibility | undefined {
  const { visibility, private: isPrivate } = (repository ?? {}) as {
    visibility?: unknown;
    private?: unknown;
  };
  if (visibility === 'public' || visibility === 'internal' || visibility === 'private') {
    return visibility;
  }
  return typeof isPrivate === 'boolean' ? (isPrivate ? 'private' : 'public') : undefined;
}

async function fromApi(environment: Environment, token: Secret): Promise<Visibility | undefined> {
  // The bounds end the request; whoever asked notices that the run was cancelled.
  const neverAborted = new AbortController().signal;
  try {
    return visibilityOf(await gitHubApi(environment, token, neverAborted, BOUNDS).get(''));
  } catch {
    return undefined;
  }
}

/** From the most readers to the fewest: of two answers the first one counts. */
const STRICTEST_FIRST: readonly Visibility[] = ['public', 'unknown', 'internal', 'private'];

/**
 * Asks the event that started the run, and GitHub: an event is as old as the run, or as the first
 * attempt at it, and of two answers the stricter one counts. A runner without event and token is
 * none of GitHub's: who can read its artifacts is for its owner to know.
 */
export async function repositoryVisibility(
  environment: Environment,
  token: Secret | undefined,
): Promise<Visibility> {
  if (!environment['GITHUB_EVENT_PATH'] && token === undefined) return 'private';
  const ofEvent = visibilityOf(await eventRepository(environment));
  if (ofEvent === 'public' || token === undefined) return ofEvent ?? 'unknown';
  const ofApi = await fromApi(environment, token);
  return (
    STRICTEST_FIRST.find((visibility) => visibility === ofEvent || visibility === ofApi) ??
    'unknown'
  );
}
