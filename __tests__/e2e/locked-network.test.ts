/** The bundle on a network that is watched: whom it talks to, and what it asks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { READ_ENDPOINTS } from '../../src/descope/reads.ts';
import { SECTIONS } from '../../src/project/sections/index.ts';
import { startArtifactService } from '../fixtures/artifact-service.ts';
import {
  startDescopeApi,
  type DescopeApi,
  type DescopeApiOptions as ServerOptions,
} from '../fixtures/descope-api/server.ts';
import { translate } from '../fixtures/descope-api/other-sections.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { runLive } from '../fixtures/live-run.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: ServerOptions = {}): Promise<DescopeApi> {
  const state = mixedProject();
  state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
  translate(state, 'empty');
  const api = await startDescopeApi({ state, options });
  running.push(api);
  return api;
}

describe('the locked network', () => {
  const preload = new URL('../fixtures/network-preload.mjs', import.meta.url).href;

  interface Line {
    readonly kind: string;
    readonly to?: string;
    readonly method?: string;
    readonly origin?: string;
    readonly path?: string;
  }

  async function linesOf(log: string): Promise<Line[]> {
    const text = await readFile(log, 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  }

  test.each(['pro', 'free'] as const)(
    'the bundle calls nothing but the table, at the address it was given (%s)',
    async (plan) => {
      const api = await start({ plan });
      const log = join(await makeFolder(), 'network.log');
      const { host, port } = new URL(api.baseUrl);
      const run = await runLive(api, {
        inputs: { sections: ['all', ...SECTIONS].join(',') },
        nodeArgs: ['--import', preload],
        env: { NETWORK_LOG: log, NETWORK_PORTS: port },
      });
      expect([run.status, run.errors]).toEqual([0, []]);
      const lines = await linesOf(log);
      expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['connect', 'fetch']));
      for (const { kind, to } of lines) if (kind === 'connect') expect(to).toBe(host);
      const table = Object.values(READ_ENDPOINTS).map(({ method, path }) => `${method} ${path}`);
      const calls = lines.filter(({ kind }) => kind === 'fetch');
      for (const { origin, method, path } of calls) {
        expect(origin).toBe(api.baseUrl);
        expect(table).toContain(`${method ?? ''} ${path ?? ''}`);
      }
      expect(calls).toHaveLength(api.requests.length);
      expect(api.forbidden).toEqual([]);
      const unused =
        plan === 'pro' ? ['POST /v2/mgmt/flow/export', 'GET /v1/mgmt/widget/list'] : [];
      const called = new Set(calls.map(({ method, path }) => `${method ?? ''} ${path ?? ''}`));
      expect(table.filter((endpoint) => !called.has(endpoint))).toEqual(unused);
    },
  );

  test('with an upload, it reaches the artifact service and nothing else', async () => {
    const api = await start();
    const artifacts = await startArtifactService();
    running.push(artifacts);
    const log = join(await makeFolder(), 'network.log');
    const run = await runLive(api, {
      inputs: { sections: 'tenants' },
      nodeArgs: ['--import', preload],
      env: { ...artifacts.env, NETWORK_LOG: log },
    });
    expect([run.status, run.errors]).toEqual([0, []]);
    // The blob store has an address of its own, which the artifact service names.
    const lines = await linesOf(log);
    const hosts = new Set(lines.flatMap(({ kind, to }) => (kind === 'connect' ? [to] : [])));
    for (const host of hosts) expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
    const calls = lines.filter(({ kind }) => kind === 'fetch');
    expect(new Set(calls.map(({ origin }) => origin))).toEqual(new Set([api.baseUrl]));
    expect(api.forbidden).toEqual([]);
  });
});
