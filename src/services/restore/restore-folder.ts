/**
 * The folder of each restore, beside the backups of its project: made, listed, written and read
 * back.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonDuplicateKeyError, JsonSyntaxError, parseJson } from '../../json/parse.ts';
import { JsonDepthError } from '../../json/scan.ts';
import { isJsonObject, setOwn, type JsonValue } from '../../json/value.ts';
import { formatJson } from '../../json/write.ts';
import { JournalLine } from '../../models/restore-journal.ts';
import { RestorePlan } from '../../models/restore-plan.ts';
import { RestoreReport } from '../../models/restore-report.ts';
import { leftoverName } from '../../storage/atomic-directory.ts';
import { readHashed, syncDirectory, writeDurably } from '../../storage/durable-files.ts';
import { errorCode, explainIoError } from '../../storage/io-errors.ts';
import {
  compareNewestFirst,
  formatBackupId,
  parseBackupId,
  wholeSecond,
  type BackupId,
} from '../backup/backup-id.ts';
import { findProjectFolder } from '../backup/project-folder.ts';

/** No project has such a name: a project id holds no dot. */
const RESTORES = '.restores';
const STAGING = '.tmp-';
/** So many restores in one second are more than a mistake in the clock. */
const MAX_SEQUENCE = 1000;

/** Whether a folder of a backup root is that of restores: what is dated in it is no backup. */
export function isRestoresName(name: string): boolean {
  return name.endsWith(RESTORES);
}

export const PLAN_FILE = 'plan.json';
export const JOURNAL_FILE = 'journal.jsonl';
export const REPORT_FILE = 'report.json';
export const REPORT_PAGE = 'report.md';

export interface RestoreFolder extends BackupId {
  /** The folder's name, in the form of a backup's. */
  readonly id: string;
  readonly path: string;
}

/** What a journal holds: every line that was written whole. */
export interface Journal {
  readonly lines: readonly JournalLine[];
  /** Whether it ends in the middle of a line, as a killed process leaves it. */
  readonly isCut: boolean;
}

/**
 * Where the restores of a project are, or will be.
 *
 * @param backupRoot absolute path
 * @throws Error when the folder is a link, a file, or another project's
 */
export function findRestoresFolder(backupRoot: string, projectId: string): Promise<string> {
  return findProjectFolder(backupRoot, `${projectId}${RESTORES}`);
}

/**
 * Makes the folder of a new restore, under a name that no other has.
 *
 * @param now milliseconds since the epoch
 */
export async function createRestoreFolder(
  backupRoot: string,
  projectId: string,
  now: number,
): Promise<RestoreFolder> {
  try {
    await mkdir(backupRoot, { recursive: true });
    const parent = await findRestoresFolder(backupRoot, projectId);
    await mkdir(parent, { recursive: true });
    await syncDirectory(backupRoot);
    const time = wholeSecond(now);
    for (let sequence = 1; sequence <= MAX_SEQUENCE; sequence++) {
      const id = formatBackupId({ time, sequence });
      const path = join(parent, id);
      if (!(await makeNew(path))) continue;
      await syncDirectory(parent);
      return { id, path, time, sequence };
    }
  } catch (error) {
    throw explainIoError(error, 'could not make the folder of the restore');
  }
  throw new Error(
    `could not make the folder of the restore: ${MAX_SEQUENCE} of this second are there. Check the clock`,
  );
}

/** @returns false when something of this name is there */
async function makeNew(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Writes a file of a restore, in the place of an earlier one if there is one: whoever sees the name
 * sees all of it.
 *
 * @returns its path
 */
async function writeFileWhole(
  { id, path }: Pick<RestoreFolder, 'id' | 'path'>,
  name: string,
  text: string,
): Promise<string> {
  const target = join(path, name);
  const staging = join(path, leftoverName(STAGING, id));
  try {
    await writeDurably(staging, [text]);
    await rename(staging, target);
    await syncDirectory(path);
  } catch (error) {
    await rm(staging, { force: true }).catch(() => undefined);
    throw explainIoError(error, `could not write ${name} of the restore`);
  }
  return target;
}

/** A value as JSON has it: members that are not there are none. */
function withoutAbsent(value: unknown): JsonValue {
  if (Array.isArray(value)) return (value as readonly unknown[]).map(withoutAbsent);
  if (!isJsonObject(value)) return value as JsonValue;
  const result: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) {
    if ((member as unknown) !== undefined) setOwn(result, key, withoutAbsent(member));
  }
  return result;
}

/** Numbers of edits keep their digits, whoever wrote them. */
const asText = (value: RestorePlan | RestoreReport): string =>
  `${formatJson(withoutAbsent(value))}\n`;

export function writeRestorePlan(folder: RestoreFolder, plan: RestorePlan): Promise<string> {
  return writeFileWhole(folder, PLAN_FILE, asText(plan));
}

/** @param page the report as Markdown */
export async function writeRestoreReport(
  folder: RestoreFolder,
  report: RestoreReport,
  page: string,
): Promise<string> {
  const path = await writeFileWhole(folder, REPORT_FILE, asText(report));
  await writeFileWhole(folder, REPORT_PAGE, page);
  return path;
}

/** The restores of a project, newest first. */
export async function listRestores(
  backupRoot: string,
  projectId: string,
): Promise<RestoreFolder[]> {
  const parent = await findRestoresFolder(backupRoot, projectId);
  try {
    const found = (await readdir(parent, { withFileTypes: true })).flatMap((entry) => {
      const id = entry.isDirectory() ? parseBackupId(entry.name) : undefined;
      return id === undefined ? [] : [{ ...id, id: entry.name, path: join(parent, entry.name) }];
    });
    return found.sort(compareNewestFirst);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw explainIoError(error, `could not list the restores in ${parent}`);
  }
}

/** So many ids are told when the one that is asked for is not there. */
const MAX_TOLD = 5;

/** @throws Error that names the restores that are there */
export async function findRestore(
  backupRoot: string,
  projectId: string,
  restoreId: string,
): Promise<RestoreFolder> {
  const restores = await listRestores(backupRoot, projectId);
  const found = restores.find(({ id }) => id === restoreId);
  if (found !== undefined) return found;
  const names = restores.slice(0, MAX_TOLD).map(({ id }) => id);
  throw new Error(
    `there is no restore ${JSON.stringify(restoreId)} of project ${projectId} in ${await findRestoresFolder(backupRoot, projectId)}: ${names.length === 0 ? 'there is none at all' : `the newest are ${names.join(', ')}`}`,
  );
}

async function readText({ id, path }: RestoreFolder, name: string): Promise<Buffer> {
  try {
    return (await readHashed(join(path, name))).bytes;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new Error(`the restore ${id} has no ${name}: it ended before that was written`, {
        cause: error,
      });
    }
    throw explainIoError(error, `could not read ${name} of the restore ${id}`);
  }
}

function damaged(id: string, name: string, problem: string, cause?: unknown): Error {
  return new Error(
    `${name} of the restore ${id} is damaged: ${problem}. Take it from the artifact of its run`,
    { cause },
  );
}

/** @param where the file, and the line of it if it has lines */
function parseAs<Value>(model: z.ZodType<Value>, bytes: Buffer, id: string, where: string): Value {
  let value: JsonValue;
  try {
    value = parseJson(bytes);
  } catch (error) {
    const isOfText =
      error instanceof JsonSyntaxError ||
      error instanceof JsonDuplicateKeyError ||
      error instanceof JsonDepthError;
    if (!isOfText) throw error;
    throw damaged(id, where, error.message, error);
  }
  const result = model.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw damaged(id, where, `${place}${issue?.message ?? 'it has another form'}`, result.error);
}

/** @throws Error when it is not there, or not whole */
export async function readRestorePlan(folder: RestoreFolder): Promise<RestorePlan> {
  return parseAs(RestorePlan, await readText(folder, PLAN_FILE), folder.id, PLAN_FILE);
}

/** @throws Error when it is not there, as after a run that died, or not whole */
export async function readRestoreReport(folder: RestoreFolder): Promise<RestoreReport> {
  return parseAs(RestoreReport, await readText(folder, REPORT_FILE), folder.id, REPORT_FILE);
}

/**
 * Reads a journal. Each line was on the disk before what comes after it was done, so a last line
 * that is cut says nothing, and what is before it is certain.
 *
 * @throws Error when it is not there, or damaged anywhere but at its end
 */
export async function readJournal(folder: RestoreFolder): Promise<Journal> {
  const bytes = await readText(folder, JOURNAL_FILE);
  const end = bytes.lastIndexOf('\n') + 1;
  const lines: JournalLine[] = [];
  for (let start = 0; start < end;) {
    const next = bytes.indexOf('\n', start);
    const where = `${JOURNAL_FILE}, line ${lines.length + 1}`;
    lines.push(parseAs(JournalLine, bytes.subarray(start, next), folder.id, where));
    start = next + 1;
  }
  return { lines, isCut: end < bytes.length };
}
