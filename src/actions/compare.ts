/** What changed since the backup that the new one is compared with, and whether too much is gone. */
import type { BackupInputs } from '../github/inputs.ts';
import { info, warning } from '../github/log.ts';
import type { DiffReport } from '../models/changes.ts';
import type { BackupManifest } from '../models/manifest.ts';
import {
  assessRisk,
  DiffService,
  findShrink,
  markCompared,
  readBaseState,
  readProjectState,
  reportDiff,
  withheldRule,
  type Amendment,
  type BackupId,
  type ProjectState,
  type VerifiedBackup,
} from '../services/index.ts';
import { oldestInLookBack, searchForLookBack } from './base-search.ts';
import type { History } from './history-look-up.ts';

type Bases = readonly [VerifiedBackup, ...VerifiedBackup[]];

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

/** An earlier state that losses are added up since. */
interface LookBack {
  readonly id: string;
  readonly state: ProjectState;
}

/** Objects that are gone beyond the limit: at once, or little by little. A sentence each. */
function findLosses(
  before: ProjectState,
  lookBack: LookBack | undefined,
  after: ProjectState,
  manifest: BackupManifest,
  limitPercent: number,
): string[] {
  const failed = manifest.coverage.flatMap(({ section, status }) =>
    status === 'failed' ? [section] : [],
  );
  const policy = { limitPercent, failedSections: new Set(failed) };
  const sudden = findShrink(before, after, policy);
  if (lookBack === undefined || sudden.length > 0) return sudden;
  return findShrink(lookBack.state, after, policy).map(
    (reason) => `${reason}, little by little since ${lookBack.id}`,
  );
}

/** Adds up the losses since about a week ago. A failure costs that alone, and is told. */
async function readLookBack(
  { reach, search }: History,
  fresh: BackupId,
  signal: AbortSignal,
): Promise<LookBack | undefined> {
  try {
    if (search !== undefined) await searchForLookBack(search, reach, fresh);
    const found = oldestInLookBack(reach, fresh);
    if (found === undefined) return undefined;
    return { id: found.id, state: await readProjectState(found.path, found.verification.manifest) };
  } catch (error) {
    signal.throwIfAborted();
    warning(`a slow loss over several days was not looked for: ${(error as Error).message}`);
    return undefined;
  }
}

function tellBase(base: VerifiedBackup, between: number): void {
  const backups = between === 1 ? '1 newer backup lies' : `${between} newer backups lie`;
  info(
    between === 0
      ? `Compared with ${base.id}`
      : `Compared with ${base.id}: ${backups} between, which cannot be compared with`,
  );
}

/**
 * Compares the new backup with the newest base within reach.
 *
 * @param bases newest first
 * @param readAfter the state of the new backup
 * @throws Error when a backup could not be read
 */
export async function compareWithBase(
  bases: Bases,
  history: History,
  manifest: BackupManifest,
  readAfter: () => Promise<ProjectState>,
  inputs: BackupInputs,
  signal: AbortSignal,
): Promise<Compared> {
  const [base] = bases;
  const fresh = history.reach.fresh;
  const before = await readBaseState(bases, manifest);
  const lookBack = await readLookBack(history, fresh, signal);
  const between = history.reach.older.findIndex(({ id }) => id === base.id);
  tellBase(base, between);
  const after = await readAfter();
  const diff = new DiffService().diff(
    before,
    after,
    withheldRule(base.verification.manifest, manifest),
  );
  const report = reportDiff(diff, assessRisk(diff));
  const losses = findLosses(before, lookBack, after, manifest, inputs['shrink-limit']);
  const isAccepted = losses.length > 0 && inputs['allow-shrink'];
  for (const loss of losses) warning(isAccepted ? `accepted by allow-shrink: ${loss}` : loss);
  const shrink = isAccepted ? [] : losses;
  const kept = manifest.status === 'partial' ? 'partial' : 'complete';
  return {
    outcome: 'compared',
    with: base.verification.manifest,
    between,
    report,
    shrink,
    amendment: {
      status: shrink.length > 0 ? 'suspect' : kept,
      ...(shrink.length > 0 && { status_reasons: shrink }),
      previous: { backup_id: base.id, manifest_sha256: base.verification.manifestSha256 },
      comparison: markCompared(base, isAccepted),
    },
  };
}
