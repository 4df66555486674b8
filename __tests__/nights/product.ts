/**
 * One run of the product in a workspace: that of the source in this process, or that of a release
 * as a child process.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactService, RunInfo, ServedRun } from '../fixtures/artifact-service.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import { emptyProject, tenant } from '../fixtures/descope-api/builders.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import { REPOSITORY, type GitHubApi } from '../fixtures/github-api.ts';
import { runInProcess } from '../fixtures/in-process.ts';
import { runBundle } from '../fixtures/run-bundle.ts';
import type { Setup } from './events.ts';

export const ENVIRONMENT = 'production';
const { projectId, managementKey } = emptyProject();
export const PROJECT = projectId;
const ROLES = ['Admin', 'Auditor', 'Viewer'].map((name) => ({
  id: name,
  name,
  permissionNames: [],
  tenantId: '',
}));

export interface Servers {
  /** GitHub's clock, which is right, in milliseconds since the epoch. */
  readonly time: { now: number };
  readonly service: ArtifactService;
  readonly github: GitHubApi;
  readonly descope: DescopeApi;
}

export interface Run {
  readonly workspace: string;
  /** Whether the machine outlives the run. */
  readonly isKept: boolean;
  /** What the machine's clock says. */
  readonly now: number;
  readonly tenants: readonly number[];
  readonly source: Setup['source'];
  readonly inputs: Readonly<Record<string, string>>;
  /** What GitHub knows of the run, where it is not the usual. */
  readonly info?: Partial<RunInfo>;
  /** The run is cancelled when it looks at the clock for this time. */
  readonly killAt?: number | undefined;
}

export interface Ran {
  readonly served: ServedRun;
  /** What the step failed with. */
  readonly error: string | undefined;
  readonly wasKilled: boolean;
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** Lets the source take a backup in this process. */
export async function runSource(servers: Servers, branch: string, run: Run): Promise<Ran> {
  const { workspace, now, killAt } = run;
  const { served, environment, inputs } = await prepare(servers, branch, run);
  const controller = new AbortController();
  let looks = 0;
  const clock = () => {
    looks += 1;
    if (looks === killAt) controller.abort();
    return now;
  };
  const { signal } = controller;
  const told = await runInProcess({ workspace, inputs, env: environment, signal, clock });
  const { error, lines, outputs } = told;
  return { served, error: error?.message, wasKilled: signal.aborted, lines, outputs };
}

/** Lets a release take a backup. @param bundle path of its built backup action */
export async function runRelease(
  servers: Servers,
  branch: string,
  run: Run,
  bundle: string,
): Promise<Ran> {
  const { served, environment, inputs } = await prepare(servers, branch, run);
  const { nodeArgs, env } = frozenAt(new Date(run.now).toISOString());
  const { workspace } = run;
  const { errors, lines, outputs, stderr } = await runBundle({
    workspace,
    inputs,
    nodeArgs,
    env: { ...environment, ...env },
    bundle,
  });
  const error = stderr === '' ? errors[0] : stderr;
  return { served, error, wasKilled: false, lines, outputs };
}

/** Begins a run of the workflow, and gives it what the runner would. */
async function prepare({ service, github, descope }: Servers, branch: string, run: Run) {
  const { workspace, tenants, source } = run;
  const temp = join(workspace, 'temp');
  await mkdir(temp, { recursive: true });
  await writeFile(join(workspace, 'descope.yaml'), configOf(tenants));
  descope.state = emptyProject({
    roles: ROLES,
    tenants: tenants.map((number) => tenant({ id: `tenant-${number}`, name: `T ${number}` })),
  });
  const served = service.beginRun({ headBranch: branch, ...run.info });
  const { id, headBranch, path, event } = served.info;
  const ref = `refs/heads/${headBranch ?? branch}`;
  const environment: Readonly<Record<string, string>> = {
    ...service.env,
    ...github.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: headBranch ?? branch,
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/${path}@${ref}`,
    GITHUB_RUN_ID: String(id),
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: temp,
    RUNNER_ENVIRONMENT: run.isKept ? 'self-hosted' : 'github-hosted',
  };
  const inputs: Readonly<Record<string, string>> = {
    'project-id': PROJECT,
    environment: ENVIRONMENT,
    source,
    'history-workflow': 'backup.yml',
    ...(source === 'live' && {
      'management-key': managementKey,
      'base-url': descope.baseUrl,
      sections: 'tenants,roles',
    }),
    ...github.inputs,
    ...run.inputs,
  };
  return { served, environment, inputs };
}

function configOf(tenants: readonly number[]): string {
  const list = tenants.map((number) => `  - {id: tenant-${number}, name: Tenant ${number}}\n`);
  return `version: '1.0'\ntenants:\n${list.join('')}`;
}
