/** All requests of the process through the proxies that the environment names. */
import { setSecret } from '@actions/core';
import { routeThrough, type WithProxySupport } from '../storage/proxies.ts';
import { proxiesOf } from '../storage/proxy-errors.ts';
import type { Environment } from './run-context.ts';

function maskCredentials(address: string | undefined): void {
  const { username, password } = new URL(address ?? 'http://none');
  if (password === '') return;
  setSecret(password);
  setSecret(`${username}:${password}`);
  try {
    setSecret(decodeURIComponent(password));
  } catch {
    // Not percent-encoded as it should be: then it stands as it is.
  }
}

/**
 * Sends the requests of this process through the proxies that HTTPS_PROXY, HTTP_PROXY and NO_PROXY
 * name, whose passwords are masked first.
 *
 * @param node Node's module `http`
 * @throws Error for an address of a proxy that is none
 */
export function useProxies(environment: Environment, node?: WithProxySupport): void {
  const proxies = proxiesOf(environment);
  if (proxies === undefined) return;
  [proxies.http, proxies.https].forEach(maskCredentials);
  routeThrough(proxies, node);
}
