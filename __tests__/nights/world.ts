/**
 * The world that nights happen in: GitHub with its artifacts, a project, machines, and the real
 * product in this process.
 */
import { rm } from 'node:fs/promises';
import type { RunInfo, ServedRun } from '../fixtures/artifact-service.ts';
import type { GitHubApi } from '../fixtures/github-api.ts';
import { unzip } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import {
  changeProject,
  FIRST_PROJECT,
  type Incident,
  type NightEvent,
  type Setup,
} from './events.ts';
import type { Copy, Night, Told } from './model.ts';
import {
  ENVIRONMENT,
  PROJECT,
  runRelease,
  runSource,
  type Ran,
  type Run,
  type Servers,
} from './product.ts';
import { datedFolders, readSaved } from './saved.ts';

const DAY_MS = 86_400_000;
/** Long ago: the artifact library takes the real time to say how long an upload is to be kept. */
const FIRST_NIGHT = Date.UTC(2025, 0, 1, 3);
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
  #release: string | undefined;

  private constructor(servers: Servers, setup: Setup, machine: string, release?: string) {
    this.#servers = servers;
    this.#setup = setup;
    this.#machine = machine;
    this.#release = release;
  }

  /** From now on the source itself takes the nights. */
  upgrade(): void {
    this.#release = undefined;
  }

  /**
   * @param release path of the built bundle of a release that takes the nights, until
   * {@link upgrade}
   */
  static async begin(servers: Servers, setup: Setup, release?: string): Promise<World> {
    servers.service.reset();
    servers.github.expired.clear();
    servers.github.faults = {};
    servers.github.defaultBranch = 'main';
    return new World(servers, setup, await makeFolder(), release);
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
    this.#servers.time.now = this.#time;
    for (const incident of event.before) await this.#befall(incident);
    this.#expire();
    this.#project = changeProject(this.#project, event.change);
    const { machines, history, retentionDays } = this.#setup;
    const isReadable = this.#setup.source !== 'live' || event.fault !== 'tenants-fail';
    return {
      order: this.#order,
      now: this.#time + event.clockDays * DAY_MS,
      isAhead: event.clockDays > 0,
      tenants: isReadable ? this.#project.tenants : undefined,
      isShrinkAllowed: event.isShrinkAllowed,
      isFresh: machines === 'hosted' || (machines === 'both' && event.isFresh),
      isCarry: history === 'carry',
      retentionDays,
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
    const { source, isPartialAccepted } = this.#setup;
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
      isKept: !night.isFresh,
      now: night.now,
      tenants: this.#project.tenants,
      source: this.#setup.source,
      inputs: {
        history: this.#setup.history,
        'retention-days': String(this.#setup.retentionDays),
        'allow-shrink': String(night.isShrinkAllowed),
        ...(source === 'live' && isPartialAccepted && { 'fail-on-partial': 'false' }),
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
    const backup = await readSaved(workspace, night, root, ran.outputs['backup-id']);
    if (night.isFresh) await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
    return {
      error: ran.error,
      changed: ran.outputs['changed'],
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
      const target = this.#uploads.filter(
        ({ isOurs, condition }) => isOurs && condition === 'good',
      )[incident.newest];
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
      isKept: false,
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

  #run(run: Run): Promise<Ran> {
    return this.#release === undefined
      ? runSource(this.#servers, this.#branch, run)
      : runRelease(this.#servers, this.#branch, run, this.#release);
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
    const uploaded: Uploaded = {
      artifactId: artifact.id,
      ids: of.isOurs ? ids : [],
      isPlain: PLAIN_NAME.test(artifact.name),
      ...of,
      condition: 'good',
      served,
      name: artifact.name,
      expires: this.#time + this.#setup.retentionDays * DAY_MS,
    };
    this.#uploads = [uploaded, ...this.#uploads];
    return ids;
  }
}

/**
 * Of a window that is whole, or of a night that was uploaded alone. Release 1.0.0 called a live
 * backup's alike.
 */
const PLAIN_NAME = new RegExp(
  String.raw`^descope-backup-${PROJECT}-${ENVIRONMENT}(-live)?(-\d{8}_\d{6}(_\d+)?)?$`,
);

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
