import type { InspectedBackup } from './pruning.ts';

/** A backup whose manifest does not name the one before it as that one is now. */
export interface BrokenLink {
  readonly id: string;
  readonly previousId: string;
  /** In words. */
  readonly reason: string;
}

/**
 * Checks each link between two verified backups of a project: a manifest names the backup that it was compared with, and
 * the SHA-256 of its manifest.json. Whoever changes a backup and makes its sums anew breaks the link of the next one.
 * A link to a backup that is not there, or is damaged itself, says nothing: old backups go with time.
 */
export function findBrokenLinks(backups: readonly InspectedBackup[]): BrokenLink[] {
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
