/** A request to a monitor at the end of a run, which misses it when no run happens. */
import { getInput } from '@actions/core';
import { Secret } from '../project/secret.ts';
import { proxyFailure } from '../storage/proxy-errors.ts';
import { maskSecret, rememberAddress } from './own-secrets.ts';
import { parseSafeUrl } from '../storage/safe-url.ts';

const TIMEOUT_MS = 10_000;
const ATTEMPTS = 2;

/**
 * Reads the input `heartbeat-url` and masks it; undefined when it is not given, or is no address.
 */
export function readHeartbeatUrl(): Secret | undefined {
  const text = getInput('heartbeat-url');
  if (text === '') return undefined;
  maskSecret(text);
  rememberAddress(text);
  return parseSafeUrl(text) && new Secret(text);
}

/** The address that hears of a failure: the convention of healthchecks.io and its like. */
function failureUrl(url: URL): URL {
  const failed = new URL(url);
  failed.pathname = `${url.pathname.replace(/\/+$/, '')}/fail`;
  return failed;
}

/**
 * Calls the address once, as it is or with `/fail` appended. A connection that fails is tried once
 * more. A redirect is not followed: it is no sign that anybody took note.
 *
 * @returns what went wrong, in words that do not repeat the address but for its host: it is a
 * secret
 */
export async function sendHeartbeat(
  address: Secret,
  isSuccess: boolean,
  { timeoutMs = TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<string | undefined> {
  const url = new URL(address.reveal());
  const target = isSuccess ? url : failureUrl(url);
  for (let attempt = 1; ; attempt++) {
    try {
      const { ok, status, body } = await fetch(target, {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      // Nobody reads it, and it may be of any length.
      await body?.cancel().catch(() => undefined);
      return ok ? undefined : `${url.host} answered HTTP ${status}: check the address`;
    } catch (error) {
      // The message of the error itself may have the address.
      const { name, cause } = error as Error & { cause?: { code?: string } };
      if (name === 'TimeoutError') return `${url.host} did not answer in time`;
      if (attempt === ATTEMPTS) {
        const reason = proxyFailure(error, url)?.message ?? cause?.code ?? 'no connection';
        return `${url.host} could not be called: ${reason}`;
      }
    }
  }
}
