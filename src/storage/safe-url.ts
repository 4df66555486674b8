/** Addresses that may be given a secret. */

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads an address that secrets are sent to: they must not go in the clear, but to this machine,
 * nor be in the address as user and password.
 */
export function parseSafeUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isSafe && url.username === '' && url.password === '' ? url : undefined;
}

/**
 * The address of an API that a key goes to with every request: it must not hide a place in the
 * text.
 */
export function parseOrigin(text: string): URL | undefined {
  const url = parseSafeUrl(text);
  const isPlain = url?.pathname === '/' && url.search === '' && url.hash === '';
  return isPlain ? url : undefined;
}
