/** Unpacking an artifact and proving the backups in it: in this process. */
import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupService, readProjectState, type InspectedBackup } from '../services/index.ts';
import { ARTIFACT_LIMITS } from '../storage/archive-limits.ts';
import { errorCode, isOfContent } from '../storage/io-errors.ts';
import { listFiles } from '../storage/list-files.ts';
import { unzip, UnsafeArchiveError } from '../storage/unzip.ts';

/**
 * Unpacks the zip of an artifact and proves its backups.
 *
 * @param folder is made: a backup root that holds what was unpacked
 * @returns the backups of the project, newest first
 * @throws UnsafeArchiveError when the artifact is to be passed over: it is damaged, unsafe, or
 * takes too much time or memory; any other error says that this machine could not do it
 */
export type OpenArtifact = (
  zip: string,
  folder: string,
  projectId: string,
  options: { readonly signal: AbortSignal },
) => Promise<readonly InspectedBackup[]>;

/** The state of a smaller backup takes little memory, whatever is in it. */
const PROBE_BYTES = 16 * 1024 ** 2;
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of (await listFiles(folder)).files) {
    bytes += (await lstat(join(folder, file))).size;
  }
  return bytes;
}

/** Reads what comparing would read, so that it is tried here first. */
async function probe({ path, verification }: InspectedBackup): Promise<void> {
  if (!verification.verified || (await sizeOf(path)) <= PROBE_BYTES) return;
  await readProjectState(path, verification.manifest);
}

/** Opens an artifact without bounds of time and memory. */
export const openArtifact: OpenArtifact = async (zip, folder, projectId, { signal }) => {
  try {
    await unzip(zip, folder, ARTIFACT_LIMITS);
    signal.throwIfAborted();
    const backups = await new BackupService({ backupRoot: folder }).inspectBackups(projectId);
    for (const backup of backups) await probe(backup);
    return backups;
  } catch (error) {
    signal.throwIfAborted();
    await rm(folder, { recursive: true, force: true });
    const isFull = NO_ROOM.has(errorCode(error) ?? '');
    if (isFull) throw new UnsafeArchiveError('there is no room on this disk to unpack it');
    if (error instanceof UnsafeArchiveError || !isOfContent(error)) throw error;
    throw new UnsafeArchiveError(`it cannot be read: ${(error as Error).message}`);
  }
};
