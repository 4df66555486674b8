/** The lists of tenants and flows, by which one can tell whether a project is being changed. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import { canonicalJson } from '../../storage/json-write.ts';
import { PackedJson } from '../../storage/packed-json.ts';
import { readInRuns } from './answer.ts';
import type { DescopeApiClient } from './client.ts';
import { READ_ENDPOINTS } from './endpoints.ts';
import { SectionError } from './errors.ts';

/** The entries of a list by their ids, in the order of these. */
export type Entries = ReadonlyMap<string, PackedJson<JsonObject>>;

/** The two lists that tell whether a project moves; undefined where one is not wanted or failed. */
export interface Lists {
  readonly tenants: Entries | undefined;
  readonly flows: Entries | undefined;
}

async function listById(
  client: DescopeApiClient,
  name: 'tenants' | 'flowList',
  what: string,
): Promise<Entries> {
  const found = new Map<string, PackedJson<JsonObject>>();
  const chunks = await client.callForChunks(name);
  readInRuns(READ_ENDPOINTS[name], chunks, client.redactor, (run) => {
    for (const value of Object.values(run as JsonObject)) {
      if (!isJsonObject(value) || typeof value['id'] !== 'string' || value['id'] === '') {
        throw new SectionError(`the list of ${what} has an entry without an id`);
      }
      const { id } = value;
      const entry = new PackedJson(value);
      const other = found.get(id);
      // Of two under one id the same one stays, whatever the order of the answer.
      if (other === undefined || other.compare(entry) < 0) found.set(id, entry);
    }
  });
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws SectionError, DescopeApiError */
export async function listTenants(client: DescopeApiClient): Promise<Entries> {
  return listById(client, 'tenants', 'tenants');
}

/** @throws SectionError, DescopeApiError */
export async function listFlows(client: DescopeApiClient): Promise<Entries> {
  return listById(client, 'flowList', 'flows');
}

/** Lists anew what was listed before. @throws SectionError, DescopeApiError */
export async function listAgain(client: DescopeApiClient, before: Lists): Promise<Lists> {
  return {
    tenants: before.tenants && (await listTenants(client)),
    flows: before.flows && (await listFlows(client)),
  };
}

/**
 * Ids whose entry was added, removed or changed.
 *
 * @param withoutNoise takes away what says nothing
 */
export function changedIds(
  before: Entries | undefined,
  after: Entries | undefined,
  withoutNoise: (value: JsonValue) => JsonValue,
): string[] {
  const text = (entry: PackedJson<JsonObject>) => canonicalJson(withoutNoise(entry.unpack()));
  const isChanged = (id: string): boolean => {
    const [old, now] = [before?.get(id), after?.get(id)];
    if (old === undefined || now === undefined) return true;
    return old.compare(now) !== 0 && text(old) !== text(now);
  };
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter(isChanged);
}
