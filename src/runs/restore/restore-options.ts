/** From the inputs of a restore, whoever read them, to its options. */
import type { RestoreInputs } from '../../project/inputs/restore.ts';
import type { RestoreOptions } from './prepared-plan.ts';

/** The inputs that say what is restored, and how; the others are about GitHub. */
export type RestoreRequest = Pick<
  RestoreInputs,
  | 'mode'
  | 'project-id'
  | 'management-key'
  | 'base-url'
  | 'backup'
  | 'environment'
  | 'from-project-id'
  | 'allow-other-project'
  | 'only'
  | 'with-dependencies'
  | 'delete'
  | 'accept-user-loss'
  | 'secrets'
  | 'plan-id'
  | 'max-changes'
  | 'deadline-minutes'
>;

/** What does not come from an input as it is. */
export type RestorePlace = Pick<RestoreOptions, 'backupRoot' | 'artifactName' | 'workflowRun'>;

/** The options of the restore that the inputs ask for. */
export function restoreOptionsOf(inputs: RestoreRequest, place: RestorePlace): RestoreOptions {
  return {
    mode: inputs.mode,
    projectId: inputs['project-id'],
    managementKey: inputs['management-key'],
    baseUrl: inputs['base-url'],
    backup: inputs.backup,
    environment: inputs.environment,
    fromProjectId: inputs['from-project-id'],
    allowOtherProject: inputs['allow-other-project'],
    only: inputs.only,
    withDependencies: inputs['with-dependencies'],
    delete: inputs.delete,
    acceptUserLoss: inputs['accept-user-loss'],
    secrets: inputs.secrets,
    planId: inputs['plan-id'],
    maxChanges: inputs['max-changes'],
    deadlineMinutes: inputs['deadline-minutes'],
    ...place,
  };
}
