/** The files of an artifact one by one, with what is left out and why. */
import { constants } from 'node:fs';
import { access, lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Reporter } from '../reporter/reporter.ts';
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

/** Knows whether names of files may be told. */
type ForStrangers = Pick<Reporter, 'mayName' | 'words'>;

export interface UploadListOptions {
  /** Knows whether names of files may be told: they hold ids of flows. */
  readonly reporter: ForStrangers;
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
  reporter: ForStrangers,
): Promise<void> {
  const sums = parseChecksums(await readFile(join(path, CHECKSUMS_FILE), 'utf8'));
  const gone = [CHECKSUMS_FILE, ...sums.keys()].filter((file) => !files.has(join(path, file)));
  if (gone.length > 0) {
    const what = reporter.words({ named: gone.join(', '), unnamed: `${gone.length} files` });
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

function leftOutWarnings(id: string, { leftOut }: Listed, reporter: ForStrangers): string[] {
  if (reporter.mayName) {
    return leftOut.map(
      ({ file, reason }) => `${id}/${file} is left out of the artifact: ${reason}`,
    );
  }
  return leftOut.length === 0
    ? []
    : [`${leftOut.length} files of ${id} are left out of the artifact: it is damaged`];
}

type Limits = NonNullable<UploadListOptions['limits']>;

/** The retained backups, as many as fit into an artifact. */
class Selection {
  readonly files: string[] = [];
  readonly warnings: string[] = [];
  /** Ids of good backups that do not fit. */
  readonly tooMuch: string[] = [];
  readonly #reporter: ForStrangers;
  readonly #limits: Limits;
  /** With the folder of the project. */
  #total = { entries: 0, folders: 1, bytes: 0 };

  constructor(reporter: ForStrangers, limits: Limits) {
    this.#reporter = reporter;
    this.#limits = limits;
  }

  /** Takes a backup as a whole, if there is room for it. */
  async add(backup: RetainedBackup): Promise<void> {
    const { id, verification } = backup;
    const listed = await listBackup(backup);
    const next = {
      entries: this.#total.entries + listed.files.length,
      folders: this.#total.folders + listed.folders,
      bytes: this.#total.bytes + listed.bytes,
    };
    const fits =
      next.entries <= this.#limits.entries &&
      next.folders <= this.#limits.folders &&
      next.bytes <= this.#limits.bytes;
    if (!fits && verification.verified) this.tooMuch.push(id);
    if (!fits && !verification.verified) {
      this.warnings.push(`${id} is left out of the artifact: it is damaged, and too large for it`);
    }
    // A gap in the middle would look like backups that were lost.
    if (!fits || (verification.verified && this.tooMuch.length > 0)) return;
    this.#total = next;
    this.warnings.push(...leftOutWarnings(id, listed, this.#reporter));
    this.files.push(...listed.files);
  }

  /** Leaves out an older backup that could not be listed. */
  leaveOut({ id }: RetainedBackup, error: unknown): void {
    const reason = this.#reporter.words({
      named: explainIoError(error, 'could not list it').message,
      unnamed: 'it could not be listed',
    });
    this.warnings.push(`${id} is left out of the artifact: ${reason}`);
  }
}

/**
 * The files of the retained backups, one by one. The artifact library would take a link for its
 * target and die of a file that it cannot read, so nothing is left to it. What would make the
 * artifact larger than what is read back is left out, the oldest backups first.
 *
 * @param backups newest first
 * @param newBackup the path of the backup that must not be left out
 * @throws Error when that one is not there as a whole, or too large by itself
 */
export async function listForUpload(
  backups: readonly RetainedBackup[],
  newBackup: string,
  { reporter, limits = ARTIFACT_LIMITS }: UploadListOptions,
): Promise<UploadList> {
  const chosen = new Selection(reporter, limits);
  // The new one comes first, whatever its date: the others share what is left.
  const isNew = ({ path }: RetainedBackup) => path === newBackup;
  const bounds = `${limits.entries} files, ${limits.folders} folders and ${sizeInWords(limits.bytes)}, which is what is read back of one`;
  for (const backup of [...backups.filter(isNew), ...backups.filter((one) => !isNew(one))]) {
    try {
      await chosen.add(backup);
    } catch (error) {
      if (isNew(backup)) throw explainIoError(error, READING_AGAIN);
      chosen.leaveOut(backup, error);
    }
    if (isNew(backup) && chosen.tooMuch.includes(backup.id)) {
      throw new Error(
        `the new backup was not uploaded: an artifact holds ${bounds}. Save less of the project (input sections), or set upload-artifact to false and keep the backup elsewhere`,
      );
    }
  }
  const { files, warnings, tooMuch } = chosen;
  try {
    await requireWhole(newBackup, new Set(files), reporter);
  } catch (error) {
    throw explainIoError(error, READING_AGAIN);
  }
  const [first] = tooMuch;
  if (first === undefined) return { files, warnings };
  return {
    files,
    warnings,
    excess: `${first} and what is older was not uploaded: an artifact holds ${bounds}. Lower retention-days`,
  };
}
