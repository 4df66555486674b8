/**
 * What a run needs of the world around it: everything that a test, or another host, gives instead.
 */
import type { CopySource, CopyStore } from '../copies/backup-copies.ts';
import type { SearchContext } from '../copies/history.ts';
import type { CompareBackups } from '../services/index.ts';

/** What every run needs. */
export interface RunWorld extends SearchContext {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Absolute path of a folder for what is needed during the run alone. */
  readonly temporaryRoot: string;
  /**
   * Where copies of earlier backups are looked for. Default: nowhere, the backup root alone is the
   * history.
   */
  readonly copies?: CopySource;
}

/** What comparing needs. */
export interface ComparisonWorld extends RunWorld {
  /** Reads backups and compares them. Default: in this process. */
  readonly compareBackups?: CompareBackups;
}

/** Where the backups go; or why nowhere, where that is worth a line. */
export type StorePlace = CopyStore | { readonly skipped: string };
