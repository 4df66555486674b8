/** Where the service itself sends requests, with its secrets and what it knows of users. */
import type { JsonValue } from '../../../json/value.ts';
import { at, entries, isTurnedOff, isTurnedOn, type Place } from './changed-places.ts';
import type { Rule } from './rule.ts';
import { schemeAndHost } from './redirects.ts';

/** Keys that hold a host without a scheme. */
const HOST_KEY = /url|uri|host|domain|server|endpoint|address/;
/** Addresses for people, and who is written to. */
const NO_HOST = /logo|icon|doc|email|sender|from|description|name$/;

/** Scheme and host of each address in a value. */
function hosts(value: JsonValue | undefined, key: string): string[] {
  if (typeof value !== 'string') return entries(value).flatMap((one) => hosts(one, key));
  const text = value.trim();
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || (HOST_KEY.test(key) && text !== '');
  const place = isAddress && !/\s/.test(text) ? schemeAndHost(text) : undefined;
  return place === undefined ? [] : [place.toLowerCase()];
}

function movedTo({ key, before, after }: Place): string[] {
  if (NO_HOST.test(key)) return [];
  // Members of objects have places of their own.
  const old = hosts(before, key);
  return hosts(after, key).filter((host) => !old.includes(host));
}

export const connectorMoved: Rule = {
  name: 'connector-moved',
  finds:
    'an address of a connector or of an outbound application that moves to another scheme, host or port, or comes to it; certificates that are no longer checked',
  misses:
    'another path of the same host, a region, an account or a bucket, a new connector, which connector a message is sent with',
  find: ({ section, kind, places }) => {
    if (kind !== 'changed' || (section !== 'connectors' && section !== 'outbound-apps')) return [];
    const what = section === 'connectors' ? 'the connector' : 'the application';
    return [
      ...places.flatMap(movedTo).map((host) => `${what} now talks to ${host}`),
      ...[
        ...at(places, 'insecure').filter(isTurnedOn),
        ...at(places, 'rejectunauthorized').filter(isTurnedOff),
      ].map(() => `${what} no longer checks certificates`),
    ];
  },
};
