/**
 * Single objects of a live project: by their ids, by their natural keys, and where nobody can tell.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { WantedObject } from '../../src/descope/object-identity.ts';
import { readObjects } from '../../src/descope/object-reader.ts';
import { isRestorable } from '../../src/project/restore/row.ts';
import { RESTORE_ROWS } from '../../src/project/restore/rows.ts';
import { SECTIONS } from '../../src/project/sections/index.ts';
import { KnownLiveIds } from '../../src/services/restore/live-ids.ts';
import { SECRET_MARK } from '../fixtures/descope-api/marks.ts';
import { clientOf } from '../fixtures/descope-api/client.ts';
import {
  startDescopeApi,
  type DescopeApi,
  type DescopeApiOptions as ServerOptions,
  type Fault,
} from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(
  options: ServerOptions = {},
  faults: readonly Fault[] = [],
): Promise<DescopeApi> {
  const api = await startDescopeApi({ state: mixedProject(), options });
  api.faults = faults;
  running.push(api);
  return api;
}

function wanted(section: string, id: string, naturalKey = id): WantedObject {
  return { section, id, naturalKey };
}

/** What belongs to a tenant, by the tenant's key. */
function within(section: string, tenantKey: string, rest: string, id = `${tenantKey}/${rest}`) {
  return { ...wanted(section, id, `${tenantKey}/${rest}`), tenantKey };
}

async function read(api: DescopeApi, one: WantedObject, ids = new KnownLiveIds()) {
  const before = api.requests.length;
  const result = await readObjects(clientOf(api), [one], ids);
  if (result.kind !== 'read') throw new Error(`not read, but ${result.reason}`);
  return { object: result.objects[0], requests: api.requests.length - before };
}

const knows = (
  ...known: (readonly [section: string, naturalKey: string, id: string])[]
): KnownLiveIds => {
  const ids = new KnownLiveIds();
  for (const [section, naturalKey, id] of known) ids.set(section, naturalKey, id);
  return ids;
};

describe('an object of each section', () => {
  test.each<[WantedObject, string | undefined, object]>([
    [wanted('tenants', 'acme', 'Acme'), 'acme', { id: 'acme' }],
    [wanted('tenant-settings', 'acme', 'Acme'), 'acme', { authType: 'saml' }],
    [wanted('tenant-sso', 'acme', 'Acme'), 'acme', { default: expect.anything() }],
    [within('tenant-sso', 'old-co', 'employees'), 'employees', { ssoId: 'employees' }],
    [within('tenant-sso', 'old-co', 'ssoId=contractors'), 'contractors', { ssoId: 'contractors' }],
    [wanted('roles', 'Viewer'), 'RL0000000000000000000002', { tenantId: '' }],
    [within('roles', 'acme', 'Viewer'), 'RL0000000000000000000005', { tenantId: 'acme' }],
    [within('roles', 'Acme/../x', 'Viewer'), 'RL0000000000000000000006', { tenantId: 'Acme/../x' }],
    [wanted('permissions', 'gone', 'docs.write'), 'PM0000000000000000000003', {}],
    [wanted('outbound-apps', 'salesforce', 'Salesforce'), 'salesforce', { tenantId: 'acme' }],
    [wanted('access-keys', 'AK1', 'CI'), 'AK1', { roleNames: expect.anything() }],
    [wanted('flows', 'mfa-step-up'), 'mfa-step-up', { flowId: 'mfa-step-up' }],
    [wanted('password-settings', 'password-settings'), undefined, {}],
    [wanted('fga-schema', 'fga-schema'), undefined, { dsl: expect.anything() }],
    [wanted('theme', 'theme'), undefined, { styles: expect.anything() }],
  ])('%j', async (one, id, value) => {
    for (const tenant of ['flat', 'wrapped'] as const) {
      const api = await start({ answers: { tenant } });
      const tenants = api.state.tenants.map((of) => ['tenants', of.id, of.id] as const);
      const { object, requests } = await read(api, one, knows(...tenants));
      expect(object).toMatchObject({ id, value });
      expect(requests).toBeLessThanOrEqual(2);
    }
  });

  test.each(
    SECTIONS.filter(
      (section) =>
        isRestorable(RESTORE_ROWS[section]) &&
        !['snapshot', 'password-settings', 'fga-schema', 'theme'].includes(section),
    ),
  )('that is not there, of %s', async (section) => {
    for (const id of ['nobody', 'nobody/nothing']) {
      const { object, requests } = await read(await start(), wanted(section, id));
      expect(object).toBeUndefined();
      expect(requests).toBeLessThanOrEqual(id === 'nobody' ? 3 : 6);
    }
  });

  test.each(SECTIONS.filter((section) => !isRestorable(RESTORE_ROWS[section])))(
    'is never said to be missing where no restore looks: %s',
    async (section) => {
      const api = await start();
      const wants = [wanted(section, 'x')];
      expect(await readObjects(clientOf(api), wants, new KnownLiveIds())).toEqual({
        kind: 'failed',
        reason: `${section}: a restore does not look at its objects`,
      });
    },
  );

  test('a file of a snapshot, and all of them, by one export', async () => {
    const api = await start();
    const paths = ['project.json', 'none.json', ''];
    const refs = paths.map((path) => wanted('snapshot', path));
    const result = await readObjects(clientOf(api), refs, new KnownLiveIds());
    expect(result).toMatchObject({
      kind: 'read',
      objects: [
        { value: expect.any(Object) },
        undefined,
        { value: { 'project.json': expect.any(Object) } },
      ],
    });
    expect(api.requests).toHaveLength(1);
  });

  test('shows secrets, which a write sends back', async () => {
    const { object } = await read(
      await start(),
      wanted('outbound-apps', 'google-calendar', 'Google Calendar'),
    );
    expect(JSON.stringify(object?.value['clientSecret'])).not.toContain('withheld');
    expect(object?.value['clientSecret']).toBe(`${SECRET_MARK}-outbound-google`);
  });
});

describe('which object is meant', () => {
  test('an id that is known counts alone', async () => {
    const api = await start();
    const ids = knows(
      ['roles', 'Renamed', 'RL0000000000000000000003'],
      ['tenants', 'Old name', 'acme'],
    );
    expect((await read(api, wanted('roles', 'Éditeur', 'Renamed'), ids)).object?.id).toBe(
      'RL0000000000000000000003',
    );
    expect((await read(api, wanted('tenants', 'acme', 'Old name'), ids)).object?.id).toBe('acme');
    const gone = knows(['permissions', 'docs.write', 'PM-gone']);
    expect(
      (await read(api, wanted('permissions', 'x', 'docs.write'), gone)).object,
    ).toBeUndefined();
  });

  test('an id of the backup that another object has is no match', async () => {
    const api = await start();
    const free = await read(api, wanted('tenants', 'acme', 'Theirs'));
    expect(free.object?.id).toBe('acme');
    const name = String(api.state.tenants.find(({ id }) => id === 'acme')?.name);
    const ids = knows(['tenants', name, 'acme']);
    const taken = await read(api, wanted('tenants', 'acme', 'Theirs'), ids);
    expect(taken.object).toBeUndefined();
  });

  test('a tenant that has another id now is found for all that belongs to it', async () => {
    const api = await start();
    const ids = knows(['tenants', 'Acme of old', 'acme']);
    const found = await Promise.all(
      [
        wanted('tenant-settings', 'elsewhere', 'Acme of old'),
        wanted('tenant-sso', 'elsewhere', 'Acme of old'),
        within('roles', 'Acme of old', 'Auditor', 'elsewhere/Auditor'),
      ].map((one) => read(api, one, ids)),
    );
    expect(found.map(({ object }) => object?.id)).toEqual([
      'acme',
      'acme',
      'RL0000000000000000000004',
    ]);
  });

  test('of two that are called the same, the one of the same id, or nobody can tell', async () => {
    const api = await start();
    const [first] = api.state.accessKeys;
    api.state.accessKeys = [...api.state.accessKeys, { ...first, id: 'AK9', name: 'CI' }];
    expect((await read(api, wanted('access-keys', 'AK9', 'CI'))).object?.id).toBe('AK9');
    const result = await readObjects(
      clientOf(api),
      [wanted('access-keys', 'gone', 'CI')],
      new KnownLiveIds(),
    );
    expect(result).toEqual({
      kind: 'failed',
      reason: 'access-keys: 2 objects are called "CI": nobody can tell which is meant',
    });
  });

  test.each(['none', 'blank'] as const)('a tenant without SSO has none (%s)', async (noSso) => {
    const api = await start({ answers: { noSso } });
    const id = api.state.tenants.find((tenant) => !api.state.sso.has(tenant.id))?.id ?? '';
    expect((await read(api, wanted('tenant-sso', id))).object).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  const one = wanted('lists', 'x');

  test.each([401, 403])('%i ends all', async (status) => {
    const api = await start({}, [{ endpoint: 'lists', kind: 'status', status }]);
    const result = await readObjects(clientOf(api), [one], new KnownLiveIds());
    expect(result).toMatchObject({ kind: 'stop', reason: expect.stringContaining(`${status}`) });
  });

  test.each([400, 404, 500])('%i of a list is a failure, and no absence', async (status) => {
    const api = await start({}, [{ endpoint: 'lists', kind: 'status', status }]);
    expect(await readObjects(clientOf(api), [one], new KnownLiveIds())).toMatchObject({
      kind: 'failed',
    });
  });

  test('a refusal of what belongs to a tenant that is there is no absence', async () => {
    const api = await start({}, [
      { endpoint: 'tenant-settings', kind: 'status', status: 404 },
      { endpoint: 'sso-settings', kind: 'status', status: 400 },
      { endpoint: 'flow-export', kind: 'status', status: 500 },
    ]);
    for (const it of [
      wanted('tenant-settings', 'acme'),
      wanted('tenant-sso', 'acme'),
      wanted('flows', 'mfa-step-up'),
    ]) {
      const result = await readObjects(clientOf(api), [it], new KnownLiveIds());
      expect([it.section, result.kind]).toEqual([it.section, 'failed']);
    }
  });

  test('a cancel and the number of requests end all', async () => {
    const api = await start();
    const cancelled = clientOf(api, { signal: AbortSignal.abort() });
    expect(await readObjects(cancelled, [one], new KnownLiveIds())).toEqual({
      kind: 'stop',
      reason: 'the run was cancelled',
    });
    const used = clientOf(api, { maxRequests: 0 });
    expect(await readObjects(used, [one], new KnownLiveIds())).toMatchObject({ kind: 'stop' });
  });

  test('a section without objects is an error of the program', async () => {
    const client = clientOf(await start());
    await expect(readObjects(client, [wanted('users', 'x')], new KnownLiveIds())).rejects.toThrow(
      'there is no way to look up an object of "users"',
    );
  });
});
