import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DescopeConfig } from '../../../src/models/config.ts';
import { BackupManifest, type SectionCoverage } from '../../../src/models/manifest.ts';
import { DiffService } from '../../../src/services/changes/diff.ts';
import { BackupService, type ProjectContent } from '../../../src/services/index.ts';
import type { ProjectState } from '../../../src/services/changes/project-state.ts';
import { readProjectState } from '../../../src/services/changes/read-state.ts';
import { parseJson } from '../../../src/json/parse.ts';
import { ExactNumber, type JsonObject, type JsonValue } from '../../../src/json/value.ts';
import { PackedJson } from '../../../src/json/packed.ts';
import {
  accessKey,
  flow,
  permission,
  role,
  saml,
  tenant,
  tenantSettings,
} from '../../fixtures/descope-api/builders.ts';
import { makeFolder } from '../../fixtures/run-bundle.ts';

const NOW = Date.UTC(2026, 10, 22, 3);

let service: BackupService;

beforeEach(async () => {
  service = new BackupService({ backupRoot: await makeFolder(), clock: () => NOW });
});

interface Read {
  readonly path: string;
  readonly hash: string;
  readonly state: ProjectState;
  readonly manifest: BackupManifest;
}

async function read(path: string): Promise<Read> {
  const manifest = BackupManifest.parse(
    JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')),
  );
  return {
    path,
    hash: manifest.content_sha256,
    state: await readProjectState(path, manifest),
    manifest,
  };
}

/** A plain copy: texts are made when they are needed. */
function plain(state: ProjectState): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    [...state].map(([section, objects]) => [
      section,
      Object.fromEntries([...objects].map(([id, text]) => [id, parseJson(Buffer.from(text))])),
    ]),
  );
}

/** Whether they are equal: the hashes must say the same, and so must a comparison. */
function areEqual(a: Read, b: Read): boolean {
  const sorted = (state: ProjectState) =>
    [...state]
      .map(([section, objects]) =>
        JSON.stringify([section, [...objects].sort(([x], [y]) => (x < y ? -1 : 1))]),
      )
      .sort();
  const isEqual = JSON.stringify(sorted(a.state)) === JSON.stringify(sorted(b.state));
  const { changes, notComparable } = new DiffService().diff(a.state, b.state);
  expect(changes.length + notComparable.length === 0).toBe(isEqual);
  expect(a.hash === b.hash).toBe(isEqual);
  return isEqual;
}

type ConfigInput = Readonly<Record<string, unknown>>;

const backUp = async (config: ConfigInput): Promise<Read> =>
  read(
    await service.createBackup(
      'P2test',
      'test',
      DescopeConfig.parse({ version: '1.0', ...config }),
    ),
  );

const ACME = { id: 'acme', name: 'Acme', domains: ['b.example', 'a.example'] };
const LOGIN = { template: 'mfa', name: 'MFA Login' };

describe('the state of a config file', () => {
  test('has tenants and flows by id', async () => {
    const { state } = await backUp({ tenants: [ACME], flows: [LOGIN, { ...LOGIN, id: 'own' }] });
    expect(plain(state)).toEqual({
      tenants: {
        acme: {
          id: 'acme',
          name: 'Acme',
          domains: ['a.example', 'b.example'],
          self_provisioning: false,
          custom_attributes: {},
        },
      },
      flows: {
        'mfa-login': { template: 'mfa', name: 'MFA Login', enabled: true, config: {} },
        own: { template: 'mfa', name: 'MFA Login', enabled: true, config: {}, id: 'own' },
      },
    });
    const text = state.get('tenants')?.get('acme');
    expect(text).toBe(
      '{"custom_attributes":{},"domains":["a.example","b.example"],"id":"acme","name":"Acme","self_provisioning":false}',
    );
    expect([...(state.get('flows')?.values() ?? [])]).toHaveLength(2);
    expect(state.get('tenants')?.get('none')).toBeUndefined();
  });

  test('is empty where there is nothing', async () => {
    expect(plain((await backUp({})).state)).toEqual({ tenants: {}, flows: {} });
    expect(plain((await backUp({ tenants: [ACME] })).state)).toMatchObject({ flows: {} });
    expect(plain((await backUp({ flows: [LOGIN] })).state)).toMatchObject({ tenants: {} });
  });

  test.each<[string, ConfigInput, boolean]>([
    ['the same', {}, true],
    [
      'another order of domains',
      { tenants: [{ ...ACME, domains: ['a.example', 'b.example'] }] },
      true,
    ],
    [
      'another order of keys',
      { tenants: [{ domains: ACME.domains, name: 'Acme', id: 'acme' }] },
      true,
    ],
    ['another rest of the file', { environments: { test: {} } }, true],
    ['another name', { tenants: [{ ...ACME, name: 'ACME' }] }, false],
    ['another domain', { tenants: [{ ...ACME, domains: ['a.example'] }] }, false],
    ['another order of a list that is no set', { tenants: [{ ...ACME, tags: ['y', 'x'] }] }, false],
    ['what would be noise in a live project', { tenants: [{ ...ACME, etag: '1' }] }, false],
    ['another flow', { flows: [{ ...LOGIN, enabled: false }] }, false],
    ['one tenant more', { tenants: [ACME, { ...ACME, id: 'other', domains: [] }] }, false],
  ])('is equal to that of %s as the hashes are', async (_, other, isEqual) => {
    const base = { tenants: [ACME], flows: [LOGIN] };
    expect(areEqual(await backUp(base), await backUp({ ...base, ...other }))).toBe(isEqual);
  });

  test('is equal when the hashes are, whatever is in it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        ',\n      "metadata": {',
        '\n    },\n    {',
        '\n  ]',
        '"tenant_id": "',
        '\\',
        '"',
        '😀',
      ),
    );
    const value = fc.oneof(
      text,
      fc.constantFrom<JsonValue>(null, 1, true, [], {}, ['a', 'b'], ['b', 'a']),
      fc
        .constantFrom('9007199254740993', '9007199254740992', '1e400')
        .map((number) => new ExactNumber(number)),
    );
    const attributes = fc.dictionary(
      fc.oneof(fc.constantFrom('metadata', 'config', 'domains'), text),
      value,
      { maxKeys: 3 },
    );
    const config = fc.record({
      tenants: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('aaa', 'bbb', 'ccc'),
          name: fc.constantFrom('x', 'y'),
          domains: fc.shuffledSubarray(['a.example', 'b.example']),
          custom_attributes: attributes,
        }),
        { selector: ({ id }) => id, maxLength: 3 },
      ),
      flows: fc.uniqueArray(
        fc.record({
          template: fc.constant('t'),
          name: fc.constant('n'),
          id: fc.oneof(
            fc.constantFrom('a"b', 'a\\b', 'é', 'a\n"flow_id": "b'),
            fc.string({ minLength: 1 }),
          ),
          config: attributes,
        }),
        { selector: ({ id }) => id, maxLength: 2 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(config, config, async (one, other) => {
        const a = await backUp(one);
        const shuffled = {
          tenants: one.tenants
            .toReversed()
            .map((given) => ({ ...given, domains: given.domains.toReversed() })),
          flows: one.flows.toReversed(),
        };
        expect([...(a.state.get('flows')?.keys() ?? [])]).toEqual(one.flows.map(({ id }) => id));
        expect(areEqual(a, await backUp(shuffled))).toBe(true);
        areEqual(a, await backUp(other));
      }),
      { numRuns: 40 },
    );
  });

  test('is the same however the file is laid out', async () => {
    const tenants = Array.from({ length: 3000 }, (_, index) => ({
      ...ACME,
      id: `tenant-${index}`,
      domains: [`b${index}.example`, `a${index}.example`],
      custom_attributes: {
        text: '\n    },\n    {\n      "tenant_id": "x",\n',
        list: [{ a: 1 }, []],
      },
    }));
    const { path, state, manifest } = await backUp({ tenants, flows: [LOGIN] });
    expect(state.get('tenants')?.size).toBe(3000);
    const file = join(path, 'project.json');
    const text = await readFile(file, 'utf8');
    const layouts = [
      JSON.stringify(JSON.parse(text)),
      JSON.stringify(JSON.parse(text), null, 4),
      text.replaceAll('\n', '\r\n'),
      text.replace('\n  ],\n  "flows"', '\n  ], "flows"'),
      text.replace('"tenant_id": "tenant-1"', '"tenant_id":  "tenant-1"'),
      // Another order of keys: the metadata of one entry is not its last.
      text.replace(
        /(?<=\n {6})"config": (.*?),\n {6}"metadata": (\{.*?\n {6}\})/s,
        '"metadata": $2,\n      "config": $1',
      ),
    ];
    for (const layout of layouts) {
      expect(layout).not.toBe(text);
      await writeFile(file, layout);
      const other = await readProjectState(path, manifest);
      expect(new Map(other.get('tenants'))).toEqual(new Map(state.get('tenants')));
      expect(new Map(other.get('flows'))).toEqual(new Map(state.get('flows')));
      expect(new DiffService().diff(state, other).changes).toEqual([]);
    }
    const decoy = '{\n  "x": {\n    "y": 1,\n  "tenants": [],\n  "flows": []\n},';
    await writeFile(file, text.replace('{', decoy));
    expect((await readProjectState(path, manifest)).get('tenants')?.size).toBe(3000);
  });
});

const saved = (section: string): SectionCoverage => ({
  section,
  status: 'saved',
  count: 0,
  note: '',
});
const packed = (value: JsonValue) => new PackedJson(value);

interface Live {
  readonly tenants?: readonly JsonObject[];
  readonly flows?: Readonly<Record<string, JsonObject>>;
  readonly resources?: Readonly<Record<string, JsonValue>>;
  readonly snapshot?: Readonly<Record<string, JsonValue | Buffer>>;
  readonly coverage?: readonly SectionCoverage[];
}

async function backUpLive({
  tenants = [],
  flows = {},
  resources = {},
  snapshot = {},
  coverage,
}: Live): Promise<Read> {
  const content: ProjectContent = {
    config: {},
    tenants: tenants.map((data) => {
      const domains = data['selfProvisioningDomains'] as string[];
      const { id, name, customAttributes } = data as Record<string, string>;
      const config = {
        id,
        name,
        domains,
        self_provisioning: domains.length > 0,
        custom_attributes: customAttributes,
      };
      return { id: id as string, unpack: () => ({ config: config as JsonObject, data }) };
    }),
    flows: Object.entries(flows).map(([id, data]) => ({ id, data: packed(data) })),
    resources: new Map(Object.entries(resources)),
    snapshot: new Map(
      Object.entries(snapshot).map(([path, file]) => [
        path,
        Buffer.isBuffer(file) ? file : packed(file),
      ]),
    ),
  };
  const sections = [
    'tenants',
    'flows',
    ...Object.keys(resources),
    ...(Object.keys(snapshot).length > 0 ? ['snapshot'] : []),
  ];
  return read(
    await service.saveProject('P2test', 'test', content, {
      source: { type: 'management-api' },
      coverage: coverage ?? sections.map(saved),
    }),
  );
}

const acme = (given: JsonObject = {}) =>
  tenant({
    id: 'acme',
    domains: ['a.example', 'b.example'],
    selfProvisioningDomains: ['a.example'],
    ...given,
  });

const LIVE: Live = {
  tenants: [acme()],
  flows: { login: flow({ id: 'login' }) as unknown as JsonObject },
  resources: {
    roles: [
      role({ id: 'RL1', name: 'Viewer', permissionNames: ['read', 'list'] }),
      role({ id: 'RL2', name: 'Viewer', tenantId: 'acme' }),
    ],
    permissions: [
      permission('PM1', 'read'),
      { name: 'without an id' },
      { value: 'without a name' },
    ],
    'access-keys': [accessKey({ id: 'AK1', name: 'CI', roleNames: ['a', 'b'] })],
    'tenant-settings': { acme: tenantSettings(acme()), ['__proto__']: {} },
    'tenant-sso': { acme: [saml('idp.example')] },
    'fga-schema': { dsl: '', schema: null },
    lists: [],
  },
  snapshot: {
    'roles.json': { roles: [{ name: 'A' }, { name: 'B' }] },
    'project.json': { name: 'Project', etag: '"1"' },
    'assets/logo.png': Buffer.from([0, 1, 2]),
    'flows/login/contents.json': { etag: 'a name in a flow' },
  },
};

describe('the state of a live project', () => {
  test('has every section by its objects', async () => {
    const { state } = await backUpLive(LIVE);
    const keys = Object.fromEntries(
      [...state].map(([section, objects]) => [section, [...objects.keys()].sort()]),
    );
    expect(keys).toEqual({
      tenants: ['acme'],
      flows: ['login'],
      roles: ['Viewer', 'acme/Viewer'],
      permissions: ['PM1', 'without an id', '{"value":"without a name"}'],
      'access-keys': ['AK1'],
      'tenant-settings': ['__proto__', 'acme'],
      'tenant-sso': ['acme'],
      'fga-schema': ['fga-schema'],
      lists: [],
      snapshot: ['assets/logo.png', 'flows/login/contents.json', 'project.json', 'roles.json'],
    });
    const { snapshot, tenants, flows } = plain(state);
    expect(snapshot?.['assets/logo.png']).toEqual({
      sha256: 'ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc',
    });
    expect(snapshot?.['project.json']).toEqual({ name: 'Project' });
    expect(snapshot?.['flows/login/contents.json']).toEqual({ etag: 'a name in a flow' });
    expect(tenants?.['acme']).toEqual(acme());
    expect(flows?.['login']).not.toHaveProperty('modifiedTime');
  });

  const changed = (part: keyof Live, given: object): Live => ({
    ...LIVE,
    [part]: { ...(LIVE[part] as object), ...given },
  });
  const login = LIVE.flows?.['login'] as JsonObject;

  test.each<[string, Live, boolean]>([
    ['the same', LIVE, true],
    [
      'another order of domains',
      { ...LIVE, tenants: [acme({ domains: ['b.example', 'a.example'] })] },
      true,
    ],
    ['a stamp of a tenant', { ...LIVE, tenants: [acme({ modifiedTime: 5 })] }, true],
    [
      'stamps of a flow',
      changed('flows', {
        login: { ...login, modifiedTime: '9', etag: '"9"', componentsVersion: '9' },
      }),
      true,
    ],
    [
      'a stamp of a resource',
      changed('resources', { 'fga-schema': { dsl: '', schema: null, etag: 'x' } }),
      true,
    ],
    [
      'another order of a set of a resource',
      changed('resources', {
        'access-keys': [accessKey({ id: 'AK1', name: 'CI', roleNames: ['b', 'a'] })],
      }),
      true,
    ],
    [
      'a stamp of a snapshot',
      changed('snapshot', { 'project.json': { name: 'Project', etag: '"2"' } }),
      true,
    ],
    [
      'another order of a collection',
      changed('snapshot', { 'roles.json': { roles: [{ name: 'B' }, { name: 'A' }] } }),
      true,
    ],
    ['another attribute', { ...LIVE, tenants: [acme({ customAttributes: { etag: 1 } })] }, false],
    ['another step of a flow', changed('flows', { login: { ...login, contents: {} } }), false],
    ['another version of a flow', changed('flows', { login: { ...login, version: 4 } }), false],
    ['another resource', changed('resources', { 'fga-schema': { dsl: 'x', schema: null } }), false],
    ['a new resource', changed('resources', { lists: [{ id: 'LI1', name: 'x' }] }), false],
    ['another asset', changed('snapshot', { 'assets/logo.png': Buffer.from([9]) }), false],
    [
      'another content of a flow in the snapshot',
      changed('snapshot', { 'flows/login/contents.json': { etag: 'x' } }),
      false,
    ],
    ['one file more', changed('snapshot', { 'x.json': {} }), false],
    [
      'another SSO setting',
      changed('resources', { 'tenant-sso': { acme: [saml('other.example') as JsonObject] } }),
      false,
    ],
  ])('is equal to that of %s as the hashes are', async (_, other, isEqual) => {
    expect(areEqual(await backUpLive(LIVE), await backUpLive(other))).toBe(isEqual);
  });

  test.each(['etag', 'modifiedTime', 'lastLoginTime', 'contents', 'roleNames'])(
    'sees that a tenant %s lost its SSO and its settings, whatever else its id is the name of',
    async (id) => {
      const live = (ids: readonly string[]) => {
        const byTenant = (value: (tenantId: string) => JsonValue) =>
          Object.fromEntries(ids.map((tenantId) => [tenantId, value(tenantId)]));
        const resources = {
          'tenant-sso': byTenant(() => [saml('idp.example')]),
          'tenant-settings': byTenant((tenantId) => tenantSettings(acme({ id: tenantId }))),
        };
        return backUpLive({ tenants: [acme(), acme({ id })], resources });
      };
      const [before, after] = [await live(['acme', id]), await live(['acme'])];
      expect(areEqual(before, after)).toBe(false);
      const { changes } = new DiffService().diff(before.state, after.state);
      expect(changes.map(({ section, kind, ...one }) => [section, kind, one.id]).sort()).toEqual([
        ['tenant-settings', 'removed', id],
        ['tenant-sso', 'removed', id],
      ]);
    },
  );

  test('keeps numbers that JavaScript does not', async () => {
    const make = (text: string) =>
      backUpLive({ tenants: [acme({ customAttributes: { n: new ExactNumber(text) } })] });
    const one = await make('9007199254740993');
    expect(one.state.get('tenants')?.get('acme')).toContain('"n":9007199254740993');
    expect(areEqual(one, await make('9007199254740992'))).toBe(false);
    expect(areEqual(one, await make('9007199254740993'))).toBe(true);
  });

  test('keeps two objects of one id two', async () => {
    const { state } = await backUpLive({
      resources: {
        lists: [
          { id: 'a', n: 1 },
          { id: 'a', n: 2 },
        ],
      },
    });
    expect(plain(state)['lists']).toEqual({ a: { id: 'a', n: 1 }, 'a#2': { id: 'a', n: 2 } });
  });

  test('keeps a hundred thousand of one id apart in good time, and takes no other one for one of them', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => ({ id: 'a', n }));
    const { state } = await backUpLive({ resources: { lists: [{ id: 'a#3', n: -1 }, ...many] } });
    const lists = state.get('lists');
    expect(lists?.size).toBe(100_001);
    expect(lists?.get('a#3')).toBe('{"id":"a#3","n":-1}');
    expect(lists?.get('a#4')).toBe('{"id":"a","n":2}');
    expect(lists?.get('a#100001')).toBe('{"id":"a","n":99999}');
  });

  test('has no section that was not saved', async () => {
    const coverage: SectionCoverage[] = [
      saved('tenants'),
      { ...saved('flows'), status: 'not-licensed' },
      { ...saved('roles'), status: 'failed' },
      saved('lists'),
      saved('snapshot'),
      { ...saved('users'), status: 'not-covered' },
    ];
    const { state } = await backUpLive({ resources: { roles: [], lists: [] }, coverage });
    // One that was saved, but is empty, is there.
    expect(plain(state)).toEqual({ tenants: {}, lists: {}, snapshot: {} });
  });
});

test('fails when a file cannot be read', async () => {
  const { path, manifest } = await backUp({ tenants: [ACME] });
  await expect(readProjectState(join(path, 'nothing'), manifest)).rejects.toThrow('ENOENT');
  await writeFile(join(path, 'project.json'), '{');
  await expect(readProjectState(path, manifest)).rejects.toThrow();
});
