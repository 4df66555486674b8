import { info, setOutput } from '@actions/core';

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
] as const;

export type BackupOutputs = Readonly<Record<(typeof BACKUP_OUTPUTS)[number], string | number>>;

/** Sets outputs of the step. Without a runner they are printed, one a line. */
export function setOutputs(outputs: Partial<BackupOutputs>): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (process.env['GITHUB_OUTPUT']) setOutput(name, value);
    else info(`${name}: ${value}`);
  }
}
