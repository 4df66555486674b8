/** Names that are safe as file names on every system. */
import { MAX_NAME_BYTES, pathSizeProblem } from './archive-limits.ts';

/** Names that Windows reserves for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f<>:"/\\|?*]/;

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why a name cannot be a file or folder name on every system that a backup may be moved to, or
 * undefined when it can. The rules are those of Windows, which are the strictest. Source:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function unsafeNameReason(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (name === '.' || name === '..') return 'it names a folder by its place';
  if (FORBIDDEN.test(name)) return 'it holds a character that file names must not have';
  if (DEVICE.test(name)) return 'Windows reserves it for a device';
  if (/[. ]$/.test(name)) return 'it ends in a dot or a space';
  if (LONE_SURROGATE.test(name))
    return 'it holds half of a surrogate pair, which UTF-8 has no bytes for';
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `it is longer than ${MAX_NAME_BYTES} bytes`;
  return undefined;
}

/**
 * Why a relative path with forward slashes cannot be that of a file of a backup on every system, or
 * undefined when it can.
 *
 * @param path from the backup's folder on
 */
export function unsafePathReason(path: string): string | undefined {
  // The length comes first: the other questions take time with it.
  return pathSizeProblem(path) ?? path.split('/').map(unsafeNameReason).find(Boolean);
}
