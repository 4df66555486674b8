/**
 * A restore from damage to proof through the built bundles, against the API test server, and what
 * each run of it took.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  startArtifactService,
  type ArtifactService,
} from '../__tests__/fixtures/artifact-service.ts';
import { bigProject } from '../__tests__/fixtures/descope-api/big-project.ts';
import { startDescopeApi, type DescopeApi } from '../__tests__/fixtures/descope-api/server.ts';

type Options = NonNullable<Parameters<typeof startDescopeApi>[0]['options']>;
type Inputs = Readonly<Record<string, string>>;

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What one run of a bundle took. */
export interface RestoreRun {
  readonly wallMs: number;
  readonly memoryMB: number;
  /** Requests that the server answered; without those that the rate limit refused. */
  readonly requests: number;
  readonly writes: number;
  readonly outputs: Inputs;
}

export interface RestoreCase {
  readonly tenants: number;
  /** How many of them are changed after the backup. */
  readonly changed: number;
  /** Input `only` of the restore. */
  readonly only: string;
  /**
   * Input `sections` of a backup of what the restore concerns: what is chosen, and what that refers
   * to.
   */
  readonly concerned: string;
  /** In force from the plan on: the backup before is taken from a server that answers at once. */
  readonly options: Options;
}

export interface MeasuredRestore {
  /** Requests of the backup of the sections that the restore concerns. */
  readonly capture: number;
  /** Requests of a backup of everything. */
  readonly full: number;
  readonly plan: RestoreRun;
  readonly apply: RestoreRun | undefined;
}

/** The values of a GITHUB_OUTPUT file: each stands between two lines of a delimiter. */
function outputsIn(text: string): Inputs {
  const found = text.matchAll(/^([^=\n]+?)<<(\S+)\n([^]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}

class Runs {
  readonly #folder: string;
  readonly #api: DescopeApi;
  readonly #artifacts: ArtifactService;

  constructor(folder: string, api: DescopeApi, artifacts: ArtifactService) {
    this.#folder = folder;
    this.#api = api;
    this.#artifacts = artifacts;
  }

  async run(action: 'backup' | 'restore', inputs: Inputs): Promise<RestoreRun> {
    const { state, baseUrl, requests } = this.#api;
    const memoryFile = join(this.#folder, 'peak-memory');
    const outputFile = join(this.#folder, 'output');
    writeFileSync(outputFile, '');
    const all = {
      'project-id': state.projectId,
      environment: 'bench',
      'management-key': state.managementKey,
      'base-url': baseUrl,
      ...inputs,
    };
    const given = Object.entries(all).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const before = requests.length;
    const start = performance.now();
    const child = spawn(
      process.execPath,
      ['--import', file('report-memory.mjs'), file(`../dist/${action}/index.js`)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          ...(Object.fromEntries(given) as Inputs),
          ...(action === 'restore' && this.#artifacts.env),
          PATH: process.env['PATH'],
          PEAK_MEMORY_FILE: memoryFile,
          GITHUB_EVENT_NAME: 'workflow_dispatch',
          GITHUB_OUTPUT: outputFile,
          GITHUB_REPOSITORY: 'octo-org/octo-repo',
          GITHUB_RUN_ID: '4711',
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_WORKSPACE: this.#folder,
          RUNNER_TEMP: this.#folder,
        },
      },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    const wallMs = performance.now() - start;
    if (code !== 0) throw new Error(`the ${action} failed:\n${output.slice(-4000)}`);
    const answered = requests.slice(before).filter(({ status }) => status !== 429);
    return {
      wallMs,
      memoryMB: Math.round(Number(readFileSync(memoryFile, 'utf8')) / 1e6),
      requests: answered.length,
      writes: answered.filter(({ write }) => write !== null).length,
      outputs: outputsIn(readFileSync(outputFile, 'utf8')),
    };
  }
}

/** Changes an attribute of the first tenants. */
function damage({ state }: DescopeApi, changed: number): void {
  state.tenants = state.tenants.map((tenant, index) =>
    index < changed ? { ...tenant, customAttributes: { plan: 'lost', seats: 0 } } : tenant,
  );
}

/** @throws Error unless so many tenants were restored and proven */
function requireProven({ outputs }: RestoreRun, changed: number): void {
  const { proof, 'done-count': done, 'failed-count': failed } = outputs;
  if (proof === 'equal' && done === String(changed) && failed === '0') return;
  throw new Error(`the restore is not proven: ${JSON.stringify(outputs)}`);
}

/**
 * Takes a backup, changes tenants, plans, and applies the plan unless it is to be left at that.
 *
 * @throws Error where a run failed, or did other than is measured
 */
export async function measureRestore(
  { tenants, changed, only, concerned, options }: RestoreCase,
  until: 'plan' | 'proof',
): Promise<MeasuredRestore> {
  const folder = mkdtempSync(join(tmpdir(), 'descope-backup-bench-'));
  const state = bigProject({ tenants, sso: tenants / 10, flows: 5, flowBytes: 10_000 });
  // Of both forms in which a tenant may be answered, the one that tells of a tenant that is not
  // there.
  const answers = { tenant: 'wrapped' } as const;
  const api = await startDescopeApi({ state, options: { answers, writable: true } });
  const artifacts = await startArtifactService();
  try {
    const runs = new Runs(folder, api, artifacts);
    const live = { source: 'live', 'max-requests': '1000000' };
    const elsewhere = { 'backup-root': join(folder, 'of-sections'), sections: concerned };
    const capture = await runs.run('backup', { ...live, ...elsewhere });
    const full = await runs.run('backup', { ...live, sections: 'all' });
    damage(api, changed);
    api.options = { ...options, answers, writable: true };
    const plan = await runs.run('restore', { only });
    if (plan.writes > 0 || plan.outputs['update-count'] !== String(changed)) {
      throw new Error(`the plan is other than expected: ${JSON.stringify(plan)}`);
    }
    const approved = {
      ...{ mode: 'apply', only, confirm: state.projectId, 'max-changes': String(changed) },
      'plan-id': plan.outputs['plan-id'] ?? '',
      'allow-public-artifact': 'true',
      'deadline-minutes': '360',
    };
    const apply = until === 'plan' ? undefined : await runs.run('restore', approved);
    if (apply !== undefined) requireProven(apply, changed);
    return { capture: capture.requests, full: full.requests, plan, apply };
  } finally {
    await api.close();
    await artifacts.close();
    rmSync(folder, { recursive: true });
  }
}
