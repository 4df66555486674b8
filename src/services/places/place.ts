/**
 * The backups at a place on the disk: a backup root, a project's folder in it, one backup, or the
 * zip of an artifact.
 */
import { lstat, mkdtemp, readdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ARTIFACT_LIMITS } from '../../storage/archive-limits.ts';
import { CHECKSUMS_FILE } from '../../storage/checksums.ts';
import { errorCode, explainIoError } from '../../storage/io-errors.ts';
import { listFiles } from '../../storage/list-files.ts';
import { removeTree } from '../../storage/remove-tree.ts';
import { unsafeNameReason } from '../../storage/safe-names.ts';
import { unzip, UnsafeArchiveError } from '../../storage/unzip.ts';
import { compareNewestFirst, parseBackupId } from '../backup/backup-id.ts';
import { listProjectFolder, type BackupFolder } from '../backup/project-folder.ts';
import { PROJECT_FILE } from '../backup/project-file/layout.ts';
import { verifySettled } from '../backup/settled-verification.ts';
import { MANIFEST_FILE, verifyBackup } from '../backup/verification.ts';
import { isRestoresName } from '../restore/restore-folder.ts';
import type { InspectedBackup } from '../retention/pruning.ts';

/** A backup that was read and proven, or not, with what it belongs to. */
export interface PlacedBackup extends InspectedBackup {
  /**
   * The name of the folder that it lies in; of a backup that was given by itself, the project that
   * it names.
   */
  readonly projectId: string;
  /** Of all its files. */
  readonly bytes: number;
}

/** A dated folder that was not read yet. */
export interface FoundBackup extends BackupFolder {
  /**
   * Undefined for a backup that was given by itself: it may have been moved out of its project's
   * folder.
   */
  readonly projectId: string | undefined;
}

/** Where backups are looked for, and which there are. */
export interface Place {
  readonly kind: 'root' | 'project' | 'backup' | 'zip';
  /** Absolute path that was given. */
  readonly path: string;
  /** Absolute path of the folder that was read: of a zip, where it was unpacked. */
  readonly folder: string;
  /** By project, then newest first. */
  readonly backups: readonly FoundBackup[];
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isDirectory() && unsafeNameReason(entry.name) === undefined ? [entry.name] : [],
  );
}

async function backupsIn(folder: string, projectId: string): Promise<FoundBackup[]> {
  const { backups } = await listProjectFolder(folder);
  return backups.sort(compareNewestFirst).map((backup) => ({ ...backup, projectId }));
}

async function backupsBelow(root: string): Promise<FoundBackup[]> {
  const projects = (await namesIn(root)).filter((name) => !isRestoresName(name)).sort();
  const found = await Promise.all(projects.map((name) => backupsIn(join(root, name), name)));
  return found.flat();
}

/** The files of which a backup has one at least, whatever else is damaged. */
const BACKUP_FILES: ReadonlySet<string> = new Set([MANIFEST_FILE, PROJECT_FILE, CHECKSUMS_FILE]);

async function readPlace(path: string): Promise<Place> {
  const names = await readdir(path);
  const name = basename(path);
  const id = parseBackupId(name);
  if (names.some((one) => BACKUP_FILES.has(one))) {
    if (id === undefined) {
      throw new Error(
        `${path} holds a backup under another name than its own: give the folder the backup_id of its manifest.json, such as 20261122_030000`,
      );
    }
    const only = { ...id, id: name, path, projectId: undefined };
    return { kind: 'backup', path, folder: path, backups: [only] };
  }
  const own = await backupsIn(path, name);
  if (own.length > 0) return { kind: 'project', path, folder: path, backups: own };
  return { kind: 'root', path, folder: path, backups: await backupsBelow(path) };
}

/** Opens places, and removes what it unpacked for that when it is closed. */
export class Places {
  readonly #temporary: string[] = [];

  /** A folder that is removed with the others. */
  async makeTemporary(): Promise<string> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'descope-backup-')));
    this.#temporary.push(folder);
    return folder;
  }

  /**
   * Finds the backups at a place. A zip is taken for one that a stranger may have made.
   *
   * @throws Error when there is no such place, or it cannot be read or must not be unpacked
   */
  async open(given: string): Promise<Place> {
    const path = resolve(given);
    try {
      const stat = await lstat(await realpath(path));
      if (stat.isDirectory()) return await readPlace(await realpath(path));
      if (stat.isFile()) return await this.#openZip(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') {
        throw new Error(`there is no ${path}: name the folder or the zip that holds backups`, {
          cause: error,
        });
      }
      throw explainIoError(error, `could not look for backups in ${path}`);
    }
    throw new Error(`${path} is neither a folder nor a zip: backups cannot be in it`);
  }

  async #openZip(path: string): Promise<Place> {
    const folder = join(await this.makeTemporary(), 'unpacked');
    try {
      await unzip(path, folder, ARTIFACT_LIMITS);
    } catch (error) {
      if (!(error instanceof UnsafeArchiveError)) throw error;
      throw new Error(
        `${path} was not opened: ${error.message}: give the zip of an artifact as GitHub hands it out`,
        { cause: error },
      );
    }
    const { kind, backups } = await readPlace(folder);
    // Of backups at the top of a zip nothing tells the project but they themselves.
    const own =
      kind === 'project' ? backups.map((one) => ({ ...one, projectId: undefined })) : backups;
    return { kind: 'zip', path, folder, backups: own };
  }

  /** Removes what was unpacked. */
  async close(): Promise<void> {
    for (const folder of this.#temporary.splice(0)) await removeTree(folder);
  }
}

async function sizeOf(folder: string): Promise<number> {
  const { files } = await listFiles(folder);
  const sizes = await Promise.all(files.map((file) => lstat(join(folder, file))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/**
 * The size as far as it can be told: why a folder cannot be read is for the verification to say.
 */
async function sizeIfReadable(folder: string): Promise<number> {
  try {
    return await sizeOf(folder);
  } catch {
    return 0;
  }
}

/** Reads a backup back from the disk and says whether it is good. */
export async function inspectFound(found: FoundBackup): Promise<PlacedBackup> {
  const { path, projectId } = found;
  const verification =
    projectId === undefined
      ? await verifyBackup(path, { isMoved: true })
      : await verifySettled(path);
  const own = verification.verified
    ? verification.manifest.project_id
    : (projectId ?? basename(dirname(path)));
  return { ...found, projectId: own, verification, bytes: await sizeIfReadable(path) };
}

/** A backup's path as it is told: of a zip, the path within it. */
export function shownPath(place: Place, backup: PlacedBackup): string {
  if (place.kind !== 'zip') return backup.path;
  return relative(dirname(dirname(backup.path)), backup.path).replaceAll('\\', '/');
}
