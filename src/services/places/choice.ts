/** Which of the backups at a place is meant. */
import { parseBackupId } from '../backup/backup-id.ts';
import { lineName, showLine } from '../lines/lines.ts';
import type { FoundBackup, PlacedBackup } from './place.ts';

/** What narrows a choice down, as far as it was given. */
export interface BackupFilter {
  readonly projectId?: string | undefined;
  readonly environment?: string | undefined;
  readonly source?: 'config-file' | 'live' | undefined;
}

/** A proven backup. */
export type ProvenPlacedBackup = PlacedBackup & {
  readonly verification: PlacedBackup['verification'] & { readonly verified: true };
};

/** Stands for the newest complete verified backup of a line. */
export const LATEST = 'latest';

/** Whether a text names a backup by what it is, not by where it is. */
export function namesBackup(text: string): boolean {
  return text === LATEST || parseBackupId(text) !== undefined;
}

/**
 * Backups of the project that was asked for; of one that was given by itself, nobody knows before
 * it is read.
 */
export function ofProject<Backup extends Pick<FoundBackup, 'projectId'>>(
  backups: readonly Backup[],
  { projectId }: BackupFilter,
): Backup[] {
  return backups.filter(
    (backup) =>
      projectId === undefined || backup.projectId === undefined || backup.projectId === projectId,
  );
}

/**
 * Whether a backup is of the line that was asked for; of one that does not verify, nobody knows: it
 * stays.
 */
export function isOfLine(
  { verification }: PlacedBackup,
  { environment, source }: BackupFilter,
): boolean {
  if (!verification.verified) return true;
  const line = lineName(verification.manifest);
  const cut = line.lastIndexOf('/');
  return (
    (environment === undefined || line.slice(0, cut) === environment) &&
    (source === undefined || line.slice(cut + 1) === source)
  );
}

export function isProven(backup: PlacedBackup): backup is ProvenPlacedBackup {
  return backup.verification.verified;
}

/** A backup as a proven one. @throws Error that says what is wrong with it */
export function requireProven(backup: PlacedBackup): ProvenPlacedBackup {
  const { id, verification } = backup;
  if (verification.verified) return { ...backup, verification };
  const problems = verification.problems.join('; ');
  throw new Error(
    verification.isLegacy
      ? `${id} cannot be proven: ${problems}: read its project.json as it is, or choose another backup`
      : `${id} is damaged: ${problems}: choose another backup`,
  );
}

/** @throws Error when the folders are of several projects */
export function requireOneProject(
  backups: readonly Pick<FoundBackup, 'projectId'>[],
  where: string,
): void {
  const projects = [...new Set(backups.map(({ projectId }) => projectId))];
  if (projects.length > 1) {
    throw new Error(
      `${where} holds backups of ${projects.length} projects (${projects.join(', ')}): add --project-id`,
    );
  }
}

/**
 * The folder of an id.
 *
 * @param where as a message calls the place
 * @throws Error when there is none, or one in several projects
 */
export function findById(
  backups: readonly FoundBackup[],
  id: string,
  filter: BackupFilter,
  where: string,
): FoundBackup {
  const found = ofProject(backups, filter).filter((backup) => backup.id === id);
  requireOneProject(found, where);
  const [backup] = found;
  if (backup !== undefined) return backup;
  throw new Error(`there is no backup ${id} in ${where}: list shows those that are there`);
}

/**
 * The newest complete verified backup of the one line that is there, or was asked for.
 *
 * @param backups newest first, of one project
 * @throws Error when there is none, or several lines are there: none stands in for another
 */
export function findLatest(
  backups: readonly PlacedBackup[],
  filter: BackupFilter,
  where: string,
): ProvenPlacedBackup {
  const regular = backups
    .filter(isProven)
    .filter(
      (backup) =>
        backup.verification.manifest.purpose === undefined &&
        backup.verification.manifest.status === 'complete' &&
        isOfLine(backup, filter),
    );
  const lines = [
    ...new Set(regular.map(({ verification }) => lineName(verification.manifest))),
  ].sort();
  if (lines.length > 1) {
    throw new Error(
      `${where} holds backups of ${lines.length} lines (${lines.map(showLine).join(', ')}): add --environment or --source, for the latest of one is not that of another`,
    );
  }
  const [latest] = regular;
  if (latest !== undefined) return latest;
  throw new Error(
    `there is no complete backup that verifies in ${where}: list shows what is there, and a partial one can be named by its id`,
  );
}
