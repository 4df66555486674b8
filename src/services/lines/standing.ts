/**
 * How a new backup stands to the history of its line: what a run makes of what it found there.
 * Pure.
 */
import type { ComparisonMark } from '../../models/manifest.ts';
import type { VerifiedBackup } from './lines.ts';

/** So many nights running may go by without a look-up. */
const MAX_FAILED_LOOK_UPS = 3;

/** What is known of the history of a line when there is nothing in it to compare with. */
export interface HistoryFacts {
  /** Why the look-up failed, where it did. */
  readonly failure: string | undefined;
  /** What was there, in words; undefined when nothing of the line ever was. */
  readonly found: string | undefined;
  /** The backups of the line that are within reach, newest first. */
  readonly older: readonly VerifiedBackup[];
}

/** The mark for the manifest, and what fails the step. */
export interface Standing {
  readonly mark: ComparisonMark;
  /** In words; undefined for the first of a line. */
  readonly reason: string | undefined;
  /** Why the step must be red. */
  readonly failure: string | undefined;
}

const WAY_OUT =
  'The new backup is kept. Look through it; if it is right, run once with allow-shrink: true, which makes the backup of that run the one that later ones are compared with';

/** How many of the newest backups could not be compared because the look-up failed. */
function failedRunning(older: readonly VerifiedBackup[]): number {
  const index = older.findIndex(
    ({ verification: { manifest } }) => manifest.comparison?.cause !== 'look-up-failed',
  );
  return index === -1 ? older.length : index;
}

/**
 * Judges a backup that there was nothing to compare with. Only where nothing of the line ever was
 * it is the first.
 *
 * @param isAccepted whether this run accepts what it took, whatever is gone
 */
export function judgeUncompared(
  { failure, found, older }: HistoryFacts,
  isAccepted: boolean,
): Standing {
  if (failure === undefined && found === undefined) {
    return { mark: { outcome: 'first' }, reason: undefined, failure: undefined };
  }
  const isLookUp = failure !== undefined;
  const reason = isLookUp
    ? `the history could not be looked up: ${failure}`
    : `there is history, but no backup in it to compare with: ${found ?? ''}`;
  if (isAccepted) {
    return { mark: { outcome: 'accepted', reason }, reason, failure: undefined };
  }
  const mark: ComparisonMark = {
    outcome: 'not-compared',
    cause: isLookUp ? 'look-up-failed' : 'no-base',
    reason,
  };
  if (!isLookUp) return { mark, reason, failure: `${reason}. ${WAY_OUT}` };
  const nights = failedRunning(older) + 1;
  return {
    mark,
    reason,
    failure:
      nights < MAX_FAILED_LOOK_UPS
        ? undefined
        : `nothing was compared ${nights} times running: ${reason}. ${WAY_OUT}`,
  };
}

/**
 * The mark of a backup that was compared.
 *
 * @param base what it was compared with
 * @param isAccepted whether something was gone beyond the limit, and this run accepts it
 */
export function markCompared(base: VerifiedBackup, isAccepted: boolean): ComparisonMark {
  const { comparison } = base.verification.manifest;
  const isHorizon = comparison?.outcome === 'first' || comparison?.outcome === 'accepted';
  return {
    outcome: isAccepted ? 'accepted' : 'compared',
    horizon: isHorizon ? base.id : (comparison?.horizon ?? base.id),
  };
}
