/**
 * Sections that release 1.0.0 did not have: a service that refuses one of them costs no more than
 * it.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { ProjectFetcher, type FetchedProject } from '../../src/descope/capture/project-fetcher.ts';
import { READABLE_ROWS, type ReadableRow } from '../../src/descope/capture/section-calls.ts';
import { withoutNoise } from '../../src/services/index.ts';
import { clientOf } from '../fixtures/descope-api/client.ts';
import { startDescopeApi, type DescopeApi, type Fault } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';

const running: DescopeApi[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()));
});

const PLAIN = { identity: { by: 'id-or-name' }, sets: [], freeForm: [], refersTo: [] } as const;

/** Made-up sections, read with calls that the server has. */
const ROWS: readonly ReadableRow[] = [
  {
    ...PLAIN,
    name: 'later',
    since: '1.1.0',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'permissions' },
    snapshot: undefined,
  },
  {
    ...PLAIN,
    name: 'later-of-tenants',
    since: '1.1.0',
    keptIn: 'resources',
    read: {
      shape: 'per-tenant',
      endpoint: 'passwordSettings',
      parameter: 'tenantId',
      needsTenants: true,
    },
    identity: { by: 'tenant', treeEnding: '.later.json' },
    snapshot: undefined,
  },
];

interface Options {
  readonly rows?: readonly ReadableRow[];
  readonly sections?: readonly string[];
  readonly required?: readonly string[];
}

async function fetchProject(
  faults: readonly Fault[],
  { rows = ROWS, sections = ROWS.map(({ name }) => name), required = [] }: Options = {},
): Promise<FetchedProject> {
  const api = await startDescopeApi({ state: mixedProject() });
  running.push(api);
  api.faults = faults;
  const client = clientOf(api);
  return new ProjectFetcher(client, {
    rows,
    sections: new Set(sections),
    required: new Set(required),
    withoutNoise,
    now: Date.UTC(2026, 10, 22),
    tellsCaseApart: () => Promise.resolve(true),
  }).fetch();
}

const coverageOf = ({ coverage }: FetchedProject, section: string) =>
  coverage.find((entry) => entry.section === section && entry.status !== 'withheld');

const refusal = (endpoint: 'permission-all' | 'password-settings', status: number, message = '') =>
  ({ endpoint, kind: 'status', status, ...(message !== '' && { message }) }) as const;

describe('a later section that the service refuses', () => {
  test.each([
    [403, '', 'not-licensed', 'failed'],
    [404, '', 'not-covered', 'failed'],
    [400, 'not in your license', 'not-licensed', 'failed'],
    [404, 'not in your licence', 'not-licensed', 'failed'],
    [401, '', 'failed', 'failed'],
    [400, '', 'failed', 'failed'],
    [500, '', 'failed', 'failed'],
  ] as const)('with %d %s is %s, and %s where it is required', async (...given) => {
    const [status, message, becomes, required] = given;
    const faults = [refusal('permission-all', status, message)];
    const project = await fetchProject(faults);
    expect(coverageOf(project, 'later')).toMatchObject({
      status: becomes,
      count: 0,
    });
    expect(coverageOf(project, 'later')?.note).toContain(
      `GET /v1/mgmt/permission/all: HTTP ${status}`,
    );
    expect(project.resources.has('later')).toBe(false);
    expect(coverageOf(project, 'later-of-tenants')).toMatchObject({ status: 'saved' });
    const demanded = await fetchProject(faults, { required: ['later'] });
    expect(coverageOf(demanded, 'later')).toMatchObject({ status: required });
  });

  test('fails where it answers what is no JSON, which is no refusal', async () => {
    const project = await fetchProject([{ endpoint: 'permission-all', kind: 'html' }]);
    expect(coverageOf(project, 'later')).toMatchObject({ status: 'failed' });
  });

  test.each([
    [403, 'not-licensed'],
    [404, 'not-covered'],
  ])('with %d for every tenant is %s', async (status, becomes) => {
    const project = await fetchProject([refusal('password-settings', status)]);
    expect(coverageOf(project, 'later-of-tenants')).toMatchObject({ status: becomes, count: 0 });
    expect(project.resources.has('later-of-tenants')).toBe(false);
  });

  test('for some tenants is saved without them, and says so; it fails where it is required', async () => {
    const isAcme: Fault = {
      ...refusal('password-settings', 404),
      where: ({ query }) => query['tenantId'] === 'acme',
    };
    const others = mixedProject().tenants.length - 1;
    const project = await fetchProject([isAcme]);
    const entry = coverageOf(project, 'later-of-tenants');
    expect(entry).toMatchObject({ status: 'saved', count: others });
    expect(entry?.note).toMatch(/^1 of \d+ tenants: GET \/v1\/mgmt\/password\/settings: HTTP 404/);
    expect(Object.keys(project.resources.get('later-of-tenants') ?? {})).toHaveLength(others);
    const demanded = await fetchProject([isAcme], { required: ['later-of-tenants'] });
    expect(coverageOf(demanded, 'later-of-tenants')).toMatchObject({
      status: 'failed',
      count: others,
      note: entry?.note,
    });
  });

  test('for one tenant, and cut off for another, fails with both reasons', async () => {
    const of = (id: string, status: number): Fault => ({
      ...refusal('password-settings', status),
      where: ({ query }) => query['tenantId'] === id,
    });
    const options = { required: ['later-of-tenants'] };
    const project = await fetchProject([of('acme', 404), of('ACME', 400)], options);
    const entry = coverageOf(project, 'later-of-tenants');
    expect(entry?.status).toBe('failed');
    expect(entry?.note).toMatch(/^1 of \d+ tenants: .*HTTP 400.*; 1 of \d+ tenants: .*HTTP 404/);
  });
});

test.each([403, 404])('a section that release 1.0.0 had fails with %d', async (status) => {
  const project = await fetchProject([refusal('permission-all', status)], {
    rows: READABLE_ROWS,
    sections: ['permissions'],
  });
  expect(coverageOf(project, 'permissions')).toMatchObject({ status: 'failed' });
});

test('a section that is not part of all says how it is had', async () => {
  const rows = ROWS.map((row) => ({ ...row, isByNameAlone: true as const }));
  const project = await fetchProject([], { rows, sections: ['later'] });
  expect(coverageOf(project, 'later')).toMatchObject({ status: 'saved' });
  expect(coverageOf(project, 'later-of-tenants')).toMatchObject({
    status: 'not-covered',
    note: 'not part of all: it takes a request for each tenant, name it in the input sections',
  });
});
