/** Where a sign-in may be sent to, and whether a change lets it go to more places. */
import type { JsonValue } from '../../../json/value.ts';
import { at, entries, members, saysNothing, type Place } from './changed-places.ts';
import type { Rule } from './rule.ts';

/** Addresses that a sign-in may be sent to; what begins with `sp` or `idp` is the service's own. */
const REDIRECT =
  /redirect|callback|(?<!sp)acsurl|approvedurl|returnurl|replyurl|^inviteurl$|^uri$|(?<!idp)logouturl|approveddomain|alloweddomain|allowedorigin|trusteddomain/;
/**
 * Where somebody signs in, and what tells the addresses of an application: another host is another
 * page.
 */
const PAGE = /^(?:loginpageurl|customidpinitiatedloginpageurl|metadataurl)$/;
/** Lists of domains that let any domain in when they are empty. */
const LIMITS = ['trusteddomains', 'approveddomains', 'alloweddomains', 'allowedorigins'] as const;

/** Scheme and host of an address, as far as it has them; a path alone stays on the same host. */
export function schemeAndHost(address: string): string | undefined {
  if (/^\/(?!\/)/.test(address)) return undefined;
  if (!URL.canParse(address)) return address.replace(/^\/\//, '').split('/')[0];
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** The addresses in a value; a text may be a list that is separated by commas. */
function addresses(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') {
    const all = value.includes('://') ? [value] : value.split(',').map((one) => one.trim());
    return all.filter((one) => /^[^\s]*[.:*/][^\s]*$/.test(one));
  }
  return [...entries(value), ...members(value).values()].flatMap(addresses);
}

function isAbove({ path }: Place, below: readonly string[], index: number): boolean {
  return path.length === index + 1 && path.every((key, step) => key === below[step]);
}

/** The places of a kind, the outermost alone: those within it say the same again. */
function outermost(places: readonly Place[], kind: RegExp): Place[] {
  return places.filter(({ path }) => {
    const index = path.findIndex((key) => kind.test(key));
    return (
      index !== -1 &&
      (index === path.length - 1 || !places.some((other) => isAbove(other, path, index)))
    );
  });
}

/**
 * Addresses that let a sign-in go to more places than before: a new host, a wildcard, or no
 * encryption.
 */
function widened(places: readonly Place[]): string[] {
  const old = places.flatMap(({ before }) => addresses(before));
  const known = new Set(old.map(schemeAndHost));
  return places
    .flatMap(({ after }) => addresses(after))
    .filter((address) => !old.includes(address))
    .filter((address) => {
      const place = schemeAndHost(address);
      return address.includes('*') || (place !== undefined && !known.has(place));
    });
}

export const redirectWidened: Rule = {
  name: 'redirect-widened',
  finds:
    'a redirect, callback, reply, return, logout, invitation or ACS address, or an approved domain, with a scheme and host that the object did not have, or with a wildcard, also in a new object; a login page or a metadata address that moves to another host; a list of approved domains that is empty now',
  misses: 'another path of the same host, a path alone, the login page of a new application',
  find: ({ section, kind, places }) => {
    if (kind === 'removed') return [];
    const pages =
      kind === 'changed' && /^(?:sso|inbound)-apps$/.test(section)
        ? widened(places.filter(({ key }) => PAGE.test(key)))
        : [];
    const unlimited =
      section === 'project-settings'
        ? at(places, ...LIMITS).filter(
            ({ before, after }) => !saysNothing(before) && saysNothing(after),
          )
        : [];
    return [
      ...[...widened(outermost(places, REDIRECT)), ...pages].map(
        (address) => `a sign-in may now be sent to ${address}`,
      ),
      ...unlimited.map(() => 'a sign-in may now be sent to any domain'),
    ];
  },
};
