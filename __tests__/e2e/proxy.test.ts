/**
 * Runs of the bundle behind a proxy, as a self-hosted runner has one: no name outside of this
 * machine is ever asked for.
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startDescopeApi } from '../fixtures/descope-api/server.ts';
import { emptyProject } from '../fixtures/descope-api/builders.ts';
import { runLive, toldBy } from '../fixtures/live-run.ts';
import { makeFolder, runBundle } from '../fixtures/run-bundle.ts';

const CREDENTIALS = 'proxy-user:pr0xy-pa55word';
const OUTSIDE = {
  'project-id': 'P2abcdefghijklmnopqrstuvwxyz',
  source: 'live',
  sections: 'tenants',
};

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** A proxy that answers each CONNECT with a status, or passes everything on. */
async function startProxy(answer: number | 'pass') {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((message: IncomingMessage, response: ServerResponse) => {
    seen.push(`${message.method ?? ''} ${message.url ?? ''}`);
    const { method, headers } = message;
    const onward = ask(message.url ?? '', { method, headers }, (result) => {
      response.writeHead(result.statusCode ?? 502, result.headers);
      result.pipe(response);
    });
    message.pipe(onward);
  });
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
    seen.push(`CONNECT ${url} ${headers['proxy-authorization'] ?? ''}`.trim());
    socket.on('error', () => undefined);
    sockets.add(socket);
    if (answer !== 'pass') {
      socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = url.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    sockets.add(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    });
  running.push({ close });
  return { seen, host: `127.0.0.1:${port}`, url: `http://${CREDENTIALS}@127.0.0.1:${port}`, close };
}

async function startApi() {
  const api = await startDescopeApi({ state: emptyProject() });
  running.push(api);
  return api;
}

const basic = `Basic ${Buffer.from(CREDENTIALS).toString('base64')}`;

/** Hides what an older Node does without. */
const WITHOUT_OWN_SUPPORT = `data:text/javascript,${encodeURIComponent(
  "import http from 'node:http'; import { syncBuiltinESMExports } from 'node:module'; delete http.setGlobalProxyFromEnv; syncBuiltinESMExports();",
)}`;

describe.each([
  ['of Node', []],
  ['of undici, where Node has none', ['--import', WITHOUT_OWN_SUPPORT]],
])('with the agent %s', (_, nodeArgs) => {
  test.each([
    [407, 'HTTPS_PROXY', 'answered HTTP 407: it wants credentials: check the user and password'],
    [403, 'https_proxy', 'answered HTTP 403: let it pass connections to api.descope.com'],
  ] as const)('a refusal with %i is told as the proxy’s', async (status, name, words) => {
    const proxy = await startProxy(status);
    const run = await runBundle({
      workspace: await makeFolder(),
      inputs: { ...OUTSIDE, 'management-key': 'K2key' },
      env: { [name]: proxy.url },
      nodeArgs,
    });
    expect(run.status).toBe(1);
    expect(run.warnings.join('\n')).toContain(`the proxy ${proxy.host} ${words}`);
    expect(new Set(proxy.seen)).toEqual(new Set([`CONNECT api.descope.com:443 ${basic}`]));
    // Once for each call: a refusal is not tried again.
    expect(proxy.seen.length).toBeLessThanOrEqual(3);
    const told = toldBy(run);
    expect(told).not.toContain('pr0xy-pa55word');
    expect(told).not.toContain(basic);
    expect(run.stdout).toContain('::add-mask::pr0xy-pa55word');
  });

  test('requests take the proxy, but for hosts of NO_PROXY', async () => {
    const [api, proxy] = [await startApi(), await startProxy('pass')];
    const through = await runLive(api, {
      env: { HTTP_PROXY: proxy.url, GITHUB_ACTIONS: undefined },
      nodeArgs,
    });
    expect(through.status).toBe(0);
    expect(proxy.seen.length).toBeGreaterThan(0);
    expect(proxy.seen.every((line) => line.includes(new URL(api.baseUrl).host))).toBe(true);
    proxy.seen.splice(0);
    const past = await runLive(api, {
      env: {
        HTTP_PROXY: proxy.url,
        HTTPS_PROXY: proxy.url,
        NO_PROXY: 'localhost,127.0.0.1',
        GITHUB_ACTIONS: undefined,
      },
      nodeArgs,
    });
    expect(past.status).toBe(0);
    expect(proxy.seen).toEqual([]);
  });
});

test('a proxy that is not there is told as one', async () => {
  const { url, host, close } = await startProxy(502);
  await close();
  const run = await runBundle({
    workspace: await makeFolder(),
    inputs: { ...OUTSIDE, 'management-key': 'K2key' },
    env: { HTTPS_PROXY: url },
  });
  expect(run.warnings.join('\n')).toContain(
    `the proxy ${host} could not be reached (ECONNREFUSED): check HTTPS_PROXY, or list api.descope.com in NO_PROXY`,
  );
  expect(toldBy(run)).not.toContain('pr0xy-pa55word');
});

test('an address of a proxy that is none fails the step, without repeating it', async () => {
  const run = await runBundle({
    workspace: await makeFolder(),
    inputs: { ...OUTSIDE, 'management-key': 'K2key' },
    env: { HTTPS_PROXY: 'socks5://user:s3cret@proxy.example:1080' },
  });
  expect(run.status).toBe(1);
  expect(run.errors.join('\n')).toContain(
    'HTTPS_PROXY is no address of a proxy: set it to http://host:port',
  );
  expect(toldBy(run)).not.toContain('s3cret');
});

test('GitHub and the heartbeat are called through the proxy, too', async () => {
  const proxy = await startProxy(403);
  const run = await runBundle({
    workspace: await makeFolder(),
    inputs: {
      ...OUTSIDE,
      'management-key': 'K2key',
      'github-token': 't',
      'heartbeat-url': 'https://hc.example/1',
    },
    env: { HTTPS_PROXY: proxy.url, GITHUB_API_URL: 'https://github.example' },
  });
  const hosts = new Set(proxy.seen.map((line) => line.split(' ')[1]));
  expect(hosts).toEqual(new Set(['api.descope.com:443', 'github.example:443', 'hc.example:443']));
  expect(run.warnings.join('\n')).toContain(
    `heartbeat-url: hc.example could not be called: the proxy ${proxy.host} answered HTTP 403`,
  );
});
