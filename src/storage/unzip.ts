import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { tellsCaseApart } from './case-probe.ts';
import { PathNames } from './path-names.ts';
import { unsafeNameReason } from './safe-names.ts';

/** An archive that must not be unpacked, or cannot be; the message says why. */
export class UnsafeArchiveError extends Error {}

export interface UnzipLimits {
  readonly entries: number;
  /** Of all files together, unpacked. */
  readonly bytes: number;
}

/** In the upper half of the external attributes, where the archive was made on Unix. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;

function isSpecial({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & FILE_TYPE;
  return type !== 0 && type !== REGULAR && type !== DIRECTORY;
}

/** @throws UnsafeArchiveError for a name that could leave the folder, and for what is no regular file */
function checkEntry(entry: Entry, path: string): void {
  const reason = path.split('/').map(unsafeNameReason).find(Boolean);
  if (reason !== undefined) {
    throw new UnsafeArchiveError(`${JSON.stringify(entry.fileName)} is not a safe path: ${reason}`);
  }
  if (isSpecial(entry)) {
    throw new UnsafeArchiveError(`${JSON.stringify(path)} is a link or another special file`);
  }
  if (!entry.canDecodeFileData()) {
    throw new UnsafeArchiveError(`${JSON.stringify(path)} is encrypted or packed in an odd way`);
  }
}

/** Sees what comes out, whatever the archive said before. */
function watched(see: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        see(chunk);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

async function extract(zip: ZipFile, folder: string, limits: UnzipLimits): Promise<void> {
  const names = new PathNames();
  let places: Promise<boolean> | undefined;
  const hasPlaces = () => (places ??= tellsCaseApart(folder));
  let entries = 0;
  let bytes = 0;
  let sum = 0;
  const see = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > limits.bytes) {
      throw new UnsafeArchiveError(`it is larger than ${limits.bytes} bytes when it is unpacked`);
    }
    sum = crc32(chunk, sum);
  };
  for await (const entry of zip.eachEntry()) {
    if (++entries > limits.entries) {
      throw new UnsafeArchiveError(`it has more than ${limits.entries} entries`);
    }
    const isFolder = entry.fileName.endsWith('/');
    const path = isFolder ? entry.fileName.slice(0, -1) : entry.fileName;
    checkEntry(entry, path);
    if (isFolder) continue;
    for (const clash of names.addFile(path)) {
      // Snapshots have such names: they are written where the disk has a place for each, and so are they read.
      if (clash.kind === 'look-alike' && (await hasPlaces())) continue;
      throw new UnsafeArchiveError(
        `${JSON.stringify(clash.path)} and ${JSON.stringify(clash.other)} are one place`,
      );
    }
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    sum = 0;
    await pipeline(content, watched(see), createWriteStream(target, { flags: 'wx' }));
    // yauzl leaves this to its callers.
    if (sum !== entry.crc32) {
      throw new UnsafeArchiveError(
        `${JSON.stringify(path)} was damaged: its CRC-32 is another one`,
      );
    }
  }
}

/**
 * Unpacks a zip that may come from a stranger: regular files alone, with safe names and of limited size.
 *
 * @param folder is made; nothing of it is left when this fails
 * @throws UnsafeArchiveError for everything that is wrong with the archive; errors of the disk as they are
 */
export async function unzip(path: string, folder: string, limits: UnzipLimits): Promise<void> {
  await mkdir(folder, { recursive: true });
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true });
    await extract(zip, folder, limits);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const isOfDisk = (error as NodeJS.ErrnoException).syscall !== undefined;
    if (error instanceof UnsafeArchiveError || isOfDisk) throw error;
    throw new UnsafeArchiveError(`it is no good zip file: ${(error as Error).message}`);
  } finally {
    zip?.close();
  }
}
