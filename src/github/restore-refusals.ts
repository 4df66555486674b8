/**
 * Where a restore is not applied: after events that others can cause, and where strangers could
 * read what it uploads.
 */
import type { Visibility } from './repository-visibility.ts';
import type { Environment } from './run-context.ts';

/**
 * Those who can cause them may run workflows of the default branch. Called workflows have the event
 * of their caller.
 */
const EVENTS = ['workflow_dispatch', 'repository_dispatch', 'schedule'];

/**
 * Why nothing is applied after the event that started the run, if so. Outside GitHub Actions there
 * is none.
 */
export function refusedEvent(environment: Environment): string | undefined {
  if (environment['GITHUB_ACTIONS'] !== 'true') return undefined;
  const event = environment['GITHUB_EVENT_NAME'] ?? '';
  if (EVENTS.includes(event)) return undefined;
  const what = event === '' ? 'an event that the runner does not name' : `the event ${event}`;
  return `nothing is applied on ${what}: start the workflow by ${EVENTS.slice(0, -1).join(', ')} or ${EVENTS.at(-1) ?? ''}. A plan runs on any event`;
}

/**
 * Why nothing is applied where others read the repository, if so: the safety backup is uploaded
 * before the first write.
 */
export function refusedReaders(
  visibility: Visibility,
  allowPublicArtifact: boolean,
): string | undefined {
  if (visibility === 'private' || visibility === 'internal' || allowPublicArtifact) {
    return undefined;
  }
  const why =
    visibility === 'public'
      ? 'the repository is public, and anyone could download the safety backup'
      : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
  return `nothing is applied: ${why}. Restore from a private repository, or set allow-public-artifact to true`;
}
