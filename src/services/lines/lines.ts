/**
 * Lines: the backups of one project, environment and source. Everything that judges a backup by
 * others looks at its own line alone.
 */
import type { BackupManifest } from '../../models/manifest.ts';
import type { InspectedBackup } from '../retention/pruning.ts';
import type { Verification } from '../backup/verification.ts';

/** A backup that verifies. */
export type VerifiedBackup = InspectedBackup & {
  readonly verification: Verification & { readonly verified: true };
};

export function isVerified(backup: InspectedBackup): backup is VerifiedBackup {
  return backup.verification.verified;
}

/** What a line is made of, beside its project. */
export interface LineFacts {
  readonly environment: string;
  readonly source: { readonly type: string };
}

/** The name of a line within its project, as inputs and messages have it: `production/live`. */
export function lineName({ environment, source }: LineFacts): string {
  return `${environment}/${source.type === 'management-api' ? 'live' : source.type}`;
}

/** What this action itself gives: an environment's rules and the names of sources. */
const PLAIN_LINE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\/[a-z-]+$/;

/**
 * A line's name as a log may show it. The environment comes from a file that may be anybody's: what
 * is no plain name is quoted, so that it stays one line.
 */
export function showLine(line: string): string {
  return PLAIN_LINE.test(line) ? line : JSON.stringify(line);
}

/** What a restore takes when it has written: one of its line as any other. */
export const AFTER_RESTORE = 'after-restore';

/**
 * What a restore takes before it writes: outside of every line, since it may hold what is to be
 * repaired.
 */
export const BEFORE_RESTORE = 'before-restore';

/** Whether a backup belongs to its line: a purpose that is not known here says that it does not. */
export function isRegular({ purpose }: Pick<BackupManifest, 'purpose'>): boolean {
  return purpose === undefined || purpose === AFTER_RESTORE;
}

/**
 * The regular backups of a line that verify.
 *
 * @param line as {@link lineName} gives it
 * @returns in the order that they were given in
 */
export function ofLine(backups: readonly InspectedBackup[], line: string): VerifiedBackup[] {
  return backups
    .filter(isVerified)
    .filter(({ verification: { manifest } }) => isRegular(manifest) && lineName(manifest) === line);
}

/** Whether the sections that a backup saved count as those of a complete one. */
export function isAcceptable({ status, comparison }: BackupManifest): boolean {
  return status === 'complete' || (status === 'partial' && comparison?.partial_accepted === true);
}

/** Whether a backup was compared, first or accepted, as its own manifest tells. */
function hasStanding({ comparison, previous }: BackupManifest): boolean {
  return comparison === undefined ? previous !== undefined : comparison.outcome !== 'not-compared';
}

/** Whether a manifest says of itself that later backups may be compared with this one. */
export function isBase(manifest: BackupManifest): boolean {
  return isAcceptable(manifest) && hasStanding(manifest);
}

/**
 * The backups that a new one may be compared with: good ones that were themselves compared, or were
 * the first of an empty history, or were accepted. So no loss gets in between two nights. Of
 * release 1.0.0, which made no mark, those with a link count as compared; where a line has no
 * other, its oldest complete one within reach counts as first.
 *
 * @param line the backups of one line that are within reach, newest first
 * @returns newest first
 */
export function basesOf(line: readonly VerifiedBackup[]): VerifiedBackup[] {
  const standing = line.filter(({ verification: { manifest } }) => isBase(manifest));
  if (standing.length > 0) return standing;
  const oldest = line.findLast(
    ({ verification: { manifest } }) =>
      manifest.status === 'complete' && manifest.comparison === undefined,
  );
  return oldest === undefined ? [] : [oldest];
}
