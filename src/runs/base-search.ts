/** Looks in artifacts for what a new backup is compared with. */
import type { BackupManifest } from '../models/manifest.ts';
import {
  compareNewestFirst,
  haveSaved,
  isBase,
  missingSections,
  parseBackupId,
  type VerifiedBackup,
} from '../services/index.ts';
import type { ListedCopy } from '../copies/backup-copies.ts';
import { goodBackups, warnOfDamage } from '../copies/carry.ts';
import type { HistorySearch } from '../copies/history.ts';
import { areOfOtherLines, KnownRuns, type LineReach } from '../copies/line-reach.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far losses are added up, so that a slow one is a loss. */
const LOOK_BACK_MS = 7 * DAY_MS;
/** A schedule does not start to the second. */
const TOLERANCE_MS = 60 * 60 * 1000;
/** Artifacts that are opened for the look back. */
const MAX_LOOK_BACKS = 3;

/** Whether nothing older can change what the new backup is compared with. */
export function isEnough({ bases }: LineReach, after: BackupManifest): boolean {
  const [base] = bases;
  return (
    base !== undefined &&
    isBase(base.verification.manifest) &&
    haveSaved(
      bases.map(({ verification }) => verification.manifest),
      missingSections(base.verification.manifest, after),
    )
  );
}

/**
 * Opens artifacts, newest first, until the reach holds what the new backup is compared with, or
 * there are no more.
 *
 * @param reach grows by what is found
 * @returns how many artifacts hold, or may hold, backups of the line
 * @throws Error when the look-up or a download failed
 */
export async function searchForBase(
  search: HistorySearch,
  reach: LineReach,
  after: BackupManifest,
): Promise<number> {
  let ofLine = 0;
  const known = new KnownRuns(reach);
  const baseTime = () => (isEnough(reach, after) ? (reach.bases[0]?.time ?? 0) : -Infinity);
  for await (const artifact of search.artifacts(baseTime)) {
    const isKnown = known.covers(artifact.runId);
    if (isEnough(reach, after) && (isKnown || artifact.createdAt <= baseTime())) continue;
    const opened = await search.open(artifact, { isTimed: true });
    if (opened === undefined) continue;
    warnOfDamage(opened, search.reporter);
    const isOther = opened.unusable === undefined && areOfOtherLines(opened.backups, reach.line);
    if (isOther) await search.discard(opened);
    else ofLine++;
    reach.add(goodBackups(opened, search.reporter), artifactPlace(artifact));
  }
  return ofLine;
}

export function artifactPlace({ name, id }: ListedCopy): string {
  return `artifact ${name} (${id})`;
}

/**
 * The backup of about a week ago that may be looked back to; undefined when none but the base is
 * within reach.
 */
export function oldestInLookBack(
  reach: LineReach,
  fresh: { readonly time: number },
): VerifiedBackup | undefined {
  const [base, ...older] = reach.bases;
  if (base === undefined) return undefined;
  const start = lookBackStart(base, reach, fresh);
  const horizon = horizonOf(base);
  return older.findLast(
    (backup) => backup.time >= start && compareNewestFirst(backup, horizon) <= 0,
  );
}

/** The backup before which nothing counts any more: what was gone by then was accepted. */
function horizonOf(base: VerifiedBackup) {
  const id = base.verification.manifest.comparison?.horizon;
  return (id === undefined ? undefined : parseBackupId(id)) ?? base;
}

/** Where looking back begins, in milliseconds since the epoch. */
function lookBackStart(
  base: VerifiedBackup,
  { older }: LineReach,
  fresh: { readonly time: number },
): number {
  const { outcome } = base.verification.manifest.comparison ?? {};
  // What was accepted, or came first, has nothing before it.
  if (outcome === 'accepted' || outcome === 'first') return Infinity;
  // Counted from the first night that was red since: what was red then stays red, however long
  // nobody looks.
  const firstRed = older.findLast(
    (backup) =>
      backup.verification.manifest.status === 'suspect' && compareNewestFirst(backup, base) < 0,
  );
  const end = firstRed?.time ?? fresh.time;
  return Math.max(end - LOOK_BACK_MS - TOLERANCE_MS, horizonOf(base).time);
}

/**
 * Opens the artifact of about a week ago, where the base is younger and nothing of that time is
 * within reach.
 *
 * @param reach grows by what is found
 * @throws Error when the look-up or a download failed
 */
export async function searchForLookBack(
  search: HistorySearch,
  reach: LineReach,
  fresh: { readonly time: number },
): Promise<void> {
  const [base] = reach.bases;
  if (base === undefined) return;
  const start = lookBackStart(base, reach, fresh);
  const known = oldestInLookBack(reach, fresh)?.time ?? base.time;
  const candidates = search.named
    .filter(({ name, isExpired }) => !isExpired && !name.endsWith('-suspect'))
    .filter((artifact) => !search.hasOpened(artifact))
    .filter(({ createdAt }) => createdAt >= start && createdAt < known)
    .sort((a, b) => a.createdAt - b.createdAt);
  let left = MAX_LOOK_BACKS;
  for (const artifact of candidates) {
    const opened = await search.open(artifact, { isTimed: true });
    if (opened === undefined) continue;
    reach.add(goodBackups(opened, search.reporter), artifactPlace(artifact));
    const found = oldestInLookBack(reach, fresh);
    if ((found !== undefined && found.time < known) || --left === 0) return;
  }
}
