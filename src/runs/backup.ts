/**
 * The story of a backup, top to bottom: capture, write, prove, and then compare, prune and store.
 */
import { isDeepStrictEqual } from 'node:util';
import type { KeptBackups, StoredCopy } from '../copies/backup-copies.ts';
import type { RetainedBackup } from '../copies/upload-list.ts';
import type { ComparisonMark, WorkflowRun } from '../models/manifest.ts';
import type { Secret } from '../project/secret.ts';
import { problemsInWords } from '../reporter/strangers.ts';
import { BackupService, NOT_COMPARED_YET, readProjectState } from '../services/index.ts';
import { captureProject, type Capture, type CaptureOptions } from './capture.ts';
import {
  compareWithHistory,
  standingBefore,
  type Comparison,
  type ComparisonOptions,
} from './compare-with-history.ts';
import { unmetDemands, type Demands } from './demands.ts';
import { checkTreePlace, writeTreeForGit, type GitTreeOptions } from './git-tree.ts';
import type { NewBackup } from './new-backup.ts';
import { attempt, failureOf, type Outcome } from './outcome.ts';
import { prune, type Pruned, type PruneOptions } from './prune.ts';
import type { ComparisonWorld, StorePlace } from './world.ts';

/** What is wanted of a backup: a part each for the steps of the run. */
export interface BackupOptions {
  readonly projectId: string;
  readonly environment: string;
  /** Absolute path. */
  readonly backupRoot: string;
  readonly retentionDays: number;
  readonly minimumBackups: number;
  readonly capture: CaptureOptions;
  readonly comparison: ComparisonOptions;
  readonly pruning: PruneOptions;
  readonly gitTree: GitTreeOptions | undefined;
  readonly demands: Demands;
  /** What it is taken for, where no schedule asks for it, and by which plan. */
  readonly purpose?: { readonly name: string; readonly planId: string };
  /** The workflow run that takes the backup, for its manifest. */
  readonly workflowRun: WorkflowRun | undefined;
}

/** What was captured, without the content itself: a large project would else be in memory twice. */
export type CaptureFacts = Omit<Capture, 'content'>;

/** Hears of what is done as soon as it is done. What it throws fails the run at its end. */
export interface BackupListener {
  /** The backup is there, and proven. */
  onProven?(fresh: NewBackup, capture: CaptureFacts): void;
  /** How it stands to earlier ones is in its manifest. */
  onCompared?(fresh: NewBackup, comparison: Comparison): void | Promise<void>;
  /**
   * @param count how many backups were removed
   * @param retained what is stored now, newest first
   */
  onPruned?(count: number, retained: readonly RetainedBackup[]): void | Promise<void>;
  onStored?(copy: StoredCopy): void;
}

/** What a backup needs of the world around it. */
export interface BackupWorld extends ComparisonWorld {
  /** The secrets of the run: none of them is saved, or quoted. */
  readonly ownSecrets: readonly Secret[];
  /** Where the retained backups go. Default: nowhere but to the backup root. */
  readonly store?: StorePlace;
  readonly listener?: BackupListener;
}

/** A backup that is there and proven: what may fail from now on takes nothing away from it. */
export interface TakenBackup {
  readonly service: BackupService;
  readonly fresh: NewBackup;
  readonly capture: CaptureFacts;
}

/** What became of the retained backups: undefined where there is no place to store them. */
export type Stored = Outcome<StoredCopy> | { readonly skipped: string | undefined };

/** What a run did, and what failed. */
export interface BackupResult {
  readonly fresh: NewBackup;
  readonly capture: CaptureFacts;
  readonly comparison: Comparison;
  readonly pruned: Outcome<Pruned>;
  readonly retained: readonly RetainedBackup[];
  readonly stored: Stored;
  /** What fails the run, most important first. */
  readonly failures: readonly Error[];
}

/**
 * Reads the project and writes the backup. What was read is let go of when this returns: a large
 * project would otherwise be in memory twice while the backup is read back.
 */
async function writeBackup(
  service: BackupService,
  options: BackupOptions,
  world: BackupWorld,
  standing: ComparisonMark,
): Promise<{ path: string; capture: CaptureFacts }> {
  const { reporter, signal, ownSecrets, clock } = world;
  const { content, ...capture } = await reporter.group('Read the configuration', () =>
    captureProject(options.capture, {
      ...{ reporter, signal, ownSecrets, clock },
      backupRoot: options.backupRoot,
    }),
  );
  const isPending = standing.cause === 'pending' && capture.record.status === 'complete';
  const path = await reporter.group('Write the backup', async () => {
    const { projectId, environment, workflowRun, purpose } = options;
    const written = await service.saveProject(projectId, environment, content, {
      ...capture.record,
      comparison: standing,
      ...(isPending && NOT_COMPARED_YET),
      ...(purpose && { purpose: purpose.name, plan_id: purpose.planId }),
      run: workflowRun,
      onProgress: reporter.progress('Written'),
      signal,
    });
    reporter.info(`Written to ${written}`);
    return written;
  });
  return { path, capture };
}

async function proveBackup(
  service: BackupService,
  path: string,
  { signal, reporter }: BackupWorld,
): Promise<NewBackup> {
  const verification = await service.verifyBackup(path);
  signal.throwIfAborted();
  if (!verification.verified) {
    const problems = reporter.words(problemsInWords(verification.problems));
    throw new Error(
      `the new backup ${path} did not verify when it was read back: ${problems}. Nothing was pruned`,
    );
  }
  const { manifest } = verification;
  reporter.info(`${manifest.backup_id} is good, content hash ${manifest.content_sha256}`);
  return { path, verification, manifest };
}

/**
 * The first half of a run: reads the project, writes the backup, and proves it.
 *
 * @throws Error with the one message that the run fails with: there is no backup then
 */
export async function takeBackup(options: BackupOptions, world: BackupWorld): Promise<TakenBackup> {
  const { backupRoot, retentionDays, minimumBackups, comparison, gitTree } = options;
  const { clock, reporter } = world;
  const service = new BackupService({ backupRoot, retentionDays, minimumBackups, clock });
  await checkTreePlace(gitTree, backupRoot);
  const standing = await standingBefore(service, comparison, world);
  const { path, capture } = await writeBackup(service, options, world, standing);
  const fresh = await reporter.group('Read the backup back', () =>
    proveBackup(service, path, world),
  );
  return { service, fresh, capture };
}

/** Writes into the manifest how the backup stands to earlier ones, and proves it once more. */
async function amendAndProve(
  { service, fresh }: TakenBackup,
  { amendment }: Comparison,
  world: BackupWorld,
): Promise<NewBackup> {
  const { status, comparison } = fresh.manifest;
  if (isDeepStrictEqual({ status, comparison }, amendment)) return fresh;
  await service.amendBackup(fresh.path, fresh.manifest, amendment);
  return proveBackup(service, fresh.path, world);
}

/** Stores the retained backups where there is a place for them. */
async function storeBackups(backups: KeptBackups, world: BackupWorld): Promise<Stored> {
  const { store, reporter } = world;
  if (store === undefined) return { skipped: undefined };
  if ('skipped' in store) {
    reporter.info(`No artifact is uploaded: ${store.skipped}`);
    return store;
  }
  return reporter.group('Upload the artifact', () => attempt(() => store.store(backups)));
}

/** Tells the listener, and keeps what it threw. */
class Telling {
  readonly #world: BackupWorld;
  readonly #failures: Error[] = [];

  constructor(world: BackupWorld) {
    this.#world = world;
  }

  async tell(part: (listener: BackupListener) => void | Promise<void>): Promise<void> {
    const told = await attempt(() => part(this.#world.listener ?? {}));
    if (!('failure' in told)) return;
    this.#world.reporter.warning(told.failure.message);
    this.#failures.push(told.failure);
  }

  /** They have one cause: the first one tells it. */
  get failures(): readonly Error[] {
    return this.#failures.slice(0, 1);
  }
}

/**
 * The second half of a run, whose backup is proven: every part is tried whatever became of the one
 * before, and what failed is gathered: a full artifact storage must not hide what was saved.
 *
 * @throws nothing but what cancels the run
 */
export async function finishBackup(
  taken: TakenBackup,
  options: BackupOptions,
  world: BackupWorld,
): Promise<BackupResult> {
  const { service, capture } = taken;
  const { reporter, signal } = world;
  const telling = new Telling(world);
  await telling.tell((listener) => listener.onProven?.(taken.fresh, capture));

  const history = await reporter.group('Compare with the backup before', () =>
    compareWithHistory(service, options.comparison, taken.fresh, world),
  );
  const { comparison, carryFailure } = history;
  const amended = await attempt(() => amendAndProve(taken, comparison, world));
  signal.throwIfAborted();
  const fresh = 'value' in amended ? amended.value : taken.fresh;
  const { path, manifest, verification } = fresh;
  reporter.info(`Manifest SHA-256 ${verification.manifestSha256}`);
  await telling.tell((listener) => listener.onCompared?.(fresh, comparison));

  const readState = () => readProjectState(path, manifest);
  const tree = await attempt(() =>
    writeTreeForGit(options.gitTree, options.backupRoot, manifest, readState, reporter),
  );
  const known = new Map([...history.known, [path, verification]]);
  const pruned = await reporter.group('Prune old backups', () =>
    attempt(() =>
      prune(service, options.pruning, fresh, known, { reporter, signal, carryFailure }),
    ),
  );
  const isAlone = carryFailure !== undefined || 'failure' in pruned;
  const retained = isAlone
    ? [{ id: manifest.backup_id, path, verification }]
    : pruned.value.retained;
  const removed = 'value' in pruned ? (pruned.value.result?.removed.length ?? 0) : 0;
  await telling.tell((listener) => listener.onPruned?.(removed, retained));
  signal.throwIfAborted();

  const isWindowMissing = carryFailure !== undefined;
  const stored = await storeBackups({ fresh, retained, isWindowMissing }, world);
  signal.throwIfAborted();
  if ('value' in stored) await telling.tell((listener) => listener.onStored?.(stored.value));

  const excess = 'value' in stored ? stored.value.excess : undefined;
  const failures = [
    ...(carryFailure ? [carryFailure] : []),
    ...history.failures,
    ...[amended, tree, pruned, stored].flatMap(failureOf),
    ...(excess === undefined ? [] : [new Error(excess)]),
    ...unmetDemands(options.demands, manifest),
    ...telling.failures,
  ];
  return { fresh, capture, comparison, pruned, retained, stored, failures };
}

/**
 * Takes a backup, proves it, prunes old ones and stores what is kept.
 *
 * @throws Error when there is no proven backup, or the run was cancelled: what failed later is in
 * the result
 */
export async function backUp(options: BackupOptions, world: BackupWorld): Promise<BackupResult> {
  return finishBackup(await takeBackup(options, world), options, world);
}
