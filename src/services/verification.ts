import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupManifest, FORMAT_VERSION } from '../models/manifest.ts';
import { CHECKSUMS_FILE, parseChecksums } from '../storage/checksums.ts';
import { readHashed } from '../storage/durable-files.ts';
import { errorCode, explainIoError } from '../storage/io-errors.ts';
import { parseJson } from '../storage/json-parse.ts';
import { isJsonObject } from '../storage/json-value.ts';
import { listFiles } from '../storage/list-files.ts';
import { parseBackupId, wholeSecond } from './backup-id.ts';
import {
  compareIds,
  contentSha256,
  hashedResource,
  hashedSnapshotFile,
  type ContentEntry,
} from './content-hash.ts';
import { isJsonFile, RESOURCES_FOLDER, SNAPSHOT_FOLDER } from './other-files.ts';
import { PROJECT_FILE, readProject, type ProjectFileFacts } from './project-file.ts';

export const MANIFEST_FILE = 'manifest.json';

/** What a backup folder turned out to be when it was read back. */
export type Verification =
  | {
      readonly verified: true;
      readonly manifest: BackupManifest;
      /** Hexadecimal SHA-256 of manifest.json: what the next link of the chain names. */
      readonly manifestSha256: string;
    }
  | {
      readonly verified: false;
      /** What is wrong, a sentence each; at least one. */
      readonly problems: readonly string[];
      /** The folder, or something in it, could not be read at all: it may well be good. */
      readonly unreadable: boolean;
      /** A folder of the original Python tool, which has nothing to be verified by. */
      readonly isLegacy: boolean;
    };

function damaged(...problems: string[]): Verification & { readonly verified: false } {
  return { verified: false, problems, unreadable: false, isLegacy: false };
}

/** Compares the files of a folder with its SHA256SUMS. */
function compareFileLists(files: readonly string[], sums: ReadonlyMap<string, string>): string[] {
  const present = files.filter((file) => file !== CHECKSUMS_FILE);
  return [
    ...present
      .filter((file) => !sums.has(file))
      .map((file) => `${file} is not listed in ${CHECKSUMS_FILE}`),
    ...[...sums.keys()]
      .filter((file) => !present.includes(file))
      .map((file) => `${file} is listed in ${CHECKSUMS_FILE} but missing`),
  ];
}

function readManifest(bytes: Buffer): BackupManifest {
  const value = parseJson(bytes);
  const version = isJsonObject(value) ? value['format_version'] : undefined;
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    throw new Error(`format version ${version} is newer than this release can read`);
  }
  const manifest = BackupManifest.safeParse(value);
  if (!manifest.success) {
    const { path, message } = manifest.error.issues[0] ?? { path: [], message: '' };
    throw new Error(`not a backup manifest: ${path.join('.') || 'top level'}: ${message}`);
  }
  return manifest.data;
}

/** What does not fit together between the folder's place, its manifest and its content. */
function compareFacts(
  path: string,
  manifest: BackupManifest,
  { project, tenants, flows }: ProjectFileFacts,
  contentHash: string,
): string[] {
  const id = basename(path);
  const projectId = basename(dirname(path));
  const problems: string[] = [];
  const expect = (what: string, found: unknown, expected: unknown): void => {
    if (found !== expected) {
      problems.push(`${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
    }
  };
  const expectTime = (what: string, found: string): void => {
    if (wholeSecond(Date.parse(found)) !== parseBackupId(id)?.time) {
      problems.push(`${what} ${found} is not the folder's time`);
    }
  };
  expect(`${MANIFEST_FILE}: backup_id`, manifest.backup_id, id);
  expect(`${MANIFEST_FILE}: project_id`, manifest.project_id, projectId);
  expectTime(`${MANIFEST_FILE}: created_at`, manifest.created_at);
  expectTime(`${PROJECT_FILE}: metadata.timestamp`, project.metadata.timestamp);
  expect(`${PROJECT_FILE}: project_id`, project.project_id, projectId);
  expect(`${PROJECT_FILE}: metadata.project_id`, project.metadata.project_id, projectId);
  expect(`${PROJECT_FILE}: environment`, project.environment, manifest.environment);
  expect(
    `${PROJECT_FILE}: metadata.environment`,
    project.metadata.environment,
    manifest.environment,
  );
  expect(`${MANIFEST_FILE}: counts.tenants`, manifest.counts.tenants, tenants.length);
  expect(`${MANIFEST_FILE}: counts.flows`, manifest.counts.flows, flows.length);
  expect(`${MANIFEST_FILE}: content_sha256`, manifest.content_sha256, contentHash);
  return problems;
}

/** Reads what stands beside project.json and counts for the content hash. */
function readOtherContent(path: string, bytes: Buffer, content: OtherContent): void {
  if (path.startsWith(RESOURCES_FOLDER)) {
    const section = path.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
    content.resources.push(hashedResource(section, parseJson(bytes)));
  } else if (path.startsWith(SNAPSHOT_FOLDER)) {
    const file = path.slice(SNAPSHOT_FOLDER.length);
    content.snapshot.push(hashedSnapshotFile(file, isJsonFile(file) ? parseJson(bytes) : bytes));
  }
}

interface OtherContent {
  readonly resources: ContentEntry[];
  readonly snapshot: ContentEntry[];
}

async function readAndCompare(path: string): Promise<Verification> {
  const { files, others } = await listFiles(path);
  if (others.length > 0) {
    return damaged(...others.map((other) => `${other} is a link or another special file`));
  }
  if (!files.includes(CHECKSUMS_FILE)) {
    const isLegacy = files.length === 1 && files[0] === PROJECT_FILE;
    const problem = isLegacy
      ? `${PROJECT_FILE} alone: a folder of the original Python tool, without checksums`
      : `${CHECKSUMS_FILE} is missing`;
    return { ...damaged(problem), isLegacy };
  }
  const sums = parseChecksums(await readFile(join(path, CHECKSUMS_FILE), 'utf8'));
  const problems = compareFileLists(files, sums);
  if (problems.length > 0) return damaged(...problems);

  const other: OtherContent = { resources: [], snapshot: [] };
  const contents = new Map<string, Buffer>();
  const attempt = <T>(file: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(`${file}: ${(error as Error).message}`);
      return undefined;
    }
  };
  for (const [file, sum] of sums) {
    const { bytes, sha256 } = await readHashed(join(path, file));
    if (sha256 !== sum) problems.push(`${file} was changed: its SHA-256 is another one`);
    else if (file === PROJECT_FILE || file === MANIFEST_FILE) contents.set(file, bytes);
    else {
      attempt(file, () => {
        readOtherContent(file, bytes, other);
      });
    }
  }
  if (problems.length > 0) return damaged(...problems);

  const bytesOf = (file: string): Buffer => {
    const bytes = contents.get(file);
    if (bytes === undefined) throw new Error('it is missing');
    return bytes;
  };
  const manifest = attempt(MANIFEST_FILE, () => readManifest(bytesOf(MANIFEST_FILE)));
  const facts = attempt(PROJECT_FILE, () =>
    readProject(bytesOf(PROJECT_FILE), manifest?.source.type ?? 'config-file'),
  );
  if (manifest === undefined || facts === undefined) return damaged(...problems);
  const contentHash = contentSha256({
    tenants: facts.tenants,
    flows: facts.flows,
    resources: other.resources.sort(compareIds),
    snapshot: other.snapshot.sort(compareIds),
  });
  problems.push(...compareFacts(path, manifest, facts, contentHash));
  return problems.length > 0
    ? damaged(...problems)
    : { verified: true, manifest, manifestSha256: sums.get(MANIFEST_FILE) ?? '' };
}

/**
 * Reads a backup folder back from the disk and proves it: SHA256SUMS lists exactly the files that are there and
 * every hash holds, project.json and manifest.json parse, agree with each other and with the folder's name, and
 * give the recorded content hash again. Links are damage and are not followed.
 */
export async function verifyBackup(path: string): Promise<Verification> {
  try {
    if (!(await lstat(path)).isDirectory()) return damaged('it is not a folder');
    return await readAndCompare(path);
  } catch (error) {
    const code = errorCode(error);
    const problems = [explainIoError(error, 'it could not be read').message];
    const unreadable = code !== undefined && code !== 'ENOENT';
    return { verified: false, problems, unreadable, isLegacy: false };
  }
}
