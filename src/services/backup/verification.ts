/** The proof of a backup by its bytes on the disk. */
import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentRules, type BackupManifest } from '../../models/manifest.ts';
import { fileSizeProblem } from '../../storage/archive-limits.ts';
import { CHECKSUMS_FILE, parseChecksums } from '../../storage/checksums.ts';
import { explainIoError, isOfContent } from '../../storage/io-errors.ts';
import { listFiles } from '../../storage/list-files.ts';
import { parseBackupId, wholeSecond } from './backup-id.ts';
import { compareIds, contentSha256 } from './content-hash.ts';
import { CONTENT_RULES } from '../../project/noise.ts';
import { parseManifest } from './parse-manifest.ts';
import { PROJECT_FILE } from './project-file/layout.ts';
import {
  readOtherContent,
  readProject,
  readWhole,
  type OtherContent,
  type ProjectFileFacts,
  type ReadContent,
} from './read-content.ts';

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

/**
 * Problems that are told of one backup, and characters of each: more are of no use, and may be made
 * to fill a log.
 */
const MAX_PROBLEMS = 20;
const MAX_PROBLEM_LENGTH = 1000;

function damaged(...all: readonly string[]): Verification & { readonly verified: false } {
  const problems = all
    .slice(0, MAX_PROBLEMS)
    .map((text) =>
      text.length > MAX_PROBLEM_LENGTH ? `${text.slice(0, MAX_PROBLEM_LENGTH)}...` : text,
    );
  if (all.length > MAX_PROBLEMS) problems.push(`and ${all.length - MAX_PROBLEMS} more`);
  return { verified: false, problems, unreadable: false, isLegacy: false };
}

/** Compares the files of a folder with its SHA256SUMS. */
function compareFileLists(files: readonly string[], sums: ReadonlyMap<string, string>): string[] {
  const present = new Set(files.filter((file) => file !== CHECKSUMS_FILE));
  return [
    ...[...present]
      .filter((file) => !sums.has(file))
      .map((file) => `${file} is not listed in ${CHECKSUMS_FILE}`),
    ...[...sums.keys()]
      .filter((file) => !present.has(file))
      .map((file) => `${file} is listed in ${CHECKSUMS_FILE} but missing`),
  ];
}

/** Where the backup is that is proven. */
interface VerifiedPlace {
  readonly path: string;
  /** Whether it may lie elsewhere than in its project's folder. */
  readonly isMoved: boolean;
}

/** What does not fit together between the folder's place, its manifest and its content. */
function compareFacts(
  { path, isMoved }: VerifiedPlace,
  manifest: BackupManifest,
  { project, tenants, flows }: ProjectFileFacts,
  contentHash: string,
): string[] {
  const id = basename(path);
  const projectId = isMoved ? manifest.project_id : basename(dirname(path));
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

/** What is too large to be read. */
async function findOversize(path: string, files: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const file of files) {
    const reason = fileSizeProblem(file, (await lstat(join(path, file))).size);
    if (reason !== undefined) problems.push(`${file}: ${reason}`);
  }
  return problems;
}

async function readAndCompare(place: VerifiedPlace): Promise<Verification> {
  const { path } = place;
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
  const oversize = await findOversize(path, files);
  if (oversize.length > 0) return damaged(...oversize);
  const sums = parseChecksums(await readFile(join(path, CHECKSUMS_FILE), 'utf8'));
  const problems = compareFileLists(files, sums);
  if (problems.length > 0) return damaged(...problems);

  const contentProblems: string[] = [];
  const other: OtherContent = { resources: [], snapshot: [] };
  /** A file that was changed is that first of all: what its content says then is not told. */
  const check = async <T>(
    file: string,
    read: () => Promise<ReadContent<T>>,
  ): Promise<T | undefined> => {
    const { sha256, content } = await read();
    if (sha256 !== sums.get(file)) {
      problems.push(`${file} was changed: its SHA-256 is another one`);
      return undefined;
    }
    if ('value' in content) return content.value;
    const isCore = file === MANIFEST_FILE || file === PROJECT_FILE;
    (isCore ? contentProblems : problems).push(`${file}: ${content.failure.message}`);
    return undefined;
  };
  for (const file of [MANIFEST_FILE, PROJECT_FILE]) {
    if (!sums.has(file)) contentProblems.push(`${file}: it is missing`);
  }
  const manifest = sums.has(MANIFEST_FILE)
    ? await check(MANIFEST_FILE, () => readWhole(join(path, MANIFEST_FILE), parseManifest))
    : undefined;
  const rules = {
    type: manifest?.source.type ?? 'config-file',
    contentRules: manifest === undefined ? CONTENT_RULES : contentRules(manifest),
  } as const;
  const facts = sums.has(PROJECT_FILE)
    ? await check(PROJECT_FILE, () => readProject(join(path, PROJECT_FILE), rules))
    : undefined;
  for (const file of sums.keys()) {
    if (file === MANIFEST_FILE || file === PROJECT_FILE) continue;
    await check(file, () =>
      readWhole(join(path, file), (bytes) => {
        readOtherContent(file, bytes, other, rules);
      }),
    );
  }
  if (problems.length > 0) return damaged(...problems);
  if (manifest === undefined || facts === undefined) return damaged(...contentProblems);
  const contentHash = contentSha256({
    tenants: facts.tenants,
    flows: facts.flows,
    resources: other.resources.sort(compareIds),
    snapshot: other.snapshot.sort(compareIds),
  });
  problems.push(...compareFacts(place, manifest, facts, contentHash));
  return problems.length > 0
    ? damaged(...problems)
    : { verified: true, manifest, manifestSha256: sums.get(MANIFEST_FILE) ?? '' };
}

/**
 * Reads a backup folder back from the disk and proves it: SHA256SUMS lists exactly the files that
 * are there and every hash holds, project.json and manifest.json parse, agree with each other and
 * with the folder's name, and give the recorded content hash again. Links are damage and are not
 * followed.
 *
 * @param options.isMoved the folder was taken out of its project's folder, which then says nothing
 * of the project
 */
export async function verifyBackup(
  path: string,
  { isMoved = false }: { readonly isMoved?: boolean } = {},
): Promise<Verification> {
  try {
    if (!(await lstat(path)).isDirectory()) return damaged('it is not a folder');
    return await readAndCompare({ path, isMoved });
  } catch (error) {
    const { message } = explainIoError(error, 'it could not be read');
    return { ...damaged(message), unreadable: !isOfContent(error) };
  }
}
