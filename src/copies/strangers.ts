/** What strangers may read: in a public repository artifacts, branches and logs are for everybody. */
import type { BackupInputs } from '../github/inputs.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import type { InspectedBackup, Verification } from '../services/index.ts';

/** Whether names of tenants, flows and files may go into the log. */
export function mayNameThings(visibility: Visibility): boolean {
  return visibility === 'private' || visibility === 'internal';
}

/**
 * Why live data must not go where those who can read the repository find it, if so.
 *
 * @param how says of a public repository who could get at it, such as `anyone could download it`
 */
export function whyNotForStrangers(
  inputs: BackupInputs,
  visibility: Visibility,
  how: string,
): string | undefined {
  if (mayNameThings(visibility) || inputs['allow-public-artifact']) return undefined;
  return visibility === 'public'
    ? `the repository is public, and ${how}`
    : 'nobody could tell whether the repository is public (pass github-token, or run where the event names the repository)';
}

/** What is wrong with a backup; where strangers read it, only how much. */
export function problemsInWords(problems: readonly string[], mayName: boolean): string {
  if (mayName) return problems.join('; ');
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return `${count}, not named here because strangers may read this`;
}

/** A verification whose problems name nothing. */
export function withoutNames(verification: Verification): Verification {
  if (verification.verified) return verification;
  return { ...verification, problems: [problemsInWords(verification.problems, false)] };
}

/** Backups whose problems name nothing. */
export function backupsWithoutNames(backups: readonly InspectedBackup[]): InspectedBackup[] {
  return backups.map((one) => ({ ...one, verification: withoutNames(one.verification) }));
}
