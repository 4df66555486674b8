/**
 * Who can read an artifact: a live backup must not get where strangers are, nor its names into a
 * log that they read.
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyBackup } from '../../src/services/index.ts';
import { startArtifactService, type ArtifactService } from '../fixtures/artifact-service.ts';
import { startDescopeApi, type DescopeApi, type Fault } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import {
  manifestOf,
  pathOf,
  runLive,
  toldBy,
  unzip,
  type LiveRun,
  type LiveRunOptions,
} from '../fixtures/live-run.ts';
import { startLoopback, type Loopback } from '../fixtures/loopback.ts';
import { makeFolder, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const REFUSED =
  /^::error::descope-backup: the live backup was not uploaded: the repository is public, .*private repository.*upload-artifact to false.*allow-public-artifact to true.*backup-path$/;
const UNKNOWN =
  /^::error::descope-backup: the live backup was not uploaded: nobody could tell whether the repository is public \(pass github-token/;
const WARNING = 'the repository is public: anyone who is logged in to GitHub';
const TOKEN = 'ghs_token-of-the-job';

/** GitHub's API, as far as it tells what a repository is. */
interface GitHub extends Loopback {
  readonly asked: { url: string; authorization: string }[];
  answer: { status: number; body: string; location?: string };
}

async function startGitHub(): Promise<GitHub> {
  const asked: GitHub['asked'] = [];
  const github = {
    asked,
    answer: { status: 200, body: '{}' } as GitHub['answer'],
  };
  const loopback = await startLoopback((request, response) => {
    const { url = '', headers } = request;
    asked.push({ url, authorization: headers.authorization ?? '' });
    const { status, body, location } = github.answer;
    response.writeHead(status, location === undefined ? {} : { location });
    response.end(body);
  });
  return Object.assign(github, loopback);
}

let api: DescopeApi;
let artifacts: ArtifactService;
let github: GitHub;

beforeAll(async () => {
  const state = mixedProject();
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  [api, artifacts, github] = await Promise.all([
    startDescopeApi({ state }),
    startArtifactService(),
    startGitHub(),
  ]);
});

afterAll(() => Promise.all([api, artifacts, github].map((server) => server.close())));

beforeEach(() => {
  artifacts.reset();
  github.asked.length = 0;
  github.answer = { status: 200, body: '{}' };
});

afterEach(() => {
  api.faults = [];
});

interface PublicRunOptions extends LiveRunOptions {
  /** The payload of the event; undefined for a file that is not there. */
  readonly event?: unknown;
}

/** A run on GitHub, with an artifact service and the API on loopback. */
async function runOnGitHub({ event, ...options }: PublicRunOptions = {}): Promise<LiveRun> {
  const folder = await makeFolder();
  const eventFile = join(folder, 'event.json');
  if (event !== undefined) {
    await writeFile(eventFile, typeof event === 'string' ? event : JSON.stringify(event));
  }
  return runLive(api, {
    ...options,
    // What GitHub is asked for the history is none of these tests' business.
    inputs: {
      sections: 'tenants,tenant-sso,tenant-settings,permissions',
      history: 'none',
      ...options.inputs,
    },
    env: {
      ...artifacts.env,
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_API_URL: github.origin,
      ...options.env,
    },
  });
}

/** The same of a config file. */
async function runFile(options: PublicRunOptions = {}): Promise<LiveRun> {
  const workspace = options.workspace ?? (await makeFolder());
  await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG);
  return runOnGitHub({
    ...options,
    workspace,
    inputs: {
      source: 'config-file',
      'management-key': '',
      'base-url': '',
      sections: '',
      ...options.inputs,
    },
  });
}

const repository = (visibility: string) => ({
  repository: { full_name: 'octo-org/octo-repo', private: visibility !== 'public', visibility },
});

/** What went to the artifact service: nothing at all, when an upload was refused in time. */
const requests = () => artifacts.requests.length + artifacts.blobRequests.length;

describe('a live backup in a public repository', () => {
  test.each([
    ['by the visibility in the event', repository('public')],
    ['by the private flag in the event', { repository: { private: false } }],
  ])('%s: is kept, not uploaded, and the step fails with the fix', async (_, event) => {
    const run = await runOnGitHub({ event, inputs: { 'github-token': TOKEN } });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([expect.stringMatching(REFUSED)]);
    expect(requests()).toBe(0);
    expect(github.asked).toEqual([]);
    expect((await verifyBackup(pathOf(run))).verified).toBe(true);
    expect(run.outputs).toMatchObject({ status: 'complete', 'tenant-count': '8' });
    expect(run.outputs).not.toHaveProperty('artifact-id');
    expect(run.summary).toContain('upload failed');
  });

  test('is uploaded when that is allowed', async () => {
    const run = await runOnGitHub({
      event: repository('public'),
      inputs: { 'allow-public-artifact': 'true' },
    });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(artifacts.artifacts).toHaveLength(1);
  });

  test('passes when nothing is to be uploaded', async () => {
    const run = await runOnGitHub({
      event: repository('public'),
      inputs: { 'upload-artifact': 'false' },
    });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(requests()).toBe(0);
  });

  /**
   * Names of tenants and domains that a run told. Short ones are parts of paths and of the words of
   * any log.
   */
  const namesIn = (run: LiveRun) => {
    const told = toldBy(run);
    return api.state.tenants
      .flatMap(({ id, name, domains, selfProvisioningDomains }) => [
        ...[id, name].filter((text) => text.length > 4),
        ...domains,
        ...selfProvisioningDomains,
      ])
      .filter((name) => told.includes(name));
  };

  test('is told of in counts: no names of tenants, no domains', async () => {
    const workspace = await makeFolder();
    await writeFile(
      join(workspace, 'mine.yaml'),
      "version: '1.0'\ntenants: [{ id: acme-emea, name: Emea }]\n",
    );
    const run = await runOnGitHub({
      event: repository('public'),
      workspace,
      inputs: { 'config-path': 'mine.yaml' },
    });
    expect(run.status).toBe(1);
    expect(namesIn(run)).toEqual([]);
    expect(run.summary).toContain('8 tenants');
    expect(run.summary).toContain('8 tenants differ.');
    expect(run.summary).toContain('\n2 places\n');
  });

  test('is told of without what the service says of a tenant that failed', async () => {
    const fault = (endpoint: Fault['endpoint'], message: string): Fault =>
      ({ kind: 'status', status: 500, endpoint, message }) as Fault;
    api.faults = [
      { ...fault('tenant-settings', 'no settings of T2hQ8ZbUzQ9wYbJmKk7c3bV5tXxY'), after: 2 },
      fault('permission-all', 'not for uni.example'),
    ];
    const run = await runOnGitHub({ event: repository('public') });
    expect(run.status).toBe(1);
    expect(run.outputs['sections-failed']).toBe('tenant-settings,permissions');
    expect(namesIn(run)).toEqual([]);
  });

  test('is named in full in a private one', async () => {
    const run = await runOnGitHub({ event: repository('private') });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.summary).toContain('<code>resources/tenant-sso.json&#35;/ACME/0/oidc/clientSecret');
    expect(run.warnings).toContainEqual(expect.stringContaining('"ACME", "acme"'));
    expect(github.asked).toEqual([]);
  });
});

describe('an internal repository', () => {
  test('gets one line that says who can read the artifact', async () => {
    const run = await runOnGitHub({ event: repository('internal') });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(artifacts.artifacts).toHaveLength(1);
    const line = 'The repository is internal: every member of the enterprise can download';
    expect(run.stdout.split(line)).toHaveLength(2);
  });
});

describe('an event that does not say', () => {
  const silent = [
    ['names no repository', { schedule: '0 3 * * *' }],
    ['is no JSON', 'not json'],
    ['is not there', undefined],
    ['says null', { repository: null }],
  ] as const;

  test.each(silent)('%s: GitHub is asked, with the token', async (_, event) => {
    github.answer = { status: 200, body: JSON.stringify({ private: false, visibility: 'public' }) };
    const run = await runOnGitHub({ event, inputs: { 'github-token': TOKEN } });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([expect.stringMatching(REFUSED)]);
    expect(github.asked).toEqual([
      { url: '/repos/octo-org/octo-repo', authorization: `Bearer ${TOKEN}` },
    ]);
    expect(requests()).toBe(0);
  });

  test.each([
    ['private', { private: true, visibility: 'private' }],
    ['internal', { private: true, visibility: 'internal' }],
    ['private by the flag alone', { private: true }],
  ])('%s by what GitHub says: the backup is uploaded', async (_, body) => {
    github.answer = { status: 200, body: JSON.stringify(body) };
    const run = await runOnGitHub({ event: {}, inputs: { 'github-token': TOKEN } });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(artifacts.artifacts).toHaveLength(1);
  });

  test('without an event at all, GitHub is asked when there is a token', async () => {
    github.answer = { status: 200, body: '{"visibility":"public"}' };
    const run = await runOnGitHub({
      inputs: { 'github-token': TOKEN },
      env: { GITHUB_EVENT_PATH: undefined },
    });
    expect(run.errors).toEqual([expect.stringMatching(REFUSED)]);
  });

  test.each([
    ['refuses', { status: 403, body: '{"message":"no"}' }],
    ['finds nothing', { status: 404, body: '{}' }],
    ['answers nonsense', { status: 200, body: '<html>' }],
    ['does not say', { status: 200, body: '{}' }],
    ['redirects', { status: 302, body: '', location: 'http://127.0.0.1:1/' }],
  ])('and GitHub %s: who reads it is not known, and nothing is uploaded', async (_, answer) => {
    github.answer = answer;
    const run = await runOnGitHub({ event: {}, inputs: { 'github-token': TOKEN } });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([expect.stringMatching(UNKNOWN)]);
    expect(github.asked).toHaveLength(1);
    expect(requests()).toBe(0);
    expect(toldBy(run)).not.toContain('acme-emea');
  });

  test('and there is no token: nothing is uploaded, nobody is asked', async () => {
    const run = await runOnGitHub({ event: {} });
    expect(run.errors).toEqual([expect.stringMatching(UNKNOWN)]);
    expect(github.asked).toEqual([]);
  });
});

describe('a config-file backup in a public repository', () => {
  test('is uploaded with a warning', async () => {
    const run = await runFile({ event: repository('public') });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.warnings).toEqual([expect.stringContaining(WARNING)]);
    expect(artifacts.artifacts).toHaveLength(1);
  });

  test.each(['private', 'internal'])('is uploaded without one in a %s one', async (visibility) => {
    const run = await runFile({ event: repository(visibility) });
    expect([run.status, run.errors, run.warnings]).toEqual([0, [], []]);
  });

  test('is uploaded without one when nobody can tell', async () => {
    const run = await runFile({ event: {} });
    expect([run.status, run.errors]).toEqual([0, []]);
  });

  describe('with a live one beside it', () => {
    let workspace: string;

    beforeEach(async () => {
      const live = await runOnGitHub({ event: repository('public') });
      expect(live.status).toBe(1);
      workspace = live.workspace;
      expect((await manifestOf(live)).source.type).toBe('management-api');
    });

    const runBeside = () =>
      runFile({
        event: repository('public'),
        workspace,
        inputs: { 'project-id': api.state.projectId },
      });

    test('is not uploaded: both would go into one artifact', async () => {
      const run = await runBeside();
      expect(run.status).toBe(1);
      expect(run.errors).toEqual([expect.stringMatching(REFUSED)]);
      expect(requests()).toBe(0);
    });

    test.each([
      ['one file more', (folder: string) => writeFile(join(folder, 'notes.txt'), 'x')],
      ['no manifest', (folder: string) => rm(join(folder, 'manifest.json'))],
      ['no sums', (folder: string) => rm(join(folder, 'SHA256SUMS'))],
      [
        'nothing but project.json',
        async (folder: string) => {
          for (const name of ['SHA256SUMS', 'manifest.json', 'resources']) {
            await rm(join(folder, name), { recursive: true });
          }
        },
      ],
    ])('is not uploaded either when that is damaged: %s', async (_, damage) => {
      const project = join(workspace, 'backups', api.state.projectId);
      const [folder = ''] = await readdir(project);
      await damage(join(project, folder));
      const run = await runBeside();
      expect(run.status).toBe(1);
      expect(run.errors).toEqual([expect.stringMatching(REFUSED)]);
      expect(requests()).toBe(0);
    });
  });

  test('is uploaded with folders of the Python tool beside it', async () => {
    const workspace = await makeFolder();
    const first = await runFile({ event: repository('private'), workspace });
    for (const name of ['SHA256SUMS', 'manifest.json']) await rm(join(pathOf(first), name));
    artifacts.reset();
    const run = await runFile({ event: repository('public'), workspace });
    expect([run.status, run.errors]).toEqual([0, []]);
    const packed = unzip(await artifacts.downloadZip(run.outputs['artifact-name'] ?? ''));
    expect(packed.size).toBe(4);
  });
});
