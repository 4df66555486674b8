/** How the new backup stands to the earlier ones of its line, and what becomes of the run by it. */
import { basename } from 'node:path';
import { info, warning } from '../github/log.ts';
import type { BackupInputs } from '../github/inputs.ts';
import type { BackupManifest, ComparisonMark } from '../models/manifest.ts';
import {
  isBase,
  judgeUncompared,
  lineName,
  parseBackupId,
  type Amendment,
  type BackupId,
  type BackupService,
  type InspectedBackup,
  compareBackups,
  type CompareBackups,
  type Verification,
  type VerifiedBackup,
} from '../services/index.ts';
import { compareWithBase, type Compared } from './compare.ts';
import { canLookUp, withTemporaryFolder, type HistoryContext } from '../copies/history.ts';
import { hasArtifacts, HistoryLookUp } from './history-look-up.ts';
import { LineReach } from '../copies/line-reach.ts';
import type { NewBackup } from './new-backup.ts';

/** What a comparison found, or why there was none: switched off, the first of its line, or nothing to compare with. */
export type Comparison =
  | Compared
  | {
      readonly outcome: 'off' | 'first' | 'not-compared';
      readonly reason: string;
      readonly amendment: Amendment;
    };

/** What comparing needs of the world around it. */
export interface ComparisonContext extends HistoryContext {
  /** Reads backups and compares them. Default: in this process. */
  readonly compareBackups?: CompareBackups;
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
 * How the new backup stands to the ones before it, as far as that is known before it is written. Until a comparison was
 * made, it counts for nothing: a run that is killed before leaves a backup that nothing trusts.
 */
export async function standingBefore(
  service: BackupService,
  inputs: BackupInputs,
  { environment }: HistoryContext,
): Promise<ComparisonMark> {
  const pending: ComparisonMark = { outcome: 'not-compared', cause: 'pending' };
  if (inputs.history === 'none') return OFF;
  if (hasArtifacts(inputs, environment) || canLookUp(environment, inputs['github-token'])) {
    return pending;
  }
  // What cannot be listed is reported where pruning lists it.
  const backups = await service.listBackups(inputs['project-id']).catch(() => [undefined]);
  return backups.length === 0 ? { outcome: 'first' } : pending;
}

/** Remembers that sections which could not be read were accepted: the others then count as those of a complete backup. */
function withAcceptance(
  { comparison, ...amendment }: Amendment,
  { 'fail-on-partial': fails }: BackupInputs,
): Amendment {
  const isAccepted = amendment.status === 'partial' && !fails;
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
 * Compares the new backup with the newest base of its line, in the backup root or in artifacts of earlier runs. With
 * `history: carry` those are brought back into the root first.
 *
 * @throws nothing but what cancels the run: a failed look-up is data, never an empty history
 */
export async function compareWithHistory(
  service: BackupService,
  inputs: BackupInputs,
  fresh: NewBackup,
  context: ComparisonContext,
): Promise<HistoryResult> {
  const result =
    inputs.history === 'none'
      ? notCompared(fresh)
      : await withTemporaryFolder(context.environment, (folder) =>
          compareInFolder(service, inputs, fresh, folder, context),
        );
  const { comparison } = result;
  const amendment = withAcceptance(comparison.amendment, inputs);
  return { ...result, comparison: { ...comparison, amendment } };
}

function notCompared({ path, verification, manifest }: NewBackup): HistoryResult {
  const { reason = '' } = OFF;
  info(reason);
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
 * What a backup may be compared with though the look-up failed: not the oldest that was reached in artifacts, which counts as
 * the first of its line only where there is none before it.
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
  inputs: BackupInputs,
  fresh: NewBackup,
  folder: string,
  context: ComparisonContext,
): Promise<HistoryResult> {
  const { signal } = context;
  const { path, manifest } = fresh;
  const reach = new LineReach(lineName(manifest), parseBackupId(manifest.backup_id) as BackupId);
  const inspection = new RootInspection(service, inputs['project-id'], fresh);
  let root: readonly InspectedBackup[] = [];
  let failure: string | undefined;
  try {
    root = (await inspection.inspect()).filter((backup) => backup.path !== path);
    reach.add(root, 'the backup root');
  } catch (error) {
    failure = (error as Error).message;
  }
  const inRoot = reach.bases;
  const lookUp = new HistoryLookUp(service, inputs, manifest, reach, folder, context);
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
    if (failure !== undefined) info(`Artifacts of earlier runs do not count: ${failure}`);
    try {
      const { compareBackups: compare = compareBackups } = context;
      return finish(
        await compareWithBase([base, ...older], history, { path, manifest }, compare, inputs, {
          signal,
          folder,
        }),
      );
    } catch (error) {
      signal.throwIfAborted();
      failure = (error as Error).message;
    }
  }
  const facts = { failure, found: history.found, older: reach.older };
  const { mark, reason, failure: red } = judgeUncompared(facts, inputs['allow-shrink']);
  const amendment = { status: ownStatus(manifest), comparison: mark };
  if (reason === undefined) {
    const first = `There is no history yet: this is the first backup of ${reach.line}`;
    info(first);
    return finish({ outcome: 'first', reason: first, amendment });
  }
  warning(`what changed is unknown: ${reason}`);
  return finish(
    { outcome: 'not-compared', reason: `What changed is unknown: ${reason}`, amendment },
    ...(red === undefined ? [] : [red]),
  );
}
