/**
 * The journal of a restore while it is written: line by line, each on the disk before anything else
 * happens.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type {
  JournalBegin,
  JournalEnd,
  JournalLine,
  JournalStart,
} from '../../models/restore-journal.ts';
import { syncDirectory } from '../../storage/durable-files.ts';
import { explainIoError } from '../../storage/io-errors.ts';

export const JOURNAL_FILE = 'journal.jsonl';

/** What a restore tells its journal. */
export interface Journal {
  /**
   * Resolves when the disk has the line.
   *
   * @throws Error when it could not be written; nothing can be appended then
   */
  append(line: JournalBegin | JournalEnd): Promise<void>;
}

/** A journal that is a file. Lines are appended one after another. */
export class JournalFile implements Journal {
  readonly #file: FileHandle;
  #failure: Error | undefined;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Begins a journal in a file that must not be there yet.
   *
   * @throws Error in words
   */
  static async create(path: string, start: JournalStart): Promise<JournalFile> {
    try {
      const file = await open(path, 'ax');
      const journal = new JournalFile(file);
      try {
        await journal.#write(start);
        await syncDirectory(dirname(path));
      } catch (error) {
        await file.close();
        throw error;
      }
      return journal;
    } catch (error) {
      throw explainIoError(error, 'could not begin the journal of the restore');
    }
  }

  async #write(line: JournalLine): Promise<void> {
    // In one piece, so that a process that dies leaves at most the last line cut off.
    await this.#file.appendFile(`${JSON.stringify(line)}\n`);
    await this.#file.sync();
  }

  async append(line: JournalBegin | JournalEnd): Promise<void> {
    // After half a line the next one would be part of it.
    if (this.#failure !== undefined) throw this.#failure;
    try {
      await this.#write(line);
    } catch (error) {
      this.#failure = explainIoError(error, 'could not write the journal of the restore');
      throw this.#failure;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
