/**
 * A live backup while the API, the network and the project misbehave: what can be saved is saved,
 * and nothing is hidden.
 */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyBackup } from '../../src/services/index.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { startArtifactService, type ArtifactService } from '../fixtures/artifact-service.ts';
import { datedFolders, frozenAt } from '../fixtures/backup-root.ts';
import { tenant } from '../fixtures/descope-api/builders.ts';
import {
  startDescopeApi,
  type DescopeApi,
  type DescopeApiOptions,
  type EndpointName,
  type Fault,
} from '../fixtures/descope-api/server.ts';
import { mixedProject, type ProjectState } from '../fixtures/descope-api/state.ts';
import {
  coverageOf,
  manifestOf,
  pathOf,
  projectOf,
  resourceOf,
  runLive,
  toldBy,
  unzip,
  type LiveRun,
} from '../fixtures/live-run.ts';
import { startLoopback, type Loopback } from '../fixtures/loopback.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** The mixed project without its large flow: what a run costs is spent on faults. */
function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  return state;
}

async function start(
  faults: readonly Fault[],
  options: DescopeApiOptions = {},
): Promise<DescopeApi> {
  const api = await startDescopeApi({ state: project(), options });
  api.faults = faults;
  running.push(api);
  return api;
}

const REFUSED: Fault = { kind: 'status', status: 500, endpoint: 'permission-all' };

/** A fault, and what the coverage of the section says that it strikes. */
type FaultCase = readonly [section: string, endpoint: EndpointName, fault: object, note: RegExp];

/** What would be no better another time, and is asked once. */
const FINAL: readonly FaultCase[] = [
  [
    'permissions',
    'permission-all',
    { kind: 'status', status: 500, errorCode: 'E010009', message: 'it broke' },
    /^GET \/v1\/mgmt\/permission\/all: HTTP 500: E010009, Internal Server Error, it broke$/,
  ],
  [
    'user-attributes',
    'user-attributes',
    { kind: 'status', status: 403, errorCode: 'E011004', message: 'no access' },
    /^GET \/v1\/mgmt\/user\/customattributes: HTTP 403: E011004, Forbidden, no access$/,
  ],
  [
    'lists',
    'lists',
    { kind: 'html' },
    /^GET \/v1\/mgmt\/list\/all: HTTP 200, but the answer is not good JSON, "<!DOCTYPE html> <html>/,
  ],
  [
    'sso-apps',
    'sso-apps',
    { kind: 'empty' },
    /^GET \/v1\/mgmt\/sso\/idp\/apps\/load: HTTP 200, but the answer is not good JSON, an empty body/,
  ],
  [
    'access-keys',
    'access-keys',
    { kind: 'null-collection' },
    /^POST \/v1\/mgmt\/accesskey\/search: HTTP 200, but the answer has no list "keys"$/,
  ],
  [
    'jwt-templates',
    'jwt-templates',
    { kind: 'missing-collection' },
    /^POST \/v1\/mgmt\/jwt\/templates\/list: HTTP 200, but the answer has no list "templates"$/,
  ],
  [
    'password-settings',
    'password-settings',
    { kind: 'null-collection' },
    /^GET \/v1\/mgmt\/password\/settings: HTTP 200, but the answer is no JSON object$/,
  ],
  [
    'fga-schema',
    'fga-schema',
    { kind: 'html', status: 404 },
    /^GET \/v1\/mgmt\/fga\/schema: HTTP 404 with "<!DOCTYPE html> .{0,200}$/,
  ],
  [
    'roles',
    'role-search',
    { kind: 'null-collection' },
    /^POST \/v1\/mgmt\/role\/search: HTTP 200, but the answer has no list "roles"$/,
  ],
  [
    'inbound-apps',
    'inbound-apps',
    { kind: 'missing-collection' },
    /^GET \/v1\/mgmt\/thirdparty\/apps\/load: HTTP 200, but the answer has no list "apps"$/,
  ],
  [
    'outbound-apps',
    'outbound-apps',
    { kind: 'status', status: 500, body: 'empty' },
    /^GET \/v1\/mgmt\/outbound\/apps: HTTP 500 with an empty body$/,
  ],
];

/** What passes, and how often it strikes before. */
const PASSING: readonly (readonly [endpoint: EndpointName, fault: object, times: number])[] = [
  ['license', { kind: 'status', status: 503 }, 1],
  ['permission-all', { kind: 'status', status: 429, retryAfter: 1 }, 2],
  ['lists', { kind: 'status', status: 429, retryAfter: new Date(Date.now() + 1000) }, 1],
  ['sso-apps', { kind: 'status', status: 429 }, 1],
  ['access-keys', { kind: 'status', status: 429, retryAfter: 'soon' }, 1],
  ['outbound-apps', { kind: 'status', status: 502 }, 1],
  ['inbound-apps', { kind: 'status', status: 503, body: 'empty' }, 2],
  ['jwt-templates', { kind: 'status', status: 504 }, 1],
  ['password-settings', { kind: 'status', status: 520 }, 1],
  ['fga-schema', { kind: 'status', status: 524 }, 1],
  ['theme', { kind: 'status', status: 530, body: 'json' }, 1],
  ['user-attributes', { kind: 'reset', when: 'before-headers' }, 2],
  ['role-all', { kind: 'reset', when: 'in-body' }, 1],
  ['role-search', { kind: 'truncated', framing: 'content-length' }, 1],
  ['snapshot', { kind: 'truncated', framing: 'chunked' }, 1],
  ['tenant-settings', { kind: 'half-json' }, 2],
  ['sso-settings', { kind: 'status', status: 522 }, 1],
  ['flow-list', { kind: 'truncated', framing: 'chunked' }, 1],
  ['tenant-all', { kind: 'slow-body', pieces: 5, delayMs: 20 }, 9],
];

/** What passes in general, but not this time. */
const LASTING: readonly FaultCase[] = [
  [
    'permissions',
    'permission-all',
    { kind: 'status', status: 503 },
    /^GET \/v1\/mgmt\/permission\/all: HTTP 503 with "<!DOCTYPE html> .*, 5 times$/,
  ],
  [
    'lists',
    'lists',
    { kind: 'reset', when: 'before-headers' },
    /^GET \/v1\/mgmt\/list\/all: (ECONNRESET|UND_ERR_SOCKET), 5 times$/,
  ],
  [
    'fga-schema',
    'fga-schema',
    { kind: 'half-json' },
    /^GET \/v1\/mgmt\/fga\/schema: the answer was cut off, 5 times$/,
  ],
  [
    'theme',
    'theme',
    { kind: 'truncated', framing: 'content-length' },
    /^POST \/v2\/mgmt\/theme\/export: .+, 5 times$/,
  ],
];

function faultsOf(cases: readonly FaultCase[]): Fault[] {
  return cases.map(([, endpoint, fault]) => ({ endpoint, ...fault }) as Fault);
}

describe('answers that are final', () => {
  let api: DescopeApi;
  let run: LiveRun;

  beforeAll(async () => {
    api = await startDescopeApi({ state: project() });
    api.faults = faultsOf(FINAL);
    run = await runLive(api);
  });

  afterAll(() => api.close());

  test('leave a partial backup that is good in itself, and fail the step', async () => {
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([
      '::error::descope-backup: the backup is partial: the log says which sections failed and why. It is kept, and prunes nothing; set fail-on-partial to false to accept it',
    ]);
    expect((await verifyBackup(pathOf(run))).verified).toBe(true);
    expect((await manifestOf(run)).status).toBe('partial');
    expect(run.outputs['status']).toBe('partial');
    expect(run.outputs['sections-failed']?.split(',').sort()).toEqual(
      FINAL.map(([section]) => section).sort(),
    );
    expect(run.outputs['sections-saved']).toBe(
      [
        'snapshot,flows,tenants,tenant-settings,tenant-sso,theme',
        'mcp-servers,widgets,localization,scope-claim-mapping',
      ].join(','),
    );
    expect(run.summary).toContain('Backup taken, but it is partial');
  });

  test.each(FINAL)('%s is in the coverage with its reason, asked once', async (...fault) => {
    const [section, endpoint, , note] = fault;
    expect(await coverageOf(run, section)).toEqual({
      section,
      status: 'failed',
      count: 0,
      note: expect.stringMatching(note),
    });
    expect(api.to(endpoint)).toHaveLength(1);
    expect(run.warnings.filter((line) => line.includes(`::${section} was not saved`))).toHaveLength(
      1,
    );
    await expect(resourceOf(run, section)).rejects.toThrow('ENOENT');
  });

  test('tell nobody the key', () => {
    expect(toldBy(run)).not.toContain(api.state.managementKey);
  });
});

test('what passes is tried again until it has passed, and nothing is missing', async () => {
  const api = await start(
    PASSING.map(([endpoint, fault, times]) => ({ endpoint, times, ...fault }) as Fault),
  );
  const run = await runLive(api);
  expect([run.status, run.errors]).toEqual([0, []]);
  expect(run.outputs).toMatchObject({ status: 'complete', 'sections-failed': '' });
  expect(run.outputs['request-count']).toBe(String(api.requests.length));
  for (const [endpoint, { kind }, times] of PASSING as [EndpointName, Fault, number][]) {
    const once = new Map<string, number>();
    for (const { query, body } of api.to(endpoint)) {
      const key = JSON.stringify([query, body]);
      once.set(key, (once.get(key) ?? 0) + 1);
    }
    if (kind === 'slow-body') continue;
    const repeats = [...once.values()].reduce((sum, count) => sum + count - 1, 0);
    const lists = endpoint === 'flow-list' ? 1 : 0;
    expect([endpoint, repeats]).toEqual([endpoint, times + lists]);
  }
  expect((await manifestOf(run)).consistency).toBe('consistent');
  const limited = api.to('permission-all').map(({ time }) => time);
  expect((limited[1] ?? 0) - (limited[0] ?? 0)).toBeGreaterThanOrEqual(995);
});

test('what lasts is given up after five tries', async () => {
  const api = await start(faultsOf(LASTING));
  const run = await runLive(api, { inputs: { 'fail-on-partial': 'false' } });
  expect([run.status, run.errors]).toEqual([0, []]);
  for (const [section, endpoint, , note] of LASTING) {
    expect(await coverageOf(run, section)).toMatchObject({
      status: 'failed',
      note: expect.stringMatching(note),
    });
    expect([endpoint, api.to(endpoint).length]).toEqual([endpoint, 5]);
  }
});

test('a handshake that fails only loses the tier', async () => {
  const api = await start([{ endpoint: 'license', kind: 'status', status: 404 }]);
  const run = await runLive(api, { inputs: { sections: 'permissions' } });
  expect([run.status, run.errors]).toEqual([0, []]);
  for (const { headers } of api.requests) expect(headers).not.toHaveProperty('x-descope-license');
});

describe('a redirect', () => {
  let elsewhere: Loopback;
  const asked: string[] = [];

  beforeAll(async () => {
    elsewhere = await startLoopback((request, response) => {
      asked.push(`${request.url ?? ''} ${JSON.stringify(request.headers)}`);
      response.end('{"permissions":[]}');
    });
  });

  afterAll(() => elsewhere.close());

  test.each([301, 302, 307, 308])('with status %i is not followed', async (status) => {
    const to = `${elsewhere.origin}/v1/mgmt/permission/all`;
    const api = await start([{ endpoint: 'permission-all', kind: 'redirect', to, status }]);
    const run = await runLive(api, { inputs: { sections: 'permissions' } });
    expect(run.status).toBe(1);
    expect(await coverageOf(run, 'permissions')).toMatchObject({
      status: 'failed',
      note: `GET /v1/mgmt/permission/all: HTTP ${status}: redirects are not followed`,
    });
    expect(asked).toEqual([]);
  });
});

test('a key that expires midway fails what came after, by name', async () => {
  const api = await start([{ kind: 'key-expired', after: 12 }]);
  const run = await runLive(api);
  expect(run.status).toBe(1);
  const { coverage } = await manifestOf(run);
  const failed = coverage.filter(({ status }) => status === 'failed');
  expect(failed.length).toBeGreaterThan(3);
  for (const { note } of failed) {
    expect(note).toMatch(
      /(GET|POST) \/v[12]\/mgmt\/.*: HTTP 401: E011001, Unauthorized, Management key has expired$/,
    );
  }
  expect(run.outputs['sections-saved']).toContain('tenants');
  expect((await verifyBackup(pathOf(run))).verified).toBe(true);
});

test('a key that a proxy shows in its answer is shown nowhere', async () => {
  const { managementKey } = project();
  const api = await start([
    { endpoint: 'lists', kind: 'status', status: 400, message: `refused: ${managementKey}` },
  ]);
  const run = await runLive(api);
  expect(run.status).toBe(1);
  expect((await coverageOf(run, 'lists'))?.note).toBe(
    'GET /v1/mgmt/list/all: HTTP 400: E010009, Bad Request, refused: ***',
  );
  expect(toldBy(run)).not.toContain(managementKey);
});

describe('a project that moves', () => {
  const added = tenant({ id: 'new-one', name: 'New', authType: 'oidc' });

  test('a flow that is deleted after it was listed is no failure', async () => {
    const api = await start([{ kind: 'flow-deleted', flowId: 'Login', times: 1 }], {
      plan: 'free',
    });
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ status: 'complete', 'flow-count': '4' });
    expect(await coverageOf(run, 'flows')).toMatchObject({ status: 'saved', count: 4 });
    expect((await manifestOf(run)).consistency).toBe('consistent');
  });

  test('a tenant that is deleted after it was listed is no failure', async () => {
    const change = (state: ProjectState) => {
      state.tenants = state.tenants.filter(({ id }) => id !== 'old-co');
    };
    const api = await start([{ kind: 'change', endpoint: 'tenant-all', times: 1, change }]);
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ status: 'complete', 'tenant-count': '7' });
    expect((await manifestOf(run)).consistency).toBe('consistent');
    for (const section of ['tenant-settings', 'tenant-sso']) {
      expect(Object.keys((await resourceOf(run, section)) as JsonObject)).not.toContain('old-co');
    }
  });

  test('a tenant that is new is read with all that is its own', async () => {
    const change = (state: ProjectState) => {
      state.tenants = [...state.tenants, added];
      const [role] = state.roles;
      if (role) state.roles = [...state.roles, { ...role, id: 'RL9', tenantId: 'new-one' }];
    };
    const api = await start([{ kind: 'change', endpoint: 'role-search', times: 1, change }]);
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    expect((await manifestOf(run)).consistency).toBe('consistent');
    expect((await projectOf(run)).tenants.map(({ tenant_id: id }) => id)).toContain('new-one');
    for (const section of ['tenant-settings', 'tenant-sso']) {
      expect(Object.keys((await resourceOf(run, section)) as JsonObject)).toContain('new-one');
    }
    expect(await resourceOf(run, 'roles')).toContainEqual(expect.objectContaining({ id: 'RL9' }));
    // Only the new one is asked for: the others are known.
    expect(api.to('tenant-settings')).toHaveLength(9);
    expect(api.to('tenant-all')).toHaveLength(3);
  });

  test('one that never rests gives a torn backup, with a warning', async () => {
    const change = (state: ProjectState) => {
      const [first] = state.tenants;
      if (first) first.name = `${first.name}!`;
    };
    const api = await start([{ kind: 'change', endpoint: 'tenant-all', change }]);
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(await manifestOf(run)).toMatchObject({ status: 'complete', consistency: 'torn' });
    expect(run.warnings).toContainEqual(
      expect.stringContaining('the project was changed while it was read'),
    );
    expect(run.summary).toContain('while the project was being changed');
    expect(api.to('tenant-all')).toHaveLength(3);
  });

  test('one whose second lists fail is torn as well', async () => {
    const api = await start([
      { endpoint: 'tenant-all', after: 1, kind: 'status', status: 500, message: 'no more' },
    ]);
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    expect((await manifestOf(run)).consistency).toBe('torn');
    expect(run.warnings).toContainEqual(
      expect.stringMatching(/could not tell whether the project was changed.*HTTP 500.*no more/),
    );
  });

  test('a failure of one tenant is not forgotten because another one changed', async () => {
    const change = (state: ProjectState) => {
      state.tenants = [...state.tenants, added];
    };
    const api = await start([
      { kind: 'change', endpoint: 'tenant-all', times: 1, change },
      {
        endpoint: 'tenant-settings',
        where: ({ query }) => query['id'] === 'acme',
        kind: 'status',
        status: 500,
        message: 'not this one',
      },
    ]);
    const run = await runLive(api);
    expect(run.status).toBe(1);
    expect(await coverageOf(run, 'tenant-settings')).toMatchObject({
      status: 'failed',
      count: 8,
      note: expect.stringContaining('not this one'),
    });
  });

  test('a tenant that failed by itself leaves the others', async () => {
    const api = await start([
      {
        endpoint: 'sso-settings',
        where: ({ query }) => query['tenantId'] === 'acme',
        kind: 'status',
        status: 500,
      },
    ]);
    const run = await runLive(api);
    expect(run.status).toBe(1);
    expect(await coverageOf(run, 'tenant-sso')).toMatchObject({
      status: 'failed',
      count: 2,
      note: expect.stringMatching(/^1 of 8 tenants: GET \/v2\/mgmt\/sso\/settings\/all: HTTP 500/),
    });
    expect(Object.keys((await resourceOf(run, 'tenant-sso')) as JsonObject)).toHaveLength(2);
  });

  test('a flow that the snapshot lacks is exported by itself', async () => {
    const flow = project().flows.find(({ id }) => id === 'Login');
    const api = await start([
      { kind: 'flow-deleted', flowId: 'Login', times: 1 },
      {
        kind: 'change',
        endpoint: 'snapshot',
        change: (state) => {
          if (flow) state.flows = [...state.flows, flow];
        },
      },
    ]);
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    const { flows } = await projectOf(run);
    expect(flows.map(({ flow_id: id }) => id)).toContain('Login');
    expect(api.to('flow-export')).toHaveLength(1);
  });

  test('a snapshot that cannot be read again stays as it was, and has failed', async () => {
    const change = (state: ProjectState) => {
      const [flow] = state.flows;
      if (flow) flow.version += 1;
    };
    const api = await start([
      { kind: 'change', endpoint: 'flow-list', times: 1, change },
      { endpoint: 'snapshot', after: 1, kind: 'status', status: 500, message: 'no more' },
    ]);
    const run = await runLive(api);
    expect(run.status).toBe(1);
    expect(run.outputs).toMatchObject({ status: 'partial', 'flow-count': '5' });
    expect(await coverageOf(run, 'snapshot')).toMatchObject({
      status: 'failed',
      note: expect.stringContaining('no more'),
    });
  });

  test('a snapshot of a flow that changed is read again', async () => {
    const change = (state: ProjectState) => {
      const flow = state.flows.find(({ id }) => id === 'Login');
      if (flow) Object.assign(flow, { version: flow.version + 1, description: 'changed' });
    };
    const api = await start([{ kind: 'change', endpoint: 'snapshot', times: 1, change }]);
    const run = await runLive(api);
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(api.to('snapshot')).toHaveLength(2);
    const { flows } = await projectOf(run);
    expect(flows.find(({ flow_id: id }) => id === 'Login')?.flow_data['metadata']).toMatchObject({
      description: 'changed',
    });
  });
});

describe('a budget', () => {
  test('of requests that is used up leaves a partial backup that says so', async () => {
    const api = await start([]);
    const run = await runLive(api, { inputs: { 'max-requests': '8' } });
    expect(run.status).toBe(1);
    expect(api.requests).toHaveLength(8);
    expect(run.outputs).toMatchObject({ status: 'partial', 'request-count': '8' });
    const { coverage } = await manifestOf(run);
    const failed = coverage.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(5);
    for (const { note } of failed) {
      expect(note).toMatch(/(GET|POST) \/v[12]\/mgmt\/.*: max-requests \(8\) is used up$/);
    }
  });

  test('of one request still ends in a backup, with nothing in it', async () => {
    const api = await start([]);
    const run = await runLive(api, { inputs: { 'max-requests': '1', 'fail-on-partial': 'false' } });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ 'tenant-count': '0', 'sections-saved': '' });
  });

  test('of requests ends a rate limit that never does', async () => {
    const api = await start([{ kind: 'status', status: 429, retryAfter: 0 }]);
    const run = await runLive(api, { inputs: { 'max-requests': '3', sections: 'lists' } });
    expect(run.status).toBe(1);
    expect((await coverageOf(run, 'lists'))?.note).toContain('max-requests (3) is used up');
  });
});

test('a rate limiter is obeyed: nothing fails, and no wave runs against it', async () => {
  const api = await start([], { rateLimit: { limit: 12, windowMs: 1000, retryAfter: 'date' } });
  const run = await runLive(api);
  expect([run.status, run.errors]).toEqual([0, []]);
  const refused = api.requests.filter(({ status }) => status === 429).length;
  expect(refused).toBeLessThanOrEqual(4 * Math.ceil(api.requests.length / 12));
});

describe('a partial backup', () => {
  let artifacts: ArtifactService;

  beforeAll(async () => {
    artifacts = await startArtifactService();
  });

  afterAll(() => artifacts.close());

  test('is uploaded under a name of its own, removes nothing, and fails the step', async () => {
    const api = await start([]);
    const old = await runLive(api, frozenAt('2099-01-01T03:00:00Z'));
    expect(old.status).toBe(0);
    api.faults = [REFUSED];
    const clock = frozenAt('2099-03-01T03:00:00Z');
    const run = await runLive(api, {
      workspace: old.workspace,
      inputs: { 'retention-days': '1' },
      ...clock,
      env: { ...clock.env, ...artifacts.env },
    });
    expect(run.status).toBe(1);
    const name = `descope-backup-${api.state.projectId}-production-live-partial`;
    expect(run.outputs).toMatchObject({ 'artifact-name': name, 'pruned-count': '0' });
    const packed = unzip(await artifacts.downloadZip(name));
    expect([...packed.keys()]).toContain(`${api.state.projectId}/20990301_030000/manifest.json`);
    expect(await datedFolders(join(old.workspace, 'backups', api.state.projectId))).toEqual([
      '20990101_030000',
      '20990301_030000',
    ]);
    expect(run.summary).toContain('Nothing is pruned, because the new backup is partial');
  });

  test('passes the step where that is wanted', async () => {
    const run = await runLive(await start([REFUSED]), { inputs: { 'fail-on-partial': 'false' } });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.outputs['status']).toBe('partial');
    expect(run.warnings).toContainEqual(
      expect.stringContaining('::permissions was not saved in full: GET /v1/mgmt/permission/all'),
    );
  });

  test('fails all the same when it lacks a section that must be saved', async () => {
    const run = await runLive(await start([REFUSED]), {
      inputs: { 'fail-on-partial': 'false', 'require-sections': 'permissions,tenants' },
    });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([
      '::error::descope-backup: require-sections: not saved: permissions',
    ]);
  });

  test('does not count among the backups that survive', async () => {
    const api = await start([]);
    const workspace = await makeFolder();
    const backUpAt = async (now: string, faults: Fault[], inputs = {}) => {
      api.faults = faults;
      const run = await runLive(api, {
        workspace,
        inputs: { 'fail-on-partial': 'false', 'minimum-backups': '2', ...inputs },
        ...frozenAt(now),
      });
      expect([run.status, run.errors]).toEqual([0, []]);
    };
    await backUpAt('2026-01-01T03:00:00Z', []);
    await backUpAt('2026-01-15T03:00:00Z', [REFUSED]);
    await backUpAt('2026-01-16T03:00:00Z', [REFUSED]);
    await backUpAt('2026-03-01T03:00:00Z', [], { 'retention-days': '1' });
    expect(await datedFolders(join(workspace, 'backups', api.state.projectId))).toEqual([
      '20260101_030000',
      '20260301_030000',
    ]);
  });
});
