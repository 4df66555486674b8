/**
 * The client that writes: what is sent again, what is a refusal, a doubt, an end of all, and what
 * no message may repeat.
 */
import { Secret } from '../../src/project/secret.ts';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json/value.ts';
import { WRITE_CALLS, type WriteCall } from '../../src/project/write-calls.ts';
import type { WriteResult } from '../../src/project/write-result.ts';
import { READS } from '../../src/descope/reads.ts';
import { ApiSession, type DescopeApiOptions } from '../../src/descope/session.ts';
import { WriteClient } from '../../src/descope/write-client.ts';
import { WRITE_ENDPOINTS } from '../../src/descope/writes.ts';
import { startLoopback } from '../fixtures/loopback.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Time that passes at once, and is remembered. */
function fakeClock() {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    now: () => now,
    sleep: (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Undefined: the connection is cut. */
  readonly body?: string | undefined;
}

/** A server that gives these answers in order, and the last one again and again. */
async function serve(...answers: Answer[]) {
  const bodies: string[] = [];
  const server = await startLoopback((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const answer = answers[Math.min(bodies.length, answers.length - 1)];
      bodies.push(body);
      if (answer?.body === undefined) return void response.destroy();
      response.writeHead(answer.status ?? 200, answer.headers);
      response.end(answer.body.replaceAll('GIVEN', JSON.stringify(body)));
    });
  });
  running.push(server);
  return { origin: server.origin, bodies };
}

function open(origin: string, options: Partial<DescopeApiOptions> = {}) {
  const clock = fakeClock();
  const session = new ApiSession({
    projectId: 'P2x',
    managementKey: new Secret('K2secret-of-the-project'),
    baseUrl: new URL(origin),
    deadlineMs: 600_000,
    maxRequests: 100,
    signal: new AbortController().signal,
    clock,
    ...options,
  });
  const masked: string[] = [];
  const client = new WriteClient(session, { onSecret: (secret) => masked.push(secret) });
  return { session, client, clock, masked };
}

async function writeTo(
  answers: readonly Answer[],
  call: WriteCall = 'permissionCreate',
  body: JsonObject = { name: 'read' },
) {
  const server = await serve(...answers);
  const opened = open(server.origin);
  return { ...opened, ...server, result: await opened.client.write(call, { body }) };
}

describe('the table of writes', () => {
  const table = Object.entries(WRITE_ENDPOINTS);

  test('has each call once, and no read', () => {
    expect(Object.keys(WRITE_ENDPOINTS).sort()).toEqual([...WRITE_CALLS].sort());
    const paths = table.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(paths).size).toBe(paths.length);
    const reads = new Set(Object.values(READS).map(({ method, path }) => `${method} ${path}`));
    expect(paths.filter((path) => reads.has(path))).toEqual([]);
  });

  test.each(table)('%s writes, and harms nothing beside', (_name, { method, path }) => {
    expect(method).not.toBe('GET');
    expect(path).toMatch(/^\/v[12]\/mgmt\/[a-zA-Z/]+$/);
    expect(path).not.toMatch(
      /rotate|recalculate|batch|adminlinks|invite|send|secret|project\/(?!snapshot\/import$)/,
    );
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(WRITE_ENDPOINTS)).toBe(true);
    for (const [, endpoint] of table) expect(Object.isFrozen(endpoint)).toBe(true);
  });
});

describe('a write', () => {
  test('is done when it is answered so', async () => {
    const { result, bodies, session } = await writeTo([{ body: '{"id":"P1"}' }]);
    expect(result).toEqual({ kind: 'done', status: 200, answer: { id: 'P1' } });
    expect(bodies).toEqual([expect.stringContaining('"name": "read"')]);
    expect(session.requestCount).toBe(1);
  });

  test('may be answered with nothing, unless the answer must have an id', async () => {
    const { result } = await writeTo([{ body: '' }], 'accessKeyActivate');
    expect(result).toMatchObject({ kind: 'done', answer: {} });
    const other = await writeTo([{ body: '' }], 'tenantCreate');
    expect(other.result).toMatchObject({ kind: 'doubtful', status: 200 });
  });

  test.each<[string, Answer, string]>([
    ['a reset', { body: undefined }, 'UND_ERR_SOCKET'],
    [
      '500',
      { status: 500, body: '{"errorCode":"E1","errorMessage":"oops"}' },
      'HTTP 500: E1, oops',
    ],
    ['502', { status: 502, body: '<html>bad</html>' }, 'HTTP 502 with "<html>bad</html>"'],
    ['503', { status: 503, body: '' }, 'HTTP 503 with an empty body'],
    ['408', { status: 408, body: '' }, 'HTTP 408 with an empty body'],
    ['303', { status: 303, body: '' }, 'HTTP 303: redirects are not followed'],
    ['202', { status: 202, body: '{}' }, 'HTTP 202'],
    ['half an answer', { body: '{"id":"P1"' }, 'the answer was cut off'],
    ['a page', { body: '<html>' }, 'HTTP 200, but the answer is not good JSON'],
    ['a list', { body: '[]' }, 'HTTP 200, but the answer is no JSON object'],
    ['no id', { body: '{"name":"x"}' }, 'HTTP 200, but the answer has no "id"'],
  ])('is in doubt after %s, and not sent again', async (_name, answer, reason) => {
    const server = await serve(answer);
    const { client } = open(server.origin);
    const result = await client.write('roleCreate', { body: { name: 'x' } });
    expect(result).toMatchObject({ kind: 'doubtful', reason });
    expect(server.bodies).toHaveLength(1);
  });

  test('is in doubt when its answer does not end in time', async () => {
    const server = await serve({ headers: { 'content-length': '50' }, body: '{"id":"P1"}' });
    const { client } = open(server.origin, { requestTimeoutMs: 50 });
    const result = await client.write('roleCreate', { body: {} });
    expect(result).toMatchObject({ kind: 'doubtful', reason: 'no whole answer in time' });
  });

  test.each<[number, string]>([
    [400, 'The name field is required'],
    [404, 'not found'],
    [409, 'conflict'],
    [413, 'too large'],
  ])('is refused for certain with %i', async (status, message) => {
    const body = JSON.stringify({ errorCode: 'E2', errorMessage: message });
    const { result, bodies } = await writeTo([{ status, body }]);
    expect(result).toEqual({ kind: 'refused', status, reason: `HTTP ${status}: E2, ${message}` });
    expect(bodies).toHaveLength(1);
  });

  test.each<[number, string]>([
    [401, '{"errorMessage":"no such key"}'],
    [403, '{"errorMessage":"not allowed"}'],
    [402, '{"errorMessage":"pay first"}'],
    [400, '{"errorMessage":"your license does not have it"}'],
  ])('ends all with %i %s', async (status, body) => {
    const { result, bodies } = await writeTo([{ status, body }]);
    expect(result).toMatchObject({ kind: 'stop', status });
    expect(bodies).toHaveLength(1);
  });

  test('waits for the rate limit as long as it asks, and is sent again', async () => {
    const limit = { status: 429, headers: { 'retry-after': '7' }, body: '{}' };
    const { result, bodies, clock } = await writeTo([limit, limit, { body: '{}' }]);
    expect(result.kind).toBe('done');
    expect(bodies).toHaveLength(3);
    expect(clock.waits).toEqual([7000, 7000]);
  });

  test('is sent again when no connection could be made, five times at most', async () => {
    const nobody = await startLoopback(() => undefined);
    await nobody.close();
    const { client, session, clock } = open(nobody.origin);
    expect(await client.write('permissionCreate', { body: {} })).toEqual({
      kind: 'refused',
      status: undefined,
      reason: 'it was not sent: ECONNREFUSED, 5 times',
    });
    expect(session.requestCount).toBe(5);
    expect(clock.waits).toEqual([500, 1000, 2000, 4000]);
  });

  test('is not sent after a cancel, the last request or the deadline', async () => {
    const server = await serve({ body: '{}' });
    const deadline = open(server.origin, { deadlineMs: 0 });
    await deadline.session.rest(0);
    const ended = new Promise<void>((resolve) => {
      const wait = () => {
        if (deadline.session.stopReason === undefined) setImmediate(wait);
        else resolve();
      };
      wait();
    });
    await ended;
    const results: WriteResult[] = [
      await open(server.origin, { signal: AbortSignal.abort() }).client.write('themeImport', {
        body: {},
      }),
      await open(server.origin, { maxRequests: 0 }).client.write('themeImport', { body: {} }),
      await deadline.client.write('themeImport', { body: {} }),
    ];
    expect(results).toEqual([
      { kind: 'stop', status: undefined, reason: 'the run was cancelled' },
      { kind: 'stop', status: undefined, reason: 'max-requests (0) is used up' },
      { kind: 'stop', status: undefined, reason: 'not done within deadline-minutes (0)' },
    ]);
    expect(server.bodies).toEqual([]);
  });

  test('that is under way at a cancel is in doubt', async () => {
    const cancel = new AbortController();
    const server = await startLoopback((request) => {
      request.resume().on('end', () => {
        cancel.abort(new Error('stop it'));
      });
    });
    running.push(server);
    const { client } = open(server.origin, { signal: cancel.signal });
    expect(await client.write('themeImport', { body: {} })).toEqual({
      kind: 'doubtful',
      status: undefined,
      reason: 'under way when it ended: the run was cancelled',
    });
  });

  test('goes after the one before', async () => {
    let atOnce = 0;
    let most = 0;
    const server = await startLoopback((request, response) => {
      most = Math.max(most, ++atOnce);
      request.resume().on('end', () =>
        setImmediate(() => {
          atOnce--;
          response.end('{}');
        }),
      );
    });
    running.push(server);
    const { client } = open(server.origin);
    const calls = Array.from({ length: 8 }, () => client.write('themeImport', { body: {} }));
    expect((await Promise.all(calls)).map(({ kind }) => kind)).toEqual(calls.map(() => 'done'));
    expect(most).toBe(1);
  });

  test('takes no query where its parameters go in the body', async () => {
    const server = await serve({ body: '{}' });
    const { client } = open(server.origin);
    expect(await client.write('tenantDelete', { query: { id: 'x' } })).toEqual({
      kind: 'refused',
      status: undefined,
      reason: 'it was not sent: parameters of tenantDelete go in the body alone',
    });
    expect(server.bodies).toEqual([]);
  });
});

describe('secrets', () => {
  const CLEARTEXT = 'cleartext-of-a-new-application';

  test('in an answer are masked at once', async () => {
    const body = JSON.stringify({ id: 'A1', cleartext: CLEARTEXT });
    const { result, masked, session } = await writeTo([{ body }], 'inboundAppCreate');
    expect(result.kind).toBe('done');
    expect(masked).toEqual([CLEARTEXT]);
    expect(session.redactor.redact(`x ${CLEARTEXT}`, '***')).toBe('x ***');
  });

  test('are masked in an answer without an id, too', async () => {
    const body = JSON.stringify({ cleartext: CLEARTEXT });
    const { result, masked } = await writeTo([{ body }], 'inboundAppCreate');
    expect(result.kind).toBe('doubtful');
    expect(masked).toEqual([CLEARTEXT]);
  });

  test.each<[string, Answer]>([
    ['cut off', { body: `{"id":"A1","cleartext":"${CLEARTEXT}` }],
    ['of a 500', { status: 500, body: `{"id":"A1","cleartext":"${CLEARTEXT}"}` }],
    ['cut off, of a 502', { status: 502, body: `{"id":"A1","cleartext":"${CLEARTEXT}` }],
    ['of a 202', { status: 202, body: `{"cleartext":"${CLEARTEXT}"}` }],
    ['that is no object', { body: `"${CLEARTEXT}"` }],
    ['in a page', { status: 400, body: `<p>${CLEARTEXT}</p>` }],
  ])('are in no reason after an answer %s', async (_name, answer) => {
    const { result } = await writeTo([answer], 'inboundAppCreate');
    expect(JSON.stringify(result)).not.toContain('cleartext-of');
  });

  test('of the run and of the body are in no reason', async () => {
    const refusal = '{"errorMessage":"refused: Bearer P2x:K2secret-of-the-project GIVEN"}';
    const quoting = refusal.replace('GIVEN', 'the client-secret-of-somebody is wrong\\nreally');
    const { result } = await writeTo([{ status: 400, body: quoting }], 'ssoOidc', {
      tenantId: 'acme',
      settings: { clientSecret: 'client-secret-of-somebody' },
    });
    expect(result).toEqual({
      kind: 'refused',
      status: 400,
      reason: 'HTTP 400: refused: Bearer P2x:*** the *** is wrong really',
    });
  });
});
