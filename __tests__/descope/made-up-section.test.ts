/**
 * A section that somebody adds without a thought of secrets: what is one in it is in no file, place
 * by place.
 */
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from '@jest/globals';
import { Secret } from '../../src/project/secret.ts';
import { DescopeApiClient } from '../../src/descope/client.ts';
import { ProjectFetcher } from '../../src/descope/capture/project-fetcher.ts';
import { READABLE_ROWS, type ReadableRow } from '../../src/descope/capture/section-calls.ts';
import { freeForm } from '../../src/project/sections/section.ts';
import { BackupService, withoutNoise } from '../../src/services/index.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject, SECRET_MARK } from '../fixtures/descope-api/state.ts';
import { readTree } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const running: DescopeApi[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()));
});

const MADE_UP = {
  name: 'made-up',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'mcpServers' },
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  refersTo: [],
} as const satisfies ReadableRow;

/** The same with an entry a tenant. */
const OF_TENANTS: ReadableRow = {
  ...MADE_UP,
  name: 'made-up-of-tenants',
  read: { shape: 'per-tenant', endpoint: 'scimKeys', parameter: 'tenantId', needsTenants: true },
  identity: { by: 'tenant', treeEnding: '.made-up.json' },
};

const secret = (place: string) => `${SECRET_MARK}-${place}`;

/**
 * Takes a backup of a project in which made-up sections have secrets, and gives all that was
 * written.
 */
async function backUp(rows: readonly ReadableRow[]) {
  const state = mixedProject();
  state.flows = [];
  state.otherSections = {
    'mcp-servers': {
      '': [
        {
          id: 'one',
          tokenUrl: 'https://one.example/token',
          clientSecret: secret('client-secret'),
          inside: { of: [{ webhookToken: secret('token') }] },
          headers: [{ key: 'Authorization', value: `Bearer ${secret('header')}` }],
          note: `https://user:${secret('in-address')}@one.example/`,
          anything: { password: secret('free') },
        },
      ],
    },
    'scim-keys': { acme: [{ key: { id: 'AK1' }, cleartext: secret('of-a-tenant') }] },
  };
  const api = await startDescopeApi({ state });
  running.push(api);
  const client = new DescopeApiClient({
    projectId: state.projectId,
    managementKey: new Secret(state.managementKey),
    baseUrl: new URL(api.baseUrl),
    deadlineMs: 60_000,
    maxRequests: 2000,
    signal: new AbortController().signal,
  });
  const { coverage, ...fetched } = await new ProjectFetcher(client, {
    rows: [...READABLE_ROWS, ...rows],
    sections: new Set(['tenants', ...rows.map(({ name }) => name)]),
    withoutNoise,
    now: Date.UTC(2026, 10, 22),
    tellsCaseApart: () => Promise.resolve(true),
  }).fetch();
  const service = new BackupService({ backupRoot: join(await makeFolder(), 'backups') });
  const content = { ...fetched, config: {} };
  const source = { type: 'management-api', path: api.baseUrl } as const;
  const path = await service.saveProject(state.projectId, 'production', content, {
    source,
    coverage,
  });
  const files = await readTree(path);
  const text = [...files.values()].map((bytes) => bytes.toString()).join('\n');
  const manifest = await readFile(join(path, 'manifest.json'), 'utf8');
  return { text, files, manifest: JSON.parse(manifest) as { coverage: Record<string, unknown>[] } };
}

test('what is a secret by its name, place or form is withheld, and each place is named', async () => {
  const { text, files, manifest } = await backUp([MADE_UP, OF_TENANTS]);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['resources/made-up.json', 'resources/made-up-of-tenants.json']),
  );
  expect(text).not.toContain(SECRET_MARK);
  const places = manifest.coverage.flatMap(({ status, place }) =>
    status === 'withheld' ? [place] : [],
  );
  expect(places.sort()).toEqual([
    'resources/made-up-of-tenants.json#/acme/0/cleartext',
    'resources/made-up.json#/0/anything/password',
    'resources/made-up.json#/0/clientSecret',
    'resources/made-up.json#/0/headers/0/value',
    'resources/made-up.json#/0/inside/of/0/webhookToken',
    'resources/made-up.json#/0/note',
  ]);
  expect(text).toContain('https://one.example/token');
});

test('only what the section gives a reason for stays', async () => {
  const row = { ...MADE_UP, freeForm: [freeForm('yours to fill', { members: ['anything'] })] };
  const { text } = await backUp([row]);
  expect(text.split(SECRET_MARK)).toHaveLength(2);
  expect(text).toContain(secret('free'));
});
