import { info, warning } from '@actions/core';
import type { BackupInputs } from '../github/inputs.ts';
import { isHostedRunner, type Environment } from '../github/run-context.ts';
import type { BackupService, CleanupResult, Verification } from '../services/index.ts';
import type { RetainedBackup } from './upload-list.ts';

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

/** Damage shows here and nowhere else: the folder stays in the window until it is too old. */
function warnOfDamage(retained: readonly RetainedBackup[]): void {
  for (const { id, verification } of retained) {
    if (verification.verified) continue;
    const problems = verification.problems.join('; ');
    warning(`${id} does not verify: ${problems}. It is kept as it is`);
  }
}

export interface PruneContext {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** Why earlier backups could not be brought back. */
  readonly carryFailure: Error | undefined;
}

/**
 * Prunes the project's backups as the inputs say. A backup that is not complete prunes nothing: it may lack what the
 * older ones hold.
 *
 * @param verification of the new backup
 * @param known what is known of backups by their paths, the new one's among them
 */
export async function prune(
  service: BackupService,
  inputs: BackupInputs,
  { verification }: { readonly verification: Verification },
  known: ReadonlyMap<string, Verification>,
  { environment, signal, carryFailure }: PruneContext,
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
      : verification.verified && verification.manifest.status !== 'complete'
        ? `Nothing is pruned, because the new backup is ${verification.manifest.status}`
        : carryFailure !== undefined
          ? 'Nothing is pruned, because earlier backups could not be brought back'
          : undefined;
  if (skipped !== undefined) {
    info(skipped);
    warnOfDamage(backups);
    return { result: undefined, retained: backups, skipped };
  }
  const dryRun = inputs.prune === 'dry-run';
  const result = await service.cleanupOldBackups(projectId, { backups, dryRun, signal });
  logRetention(result);
  warnOfDamage(result.retained);
  return { result, retained: result.retained };
}
