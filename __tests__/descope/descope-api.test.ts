import { afterEach, describe, expect, test } from '@jest/globals';
import { parseSectionChoice } from '../../src/project/sections/choice.ts';
import { makeRedactor } from '../../src/project/own-secrets.ts';
import { withoutNoise } from '../../src/services/index.ts';
import {
  DescopeApiClient,
  defaultBaseUrl,
  type DescopeApiOptions,
} from '../../src/descope/client.ts';
import { READ_ENDPOINTS, type ReadEndpoint } from '../../src/descope/reads.ts';
import {
  BudgetError,
  DescopeApiError,
  NotLicensedError,
  quoteBody,
} from '../../src/descope/errors.ts';
import { isPassing, retryDelay } from '../../src/descope/http.ts';
import { lookAlikes, sortById } from '../../src/descope/capture/identities.ts';
import { identity } from '../../src/project/sections/identity.ts';
import { flowsOfSnapshot, readSnapshot, withPlaces } from '../../src/descope/capture/snapshot.ts';
import { ProjectFetcher, type FetchedProject } from '../../src/descope/capture/project-fetcher.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { canonicalJson } from '../../src/json/write.ts';
import { Secret } from '../../src/project/secret.ts';
import { clientOf } from '../fixtures/descope-api/client.ts';
import { saml, tenant } from '../fixtures/descope-api/builders.ts';
import { ENDPOINTS, endpointAt } from '../fixtures/descope-api/endpoints.ts';
import {
  startDescopeApi,
  type DescopeApi,
  type DescopeApiOptions as ServerOptions,
  type Fault,
} from '../fixtures/descope-api/server.ts';
import { mixedProject, type ProjectState } from '../fixtures/descope-api/state.ts';
import { startLoopback } from '../fixtures/loopback.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  return state;
}

async function start(
  faults: readonly Fault[] = [],
  options: ServerOptions = {},
): Promise<DescopeApi> {
  const api = await startDescopeApi({ state: project(), options });
  api.faults = faults;
  running.push(api);
  return api;
}

/** A client of a server that answers as it is told. */
async function clientOfAnswer(
  status: number,
  body: string | ((authorization: string) => string),
  options: Partial<DescopeApiOptions> = {},
): Promise<DescopeApiClient> {
  const server = await startLoopback((request, response) => {
    const text = typeof body === 'string' ? body : body(request.headers.authorization ?? '');
    response.writeHead(status).end(text);
  });
  running.push(server);
  return new DescopeApiClient({
    projectId: 'P2x',
    managementKey: new Secret('K2secret-of-the-project'),
    baseUrl: new URL(server.origin),
    deadlineMs: 60_000,
    maxRequests: 2000,
    signal: new AbortController().signal,
    ...options,
  });
}

async function failureOf(call: Promise<unknown>): Promise<DescopeApiError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DescopeApiError) return error;
  throw new Error(`no error of the API, but ${String(error)}`);
}

describe('the table of endpoints', () => {
  const table: [string, ReadEndpoint][] = Object.entries(READ_ENDPOINTS);

  test.each(table)('%s is a read that the API has', (_, { method, path, carries }) => {
    const name = endpointAt(method, path);
    if (name === null) throw new Error('the test server does not know it');
    expect(path).toMatch(/^\/v[12]\/mgmt\/[a-zA-Z/]+$/);
    // A license is whatever it answers; a schema is kept with all that stands beside it.
    const { collection } = ENDPOINTS[name];
    if (carries.key !== undefined) expect(carries.key).toBe(collection);
  });

  test('holds no write, no secret and nothing twice', () => {
    const writes =
      /create|update|delete|import|save|set$|rotate|secret|clone|batch|invite|validate|dryrun|restore|infra|activate|deactivate|cleartext|token/i;
    const paths = table.map(([, { method, path }]) => `${method} ${path}`);
    expect(paths.filter((path) => writes.test(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) {
      if (path.startsWith('POST')) expect(path).toMatch(/\/(?:list|search|export|all|get)$/);
    }
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(READ_ENDPOINTS)).toBe(true);
    for (const [, endpoint] of table) {
      expect(Object.isFrozen(endpoint) && Object.isFrozen(endpoint.carries)).toBe(true);
    }
  });
});

describe('defaultBaseUrl', () => {
  test.each([
    ['P2abcdefghijklmnopqrstuvwxyz', 'https://api.descope.com/'],
    ['Peuc12abcdefghijklmnopqrstuvwxyz', 'https://api.euc1.descope.com/'],
    ['P2abc', 'https://api.descope.com/'],
    [`Puse1${'x'.repeat(40)}`, 'https://api.use1.descope.com/'],
  ])('%s', (projectId, url) => {
    expect(defaultBaseUrl(projectId).href).toBe(url);
  });

  test.each(
    ['io/x', 'io#x', 'io?x', 'io@x', 'io\\x', 'a.io'].map((part) => `P${part}`.padEnd(32, 'x')),
  )('gives %s no address, whose host would not be of Descope', (projectId) => {
    expect(() => defaultBaseUrl(projectId)).toThrow('is no project id: no key is sent for it');
  });
});

describe('the client', () => {
  test('asks at most four things at once', async () => {
    const api = await start([], { holdUntilAtOnce: 4 });
    const client = clientOf(api);
    await Promise.all(Array.from({ length: 20 }, () => client.call('lists')));
    expect(api.mostAtOnce).toBe(4);
    expect(client.requestCount).toBe(20);
  });

  test('goes on after calls that failed', async () => {
    const api = await start([{ endpoint: 'lists', kind: 'status', status: 500 }]);
    const client = clientOf(api);
    const calls = Array.from({ length: 12 }, () => client.call('lists'));
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(
      calls.map(() => 'rejected'),
    );
    await expect(client.call('permissions')).resolves.toHaveProperty('permissions');
  });

  test('names the license tier once it knows it', async () => {
    const api = await start();
    const client = clientOf(api);
    await client.call('lists');
    expect(await client.shakeHands()).toBe(true);
    await client.call('lists');
    expect(api.requests.map(({ headers }) => headers['x-descope-license'])).toEqual([
      undefined,
      undefined,
      'tier2',
    ]);
  });

  test.each([404, 401, 500])('does without a handshake that is answered %i', async (status) => {
    const api = await start([{ endpoint: 'license', kind: 'status', status }]);
    expect(await clientOf(api).shakeHands()).toBe(false);
  });

  test.each([
    '7',
    '"a\\nb"',
    '"\\u00e9"',
    '"tier 2"',
    '""',
    'null',
    JSON.stringify('x'.repeat(500)),
  ])('does without a tier that is none, %s', async (tier) => {
    const client = await clientOfAnswer(200, `{"rateLimitTier":${tier},"lists":[]}`);
    expect(await client.shakeHands()).toBe(false);
    await expect(client.call('lists')).resolves.toHaveProperty('lists');
  });

  test('sends what the API asks for, and nothing of ours', async () => {
    const seen: { headers: JsonObject; body: string }[] = [];
    const server = await startLoopback((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        seen.push({ headers: request.headers as JsonObject, body });
        response.end('{"flow":{}}');
      });
    });
    running.push(server);
    const client = await clientOfAnswer(200, '{}', { baseUrl: new URL(server.origin) });
    await client.call('flowExport', { body: { flowId: 'é "x"' } });
    expect(seen).toEqual([
      {
        body: expect.stringContaining('"é \\"x\\""'),
        headers: expect.objectContaining({
          authorization: 'Bearer P2x:K2secret-of-the-project',
          'x-descope-project-id': 'P2x',
          'x-descope-sdk-name': 'descope-backup',
          'content-type': 'application/json',
        }),
      },
    ]);
  });

  test('encodes what goes into the query', async () => {
    const api = await start();
    const id = 'a b+c&d=é#?%2F"\\';
    await clientOf(api).call('tenantSettings', { query: { id } });
    expect(api.requests[0]?.query).toEqual({ id });
  });

  test('loses no digit and no key', async () => {
    const client = await clientOfAnswer(200, '{"apps":[],"__proto__":{"n":12345678901234567890}}');
    expect(canonicalJson(await client.call('ssoApps'))).toBe(
      '{"__proto__":{"n":12345678901234567890},"apps":[]}',
    );
  });
});

describe('what is tried again', () => {
  test.each([429, 502, 503, 504, 520, 521, 522, 523, 524, 527, 530])('%i passes', (status) => {
    expect(isPassing(status)).toBe(true);
  });

  test.each([200, 204, 302, 400, 401, 403, 404, 408, 500, 501, 505, 519, 531])(
    '%i is final',
    (status) => {
      expect(isPassing(status)).toBe(false);
    },
  );

  const now = Date.UTC(2026, 10, 22, 3);
  test.each([
    ['seconds', '7', 1, 7000],
    ['seconds, with space', ' 7 ', 1, 7000],
    ['many seconds, capped', '86400', 1, 60_000],
    ['a date', new Date(now + 5000).toUTCString(), 1, 5000],
    ['a date far away, capped', new Date(now + 1e9).toUTCString(), 1, 60_000],
    ['a date that is over', new Date(now - 5000).toUTCString(), 2, 1000],
    ['no seconds', '0', 3, 2000],
    ['nonsense', 'soon', 1, 500],
    ['nothing', '', 2, 1000],
    ['no header', null, 1, 500],
    ['no header, late', null, 4, 4000],
    ['no header, very late, capped', null, 20, 60_000],
    ['a number that is none', '-5', 1, 500],
  ])('the wait after %s', (_, header, attempt, delay) => {
    expect(retryDelay(header, attempt, now)).toBe(delay);
  });

  test('a limit that one call meets is waited for by all', async () => {
    const api = await start([
      { endpoint: 'lists', kind: 'status', status: 429, retryAfter: 1, times: 1 },
    ]);
    const client = clientOf(api);
    const waiting = { isOver: false };
    const first = client.call('lists').finally(() => (waiting.isOver = true));
    // One after another: once the client knows of the limit, the next one waits with the first.
    while (!waiting.isOver) await client.call('permissions');
    await first;
    const [refused] = api.to('lists');
    const early = api.to('permission-all').filter(({ time }) => time < (refused?.time ?? 0) + 1000);
    // Those that were asked before the client had read the refusal; in a second there could be
    // hundreds.
    expect(early.length).toBeLessThan(20);
  });

  test.each(['before-headers', 'in-body'] as const)('a server that hangs %s', async (when) => {
    const api = await start([{ endpoint: 'lists', kind: 'hang', when, times: 1 }]);
    const client = clientOf(api, { requestTimeoutMs: 400 });
    await expect(client.call('lists')).resolves.toHaveProperty('lists');
    // More than two where the machine is too busy to answer in time.
    expect(client.requestCount).toBeGreaterThanOrEqual(2);
  });

  test('an answer that was cut off', async () => {
    const api = await start([{ endpoint: 'lists', kind: 'half-json', times: 1 }]);
    const client = clientOf(api);
    await expect(client.call('lists')).resolves.toHaveProperty('lists');
    expect(client.requestCount).toBe(2);
  });

  test('what lasts is given up after five tries, without a word of the key', async () => {
    const hanging = await start([{ endpoint: 'lists', kind: 'hang', when: 'in-body' }]);
    const nobody = await startLoopback(() => undefined);
    await nobody.close();
    const clients = [
      clientOf(hanging, { requestTimeoutMs: 50 }),
      await clientOfAnswer(200, '', { baseUrl: new URL(nobody.origin) }),
      await clientOfAnswer(503, (given) => `<html>${given}</html>`),
      await clientOfAnswer(200, '{}', { managementKey: new Secret('K2secret\nwith a break') }),
    ];
    const errors = await Promise.all(clients.map((client) => failureOf(client.call('lists'))));
    const messages = errors.map(({ message }) => message.replace('GET /v1/mgmt/list/all: ', ''));
    expect(messages).toEqual([
      'no whole answer in time, 5 times',
      'ECONNREFUSED, 5 times',
      'HTTP 503 with "<html>Bearer P2x:***</html>", 5 times',
      expect.stringMatching(/^(?!.*K2secret).*, 5 times$/s),
    ]);
    expect(errors.map(({ status }) => status)).toEqual(errors.map(() => undefined));
    expect(clients.map(({ requestCount }) => requestCount)).toEqual([5, 5, 5, 5]);
  });
});

describe('the limits of a run', () => {
  test('the number of requests', async () => {
    const api = await start();
    const client = clientOf(api, { maxRequests: 2 });
    await client.call('lists');
    await client.call('lists');
    const error = await failureOf(client.call('lists'));
    expect(error).toBeInstanceOf(BudgetError);
    expect(error.message).toBe('GET /v1/mgmt/list/all: max-requests (2) is used up');
    expect(api.requests).toHaveLength(2);
  });

  test.each([
    ['while it waits for an answer', { kind: 'hang', when: 'before-headers' }],
    ['while it waits for a limit', { kind: 'status', status: 429, retryAfter: 30 }],
    ['while it waits to try again', { kind: 'status', status: 503 }],
  ] as [string, Fault][])('the deadline, %s', async (_, fault) => {
    const api = await start([fault]);
    const client = clientOf(api, { deadlineMs: 300 });
    const errors = await Promise.all([
      failureOf(client.call('lists')),
      failureOf(client.call('permissions')),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(BudgetError);
      expect(error.message).toMatch(/not done within deadline-minutes \(0\.005\)$/);
    }
    const asked = api.requests.length;
    expect(await failureOf(client.call('lists'))).toBeInstanceOf(BudgetError);
    expect(api.requests).toHaveLength(asked);
  });

  test.each([
    ['while it waits for an answer', { kind: 'hang', when: 'before-headers' }],
    ['while it waits to try again', { kind: 'status', status: 503 }],
    ['while it waits for a limit', { kind: 'status', status: 429, retryAfter: 30 }],
  ] as [string, Fault][])('a cancelled run, %s', async (_, fault) => {
    const api = await start([fault]);
    const controller = new AbortController();
    const client = clientOf(api, { signal: controller.signal });
    const reason = new Error('cancelled by SIGTERM');
    setTimeout(() => {
      controller.abort(reason);
    }, 100);
    await expect(client.call('lists')).rejects.toBe(reason);
    await expect(client.call('lists')).rejects.toBe(reason);
    await expect(client.shakeHands()).rejects.toBe(reason);
    await expect(fetchFrom(client)).rejects.toBe(reason);
  });
});

describe('errors', () => {
  test.each([
    ['both names of a message', 400, '{"errorCode":"E1","message":"no"}', 'HTTP 400: E1, no'],
    [
      'a description',
      404,
      '{"errorCode":"E1","errorDescription":"D","errorMessage":"M"}',
      'HTTP 404: E1, D, M',
    ],
    ['JSON without words', 400, '{"errorCode":"","a":1}', 'HTTP 400 with "{\\"errorCode\\":'],
    ['JSON that is no object', 400, '[1]', 'HTTP 400 with "[1]"'],
    ['text', 418, 'I am\n\n a teapot', 'HTTP 418 with "I am a teapot"'],
    ['nothing', 500, '  \n', 'HTTP 500 with an empty body'],
    ['a success that is none', 204, '', 'HTTP 204 with an empty body'],
    ['a redirect', 307, '', 'HTTP 307: redirects are not followed'],
    ['another success', 201, '{"lists":[]}', 'HTTP 201 with "{'],
  ])('%s', async (_, status, body, message) => {
    const error = await failureOf((await clientOfAnswer(status, body)).call('lists'));
    expect(error.message).toContain(`GET /v1/mgmt/list/all: ${message}`);
    expect(error.status).toBe(status);
    expect(error.endpoint).toBe('GET /v1/mgmt/list/all');
    expect(error).not.toBeInstanceOf(NotLicensedError);
  });

  test.each([
    [400, true],
    [402, true],
    [403, true],
    [500, false],
  ])('a refusal for the license with %i', async (status, isPlan) => {
    const client = await clientOfAnswer(status, '{"errorMessage":"not in your License"}');
    expect((await failureOf(client.call('snapshot'))) instanceof NotLicensedError).toBe(isPlan);
  });

  test.each([
    ['{"lists":{}}', 'has no list "lists"'],
    ['{"lists":null}', 'has no list "lists"'],
    ['{}', 'has no list "lists"'],
    ['[]', 'is not good JSON|has no list "lists"'],
    ['null', 'has no list "lists"'],
    ['{"lists":[],"lists":[]}', 'is not good JSON'],
  ])('an answer like %s', async (body, message) => {
    const error = await failureOf((await clientOfAnswer(200, body)).call('lists'));
    expect(error.message).toMatch(new RegExp(`HTTP 200, but the answer (?:${message})`));
  });

  test('quote at most 200 bytes of what is no JSON, in one line', async () => {
    const client = await clientOfAnswer(400, `${'é'.repeat(99)}\nab${'x'.repeat(10_000)}`);
    const { message } = await failureOf(client.call('lists'));
    expect(message).toBe(
      `GET /v1/mgmt/list/all: HTTP 400 with ${JSON.stringify(`${'é'.repeat(99)} a`)}`,
    );
    expect(quoteBody(Buffer.from('x'.repeat(201)))).toHaveLength(202);
  });

  test.each([
    ['in text', 400, (given: string) => `you sent ${given}`],
    ['at the end of what is quoted', 400, (given: string) => `${'x'.repeat(170)}${given}`],
    ['in JSON', 403, (given: string) => JSON.stringify({ errorMessage: given })],
    ['in a page', 200, (given: string) => `<html>${given}</html>`],
  ])('do not repeat a key that was shown to them %s', async (_, status, body) => {
    const client = await clientOfAnswer(status, body);
    const { message } = await failureOf(client.call('lists'));
    expect(message).not.toContain('K2secr');
    expect(message).toContain(`HTTP ${status}`);
  });
});

function fetchFrom(
  client: DescopeApiClient,
  sections = 'all',
  tellsCaseApart = true,
): Promise<FetchedProject> {
  return new ProjectFetcher(client, {
    sections: parseSectionChoice(sections) ?? new Set(),
    withoutNoise,
    now: Date.UTC(2026, 10, 22),
    tellsCaseApart: () => Promise.resolve(tellsCaseApart),
  }).fetch();
}

const fetchState = (api: DescopeApi, sections?: string, tellsCaseApart?: boolean) =>
  fetchFrom(clientOf(api), sections, tellsCaseApart);

function coverageOf({ coverage }: FetchedProject, section: string) {
  return coverage.find((entry) => entry.section === section && entry.status !== 'withheld');
}

describe('the state', () => {
  test.each(['pro', 'free'] as const)('is the same in any order on the %s plan', async (plan) => {
    const texts = await Promise.all(
      [1, 2].map(async (seed) => {
        const api = await start([], { plan, shuffle: { seed } });
        const { resources, tenants, coverage, warnings, consistency } = await fetchState(api);
        expect([warnings.length, consistency]).toEqual([1, 'consistent']);
        return canonicalJson([
          withoutNoise([...resources].map(([section, value]) => [section, value])),
          tenants.map(({ id }) => id),
          coverage as unknown as JsonValue,
        ]);
      }),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  test.each([
    ['a list that fails', { endpoint: 'tenant-all', kind: 'status', status: 500 }],
    ['a list that has an entry without an id', undefined],
  ] as [string, Fault | undefined][])('%s fails all that needs it', async (_, fault) => {
    const api = await start(fault === undefined ? [] : [fault]);
    if (fault === undefined) api.state.tenants.push(tenant({ id: '' }));
    const state = await fetchState(api);
    for (const section of ['tenants', 'tenant-settings', 'tenant-sso', 'roles']) {
      expect(coverageOf(state, section)).toMatchObject({ status: 'failed', count: 0 });
    }
    expect(state.tenants).toEqual([]);
    expect(coverageOf(state, 'permissions')).toMatchObject({ status: 'saved', count: 3 });
    const other = await fetchState(api, 'tenant-sso');
    expect(coverageOf(other, 'tenants')).toMatchObject({ status: 'not-covered' });
    expect(coverageOf(other, 'tenant-sso')).toMatchObject({ status: 'failed' });
  });

  test('keeps both of two tenants under one id, in one order, and warns', async () => {
    const twins = [
      { id: 'a', name: 'First' },
      { id: 'a', name: 'Second' },
    ];
    const states = await Promise.all(
      [twins, twins.toReversed()].map(async (tenants) =>
        fetchFrom(await clientOfAnswer(200, JSON.stringify({ tenants })), 'tenants'),
      ),
    );
    for (const state of states) {
      const { tenants, warnings } = state;
      expect(tenants.map(({ unpack }) => unpack().data)).toEqual(twins);
      expect(coverageOf(state, 'tenants')).toMatchObject({ status: 'saved', count: 2 });
      expect(warnings).toEqual([
        {
          text: 'tenants: 2 objects have one id, "a": all are kept, check the project',
          withoutNames: 'tenants: 2 objects have one id: all are kept, check the project',
        },
      ]);
    }
  });

  test('takes a map in the place of a list for a failure, whatever is in it', async () => {
    const answer = JSON.stringify({ tenants: { a: { id: 'a', name: 'A' } } });
    const state = await fetchFrom(await clientOfAnswer(200, answer), 'tenants');
    expect(state.tenants).toEqual([]);
    expect(coverageOf(state, 'tenants')).toMatchObject({
      status: 'failed',
      note: expect.stringMatching(/the answer has no list "tenants"$/),
    });
  });

  test('names each flow that could not be exported', async () => {
    const where = ({ body }: { body: Readonly<Record<string, unknown>> }) =>
      body['flowId'] === 'Login' || body['flowId'] === 'empty';
    const api = await start(
      [{ endpoint: 'flow-export', where, kind: 'status', status: 500, message: 'broken' }],
      { plan: 'free' },
    );
    const state = await fetchState(api, 'flows');
    expect(coverageOf(state, 'flows')).toMatchObject({
      status: 'failed',
      count: 3,
      note: expect.stringMatching(
        /^2 of 5 flows: POST \/v2\/mgmt\/flow\/export: HTTP 500.*broken$/,
      ),
    });
    expect(state.flows.map(({ id }) => id)).toEqual([
      'mfa-step-up',
      'nightly',
      'promote-access-keys',
    ]);
  });

  test.each([
    ['no tenant', () => true, /^8 of 8 tenants: GET .*HTTP 500/, 0],
    [
      'but one',
      ({ query }: { query: Readonly<Record<string, string>> }) => query['id'] === 'acme',
      /^1 of 8 tenants: GET .*HTTP 500/,
      7,
    ],
  ] as const)('keeps the settings that it could read: of %s', async (_, where, note, count) => {
    const api = await start([{ endpoint: 'tenant-settings', where, kind: 'status', status: 500 }]);
    const state = await fetchState(api, 'tenant-settings');
    expect(coverageOf(state, 'tenant-settings')).toMatchObject({
      status: 'failed',
      count,
      note: expect.stringMatching(note),
    });
  });

  test.each(['tenant-settings', 'flow-export', 'lists', 'tenant-all'] as const)(
    'is not read any further when the run is cancelled at %s',
    async (endpoint) => {
      const controller = new AbortController();
      const reason = new Error('cancelled by SIGTERM');
      const change = () => {
        controller.abort(reason);
      };
      const api = await start([{ endpoint, kind: 'change', times: 1, change }], { plan: 'free' });
      const client = clientOf(api, { signal: controller.signal });
      await expect(fetchFrom(client)).rejects.toBe(reason);
      const asked = api.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(api.requests.length).toBeLessThanOrEqual(asked + 4);
    },
  );

  test('is not read with a key that is refused', async () => {
    const api = await start();
    const client = clientOf(api, { managementKey: new Secret('K2other') });
    await expect(fetchFrom(client)).rejects.toThrow(/^the management key was refused \(GET/);
  });

  test('has flows of the snapshot where they cannot be listed', async () => {
    const api = await start([{ endpoint: 'flow-list', kind: 'status', status: 500 }]);
    const state = await fetchState(api, 'snapshot,flows');
    expect(coverageOf(state, 'flows')).toMatchObject({ status: 'saved', count: 5 });
    const none = await fetchState(api, 'flows');
    expect(coverageOf(none, 'flows')).toMatchObject({ status: 'failed', count: 0 });
  });

  test('is read again where it moved, with roles, settings and flows', async () => {
    const api = await start([
      {
        kind: 'change',
        endpoint: 'role-search',
        times: 1,
        change: (state) => {
          state.tenants = [...state.tenants, tenant({ id: 'new-one' })];
          state.flows = state.flows.map((flow) => ({ ...flow, version: flow.version + 1 }));
        },
      },
    ]);
    const state = await fetchState(api);
    expect(state.consistency).toBe('consistent');
    expect(coverageOf(state, 'tenant-settings')).toMatchObject({ status: 'saved', count: 9 });
    expect(api.to('snapshot')).toHaveLength(2);
    expect(api.to('role-search')).toHaveLength(2);
  });

  test('is torn where it still moves, or where nobody can tell', async () => {
    const change = (state: ProjectState) => {
      state.tenants = state.tenants.map((one) => ({ ...one, name: `${one.name}!` }));
    };
    const moving = await start([{ kind: 'change', endpoint: 'tenant-all', change }]);
    const torn = await fetchState(moving, 'tenants,tenant-sso');
    expect([torn.consistency, torn.warnings.length]).toEqual(['torn', 2]);
    const silent = await start([{ kind: 'html', endpoint: 'tenant-all', after: 1 }]);
    const unknown = await fetchState(silent, 'tenants');
    expect(unknown.consistency).toBe('torn');
    expect(unknown.warnings[0]?.withoutNames).toMatch(
      /^could not tell whether the project was changed/,
    );
  });

  test('keeps the snapshot that it has when it cannot be read again', async () => {
    const api = await start([
      {
        kind: 'change',
        endpoint: 'snapshot',
        times: 1,
        change: (state) => {
          state.flows = state.flows.slice(1).map((flow) => ({ ...flow, version: 9 }));
        },
      },
      { endpoint: 'snapshot', after: 1, kind: 'empty' },
    ]);
    const state = await fetchState(api, 'snapshot,flows');
    expect(coverageOf(state, 'snapshot')).toMatchObject({ status: 'failed' });
    expect(state.snapshot.size).toBeGreaterThan(10);
    expect(state.flows).toHaveLength(5);
  });

  test('does not take a page for the last one because it was there before', async () => {
    const api = await start([], { answers: { firstPage: 1, maxPageSize: 4 } });
    const state = await fetchState(api, 'inbound-apps');
    expect(coverageOf(state, 'inbound-apps')).toMatchObject({ status: 'saved', count: 25 });
  });

  test('says when fewer applications were listed than there are', async () => {
    const page = '{"apps":[{"id":"A"},{"name":"B"},{"id":"A"},7],"total":5}';
    const client = await clientOfAnswer(200, page);
    const state = await fetchFrom(client, 'inbound-apps');
    expect(coverageOf(state, 'inbound-apps')).toMatchObject({
      status: 'failed',
      count: 3,
      note: '3 of 5 applications were listed',
    });
  });

  test('asks every tenant for SSO, and saves what is there, switched on or not', async () => {
    const api = await start();
    const [plain] = api.state.tenants.filter(({ authType }) => authType === 'none');
    if (plain === undefined) throw new Error('there is no plain tenant');
    const { authType, ...unsaid } = tenant({ id: 'unsaid' });
    api.state.tenants = [
      plain,
      { ...plain, id: 'enforced', enforceSSO: true },
      { ...plain, id: 'domain', domains: ['x.example'] },
      { ...plain, id: 'method', authType: 'oidc' },
      unsaid as typeof plain,
      { ...plain, id: 'idle' },
    ];
    api.state.sso.clear();
    api.state.sso.set(plain.id, [saml('idp.example')]);
    api.state.sso.set('method', [{ saml: {}, oidc: { clientId: '', scope: [] }, ssoId: '' }]);
    api.state.sso.set('unsaid', [{ saml: {}, oidc: {}, ssoId: 'second' }]);
    const state = await fetchState(api, 'tenant-sso');
    expect(authType).toBe('none');
    expect(
      api
        .to('sso-settings')
        .map(({ query }) => query['tenantId'])
        .sort(),
    ).toEqual([plain.id, 'domain', 'enforced', 'idle', 'method', 'unsaid'].sort());
    expect(Object.keys(state.resources.get('tenant-sso') as JsonObject)).toEqual(
      [plain.id, 'domain', 'enforced', 'method', 'unsaid'].sort(),
    );
    expect(coverageOf(state, 'tenant-sso')).toMatchObject({ status: 'saved', count: 5 });
    expect(coverageOf(state, 'tenant-sso-switched-off')).toBeUndefined();

    const short = await fetchFrom(clientOf(api, { maxRequests: 52 }), 'tenant-sso');
    expect(coverageOf(short, 'tenant-sso')).toMatchObject({ status: 'saved', count: 4 });
    expect(coverageOf(short, 'tenant-sso-switched-off')).toMatchObject({
      status: 'not-covered',
      count: 2,
      note: expect.stringMatching(/raise max-requests$/),
    });
    expect(short.warnings.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^2 tenants without SSO were not asked/),
    ]);
  });

  test('shows a tenant as a config file would, whatever it lacks', async () => {
    const answer = JSON.stringify({
      tenants: [{ id: 'a', name: null, customAttributes: [], selfProvisioningDomains: 'x' }],
    });
    const state = await fetchFrom(await clientOfAnswer(200, answer), 'tenants');
    expect(state.tenants[0]?.unpack().config).toEqual({
      id: 'a',
      name: '',
      domains: [],
      self_provisioning: false,
      custom_attributes: {},
    });
  });

  test('tells when the key expires, where it can', async () => {
    const api = await start();
    expect((await fetchState(api, 'lists')).keyExpiresInDays).toBeGreaterThan(1000);
    api.state.managementKeys = [{ id: 'K', name: 'K', expireTime: 5 }];
    expect((await fetchState(api, 'lists')).keyExpiresInDays).toBeUndefined();
    api.faults = [{ endpoint: 'management-keys', kind: 'status', status: 403 }];
    expect((await fetchState(api, 'lists')).keyExpiresInDays).toBeUndefined();
  });

  test('costs a file that cannot be given a name, and nothing else', async () => {
    const api = await start();
    const [one] = api.state.flows;
    const screen = `flows/${one?.id ?? ''}/screen-..`;
    api.state.snapshot = { ...api.state.snapshot, '../x.json': {}, [screen]: 'YQ==' };
    const state = await fetchState(api, 'snapshot,flows');
    expect(coverageOf(state, 'snapshot')).toMatchObject({ status: 'saved' });
    expect(state.coverage.filter(({ section }) => section === 'snapshot-file')).toEqual([
      {
        section: 'snapshot-file',
        status: 'not-covered',
        count: 1,
        note: '"../x.json": the path is not safe: it names a folder by its place',
      },
      expect.objectContaining({
        status: 'not-covered',
        note: expect.stringContaining('screen-..'),
      }),
    ]);
    // A flow of which a file failed is asked for by itself: what is saved of it is whole.
    expect(coverageOf(state, 'flows')).toMatchObject({ status: 'saved', count: 5 });
    expect(api.to('flow-export').map(({ body }) => body['flowId'])).toEqual([one?.id]);
  });

  test('names the first hundred files that cannot be saved, and counts the others', async () => {
    const api = await start();
    api.state.snapshot = Object.fromEntries(
      Array.from({ length: 130 }, (_, index) => [`${index}..`, 'YQ==']),
    );
    const state = await fetchState(api, 'snapshot');
    const files = state.coverage.filter(({ section }) => section === 'snapshot-file');
    expect(files).toHaveLength(101);
    expect(files.at(-1)).toMatchObject({
      status: 'not-covered',
      count: 30,
      note: 'and so many more',
    });
    expect(coverageOf(state, 'snapshot')).toMatchObject({ status: 'saved' });
  });

  test('fails a section of the snapshot that is lost with its files', async () => {
    const api = await start();
    const odd = { 'connectors/con.json': {}, 'widgets/a:b.json': {}, 'widgets/good.json': {} };
    api.state.snapshot = { 'project.json': {}, ...odd };
    const state = await fetchState(api, 'snapshot');
    expect(coverageOf(state, 'connectors')).toMatchObject({ status: 'failed', count: 0 });
    expect(coverageOf(state, 'widgets')).toBeUndefined();
    expect(coverageOf(state, 'snapshot')).toMatchObject({ status: 'saved' });
  });

  test('fails the flows when one is lost with its file', async () => {
    const api = await start();
    const [one] = api.state.flows;
    const id = one?.id ?? '';
    api.state.snapshot = { ...api.state.snapshot, [`flows/${id}/screen-..`]: 'YQ==' };
    api.faults = [{ endpoint: 'flow-export', kind: 'status', status: 403 }];
    const state = await fetchState(api, 'snapshot,flows');
    expect(coverageOf(state, 'flows')).toMatchObject({ status: 'failed', count: 4 });
    expect(coverageOf(state, 'snapshot-file')).toMatchObject({ status: 'not-covered' });
    // Also where the flows are known from the snapshot alone.
    api.faults = [...api.faults, { endpoint: 'flow-list', kind: 'status', status: 403 }];
    const unlisted = await fetchState(api, 'snapshot,flows');
    expect(coverageOf(unlisted, 'flows')).toMatchObject({ status: 'failed', count: 4 });
  });

  test('is not licensed where the plan has it for no tenant', async () => {
    const api = await start([], { plan: 'free', refusedOnFree: ['tenant-settings'] });
    const state = await fetchState(api);
    for (const section of ['snapshot', 'tenant-settings', 'connectors']) {
      expect(coverageOf(state, section)).toMatchObject({ status: 'not-licensed' });
    }
  });
});

test.each([
  ['both are saved and warned about where the disk tells them apart', true],
  ['the second is left out where it does not', false],
])('paths that differ only in case: %s', async (_, tellsCaseApart) => {
  const api = await start();
  api.state.snapshot = { 'connectors/a.json': { n: 1 }, 'Connectors/a.json': { n: 2 } };
  const state = await fetchState(api, 'snapshot', tellsCaseApart);
  const warned = state.warnings.filter(({ text }) => text.startsWith('paths of the snapshot'));
  if (tellsCaseApart) {
    expect(coverageOf(state, 'snapshot')).toMatchObject({ status: 'saved' });
    expect([...state.snapshot.keys()]).toEqual(
      expect.arrayContaining(['connectors/a.json', 'Connectors/a.json']),
    );
    expect(warned).toEqual([
      {
        text: 'paths of the snapshot that differ only in case or Unicode form: "connectors", "connectors/a.json"',
        withoutNames: 'paths of the snapshot that differ only in case or Unicode form: 2',
      },
    ]);
  } else {
    expect(coverageOf(state, 'snapshot')).toMatchObject({ status: 'saved' });
    expect(coverageOf(state, 'snapshot-file')).toMatchObject({
      status: 'not-covered',
      note: '"connectors/a.json": it differs from "Connectors" only in case or Unicode form, which this disk does not tell apart',
    });
    expect(state.snapshot.has('Connectors/a.json')).toBe(true);
    expect(state.snapshot.has('connectors/a.json')).toBe(false);
    expect(warned).toEqual([]);
  }
});

describe('readSnapshot', () => {
  const readAll = (files: JsonObject) =>
    readSnapshot([Buffer.from(JSON.stringify({ files }))], makeRedactor([]));
  const read = (files: JsonObject) => readAll(files).files;
  const GOOD = { 'good.json': { is: 'good' } };
  /** What became of files beside a good one, which must not suffer. */
  const failuresOf = (files: JsonObject) => {
    const { files: kept, failures } = readAll({ ...GOOD, ...files });
    expect(kept.has('good.json')).toBe(true);
    for (const path of failures.keys()) expect(kept.has(path)).toBe(false);
    return Object.fromEntries(failures);
  };
  const long = `${'x'.repeat(300)}.json`;

  test.each([
    '',
    '/',
    '/a.json',
    '..',
    '../a.json',
    'a/../b.json',
    './a.json',
    'a//b.json',
    'a/',
    'a\\b.json',
    'C:/a.json',
    'a\u0000.json',
    'a\n.json',
    'CON',
    'con.json',
    'a/nul.txt',
    'com1.json',
    'a./b.json',
    'a /b.json',
    'a.',
    'half\ud800.json',
    long,
    `${'d/'.repeat(300)}x.json`,
  ])('fails the file %j alone', (path) => {
    expect(failuresOf({ [path]: {} })).toEqual({
      [path]: expect.stringMatching(/^the path is not safe/),
    });
  });

  test.each([
    [
      ['a.json', 'A.json'],
      ['A.json', 'a.json'],
    ],
    [
      ['Z\u00fc.json', 'Zu\u0308.json'],
      ['Zu\u0308.json', 'Z\u00fc.json'],
    ],
    [
      ['a/x.json', 'A/y.json', 'A/z.json'],
      ['A', 'a'],
    ],
  ])('tells that %j have names that look alike', (paths, [other, path]) => {
    const given = Object.fromEntries(paths.map((one) => [one, {}]));
    const { files, lookAlikes } = readAll(given);
    expect([...files.keys()].sort()).toEqual([...paths].sort());
    const apart = withPlaces(readAll(given));
    expect(apart.files.size + apart.failures.size).toBe(paths.length);
    expect(apart.failures.size).toBeGreaterThan(0);
    expect(lookAlikes).toContain(path);
    expect([...files.keys()].some((one) => one.startsWith(other as string))).toBe(true);
  });

  test.each([[['a', 'a/b.json']], [['a/b.json', 'a']]])(
    'of %j together one fails, always the same',
    (paths) => {
      const files = paths.map((path) => [path, path.endsWith('.json') ? {} : 'YQ==']);
      expect(failuresOf(Object.fromEntries(files) as JsonObject)).toEqual({
        'a/b.json': '"a" is a file and a folder',
      });
    },
  );

  test('a path that is there twice, far apart, fails', () => {
    const long = JSON.stringify('x'.repeat(70_000));
    const text = `{"files":{"a.json":{"n":1},"b.json":{"n":${long}},"c.json":{},"a.json":{"n":2}}}`;
    const { files, failures } = readSnapshot([Buffer.from(text)], makeRedactor([]));
    expect([...failures]).toEqual([['a.json', 'the snapshot has it twice']]);
    expect([...files.keys()]).toEqual(['a.json', 'b.json', 'c.json']);
  });

  test('a file that is nested too deep fails', () => {
    const nested = (depth: number) =>
      JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as JsonValue;
    expect(failuresOf({ 'a.json': nested(120), 'b.json': nested(121) })).toEqual({
      'b.json': 'nested deeper than 120 levels',
    });
  });

  test.each([
    ['a.json', 'text'],
    ['a.json', 7],
    ['a.json', null],
    ['a.png', {}],
    ['a.png', 'no base64'],
    ['a.png', true],
  ])('fails %j with %j alone', (path, content) => {
    expect(failuresOf({ [path]: content })).toEqual({
      [path]: 'it is not what its name says: JSON, text or base64',
    });
  });

  test('reads JSON, text and base64, with padding or without', () => {
    const files = read({
      'a/b.json': { b: 1 },
      'list.json': [],
      'a.txt': 'é\r\n',
      'a.html': '<p>',
      'a.png': 'AAEC/w==',
      'b.png': 'AAEC/w',
      '__proto__.json': { own: true },
    });
    const texts = [...files].map(([path, file]) => [
      path,
      Buffer.isBuffer(file) ? file.toString('hex') : canonicalJson(file.unpack()),
    ]);
    expect(Object.fromEntries(texts)).toEqual({
      'a/b.json': '{"b":1}',
      'list.json': '[]',
      'a.txt': 'c3a90d0a',
      'a.html': '3c703e',
      'a.png': '000102ff',
      'b.png': '000102ff',
      '__proto__.json': '{"own":true}',
    });
  });

  test.each(['{}', '{"files":null}', '{"files":[]}', '[]', ''])('refuses the answer %j', (text) => {
    expect(() => readSnapshot([Buffer.from(text)], makeRedactor([]))).toThrow(
      /^POST \/v1\/mgmt\/project\/snapshot\/export: HTTP 200, but the answer/,
    );
  });

  test('gives flows with every file of theirs', () => {
    const files = read({
      'flows/flows.json': { flows: ['a'] },
      'flows/a/metadata.json': { name: 'A' },
      'flows/a/__proto__.json': { own: true },
      'flows/a/logo.png': 'YQ==',
      'widgets/flows/w/metadata.json': {},
    });
    const flows = flowsOfSnapshot(files).map(({ id, data }) => [id, canonicalJson(data.unpack())]);
    expect(flows).toEqual([['a', '{"__proto__":{"own":true},"id":"a","metadata":{"name":"A"}}']]);
  });
});

describe('order', () => {
  test('is by id, name, else everything', () => {
    expect(identity({ id: 'i', name: 'n' })).toBe('i');
    expect(identity({ id: '', name: 'n' })).toBe('n');
    expect(identity({ id: 7 })).toBe('{"id":7}');
    expect(identity([1])).toBe('[1]');
    expect(sortById([{ id: 'b' }, { name: 'a' }, { id: 'b', a: 1 }, { id: 'b' }])).toEqual([
      { name: 'a' },
      { id: 'b', a: 1 },
      { id: 'b' },
      { id: 'b' },
    ]);
  });

  test('finds ids that are one name on some disks', () => {
    expect(lookAlikes(['a', 'b', 'A', 'é', 'e\u0301', 'c'])).toEqual([
      ['a', 'A'],
      ['é', 'e\u0301'],
    ]);
  });
});
