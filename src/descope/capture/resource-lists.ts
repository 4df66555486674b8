/**
 * Collections that become `resources/<section>.json`: whole, in a fixed order, and without what
 * could not be read back.
 */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { objectLimitReason } from '../../json/limits.ts';
import { shortage } from '../answer.ts';
import type { CallParameters, DescopeApiClient } from '../client.ts';
import { READS, type EndpointName } from '../reads.ts';
import { identity } from '../../project/sections/identity.ts';
import { sortById } from './identities.ts';

/** At most this much of an identity goes into a message. */
const MAX_QUOTED = 100;

/** Objects of a list; a part that failed leaves the rest. */
export interface ListedObjects {
  readonly values: readonly JsonValue[];
  readonly failures: readonly string[];
}

function quote(value: JsonValue): string {
  return JSON.stringify(identity(value).slice(0, MAX_QUOTED));
}

/** Leaves out, by name, what a backup cannot hold. */
export function withinLimits(values: readonly JsonValue[]): ListedObjects {
  const failures: string[] = [];
  const kept = values.filter((value) => {
    const reason = objectLimitReason(value);
    if (reason !== undefined) failures.push(`${quote(value)} cannot be saved: ${reason}`);
    return reason === undefined;
  });
  return { values: kept, failures };
}

/** The list that an answer carries, sorted by id. */
export async function listOf(
  client: DescopeApiClient,
  name: EndpointName,
  parameters?: CallParameters,
): Promise<ListedObjects> {
  const answer = await client.call(name, parameters);
  const all = answer[READS[name].carries.key ?? ''] as readonly JsonValue[];
  const { values, failures } = withinLimits(all);
  const missing = shortage(answer, all.length, 'entries');
  return {
    values: sortById(values),
    failures: missing === undefined ? failures : [...failures, missing],
  };
}

/** A text that is the same for a value whose lists are in another order. */
function orderless(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${(value as readonly JsonValue[]).map(orderless).sort().join(',')}]`;
  }
  if (!isJsonObject(value)) return canonicalJson(value);
  const members = Object.keys(value).map(
    (key) => `${JSON.stringify(key)}:${orderless(value[key] as JsonValue)}`,
  );
  return `{${members.sort().join(',')}}`;
}

/**
 * Adds what a page brought to what came before. A page may repeat another one; two objects of one
 * id are both kept.
 *
 * @param found by their identities and what they hold
 * @returns whether there was anything new
 */
export function addPage(found: Map<string, JsonValue>, page: readonly JsonValue[]): boolean {
  const before = found.size;
  for (const value of page) {
    const key = `${identity(value)}\n${orderless(value)}`;
    if (!found.has(key)) found.set(key, value);
  }
  return found.size > before;
}

/** Ids and names that more than one object of a list has, and how many have them. */
export function repeatedIdentities(value: JsonValue): [id: string, count: number][] {
  if (!Array.isArray(value)) return [];
  const counts = new Map<string, number>();
  for (const one of value as readonly JsonValue[]) {
    if (!isJsonObject(one) || typeof one['id'] !== 'string' || one['id'] === '') continue;
    counts.set(one['id'], (counts.get(one['id']) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1);
}
