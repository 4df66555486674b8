/** How the new backup stands to the earlier ones of its line, and what becomes of the run by it. */
import { basename } from 'node:path';
import { LineReach } from '../copies/line-reach.ts';
import { withTemporaryFolder } from '../copies/temporary-folder.ts';
import type { BackupManifest, ComparisonMark } from '../models/manifest.ts';
import type { Reporter } from '../reporter/reporter.ts';
import {
  isBase,
  judgeUncompared,
  lineName,
  parseBackupId,
  type Amendment,
  type BackupId,
  type BackupService,
  type HistoryFacts,
  type InspectedBackup,
  compareBackups,
  type Verification,
  type VerifiedBackup,
} from '../services/index.ts';
import { compareWithBase, type Compared, type ShrinkOptions } from './compare.ts';
import { carryError, HistoryLookUp, type HistoryOptions } from './history-look-up.ts';
import type { NewBackup } from './new-backup.ts';
import type { ComparisonWorld, RunWorld } from './world.ts';

/**
 * What a comparison found, or why there was none: switched off, the first of its line, or nothing
 * to compare with.
 */
export type Comparison =
  | Compared
  | {
      readonly outcome: 'off' | 'first' | 'not-compared';
      readonly reason: string;
      readonly amendment: Amendment;
    };

export interface ComparisonOptions extends HistoryOptions, ShrinkOptions {
  /** Whether a backup is accepted though sections of it could not be read. */
  readonly acceptPartial: boolean;
}

export interface HistoryResult {
  readonly comparison: Comparison;
  /** Why earlier backups could not be brought back, where that was asked for. */
  readonly carryFailure: Error | undefined;
  /** What else fails the step: nothing to compare with, or a backup in two forms. */
  readonly failures: readonly Error[];
  /** What is known of the backups in the root by now, by path. */
  readonly known: ReadonlyMap<string, Verification>;
}

/** Why nothing is compared, where that is switched off. */
const OFF: ComparisonMark = {
  outcome: 'not-compared',
  cause: 'off',
  reason: 'Nothing is compared (history: none)',
};

/**
 * How the new backup stands to the ones before it, as far as that is known before it is written.
 * Until a comparison was made, it counts for nothing: a run that is killed before leaves a backup
 * that nothing trusts.
 */
export async function standingBefore(
  service: BackupService,
  { history, naming }: HistoryOptions,
  { copies }: Pick<RunWorld, 'copies'>,
): Promise<ComparisonMark> {
  const pending: ComparisonMark = { outcome: 'not-compared', cause: 'pending' };
  if (history === 'none') return OFF;
  if (copies !== undefined) return pending;
  // What cannot be listed is reported where pruning lists it.
  const backups = await service.listBackups(naming.projectId).catch(() => [undefined]);
  return backups.length === 0 ? { outcome: 'first' } : pending;
}

/**
 * Remembers that sections which could not be read were accepted: the others then count as those of
 * a complete backup.
 */
function withAcceptance(
  { comparison, ...amendment }: Amendment,
  { acceptPartial }: ComparisonOptions,
): Amendment {
  const isAccepted = amendment.status === 'partial' && acceptPartial;
  return {
    ...amendment,
    comparison: comparison && { ...comparison, ...(isAccepted && { partial_accepted: true }) },
  };
}

/** What the new backup is when nothing has been said against it. */
function ownStatus({ status }: BackupManifest): BackupManifest['status'] {
  return status === 'partial' ? 'partial' : 'complete';
}

/**
 * Compares the new backup with the newest base of its line, in the backup root or in artifacts of
 * earlier runs. With `history: carry` those are brought back into the root first.
 *
 * @throws nothing but what cancels the run: a failed look-up is data, never an empty history
 */
export async function compareWithHistory(
  service: BackupService,
  options: ComparisonOptions,
  fresh: NewBackup,
  world: ComparisonWorld,
): Promise<HistoryResult> {
  const result =
    options.history === 'none'
      ? notCompared(fresh, world.reporter)
      : await compareOrSayWhyNot(service, options, fresh, world);
  const { comparison } = result;
  const amendment = withAcceptance(comparison.amendment, options);
  return { ...result, comparison: { ...comparison, amendment } };
}

async function compareOrSayWhyNot(
  service: BackupService,
  options: ComparisonOptions,
  fresh: NewBackup,
  world: ComparisonWorld,
): Promise<HistoryResult> {
  try {
    return await withTemporaryFolder(world.temporaryRoot, (folder) =>
      compareInFolder(service, options, fresh, folder, world),
    );
  } catch (error) {
    world.signal.throwIfAborted();
    // This machine could not do it at all: the backup is proven, and goes on its way.
    const cause = error as Error;
    const { message } = cause;
    const facts = { failure: message, found: undefined, older: [] };
    return {
      comparison: tellUncompared(facts, fresh.manifest, options, world.reporter).comparison,
      carryFailure: options.history === 'carry' ? carryError(cause) : undefined,
      failures: [new Error(`nothing was compared: ${message}`, { cause })],
      known: new Map([[fresh.path, fresh.verification]]),
    };
  }
}

function notCompared(
  { path, verification, manifest }: NewBackup,
  reporter: Reporter,
): HistoryResult {
  const { reason = '' } = OFF;
  reporter.info(reason);
  return {
    comparison: {
      outcome: 'off',
      reason,
      amendment: { status: ownStatus(manifest), comparison: OFF },
    },
    carryFailure: undefined,
    failures: [],
    known: new Map([[path, verification]]),
  };
}

/** The backups of the root, and what is known of each by now. */
class RootInspection {
  readonly #service: BackupService;
  readonly #projectId: string;
  known: ReadonlyMap<string, Verification>;

  constructor(service: BackupService, projectId: string, { path, verification }: NewBackup) {
    this.#service = service;
    this.#projectId = projectId;
    this.known = new Map([[path, verification]]);
  }

  /** Forgets what was known of folders that others have taken the place of. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.known = new Map([...this.known].filter(([path]) => !gone.has(basename(path))));
  }

  async inspect(): Promise<readonly InspectedBackup[]> {
    const backups = await this.#service.inspectBackups(this.#projectId, this.known);
    this.known = new Map(backups.map((backup) => [backup.path, backup.verification]));
    return backups;
  }
}

/**
 * What a backup may be compared with though the look-up failed: not the oldest that was reached in
 * artifacts, which counts as the first of its line only where there is none before it.
 *
 * @param inRoot the bases that the root alone gives
 */
function provenBases(reach: LineReach, inRoot: readonly VerifiedBackup[]): VerifiedBackup[] {
  const { bases, backups } = reach;
  if (bases.some(({ verification }) => isBase(verification.manifest))) return bases;
  return inRoot.filter(({ id }) => backups.some((backup) => backup.id === id));
}

async function compareInFolder(
  service: BackupService,
  options: ComparisonOptions,
  fresh: NewBackup,
  folder: string,
  world: ComparisonWorld,
): Promise<HistoryResult> {
  const { signal, reporter } = world;
  const { path, manifest } = fresh;
  const reach = new LineReach(lineName(manifest), parseBackupId(manifest.backup_id) as BackupId);
  const inspection = new RootInspection(service, options.naming.projectId, fresh);
  let root: readonly InspectedBackup[] = [];
  let failure: string | undefined;
  try {
    root = (await inspection.inspect()).filter((backup) => backup.path !== path);
    reach.add(root, 'the backup root');
  } catch (error) {
    failure = (error as Error).message;
  }
  const inRoot = reach.bases;
  const lookUp = new HistoryLookUp(service, options, manifest, reach, folder, world);
  const history = await lookUp.run(root);
  signal.throwIfAborted();
  inspection.forget(history.adopted);
  failure ??= history.failure;

  const finish = (comparison: Comparison, ...failures: readonly string[]): HistoryResult => ({
    comparison,
    carryFailure: history.carryFailure,
    failures: [...failures, ...reach.twoForms.map(({ reason }) => reason)].map(
      (message) => new Error(message),
    ),
    known: inspection.known,
  });
  const [base, ...older] = failure === undefined ? reach.bases : provenBases(reach, inRoot);
  if (base !== undefined) {
    if (failure !== undefined) reporter.info(`Artifacts of earlier runs do not count: ${failure}`);
    try {
      const { compareBackups: compare = compareBackups } = world;
      const bases = [base, ...older] as const;
      const context = { reporter, signal, folder };
      return finish(
        await compareWithBase(bases, history, { path, manifest }, compare, options, context),
      );
    } catch (error) {
      signal.throwIfAborted();
      failure = (error as Error).message;
    }
  }
  const facts = { failure, found: history.found, older: reach.older };
  const { comparison, failure: red } = tellUncompared(facts, manifest, options, reporter);
  return finish(comparison, ...(red === undefined ? [] : [red]));
}

/**
 * Says why there is nothing that the new backup was compared with, and what fails the run by it.
 */
function tellUncompared(
  facts: HistoryFacts,
  manifest: BackupManifest,
  { allowShrink }: ShrinkOptions,
  reporter: Reporter,
): { readonly comparison: Comparison; readonly failure: string | undefined } {
  const { mark, reason, failure } = judgeUncompared(facts, allowShrink);
  const amendment = { status: ownStatus(manifest), comparison: mark };
  if (reason === undefined) {
    const first = `There is no history yet: this is the first backup of ${lineName(manifest)}`;
    reporter.info(first);
    return { comparison: { outcome: 'first', reason: first, amendment }, failure };
  }
  reporter.warning(`what changed is unknown: ${reason}`);
  const told = `What changed is unknown: ${reason}`;
  return { comparison: { outcome: 'not-compared', reason: told, amendment }, failure };
}
