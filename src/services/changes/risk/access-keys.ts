/** What an access key opens, and from where. */
import { BlockList, isIP } from 'node:net';
import { ExactNumber, type JsonValue } from '../../../json/value.ts';
import {
  at,
  entries,
  gained,
  members,
  saysNothing,
  strings,
  type Place,
} from './changed-places.ts';
import type { Rule } from './rule.ts';

export const accessKeyAdded: Rule = {
  name: 'access-key-added',
  finds: 'an access key that is new, or active again',
  misses: 'what a new key may do',
  find: ({ section, kind, places }) => {
    if (section !== 'access-keys') return [];
    if (kind === 'added') return ['an access key was added'];
    const isActive = at(places, 'status').some(
      ({ path, after }) => path.length === 1 && after === 'active',
    );
    return kind === 'changed' && isActive ? ['an access key was made active again'] : [];
  },
};

/** Roles by tenant, and the tenants themselves. */
function tenantGrants(value: JsonValue | undefined): Set<string> {
  const grants = new Set<string>();
  for (const one of entries(value).map(members)) {
    const tenant = one.get('tenantId');
    if (typeof tenant !== 'string') continue;
    grants.add(`tenant ${tenant}`);
    for (const role of strings(one.get('roleNames')))
      grants.add(`role ${role} in tenant ${tenant}`);
  }
  return grants;
}

interface Range {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** @returns undefined when it is no address and no range in CIDR notation */
function parseRange(text: string): Range | undefined {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) {
    return undefined;
  }
  const length = prefix === undefined ? bits : Number(prefix);
  return length > bits
    ? undefined
    : { address, prefix: length, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether all that one range lets in is let in by another. */
function isWithin(text: string, others: readonly string[]): boolean {
  if (others.includes(text)) return true;
  const range = parseRange(text);
  if (range === undefined) return false;
  return others.some((other) => {
    const wider = parseRange(other);
    if (wider?.family !== range.family || wider.prefix > range.prefix) return false;
    const list = new BlockList();
    list.addSubnet(wider.address, wider.prefix, wider.family);
    return list.check(range.address, range.family);
  });
}

function widerRanges({ before, after }: Place): string[] {
  const old = strings(before);
  const now = strings(after);
  if (old.length === 0) return [];
  if (now.length === 0) return ['the access key can be used from any address'];
  return now
    .filter((range) => !isWithin(range, old))
    .map((range) => `the access key can be used from ${range}`);
}

function seconds(value: JsonValue | undefined): number {
  if (value instanceof ExactNumber) return Number(value.text);
  return typeof value === 'number' ? value : Number(typeof value === 'string' ? value : 0);
}

/** A key that never ends has 0, or nothing, as its end. */
function livesLonger({ before, after }: Place): boolean {
  const [old, now] = [seconds(before), seconds(after)];
  return old > 0 && (!(now > 0) || now > old);
}

export const accessKeyWidened: Rule = {
  name: 'access-key-widened',
  finds:
    'a role or a tenant that an access key did not have, another user that it stands for, an address or range that it could not be used from, a limit of addresses or an end that is gone, a later end',
  misses: 'its custom claims',
  find: ({ section, kind, places }) => {
    if (section !== 'access-keys' || kind !== 'changed') return [];
    const top = places.filter(({ path }) => path.length === 1);
    return [
      ...gained(at(top, 'rolenames')).map((role) => `the access key gained role ${role}`),
      ...at(top, 'keytenants').flatMap(({ before, after }) => {
        const old = tenantGrants(before);
        return [...tenantGrants(after)]
          .filter((grant) => !old.has(grant))
          .map((grant) => `the access key gained ${grant}`);
      }),
      ...at(top, 'permittedips').flatMap(widerRanges),
      ...at(top, 'expiretime')
        .filter(livesLonger)
        .map(() => 'the access key lives longer'),
      ...at(top, 'bounduserid')
        .filter(({ after }) => !saysNothing(after))
        .map(() => 'the access key stands for another user'),
    ];
  },
};
