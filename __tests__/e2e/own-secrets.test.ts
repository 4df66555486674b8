/**
 * The secrets of a run in what the API says: nothing that the run leaves behind may repeat one,
 * however it is written.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { verifyBackup } from '../../src/services/index.ts';
import { tenant } from '../fixtures/descope-api/builders.ts';
import { startDescopeApi, type DescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { manifestOf, pathOf, projectOf, readTree, runLive, toldBy } from '../fixtures/live-run.ts';
import { startLoopback } from '../fixtures/loopback.ts';
import { makeFolder, runBundle, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const TOKEN = 'ghs_abcdefghijklmnopqrstuvwxyz0123456789';
const HEARTBEAT = 'http://127.0.0.1:9/ping/5f1c9a7e-33aa-4c1b-8d52-77aa0c1d2e3f';

/** Ways to write a secret, none of which anything may hold. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    `\\u${secret.charCodeAt(0).toString(16).padStart(4, '0')}${secret.slice(1)}`,
    encodeURIComponent(secret),
    `%${secret.charCodeAt(0).toString(16)}${secret.slice(1)}`,
    bytes.toString('base64').replace(/=+$/, '').slice(0, -1),
    bytes.toString('base64url').slice(0, -1),
    Buffer.concat([Buffer.from('a:'), bytes])
      .toString('base64')
      .slice(4, -4),
    Buffer.concat([Buffer.from('a'), bytes])
      .toString('base64')
      .slice(4, -4),
  ];
}

/** The API, but for the paths that are answered otherwise. */
async function startProxy(
  api: DescopeApi,
  answers: Readonly<Record<string, (response: ServerResponse) => void>>,
): Promise<string> {
  const proxy = await startLoopback((request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const answer = answers[path];
    if (answer !== undefined) {
      request.resume().on('end', () => {
        answer(response);
      });
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { host: _host, connection: _connection, ...headers } = request.headers;
      void fetch(new URL(request.url ?? '/', api.baseUrl), {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      }).then(async (from) => {
        response.writeHead(from.status, { 'content-type': 'application/json' });
        response.end(Buffer.from(await from.arrayBuffer()));
      });
    });
  });
  running.push(proxy);
  return proxy.origin;
}

function expectNone(text: string, secrets: readonly string[], where: string): void {
  const found = secrets.flatMap(spellings).filter((spelling) => text.includes(spelling));
  expect([where, found]).toEqual([where, []]);
}

describe('the secrets of a run', () => {
  test('are in nothing that a live backup saves or says', async () => {
    const state = mixedProject();
    const { managementKey: key, projectId } = state;
    const both = Buffer.from(`${projectId}:${key}`).toString('base64');
    state.flows = state.flows.filter(({ id }) => id !== 'sign-up-or-in');
    const [flow] = state.flows;
    if (flow === undefined) throw new Error('the project has no flow');
    Object.assign(flow.contents, { script: `fetch('x', {a: 'Basic ${both}'}) // ${TOKEN}` });
    state.tenants.push(
      tenant({
        id: 'echo',
        name: `Echo ${key}`,
        customAttributes: { [key]: encodeURIComponent(HEARTBEAT) },
      }),
    );
    state.snapshot = {
      ...state.snapshot,
      'connectors/echo.json': { id: 'E', name: 'echo', type: 'http', configuration: { note: key } },
      [`assets/${TOKEN}.txt`]: `see ${HEARTBEAT}`,
      'assets/assets.json': { assets: [`${TOKEN}.txt`] },
    };
    const api = await startDescopeApi({ state });
    running.push(api);
    const escaped = `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`;
    const baseUrl = await startProxy(api, {
      '/v1/mgmt/list/all': (response) => {
        response.writeHead(403, { 'content-type': 'application/json' });
        response.end(
          `{"errorCode":"E1","errorDescription":"refused: Bearer ${projectId}:${escaped}"}`,
        );
      },
      '/v1/mgmt/permission/all': (response) => {
        response.writeHead(400).end(`<html>Basic ${both} ${encodeURIComponent(TOKEN)}</html>`);
      },
      '/v1/mgmt/jwt/templates/list': (response) => {
        // Cut within the key by whoever quotes the first 200 characters.
        response.writeHead(200).end(`{ "a":"${'x'.repeat(180)}${key}", oops}`);
      },
    });
    const run = await runLive(api, {
      inputs: {
        'base-url': baseUrl,
        'github-token': TOKEN,
        'heartbeat-url': HEARTBEAT,
        history: 'none',
        'fail-on-partial': 'false',
        'upload-artifact': 'false',
      },
    });
    expect(run.status).toBe(0);
    const secrets = [key, TOKEN, HEARTBEAT];
    expectNone(toldBy(run), secrets, 'log, outputs and summary');
    for (const [name, content] of await readTree(pathOf(run))) {
      expectNone(name, secrets, 'a file name');
      expectNone(content.toString(), secrets, name);
      // No half of the key either.
      expect([name, content.includes(key.slice(0, 12))]).toEqual([name, false]);
    }
    expect(toldBy(run)).not.toContain(key.slice(0, 12));
    expect(await verifyBackup(pathOf(run))).toMatchObject({ verified: true });
    const { coverage } = await manifestOf(run);
    const notes = coverage.map(({ note }) => String(note));
    expect(notes).toContainEqual(expect.stringContaining(`refused: Bearer ${projectId}:***`));
    const places = coverage.flatMap((entry) => (entry.status === 'withheld' ? [entry] : []));
    expect(places).toContainEqual({
      section: 'snapshot',
      status: 'withheld',
      place: 'snapshot/connectors/echo.json#/configuration/note',
      on_import: 'cleared',
    });
    expect(places.map(({ place }) => place)).toContainEqual(
      expect.stringMatching(/^\/tenants\/\d+\/tenant_data\/customAttributes\/\[withheld\]$/),
    );
    const { tenants } = await projectOf(run);
    expect(tenants.find(({ tenant_id }) => tenant_id === 'echo')?.config['name']).toBe(
      'Echo [withheld]',
    );
  }, 120_000);

  test('are in nothing that a backup of a config file saves or says', async () => {
    const workspace = await makeFolder();
    await writeFile(
      join(workspace, 'descope.yaml'),
      `${SMALL_CONFIG}    config: { a: 'x \${HARMLESS}', '${TOKEN}': 1 }\nextra: { b: '${TOKEN}' }\n`,
    );
    const run = await runBundle({
      workspace,
      env: { HARMLESS: Buffer.from(TOKEN).toString('base64') },
      inputs: { 'github-token': TOKEN, history: 'none', 'upload-artifact': 'false' },
    });
    expect(run.status).toBe(0);
    expectNone(toldBy(run), [TOKEN], 'log, outputs and summary');
    for (const [name, content] of await readTree(pathOf(run)))
      expectNone(content.toString(), [TOKEN], name);
    const { coverage } = await manifestOf(run);
    expect(coverage.flatMap((entry) => (entry.status === 'withheld' ? [entry.place] : []))).toEqual(
      ['/flows/0/flow_data/config/a', '/flows/0/flow_data/config/[withheld]', '/config/extra/b'],
    );
    expect(await readFile(join(pathOf(run), 'project.json'), 'utf8')).toContain(
      '"a": "x [withheld]"',
    );
  }, 60_000);

  test('are not in the name of a variable that release 1.0.0 replaced, which is told', async () => {
    const workspace = await makeFolder();
    await writeFile(
      join(workspace, 'descope.yaml'),
      `${SMALL_CONFIG}    config: { a: '\${DB_PASS}', b: '\${SMTP_PWD}' }\n`,
    );
    const options = {
      workspace,
      env: { DB_PASS: 'hush-one', SMTP_PWD: 'two' },
      inputs: { 'allow-variables': 'SMTP_PWD', history: 'none', 'upload-artifact': 'false' },
    };
    const run = await runBundle(options);
    expect(run.status).toBe(0);
    expect(run.warnings.filter((line) => line.includes('DB_PASS'))).toHaveLength(1);
    expect(run.warnings.filter((line) => line.includes('SMTP_PWD'))).toEqual([]);
    const { flows } = await projectOf(run);
    expect(flows[0]?.flow_data['config']).toEqual({ a: '${DB_PASS}', b: 'two' });
  }, 60_000);
});
