import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readHeartbeatUrl, sendHeartbeat } from '../../src/github/heartbeat.ts';
import { parseSafeUrl } from '../../src/storage/safe-url.ts';
import { Secret } from '../../src/project/secret.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';
import { startLoopback, type Loopback } from '../fixtures/loopback.ts';

const SECRET = 'b7f1c2d4-secret';

let server: Loopback;
let calls: string[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  calls = [];
  answer = (_, response) => response.end('OK');
  server = await startLoopback((request, response) => {
    calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
});

afterEach(async () => {
  await server.close();
});

const urlOf = (path: string): URL => new URL(path, server.origin);
const send = (url: URL, isSuccess: boolean, options?: { readonly timeoutMs: number }) =>
  sendHeartbeat(new Secret(url.href), isSuccess, options);
const host = (): string => new URL(server.origin).host;

describe('sendHeartbeat', () => {
  test.each([
    [`/${SECRET}`, `/${SECRET}/fail`],
    [`/${SECRET}/`, `/${SECRET}/fail`],
    [`/${SECRET}//`, `/${SECRET}/fail`],
    [`/ping/${SECRET}?create=1&a=%2F`, `/ping/${SECRET}/fail?create=1&a=%2F`],
    [`/?id=${SECRET}`, `/fail?id=${SECRET}`],
  ])('calls %s as it is, or %s', async (path, failure) => {
    const url = urlOf(path);
    expect(await send(url, true)).toBeUndefined();
    expect(await send(url, false)).toBeUndefined();
    expect(calls).toEqual([`GET ${path}`, `GET ${failure}`]);
  });

  test.each([404, 410, 500, 503])('HTTP %i is a problem, and not tried again', async (status) => {
    answer = (_, response) => response.writeHead(status).end(SECRET);
    expect(await send(urlOf(`/${SECRET}`), true)).toBe(
      `${host()} answered HTTP ${status}: check the address`,
    );
    expect(calls).toHaveLength(1);
  });

  test('a redirect is not followed', async () => {
    answer = (_, response) => response.writeHead(302, { location: `/elsewhere/${SECRET}` }).end();
    expect(await send(urlOf(`/${SECRET}`), true)).toBe(
      `${host()} answered HTTP 302: check the address`,
    );
    expect(calls).toHaveLength(1);
  });

  test('a connection that breaks is tried once more', async () => {
    answer = (request, response) =>
      calls.length === 1 ? request.socket.destroy() : response.end('OK');
    expect(await send(urlOf(`/${SECRET}`), false)).toBeUndefined();
    expect(calls).toEqual([`GET /${SECRET}/fail`, `GET /${SECRET}/fail`]);
  });

  test('a connection that breaks twice is a problem that does not tell the address', async () => {
    answer = (request) => request.socket.destroy();
    const problem = await send(urlOf(`/${SECRET}?q=${SECRET}`), true);
    expect(problem).toMatch(/^127\.0\.0\.1:\d+ could not be called: \w+$/);
    expect(problem).not.toContain(SECRET);
    expect(calls).toHaveLength(2);
  });

  test('nobody there is a problem', async () => {
    const url = urlOf(`/${SECRET}`);
    await server.close();
    expect(await send(url, true)).toBe(`${host()} could not be called: ECONNREFUSED`);
  });

  test('no answer is a problem, and not waited for twice', async () => {
    answer = () => undefined;
    expect(await send(urlOf(`/${SECRET}`), true, { timeoutMs: 100 })).toBe(
      `${host()} did not answer in time`,
    );
    // None where the machine is too busy to be called in time.
    expect(calls.length).toBeLessThanOrEqual(1);
  });

  test('an answer without end is enough', async () => {
    answer = (_, response) => response.writeHead(200).write('O');
    expect(await send(urlOf(`/${SECRET}`), true)).toBeUndefined();
  });
});

describe('an address that secrets are sent to', () => {
  test.each([
    'https://hc-ping.com/b7f1c2d4',
    'https://example.com:8443/a/b/?c=d',
    'http://localhost/a',
    'http://127.0.0.1:8080/',
    'http://[::1]/a',
  ])('may be %s', (text) => {
    expect(parseSafeUrl(text)?.href).toBe(text);
  });

  test.each([
    'hc-ping.com/b7f1c2d4',
    'http://hc-ping.com/b7f1c2d4',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'ftp://example.com/',
    'https://user@example.com/',
    'https://:password@example.com/',
    'https://user:password@localhost/',
    '',
  ])('must not be %j', (text) => {
    expect(parseSafeUrl(text)).toBeUndefined();
  });
});

describe('readHeartbeatUrl', () => {
  const VARIABLE = 'INPUT_HEARTBEAT-URL';

  afterEach(() => {
    Reflect.deleteProperty(process.env, VARIABLE);
  });

  test('masks what it reads, also what is no address', async () => {
    for (const [text, href] of [
      [`https://hc-ping.com/${SECRET}`, `https://hc-ping.com/${SECRET}`],
      [`http://hc-ping.com/${SECRET}`, undefined],
    ] as const) {
      process.env[VARIABLE] = text;
      const read: (Secret | undefined)[] = [];
      const lines = await linesPrintedBy(() => read.push(readHeartbeatUrl()));
      expect(lines).toEqual([`::add-mask::${text}`]);
      expect(read[0]?.reveal()).toBe(href);
    }
  });

  test('is silent when the input is not given', async () => {
    process.env[VARIABLE] = '';
    expect(await linesPrintedBy(readHeartbeatUrl)).toEqual([]);
    expect(readHeartbeatUrl()).toBeUndefined();
  });
});
