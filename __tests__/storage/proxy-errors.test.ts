import { describe, expect, test } from '@jest/globals';
import { proxiesOf, proxyFailure } from '../../src/storage/proxy-errors.ts';

describe('the proxies of the environment', () => {
  test.each([
    [{}, undefined],
    [{ HTTPS_PROXY: ' ', http_proxy: '' }, undefined],
    [
      { HTTPS_PROXY: 'http://p.example:3128', NO_PROXY: 'a,b' },
      { http: undefined, https: 'http://p.example:3128', none: 'a,b' },
    ],
    [
      { http_proxy: 'p.example:3128', HTTP_PROXY: 'http://other' },
      { http: 'http://p.example:3128', https: 'http://p.example:3128', none: '' },
    ],
  ])('%j', (environment, proxies) => {
    expect(proxiesOf(environment)).toEqual(proxies);
  });

  test.each(['socks5://user:pw@p', 'http://', 'ftp://p', 'http://user:pw@:x'])(
    '%s is none',
    (bad) => {
      const read = () => proxiesOf({ HTTP_PROXY: bad });
      expect(read).toThrow('HTTP_PROXY is no address of a proxy');
      expect(read).not.toThrow(/pw/);
    },
  );
});

describe('a failure of a proxy', () => {
  const environment = { HTTPS_PROXY: 'http://user:pw@p.example:3128' };
  const failed = (cause: object, message = 'connect') =>
    Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error(message), cause),
    });
  const find = (error: Error, url = 'https://api.example/x', given: object = environment) =>
    proxyFailure(error, new URL(url), given as Record<string, string>);

  test.each([
    [
      failed({}, 'Proxy response (407) !== 200 when HTTP Tunneling'),
      /^the proxy p\.example:3128 answered HTTP 407: it wants credentials/,
      true,
    ],
    [
      failed({}, 'Proxy response (403) !== 200 when HTTP Tunneling'),
      /let it pass connections to api\.example$/,
      true,
    ],
    [
      failed({}, 'Proxy response (502) !== 200 when HTTP Tunneling'),
      /answered HTTP 502: look into its log$/,
      false,
    ],
    [
      failed({ code: 'ENOTFOUND', hostname: 'p.example' }),
      /could not be reached \(ENOTFOUND\)/,
      false,
    ],
    [
      failed({ code: 'ECONNREFUSED', address: '10.0.0.1', port: 3128 }),
      /\(ECONNREFUSED\): check HTTPS_PROXY, or list api\.example in NO_PROXY$/,
      false,
    ],
    [
      failed(
        { code: 'UND_ERR_CONNECT_TIMEOUT' },
        'Connect Timeout Error (attempted address: p.example:3128, timeout: 10000ms)',
      ),
      /\(UND_ERR_CONNECT_TIMEOUT\)/,
      false,
    ],
    [
      new Error('many', {
        cause: new AggregateError([
          Object.assign(new Error('a'), { code: 'ECONNREFUSED', port: 3128 }),
        ]),
      }),
      /\(ECONNREFUSED\)/,
      false,
    ],
  ])('%s', (error, message, isFinal) => {
    const found = find(error);
    expect(found?.message).toMatch(message);
    expect(found?.message).not.toContain('pw');
    expect(found?.isFinal).toBe(isFinal);
  });

  test('is not seen where there is none', () => {
    const refused = failed({ code: 'ECONNREFUSED', address: '10.0.0.1', port: 443 });
    expect(find(refused)).toBeUndefined();
    expect(find(refused, 'https://api.example', {})).toBeUndefined();
    expect(
      find(failed({ code: 'ECONNREFUSED', port: 3128 }), 'http://api.example'),
    ).toBeUndefined();
    expect(find(failed({ code: 'ECONNRESET' }))).toBeUndefined();
    expect(find(refused, 'https://api.example', { HTTPS_PROXY: 'socks5://x' })).toBeUndefined();
    expect(proxyFailure(refused, 'no address', environment)).toBeUndefined();
    expect(proxyFailure('no error', 'https://api.example', environment)).toBeUndefined();
  });
});
