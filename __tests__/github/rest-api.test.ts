/** Reads from GitHub's REST API: how often, and for how long. */
import type { RequestListener } from 'node:http';
import { expect, test } from '@jest/globals';
import { gitHubApi, GitHubApiError, type RequestBounds } from '../../src/github/rest-api.ts';
import { Secret } from '../../src/project/secret.ts';
import { startLoopback } from '../fixtures/loopback.ts';

const ONCE: RequestBounds = { timeoutMs: 60_000, attempts: 1 };

/** Asks a GitHub for the repository; an error comes back as a value. */
async function ask(
  listener: RequestListener,
  bounds?: RequestBounds,
  signal = new AbortController().signal,
) {
  const asked: string[] = [];
  const server = await startLoopback((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    listener(request, response);
  });
  try {
    const environment = { GITHUB_API_URL: server.origin, GITHUB_REPOSITORY: 'o/r' };
    const api = gitHubApi(environment, new Secret('token'), signal, bounds);
    const result = await api.get('').catch((error: unknown) => error);
    return { asked, result, origin: server.origin };
  } finally {
    await server.close();
  }
}

/** Answers with the statuses in turn. */
function answering(...statuses: readonly number[]): RequestListener {
  const left = [...statuses];
  return (_, response) => response.writeHead(left.shift() ?? 418).end('{"private":true}');
}

test('by default, a failure that may pass is tried once more', async () => {
  const { asked, result } = await ask(answering(500, 200));
  expect(result).toEqual({ private: true });
  expect(asked).toEqual(['GET /repos/o/r', 'GET /repos/o/r']);
});

test('with one attempt, a failure that may pass is the answer', async () => {
  const { asked, result } = await ask(answering(500, 200), ONCE);
  expect(result).toMatchObject({ message: 'HTTP 500: GitHub has a fault', status: 500 });
  expect(asked).toHaveLength(1);
});

test('a refusal is not tried again', async () => {
  const { asked, result } = await ask(answering(404, 200));
  expect(result).toMatchObject({ status: 404 });
  expect(asked).toHaveLength(1);
});

test('a request without an answer ends with its time', async () => {
  const { result, origin } = await ask(() => undefined, { timeoutMs: 1, attempts: 1 });
  expect(result).toBeInstanceOf(GitHubApiError);
  expect((result as Error).message).toMatch(new RegExp(`^no good answer from ${origin}: `));
});

test('a cancelled run ends a request, with its own reason', async () => {
  const run = new AbortController();
  const reason = new Error('the run was cancelled');
  const abort = () => {
    run.abort(reason);
  };
  const { asked, result } = await ask(abort, undefined, run.signal);
  expect(result).toBe(reason);
  expect(asked).toHaveLength(1);
});
