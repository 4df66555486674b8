/** Answers that are larger than they may be: one section's failure, and nothing worse. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { DescopeApiClient } from '../../src/descope/client.ts';
import { READ_ENDPOINTS } from '../../src/descope/reads.ts';
import { DescopeApiError } from '../../src/descope/errors.ts';
import { AnswerTooLargeError, ConnectionError, send } from '../../src/descope/http.ts';
import { Secret } from '../../src/project/secret.ts';
import { startLoopback } from '../fixtures/loopback.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface Sent {
  readonly status?: number;
  readonly body: Buffer;
  readonly headers?: Record<string, string>;
}

async function serverOf({ status = 200, body, headers = {} }: Sent): Promise<URL> {
  const server = await startLoopback((_, response) => {
    response.writeHead(status, headers).end(body);
  });
  running.push(server);
  return new URL(server.origin);
}

async function sendTo(sent: Sent, maxBytes: number) {
  const url = await serverOf(sent);
  const signal = new AbortController().signal;
  return send(
    { method: 'GET', url, headers: {}, body: undefined },
    { timeoutMs: 30_000, maxBytes },
    signal,
  );
}

const json = (bytes: number) => Buffer.from(`{"lists":["${'x'.repeat(bytes - 14)}"]}`);

describe('the size of an answer', () => {
  test.each([
    ['plain', (text: Buffer) => text, {}],
    ['gzip', gzipSync, { 'content-encoding': 'gzip' }],
    ['br', brotliCompressSync, { 'content-encoding': 'br' }],
    [
      'gzip in gzip',
      (text: Buffer) => gzipSync(gzipSync(text)),
      { 'content-encoding': 'gzip, gzip' },
    ],
  ])('is bounded as it is unpacked: %s', async (_, pack, headers) => {
    const fits = await sendTo({ body: pack(json(1000)), headers }, 1000);
    expect(Buffer.concat(fits.chunks)).toEqual(json(1000));
    const tooLarge = sendTo({ body: pack(json(2 ** 22)), headers }, 2 ** 20);
    await expect(tooLarge).rejects.toThrow(AnswerTooLargeError);
  });

  test('of a refusal is cut, and what came is there to be quoted', async () => {
    const { status, chunks } = await sendTo({ status: 500, body: json(2 ** 22) }, 2 ** 30);
    expect(status).toBe(500);
    expect(Buffer.concat(chunks).length).toBeLessThan(2 ** 20);
    expect(Buffer.concat(chunks).toString()).toMatch(/^\{"lists":\["x/);
  });

  test('damaged packing is a bad connection', async () => {
    const sent = { body: Buffer.from('no gzip'), headers: { 'content-encoding': 'gzip' } };
    await expect(sendTo(sent, 1000)).rejects.toThrow(ConnectionError);
  });

  test('a bomb fails its call at once, and names the bound', async () => {
    const bomb = gzipSync(Buffer.alloc(READ_ENDPOINTS.lists.maxBytes + 1, '{'));
    expect(bomb.length).toBeLessThan(2 ** 17);
    const client = new DescopeApiClient({
      projectId: 'P2x',
      managementKey: new Secret('K2key'),
      baseUrl: await serverOf({ body: bomb, headers: { 'content-encoding': 'gzip' } }),
      deadlineMs: 60_000,
      maxRequests: 10,
      signal: new AbortController().signal,
    });
    const error: unknown = await client.call('lists').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DescopeApiError);
    expect((error as Error).message).toBe(
      'GET /v1/mgmt/list/all: HTTP 200, but the answer is larger than 64 MiB when it is unpacked',
    );
    expect(client.requestCount).toBe(1);
  });

  test('large collections have room', () => {
    expect(READ_ENDPOINTS.snapshot.maxBytes).toBe(256 * 2 ** 20);
    expect(READ_ENDPOINTS.tenants.maxBytes).toBe(256 * 2 ** 20);
  });
});
