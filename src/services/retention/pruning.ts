/** Retention on the disk: what there is, what the policy says of it, and its removal. */
import { exists } from '../../storage/atomic-directory.ts';
import { errorCode, explainIoError } from '../../storage/io-errors.ts';
import { removeDirectory, sweepLeftover } from '../../storage/removal.ts';
import { belongingOf } from './belonging.ts';
import { listProjectFolder, type BackupFolder } from '../backup/project-folder.ts';
import { decideRetention, type RetentionCandidate, type RetentionPolicy } from './retention.ts';
import type { Verification } from '../backup/verification.ts';

/** A dated folder that was read and proven, or not. */
export interface InspectedBackup extends BackupFolder {
  readonly verification: Verification;
}

export interface CleanupOptions extends RetentionPolicy {
  /** Decide and report, but remove nothing. */
  readonly dryRun: boolean;
  /** Stops between two removals. */
  readonly signal?: AbortSignal | undefined;
}

/** One folder and why it was kept or removed, in words. */
export interface CleanupDecision {
  readonly id: string;
  readonly reason: string;
}

/** What a clean-up did; newest first. */
export interface CleanupResult {
  readonly removed: readonly CleanupDecision[];
  /** With a dry run, what would have been removed is here too, and its reason says so. */
  readonly kept: readonly CleanupDecision[];
  /** Folders that should have gone but could not be removed, or not wholly, with the cause. */
  readonly failed: readonly CleanupDecision[];
  /** The backups that are on the disk under their names still. */
  readonly retained: readonly InspectedBackup[];
  /**
   * What deserves a warning, a sentence each: folders dated in the future or unreadable, leftovers
   * that stay.
   */
  readonly warnings: readonly string[];
}

async function listLeftovers(folder: string, warnings: string[]): Promise<readonly string[]> {
  try {
    return (await listProjectFolder(folder)).leftovers;
  } catch (error) {
    // What was removed by now stays removed: a sweep that fails must not make the whole pruning
    // look failed.
    warnings.push(`leftovers of killed runs were not looked for: ${(error as Error).message}`);
    return [];
  }
}

async function sweepLeftovers(folder: string, now: number): Promise<string[]> {
  const warnings: string[] = [];
  for (const path of await listLeftovers(folder, warnings)) {
    try {
      await sweepLeftover(path, now);
    } catch (error) {
      // Another run may have swept it meanwhile.
      if (errorCode(error) === 'ENOENT') continue;
      warnings.push(explainIoError(error, `could not remove the leftover ${path}`).message);
    }
  }
  return warnings;
}

/** Applies the retention policy of one line to the backups of its project. */
export async function pruneBackups(
  folder: string,
  backups: readonly InspectedBackup[],
  options: CleanupOptions,
): Promise<CleanupResult> {
  const unreadable = backups.filter(
    ({ verification }) => !verification.verified && verification.unreadable,
  );
  if (unreadable.length > 0) {
    const names = unreadable.map(({ id }) => id).join(', ');
    return {
      removed: [],
      kept: backups.map(({ id }) => ({ id, reason: `${names} could not be read` })),
      failed: [],
      retained: backups,
      warnings: [`nothing is pruned while a backup cannot be read: ${names}`],
    };
  }

  const removed: CleanupDecision[] = [];
  const kept: CleanupDecision[] = [];
  const failed: CleanupDecision[] = [];
  const warnings: string[] = [];
  const retained: InspectedBackup[] = [];
  const candidates: RetentionCandidate[] = [];
  for (const backup of backups) {
    candidates.push({ ...backup, belonging: await belongingOf(backup) });
  }
  for (const { candidate, action, future, reason } of decideRetention(candidates, options)) {
    const { id, path } = candidate;
    if (future) {
      warnings.push(`${id} is dated in the future: it is kept; check the clock that made it`);
    }
    if (action === 'keep' || options.dryRun) {
      kept.push({ id, reason: action === 'keep' ? reason : `dry run, else removed: ${reason}` });
      retained.push(candidate);
      continue;
    }
    options.signal?.throwIfAborted();
    try {
      await removeDirectory(path, id);
      removed.push({ id, reason });
    } catch (error) {
      const isThere = await exists(path);
      if (isThere) retained.push(candidate);
      // Without its name and without a trace of ours, it was removed by another run.
      else if (errorCode(error) === 'ENOENT') continue;
      const attempt = isThere
        ? 'it could not be removed'
        : 'it was set aside, but not all of it could be removed; a later run tries again';
      failed.push({ id, reason: explainIoError(error, attempt).message });
    }
  }
  if (!options.dryRun) warnings.push(...(await sweepLeftovers(folder, options.now)));
  return { removed, kept, failed, retained, warnings };
}
