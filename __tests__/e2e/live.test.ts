/** A live project, backed up by the built bundle through the Management API. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { requestsOfAll } from '../../scripts/coverage.ts';
import { SECTIONS_OF_ALL } from '../../src/project/sections/index.ts';
import { verifyBackup } from '../../src/services/index.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { canonicalJson, escapeAsGo, formatJson } from '../../src/json/write.ts';
import { startGitHubApi } from '../fixtures/github-api.ts';
import { startArtifactService, type ArtifactService } from '../fixtures/artifact-service.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import {
  startDescopeApi,
  type DescopeApi,
  type DescopeApiOptions,
} from '../fixtures/descope-api/server.ts';
import {
  LOOKALIKE_MARK,
  mixedProject,
  SECRET_MARK,
  type ProjectState,
} from '../fixtures/descope-api/state.ts';
import {
  coverageOf,
  manifestOf,
  pathOf,
  projectOf,
  readJson,
  readTree,
  resolvePointer,
  resourceOf,
  runLive,
  toldBy,
  unzip,
  type LiveRun,
  type LiveRunOptions,
} from '../fixtures/live-run.ts';
import { makeFolder, runBundle } from '../fixtures/run-bundle.ts';

const running: DescopeApi[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()));
});

async function start(options: DescopeApiOptions = {}, state = mixedProject()): Promise<DescopeApi> {
  const api = await startDescopeApi({ state, options });
  running.push(api);
  return api;
}

/** A backup of a project of its own; the server is closed after the test. */
async function backUp(
  { options, state }: { options?: DescopeApiOptions; state?: ProjectState } = {},
  run: LiveRunOptions = {},
): Promise<LiveRun> {
  return runLive(await start(options, state), run);
}

/**
 * What mixedProject has as secrets of the API's own making, by where they end up in a backup of the
 * Pro plan.
 */
const SECRET_PLACES = [
  'resources/outbound-apps.json#',
  'resources/tenant-sso.json#',
  'snapshot/auth/oauth.json#',
  'snapshot/connectors/my-http.json#',
];

const TENANTS = mixedProject().tenants.length;

/** Requests that are made once in a run, whatever its plan, as a method, path, query and body. */
function repeated(api: DescopeApi): string[] {
  const seen = new Map<string, number>();
  for (const { endpoint, query, body } of api.requests) {
    if (endpoint === 'tenant-all' || endpoint === 'flow-list') continue;
    const key = JSON.stringify([endpoint, query, body]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].flatMap(([key, count]) => (count > 1 ? [key] : []));
}

/** The texts in a value that begin with a mark. */
function marked(value: JsonValue, mark: string): string[] {
  return canonicalJson(value).match(new RegExp(`${mark}[a-z-]*`, 'g')) ?? [];
}

describe.each(['pro', 'free'] as const)('a mixed project on the %s plan', (plan) => {
  let artifacts: ArtifactService;
  let api: DescopeApi;
  let first: LiveRun;
  let second: LiveRun;
  let firstRequests: DescopeApi['requests'];
  let repeats: string[];

  beforeAll(async () => {
    artifacts = await startArtifactService();
    api = await startDescopeApi({
      state: mixedProject(),
      options: { plan, shuffle: { seed: 7 } },
    });
    // The artifact service expects a time that is not over when the artifact expires.
    const clock = frozenAt('2099-03-01T03:00:00Z');
    const github = await startGitHubApi(artifacts);
    first = await runLive(api, {
      inputs: github.inputs,
      nodeArgs: clock.nodeArgs,
      env: { ...clock.env, ...artifacts.env, ...github.env },
    });
    await github.close();
    firstRequests = [...api.requests];
    repeats = repeated(api);
    second = await runLive(api, {
      workspace: first.workspace,
      inputs: { 'upload-artifact': 'false' },
      ...frozenAt('2099-03-02T03:00:00Z'),
    });
  });

  afterAll(async () => {
    await api.close();
    await artifacts.close();
  });

  test('is complete, and the same again the next day in another order', async () => {
    expect([first.status, first.errors]).toEqual([0, []]);
    expect([second.status, second.errors]).toEqual([0, []]);
    expect(first.outputs['content-hash']).toMatch(/^[0-9a-f]{64}$/);
    expect(second.outputs['content-hash']).toBe(first.outputs['content-hash']);
    const { status, consistency } = await manifestOf(first);
    expect([status, consistency]).toEqual(['complete', 'consistent']);
    const [one, other] = await Promise.all([first, second].map((run) => readTree(pathOf(run))));
    expect([...(one?.keys() ?? [])].sort()).toEqual([...(other?.keys() ?? [])].sort());
  });

  test('is verified by us and by sha256sum', async () => {
    for (const run of [first, second]) {
      expect((await verifyBackup(pathOf(run))).verified).toBe(true);
    }
    const checked = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
      cwd: pathOf(first),
      encoding: 'utf8',
    });
    expect(checked.trim().split('\n').length).toBe((await readTree(pathOf(first))).size - 1);
  });

  test('keeps within its requests, none of them forbidden, unauthorised or repeated', () => {
    const requests = firstRequests;
    expect(requests.filter(({ endpoint }) => endpoint === null)).toEqual([]);
    expect(requests.every(({ authorized }) => authorized)).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(
      requestsOfAll().most +
        2 * TENANTS +
        // The widgets, too.
        (plan === 'free' ? api.state.flows.length + 1 : 0),
    );
    expect(repeats).toEqual([]);
    expect(first.outputs['request-count']).toBe(String(requests.length));
    expect(api.mostAtOnce).toBeLessThanOrEqual(4);
    const asked = requests.filter(({ endpoint }) => endpoint === 'sso-settings');
    expect(asked.map(({ query }) => query['tenantId']).sort()).toEqual(
      api.state.tenants.map(({ id }) => id).sort(),
    );
  });

  test('tells the license tier on every call after the handshake', () => {
    const [handshake, ...others] = firstRequests;
    expect(handshake).toMatchObject({ endpoint: 'license' });
    expect(handshake?.headers['x-descope-license']).toBeUndefined();
    expect(new Set(others.map(({ headers }) => headers['x-descope-license']))).toEqual(
      new Set([api.state.rateLimitTier]),
    );
  });

  test('says everything in its outputs', () => {
    const { outputs } = first;
    const without = plan === 'free' ? ['snapshot'] : [];
    expect(outputs).toMatchObject({
      status: 'complete',
      'tenant-count': String(TENANTS),
      'flow-count': String(api.state.flows.length),
      'sections-saved': SECTIONS_OF_ALL.filter((section) => !without.includes(section)).join(','),
      'sections-failed': '',
      'pruned-count': '0',
      'backup-id': '20990301_030000',
      'backup-path': join(first.workspace, 'backups', api.state.projectId, '20990301_030000'),
      'artifact-name': `descope-backup-${api.state.projectId}-production-live`,
    });
    expect(Number(outputs['key-expires-in-days'])).toBeGreaterThan(14);
    expect(first.warnings.filter((line) => line.includes('expires'))).toEqual([]);
  });

  test('keeps tenants as they came, and shows them as a config file would', async () => {
    const { tenants } = await projectOf(first);
    expect(tenants.map(({ tenant_id: id }) => id)).toEqual(
      api.state.tenants.map(({ id }) => id).sort(),
    );
    for (const { tenant_id: id, config, tenant_data: data } of tenants) {
      const state = api.state.tenants.find((tenant) => tenant.id === id) as JsonObject;
      const sorted = (tenant: JsonObject) =>
        canonicalJson(
          Object.fromEntries(
            Object.entries(tenant).map(([key, value]) => [
              key,
              key !== 'customAttributes' && Array.isArray(value)
                ? [...(value as string[])].sort()
                : value,
            ]),
          ),
        );
      expect(sorted(data)).toBe(sorted(state));
      const domains = data['selfProvisioningDomains'] as string[];
      expect(canonicalJson(config)).toBe(
        canonicalJson({
          id,
          name: state['name'] as string,
          domains,
          self_provisioning: domains.length > 0,
          custom_attributes: state['customAttributes'] as JsonObject,
        }),
      );
    }
  });

  test('loses no digit, no odd key and no form of a letter', async () => {
    const text = await readFile(join(pathOf(first), 'project.json'), 'utf8');
    for (const part of [
      '9007199254740993',
      '0.12345678901234567890123',
      '-18446744073709551616',
      '"__proto__": {',
      '"": "an empty key"',
      '"constructor": "plain text"',
      'Z\u00fcrich',
      'Zu\u0308rich',
      '𝔘𝔫𝔦 🏢 大学',
      '"threshold": 12345678901234567890',
    ]) {
      expect(text).toContain(part);
    }
    const keys = canonicalJson(await resourceOf(first, 'access-keys'));
    expect(keys).toContain('"quota":123456789012345678901234567890');
    expect(canonicalJson(await resourceOf(first, 'lists'))).toContain('"limit":1e400');
    expect(canonicalJson(await resourceOf(first, 'inbound-apps'))).toContain(
      '"tier":9007199254740995',
    );
  });

  test('keeps every section whole', async () => {
    const { state } = api;
    const ids = async (section: string, key = 'id') =>
      ((await resourceOf(first, section)) as JsonObject[]).map((entry) => entry[key]);
    const sorted = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).sort();
    expect(await ids('roles')).toEqual(sorted(state.roles));
    expect(await ids('permissions')).toEqual(sorted(state.permissions));
    expect(await ids('sso-apps')).toEqual(sorted(state.ssoApps));
    expect(await ids('inbound-apps')).toEqual(sorted(state.inboundApps));
    expect(await ids('outbound-apps')).toEqual(sorted(state.outboundApps));
    expect(await ids('access-keys')).toEqual(sorted(state.accessKeys));
    expect(await ids('jwt-templates')).toEqual(sorted(state.jwtTemplates));
    expect(await ids('lists')).toEqual(sorted(state.lists));
    expect(await ids('user-attributes', 'name')).toEqual(['department', 'vip']);
    expect(await resourceOf(first, 'password-settings')).toMatchObject({ minLength: 8 });
    expect(await resourceOf(first, 'fga-schema')).toEqual(state.fgaSchema);
    expect(await resourceOf(first, 'theme')).toMatchObject({ styles: state.theme.styles });
    expect(Object.keys((await resourceOf(first, 'tenant-settings')) as JsonObject)).toHaveLength(
      TENANTS,
    );
    expect(await resourceOf(first, 'tenant-sso')).toMatchObject({
      acme: [{ saml: { groupsPriority: ['staff', 'admins', 'it'] } }],
      ACME: [{ oidc: { clientSecret: '[withheld]' } }],
      'old-co': [{ ssoId: 'contractors' }, { ssoId: 'employees' }],
    });
    expect(await coverageOf(first, 'users')).toMatchObject({ status: 'not-covered', count: 0 });
  });

  test('keeps every flow whole', async () => {
    const { flows } = await projectOf(first);
    expect(flows.map(({ flow_id: id }) => id)).toEqual(api.state.flows.map(({ id }) => id).sort());
    for (const { flow_id: id, flow_data: data } of flows) {
      const flow = api.state.flows.find((entry) => entry.id === id);
      expect(canonicalJson(data['contents'] as JsonValue)).toBe(
        canonicalJson(flow?.contents ?? null),
      );
      for (const { screenId, contents } of flow?.screens ?? []) {
        const saved = (
          plan === 'pro'
            ? data[`screen-${screenId}`]
            : (data['screens'] as JsonObject[]).find((screen) => screen['screenId'] === screenId)
        ) as JsonObject;
        expect(canonicalJson(saved['contents'] as JsonValue)).toBe(canonicalJson(contents));
      }
    }
    expect((await stat(join(pathOf(first), 'project.json'))).size).toBeGreaterThan(2 * 1024 * 1024);
  });

  if (plan === 'pro') {
    test('writes the snapshot as the command line tool does', async () => {
      const files = await readTree(join(pathOf(first), 'snapshot'));
      const { snapshot } = api.state;
      for (const path of Object.keys(snapshot)) expect([...files.keys()]).toContain(path);
      for (const [path, bytes] of files) {
        if (!path.endsWith('.json')) continue;
        const value = await readJson(join(pathOf(first), 'snapshot', path));
        expect(bytes.toString()).toBe(escapeAsGo(`${formatJson(value)}\n`));
      }
      const plain = files.get('project.json')?.toString();
      expect(plain).toBe(`{
  "name": "Mixed",
  "passwordPolicy": "keep-lookalike-project-password-policy",
  "refreshTokenExpiration": {
    "unit": "weeks",
    "value": 4
  },
  "trustedDomains": [
    "example.com",
    "example.org"
  ]
}
`);
      expect(files.get('assets/logo.png')?.toString('base64')).toBe(snapshot['assets/logo.png']);
      expect(files.get('assets/welcome.html')?.toString()).toBe(snapshot['assets/welcome.html']);
      expect(files.get('assets/notice.txt')?.toString()).toBe('Line one\r\nLine two\n');
      expect(files.get('flows/flows.json')?.toString()).toContain('"sign-up-or-in"');
    });
  } else {
    test('names what the plan does not give, and is complete for it', async () => {
      expect(await coverageOf(first, 'snapshot')).toMatchObject({
        status: 'not-licensed',
        note: expect.stringMatching(/^POST \/v1\/mgmt\/project\/snapshot\/export: HTTP 400: /),
      });
      expect(await coverageOf(first, 'widgets')).toEqual({
        section: 'widgets',
        status: 'saved',
        count: api.state.widgets.length,
        note: 'the list alone: all else of it is part of a project snapshot',
      });
      for (const section of ['connectors', 'authentication-methods', 'project-settings']) {
        expect(await coverageOf(first, section)).toMatchObject({ status: 'not-licensed' });
      }
      expect(first.summary).toContain(
        'complete for this plan, without snapshot, connectors, authentication-methods, project-settings',
      );
      expect((await readTree(pathOf(first))).has('snapshot/snapshot.json')).toBe(false);
    });
  }

  test('holds and tells no secret and no key, in whatever it left behind', async () => {
    const zip = await artifacts.downloadZip(first.outputs['artifact-name'] ?? '');
    const packed = unzip(zip);
    const files = await readTree(join(first.workspace, 'backups'));
    expect(packed.size).toBe((await readTree(pathOf(first))).size);
    const told = [
      ...[first, second].flatMap((run) => [toldBy(run), run.summary]),
      ...[...files].flatMap(([path, bytes]) => [path, bytes.toString()]),
      ...[...packed].flatMap(([path, bytes]) => [path, bytes.toString()]),
      zip.toString('latin1'),
    ].join('\n');
    expect(told).not.toContain(SECRET_MARK);
    expect(told).not.toContain(api.state.managementKey);
    expect(first.stdout.split('\n').slice(0, 2)).toEqual([
      `::add-mask::${api.state.managementKey}`,
      `::add-mask::${api.state.projectId}:${api.state.managementKey}`,
    ]);
  });

  test('keeps what only looks like a secret', async () => {
    const text = [...(await readTree(pathOf(first))).values()].join('\n');
    const pro = marked(api.state.snapshot, LOOKALIKE_MARK);
    const others = [
      ...[...api.state.sso.values()].flatMap((settings) => marked(settings, LOOKALIKE_MARK)),
      ...marked(api.state.outboundApps, LOOKALIKE_MARK),
    ];
    const expected = plan === 'pro' ? [...pro, ...others] : others;
    expect(expected.length).toBeGreaterThanOrEqual(3);
    for (const value of expected) expect(text).toContain(value);
  });

  test('lists each secret that it withheld at a place where there is one', async () => {
    const { coverage } = await manifestOf(first);
    const places = coverage.flatMap((entry) => (entry.status === 'withheld' ? [entry.place] : []));
    const files = SECRET_PLACES.filter((place) => plan === 'pro' || place.startsWith('resources/'));
    for (const file of files) expect(places.some((place) => place.startsWith(file))).toBe(true);
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) {
      const [file = '', pointer = ''] = place.split('#');
      const value = resolvePointer(await readJson(join(pathOf(first), file)), pointer);
      expect([place, value]).toEqual([place, file.startsWith('snapshot/') ? '' : '[withheld]']);
    }
    const secrets = [
      ...[...api.state.sso.values()].flatMap((settings) => marked(settings, SECRET_MARK)),
      ...marked(api.state.outboundApps, SECRET_MARK),
      ...(plan === 'pro' ? marked(api.state.snapshot, SECRET_MARK) : []),
    ];
    expect(places).toHaveLength(secrets.length);
  });

  test('warns of ids that differ in case alone', () => {
    expect(first.warnings).toEqual([
      '::warning::tenant ids that differ only in case or Unicode form: "ACME", "acme"',
    ]);
  });
});

describe('what changes the hash', () => {
  const hashOf = async (change: (state: ProjectState) => void, plan: 'free' | 'pro') => {
    const state = mixedProject();
    state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
    change(state);
    const run = await backUp({ state, options: { plan } }, { inputs: { 'job-summary': 'false' } });
    expect(run.status).toBe(0);
    return run.outputs['content-hash'];
  };

  test.each(['pro', 'free'] as const)(
    'a moved MFA branch does, shuffled domains do not (%s)',
    async (plan) => {
      const before = await hashOf(() => undefined, plan);
      const shuffled = await hashOf((state) => {
        for (const tenant of state.tenants) {
          tenant.selfProvisioningDomains = [...tenant.selfProvisioningDomains].reverse();
        }
      }, plan);
      const moved = await hashOf((state) => {
        const flow = state.flows.find(({ id }) => id === 'mfa-step-up');
        const tasks = flow?.contents['tasks'] as Record<string, { branches: JsonValue[] }>;
        tasks['0']?.branches.reverse();
      }, plan);
      const prioritised = await hashOf((state) => {
        const saml = state.sso.get('acme')?.[0]?.saml as { groupsPriority: string[] };
        saml.groupsPriority = [...saml.groupsPriority].reverse();
      }, plan);
      expect(shuffled).toBe(before);
      expect(new Set([before, moved, prioritised]).size).toBe(3);
    },
  );
});

describe('sections', () => {
  test('without tenant settings no tenant is asked for them', async () => {
    const api = await start();
    const run = await runLive(api, { inputs: { sections: 'all,-tenant-settings' } });
    expect(run.status).toBe(0);
    expect(api.requests.length).toBeLessThanOrEqual(requestsOfAll().most + TENANTS);
    expect(api.to('tenant-settings')).toEqual([]);
    expect(await coverageOf(run, 'tenant-settings')).toEqual({
      section: 'tenant-settings',
      status: 'not-covered',
      count: 0,
      note: 'left out by the input sections',
    });
    expect(run.outputs['status']).toBe('complete');
  });

  test('those that are named are saved, and nothing else is asked for', async () => {
    const api = await start();
    const run = await runLive(api, { inputs: { sections: 'tenants, permissions' } });
    expect(run.status).toBe(0);
    expect(run.outputs['sections-saved']).toBe('tenants,permissions');
    expect(run.outputs['flow-count']).toBe('0');
    expect(new Set(api.requests.map(({ endpoint }) => endpoint))).toEqual(
      new Set(['license', 'management-keys', 'tenant-all', 'permission-all']),
    );
    expect([...(await readTree(pathOf(run))).keys()].sort()).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'project.json',
      'resources/permissions.json',
    ]);
  });

  test('flows that are left out are not saved from the snapshot either', async () => {
    const run = await backUp({}, { inputs: { sections: 'snapshot' } });
    expect(run.status).toBe(0);
    expect(run.outputs).toMatchObject({ 'sections-saved': 'snapshot', 'flow-count': '0' });
  });

  test('one that must be saved and is not fails the step, and the backup stays', async () => {
    const run = await backUp(
      { options: { plan: 'free' } },
      { inputs: { 'require-sections': 'tenants,snapshot' } },
    );
    expect(run.status).toBe(1);
    expect(run.errors).toEqual(['::error::descope-backup: require-sections: not saved: snapshot']);
    expect((await verifyBackup(pathOf(run))).verified).toBe(true);
  });

  test('those that must be saved and are pass', async () => {
    const run = await backUp({}, { inputs: { 'require-sections': 'snapshot, flows,tenants' } });
    expect([run.status, run.errors]).toEqual([0, []]);
  });

  test('a refusal for the plan of anything else is not licensed either, whatever its status', async () => {
    const run = await backUp({
      options: {
        plan: 'free',
        refusalStatus: 403,
        messageField: 'message',
        refusedOnFree: ['sso-settings', 'fga-schema'],
      },
    });
    expect([run.status, run.errors]).toEqual([0, []]);
    for (const section of ['snapshot', 'tenant-sso', 'fga-schema']) {
      expect(await coverageOf(run, section)).toMatchObject({ status: 'not-licensed' });
    }
    expect(run.outputs['status']).toBe('complete');
  });
});

describe('answers that are not certain', () => {
  test.each([
    ['pages from 0', { firstPage: 0, maxPageSize: 10 }],
    ['pages from 1', { firstPage: 1, maxPageSize: 10 }],
    ['one page that ends exactly', { firstPage: 1, maxPageSize: 25 }],
    ['roles of every tenant at once', { roleAll: 'every', roleSearch: 'every' }],
    ['blank SSO settings', { noSso: 'blank' }],
    ['content in the list of flows', { listedDsl: 'content' }],
  ] as const)('%s: nothing is missing and nothing is there twice', async (_, answers) => {
    const run = await backUp({ options: { answers } });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(await resourceOf(run, 'inbound-apps')).toHaveLength(25);
    expect(await resourceOf(run, 'roles')).toHaveLength(mixedProject().roles.length);
  });
});

describe('names that come from the server', () => {
  test.each([
    ['../evil.json', 'it names a folder by its place'],
    ['a/../../evil.json', 'it names a folder by its place'],
    ['/evil.json', 'it is empty'],
    ['a\\b.json', 'it holds a character'],
    ['nul\u0000.json', 'it holds a character'],
    ['con.json', 'Windows reserves it'],
    ['connectors/LPT1.json', 'Windows reserves it'],
    ['styles/dark.', 'it ends in a dot'],
    ['project.json/more.json', 'is a file and a folder'],
  ])('%j costs that file alone', async (path, reason) => {
    const state = mixedProject();
    state.snapshot = {
      ...state.snapshot,
      'assets/Z\u00fcrich.txt': 'composed',
      [path]: path.endsWith('.json') ? {} : 'text',
    };
    const root = await makeFolder();
    const workspace = join(root, 'workspace');
    await mkdir(workspace);
    const run = await backUp({ state }, { workspace });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({
      status: 'complete',
      'sections-failed': '',
      'flow-count': String(state.flows.length),
    });
    expect(await coverageOf(run, 'snapshot')).toMatchObject({ status: 'saved' });
    const { note } = (await coverageOf(run, 'snapshot-file')) ?? { note: '' };
    expect(note).toContain(JSON.stringify(path));
    expect(note).toContain(reason);
    expect(run.stdout).toContain('::warning::1 file of the snapshot was not saved: ');
    expect((await verifyBackup(pathOf(run))).verified).toBe(true);
    expect([...(await readTree(root)).keys()].filter((file) => file.includes('evil'))).toEqual([]);
  });

  test.each([
    ['a text where JSON should be', 'notes.json', 'not JSON'],
    ['JSON where an asset should be', 'assets/logo.svg', { a: 1 }],
    ['a number', 'limit.json', 7],
    ['null', 'nothing.json', null],
    ['text that is not base64', 'assets/photo.png', 'not base64!'],
  ] as const)('%s costs that file alone', async (_, path, content) => {
    const state = mixedProject();
    state.snapshot = { ...state.snapshot, [path]: content };
    const run = await backUp({ state });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ status: 'complete', 'sections-failed': '' });
    expect(run.stdout).toContain('::warning::1 file of the snapshot was not saved: ');
    expect(await coverageOf(run, 'snapshot')).toMatchObject({ status: 'saved' });
    expect((await verifyBackup(pathOf(run))).verified).toBe(true);
  });

  test('odd ids of tenants and flows harm nothing', async () => {
    const state = mixedProject();
    const [tenant] = state.tenants;
    const [, flow] = state.flows;
    if (tenant === undefined || flow === undefined) throw new Error('the project is empty');
    const ids = ['__proto__', '../../x', 'con', 'a\nb', 'a\u0000b', '::error::x', '%0A', ' '];
    state.tenants = [
      ...state.tenants,
      ...ids.map((id) => ({ ...tenant, id, authType: 'oidc' as const })),
    ];
    state.flows = [...state.flows, { ...flow, id: '../flow' }, { ...flow, id: '__proto__' }];
    const run = await backUp({ state, options: { plan: 'free' } });
    expect([run.status, run.errors]).toEqual([0, []]);
    const { tenants, flows } = await projectOf(run);
    expect(tenants.map(({ tenant_id: id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(flows).toHaveLength(state.flows.length);
    for (const section of ['tenant-settings', 'tenant-sso']) {
      const entries = (await resourceOf(run, section)) as JsonObject;
      expect(Object.keys(entries)).toEqual(expect.arrayContaining(ids));
    }
    expect((await verifyBackup(pathOf(run))).verified).toBe(true);
  });
});

describe('a config file beside the live project', () => {
  test('is not read unless it is given', async () => {
    const workspace = await makeFolder();
    await writeFile(join(workspace, 'descope.yaml'), 'this: is: no: config');
    const run = await backUp({}, { workspace, inputs: { sections: 'tenants' } });
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.summary).not.toContain('Config file and live project');
  });

  test('is compared with it when it is given', async () => {
    const workspace = await makeFolder();
    await writeFile(
      join(workspace, 'my.yaml'),
      `version: '1.0'
tenants:
  - { id: acme-emea, name: Other, custom_attributes: { a: 1 } }
  - { id: only-here, name: Only here }
  - { id: acme-zurich, name: "Zu\\u0308rich" }
`,
    );
    const run = await backUp(
      {},
      { workspace, inputs: { sections: 'tenants', 'config-path': 'my.yaml' } },
    );
    expect([run.status, run.errors]).toEqual([0, []]);
    expect(run.summary).toContain('| <code>acme-emea</code> | differs | name, custom_attributes |');
    expect(run.summary).toContain('| <code>only-here</code> | only in the file |');
    expect(run.summary).toContain('| <code>ACME</code> | only in the project |');
    expect(run.summary).not.toContain('<code>acme-zurich</code>');
    const { tenants } = await projectOf(run);
    expect(tenants.map(({ tenant_id: id }) => id)).not.toContain('only-here');
  });

  test('that cannot be read fails the step before anything is asked', async () => {
    const api = await start();
    const run = await runLive(api, { inputs: { 'config-path': 'missing.yaml' } });
    expect(run.status).toBe(1);
    expect(api.requests).toEqual([]);
  });
});

describe('the key', () => {
  test.each([
    [
      { source: 'live' },
      /^::error::descope-backup: input management-key: is required.*misspelt.*forks.*Dependabot/,
    ],
    [
      { 'management-key': 'K2x' },
      /^::error::descope-backup: input management-key: is given without source: live/,
    ],
    [
      { source: 'config-file', 'management-key': 'K2x' },
      /^::error::descope-backup: input management-key: is given without source: live/,
    ],
  ])('%j: an error, and no backup', async (inputs, message) => {
    const workspace = await makeFolder();
    await writeFile(join(workspace, 'descope.yaml'), "version: '1.0'\n");
    const run = await runBundle({ workspace, inputs });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([expect.stringMatching(message)]);
    expect([...(await readTree(workspace)).keys()]).toEqual(['descope.yaml']);
  });

  test.each([
    'http://api.descope.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'https://user:pass@api.descope.com',
    'http://user@127.0.0.1',
    'https://api.descope.com/v1',
    'https://api.descope.com/?a=b',
    'https://api.descope.com/#x',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'api.descope.com',
  ])('does not go to %s', async (baseUrl) => {
    const run = await backUp({}, { inputs: { 'base-url': baseUrl } });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([
      `::error::descope-backup: input base-url: it is no address: https alone, or http on this machine, without path, user and query`,
    ]);
    expect([...(await readTree(run.workspace)).keys()]).toEqual([]);
  });

  test('that is refused is one clear error, leaves no backup and is never shown', async () => {
    const api = await start();
    const run = await runLive(api, {
      inputs: { 'management-key': 'K2wrong-key-that-no-log-may-show' },
    });
    expect(run.status).toBe(1);
    expect(run.errors).toEqual([
      '::error::descope-backup: the management key was refused (GET /v1/mgmt/tenant/all: HTTP 401: E011001, Unauthorized, Invalid management key): check that it is a key of this project, and that it has not expired',
    ]);
    expect([...(await readTree(run.workspace)).keys()]).toEqual([]);
    expect(toldBy(run)).not.toContain('K2wrong-key');
  });

  test('that soon expires is warned about', async () => {
    const now = '2026-03-01T03:00:00Z';
    const seconds = Date.parse(now) / 1000;
    const state = mixedProject();
    const [key] = state.managementKeys;
    if (key === undefined) throw new Error('the project has no key');
    state.managementKeys = [
      { ...key, expireTime: 0 },
      { ...key, id: 'MK2', expireTime: seconds - 5 },
      { ...key, id: 'MK3', expireTime: seconds + 86_400, status: 'inactive' },
      { ...key, id: 'MK4', expireTime: seconds + 13.5 * 86_400 },
      { ...key, id: 'MK5', expireTime: seconds + 20 * 86_400 },
    ];
    const run = await backUp({ state }, { inputs: { sections: 'permissions' }, ...frozenAt(now) });
    expect(run.outputs['key-expires-in-days']).toBe('13');
    expect(run.warnings).toEqual([
      '::warning::a management key of this project expires in 13 days: replace it in time',
    ]);
  });

  test('whose expiry nobody tells has no output for it', async () => {
    const state = mixedProject();
    state.managementKeys = [];
    const run = await backUp({ state }, { inputs: { sections: 'permissions' } });
    expect(run.status).toBe(0);
    expect(run.outputs).not.toHaveProperty('key-expires-in-days');
  });
});
