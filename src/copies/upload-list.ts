/** The files of an artifact one by one, with what is left out and why. */
import { constants } from 'node:fs';
import { access, lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InspectedBackup } from '../services/index.ts';
import {
  ARTIFACT_LIMITS,
  fileSizeProblem,
  pathSizeProblem,
  sizeInWords,
  type ArchiveLimits,
} from '../storage/archive-limits.ts';
import { CHECKSUMS_FILE, parseChecksums } from '../storage/checksums.ts';
import { explainIoError } from '../storage/io-errors.ts';
import { listFiles } from '../storage/list-files.ts';
import { unsafeNameReason } from '../storage/safe-names.ts';

const READING_AGAIN = 'could not read the new backup again for the artifact';

/** As much of a backup as uploading needs. */
export type RetainedBackup = Pick<InspectedBackup, 'id' | 'path' | 'verification'>;

export interface UploadList {
  /** Absolute paths of regular files. */
  readonly files: readonly string[];
  /** What is left out: a sentence each. */
  readonly warnings: readonly string[];
  /** Why good backups had to be left out, and what to do, if so. */
  readonly excess?: string;
}

export interface UploadListOptions {
  /** Whether names of files may be told: they hold ids of flows. Default: true. */
  readonly mayName?: boolean;
  /** What an artifact may hold, since more is not read back. */
  readonly limits?: Pick<ArchiveLimits, 'entries' | 'bytes' | 'folders'>;
}

/** Why the file would not be taken by the artifact service, or not be read back, if so. */
async function reasonToLeaveOut(folder: string, file: string): Promise<string | undefined> {
  const reason = pathSizeProblem(file) ?? file.split('/').map(unsafeNameReason).find(Boolean);
  if (reason !== undefined) return reason;
  try {
    const path = join(folder, file);
    await access(path, constants.R_OK);
    return fileSizeProblem(file, (await lstat(path)).size);
  } catch {
    return 'it cannot be read';
  }
}

/**
 * Makes sure that nothing of the new backup has gone since it was proven.
 *
 * @param files what is about to be uploaded
 */
async function requireWhole(
  path: string,
  files: ReadonlySet<string>,
  mayName: boolean,
): Promise<void> {
  const sums = parseChecksums(await readFile(join(path, CHECKSUMS_FILE), 'utf8'));
  const gone = [CHECKSUMS_FILE, ...sums.keys()].filter((file) => !files.has(join(path, file)));
  if (gone.length > 0) {
    const what = mayName ? gone.join(', ') : `${gone.length} files`;
    throw new Error(`the new backup at ${path} lost ${what} after it was proven`);
  }
}

/** What of one backup goes into the artifact, and what does not. */
interface Listed {
  readonly files: readonly string[];
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
  readonly folders: number;
  readonly bytes: number;
}

async function listBackup({ path, verification }: RetainedBackup): Promise<Listed> {
  const content = await listFiles(path);
  const leftOut = content.others.map((file) => ({
    file,
    reason: 'it is a link or another special file',
  }));
  const files: string[] = [];
  const folders = new Set<string>();
  let bytes = 0;
  for (const file of content.files) {
    const reason = verification.verified ? undefined : await reasonToLeaveOut(path, file);
    if (reason !== undefined) {
      leftOut.push({ file, reason });
      continue;
    }
    files.push(join(path, file));
    for (let above = dirname(file); !folders.has(above); above = dirname(above)) folders.add(above);
    bytes += (await lstat(join(path, file))).size;
  }
  return { files, leftOut, folders: folders.size, bytes };
}

function leftOutWarnings(id: string, { leftOut }: Listed, mayName: boolean): string[] {
  if (mayName) {
    return leftOut.map(
      ({ file, reason }) => `${id}/${file} is left out of the artifact: ${reason}`,
    );
  }
  return leftOut.length === 0
    ? []
    : [`${leftOut.length} files of ${id} are left out of the artifact: it is damaged`];
}

/**
 * The files of the retained backups, one by one. The artifact library would take a link for its target and die of
 * a file that it cannot read, so nothing is left to it. What would make the artifact larger than what is read back is left
 * out, the oldest backups first.
 *
 * @param backups newest first
 * @param newBackup the path of the backup that must not be left out
 * @throws Error when that one is not there as a whole, or too large by itself
 */
export async function listForUpload(
  backups: readonly RetainedBackup[],
  newBackup: string,
  { mayName = true, limits = ARTIFACT_LIMITS }: UploadListOptions = {},
): Promise<UploadList> {
  const files: string[] = [];
  const warnings: string[] = [];
  const tooMuch: string[] = [];
  // The folder of the project.
  const total = { entries: 0, folders: 1, bytes: 0 };
  // The new one comes first, whatever its date: the others share what is left.
  const isNew = ({ path }: RetainedBackup) => path === newBackup;
  for (const backup of [...backups.filter(isNew), ...backups.filter((one) => !isNew(one))]) {
    const { id, verification } = backup;
    try {
      const listed = await listBackup(backup);
      const next = {
        entries: total.entries + listed.files.length,
        folders: total.folders + listed.folders,
        bytes: total.bytes + listed.bytes,
      };
      const fits =
        next.entries <= limits.entries &&
        next.folders <= limits.folders &&
        next.bytes <= limits.bytes;
      if (!fits && verification.verified) tooMuch.push(id);
      if (!fits && isNew(backup)) break;
      if (!fits && !verification.verified) {
        warnings.push(`${id} is left out of the artifact: it is damaged, and too large for it`);
      }
      // A gap in the middle would look like backups that were lost.
      if (!fits || (verification.verified && tooMuch.length > 0)) continue;
      Object.assign(total, next);
      warnings.push(...leftOutWarnings(id, listed, mayName));
      files.push(...listed.files);
    } catch (error) {
      if (isNew(backup)) throw explainIoError(error, READING_AGAIN);
      const { message } = explainIoError(error, 'could not list it');
      warnings.push(
        `${id} is left out of the artifact: ${mayName ? message : 'it could not be listed'}`,
      );
    }
  }
  const bounds = `${limits.entries} files, ${limits.folders} folders and ${sizeInWords(limits.bytes)}, which is what is read back of one`;
  if (backups.some((backup) => isNew(backup) && tooMuch.includes(backup.id))) {
    throw new Error(
      `the new backup was not uploaded: an artifact holds ${bounds}. Save less of the project (input sections), or set upload-artifact to false and keep the backup elsewhere`,
    );
  }
  try {
    await requireWhole(newBackup, new Set(files), mayName);
  } catch (error) {
    throw explainIoError(error, READING_AGAIN);
  }
  if (tooMuch.length === 0) return { files, warnings };
  const first = tooMuch[0] as string;
  return {
    files,
    warnings,
    excess: `${first} and what is older was not uploaded: an artifact holds ${bounds}. Lower retention-days`,
  };
}
