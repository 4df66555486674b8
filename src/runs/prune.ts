/** Pruning as a step of a run: when it is left out, and what it tells. */
import type { RetainedBackup } from '../copies/upload-list.ts';
import type { BackupManifest } from '../models/manifest.ts';
import type { Reporter } from '../reporter/reporter.ts';
import { problemsInWords } from '../reporter/strangers.ts';
import {
  isAcceptable,
  type BackupService,
  type CleanupResult,
  type Verification,
} from '../services/index.ts';

/** What is on the disk after pruning, and what pruning did: nothing when it is off. */
export interface Pruned {
  readonly result: CleanupResult | undefined;
  readonly retained: readonly RetainedBackup[];
  /** Why nothing was decided. */
  readonly skipped?: string;
}

export interface PruneOptions {
  readonly projectId: string;
  /** `dry-run` tells what would go, and removes nothing. */
  readonly prune: boolean | 'dry-run';
  /**
   * Whether the machine, and with it the backup root, is gone after the run, and nothing brings
   * earlier backups back.
   */
  readonly isRootForgotten: boolean;
}

function tellRetention(
  { removed, kept, failed, warnings }: CleanupResult,
  reporter: Reporter,
): void {
  for (const { id, reason } of removed) reporter.info(`Removed ${id}: ${reason}`);
  for (const { id, reason } of kept) reporter.info(`Kept ${id}: ${reason}`);
  for (const { id, reason } of failed) reporter.warning(`${id} should have gone: ${reason}`);
  for (const text of warnings) reporter.warning(text);
}

/** Why a folder could not be removed names the file that stands in the way. */
function tellable(result: CleanupResult, reporter: Reporter): CleanupResult {
  const unnamed = 'it could not be removed, or not wholly: check the rights on it, and the disk';
  const failed = result.failed.map(({ id, reason }) => ({
    id,
    reason: reporter.words({ named: reason, unnamed }),
  }));
  return { ...result, failed };
}

/** Damage shows here and nowhere else: the folder stays in the window until it is too old. */
function warnOfDamage(retained: readonly RetainedBackup[], reporter: Reporter): void {
  for (const { id, verification } of retained) {
    if (verification.verified) continue;
    const problems = reporter.words(problemsInWords(verification.problems));
    reporter.warning(`${id} does not verify: ${problems}. It is kept as it is`);
  }
}

/** Why nothing is pruned, if so. */
function whyNot(
  { prune }: PruneOptions,
  manifest: BackupManifest,
  carryFailure: Error | undefined,
): string | undefined {
  if (prune === false) return 'Pruning is off (prune: false)';
  if (!isAcceptable(manifest)) {
    return `Nothing is pruned, because the new backup is ${manifest.status}`;
  }
  return carryFailure === undefined
    ? undefined
    : 'Nothing is pruned, because earlier backups could not be brought back';
}

export interface PruneContext {
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  /** Why earlier backups could not be brought back. */
  readonly carryFailure: Error | undefined;
}

/**
 * Prunes the backups of the new one's line as the options say. A backup that is neither complete
 * nor accepted as partial prunes nothing: it may lack what the older ones hold.
 *
 * @param manifest of the new backup, which is proven
 * @param known what is known of backups by their paths, the new one's among them
 * @throws Error when the backups could not be listed, or the new one is not among them
 */
export async function prune(
  service: BackupService,
  options: PruneOptions,
  { manifest }: { readonly manifest: BackupManifest },
  known: ReadonlyMap<string, Verification>,
  { reporter, signal, carryFailure }: PruneContext,
): Promise<Pruned> {
  const { projectId, isRootForgotten } = options;
  const backups = await service.inspectBackups(projectId, known);
  if (!backups.some(({ id }) => id === manifest.backup_id)) {
    throw new Error(
      `the new backup ${manifest.backup_id} is gone since it was proven, and nothing is pruned: find out what removes folders from the backup root while a backup runs`,
    );
  }
  if (backups.length === 1 && isRootForgotten) {
    reporter.info(
      'Retention had nothing to act on: this is the only backup here, as always on a hosted runner. Older backups are in the artifacts of earlier runs; history: carry brings them back',
    );
  }
  const skipped = whyNot(options, manifest, carryFailure);
  if (skipped !== undefined) {
    reporter.info(skipped);
    warnOfDamage(backups, reporter);
    return { result: undefined, retained: backups, skipped };
  }
  const cleaned = await service.cleanupOldBackups(projectId, manifest, {
    backups,
    dryRun: options.prune === 'dry-run',
    signal,
  });
  const result = tellable(cleaned, reporter);
  tellRetention(result, reporter);
  warnOfDamage(result.retained, reporter);
  return { result, retained: result.retained };
}
