/** Which backups may go: a pure function, so that every rule can be tried without a disk or a clock. */

export const DAY_MS = 24 * 60 * 60 * 1000;

/** One dated folder, as far as retention cares. */
export interface RetentionCandidate {
  /** The folder's name. */
  readonly id: string;
  /** Milliseconds since the epoch, from the folder's name. */
  readonly time: number;
  /** 1 for the first folder of its second, 2 for the next. */
  readonly sequence: number;
  /** Undefined for a folder that did not verify. */
  readonly verified:
    | { readonly complete: boolean; readonly environment: string; readonly source: string }
    | undefined;
}

export interface RetentionPolicy {
  /** Whole days, at least 1. */
  readonly retentionDays: number;
  /** So many newest verified complete backups of each environment and source survive; at least 1. */
  readonly minimumBackups: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface RetentionDecision<Candidate> {
  readonly candidate: Candidate;
  readonly action: 'keep' | 'remove';
  /** Whether the folder is dated later than now, which deserves a warning. */
  readonly future: boolean;
  /** In words, for the log. */
  readonly reason: string;
}

function newestFirst(a: RetentionCandidate, b: RetentionCandidate): number {
  return b.time - a.time || b.sequence - a.sequence;
}

function days(milliseconds: number): string {
  const rounded = Math.floor((milliseconds / DAY_MS) * 10) / 10;
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
}

/** The ids of the newest complete backups of each environment and source, which survive any age. */
function protectedIds(
  newestFirstPast: readonly RetentionCandidate[],
  minimumBackups: number,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const ids = new Set<string>();
  for (const { id, verified } of newestFirstPast) {
    if (verified?.complete !== true) continue;
    const group = JSON.stringify([verified.environment, verified.source]);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    if (count <= minimumBackups) ids.add(id);
  }
  return ids;
}

/**
 * Decides for every backup of one project whether it stays.
 *
 * Age is counted back from the newest verified backup that is not dated in the future, so that neither a clock
 * that ran ahead once nor a schedule that stopped can empty the folder.
 *
 * @returns one decision a candidate, newest first, whatever their order was
 */
export function decideRetention<Candidate extends RetentionCandidate>(
  candidates: readonly Candidate[],
  { retentionDays, minimumBackups, now }: RetentionPolicy,
): RetentionDecision<Candidate>[] {
  const sorted = [...candidates].sort(newestFirst);
  const past = sorted.filter(({ time }) => time <= now);
  const anchor = past.find(({ verified }) => verified !== undefined);
  const survivors = protectedIds(past, minimumBackups);

  return sorted.map((candidate) => {
    const { id, time } = candidate;
    const decide = (action: 'keep' | 'remove', reason: string): RetentionDecision<Candidate> => ({
      candidate,
      action,
      future: time > now,
      reason,
    });
    if (time > now) return decide('keep', 'it is dated in the future');
    if (anchor === undefined) {
      return decide('keep', 'no backup verifies, so that none can take its place');
    }
    const age = anchor.time - time;
    if (age <= retentionDays * DAY_MS) {
      return decide(
        'keep',
        id === anchor.id
          ? 'it is the newest verified backup'
          : age < 0
            ? 'it is newer than the newest verified backup'
            : `${days(age)} older than the newest verified backup, within ${retentionDays}`,
      );
    }
    if (survivors.has(id)) {
      return decide('keep', `it is one of the newest ${minimumBackups} verified of its kind`);
    }
    return decide(
      'remove',
      `${days(age)} older than the newest verified backup, over ${retentionDays}`,
    );
  });
}
