/** Brings the backups of artifacts back into the backup root. */
import { isBase, isVerified, type BackupService, type VerifiedBackup } from '../services/index.ts';
import type { Reporter } from '../reporter/reporter.ts';
import type { ListedCopy } from './backup-copies.ts';
import { type HistorySearch, type OpenedArtifact, type SearchCounts } from './history.ts';
import { areOfOtherLines, KnownRuns, type LineReach, type LineReaches } from './line-reach.ts';
import { SearchBoundError } from './search-budget.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The newest whole window may lack the backup of a run that was under way at the same time. */
const OVERLAP_MS = DAY_MS;

/** A backup of an artifact that did not verify, or a whole artifact that could not be used. */
export interface LeftOut {
  /** The backup's id, or the artifact's name. */
  readonly id: string;
  readonly artifact: string;
  readonly problems: readonly string[];
}

/** Tells of the backups of an artifact that do not verify. */
export function warnOfDamage({ artifact, backups }: OpenedArtifact, reporter: Reporter): LeftOut[] {
  return backups.flatMap(({ id, verification }) => {
    if (verification.verified) return [];
    const { problems } = verification;
    reporter.warning(
      `${id} of artifact ${artifact.name} is left out, it does not verify: ${problems.join('; ')}`,
    );
    return [{ id, artifact: artifact.name, problems }];
  });
}

/**
 * The good backups of an artifact. One that is dated later than GitHub had the artifact is none: no
 * honest clock does that, and it would never grow old.
 */
export function goodBackups(
  { artifact, backups }: OpenedArtifact,
  reporter: Reporter,
): VerifiedBackup[] {
  return backups.filter(isVerified).filter(({ id, time }) => {
    const isHonest = artifact.createdAt === 0 || time <= artifact.createdAt + DAY_MS;
    if (!isHonest) {
      reporter.warning(
        `${id} of artifact ${artifact.name} is left out: it is dated later than the artifact was made`,
      );
    }
    return isHonest;
  });
}

/**
 * Brings the backups of every line back into the backup root, to be verified there: of artifacts
 * that were made since `start`, and whose runs have no backup in reach yet.
 *
 * @param reaches what is in the root already, by line; grows by what is found
 * @returns what could not be used
 * @throws Error when the look-up or a download failed
 */
export async function carryAllLines(
  service: BackupService,
  projectId: string,
  search: HistorySearch,
  reaches: LineReaches,
  start: number,
): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = [];
  const known = new KnownRuns(reaches);
  for await (const artifact of search.artifacts(() => start)) {
    if (known.covers(artifact.runId)) continue;
    const opened = await search.open(artifact, { isTimed: false });
    if (opened === undefined) continue;
    if (opened.unusable !== undefined) {
      leftOut.push({ id: artifact.name, artifact: artifact.name, problems: [opened.unusable] });
    }
    leftOut.push(...warnOfDamage(opened, search.reporter));
    const good = goodBackups(opened, search.reporter);
    reaches.add(good, `artifact ${artifact.name} (${artifact.id})`);
    for (const { path } of good) await service.adoptBackup(projectId, path);
    await search.discard(opened);
  }
  return leftOut;
}

/** Which part of a line's history is wanted back. */
export interface CarryWindow {
  /**
   * Milliseconds since the epoch: older backups are wanted only where there would else be too few.
   */
  readonly start: number;
  /** So many complete backups are wanted, however old. */
  readonly minimum: number;
  /** Name of an artifact that holds a whole window: a longer one holds a single night. */
  readonly wholeName: string;
}

export interface CarriedHistory {
  /** Ids of the backups that are in the root now and were not before. */
  readonly adopted: readonly string[];
  readonly counts: SearchCounts;
  /** How many artifacts hold a good backup, or nothing but what is in the root already. */
  readonly usable: number;
  /** How many artifacts hold, or may hold, backups of the line. */
  readonly ofLine: number;
}

/**
 * The newest complete backups of a reach, which are wanted at any age, and what the next one is
 * compared with.
 */
function protectedIds(reach: LineReach, { minimum }: CarryWindow): ReadonlySet<string> {
  const complete = reach.backups.filter(
    ({ verification: { manifest } }) => manifest.status === 'complete',
  );
  return new Set([...complete.slice(0, minimum), ...reach.bases.slice(0, 1)].map(({ id }) => id));
}

/**
 * Brings the backups of a line back into the backup root, each under its id, until the window is
 * whole or GitHub has no more. What retention would remove at once stays where it is, and so does
 * what is there in two forms.
 *
 * @param reach what is in the root already; grows by what is found
 * @throws Error when the look-up or a download failed
 */
export async function carryHistory(
  service: BackupService,
  projectId: string,
  search: HistorySearch,
  reach: LineReach,
  window: CarryWindow,
): Promise<CarriedHistory> {
  const inRoot = new Set(reach.backups.map(({ id }) => id));
  const opened: OpenedArtifact[] = [];
  let usable = 0;
  let newestWhole: number | undefined;
  const hasEnough = () =>
    reach.bases.some(({ verification }) => isBase(verification.manifest)) &&
    (protectedIds(reach, window).size >= window.minimum || reach.isWholeSince(-Infinity));
  const floor = (): number => {
    if (!hasEnough()) return -Infinity;
    if (newestWhole === undefined || !reach.isWholeSince(window.start)) return window.start;
    return Math.max(newestWhole - OVERLAP_MS, window.start);
  };
  const known = new KnownRuns(reach);
  const isWanted = ({ runId, createdAt }: ListedCopy): boolean => {
    const isKnown = known.covers(runId);
    if (isKnown) usable++;
    if (createdAt < window.start && hasEnough()) return false;
    return !isKnown || reach.missingSince(window.start).length > 0;
  };
  try {
    for await (const artifact of search.artifacts(floor)) {
      if (!isWanted(artifact)) continue;
      const one = await search.open(artifact, { isTimed: false });
      if (one === undefined) continue;
      warnOfDamage(one, search.reporter);
      const before = reach.size;
      const good = goodBackups(one, search.reporter);
      if (reach.add(good, `artifact ${artifact.name} (${artifact.id})`) > 0) {
        if (artifact.name === window.wholeName) newestWhole ??= artifact.createdAt;
      }
      if (good.length > 0) usable++;
      opened.push(one);
      if (reach.size === before) await search.discard(one);
    }
  } catch (error) {
    if (!(error instanceof SearchBoundError) || !hasEnough()) throw error;
    search.reporter.warning(`backups of the window may be missing: ${error.message}`);
  }
  const adopted = await adopt(service, projectId, reach, window, inRoot);
  search.reporter.info(
    `Brought back from ${opened.length} artifacts: ${adopted.join(', ') || 'nothing that was not here'}`,
  );
  return {
    adopted,
    counts: search.counts,
    usable,
    ofLine: opened.filter(
      ({ backups, unusable }) => unusable !== undefined || !areOfOtherLines(backups, reach.line),
    ).length,
  };
}

/** Copies what retention would keep into the root. */
async function adopt(
  service: BackupService,
  projectId: string,
  reach: LineReach,
  window: CarryWindow,
  inRoot: ReadonlySet<string>,
): Promise<string[]> {
  const wanted = protectedIds(reach, window);
  const adopted: string[] = [];
  for (const { id, path, time } of reach.backups) {
    if (inRoot.has(id) || (time < window.start && !wanted.has(id))) continue;
    if (await service.adoptBackup(projectId, path)) adopted.push(id);
  }
  return adopted;
}
