/** What applying a plan needs of the world around it, and what it tells while it goes on. */
import type { StoredCopy } from '../../copies/backup-copies.ts';
import type { RestoreReport } from '../../models/restore-report.ts';
import type { RestoreFolder } from '../../services/restore/restore-folder.ts';
import type { BackupWorld } from '../backup.ts';
import type { NewBackup } from '../new-backup.ts';
import type { RestoreWorld } from './prepared-plan.ts';

/** The safety backup, and the plan that belongs to it. */
export interface SafetyCopy {
  /** Proven: it was read back from the disk. */
  readonly backup: NewBackup;
  /** Of the restore; its plan.json goes along. */
  readonly folder: RestoreFolder;
  /** Absolute path of plan.json. */
  readonly planPath: string;
}

/** Where a safety copy is: the artifact, or a path. */
export type StoredSafety = StoredCopy | { readonly path: string };

/**
 * Hears of what is done as soon as it is done. What it throws before the first write keeps anything
 * from being written.
 */
export interface ApplyListener {
  /** The safety backup is there, proven and stored. */
  onSafetyBackup?(safety: SafetyCopy, stored: StoredSafety): void;
  /** @param path absolute path of the journal */
  onJournal?(path: string): void;
  /**
   * The report is on the disk.
   *
   * @param path absolute path of report.json
   * @param failures why the run is to be red, a sentence each
   */
  onReport?(report: RestoreReport, path: string, failures: readonly string[]): void | Promise<void>;
}

export interface ApplyWorld extends Omit<BackupWorld, 'listener'>, RestoreWorld {
  /**
   * Stores the safety backup where it outlives this machine.
   *
   * @throws Error when that could not be done: then nothing is written
   */
  readonly storeSafety: (safety: SafetyCopy) => Promise<StoredSafety>;
  /**
   * Stores the folder of the restore, with its report. It is called after a cancel, too.
   *
   * @param files absolute paths of all that there is in the folder
   */
  readonly storeReport?: (folder: RestoreFolder, files: readonly string[]) => Promise<void>;
  /** The report as Markdown. @param failures why the run is to be red, a sentence each */
  readonly renderReport: (report: RestoreReport, failures: readonly string[]) => string;
  /**
   * Is told of each secret that an answer of the service shows, so that it is masked wherever it
   * turns up.
   */
  readonly onSecret: (secret: string) => void;
  readonly applyListener?: ApplyListener;
}

/**
 * A restore that is not as its plan announced: what became of it is in the report, which was
 * written.
 */
export class RestoreNotProvenError extends Error {
  override readonly name = 'RestoreNotProvenError';
  readonly report: RestoreReport;

  constructor(message: string, report: RestoreReport) {
    super(message);
    this.report = report;
  }
}
