import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';

/** Entries are joined into pieces of about this length before they are hashed. */
const PIECE_LENGTH = 64 * 1024;

interface Entry {
  readonly id: string;
  readonly text: string;
}

/** A tenant's domains are a set: their order says nothing. */
function withSortedDomains(config: JsonObject): JsonObject {
  const domains = config['domains'];
  if (!Array.isArray(domains) || domains.length < 2) return config;
  return { ...config, domains: [...(domains as JsonValue[])].sort() };
}

function compareById(a: Entry, b: Entry): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.text < b.text ? -1 : 1;
}

/**
 * The hash of what was saved: SHA-256 over the canonical JSON of
 * `{"flows":[{"flow_data","flow_id"}],"tenants":[{"config","tenant_id"}]}`, entries sorted by id. Times, metadata
 * and the order of keys do not count. docs/format.md defines it to the byte.
 */
export class ContentHash {
  readonly #tenants: Entry[] = [];
  readonly #flows: Entry[] = [];

  addTenant(id: string, config: JsonObject): void {
    const text = canonicalJson(withSortedDomains(config));
    this.#tenants.push({ id, text: `{"config":${text},"tenant_id":${JSON.stringify(id)}}` });
  }

  addFlow(id: string, flowData: JsonObject): void {
    const text = canonicalJson(flowData);
    this.#flows.push({ id, text: `{"flow_data":${text},"flow_id":${JSON.stringify(id)}}` });
  }

  /** Hexadecimal SHA-256. */
  digest(): string {
    const hash = createHash('sha256');
    let piece = '{"flows":[';
    const add = (entries: Entry[]): void => {
      for (const [index, { text }] of entries.sort(compareById).entries()) {
        piece += index === 0 ? text : `,${text}`;
        if (piece.length >= PIECE_LENGTH) {
          hash.update(piece);
          piece = '';
        }
      }
    };
    add(this.#flows);
    piece += '],"tenants":[';
    add(this.#tenants);
    hash.update(`${piece}]}`);
    return hash.digest('hex');
  }
}
