/** The world that nights happen in: GitHub with its artifacts, a project, machines, and the real product in this process. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run as backUp } from '../../src/actions/backup.ts';
import { defaultArtifactClient } from '../../src/github/artifact.ts';
import { readBackupInputs } from '../../src/github/inputs.ts';
import type { BackupManifest } from '../../src/models/manifest.ts';
import type { ArtifactService, RunInfo, ServedRun } from '../fixtures/artifact-service.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';
import { emptyProject, tenant } from '../fixtures/descope-api/builders.ts';
import type { DescopeApi } from '../fixtures/descope-api/server.ts';
import type { GitHubApi } from '../fixtures/github-api.ts';
import { unzip } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import { changeProject, FIRST_PROJECT, type Incident, type NightEvent, type Setup } from './events.ts';
import { RETENTION_DAYS, type Copy, type Night, type Saved, type Told } from './model.ts';

const DAY_MS = 86_400_000;
const FIRST_NIGHT = Date.UTC(2025, 0, 1, 3);
const ENVIRONMENT = 'production';
export const { projectId: PROJECT, managementKey: KEY } = emptyProject();
const ROLES = ['Admin', 'Auditor', 'Viewer'].map((name) => ({
  id: name,
  name,
  permissionNames: [],
  tenantId: '',
}));

/** The servers, which outlive a world; begin each world with {@link World.begin}. */
export interface Servers {
  readonly service: ArtifactService;
  readonly github: GitHubApi;
  readonly descope: DescopeApi;
  /** One file for all runs: @actions/core remembers the first that it wrote to. */
  readonly summaryFile: string;
}

interface Run {
  readonly workspace: string;
  readonly now: number;
  readonly tenants: readonly number[];
  readonly source: Setup['source'];
  readonly inputs: Readonly<Record<string, string>>;
  readonly info?: Partial<RunInfo>;
  /** The run is cancelled when it looks at the clock for this time. */
  readonly killAt?: number | undefined;
}

interface Ran {
  readonly served: ServedRun;
  readonly error: string | undefined;
  readonly wasKilled: boolean;
  readonly lines: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
}

/** What lies behind a copy, besides what the model knows. */
interface Uploaded extends Copy {
  readonly served: ServedRun;
  readonly name: string;
  readonly expires: number;
}

export class World {
  readonly #servers: Servers;
  readonly #setup: Setup;
  readonly #machine: string;
  #project = FIRST_PROJECT;
  #order = 0;
  #branch = 'main';
  #uploads: Uploaded[] = [];

  private constructor(servers: Servers, setup: Setup, machine: string) {
    this.#servers = servers;
    this.#setup = setup;
    this.#machine = machine;
  }

  static async begin(servers: Servers, setup: Setup): Promise<World> {
    servers.service.reset();
    servers.github.expired.clear();
    servers.github.faults = {};
    servers.github.defaultBranch = 'main';
    return new World(servers, setup, await makeFolder());
  }

  /** What GitHub lists under the name, newest first. */
  get copies(): readonly Copy[] {
    return this.#uploads;
  }

  /** The plain name of the line's artifact. */
  get #name(): string {
    const isLive = this.#setup.source === 'live';
    return `descope-backup-${PROJECT}-${ENVIRONMENT}${isLive ? '-live' : ''}`;
  }

  get #time(): number {
    // No two runs in one second, whatever the clocks do.
    return FIRST_NIGHT + this.#order * (DAY_MS + 10_000);
  }

  /** Lets a day pass, with all that happens in it; then the night's run can begin. */
  async day(event: NightEvent, before?: NightEvent): Promise<Night> {
    this.#order += 1;
    for (const incident of event.before) await this.#befall(incident);
    this.#expire();
    this.#project = changeProject(this.#project, event.change);
    const { machines, history } = this.#setup;
    const isReadable = this.#setup.source !== 'live' || event.fault !== 'tenants-fail';
    return {
      order: this.#order,
      now: this.#time + event.clockDays * DAY_MS,
      tenants: isReadable ? this.#project.tenants : undefined,
      isShrinkAllowed: event.isShrinkAllowed,
      isFresh: machines === 'hosted' || (machines === 'both' && event.isFresh),
      isCarry: history === 'carry',
      lookUp: LOOK_UPS.get(event.fault) ?? 'works',
      isQuiet: isQuiet(event),
      isAcceptedState:
        event.change === 'none' &&
        event.before.length === 0 &&
        before?.isShrinkAllowed === true &&
        isQuiet(before),
      trustedBranches: [this.#branch, ...(this.#setup.namesOldBranch ? ['main'] : [])],
    };
  }

  /** The night's run. */
  async night(event: NightEvent, night: Night): Promise<Told & Pick<Ran, 'lines'>> {
    const { github, service, descope } = this.#servers;
    const workspace = night.isFresh ? await makeFolder() : this.#machine;
    github.faults = GITHUB_FAULTS[event.fault] ?? {};
    descope.faults =
      event.fault === 'roles-fail'
        ? [{ kind: 'missing-collection', endpoint: 'role-all' }]
        : event.fault === 'tenants-fail'
          ? [{ kind: 'missing-collection', endpoint: 'tenant-all' }]
          : [];
    if (event.fault === 'upload-refused') {
      service.faults = { createStatus: { status: 403, code: 'permission_denied', msg: 'no' } };
    }
    const ran = await this.#run({
      workspace,
      now: night.now,
      tenants: this.#project.tenants,
      source: this.#setup.source,
      inputs: {
        history: this.#setup.history,
        'allow-shrink': String(night.isShrinkAllowed),
        ...(this.#setup.isPartialAccepted && { 'fail-on-partial': 'false' }),
        ...(this.#setup.namesOldBranch && this.#branch !== 'main' && { 'history-branch': 'main' }),
        ...(event.fault === 'no-token' && { 'github-token': '' }),
      },
      killAt: KILLS.get(event.fault),
    });
    github.faults = {};
    descope.faults = [];
    service.faults = {};
    const root = await datedFolders(workspace);
    const uploaded = await this.#record(ran, { isOurs: true, branch: this.#branch });
    const backup = await readSaved(workspace, night, root, ran.outputs.get('backup-id'));
    if (night.isFresh) await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
    return {
      error: ran.error,
      changed: ran.outputs.get('changed'),
      wasKilled: ran.wasKilled,
      lines: ran.lines,
      backup,
      uploaded,
      root,
    };
  }

  async #befall(incident: Incident): Promise<void> {
    const { service, github } = this.#servers;
    if (incident.kind === 'rename-branch') {
      this.#branch = 'trunk';
      github.defaultBranch = 'trunk';
    } else if ('newest' in incident) {
      const target = this.#uploads.filter(({ isOurs, condition }) => isOurs && condition === 'good')[
        incident.newest
      ];
      if (target === undefined) return;
      const { artifacts } = target.served;
      if (incident.kind === 'damage') {
        await artifacts.damage(target.name, Buffer.from('no zip'));
        this.#set(target, 'damaged');
      } else if (incident.kind === 'delete') {
        artifacts.DeleteArtifact({ name: target.name });
        this.#uploads = this.#uploads.filter((one) => one !== target);
      } else {
        github.expired.add(target.artifactId);
        this.#set(target, 'expired');
      }
    } else {
      service.faults = {};
      await this.#strange(incident.kind);
    }
  }

  #set(target: Uploaded, condition: Copy['condition']): void {
    this.#uploads = this.#uploads.map((one) => (one === target ? { ...one, condition } : one));
  }

  /** A run that is not the line's, of a project that is almost empty, and that accepts it. */
  async #strange(kind: keyof typeof STRANGERS): Promise<void> {
    const workspace = await makeFolder();
    const isOtherSource = kind === 'other-source';
    const mine = this.#setup.source;
    const other = mine === 'live' ? 'config-file' : 'live';
    const ran = await this.#run({
      workspace,
      now: this.#time - 3_600_000 - this.#uploads.length * 1000,
      tenants: this.#project.tenants.slice(0, 3),
      source: isOtherSource ? other : mine,
      info: STRANGERS[kind],
      inputs: {
        history: 'compare',
        'allow-shrink': 'true',
        'artifact-name': this.#name,
        ...(kind === 'other-environment' && { environment: 'staging' }),
      },
    });
    await this.#record(ran, { isOurs: false, branch: ran.served.info.headBranch ?? '' });
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Artifacts live as long as backups do here. */
  #expire(): void {
    for (const one of this.#uploads) {
      if (one.expires > this.#time || one.condition === 'expired') continue;
      this.#servers.github.expired.add(one.artifactId);
      this.#set(one, 'expired');
    }
  }

  /** Takes note of the artifact of a run. @returns the ids of the backups in it */
  async #record(
    { served }: Ran,
    of: Pick<Copy, 'isOurs' | 'branch'>,
  ): Promise<readonly string[] | undefined> {
    const [artifact] = served.artifacts.artifacts;
    if (artifact === undefined) return undefined;
    const files = [...unzip(await served.artifacts.zip(artifact.name)).keys()];
    const ids = [...new Set(files.map((file) => file.split('/')[1] ?? ''))].sort();
    const suffix = artifact.name.slice(this.#name.length);
    const uploaded: Uploaded = {
      artifactId: artifact.id,
      ids: of.isOurs ? ids : [],
      isPlain: /^(-\d{8}_\d{6}(_\d+)?)?$/.test(suffix),
      ...of,
      condition: 'good',
      served,
      name: artifact.name,
      expires: this.#time + RETENTION_DAYS * DAY_MS,
    };
    this.#uploads = [uploaded, ...this.#uploads];
    return ids;
  }

  async #run(run: Run): Promise<Ran> {
    const { service, github, descope, summaryFile } = this.#servers;
    const { workspace, now, tenants, killAt } = run;
    const temp = join(workspace, 'temp');
    await mkdir(temp, { recursive: true });
    const output = join(workspace, 'output');
    await writeFile(output, '');
    await writeFile(summaryFile, '');
    await writeFile(join(workspace, 'descope.yaml'), configOf(tenants));
    descope.state = emptyProject({
      roles: ROLES,
      tenants: tenants.map((number) => tenant({ id: `tenant-${number}`, name: `T ${number}` })),
    });
    const served = service.beginRun({ headBranch: this.#branch, ...run.info });
    const branch = served.info.headBranch ?? 'main';
    const environment: Record<string, string> = {
      ...service.env,
      ...github.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REF: `refs/heads/${branch}`,
      GITHUB_REF_NAME: branch,
      GITHUB_WORKFLOW_REF: `octo-org/octo-repo/${served.info.path}@refs/heads/${branch}`,
      GITHUB_RUN_ID: String(served.info.id),
      GITHUB_RUN_ATTEMPT: '1',
      RUNNER_TEMP: temp,
      RUNNER_ENVIRONMENT: workspace === this.#machine ? 'self-hosted' : 'github-hosted',
    };
    const controller = new AbortController();
    let looks = 0;
    const clock = () => {
      looks += 1;
      if (looks === killAt) controller.abort();
      return now;
    };
    const given = {
      'project-id': PROJECT,
      environment: ENVIRONMENT,
      source: run.source,
      'retention-days': String(RETENTION_DAYS),
      'history-workflow': 'backup.yml',
      ...(run.source === 'live' && {
        'management-key': KEY,
        'base-url': descope.baseUrl,
        sections: 'tenants,roles',
      }),
      ...github.inputs,
      ...run.inputs,
    };
    const saved = process.env;
    process.env = { ...saved, ...environment, ...inputVariables(given) };
    process.env['GITHUB_OUTPUT'] = output;
    process.env['GITHUB_STEP_SUMMARY'] = summaryFile;
    let error: string | undefined;
    const lines = await linesPrintedBy(async () => {
      try {
        await backUp(readBackupInputs(), {
          environment,
          makeArtifactClient: defaultArtifactClient,
          signal: controller.signal,
          clock,
        });
      } catch (thrown) {
        error = (thrown as Error).message;
      }
    });
    process.env = saved;
    const outputs = outputsOf(await readFile(output, 'utf8'));
    return { served, error, wasKilled: controller.signal.aborted, lines, outputs };
  }
}

const REFUSED = { status: 403, body: '{"message":"Resource not accessible by integration"}' };
const GITHUB_FAULTS: Partial<Record<NightEvent['fault'], GitHubApi['faults']>> = {
  'list-refused': { status: { path: /artifacts/, ...REFUSED } },
  'list-garbled': { status: { path: /artifacts/, status: 200, body: '[]' } },
  'downloads-refused': { status: { path: /\/zip/, ...REFUSED } },
};

const LOOK_UPS = new Map<NightEvent['fault'], Night['lookUp']>([
  ['list-refused', 'fails'],
  ['list-garbled', 'fails'],
  ['no-token', 'fails'],
  ['downloads-refused', 'lists-alone'],
]);

const KILLS = new Map<NightEvent['fault'], number>([
  ['killed-1', 1],
  ['killed-2', 2],
  ['killed-4', 4],
]);

const STRANGERS = {
  'pull-request': { event: 'pull_request', headBranch: 'feature' },
  fork: { headRepository: 'somebody/octo-repo' },
  'other-workflow': { path: '.github/workflows/other.yml' },
  'other-environment': {},
  'other-source': {},
} as const satisfies Record<string, Partial<RunInfo>>;

function isQuiet({ fault, clockDays }: NightEvent): boolean {
  return fault === 'none' && clockDays === 0;
}

function configOf(tenants: readonly number[]): string {
  const list = tenants.map((number) => `  - {id: tenant-${number}, name: Tenant ${number}}\n`);
  return `version: '1.0'\ntenants:\n${list.join('')}`;
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(inputs);
  return Object.fromEntries(entries.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function outputsOf(text: string): Map<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(.+?)\r?\n([^]*?)\r?\n?\2$/gm);
  return new Map([...found].map(([, name = '', , value = '']) => [name, value]));
}

async function datedFolders(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, 'backups', PROJECT)).catch(() => []);
  return names.filter((name) => /^\d{8}_\d{6}(_\d+)?$/.test(name)).sort();
}

/** The new backup: that of the output, or of a run that was killed, what it left. */
async function readSaved(
  workspace: string,
  night: Night,
  root: readonly string[],
  output: string | undefined,
): Promise<Saved | undefined> {
  const time = new Date(night.now).toISOString().slice(0, 19);
  const left = time.replace(/[-:]/g, '').replace('T', '_');
  const id = output ?? root.find((name) => name === left);
  if (id === undefined) return undefined;
  const path = join(workspace, 'backups', PROJECT, id, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as BackupManifest;
  const { previous, comparison, status } = manifest;
  const outcome = comparison?.outcome ?? (previous ? 'compared' : 'first');
  return {
    id,
    order: night.order,
    time: night.now,
    tenants: night.tenants,
    status,
    outcome,
    previous: previous?.backup_id,
    didLookUpFail: night.lookUp === 'fails' && outcome === 'not-compared',
  };
}
