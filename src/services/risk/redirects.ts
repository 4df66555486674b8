/** Where a sign-in may be sent to, and whether a change lets it go to more places. */
import type { JsonValue } from '../storage/json-value.ts';
import { entries, members, type Place } from './changed-places.ts';

/** Addresses that a sign-in may be sent to; `spACSUrl` of a tenant's SSO is the service's own. */
const REDIRECT =
  /redirect|callback|(?<!sp)acsurl|approvedurl|returnurl|approveddomain|alloweddomain|allowedorigin|trusteddomain/;

/** Scheme and host of an address, as far as it has them; a path alone stays on the same host. */
function placeOf(address: string): string | undefined {
  if (/^\/(?!\/)/.test(address)) return undefined;
  if (!URL.canParse(address)) return address.replace(/^\/\//, '').split('/')[0];
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

function addresses(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return /^[^\s]*[.:*/][^\s]*$/.test(value) ? [value] : [];
  return [...entries(value), ...members(value).values()].flatMap(addresses);
}

/** Addresses that let a sign-in go to more places than before: a new host, a wildcard, or no encryption. */
export function widened(places: readonly Place[]): string[] {
  // The outermost place alone: those within it say the same again.
  const redirects = places.filter(({ path }) => {
    const index = path.findIndex((key) => REDIRECT.test(key));
    return (
      index !== -1 &&
      (index === path.length - 1 || !places.some((other) => isAbove(other, path, index)))
    );
  });
  const old = redirects.flatMap(({ before }) => addresses(before));
  const known = new Set(old.map(placeOf));
  return redirects
    .flatMap(({ after }) => addresses(after))
    .filter((address) => !old.includes(address))
    .filter((address) => {
      const place = placeOf(address);
      return address.includes('*') || (place !== undefined && !known.has(place));
    });
}

function isAbove({ path }: Place, below: readonly string[], index: number): boolean {
  return path.length === index + 1 && path.every((key, at) => key === below[at]);
}
