import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  artifactRetentionDays,
  canUpload,
  uploadArtifact,
  type ArtifactClientFactory,
} from '../../src/github/artifact.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';

const request = {
  name: 'backup',
  suffix: '20261122_030000',
  rootFolder: '/w',
  files: ['/w/P2/x'],
  retentionDays: 30,
  compressionLevel: 6,
  backupPath: '/w/P2/20261122_030000',
};
/** A signal that never comes. */
const uncancelled = new AbortController().signal;

const environment = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_RUN_ID: '4711',
};

/** A client whose uploads end as given, one after the other. The real one is tried in e2e/. */
function client(...outcomes: (Error | { id: number })[]): {
  names: string[];
  make: ArtifactClientFactory<'uploadArtifact'>;
} {
  const names: string[] = [];
  return {
    names,
    make: () =>
      Promise.resolve({
        uploadArtifact: (name: string) => {
          names.push(name);
          const outcome = outcomes.shift() ?? new Error('no outcome is left');
          return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
        },
      }),
  };
}

/** A client whose upload never ends. */
const never: ArtifactClientFactory<'uploadArtifact'> = () =>
  Promise.resolve({ uploadArtifact: () => new Promise(() => undefined) });

describe('uploadArtifact', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('returns what became of the artifact', async () => {
    const { make } = client({ id: 42 });
    expect(await uploadArtifact(request, environment, make, uncancelled)).toEqual({
      name: 'backup',
      id: 42,
      digest: '',
      size: 0,
      url: 'https://github.com/o/r/actions/runs/4711/artifacts/42',
      retentionDays: 30,
    });
  });

  test('takes another name when the name is taken, once', async () => {
    const conflict = new Error(
      'Failed to CreateArtifact: Failed request: (409) Conflict: with this name',
    );
    const { names, make } = client(conflict, { id: 1 });
    await linesPrintedBy(async () => {
      expect(await uploadArtifact(request, environment, make, uncancelled)).toMatchObject({
        name: 'backup-20261122_030000',
      });
    });
    expect(names).toEqual(['backup', 'backup-20261122_030000']);
    await linesPrintedBy(async () => {
      await expect(
        uploadArtifact(request, environment, client(conflict, conflict).make, uncancelled),
      ).rejects.toThrow('the name is taken in this run: give each job its own artifact-name');
    });
  });

  test.each([
    ['Artifact storage quota has been hit.', 'the storage for artifacts is used up'],
    ['Failed request: (403) Forbidden: x', 'the artifact service refused the upload'],
    ['Unable to make request: ECONNRESET', 'the connection failed: run the job again'],
    ['Upload progress stalled.', 'the upload made no progress'],
    ['Failed request: (500) Internal Server Error', 'the artifact service has a fault'],
    [
      'Failed to get backend IDs: The provided JWT token is invalid and/or missing claims',
      'the runner offers no artifact service that this action understands',
    ],
    ['something new', 'run the job again; the log above may say more'],
  ])('explains %j', async (message, advice) => {
    const { make } = client(new Error(`${message}\nsecond line`));
    await expect(uploadArtifact(request, environment, make, uncancelled)).rejects.toThrow(
      `could not upload the artifact "backup": ${advice}`,
    );
    await expect(
      uploadArtifact(
        request,
        environment,
        client(new Error(`${message}\nsecond line`)).make,
        uncancelled,
      ),
    ).rejects.not.toThrow('second line');
  });

  test('gives up after twelve minutes', async () => {
    jest.useFakeTimers();
    let error: unknown;
    const uploading = uploadArtifact(request, environment, never, uncancelled).catch(
      (reason: unknown) => {
        error = reason;
      },
    );
    await jest.advanceTimersByTimeAsync(12 * 60_000 - 1);
    expect(error).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    await uploading;
    expect((error as Error).message).toBe(
      'could not upload the artifact "backup": the upload took longer than 12 minutes or stood still: run the job again; ' +
        'raise compression-level, or lower retention-days to upload less (Upload timed out after 12 minutes.). ' +
        'The backup itself is complete at /w/P2/20261122_030000: a later step with "if: failure()" can still save it',
    );
    expect(jest.getTimerCount()).toBe(0);
    expect(process.hasUncaughtExceptionCaptureCallback()).toBe(false);
  });

  test.each([
    undefined,
    '',
    'https://github.com',
    'https://acme.ghe.com',
    'http://runner.localhost',
  ])('uploads to the server %j', async (server) => {
    const { make } = client({ id: 42 });
    const variables = { ...environment, GITHUB_SERVER_URL: server };
    expect((await uploadArtifact(request, variables, make, uncancelled)).url).toBe(
      `${server === undefined || server === '' ? 'https://github.com' : server}/o/r/actions/runs/4711/artifacts/42`,
    );
  });

  test.each([
    ['https://github.acme.com', 'GitHub Enterprise Server lacks the artifact service'],
    [
      'github.com',
      'GITHUB_SERVER_URL is "github.com", which is no URL: leave it as the runner sets it, or set upload-artifact to false',
    ],
  ])('uploads nothing to the server %j', async (server, advice) => {
    const { names, make } = client();
    const variables = { ...environment, GITHUB_SERVER_URL: server };
    await expect(uploadArtifact(request, variables, make, uncancelled)).rejects.toThrow(
      `could not upload the artifact "backup": ${advice}`,
    );
    expect(names).toEqual([]);
  });

  test('ends the wait when the job is cancelled', async () => {
    const controller = new AbortController();
    const uploading = uploadArtifact(request, environment, never, controller.signal);
    controller.abort(new Error('cancelled by SIGINT'));
    await expect(uploading).rejects.toThrow('cancelled by SIGINT');
    await expect(uploadArtifact(request, environment, never, controller.signal)).rejects.toThrow(
      'cancelled by SIGINT',
    );
  });
});

test.each([
  [30, {}, 30],
  [365, {}, 90],
  [365, { GITHUB_RETENTION_DAYS: '400' }, 365],
  [30, { GITHUB_RETENTION_DAYS: '7' }, 7],
  [365, { GITHUB_RETENTION_DAYS: '0' }, 90],
  [365, { GITHUB_RETENTION_DAYS: 'x' }, 90],
])('%d days with %j are %d', (wanted, environmentOf, expected) => {
  expect(artifactRetentionDays(wanted, environmentOf)).toBe(expected);
});

test('uploading needs the token of the runner', () => {
  expect(canUpload({ ACTIONS_RUNTIME_TOKEN: 't' })).toBe(true);
  expect(canUpload({ ACTIONS_RUNTIME_TOKEN: '' })).toBe(false);
  expect(canUpload({})).toBe(false);
});
