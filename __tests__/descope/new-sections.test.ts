/**
 * Sections that came after release 1.0.0: what is asked for, what is kept of it, and what it is
 * called.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { ProjectFetcher, type FetchedProject } from '../../src/descope/capture/project-fetcher.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { canonicalJson } from '../../src/json/write.ts';
import { NEWEST_NOISE } from '../../src/project/noise.ts';
import { parseSectionChoice } from '../../src/project/sections/choice.ts';
import { keyedEntry, nameInSection } from '../../src/project/sections/identity.ts';
import { SECTION_ROWS, SECTIONS } from '../../src/project/sections/index.ts';
import type { SectionRow } from '../../src/project/sections/section.ts';
import { withoutNoise } from '../../src/services/index.ts';
import { clientOf } from '../fixtures/descope-api/client.ts';
import {
  startDescopeApi,
  type DescopeApi,
  type DescopeApiOptions,
  type Fault,
} from '../fixtures/descope-api/server.ts';
import { translate } from '../fixtures/descope-api/other-sections.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';

const running: DescopeApi[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()));
});

const NEW = SECTION_ROWS.flatMap((row: SectionRow) => (row.since === undefined ? [] : [row.name]));

async function start(options: DescopeApiOptions = {}): Promise<DescopeApi> {
  const state = mixedProject();
  translate(state, 'empty');
  const api = await startDescopeApi({ state, options });
  running.push(api);
  return api;
}

async function fetchFrom(api: DescopeApi, sections = 'all'): Promise<FetchedProject> {
  const client = clientOf(api);
  return new ProjectFetcher(client, {
    sections: parseSectionChoice(sections) ?? new Set(),
    withoutNoise,
    now: Date.UTC(2026, 10, 22),
    tellsCaseApart: () => Promise.resolve(true),
  }).fetch();
}

const coverageOf = ({ coverage }: FetchedProject, section: string) =>
  coverage.find((entry) => entry.section === section && entry.status !== 'withheld');

const namesOf = (section: string, value: JsonValue | undefined) =>
  (value as readonly JsonValue[]).map((one) => nameInSection(section, one));

describe.each(['pro', 'free'] as const)('on the %s plan', (plan) => {
  test('each is the same in any order, whatever the seed, and nothing of it is withheld', async () => {
    const projects = await Promise.all(
      [1, 2, 3].map(async (seed) =>
        fetchFrom(await start({ plan, shuffle: { seed } }), `all,${SECTIONS.join(',')}`),
      ),
    );
    const [first] = projects;
    for (const section of NEW) {
      const texts = projects.map(({ resources }) => {
        const value = resources.get(section);
        return value === undefined
          ? undefined
          : canonicalJson(NEWEST_NOISE.resource(section, value));
      });
      expect([section, new Set(texts).size]).toEqual([section, 1]);
      expect([section, texts[0] === undefined]).toEqual([
        section,
        section === 'widgets' && plan === 'pro',
      ]);
      const entries = first?.coverage.filter((entry) => entry.section === section);
      expect(entries).toHaveLength(1);
      expect(entries?.[0]).toMatchObject({ status: 'saved' });
    }
  });
});

test('MCP servers are called by their ids', async () => {
  const { resources, coverage } = await fetchFrom(await start(), 'mcp-servers');
  expect(namesOf('mcp-servers', resources.get('mcp-servers'))).toEqual(['MCP0001', 'MCP0002']);
  expect(coverage[coverage.findIndex(({ section }) => section === 'mcp-servers')]).toMatchObject({
    count: 2,
  });
});

test('scopes are called by what they are, and their claims stay as they are', async () => {
  const { resources } = await fetchFrom(await start(), 'scope-claim-mapping');
  const value = resources.get('scope-claim-mapping') as readonly JsonObject[];
  expect(namesOf('scope-claim-mapping', value)).toEqual(['email', 'profile']);
  expect(value[0]?.['claims']).toEqual({ email: '{{user.email}}', password_changed: 'never' });
});

describe('sections with an entry a tenant', () => {
  test.each(['tenant-password-settings', 'scim-keys', 'xaa-settings'])(
    '%s asks each tenant when it is named, and nobody otherwise',
    async (section) => {
      const api = await start();
      const { resources } = await fetchFrom(api, section);
      const ids = api.state.tenants.map(({ id }) => id).sort();
      expect(Object.keys(resources.get(section) as JsonObject).sort()).toEqual(ids);
      const asked = api.requests.flatMap(({ query }) => query['tenantId'] ?? []);
      expect(asked.sort()).toEqual(ids);
      const other = await start();
      const project = await fetchFrom(other);
      expect(coverageOf(project, section)?.status).toBe('not-covered');
      const endpoints: readonly (string | null)[] = ['scim-keys', 'xaa-settings'];
      expect(other.requests.filter(({ endpoint }) => endpoints.includes(endpoint))).toEqual([]);
    },
  );

  test('are objects by the ids of keys and of configurations', async () => {
    const { resources } = await fetchFrom(await start(), 'scim-keys,xaa-settings');
    const keyed = (section: string, tenant: string) =>
      Object.keys(
        keyedEntry(
          section,
          (resources.get(section) as JsonObject)[tenant] as JsonValue,
        ) as JsonObject,
      );
    expect(keyed('scim-keys', 'acme')).toEqual(['id=AK9001', 'id=AK9002']);
    expect(keyed('xaa-settings', 'old-co')).toEqual(['ssoId=contractors', 'ssoId=employees']);
  });

  test('say nothing where a tenant has none', async () => {
    const { resources } = await fetchFrom(await start(), 'scim-keys,xaa-settings');
    for (const section of ['scim-keys', 'xaa-settings']) {
      const value = NEWEST_NOISE.resource(section, resources.get(section) ?? null);
      expect(Object.keys(value as JsonObject)).toEqual(
        section === 'scim-keys' ? ['acme', 'old-co'] : ['old-co'],
      );
    }
  });

  test('keep what they have where a tenant that changed is refused the second time', async () => {
    const api = await start();
    const isAcme: Fault['where'] = ({ query }) => query['tenantId'] === 'acme';
    api.faults = [
      { endpoint: 'scim-keys', kind: 'status', status: 404, where: isAcme, after: 1 },
      {
        endpoint: 'scim-keys',
        kind: 'change',
        times: 1,
        change: ({ tenants }) => {
          for (const one of tenants) if (one.id === 'acme') one.name = 'Acme & Co';
        },
      },
    ];
    const project = await fetchFrom(api, 'scim-keys');
    expect(coverageOf(project, 'scim-keys')).toMatchObject({
      status: 'saved',
      count: api.state.tenants.length - 1,
    });
    expect(Object.keys(project.resources.get('scim-keys') as JsonObject)).toHaveLength(
      api.state.tenants.length - 1,
    );
  });
});

describe('localization', () => {
  test('is that of messages, and of flows that have it switched on', async () => {
    const api = await start();
    const project = await fetchFrom(api, 'localization');
    const value = project.resources.get('localization') as readonly JsonObject[];
    expect(namesOf('localization', value)).toEqual(['flows/empty', 'messages']);
    expect(value[0]).toMatchObject({ flowId: 'empty', overrides: { flowId: 'empty' } });
    expect(api.to('flow-localization').map(({ body }) => body)).toEqual([{ flowId: 'empty' }]);
    expect([project.flows, coverageOf(project, 'flows')?.status]).toEqual([[], 'not-covered']);
  });

  test('loses a text under the name of a secret no more than another', async () => {
    const { resources } = await fetchFrom(await start(), 'localization');
    const text = canonicalJson(resources.get('localization') ?? null);
    expect(text).toContain('"resetPassword":"Passwort zurücksetzen"');
    expect(text).toContain('"welcome.apiKey":"Clé"');
  });

  test('changes with a text, and not with a stamp', async () => {
    const hashOf = async (change: (api: DescopeApi) => void): Promise<string> => {
      const api = await start();
      change(api);
      const { resources } = await fetchFrom(api, 'localization');
      return canonicalJson(
        NEWEST_NOISE.resource('localization', resources.get('localization') ?? null),
      );
    };
    const messages = (given: JsonObject) => (api: DescopeApi) => {
      const others = api.state.otherSections['message-localization'] ?? {};
      others[''] = { ...(others[''] as JsonObject), ...given };
    };
    const before = await hashOf(messages({}));
    expect(await hashOf(messages({ modifiedTime: '1760000000' }))).toBe(before);
    expect(await hashOf(messages({ languages: { de: {} } }))).not.toBe(before);
    // In the customer's texts a list is as he wrote it.
    const other = { de: { resetPassword: 'Passwort zurücksetzen', roleNames: ['a', 'b'] } };
    expect(await hashOf(messages({ languages: other }))).not.toBe(before);
  });

  test.each([
    [403, 'not-licensed'],
    [404, 'not-covered'],
  ])('is none where all of it is refused with %d', async (status, becomes) => {
    const api = await start();
    api.faults = (['message-localization', 'flow-localization'] as const).map((endpoint) => ({
      endpoint,
      kind: 'status',
      status,
    }));
    const project = await fetchFrom(api, 'localization');
    expect(coverageOf(project, 'localization')).toMatchObject({ status: becomes, count: 0 });
    expect(project.resources.has('localization')).toBe(false);
  });

  test('is saved without what is refused, and fails for what else does', async () => {
    const api = await start();
    api.faults = [{ endpoint: 'flow-localization', kind: 'status', status: 404 }];
    expect(coverageOf(await fetchFrom(api, 'localization'), 'localization')).toMatchObject({
      status: 'saved',
      count: 1,
      note: expect.stringMatching(/^1 of 2: POST \/v1\/mgmt\/localization\/flow\/export: HTTP 404/),
    });
    api.faults = [{ endpoint: 'flow-localization', kind: 'status', status: 400 }];
    expect(coverageOf(await fetchFrom(api, 'localization'), 'localization')).toMatchObject({
      status: 'failed',
      count: 1,
    });
  });

  test('fails where the flows cannot be listed, which fail as well', async () => {
    const api = await start();
    api.faults = [{ endpoint: 'flow-list', kind: 'status', status: 500 }];
    const project = await fetchFrom(api, 'localization,flows');
    expect(coverageOf(project, 'localization')).toMatchObject({ status: 'failed', count: 0 });
    expect(coverageOf(project, 'flows')).toMatchObject({ status: 'failed' });
  });

  test('is read again where a flow changed meanwhile', async () => {
    const api = await start();
    api.faults = [
      {
        endpoint: 'message-localization',
        kind: 'change',
        times: 1,
        change: ({ flows }) => {
          translate({ flows }, 'Login');
        },
      },
    ];
    const { resources, consistency } = await fetchFrom(api, 'localization');
    expect(consistency).toBe('consistent');
    expect(namesOf('localization', resources.get('localization'))).toEqual([
      'flows/Login',
      'flows/empty',
      'messages',
    ]);
  });
});

describe('widgets', () => {
  test('are listed where there is no snapshot, and the entry says that it is the list alone', async () => {
    const api = await start({ plan: 'free' });
    const project = await fetchFrom(api);
    expect(namesOf('widgets', project.resources.get('widgets'))).toEqual([
      'my-profile',
      'user-management-widget',
    ]);
    expect(coverageOf(project, 'widgets')).toEqual({
      section: 'widgets',
      status: 'saved',
      count: 2,
      note: 'the list alone: all else of it is part of a project snapshot',
    });
    expect(api.to('widgets')).toHaveLength(1);
  });

  test.each(['widgets', 'all,-snapshot'])('are listed with sections: %s', async (sections) => {
    const api = await start();
    const project = await fetchFrom(api, sections);
    expect(project.resources.has('widgets')).toBe(true);
    expect(coverageOf(project, 'widgets')).toMatchObject({ status: 'saved', count: 2 });
  });

  test('are those of the snapshot where there is one, and nobody is asked', async () => {
    const api = await start();
    const project = await fetchFrom(api);
    expect(project.resources.has('widgets')).toBe(false);
    expect(coverageOf(project, 'widgets')).toEqual({
      section: 'widgets',
      status: 'saved',
      count: 1,
      note: '',
    });
    expect(api.to('widgets')).toEqual([]);
  });

  test('fail once where the snapshot lost them', async () => {
    const api = await start();
    api.state.snapshot = { 'widgets/a:b.json': {} };
    const { coverage } = await fetchFrom(api);
    const entries = coverage.filter(({ section }) => section === 'widgets');
    expect(entries).toMatchObject([{ status: 'failed', count: 0 }]);
  });
});
