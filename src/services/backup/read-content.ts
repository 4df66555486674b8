/** The files of a backup, read to be proven: their hashes, and what of them counts as content. */
import type { ProjectBackup } from '../../models/backup.ts';
import { parseJson } from '../../json/parse.ts';
import { readChunks, readHashed } from '../../storage/durable-files.ts';
import { contentFileOf, parseSnapshotFile } from './content-files.ts';
import {
  compareEntries,
  hashedFlow,
  hashedResource,
  hashedSnapshotFile,
  hashedTenant,
  type ContentEntry,
  type HashRules,
} from './content-hash.ts';
import { ProjectFileParser } from './project-file/parse.ts';

/**
 * What must be known of a project.json: what stands around its entries, and these as they are
 * hashed.
 */
export interface ProjectFileFacts {
  readonly project: ProjectBackup;
  readonly tenants: readonly ContentEntry[];
  readonly flows: readonly ContentEntry[];
}

/** Reads what stands beside project.json and counts for the content hash. */
export function readOtherContent(
  path: string,
  bytes: Buffer,
  content: OtherContent,
  rules: HashRules,
): void {
  const file = contentFileOf(path);
  if (file?.folder === 'resources') {
    content.resources.push(hashedResource(file.section, parseJson(bytes), rules));
  } else if (file?.folder === 'snapshot') {
    content.snapshot.push(
      hashedSnapshotFile(file.path, parseSnapshotFile(file.path, bytes), rules),
    );
  }
}

export interface OtherContent {
  readonly resources: ContentEntry[];
  readonly snapshot: ContentEntry[];
}

/** What a file holds, or what is wrong with it, and its hash. */
export interface ReadContent<T> {
  readonly sha256: string;
  readonly content: { readonly value: T } | { readonly failure: Error };
}

function outcomeOf<T>(read: () => T): ReadContent<T>['content'] {
  try {
    return { value: read() };
  } catch (error) {
    return { failure: error as Error };
  }
}

export async function readWhole<T>(
  path: string,
  read: (bytes: Buffer) => T,
): Promise<ReadContent<T>> {
  const { bytes, sha256 } = await readHashed(path);
  return { sha256, content: outcomeOf(() => read(bytes)) };
}

/** Reads a project.json in chunks: it can be large. */
export async function readProject(
  path: string,
  rules: HashRules,
): Promise<ReadContent<ProjectFileFacts>> {
  const tenants: ContentEntry[] = [];
  const flows: ContentEntry[] = [];
  const parser = new ProjectFileParser({
    tenant: (id, content) => tenants.push(hashedTenant(id, content, rules)),
    flow: (id, data) => flows.push(hashedFlow(id, data, rules)),
  });
  let failed: { readonly failure: Error } | undefined;
  const sha256 = await readChunks(path, (chunk) => {
    if (failed !== undefined) return;
    const content = outcomeOf(() => {
      parser.push(chunk);
    });
    if ('failure' in content) failed = content;
  });
  const content =
    failed ??
    outcomeOf(() => ({
      project: parser.end(),
      tenants: tenants.sort(compareEntries),
      flows: flows.sort(compareEntries),
    }));
  return { sha256, content };
}
