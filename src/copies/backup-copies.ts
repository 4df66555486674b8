/**
 * A place where whole backups are kept beside the backup root: they are listed, fetched and stored
 * there.
 */
import type { ProvenBackup } from '../services/index.ts';
import type { CopyNames } from './artifact-names.ts';
import type { SearchBudget } from './search-budget.ts';
import type { RetainedBackup } from './upload-list.ts';

/**
 * What was fetched is not what was stored: the copy is passed over, as one that is not safe to
 * unpack is.
 */
export class DamagedCopyError extends Error {}

/** One copy of some backups, as the place lists it: whoever made it. */
export interface ListedCopy {
  readonly id: number;
  readonly name: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** Whether it is listed and can no longer be had. */
  readonly isExpired: boolean;
  /** By the clock of the place, in milliseconds since the epoch; 0 where it does not say. */
  readonly createdAt: number;
  /** Of the run that made it, where there was one. */
  readonly runId: number | undefined;
  /**
   * Whether it was made by who may make copies: what comes from anybody else is never opened.
   *
   * @throws Error when the place did not tell
   */
  isTrusted(): Promise<boolean>;
  /**
   * Fetches the zip, packed as it is: what is in it is for the caller to check.
   *
   * @param folder is made
   * @returns the path of the zip
   * @throws DamagedCopyError; Error when it could not be fetched
   */
  fetch(folder: string, signal: AbortSignal): Promise<string>;
}

/** The copies of some names in one place. */
export interface CopyList {
  /**
   * Those that were found by their names, newest first; known once the reader of `entries` came to
   * them.
   */
  readonly named: readonly ListedCopy[];
  /**
   * Those that are surely our own first, then all, newest first; one may come more than once.
   *
   * @param since copies that were made earlier are not wanted any more, in milliseconds since the
   * epoch; asked again and again, since the reader learns from what it reads
   * @throws Error when the look-up failed: that is never an empty history
   */
  entries(since: () => number): AsyncIterable<ListedCopy>;
}

/** Where copies of earlier backups are. */
export interface CopySource {
  list(names: CopyNames, budget: SearchBudget): CopyList;
}

/** What is stored as one copy. */
export interface KeptBackups {
  /** The new one. */
  readonly fresh: ProvenBackup;
  /** All that retention keeps, the new one among them, newest first. */
  readonly retained: readonly RetainedBackup[];
  /** Whether earlier backups that should go along could not be brought back. */
  readonly isWindowMissing: boolean;
}

/** A copy that was stored. */
export interface StoredCopy {
  readonly name: string;
  readonly id: number;
  /** Hexadecimal SHA-256 of the zip. */
  readonly digest: string;
  /** Of the zip, in bytes. */
  readonly size: number;
  readonly url: string;
  /** What it is really kept for. */
  readonly retentionDays: number;
  /** Why good backups had to be left out, and what to do, if so. */
  readonly excess?: string;
}

/** Where copies of the backups go. */
export interface CopyStore {
  /** @throws Error that names the cause and the fix; the backups themselves are safe */
  store(backups: KeptBackups): Promise<StoredCopy>;
}
