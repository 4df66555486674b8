/** What a restore is asked for, and what its plan hands on to whoever shows it or applies it. */
import type { CopySource } from '../../copies/backup-copies.ts';
import type { DescopeApiClient } from '../../descope/client.ts';
import type { SessionClock } from '../../descope/session.ts';
import type { FetchedProject } from '../../descope/capture/project-fetcher.ts';
import type { BackupManifest, WorkflowRun } from '../../models/manifest.ts';
import type { RestorePlan } from '../../models/restore-plan.ts';
import type { ObjectChoice, ObjectName } from '../../project/object-names.ts';
import type { Secret } from '../../project/secret.ts';
import type { Section } from '../../project/sections/index.ts';
import type { InspectedBackup, PlanResult } from '../../services/index.ts';
import type { RestoreFolder } from '../../services/restore/restore-folder.ts';
import type { RunWorld } from '../world.ts';

export interface RestoreOptions {
  readonly mode: 'plan' | 'apply' | 'undo';
  /** The project that is written to. */
  readonly projectId: string;
  readonly managementKey: Secret;
  /** Where the Management API is. Default: where the project's region is. */
  readonly baseUrl: URL | undefined;
  /** Id of a backup, or `latest`; of an undo the id of the restore. */
  readonly backup: string;
  /**
   * Whose environment's backup. Default: the one that the backups name, where they name one alone.
   */
  readonly environment: string | undefined;
  /** Whose backup it is. */
  readonly fromProjectId: string;
  readonly allowOtherProject: boolean;
  /** Empty for all. */
  readonly only: readonly ObjectChoice[];
  readonly withDependencies: boolean;
  readonly delete: readonly ObjectName[];
  readonly acceptUserLoss: readonly ObjectName[];
  /** Supplied secrets by their places. */
  readonly secrets: ReadonlyMap<string, string>;
  /** The plan that was approved; undefined where nothing is applied. */
  readonly planId: string | undefined;
  readonly maxChanges: number;
  /** Absolute path. */
  readonly backupRoot: string;
  /** Name of the artifacts with the backups, where a user gave one. */
  readonly artifactName: string | undefined;
  readonly deadlineMinutes: number;
  /** The workflow run, for the manifests of backups that an apply takes. */
  readonly workflowRun: WorkflowRun | undefined;
}

/**
 * Backups from elsewhere, such as those of a zip. What a restore writes goes to the backup root all
 * the same.
 */
export interface GivenBackups {
  /** As messages call the place. */
  readonly name: string;
  /**
   * Absolute path of the folder that they lie in: an earlier restore, which is to be undone, is
   * looked for there too.
   */
  readonly folder: string;
  /** Reads and proves all of a project. */
  readonly inspect: (projectId: string) => Promise<readonly InspectedBackup[]>;
}

export interface RestoreWorld extends RunWorld {
  /** Where the artifacts of an earlier restore are looked for, to undo it. Default: nowhere. */
  readonly restoreCopies?: CopySource;
  /** Backups that are looked through in place of those in the backup root. */
  readonly given?: GivenBackups;
  /** The secrets of the run, the supplied ones among them: none of them is saved, or quoted. */
  readonly ownSecrets: readonly Secret[];
  /** How time passes between requests. Default: as it does. */
  readonly sessionClock?: SessionClock;
}

/** The backup that is written back. */
export interface RestoredBackup {
  /**
   * Absolute path; of one that came from an artifact in a temporary folder, which is gone after the
   * run.
   */
  readonly path: string;
  readonly manifest: BackupManifest;
  readonly manifestSha256: string;
}

/** The live project as the plan saw it. */
export interface LiveReading {
  readonly project: FetchedProject;
  /** What was read: the sections that the plan needs. */
  readonly sections: ReadonlySet<Section>;
  /** Requests that it took. */
  readonly requestCount: number;
}

/** The plan, and all that applying it needs. */
export interface PreparedPlan {
  /** What is shown, written and approved. */
  readonly plan: RestorePlan;
  readonly result: PlanResult;
  readonly live: LiveReading;
  /** Of the run: requests, rate limit and deadline are shared by its session. */
  readonly client: DescopeApiClient;
  /** Where the Management API is. */
  readonly baseUrl: URL;
  readonly backup: RestoredBackup;
  /** Of this run, with plan.json in it. */
  readonly folder: RestoreFolder;
  readonly planPath: string;
  /**
   * The same plan against the live project as it is by then: what is left to do.
   *
   * @param reading of the same sections, or more
   */
  readonly planAgain: (reading: LiveReading) => Promise<{
    readonly plan: RestorePlan;
    readonly result: PlanResult;
  }>;
  /** Reads the live project again, in the same sections. */
  readonly readAgain: () => Promise<LiveReading>;
}
