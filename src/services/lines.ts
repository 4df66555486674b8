/**
 * Lines: the backups of one project, environment and source. Everything that judges a backup by others looks at its own
 * line alone.
 */
import type { BackupManifest } from '../models/manifest.ts';
import type { InspectedBackup } from './pruning.ts';

type Verified = InspectedBackup & { readonly verification: { readonly verified: true } };

/** A backup that verifies. */
export function isVerified(backup: InspectedBackup): backup is Verified {
  return backup.verification.verified;
}

/** The name of a line within its project, as inputs and messages have it: `production/live`. */
export function lineName({
  environment,
  source,
}: Pick<BackupManifest, 'environment' | 'source'>): string {
  return `${environment}/${source.type === 'management-api' ? 'live' : source.type}`;
}

/**
 * The regular backups of a line that verify.
 *
 * @param line as {@link lineName} gives it
 * @returns in the order that they were given in
 */
export function ofLine(backups: readonly InspectedBackup[], line: string): Verified[] {
  return backups
    .filter(isVerified)
    .filter(
      ({ verification: { manifest } }) =>
        manifest.purpose === undefined && lineName(manifest) === line,
    );
}

/** Whether the sections that a backup saved count as those of a complete one. */
function isAcceptable({ status, comparison }: BackupManifest): boolean {
  return status === 'complete' || (status === 'partial' && comparison?.partial_accepted === true);
}

/** Whether a backup was compared, first or accepted, as its own manifest tells. */
function hasStanding({ comparison, previous }: BackupManifest): boolean {
  return comparison === undefined ? previous !== undefined : comparison.outcome !== 'not-compared';
}

/**
 * The backups that a new one may be compared with: good ones that were themselves compared, or were the first of an empty
 * history, or were accepted. So no loss gets in between two nights. Of release 1.0.0, which made no mark, those with a link
 * count as compared; where a line has no other, its oldest complete one within reach counts as first.
 *
 * @param line the backups of one line that are within reach, newest first
 * @returns newest first
 */
export function basesOf(line: readonly Verified[]): Verified[] {
  const good = line.filter(({ verification: { manifest } }) => isAcceptable(manifest));
  const standing = good.filter(({ verification: { manifest } }) => hasStanding(manifest));
  if (standing.length > 0) return standing;
  const oldest = good.findLast(
    ({ verification: { manifest } }) => manifest.comparison === undefined,
  );
  return oldest === undefined ? [] : [oldest];
}
