/**
 * What strangers may read: in a public repository artifacts, branches and logs are for everybody.
 */
import { repositoryVisibility, type Visibility } from '../github/repository-visibility.ts';
import type { Environment } from '../github/run-context.ts';
import type { Secret } from '../project/secret.ts';

/** Who can read what the run leaves behind; outside of GitHub, whoever has the machine. */
export async function whoCanRead(
  environment: Environment,
  token: Secret | undefined,
): Promise<Visibility> {
  return environment['GITHUB_ACTIONS'] === 'true'
    ? repositoryVisibility(environment, token)
    : 'private';
}

/** Whether names of tenants, flows and files may go into the log. */
export function mayNameThings(visibility: Visibility): boolean {
  return visibility === 'private' || visibility === 'internal';
}

/**
 * Why live data must not go where those who can read the repository find it, if so.
 *
 * @param isAllowed whether the user allows it all the same
 * @param how says of a public repository who could get at it, such as `anyone could download it`
 */
export function whyNotForStrangers(
  visibility: Visibility,
  isAllowed: boolean,
  how: string,
): string | undefined {
  if (mayNameThings(visibility) || isAllowed) return undefined;
  return visibility === 'public'
    ? `the repository is public, and ${how}`
    : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
}
