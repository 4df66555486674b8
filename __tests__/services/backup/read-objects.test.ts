import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { BackupManifest, type SectionCoverage } from '../../../src/models/manifest.ts';
import { PackedJson } from '../../../src/json/packed.ts';
import { ExactNumber, type JsonObject, type JsonValue } from '../../../src/json/value.ts';
import { canonicalJson } from '../../../src/json/write.ts';
import {
  BackupService,
  parseObject,
  readObjects,
  readProjectState,
  verifyBackup,
  type SavedObjects,
} from '../../../src/services/index.ts';
import { flow, role, saml, tenant, tenantSettings } from '../../fixtures/descope-api/builders.ts';
import { makeFolder } from '../../fixtures/run-bundle.ts';

const CORPUS = fileURLToPath(new URL('../../fixtures/corpus-1.0.0', import.meta.url));

async function manifestOf(path: string): Promise<BackupManifest> {
  return BackupManifest.parse(JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')));
}

async function open(path: string): Promise<SavedObjects> {
  return readObjects(path, await manifestOf(path));
}

const saved = (section: string): SectionCoverage => ({
  section,
  status: 'saved',
  count: 0,
  note: '',
});

const ACME = tenant({
  id: 'acme',
  domains: ['b.example', 'a.example'],
  modifiedTime: 5,
  customAttributes: { n: new ExactNumber('9007199254740993'), ['__proto__']: { a: 1 } },
});
const LOGIN = { ...flow({ id: 'login' }), etag: '"7"' } as unknown as JsonObject;
const RESOURCES: Readonly<Record<string, JsonValue>> = {
  roles: [
    role({ id: 'RL1', name: 'Viewer', permissionNames: ['read', 'list'] }),
    role({ id: 'RL2', name: 'Viewer', tenantId: 'acme' }),
    role({ id: 'RL3', name: 'Viewer' }),
  ],
  lists: [{ value: 'without a name', modifiedTime: 1 }, 'text', { id: 'LI1', data: ['b', 'a'] }],
  'tenant-settings': { acme: tenantSettings(ACME), etag: { a: 1 }, ['__proto__']: {} },
  'tenant-sso': { acme: [saml('idp.example')], blank: [{ tenant: { id: 'blank' } }] },
  'fga-schema': { dsl: '', etag: 'x', n: new ExactNumber('1e400') },
};
const LOGO = Buffer.from([0, 1, 2]);
const SNAPSHOT: Readonly<Record<string, JsonValue | Buffer>> = {
  'project.json': { etag: '"1"', name: '<b>' },
  'assets/logo.png': LOGO,
};

/** Backs up a live project. @returns the folder */
async function backUp(coverage?: readonly SectionCoverage[]): Promise<string> {
  const service = new BackupService({
    backupRoot: await makeFolder(),
    clock: () => Date.UTC(2026, 10, 22, 3),
  });
  const content = {
    config: {},
    tenants: [
      {
        id: 'acme',
        unpack: () => ({
          config: {
            id: 'acme',
            name: 'Acme',
            domains: [],
            self_provisioning: false,
            custom_attributes: {},
          },
          data: ACME,
        }),
      },
    ],
    flows: [{ id: 'login', data: new PackedJson(LOGIN) }],
    resources: new Map(Object.entries(RESOURCES)),
    snapshot: new Map(
      Object.entries(SNAPSHOT).map(([path, file]) => [
        path,
        Buffer.isBuffer(file) ? file : new PackedJson(file),
      ]),
    ),
  };
  return service.saveProject('P2test', 'test', content, {
    source: { type: 'management-api' },
    coverage: coverage ?? ['tenants', 'flows', 'snapshot', ...Object.keys(RESOURCES)].map(saved),
  });
}

function valueOf(objects: SavedObjects, section: string, id: string): JsonValue {
  const text = objects.get(section)?.get(id);
  if (text === undefined) throw new Error(`no ${section}/${id}`);
  return parseObject(text);
}

describe('the objects of a live backup', () => {
  test('have all that was saved: stamps, the order of sets, each digit, any key', async () => {
    const objects = await open(await backUp());
    const expected: readonly (readonly [section: string, id: string, value: JsonValue])[] = [
      ['tenants', 'acme', ACME],
      ['flows', 'login', LOGIN],
      ['roles', 'Viewer', (RESOURCES['roles'] as JsonValue[])[0] as JsonValue],
      ['roles', 'acme/Viewer', (RESOURCES['roles'] as JsonValue[])[1] as JsonValue],
      ['roles', 'Viewer#2', (RESOURCES['roles'] as JsonValue[])[2] as JsonValue],
      ['lists', '{"value":"without a name"}', { value: 'without a name', modifiedTime: 1 }],
      ['lists', '"text"', 'text'],
      ['lists', 'LI1', { id: 'LI1', data: ['b', 'a'] }],
      ['tenant-settings', 'acme', tenantSettings(ACME)],
      ['tenant-settings', 'etag', { a: 1 }],
      ['tenant-settings', '__proto__', {}],
      ['tenant-sso', 'acme', [saml('idp.example')]],
      ['tenant-sso', 'blank', [{ tenant: { id: 'blank' } }]],
      ['fga-schema', 'fga-schema', RESOURCES['fga-schema'] as JsonValue],
      ['snapshot', 'project.json', { etag: '"1"', name: '<b>' }],
      [
        'snapshot',
        'assets/logo.png',
        { sha256: 'ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc' },
      ],
    ];
    for (const [section, id, value] of expected) {
      expect(canonicalJson(valueOf(objects, section, id))).toBe(canonicalJson(value));
    }
    const ids = [...objects.sections].flatMap((section) =>
      [...(objects.get(section)?.keys() ?? [])].map((id) => `${section} ${id}`),
    );
    expect(ids.sort()).toEqual(expected.map(([section, id]) => `${section} ${id}`).sort());
    expect(objects.snapshotBytes('assets/logo.png')).toEqual(LOGO);
    expect(objects.layout).toBe('as-written');
  });

  test('are those texts that the files have, where these can be cut', async () => {
    const path = await backUp();
    const objects = await open(path);
    const file = await readFile(join(path, 'project.json'), 'utf8');
    expect(file).toContain(`"tenant_data": ${objects.get('tenants')?.get('acme') ?? ''},\n`);
    expect(file).toContain(`"flow_data": ${objects.get('flows')?.get('login') ?? ''},\n`);
    expect(objects.get('snapshot')?.get('project.json')).toBe(
      await readFile(join(path, 'snapshot/project.json'), 'utf8'),
    );
  });

  test('are the same when project.json is laid out in another way', async () => {
    const path = await backUp();
    const before = await open(path);
    const read = (objects: SavedObjects) =>
      (['tenants', 'flows'] as const).map((section) =>
        [...(objects.get(section) ?? [])].map(([id, text]) => [id, parseObject(text)]),
      );
    const expected = read(before);
    const file = join(path, 'project.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll('\n', '\n '));
    const other = await open(path);
    expect(other.layout).toBe('parsed');
    expect(read(other)).toEqual(expected);
  });

  test('are of the sections that were saved alone', async () => {
    const coverage: SectionCoverage[] = [
      saved('tenants'),
      { ...saved('flows'), status: 'not-licensed' },
      { ...saved('roles'), status: 'failed' },
      saved('lists'),
      { ...saved('users'), status: 'not-covered' },
      saved('connectors'),
    ];
    const objects = await open(await backUp(coverage));
    expect([...objects.sections]).toEqual(['tenants', 'lists']);
    for (const section of ['flows', 'roles', 'snapshot', 'connectors', 'no-such-section']) {
      expect(objects.get(section)).toBeUndefined();
    }
  });

  test('are read when they are asked for, once', async () => {
    const path = await backUp();
    const objects = await open(path);
    const lists = objects.get('lists');
    await rm(join(path, 'resources'), { recursive: true });
    expect(objects.get('lists')).toBe(lists);
    expect(lists?.get('LI1')).toBeDefined();
    expect(() => objects.get('roles')).toThrow('ENOENT');
    expect(objects.get('tenants')?.get('acme')).toBeDefined();
    await rm(join(path, 'project.json'));
    expect(objects.get('flows')?.get('login')).toBeDefined();
  });

  test('cannot be read of a folder that is not there', async () => {
    const path = await backUp();
    await expect(readObjects(join(path, 'x'), await manifestOf(path))).rejects.toThrow('ENOENT');
  });
});

test('the objects of a config file are those of the file', async () => {
  const service = new BackupService({ backupRoot: await makeFolder() });
  const acme = {
    id: 'acme',
    name: 'Acme',
    domains: ['b.example', 'a.example'],
    self_provisioning: false,
    custom_attributes: {},
    etag: '1',
  };
  const login = { template: 'mfa', name: 'MFA Login', enabled: true, config: {} };
  const objects = await open(
    await service.createBackup('P2test', 'test', {
      version: '1.0',
      tenants: [acme],
      flows: [login],
    }),
  );
  expect([...objects.sections]).toEqual(['tenants', 'flows']);
  expect(valueOf(objects, 'tenants', 'acme')).toEqual(acme);
  expect(valueOf(objects, 'flows', 'mfa-login')).toEqual(login);
});

const OF_1_0_0 = ['first', 'last'].flatMap((by) =>
  ['config', 'free', 'pro'].map((kind) => [by, kind] as const),
);

test.each(OF_1_0_0)(
  'a backup of release 1.0.0 (%s, %s) is cut, and has the ids of its state',
  async (by, kind) => {
    const [project = ''] = (await readdir(join(CORPUS, by, kind))).filter((name) =>
      name.startsWith('P'),
    );
    const [id = ''] = await readdir(join(CORPUS, by, kind, project));
    const path = join(CORPUS, by, kind, project, id);
    expect(await verifyBackup(path)).toMatchObject({ verified: true });
    const manifest = await manifestOf(path);
    const objects = await readObjects(path, manifest);
    const state = await readProjectState(path, manifest);
    expect(objects.layout).toBe('as-written');
    expect([...objects.sections]).toEqual([...state.keys()]);
    for (const [section, texts] of state) {
      const read = objects.get(section) ?? new Map<string, string>();
      for (const text of read.values()) expect(() => parseObject(text)).not.toThrow();
      // Tenants without any SSO are no objects to a comparison.
      if (section === 'tenant-sso')
        expect([...read.keys()]).toEqual(expect.arrayContaining([...texts.keys()]));
      else expect([...read.keys()]).toEqual([...texts.keys()]);
    }
  },
);
