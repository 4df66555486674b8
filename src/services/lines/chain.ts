/** The links between backups: which are broken, and where backups are gone between two. */
import { compareNewestFirst, parseBackupId } from '../backup/backup-id.ts';
import { isVerified, lineName, ofLine, showLine, type VerifiedBackup } from './lines.ts';
import type { InspectedBackup } from '../retention/pruning.ts';

/** A backup, and what is wrong with its link to the one that it was compared with. */
export interface ChainFinding {
  readonly id: string;
  readonly previousId: string;
  /** In words. */
  readonly reason: string;
}

/**
 * Checks each link between two verified backups of a project: a manifest names the backup that it
 * was compared with, and the SHA-256 of its manifest.json. Whoever changes a backup and makes its
 * sums anew breaks the link of the next one. A link to a backup that is damaged itself says nothing
 * here, and one to a backup that is gone is for {@link findGaps}.
 */
export function findBrokenLinks(backups: readonly InspectedBackup[]): ChainFinding[] {
  const sums = new Map<string, string>();
  for (const { id, verification } of backups) {
    if (verification.verified) sums.set(id, verification.manifestSha256);
  }
  return backups.flatMap(({ id, verification }) => {
    const previous = verification.verified ? verification.manifest.previous : undefined;
    if (previous === undefined) return [];
    const { backup_id: previousId, manifest_sha256: recorded } = previous;
    const found = sums.get(previousId);
    if (found === undefined || found === recorded) return [];
    const reason = `it was compared with ${previousId} when the manifest of that had SHA-256 ${recorded}; now it has ${found}: ${previousId} was changed or replaced since`;
    return [{ id, previousId, reason }];
  });
}

/**
 * Whether a backup would have gone before the missing one, had that one grown too old. Where a
 * night was partial, the last complete backup outlives those after it.
 */
function isEvidence(older: VerifiedBackup, linked: VerifiedBackup): boolean {
  const wasPartialThen = linked.verification.manifest.status === 'partial';
  return !(wasPartialThen && older.verification.manifest.status === 'complete');
}

/**
 * Finds where backups were taken out of the middle of a line: a link to a backup that is gone,
 * while an older one of the line is there. Retention and the expiry of artifacts take the oldest
 * first, and leave no such gap.
 *
 * @param alsoPresent ids of backups that are there, but not in the list
 */
export function findGaps(
  backups: readonly InspectedBackup[],
  alsoPresent: readonly string[] = [],
): ChainFinding[] {
  const present = new Set([...backups.map(({ id }) => id), ...alsoPresent]);
  return backups.filter(isVerified).flatMap((backup) => {
    const { manifest } = backup.verification;
    const previousId = manifest.previous?.backup_id;
    if (previousId === undefined || present.has(previousId)) return [];
    const gone = parseBackupId(previousId);
    if (gone === undefined) {
      const shown = JSON.stringify(previousId);
      const reason = `it names ${shown} as the one that it was compared with, which is no backup`;
      return [{ id: backup.id, previousId: shown, reason }];
    }
    const line = lineName(manifest);
    const older = ofLine(backups, line).find(
      (other) => compareNewestFirst(gone, other) < 0 && isEvidence(other, backup),
    );
    if (older === undefined) return [];
    const reason = `it was compared with ${previousId}, which is gone, while ${older.id} of the same line, ${showLine(line)}, is older and still there: what changed in between cannot be followed`;
    return [{ id: backup.id, previousId, reason }];
  });
}
