/** The unpacking of a zip that a stranger may have made. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { pathSizeProblem, sizeInWords, type ArchiveLimits } from './archive-limits.ts';
import { tellsCaseApart } from './case-probe.ts';
import { PathNames, type PathClash } from './path-names.ts';
import { unsafeNameReason } from './safe-names.ts';

/** An archive that must not be unpacked, or cannot be; the message says why. */
export class UnsafeArchiveError extends Error {}

/** Characters of a text of the archive that a message repeats. */
const MAX_QUOTED = 200;

/** A text of the archive as a message repeats it. */
function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}

/** In the upper half of the external attributes, where the archive was made on Unix. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;

function isSpecial({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & FILE_TYPE;
  return type !== 0 && type !== REGULAR && type !== DIRECTORY;
}

/**
 * @throws UnsafeArchiveError for a name that could leave the folder or is too long, and for what is
 * no regular file
 */
function checkEntry(entry: Entry, path: string, limits: ArchiveLimits): void {
  // The length comes first: the other questions take time with it.
  const reason =
    pathSizeProblem(path, limits) ?? path.split('/').map(unsafeNameReason).find(Boolean);
  if (reason !== undefined) {
    throw new UnsafeArchiveError(`${quote(entry.fileName)} is not a safe path: ${reason}`);
  }
  if (isSpecial(entry)) {
    throw new UnsafeArchiveError(`${quote(path)} is a link or another special file`);
  }
  if (!entry.canDecodeFileData()) {
    throw new UnsafeArchiveError(`${quote(path)} is encrypted or packed in an odd way`);
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

/** Unpacks the entries of one archive, and keeps count of them. */
class Extraction {
  readonly #folder: string;
  readonly #limits: ArchiveLimits;
  readonly #names = new PathNames();
  readonly #folders = new Set<string>();
  #entries = 0;
  #bytes = 0;
  #tellsCaseApart: Promise<boolean> | undefined;

  constructor(folder: string, limits: ArchiveLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  async extract(zip: ZipFile, entry: Entry): Promise<void> {
    if (++this.#entries > this.#limits.entries) {
      throw new UnsafeArchiveError(`it has more than ${this.#limits.entries} entries`);
    }
    const isFolder = entry.fileName.endsWith('/');
    const path = isFolder ? entry.fileName.slice(0, -1) : entry.fileName;
    checkEntry(entry, path, this.#limits);
    if (isFolder) return;
    for (const clash of this.#names.addFile(path)) await this.#refuseClash(clash);
    const target = join(this.#folder, path);
    await this.#makeFolder(dirname(path));
    await this.#write(zip, entry, path, target);
  }

  /**
   * Look-alikes are two files where the disk tells them apart, as on the one where they were saved.
   */
  async #refuseClash({ kind, path, other }: PathClash): Promise<void> {
    if (kind === 'look-alike') {
      this.#tellsCaseApart ??= tellsCaseApart(this.#folder);
      if (await this.#tellsCaseApart) return;
    }
    const where = kind === 'look-alike' ? ' on this disk' : '';
    throw new UnsafeArchiveError(`${quote(path)} and ${quote(other)} are one place${where}`);
  }

  async #makeFolder(path: string): Promise<void> {
    for (let above = path; above !== '.' && !this.#folders.has(above); above = dirname(above)) {
      this.#folders.add(above);
    }
    if (this.#folders.size > this.#limits.folders) {
      throw new UnsafeArchiveError(`it has more than ${this.#limits.folders} folders`);
    }
    await mkdir(join(this.#folder, path), { recursive: true });
  }

  async #write(zip: ZipFile, entry: Entry, path: string, target: string): Promise<void> {
    const limit = this.#limits.fileBytes(path);
    let length = 0;
    let sum = 0;
    const see = (chunk: Buffer): void => {
      length += chunk.length;
      this.#bytes += chunk.length;
      this.#checkSize(path, length, limit);
      sum = crc32(chunk, sum);
    };
    // What it says of itself already: then nothing of it need be unpacked.
    this.#checkSize(path, entry.uncompressedSize, limit);
    const content = await zip.openReadStreamPromise(entry);
    await pipeline(content, watched(see), createWriteStream(target, { flags: 'wx' }));
    // yauzl leaves this to its callers.
    if (sum !== entry.crc32) {
      throw new UnsafeArchiveError(`${quote(path)} was damaged: its CRC-32 is another one`);
    }
  }

  #checkSize(path: string, length: number, limit: number): void {
    const { bytes } = this.#limits;
    if (length > limit) {
      throw new UnsafeArchiveError(`${quote(path)} is larger than ${sizeInWords(limit)}`);
    }
    if (this.#bytes > bytes || length > bytes) {
      throw new UnsafeArchiveError(`it is larger than ${sizeInWords(bytes)} when it is unpacked`);
    }
  }
}

/**
 * Unpacks a zip that may come from a stranger: regular files alone, with safe names and of limited
 * number and size.
 *
 * @param folder is made; nothing of it is left when this fails
 * @throws UnsafeArchiveError for everything that is wrong with the archive; errors of the disk as
 * they are
 */
export async function unzip(path: string, folder: string, limits: ArchiveLimits): Promise<void> {
  await mkdir(folder, { recursive: true });
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true });
    const extraction = new Extraction(folder, limits);
    for await (const entry of zip.eachEntry()) await extraction.extract(zip, entry);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const { syscall, code } = error as NodeJS.ErrnoException;
    // A name that this disk does not take is the archive's fault.
    const isOfDisk = syscall !== undefined && code !== 'ENAMETOOLONG';
    if (error instanceof UnsafeArchiveError || isOfDisk) throw error;
    const message = (error as Error).message.slice(0, MAX_QUOTED);
    throw new UnsafeArchiveError(`it is no good zip file: ${message}`);
  } finally {
    zip?.close();
  }
}
