/**
 * What changed since the backup that the new one is compared with, and whether too much is gone.
 */
import type { DiffReport } from '../models/changes.ts';
import type { BackupManifest } from '../models/manifest.ts';
import type { Reporter } from '../reporter/reporter.ts';
import {
  markCompared,
  type Amendment,
  type AnnouncedLoss,
  type CompareBackups,
  type ProvenBackup,
  type VerifiedBackup,
} from '../services/index.ts';
import { oldestInLookBack, searchForLookBack } from './base-search.ts';
import type { History } from './history-look-up.ts';

type Bases = readonly [VerifiedBackup, ...VerifiedBackup[]];

/** What counts as too much that is gone. */
export interface ShrinkOptions {
  /** Percent of the objects of a section. */
  readonly shrinkLimit: number;
  /** Whether this run accepts what it took, whatever is gone. */
  readonly allowShrink: boolean;
  /** What the plan of a restore deleted: that is gone as it announced. */
  readonly announced?: readonly AnnouncedLoss[];
}

interface CompareContext {
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  /** A temporary one. */
  readonly folder: string;
}

/** What a comparison found. */
export interface Compared {
  readonly outcome: 'compared';
  readonly with: BackupManifest;
  /** How many newer backups of the line within reach cannot be compared with. */
  readonly between: number;
  readonly report: DiffReport;
  /** What is gone beyond the limit, a sentence each; empty when it was accepted. */
  readonly shrink: readonly string[];
  readonly amendment: Amendment;
}

/**
 * Looks for a backup of about a week ago, since which losses are added up. A failure costs that
 * alone, and is told.
 */
async function findLookBack(
  { reach, search }: History,
  { signal, reporter }: CompareContext,
): Promise<ProvenBackup | undefined> {
  try {
    if (search !== undefined) await searchForLookBack(search, reach, reach.fresh);
  } catch (error) {
    signal.throwIfAborted();
    reporter.warning(
      `a slow loss over several days was not looked for: ${(error as Error).message}`,
    );
  }
  const found = oldestInLookBack(reach, reach.fresh);
  return found && provenOf(found);
}

function provenOf({ path, verification: { manifest } }: VerifiedBackup): ProvenBackup {
  return { path, manifest };
}

function tellBase(base: VerifiedBackup, between: number, reporter: Reporter): void {
  const backups = between === 1 ? '1 newer backup lies' : `${between} newer backups lie`;
  reporter.info(
    between === 0
      ? `Compared with ${base.id}`
      : `Compared with ${base.id}: ${backups} between, which cannot be compared with`,
  );
}

/**
 * Compares the new backup with the newest base within reach.
 *
 * @param bases newest first
 * @param compare reads the backups, and compares them
 * @throws Error when they could not be compared
 */
export async function compareWithBase(
  bases: Bases,
  history: History,
  fresh: ProvenBackup,
  compare: CompareBackups,
  { shrinkLimit, allowShrink, announced }: ShrinkOptions,
  context: CompareContext,
): Promise<Compared> {
  const [base, ...older] = bases;
  const lookBack = await findLookBack(history, context);
  const between = Math.max(
    0,
    history.reach.older.findIndex(({ id }) => id === base.id),
  );
  const { report, losses, announcedLosses } = await compare(
    {
      bases: [provenOf(base), ...older.map(provenOf)],
      lookBack,
      fresh,
      shrinkLimit,
      ...(announced && { announced }),
    },
    { signal: context.signal, folder: context.folder },
  );
  tellBase(base, between, context.reporter);
  for (const loss of announcedLosses) {
    context.reporter.info(`As the plan of the restore announced: ${loss}`);
  }
  const isAccepted = losses.length > 0 ? allowShrink : announcedLosses.length > 0;
  for (const loss of losses) {
    context.reporter.warning(isAccepted ? `accepted by allow-shrink: ${loss}` : loss);
  }
  const shrink = isAccepted ? [] : losses;
  const kept = fresh.manifest.status === 'partial' ? 'partial' : 'complete';
  return {
    outcome: 'compared',
    with: base.verification.manifest,
    between,
    report,
    shrink,
    amendment: {
      status: shrink.length > 0 ? 'suspect' : kept,
      ...(shrink.length > 0 && { status_reasons: [...shrink] }),
      previous: { backup_id: base.id, manifest_sha256: base.verification.manifestSha256 },
      comparison: { ...markCompared(base, isAccepted), risk: report.risk },
    },
  };
}
