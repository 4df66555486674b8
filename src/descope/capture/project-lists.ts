/** The lists of tenants and flows, by which one can tell whether a project is being changed. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { objectLimitReason } from '../../json/limits.ts';
import { PackedJson } from '../../json/packed.ts';
import { readInRuns, shortage } from '../answer.ts';
import type { DescopeApiClient } from '../client.ts';
import { READ_ENDPOINTS } from '../reads.ts';
import { SectionError } from '../errors.ts';

/**
 * The entries of a list by their ids, in the order of these: mostly one, and all where an id is
 * there twice.
 */
export type Entries = ReadonlyMap<string, readonly PackedJson<JsonObject>[]>;

/** What a list gave. A part that failed leaves the rest. */
export interface Listed {
  readonly entries: Entries;
  readonly failure: string | undefined;
}

/** The two lists that tell whether a project moves; undefined where one is not wanted or failed. */
export interface Lists {
  readonly tenants: Entries | undefined;
  readonly flows: Entries | undefined;
}

/** Takes away what says nothing of the configuration. */
export type WithoutNoise = (value: JsonValue) => JsonValue;

export function countOf(entries: Entries): number {
  let count = 0;
  for (const some of entries.values()) count += some.length;
  return count;
}

/** Ids that more than one entry has, and how many have them. */
export function repeatedIds(entries: Entries | undefined): [id: string, count: number][] {
  return [...(entries ?? [])].flatMap(([id, { length }]) => (length > 1 ? [[id, length]] : []));
}

async function listById(
  client: DescopeApiClient,
  name: 'tenants' | 'flowList',
  what: string,
  withoutNoise: WithoutNoise,
): Promise<Listed> {
  const found = new Map<string, PackedJson<JsonObject>[]>();
  const failures: string[] = [];
  let count = 0;
  const chunks = await client.callForChunks(name);
  const rest = readInRuns(READ_ENDPOINTS[name], chunks, client.redactor, (run) => {
    for (const value of Object.values(run as JsonObject)) {
      if (!isJsonObject(value) || typeof value['id'] !== 'string' || value['id'] === '') {
        throw new SectionError(`the list of ${what} has an entry without an id`);
      }
      const { id } = value;
      count++;
      const reason = objectLimitReason(value);
      if (reason !== undefined) {
        failures.push(`${what}: ${JSON.stringify(id)} cannot be saved: ${reason}`);
        continue;
      }
      const entry = new PackedJson(value);
      const others = found.get(id);
      if (others === undefined) found.set(id, [entry]);
      else others.push(entry);
    }
  });
  const text = (entry: PackedJson<JsonObject>) => canonicalJson(withoutNoise(entry.unpack()));
  for (const [id, some] of found) {
    // Of two under one id the same one is first, whatever the order of the answer.
    if (some.length > 1)
      found.set(
        id,
        some.sort((a, b) => (text(a) < text(b) ? -1 : 1)),
      );
  }
  const missing = shortage(rest, count, what);
  if (missing !== undefined) failures.push(missing);
  return {
    entries: new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1))),
    failure: failures.length === 0 ? undefined : failures.join('; '),
  };
}

/** @throws SectionError, DescopeApiError */
export async function listTenants(
  client: DescopeApiClient,
  withoutNoise: WithoutNoise,
): Promise<Listed> {
  return listById(client, 'tenants', 'tenants', withoutNoise);
}

/** @throws SectionError, DescopeApiError */
export async function listFlows(
  client: DescopeApiClient,
  withoutNoise: WithoutNoise,
): Promise<Listed> {
  return listById(client, 'flowList', 'flows', withoutNoise);
}

/** Lists anew what was listed before. @throws SectionError, DescopeApiError */
export async function listAgain(
  client: DescopeApiClient,
  before: Lists,
  withoutNoise: WithoutNoise,
): Promise<Lists> {
  return {
    tenants: before.tenants && (await listTenants(client, withoutNoise)).entries,
    flows: before.flows && (await listFlows(client, withoutNoise)).entries,
  };
}

/** Ids whose entry was added, removed or changed. */
export function changedIds(
  before: Entries | undefined,
  after: Entries | undefined,
  withoutNoise: WithoutNoise,
): string[] {
  const text = (entry: PackedJson<JsonObject>) => canonicalJson(withoutNoise(entry.unpack()));
  const isChanged = (id: string): boolean => {
    const [old, now] = [before?.get(id), after?.get(id)];
    if (old === undefined || old.length !== now?.length) return true;
    return old.some((entry, index) => {
      const other = now[index];
      if (other === undefined) return true;
      return entry.compare(other) !== 0 && text(entry) !== text(other);
    });
  };
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter(isChanged);
}
