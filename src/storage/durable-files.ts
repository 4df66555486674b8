/** Files whose bytes are on the disk when the call returns, and the reading of their hashes. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from './io-errors.ts';

/** Text is collected to about this many UTF-16 code units before it is hashed and written. */
const CHUNK_LENGTH = 256 * 1024;
/** Bytes that are asked for at once. */
const READ_SIZE = 1024 * 1024;

async function writeChunks(file: FileHandle, text: Iterable<string | Buffer>): Promise<string> {
  const hash = createHash('sha256');
  // One write is under way while the next chunk is made: the disk and the processor work at the
  // same time.
  let written = Promise.resolve();
  const flush = async (chunk: string | Buffer): Promise<void> => {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    hash.update(bytes);
    await written;
    written = file.writeFile(bytes);
    // It is awaited with the next chunk; until then a failure must not count as unhandled.
    written.catch(() => undefined);
  };
  let chunk = '';
  for (const piece of text) {
    if (typeof piece !== 'string') {
      await flush(chunk);
      await flush(piece);
      chunk = '';
      continue;
    }
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

/** A file whose bytes were all handed to the system. */
export interface WrittenFile {
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  /** Resolves once the disk has them (fsync); the file is closed by then. Must be awaited. */
  readonly durable: Promise<void>;
}

/**
 * Writes a file from pieces of text or bytes, replacing one that is there, and starts to flush it
 * to the disk. The caller may work on while the disk does.
 */
export async function writeText(
  path: string,
  text: Iterable<string | Buffer>,
): Promise<WrittenFile> {
  const file = await open(path, 'w');
  try {
    const sha256 = await writeChunks(file, text);
    const durable = file.sync().finally(() => file.close());
    // Until the caller awaits it, a failure must not count as unhandled.
    durable.catch(() => undefined);
    return { sha256, durable };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * Writes a file as {@link writeText} does, and returns its hexadecimal SHA-256 once the disk has
 * it.
 */
export async function writeDurably(path: string, text: Iterable<string | Buffer>): Promise<string> {
  const { sha256, durable } = await writeText(path, text);
  await durable;
  return sha256;
}

/**
 * Reads a file in chunks and hashes it on the way: each chunk while the next one is being read.
 *
 * @param onChunk is called with each chunk in order; its memory is used again for the one after the
 * next
 * @returns hexadecimal SHA-256 of the file
 */
export async function readChunks(path: string, onChunk: (chunk: Buffer) => void): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const chunkSize = Math.max(1, Math.min(READ_SIZE, size));
    let [free, other] = [Buffer.allocUnsafe(chunkSize), Buffer.allocUnsafe(chunkSize)];
    const hash = createHash('sha256');
    let read = await file.read(free, 0, chunkSize);
    while (read.bytesRead > 0) {
      const chunk = free.subarray(0, read.bytesRead);
      [free, other] = [other, free];
      const next = file.read(free, 0, chunkSize);
      // Should onChunk throw, nobody is left who waits for it.
      next.catch(() => undefined);
      hash.update(chunk);
      onChunk(chunk);
      read = await next;
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/** A file's bytes and their hexadecimal SHA-256. */
export interface ReadFile {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Reads a whole file and hashes it. */
export async function readHashed(path: string): Promise<ReadFile> {
  const chunks: Buffer[] = [];
  const sha256 = await readChunks(path, (chunk) => chunks.push(Buffer.from(chunk)));
  const [only, ...more] = chunks;
  return { bytes: more.length === 0 ? (only ?? Buffer.alloc(0)) : Buffer.concat(chunks), sha256 };
}

/**
 * Flushes a folder's list of entries to the disk. Windows cannot open folders, and some network
 * file systems refuse to flush them: there the entries are as durable as the system makes them.
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
