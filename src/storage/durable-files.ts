import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from './io-errors.ts';

/** Text is collected to about this many UTF-16 code units before it is hashed and written. */
const CHUNK_LENGTH = 256 * 1024;

async function writeChunks(file: FileHandle, text: Iterable<string>): Promise<string> {
  const hash = createHash('sha256');
  // One write is under way while the next chunk is made: the disk and the processor work at the same time.
  let written = Promise.resolve();
  const flush = async (chunk: string): Promise<void> => {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    await written;
    written = file.writeFile(bytes);
    // It is awaited with the next chunk; until then a failure must not count as unhandled.
    written.catch(() => undefined);
  };
  let chunk = '';
  for (const piece of text) {
    chunk += piece;
    if (chunk.length >= CHUNK_LENGTH) {
      await flush(chunk);
      chunk = '';
    }
  }
  await flush(chunk);
  await written;
  return hash.digest('hex');
}

/**
 * Writes a text file, replacing one that is there, and returns once the disk has it (fsync).
 *
 * @returns hexadecimal SHA-256 of the bytes written
 */
export async function writeDurably(path: string, text: Iterable<string>): Promise<string> {
  const file = await open(path, 'w');
  try {
    const sum = await writeChunks(file, text);
    await file.sync();
    return sum;
  } finally {
    await file.close();
  }
}

/**
 * Flushes a folder's list of entries to the disk. Windows cannot open folders, and some network file systems
 * refuse to flush them: there the entries are as durable as the system makes them.
 */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } catch (error) {
    if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOTSUP') throw error;
  } finally {
    await directory.close();
  }
}
