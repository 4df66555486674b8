/**
 * Which backups may go: a pure function, so that every rule can be tried without a disk or a clock.
 */
import type { SectionCoverage } from '../../models/manifest.ts';
import { compareNewestFirst } from '../backup/backup-id.ts';
import {
  BEFORE_RESTORE,
  basesOf,
  isAcceptable,
  isVerified,
  ofLine,
  showLine,
  type VerifiedBackup,
} from '../lines/lines.ts';
import type { InspectedBackup } from './pruning.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What does not verify cannot prove whose it is: it stays for so long, however short the window of
 * the line.
 */
export const UNPROVEN_DAYS = 90;

/** Whose a folder is; of one that does not verify, by what it says of itself. */
export type Belonging =
  /** The line's name; undefined when nothing in the folder tells it. */
  | { readonly line: string | undefined }
  /** The disk failed when it was asked. */
  | { readonly failure: string };

/** One dated folder. */
export interface RetentionCandidate extends InspectedBackup {
  readonly belonging: Belonging;
}

export interface RetentionPolicy {
  /** Name of the line that is pruned: the others keep what they have. */
  readonly line: string;
  /** Whole days, at least 1. */
  readonly retentionDays: number;
  /** So many newest verified complete backups of the line survive; at least 1. */
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

function days(milliseconds: number): string {
  const rounded = Math.floor((milliseconds / DAY_MS) * 10) / 10;
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
}

function sectionsThat(
  status: SectionCoverage['status'],
  backup: VerifiedBackup,
): readonly string[] {
  return backup.verification.manifest.coverage.flatMap((entry) =>
    entry.status === status ? [entry.section] : [],
  );
}

/**
 * The newest backups that hold what the newest one could not read, each with the names of those
 * sections. One is held back as long as the backup after it is in the window: when that one is out
 * of it too, no backup of the whole window could read the section, and waiting for it must end.
 *
 * @param accepted of one line, newest first
 */
function holders(
  accepted: readonly VerifiedBackup[],
  isInWindow: (backup: VerifiedBackup) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const [newest] = accepted;
  for (const section of newest === undefined ? [] : sectionsThat('failed', newest)) {
    const index = accepted.findIndex((backup) => sectionsThat('saved', backup).includes(section));
    const [holder, next] = [accepted[index], accepted[index - 1]];
    if (holder === undefined || next === undefined || !isInWindow(next)) continue;
    found.set(holder.id, [...(found.get(holder.id) ?? []), section]);
  }
  return found;
}

/**
 * The backups of the line that survive any age, each with its reason.
 *
 * @param past what is not dated in the future, newest first
 */
function survivors(
  past: readonly InspectedBackup[],
  { line, minimumBackups }: RetentionPolicy,
  isInWindow: (backup: VerifiedBackup) => boolean,
): ReadonlyMap<string, string> {
  const regular = ofLine(past, line);
  const accepted = regular.filter(({ verification }) => isAcceptable(verification.manifest));
  const complete = accepted.filter(
    ({ verification }) => verification.manifest.status === 'complete',
  );
  const [base] = basesOf(regular);
  const beforeRestore = past
    .filter(isVerified)
    .find(({ verification }) => verification.manifest.purpose === BEFORE_RESTORE);
  const reasons = new Map<string, string>();
  for (const [id, sections] of holders(accepted, isInWindow)) {
    reasons.set(id, `it is the newest that holds ${sections.join(', ')}`);
  }
  if (beforeRestore !== undefined) {
    reasons.set(beforeRestore.id, 'it is the newest that was taken before a restore');
  }
  if (base !== undefined) reasons.set(base.id, 'it is what the next one is compared with');
  for (const { id } of complete.slice(0, minimumBackups)) {
    reasons.set(id, `it is one of the newest ${minimumBackups} verified of its line`);
  }
  return reasons;
}

/**
 * Days that a folder stays for: one of the original Python tool never verifies, and goes by age
 * when its line is known.
 */
function limitOf(
  { verification }: InspectedBackup,
  line: string | undefined,
  { retentionDays }: RetentionPolicy,
): number {
  const isKnown = verification.verified || (verification.isLegacy && line !== undefined);
  return isKnown ? retentionDays : Math.max(retentionDays, UNPROVEN_DAYS);
}

/**
 * Decides for every backup of one project whether it stays when one line of it is pruned.
 *
 * Age is counted back from the newest verified backup of that line that is not dated in the future,
 * so that neither a clock that ran ahead once nor a schedule that stopped can empty the folder.
 *
 * @param candidates of all lines
 * @returns one decision a candidate, newest first, whatever their order was
 */
export function decideRetention<Candidate extends RetentionCandidate>(
  candidates: readonly Candidate[],
  policy: RetentionPolicy,
): RetentionDecision<Candidate>[] {
  const { line, retentionDays, now } = policy;
  const sorted = [...candidates].sort(compareNewestFirst);
  const past = sorted.filter(({ time }) => time <= now);
  const [anchor] = ofLine(past, line);
  const own = past.filter(({ belonging }) => 'line' in belonging && belonging.line === line);
  const spared = survivors(
    own,
    policy,
    ({ time }) => anchor !== undefined && anchor.time - time <= retentionDays * DAY_MS,
  );

  return sorted.map((candidate) => {
    const { id, time, belonging } = candidate;
    const future = time > now;
    const keep = (reason: string) => ({ candidate, action: 'keep' as const, future, reason });
    if (future) return keep('it is dated in the future');
    if ('failure' in belonging) return keep(`its line is not known: ${belonging.failure}`);
    if (belonging.line !== undefined && belonging.line !== line) {
      return keep(`it belongs to another line, ${showLine(belonging.line)}`);
    }
    if (anchor === undefined) {
      return keep('no backup of the line verifies, so that none can take its place');
    }
    const age = anchor.time - time;
    const limit = limitOf(candidate, belonging.line, policy);
    if (age <= limit * DAY_MS) {
      return keep(
        id === anchor.id
          ? 'it is the newest verified backup'
          : age < 0
            ? 'it is newer than the newest verified backup'
            : `${days(age)} older than the newest verified backup, within ${limit}`,
      );
    }
    const reason = spared.get(id);
    if (reason !== undefined) return keep(reason);
    return {
      candidate,
      action: 'remove',
      future,
      reason: `${days(age)} older than the newest verified backup, over ${limit}`,
    };
  });
}
