/** Pruning as a step of a run: when it is left out, and what it logs. */
import type { BackupInputs } from '../github/inputs.ts';
import { info, warning } from '../github/log.ts';
import { isHostedRunner, type Environment } from '../github/run-context.ts';
import type { BackupManifest } from '../models/manifest.ts';
import {
  isAcceptable,
  type BackupService,
  type CleanupResult,
  type Verification,
} from '../services/index.ts';
import { problemsInWords } from '../copies/strangers.ts';
import type { RetainedBackup } from '../copies/upload-list.ts';

/** What is on the disk after pruning, and what pruning did: nothing when it is off. */
export interface Pruned {
  readonly result: CleanupResult | undefined;
  readonly retained: readonly RetainedBackup[];
  /** Why nothing was decided. */
  readonly skipped?: string;
}

function logRetention({ removed, kept, failed, warnings }: CleanupResult): void {
  for (const { id, reason } of removed) info(`Removed ${id}: ${reason}`);
  for (const { id, reason } of kept) info(`Kept ${id}: ${reason}`);
  for (const { id, reason } of failed) warning(`${id} should have gone: ${reason}`);
  for (const text of warnings) warning(text);
}

/** Why a folder could not be removed names the file that stands in the way. */
function withoutPaths(result: CleanupResult): CleanupResult {
  const reason = 'it could not be removed, or not wholly: check the rights on it, and the disk';
  return { ...result, failed: result.failed.map(({ id }) => ({ id, reason })) };
}

/** Damage shows here and nowhere else: the folder stays in the window until it is too old. */
function warnOfDamage(retained: readonly RetainedBackup[], mayName: boolean): void {
  for (const { id, verification } of retained) {
    if (verification.verified) continue;
    const problems = problemsInWords(verification.problems, mayName);
    warning(`${id} does not verify: ${problems}. It is kept as it is`);
  }
}

export interface PruneContext {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** Why earlier backups could not be brought back. */
  readonly carryFailure: Error | undefined;
  /** Whether names of files may go into the log. */
  readonly mayName: boolean;
}

/**
 * Prunes the backups of the new one's line as the inputs say. A backup that is neither complete nor accepted as partial
 * prunes nothing: it may lack what the older ones hold.
 *
 * @param manifest of the new backup, which is proven
 * @param known what is known of backups by their paths, the new one's among them
 */
export async function prune(
  service: BackupService,
  inputs: BackupInputs,
  { manifest }: { readonly manifest: BackupManifest },
  known: ReadonlyMap<string, Verification>,
  { environment, signal, carryFailure, mayName }: PruneContext,
): Promise<Pruned> {
  const projectId = inputs['project-id'];
  const backups = await service.inspectBackups(projectId, known);
  if (backups.length === 1 && inputs.history !== 'carry' && isHostedRunner(environment)) {
    info(
      'Retention had nothing to act on: this is the only backup here, as always on a hosted runner. Older backups are in the artifacts of earlier runs; history: carry brings them back',
    );
  }
  const skipped =
    inputs.prune === false
      ? 'Pruning is off (prune: false)'
      : !isAcceptable(manifest)
        ? `Nothing is pruned, because the new backup is ${manifest.status}`
        : carryFailure !== undefined
          ? 'Nothing is pruned, because earlier backups could not be brought back'
          : undefined;
  if (skipped !== undefined) {
    info(skipped);
    warnOfDamage(backups, mayName);
    return { result: undefined, retained: backups, skipped };
  }
  const dryRun = inputs.prune === 'dry-run';
  const cleaned = await service.cleanupOldBackups(projectId, manifest, {
    backups,
    dryRun,
    signal,
  });
  const result = mayName ? cleaned : withoutPaths(cleaned);
  logRetention(result);
  warnOfDamage(result.retained, mayName);
  return { result, retained: result.retained };
}
