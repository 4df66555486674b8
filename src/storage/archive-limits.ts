/**
 * How much a backup, and an artifact with backups, may hold. Who reads takes nothing beyond these
 * bounds, since it may come from a stranger; who writes keeps within them, so that what was written
 * can be read.
 */

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Bytes of manifest.json, and of SHA256SUMS: both are read whole before anything is proven. */
export const MAX_RECORD_BYTES = 16 * MIB;
/** Bytes of any other file of a backup. */
export const MAX_FILE_BYTES = 2 * GIB;
/** UTF-8 bytes of one name of a file or folder. */
export const MAX_NAME_BYTES = 255;
/**
 * UTF-8 bytes of the path of a file, and names in it, from the backup's folder on: the folder
 * itself must find place before it on any system.
 */
export const MAX_PATH_BYTES = 800;
export const MAX_PATH_DEPTH = 32;

/** Bounds for unpacking; what is beyond one of them is refused. */
export interface ArchiveLimits {
  /** Files and folders that the archive lists. */
  readonly entries: number;
  /** Of all files together, unpacked. */
  readonly bytes: number;
  /** Folders that are made. */
  readonly folders: number;
  /** UTF-8 bytes of a path in the archive. */
  readonly pathBytes: number;
  /** Names in a path. */
  readonly depth: number;
  /** Most bytes of the file at a path, unpacked. */
  readonly fileBytes: (path: string) => number;
}

/** In an artifact the folders of project and backup stand before the path of a file. */
const ABOVE_BACKUP = { names: 2, bytes: 100 };

/**
 * Bounds of an artifact: ten years of nights, and more files than GitHub takes of most projects.
 */
export const ARTIFACT_LIMITS: ArchiveLimits = {
  entries: 1_000_000,
  bytes: 16 * GIB,
  folders: 200_000,
  pathBytes: MAX_PATH_BYTES + ABOVE_BACKUP.bytes,
  depth: MAX_PATH_DEPTH + ABOVE_BACKUP.names,
  fileBytes: (path) => maxFileBytes(path.split('/').slice(ABOVE_BACKUP.names).join('/')),
};

/** Bytes of the zip: little more than what is in it when nothing can be compressed. */
export const MAX_ZIP_BYTES = ARTIFACT_LIMITS.bytes + GIB;

const RECORDS: ReadonlySet<string> = new Set(['manifest.json', 'SHA256SUMS']);

/** @param path of a file, from the backup's folder on */
export function maxFileBytes(path: string): number {
  return RECORDS.has(path) ? MAX_RECORD_BYTES : MAX_FILE_BYTES;
}

/** `16 MiB`, `2 GiB`, `1000 bytes`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= GIB && bytes % GIB === 0) return `${bytes / GIB} GiB`;
  return bytes >= MIB && bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`;
}

/**
 * Why the size of a file is too much, or undefined when it is not.
 *
 * @param path from the backup's folder on
 */
export function fileSizeProblem(path: string, bytes: number): string | undefined {
  const limit = maxFileBytes(path);
  return bytes > limit ? `it is larger than ${sizeInWords(limit)}` : undefined;
}

/** Why a path is too long or too deep, or undefined when it is not. */
export function pathSizeProblem(
  path: string,
  { pathBytes, depth }: Pick<ArchiveLimits, 'pathBytes' | 'depth'> = {
    pathBytes: MAX_PATH_BYTES,
    depth: MAX_PATH_DEPTH,
  },
): string | undefined {
  if (Buffer.byteLength(path) > pathBytes) return `it is longer than ${pathBytes} bytes`;
  return path.split('/', depth + 1).length > depth
    ? `it has more than ${depth} names within each other`
    : undefined;
}
