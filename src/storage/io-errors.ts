/** Words for errors of the file system: the cause, and the remedy. */

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space or put backup-root on another disk',
  EDQUOT: 'the disk quota is used up: free some space or put backup-root on another disk',
  EACCES: 'no permission: let the user that runs the action read and write there',
  EPERM: 'no permission: let the user that runs the action read and write there',
  EROFS: 'the file system is read-only: put backup-root on one that can be written',
  EIO: 'the disk reported an input/output error: check the disk',
  EMFILE: 'too many files are open: raise the limit (ulimit -n) of the runner',
  ENFILE: 'too many files are open on this machine: raise its limit',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENOENT: 'it does not exist',
  EEXIST: 'it exists already and is not a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the path is too long',
};

export function errorCode(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Codes of the system that say what is there, or is not: reading it at another time would tell the
 * same.
 */
const CONTENT_CODES: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENAMETOOLONG',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'EILSEQ',
  'EFBIG',
]);

/**
 * Whether an error of reading tells of what was read. Any other tells of the disk, of rights or of
 * the machine, and what could not be read may well be good.
 */
export function isOfContent(error: unknown): boolean {
  const code = errorCode(error);
  // Errors of Node itself have codes, too: of texts and files that are too large for it, and names
  // with a NUL.
  return code === undefined || code.startsWith('ERR_') || CONTENT_CODES.has(code);
}

/**
 * Turns an error of a file operation into one that says what was attempted, why it failed and what
 * to do. Errors without a system code come back as they are: they carry their own words.
 *
 * @param attempt what was attempted, such as `could not write the backup`
 */
export function explainIoError(error: unknown, attempt: string): Error {
  const code = errorCode(error);
  const cause = code === undefined ? undefined : (CAUSES[code] ?? (error as Error).message);
  if (cause === undefined || code === undefined) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const { path } = error as NodeJS.ErrnoException;
  return new Error(`${attempt}: ${path === undefined ? '' : `${path}: `}${cause} (${code})`, {
    cause: error,
  });
}
