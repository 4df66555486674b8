import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';

/** Entries are joined into pieces of about this length before they are hashed. */
const PIECE_LENGTH = 64 * 1024;

/** A saved tenant or flow under its id, its content as canonical JSON. */
export interface ContentEntry {
  readonly id: string;
  readonly content: string;
}

/** A tenant's domains are a set: their order says nothing. */
export function canonicalTenant(config: JsonObject): string {
  const domains = config['domains'];
  return canonicalJson(
    Array.isArray(domains) && domains.length > 1
      ? { ...config, domains: [...(domains as JsonValue[])].sort() }
      : config,
  );
}

export function canonicalFlow(flowData: JsonObject): string {
  return canonicalJson(flowData);
}

/** Orders ids by UTF-16 code units, as canonical JSON orders keys. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function* contentPieces(
  flows: Iterable<ContentEntry>,
  tenants: Iterable<ContentEntry>,
): Generator<string> {
  yield '{"flows":[';
  let comma = '';
  for (const { id, content } of flows) {
    yield `${comma}{"flow_data":${content},"flow_id":${JSON.stringify(id)}}`;
    comma = ',';
  }
  yield '],"tenants":[';
  comma = '';
  for (const { id, content } of tenants) {
    yield `${comma}{"config":${content},"tenant_id":${JSON.stringify(id)}}`;
    comma = ',';
  }
  yield ']}';
}

/**
 * The hash of what was saved: SHA-256 over the canonical JSON of
 * `{"flows":[{"flow_data","flow_id"}],"tenants":[{"config","tenant_id"}]}`. Times, metadata and the order of keys
 * do not count. docs/format.md defines it to the byte.
 *
 * @param flows sorted by {@link compareIds}, as tenants are
 * @returns hexadecimal SHA-256
 */
export function contentSha256(
  flows: Iterable<ContentEntry>,
  tenants: Iterable<ContentEntry>,
): string {
  const hash = createHash('sha256');
  let text = '';
  for (const piece of contentPieces(flows, tenants)) {
    text += piece;
    if (text.length < PIECE_LENGTH) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}
