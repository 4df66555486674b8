/** What the environment says of the workflow run. */
import { tmpdir } from 'node:os';
import type { WorkflowRun } from '../models/manifest.ts';

/** The process's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder that relative paths of inputs start from. */
export function workspaceFolder(environment: Environment): string {
  return environment['GITHUB_WORKSPACE'] ?? process.cwd();
}

/** The runner's folder for what is needed during the job alone. */
export function temporaryRoot(environment: Environment): string {
  return environment['RUNNER_TEMP'] ?? tmpdir();
}

/** The workflow run that the action is a step of; undefined outside GitHub Actions. */
export function workflowRun(environment: Environment): WorkflowRun | undefined {
  if (environment['GITHUB_ACTIONS'] !== 'true') return undefined;
  const variable = (name: string) => environment[name] ?? '';
  return {
    repository: variable('GITHUB_REPOSITORY'),
    ref: variable('GITHUB_REF'),
    sha: variable('GITHUB_SHA'),
    workflow: variable('GITHUB_WORKFLOW'),
    run_id: variable('GITHUB_RUN_ID'),
    run_attempt: variable('GITHUB_RUN_ATTEMPT'),
  };
}

/**
 * Whether the runner passed an input, if only an empty one: it passes every input that has a
 * default or is given.
 */
export function isInputGiven(environment: Environment, name: string): boolean {
  return environment[`INPUT_${name.toUpperCase()}`] !== undefined;
}

/**
 * Whether the run is a step of a job that `uses:` the action: then the runner gives each input that
 * has a default in action.yml, and a token to upload with. A script of a job that starts the bundle
 * by itself gets neither.
 */
export function isActionStep(environment: Environment): boolean {
  return environment['GITHUB_ACTIONS'] === 'true' && Boolean(environment['INPUT_UPLOAD-ARTIFACT']);
}

/** Whether the machine, and with it the backup root, is gone after the job. */
export function isHostedRunner(environment: Environment): boolean {
  return (
    environment['GITHUB_ACTIONS'] === 'true' && environment['RUNNER_ENVIRONMENT'] !== 'self-hosted'
  );
}
