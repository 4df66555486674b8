/** All requests of the process through the proxies that the environment names. */
import * as http from 'node:http';
import { setSecret } from '@actions/core';
import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';
import { proxiesOf } from '../storage/proxy-errors.ts';
import type { Environment } from './run-context.ts';

/** Of Node 24.14 and newer. */
interface WithProxySupport {
  setGlobalProxyFromEnv?: (environment: Readonly<Record<string, string>>) => unknown;
}

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
 * Sends the requests of this process through the proxies that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. Node does it by
 * itself where it can; an older one gets the agent of undici, which is what Node's own consists of.
 *
 * @param node Node's module `http`
 * @throws Error for an address of a proxy that is none
 */
export function useProxies(environment: Environment, node: WithProxySupport = http): void {
  const proxies = proxiesOf(environment);
  if (proxies === undefined) return;
  const { http: httpProxy, https: httpsProxy, none: noProxy } = proxies;
  [httpProxy, httpsProxy].forEach(maskCredentials);
  if (node.setGlobalProxyFromEnv !== undefined) {
    node.setGlobalProxyFromEnv({
      ...(httpProxy !== undefined && { HTTP_PROXY: httpProxy }),
      ...(httpsProxy !== undefined && { HTTPS_PROXY: httpsProxy }),
      NO_PROXY: noProxy,
    });
    return;
  }
  setGlobalDispatcher(
    new EnvHttpProxyAgent({
      noProxy,
      // Empty means none, whatever the environment says.
      httpProxy: httpProxy ?? '',
      httpsProxy: httpsProxy ?? '',
    }),
  );
}
