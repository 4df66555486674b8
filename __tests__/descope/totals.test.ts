/** Lists that say that they have more, pages, and objects that share an id. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseSectionChoice } from '../../src/project/sections/choice.ts';
import { withoutNoise } from '../../src/services/index.ts';
import { DescopeApiClient } from '../../src/descope/client.ts';
import { READ_ENDPOINTS, type EndpointName } from '../../src/descope/reads.ts';
import { ProjectFetcher, type FetchedProject } from '../../src/descope/capture/project-fetcher.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { Secret } from '../../src/project/secret.ts';
import { startLoopback } from '../fixtures/loopback.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

type Answer = JsonObject | ((query: URLSearchParams) => JsonObject);

/** Fetches from a server that has what is given, and empty collections. */
async function fetchFrom(answers: Partial<Record<EndpointName, Answer>>, sections = 'all') {
  const asked: string[] = [];
  const server = await startLoopback((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    asked.push(`${url.pathname}${url.search}`);
    const found = Object.entries(READ_ENDPOINTS).find(
      ([, { method, path }]) => method === request.method && path === url.pathname,
    );
    if (found === undefined) throw new Error(`asked for ${url.pathname}`);
    const [name, { carries }] = found;
    const given = answers[name as EndpointName];
    const empty =
      carries.key === undefined ? {} : { [carries.key]: carries.type === 'list' ? [] : {} };
    const answer = typeof given === 'function' ? given(url.searchParams) : (given ?? empty);
    request.resume().on('end', () => response.end(JSON.stringify(answer)));
  });
  running.push(server);
  const client = new DescopeApiClient({
    projectId: 'P2x',
    managementKey: new Secret('K2key'),
    baseUrl: new URL(server.origin),
    deadlineMs: 60_000,
    maxRequests: 5000,
    signal: new AbortController().signal,
  });
  const state = await new ProjectFetcher(client, {
    sections: parseSectionChoice(sections) ?? new Set(),
    withoutNoise,
    now: Date.UTC(2026, 10, 22),
    tellsCaseApart: () => Promise.resolve(true),
  }).fetch();
  return { state, asked };
}

const coverageOf = ({ coverage }: FetchedProject, section: string) =>
  coverage.find((entry) => entry.section === section && entry.status !== 'withheld');

describe('a total that says more than came', () => {
  const one: JsonValue = { id: 'a', name: 'a', value: 1 };
  test.each<[string, EndpointName, JsonObject]>([
    ['tenants', 'tenants', { tenants: [one], total: 5 }],
    ['flows', 'flowList', { flows: [one], total: '5' }],
    ['roles', 'projectRoles', { roles: [one], total: 5 }],
    ['roles', 'tenantRoles', { roles: [one], total: 5 }],
    ['permissions', 'permissions', { permissions: [one], total: 5 }],
    ['sso-apps', 'ssoApps', { apps: [one], total: 5 }],
    ['inbound-apps', 'inboundApps', { apps: [one], total: 5 }],
    ['outbound-apps', 'outboundApps', { apps: [one], total: 5 }],
    ['access-keys', 'accessKeys', { keys: [one], total: 5 }],
    ['jwt-templates', 'jwtTemplates', { templates: [one], total: 5 }],
    ['lists', 'lists', { lists: [one], total: 5 }],
    ['user-attributes', 'userAttributes', { data: [one], total: '5' }],
  ])('%s, of %s', async (section, name, answer) => {
    const tenants = name === 'tenantRoles' ? { tenants: { tenants: [{ id: 't' }] } } : {};
    const { state } = await fetchFrom({ ...tenants, [name]: answer });
    expect(coverageOf(state, section)).toMatchObject({
      status: 'failed',
      count: 1,
      note: expect.stringMatching(/^1 of 5 [a-z]+ were listed$/),
    });
    // Nothing else fails for it.
    const failed = state.coverage.filter(({ status }) => status === 'failed');
    expect(failed.map((entry) => entry.section)).toEqual([section]);
  });

  test('tenant-sso, of one tenant', async () => {
    const { state } = await fetchFrom({
      tenants: { tenants: [{ id: 't' }, { id: 'u' }] },
      tenantSso: (query) =>
        query.get('tenantId') === 't'
          ? { SSOSettings: [{ ssoId: 'x' }], total: 2 }
          : { SSOSettings: [{ ssoId: 'y' }], total: 1 },
    });
    expect(coverageOf(state, 'tenant-sso')).toMatchObject({
      status: 'failed',
      count: 1,
      note: '1 of 2 tenants: "t": 1 of 2 SSO configurations were listed',
    });
  });

  test.each([0, 1, '1', 'many', null, {}, -5])('%j says nothing', async (total) => {
    const { state } = await fetchFrom({ lists: { lists: [one], total } }, 'lists');
    expect(coverageOf(state, 'lists')).toMatchObject({ status: 'saved', count: 1 });
  });
});

describe('pages of applications', () => {
  const apps = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `A${n}` }));
  const paged =
    (count: number, firstPage: 0 | 1, total: JsonValue): Answer =>
    (query) => {
      const page = Math.max(0, Number(query.get('page')) - firstPage);
      const limit = Number(query.get('limit'));
      return { apps: apps(count).slice(page * limit, (page + 1) * limit), total };
    };

  test.each<[number, 0 | 1, JsonValue, number]>([
    [250, 0, 250, 3],
    [250, 1, 250, 4],
    [250, 0, 100, 3],
    [250, 1, 1, 4],
    [250, 0, null, 4],
    [200, 0, 100, 3],
    [7, 0, 7, 1],
    [0, 0, 0, 1],
  ])('%i, the first page being %i and the total %j', async (count, firstPage, total, requests) => {
    const { state, asked } = await fetchFrom(
      { inboundApps: paged(count, firstPage, total) },
      'inbound-apps',
    );
    expect(coverageOf(state, 'inbound-apps')).toMatchObject({ status: 'saved', count });
    expect(asked.filter((path) => path.startsWith('/v1/mgmt/thirdparty'))).toHaveLength(requests);
  });

  test('without an end are given up', async () => {
    let next = 0;
    const endless = () => ({ apps: Array.from({ length: 100 }, () => ({ id: `A${next++}` })) });
    const { state } = await fetchFrom({ inboundApps: endless }, 'inbound-apps');
    expect(coverageOf(state, 'inbound-apps')).toMatchObject({
      status: 'failed',
      count: 100_000,
      note: 'there are more than 1000 pages of applications',
    });
  });
});

describe('two objects under one id are both kept and warned about', () => {
  const twins = [
    { id: 'a', name: 'First' },
    { id: 'a', name: 'Second' },
  ];
  test.each<[string, EndpointName, string]>([
    ['roles', 'projectRoles', 'roles'],
    ['permissions', 'permissions', 'permissions'],
    ['inbound-apps', 'inboundApps', 'apps'],
    ['access-keys', 'accessKeys', 'keys'],
    ['lists', 'lists', 'lists'],
  ])('%s', async (section, name, key) => {
    const { state } = await fetchFrom({ [name]: { [key]: twins } }, section);
    expect(state.resources.get(section)).toEqual(twins);
    expect(coverageOf(state, section)).toMatchObject({ status: 'saved', count: 2 });
    expect(state.warnings.map(({ text }) => text)).toEqual([
      `${section}: 2 objects have one id, "a": all are kept, check the project`,
    ]);
  });

  test('a role that both lists of roles have is one', async () => {
    const role = { id: 'R', name: 'r', permissionNames: ['a', 'b'] };
    const { state } = await fetchFrom({
      tenants: { tenants: [{ id: 't' }] },
      projectRoles: { roles: [role] },
      tenantRoles: { roles: [{ ...role, permissionNames: ['b', 'a'], tenantId: '' }] },
    });
    expect(state.resources.get('roles')).toHaveLength(1);
    expect(state.warnings).toEqual([]);
  });
});
