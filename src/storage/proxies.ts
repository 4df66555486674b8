/** All requests of the process through the proxies that the environment names. */
import * as http from 'node:http';
import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';
import type { Proxies } from './proxy-errors.ts';

/** Of Node 24.14 and newer. */
export interface WithProxySupport {
  setGlobalProxyFromEnv?: (environment: Readonly<Record<string, string>>) => unknown;
}

/**
 * Sends the requests of this process through proxies. Node does it by itself where it can; an older
 * one gets the agent of undici, which is what Node's own consists of.
 *
 * @param node Node's module `http`
 */
export function routeThrough(
  { http: httpProxy, https: httpsProxy, none: noProxy }: Proxies,
  node: WithProxySupport = http,
): void {
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
