/**
 * The built bundle against an artifact service that fails: what was backed up is safe, and the user
 * learns what to do.
 */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyBackup } from '../../src/services/index.ts';
import {
  startArtifactService,
  type ArtifactFaults,
  type ArtifactService,
  type ArtifactServiceOptions,
} from '../fixtures/artifact-service.ts';
import {
  ARTIFACT_NAME,
  backupOf,
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
  startBundle,
  type BundleResult,
} from '../fixtures/run-bundle.ts';
import { readTree, unpack } from '../fixtures/stock-tools.ts';
import { useArtifactService } from '../fixtures/use-servers.ts';

const TAKEN = {
  status: 409,
  code: 'already_exists',
  msg: 'an artifact with this name already exists on the workflow run',
};

/** How `@actions/artifact` words an answer of GitHub's edge. */
const edge = (status: number, reason: string) =>
  `Failed request: (${status}) ${reason}: Error from intermediary with HTTP status code ${status} "${reason}"`;

const REFUSED =
  'the artifact service refused the upload: a proxy or firewall in between may block it; if not, run the job again';
const NOT_CONNECTED =
  'the connection failed: run the job again; a self-hosted runner must reach *.actions.githubusercontent.com and *.blob.core.windows.net';
const NO_SERVICE =
  'the runner offers no artifact service that this action understands: set upload-artifact to false, or update the runner';
const UNKNOWN = 'run the job again; the log above may say more';

interface Failure {
  readonly name?: string;
  /** What to do. */
  readonly advice: string;
  /** What the library said; nothing where it was not called. */
  readonly cause?: string;
}

/** What every failed upload must leave behind and say. */
async function expectFailedUpload(
  result: BundleResult,
  { name = ARTIFACT_NAME, advice, cause }: Failure,
): Promise<void> {
  const { id, path } = backupOf(result);
  const why = cause === undefined ? advice : `${advice} (${cause})`;
  expect(result.errors).toEqual([
    `::error::descope-backup: could not upload the artifact "${name}": ${why}. ` +
      `The backup itself is complete at ${path}: a later step with "if: failure()" can still save it`,
  ]);
  expect(result).toMatchObject({ status: 1, signal: null, warnings: [], stderr: '' });
  expect(result.stdout).not.toMatch(/(?:^|\n|%0A) +at /);

  expect(path.endsWith(join(PROJECT, id))).toBe(true);
  expect(await verifyBackup(path)).toMatchObject({ verified: true, manifest: { backup_id: id } });
  expect(Object.keys(result.outputs).filter((name) => name.startsWith('artifact-'))).toEqual([]);

  expect(result.summary).toMatch(/^## .*Backup taken, upload failed: my-project \(production\)$/m);
  expect(result.summary).toContain('| Artifact | <b>failed</b>: could not upload the artifact');
  expect(result.summary).not.toContain('<a href');
}

/** The zip of an upload that succeeded in the end is whole. */
async function expectUploaded(
  result: BundleResult,
  service: ArtifactService,
  name: string = ARTIFACT_NAME,
): Promise<void> {
  expect(result).toMatchObject({ status: 0, errors: [], warnings: [], stderr: '' });
  expect(service.artifacts.map((artifact) => artifact.name)).toEqual([name]);
  expect(result.outputs).toMatchObject({
    'artifact-name': name,
    'artifact-id': String(service.artifacts[0]?.id),
  });
  const uploaded = await readTree(await unpack(await service.downloadZip(name)));
  const root = join(backupOf(result).path, '..', '..');
  expect(uploaded.size).toBe(3);
  expect(uploaded).toEqual(await readTree(root));
}

describe('faults that show at once', () => {
  const service = useArtifactService();
  let workspace: string;

  async function upload(
    faults: ArtifactFaults,
    env: Readonly<Record<string, string | undefined>> = {},
  ): Promise<BundleResult> {
    workspace = await makeWorkspace();
    service.faults = faults;
    return runBundle({ workspace, env: { ...service.env, ...env } });
  }

  test('a name that is taken gets the backup id as suffix', async () => {
    service.reserveName(ARTIFACT_NAME);
    const result = await upload({});
    const name = `${ARTIFACT_NAME}-${backupOf(result).id}`;
    await expectUploaded(result, service, name);
    expect(result.lines).toContain(
      `The artifact name ${ARTIFACT_NAME} is taken in this run: ${name} is used`,
    );
    expect(result.summary).toContain(`>${name}</a>`);
  });

  test('a name that is taken, with the suffix too', async () => {
    const result = await upload({ createStatus: TAKEN });
    const name = `${ARTIFACT_NAME}-${backupOf(result).id}`;
    await expectFailedUpload(result, {
      name,
      advice: 'the name is taken in this run: give each job its own artifact-name',
      cause: `Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: ${TAKEN.msg}`,
    });
    expect(service.requests.map(({ body }) => body['name'])).toEqual([ARTIFACT_NAME, name]);
  });

  test.each<Failure & { what: string; faults: ArtifactFaults }>([
    {
      what: 'Create is refused',
      faults: { createStatus: { status: 403 } },
      advice: REFUSED,
      cause: `Failed to CreateArtifact: Received non-retryable error: ${edge(403, 'Forbidden')}`,
    },
    {
      what: 'Create does not know the token',
      faults: { createStatus: { status: 401 } },
      advice: 'the token of this job is no longer accepted: run the job again',
      cause: `Failed to CreateArtifact: Received non-retryable error: ${edge(401, 'Unauthorized')}`,
    },
    {
      what: 'Finalize is refused',
      faults: { finalizeStatus: { status: 403 } },
      advice: REFUSED,
      cause: `Failed to FinalizeArtifact: Received non-retryable error: ${edge(403, 'Forbidden')}`,
    },
    {
      what: 'Finalize finds a conflict, which is no name that is taken',
      faults: { finalizeStatus: TAKEN },
      advice: UNKNOWN,
      cause: `Failed to FinalizeArtifact: Received non-retryable error: Failed request: (409) Conflict: ${TAKEN.msg}`,
    },
    {
      what: 'the quota is used up',
      faults: { quota: true },
      advice:
        'the storage for artifacts is used up: delete old artifacts or lower retention-days; GitHub counts anew every 6 to 12 hours',
      cause:
        'Failed to CreateArtifact: Artifact storage quota has been hit. Unable to upload any new artifacts.',
    },
    {
      what: 'the connection is reset at Finalize',
      faults: { resetFinalize: {} },
      advice: NOT_CONNECTED,
      cause: 'Failed to FinalizeArtifact: Unable to make request: ECONNRESET',
    },
    {
      what: 'the blob store refuses a block',
      faults: { blobStatus: { status: 403 } },
      advice: REFUSED,
      cause: 'AuthenticationFailed: Injected by the test.',
    },
    {
      what: 'the blob store refuses the list of blocks',
      faults: { blobStatus: { status: 403, operation: 'PutBlockList' } },
      advice: REFUSED,
      cause: 'AuthenticationFailed: Injected by the test.',
    },
    {
      what: 'the blob store finds a conflict, which is no name that is taken',
      faults: { blobStatus: { status: 409, code: 'BlobAlreadyExists' } },
      advice: UNKNOWN,
      cause: 'BlobAlreadyExists: Injected by the test.',
    },
  ])('$what', async ({ faults, ...failure }) => {
    await expectFailedUpload(await upload(faults), failure);
    expect(service.artifacts).toEqual([]);
    // The name is tried once.
    expect(new Set(service.requests.map(({ body }) => body['name']))).toEqual(
      new Set([ARTIFACT_NAME]),
    );
  });

  test.each([
    {
      what: 'its token is none',
      env: { ACTIONS_RUNTIME_TOKEN: 'abc' },
      cause: 'Invalid token specified: missing part #2',
    },
    {
      what: 'its token is one of another service',
      env: { ACTIONS_RUNTIME_TOKEN: 'e30.e30.e30' },
      cause: 'Failed to get backend IDs: The provided JWT token is invalid and/or missing claims',
    },
    {
      what: 'it names no service',
      env: { ACTIONS_RESULTS_URL: undefined },
      cause: 'Unable to get the ACTIONS_RESULTS_URL env variable',
    },
    {
      what: 'the address of the service is none',
      env: { ACTIONS_RESULTS_URL: 'results' },
      cause: 'ERR_INVALID_URL: Invalid URL',
    },
  ])('the environment of the runner is broken: $what', async ({ env, cause }) => {
    await expectFailedUpload(await upload({}, env), { advice: NO_SERVICE, cause });
    expect(service.requests).toEqual([]);
  });

  test('the service is down', async () => {
    // Nobody listens on a port that was just let go of.
    const gone = await startArtifactService();
    await gone.close();
    await expectFailedUpload(await upload({}, gone.env), {
      advice: NOT_CONNECTED,
      cause: 'Failed to CreateArtifact: Unable to make request: ECONNREFUSED',
    });
  });

  test('GitHub Enterprise Server: the library, which would warn of it, is not called', async () => {
    const result = await upload({}, { GITHUB_SERVER_URL: 'https://github.example-corp.test' });
    await expectFailedUpload(result, {
      advice:
        'GitHub Enterprise Server lacks the artifact service that this action needs: set upload-artifact to false and keep the backup folder with another step',
    });
    expect(service.requests).toEqual([]);
  });

  test.each(['', 'https://octo.ghe.com', 'https://GitHub.com/'])(
    'a server that is no Enterprise Server: %j',
    async (url) => {
      await expectUploaded(await upload({}, { GITHUB_SERVER_URL: url }), service);
    },
  );

  test('older backups are as they were, and the next run uploads all of them', async () => {
    const failed = await upload({ quota: true });
    service.reset();
    const result = await runBundle({ workspace, env: service.env });
    expect(result).toMatchObject({ status: 0, warnings: [] });
    const uploaded = await readTree(await unpack(await service.downloadZip(ARTIFACT_NAME)));
    expect(uploaded).toEqual(await readTree(join(workspace, 'backups')));
    const ids = [failed, result].map((run) => backupOf(run).id);
    expect(new Set([...uploaded.keys()].map((path) => path.split('/')[1]))).toEqual(new Set(ids));
  });
});

/** A config file whose backup is too large to be sent in one piece, and does not compress. */
function largeConfig(): string {
  const tenants = Array.from({ length: 400 }, (_, index) => ({
    id: `tenant-${index}`,
    name: 'Tenant',
    custom_attributes: { noise: randomBytes(1500).toString('base64') },
  }));
  return JSON.stringify({ version: '1.0', tenants });
}

/** One run against a service of its own: these take long, and so happen at the same time. */
class SlowRun {
  readonly #options: SlowRunOptions;
  service!: ArtifactService;
  result!: BundleResult;
  seconds = 0;

  constructor(options: SlowRunOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { faults, large = false, env = {}, service: serviceOptions } = this.#options;
    this.service = await startArtifactService(serviceOptions);
    this.service.faults = faults;
    const workspace = await makeFolder();
    const config = large
      ? largeConfig()
      : '{"version": "1", "tenants": [{"id": "abc", "name": "A"}]}';
    await writeFile(join(workspace, 'descope.json'), config);
    const start = performance.now();
    const { child, result } = await startBundle({
      workspace,
      inputs: { 'config-path': 'descope.json', 'compression-level': '0' },
      env: { ...this.service.env, ...env },
    });
    // One that never ends must fail its test, not hold up the others.
    const timer = setTimeout(() => child.kill('SIGKILL'), 100_000);
    this.result = await result;
    clearTimeout(timer);
    this.seconds = (performance.now() - start) / 1000;
  }
}

interface SlowRunOptions {
  readonly faults: ArtifactFaults;
  readonly large?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly service?: ArtifactServiceOptions;
}

describe('faults that take time', () => {
  const MIDDLE = 300_000;
  const runs = {
    serverErrorsForGood: new SlowRun({ faults: { serverErrorsBeforeSuccess: 100 } }),
    resetAlways: new SlowRun({ faults: { resetBlobAfterBytes: { bytes: MIDDLE } }, large: true }),
    stalled: new SlowRun({
      faults: { stallBlob: {} },
      env: { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '1500' },
    }),
    serverErrorsTwice: new SlowRun({ faults: { serverErrorsBeforeSuccess: 2 } }),
    resetOnce: new SlowRun({
      faults: { resetBlobAfterBytes: { bytes: MIDDLE, times: 1 } },
      large: true,
    }),
  };

  beforeAll(async () => {
    // The longest one beside the others, one after another: three processes at a time at most.
    const inTurn = async (...list: SlowRun[]) => {
      for (const run of list) await run.run();
    };
    await Promise.all([
      inTurn(runs.serverErrorsForGood),
      inTurn(runs.resetAlways, runs.resetOnce),
      inTurn(runs.stalled, runs.serverErrorsTwice),
    ]);
  }, 300_000);

  afterAll(async () => {
    for (const { service } of Object.values(runs)) await service.close();
  });

  test('errors of the server pass, and the upload is repeated until then', async () => {
    const { result, service } = runs.serverErrorsTwice;
    await expectUploaded(result, service);
    expect(service.requests.map(({ method, status }) => `${method} ${status ?? 0}`)).toEqual([
      'CreateArtifact 500',
      'CreateArtifact 500',
      'CreateArtifact 200',
      'FinalizeArtifact 200',
    ]);
  });

  test('errors of the server do not pass', async () => {
    const { result, service } = runs.serverErrorsForGood;
    await expectFailedUpload(result, {
      advice: 'the artifact service has a fault: run the job again later',
      cause: `Failed to CreateArtifact: Failed to make request after 5 attempts: ${edge(500, 'Internal Server Error')}`,
    });
    expect(service.requests.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500]);
  });

  test('the connection is reset in the middle of a blob once', async () => {
    const { result, service } = runs.resetOnce;
    await expectUploaded(result, service);
    const [cut] = service.blobRequests;
    expect(cut?.bytes).toBeGreaterThanOrEqual(MIDDLE);
    const zip = await service.downloadZip(ARTIFACT_NAME);
    const sent = service.blobRequests.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(sent).toBeGreaterThan(zip.length + MIDDLE);
  });

  test('the connection is reset in the middle of a blob each time', async () => {
    const { result, service } = runs.resetAlways;
    await expectFailedUpload(result, {
      advice: NOT_CONNECTED,
      cause: 'Unable to make request: ECONNRESET',
    });
    expect(service.blobRequests.length).toBeGreaterThan(1);
    expect(service.requests.map(({ method }) => method)).toEqual(['CreateArtifact']);
  });

  test('the blob store does not answer: the process ends by itself', async () => {
    const { result, service, seconds } = runs.stalled;
    await expectFailedUpload(result, {
      advice: 'the upload made no progress: run the job again',
      cause: 'Upload progress stalled.',
    });
    expect(service.blobRequests.length).toBeGreaterThanOrEqual(1);
    // Without its end it would be killed.
    expect(seconds).toBeLessThan(90);
  });
});
