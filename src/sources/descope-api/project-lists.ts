/** The lists of tenants and flows, by which one can tell whether a project is being changed. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../storage/json-value.ts';
import { canonicalJson } from '../../storage/json-write.ts';
import type { DescopeApiClient } from './client.ts';
import { SectionError } from './errors.ts';
import { listOf } from './section-calls.ts';

/** The entries of a list by their ids. */
export type Entries = ReadonlyMap<string, JsonObject>;

/** The two lists that tell whether a project moves; undefined where one is not wanted or failed. */
export interface Lists {
  readonly tenants: Entries | undefined;
  readonly flows: Entries | undefined;
}

function byId(what: string, values: readonly JsonValue[]): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const value of values) {
    if (!isJsonObject(value) || typeof value['id'] !== 'string' || value['id'] === '') {
      throw new SectionError(`the list of ${what} has an entry without an id`);
    }
    found.set(value['id'], value);
  }
  return found;
}

/** @throws SectionError, DescopeApiError */
export async function listTenants(client: DescopeApiClient): Promise<Entries> {
  return byId('tenants', await listOf(client, 'tenants'));
}

/** @throws SectionError, DescopeApiError */
export async function listFlows(client: DescopeApiClient): Promise<Entries> {
  return byId('flows', await listOf(client, 'flowList'));
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
  const text = (entry: JsonObject | undefined) =>
    entry === undefined ? '' : canonicalJson(withoutNoise(entry));
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...ids].filter((id) => text(before?.get(id)) !== text(after?.get(id)));
}
