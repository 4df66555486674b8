/** The SHA256SUMS file: its writing, reading and check. */
import { createHash } from 'node:crypto';

/**
 * The file that lists the SHA-256 of every other file of its folder, as `sha256sum` writes and
 * checks it.
 */
export const CHECKSUMS_FILE = 'SHA256SUMS';

/** Lower-case hexadecimal SHA-256. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * @param sums relative path (forward slashes) to hexadecimal SHA-256
 * @returns the text of a SHA256SUMS file, sorted by path
 */
export function formatChecksums(sums: ReadonlyMap<string, string>): string {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('');
}

const LINE = /^([0-9a-f]{64}) [ *](.+)$/s;

/**
 * @returns relative path to hexadecimal SHA-256
 * @throws Error that names the line which is not of sha256sum's form, or names a file a second time
 */
export function parseChecksums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error(`${CHECKSUMS_FILE} does not end with a line break`);
  for (const [index, line] of lines.entries()) {
    const [, sum, path] = LINE.exec(line) ?? [];
    if (sum === undefined || path === undefined || sums.has(path)) {
      throw new Error(`${CHECKSUMS_FILE}, line ${index + 1}: not a sum that sha256sum wrote`);
    }
    sums.set(path, sum);
  }
  return sums;
}
