/** The story of a verification: every retained backup of a project, and the chain between them. */
import type { CopyNames } from '../copies/artifact-names.ts';
import { carryAllLines, type LeftOut } from '../copies/carry.ts';
import { HistorySearch } from '../copies/history.ts';
import { LineReaches, type TwoForms } from '../copies/line-reach.ts';
import { tellableBackups } from '../copies/names-apart.ts';
import { withTemporaryFolder } from '../copies/temporary-folder.ts';
import type { Reporter } from '../reporter/reporter.ts';
import {
  ageOfLines,
  BackupService,
  findBrokenLinks,
  findGaps,
  oldestLine,
  type ChainFinding,
} from '../services/index.ts';
import {
  failuresOf,
  lineRows,
  rowsOf,
  type LineDemands,
  type LineRow,
  type VerifiedRow,
} from './verify-findings.ts';
import type { RunWorld } from './world.ts';

/** GitHub keeps artifacts for as long as this, unless told otherwise. */
const COPY_DAYS = 90;
const HOUR_MS = 60 * 60 * 1000;

export interface VerifyOptions extends LineDemands {
  /** Absolute path. */
  readonly backupRoot: string;
  /** Lines that are retired. */
  readonly ignoredLines: ReadonlySet<string>;
  /** Which copies are fetched, where there are any. */
  readonly copyNames: CopyNames;
}

/** What a verification found. */
export interface VerificationResult {
  readonly projectId: string;
  /** Newest first. */
  readonly rows: readonly VerifiedRow[];
  readonly lines: readonly LineRow[];
  readonly brokenLinks: readonly ChainFinding[];
  readonly gaps: readonly ChainFinding[];
  readonly twoForms: readonly TwoForms[];
  /** Of the line whose newest complete backup is the oldest of all lines. */
  readonly newest: { readonly id: string; readonly ageHours: number } | undefined;
  /** Why the run fails, a sentence each; empty when it does not. */
  readonly failures: readonly string[];
}

/** What copies hold that is not as it should be. */
interface CopyFindings {
  readonly leftOut: readonly LeftOut[];
  readonly twoForms: readonly TwoForms[];
}

async function fetchCopies(
  service: BackupService,
  { projectId, copyNames }: VerifyOptions,
  world: RunWorld,
): Promise<CopyFindings> {
  const { copies } = world;
  if (copies === undefined) return { leftOut: [], twoForms: [] };
  const reaches = new LineReaches();
  reaches.add(await service.inspectBackups(projectId), 'the backup root');
  const leftOut = await withTemporaryFolder(world.temporaryRoot, (folder) =>
    carryAllLines(
      service,
      projectId,
      new HistorySearch(copies, { projectId, ...copyNames }, folder, world),
      reaches,
      world.clock() - COPY_DAYS * 24 * HOUR_MS,
    ),
  );
  return { leftOut, twoForms: reaches.twoForms };
}

/** Tells what was found, a line each. */
export function tellVerification(
  { rows, lines, brokenLinks, gaps, twoForms }: VerificationResult,
  reporter: Reporter,
): void {
  for (const { id, verdict, note } of rows) {
    if (verdict === 'damaged') reporter.error(`${id} is damaged: ${note}`);
    else reporter.info(`${id}: ${verdict}, ${note}`);
  }
  for (const { line, count, newestId, ageHours, verdict } of lines) {
    const newest =
      newestId === undefined
        ? 'no complete backup'
        : `newest complete backup ${newestId}, ${(ageHours ?? 0).toFixed(1)} hours old`;
    const retired = verdict === 'retired' ? ', retired' : '';
    reporter.info(`Line ${line}: ${count} verified, ${newest}${retired}`);
  }
  for (const { id, reason } of brokenLinks) {
    reporter.error(`the chain is broken at ${id}: ${reason}`);
  }
  for (const { id, reason } of gaps) reporter.warning(`the chain has a gap at ${id}: ${reason}`);
  for (const { reason } of twoForms) reporter.error(reason);
}

/**
 * Verifies every backup of the project: files, hashes, schemas, project, date, and the chain
 * between them; and judges each line by the age of its own newest complete backup. One that was not
 * compared counts: it is complete, and proven.
 *
 * @throws Error when the backups could not be listed, or copies not be fetched; what is wrong with
 * them is in the result
 */
export async function verifyBackups(
  options: VerifyOptions,
  world: RunWorld,
): Promise<VerificationResult> {
  const { signal, clock, reporter } = world;
  const { projectId, backupRoot, environment, source, ignoredLines } = options;
  const service = new BackupService({ backupRoot, clock });
  const { leftOut, twoForms } = await reporter.group('Fetch artifacts', () =>
    fetchCopies(service, options, world),
  );
  signal.throwIfAborted();
  const now = clock();
  const backups = await reporter.group('Verify', () => service.inspectBackups(projectId));
  const rows = rowsOf(tellableBackups(backups, reporter), leftOut, now);
  const brokenLinks = findBrokenLinks(backups);
  const gaps = findGaps(
    backups,
    leftOut.map(({ id }) => id),
  );
  const ages = ageOfLines(backups, { environment, source, ignored: ignoredLines }, now);
  const failures = failuresOf(
    { rows, brokenLinks, twoForms, lines: ages },
    options,
    service.backupRoot,
  );
  return {
    ...{ projectId, rows, brokenLinks, gaps, twoForms, failures },
    lines: lineRows(ages, options),
    newest: oldestLine(ages)?.newest,
  };
}
