/** The outputs of all actions: their names, and how they are set. */
import { setOutput } from '@actions/core';
import { info } from './log.ts';
import { withoutOwnSecrets } from './own-secrets.ts';

/** The outputs of the backup action by their names in action.yml. */
export const BACKUP_OUTPUTS = [
  'backup-id',
  'backup-path',
  'content-hash',
  'tenant-count',
  'flow-count',
  'pruned-count',
  'artifact-name',
  'artifact-id',
  'artifact-url',
  'artifact-digest',
  'status',
  'sections-saved',
  'sections-failed',
  'request-count',
  'key-expires-in-days',
  'manifest-sha256',
  'changed',
  'change-count',
  'risk',
  'diff-path',
  'commit-message',
] as const;

/** The outputs of the verify action by their names in verify/action.yml. */
export const VERIFY_OUTPUTS = [
  'verified-count',
  'damaged-count',
  'gap-count',
  'newest-backup-id',
  'newest-age-hours',
] as const;

/** The outputs of the restore action by their names in restore/action.yml. */
export const RESTORE_OUTPUTS = [
  'plan-id',
  'plan-path',
  'create-count',
  'update-count',
  'delete-count',
  'identical-count',
  'not-possible-count',
  'risk',
  'safety-backup-id',
  'safety-backup-path',
  'restore-id',
  'journal-path',
  'report-path',
  'done-count',
  'failed-count',
  'proof',
] as const;

type OutputName = (typeof BACKUP_OUTPUTS | typeof VERIFY_OUTPUTS | typeof RESTORE_OUTPUTS)[number];

export type Outputs = Readonly<Record<OutputName, string | number>>;

/**
 * Sets outputs of the step. Without a runner, or when its file cannot be written, they are printed,
 * one a line.
 *
 * @throws Error when the file cannot be written
 */
export function setOutputs(outputs: Partial<Outputs>): void {
  let failure: unknown;
  for (const [name, given] of Object.entries(outputs)) {
    const value = typeof given === 'string' ? withoutOwnSecrets(given) : given;
    if (process.env['GITHUB_OUTPUT'] && failure === undefined) {
      try {
        setOutput(name, value);
        continue;
      } catch (error) {
        failure = error;
      }
    }
    info(`${name}: ${value}`);
  }
  if (failure === undefined) return;
  throw new Error(
    `the outputs could not be set, and later steps do not see them: ${(failure as Error).message}. Check the disk of the runner; the log has the outputs`,
    { cause: failure },
  );
}
