/**
 * The content hash: the same for the same configuration, on any day and machine. docs/format.md
 * defines it.
 */
import { createHash } from 'node:crypto';
import type { BackupSource } from '../../models/manifest.ts';
import { sha256 } from '../../storage/checksums.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { noiseOf } from '../../project/noise.ts';
import type { ProjectContent, TenantContent } from './project-content.ts';

/** Entries are joined into pieces of about this length before they are hashed. */
const PIECE_LENGTH = 64 * 1024;

/** Something that was saved under an id, as canonical JSON. */
export interface ContentEntry {
  readonly id: string;
  readonly text: string;
}

/** Everything that the content hash is made of, each sorted by {@link compareIds}. */
export interface HashedContent {
  readonly tenants: Iterable<ContentEntry>;
  readonly flows: Iterable<ContentEntry>;
  readonly resources: readonly ContentEntry[];
  readonly snapshot: readonly ContentEntry[];
}

/** What the hash of a value depends on beside the value. */
export interface HashRules {
  /**
   * What comes from a config file is taken as it is; what comes from the Management API is large,
   * and has noise.
   */
  readonly type: BackupSource['type'];
  /** The number of the rules of noise. */
  readonly contentRules: number;
}

/** A tenant's domains are a set: their order says nothing. */
export function withSortedDomains(config: JsonObject): JsonObject {
  const domains = config['domains'];
  return Array.isArray(domains) && domains.length > 1
    ? { ...config, domains: [...(domains as JsonValue[])].sort() }
    : config;
}

export function hashedTenant(
  id: string,
  { config, data }: TenantContent,
  { contentRules }: HashRules,
): ContentEntry {
  const text = canonicalJson({
    config: withSortedDomains(config),
    ...(data !== undefined && { tenant_data: noiseOf(contentRules).object(data) }),
    tenant_id: id,
  });
  return { id, text };
}

/**
 * What is large counts through the hash of its own canonical JSON: its text need not be kept until
 * all is read.
 */
function digestOf(value: JsonValue): string {
  return `sha256:${sha256(canonicalJson(value))}`;
}

export function hashedFlow(
  id: string,
  data: JsonObject,
  { type, contentRules }: HashRules,
): ContentEntry {
  const content = type === 'management-api' ? digestOf(noiseOf(contentRules).object(data)) : data;
  return { id, text: canonicalJson({ flow_data: content, flow_id: id }) };
}

export function hashedResource(
  section: string,
  value: JsonValue,
  { contentRules }: HashRules,
): ContentEntry {
  const kept = noiseOf(contentRules).resource(section, value);
  return {
    id: section,
    text: `${JSON.stringify(section)}:${JSON.stringify(digestOf(kept))}`,
  };
}

export function hashedSnapshotFile(
  path: string,
  content: JsonValue | Buffer,
  { contentRules }: HashRules,
): ContentEntry {
  const text = Buffer.isBuffer(content)
    ? JSON.stringify(`sha256:${sha256(content)}`)
    : JSON.stringify(digestOf(noiseOf(contentRules).snapshotFile(path, content)));
  return { id: path, text: `${JSON.stringify(path)}:${text}` };
}

/** Orders ids by UTF-16 code units, as canonical JSON orders keys. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Orders entries by their ids, and those of one id by their texts. */
export function compareEntries(a: ContentEntry, b: ContentEntry): number {
  return compareIds(a, b) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

function* joined(open: string, entries: Iterable<ContentEntry>, close: string): Generator<string> {
  yield open;
  let comma = '';
  for (const { text } of entries) {
    yield comma + text;
    comma = ',';
  }
  yield close;
}

function* pieces({ flows, resources, snapshot, tenants }: HashedContent): Generator<string> {
  yield* joined('{"flows":[', flows, '],');
  if (resources.length > 0) yield* joined('"resources":{', resources, '},');
  if (snapshot.length > 0) yield* joined('"snapshot":{', snapshot, '},');
  yield* joined('"tenants":[', tenants, ']}');
}

/**
 * The hash of what was saved: SHA-256 over the canonical JSON of
 * `{"flows":[{"flow_data","flow_id"}],"tenants":[{"config","tenant_id"}]}`, with `resources` and
 * `snapshot` in between where there are any. Times, metadata and the order of keys do not count.
 * docs/format.md defines it to the byte.
 *
 * @returns hexadecimal SHA-256
 */
export function contentSha256(content: HashedContent): string {
  const hash = createHash('sha256');
  let text = '';
  for (const piece of pieces(content)) {
    text += piece;
    if (text.length < PIECE_LENGTH) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}

/** The content hash of what is about to be saved. */
export function hashContent(
  { tenants, flows, resources, snapshot }: ProjectContent,
  rules: HashRules,
): string {
  // Made one by one as they are hashed: all of their texts at once would double the memory.
  function* inOrder<T extends { readonly id: string }>(
    items: readonly T[],
    toEntry: (item: T) => ContentEntry,
  ) {
    let alike: ContentEntry[] = [];
    for (const item of [...items].sort(compareIds)) {
      if (alike[0] !== undefined && alike[0].id !== item.id) {
        yield* alike.sort(compareEntries);
        alike = [];
      }
      alike.push(toEntry(item));
    }
    yield* alike.sort(compareEntries);
  }
  return contentSha256({
    tenants: inOrder(tenants, ({ id, unpack }) => hashedTenant(id, unpack(), rules)),
    flows: inOrder(flows, ({ id, data }) => hashedFlow(id, data.unpack() as JsonObject, rules)),
    resources: [...resources]
      .map(([section, value]) => hashedResource(section, value, rules))
      .sort(compareIds),
    snapshot: [...snapshot]
      .map(([path, file]) =>
        hashedSnapshotFile(path, Buffer.isBuffer(file) ? file : file.unpack(), rules),
      )
      .sort(compareIds),
  });
}
