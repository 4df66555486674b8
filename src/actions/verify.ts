/** Checks every retained backup of a project. */
import { resolve } from 'node:path';
import { error, group, info, warning } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { repositoryVisibility } from '../github/repository-visibility.ts';
import { workspaceFolder } from '../github/run-context.ts';
import { writeSummary } from '../github/summary-file.ts';
import type { VerifyInputs } from '../github/verify-inputs.ts';
import { renderVerification, type VerificationReport } from '../github/verify-summary.ts';
import {
  ageOfLines,
  BackupService,
  findBrokenLinks,
  findGaps,
  oldestLine,
} from '../services/index.ts';
import { artifactsNamed, projectArtifacts } from '../copies/artifact-names.ts';
import { carryAllLines, type LeftOut } from '../copies/carry.ts';
import {
  canLookUp,
  HistorySearch,
  withTemporaryFolder,
  type HistoryContext,
} from '../copies/history.ts';
import { LineReaches, type TwoForms } from '../copies/line-reach.ts';
import { attempt } from '../runs/outcome.ts';
import { backupsWithoutNames, mayNameThings } from '../copies/strangers.ts';
import { failuresOf, lineRows, rowsOf } from '../runs/verify-findings.ts';

export interface VerifyContext extends HistoryContext {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** GitHub keeps artifacts for as long as this, unless told otherwise. */
const ARTIFACT_DAYS = 90;
const HOUR_MS = 60 * 60 * 1000;

/** What artifacts hold that is not as it should be. */
interface ArtifactFindings {
  readonly leftOut: readonly LeftOut[];
  readonly twoForms: readonly TwoForms[];
}

async function fetchArtifacts(
  service: BackupService,
  inputs: VerifyInputs,
  context: VerifyContext,
): Promise<ArtifactFindings> {
  if (inputs.history === 'none') return { leftOut: [], twoForms: [] };
  const { 'project-id': projectId, 'artifact-name': name, 'github-token': token } = inputs;
  if (!canLookUp(context.environment, token)) {
    throw new Error(
      'history: carry needs a run of GitHub Actions and a github-token: set history to none elsewhere',
    );
  }
  const names = name === undefined ? projectArtifacts(projectId) : artifactsNamed(name);
  const source = {
    projectId,
    token,
    workflow: undefined,
    branch: inputs['history-branch'],
    ...names,
  };
  const reaches = new LineReaches();
  reaches.add(await service.inspectBackups(projectId), 'the backup root');
  const leftOut = await withTemporaryFolder(context.environment, (folder) =>
    carryAllLines(
      service,
      projectId,
      new HistorySearch(source, folder, context),
      reaches,
      context.clock() - ARTIFACT_DAYS * 24 * HOUR_MS,
    ),
  );
  return { leftOut, twoForms: reaches.twoForms };
}

/** Writes the page of the run; that it could not be written fails nothing. */
async function writePage(report: VerificationReport): Promise<void> {
  const written = await attempt(() => writeSummary(renderVerification(report)));
  if ('failure' in written) {
    warning(`the job summary was not written: ${written.failure.message}`);
  }
}

function log({ rows, lines, brokenLinks, gaps }: VerificationReport): void {
  for (const { id, verdict, note } of rows) {
    if (verdict === 'damaged') error(`${id} is damaged: ${note}`);
    else info(`${id}: ${verdict}, ${note}`);
  }
  for (const { line, count, newestId, ageHours, verdict } of lines) {
    const newest =
      newestId === undefined
        ? 'no complete backup'
        : `newest complete backup ${newestId}, ${(ageHours ?? 0).toFixed(1)} hours old`;
    info(`Line ${line}: ${count} verified, ${newest}${verdict === 'retired' ? ', retired' : ''}`);
  }
  for (const { id, reason } of brokenLinks) error(`the chain is broken at ${id}: ${reason}`);
  for (const { id, reason } of gaps) warning(`the chain has a gap at ${id}: ${reason}`);
}

/**
 * Verifies every backup of the project: files, hashes, schemas, project, date, and the chain between them; and judges each
 * line by the age of its own newest complete backup. One that was not compared counts: it is complete, and proven.
 *
 * @throws Error with the one message that the step fails with: damage, a broken chain, a line without a backup, or with
 * one too old
 */
export async function run(inputs: VerifyInputs, context: VerifyContext): Promise<void> {
  const { environment, signal, clock } = context;
  const { 'project-id': projectId } = inputs;
  const service = new BackupService({
    backupRoot: resolve(workspaceFolder(environment), inputs['backup-root']),
    clock,
  });
  const visibility =
    environment['GITHUB_ACTIONS'] === 'true'
      ? await repositoryVisibility(environment, inputs['github-token'])
      : 'private';
  const mayName = mayNameThings(visibility);
  const { leftOut, twoForms } = await group('Fetch artifacts', () =>
    fetchArtifacts(service, inputs, { ...context, mayName }),
  );
  signal.throwIfAborted();
  const now = clock();
  const backups = await group('Verify', () => service.inspectBackups(projectId));
  const rows = rowsOf(mayName ? backups : backupsWithoutNames(backups), leftOut, now);
  const brokenLinks = findBrokenLinks(backups);
  const gaps = findGaps(
    backups,
    leftOut.map(({ id }) => id),
  );
  const choice = {
    environment: inputs.environment,
    source: inputs.source,
    ignored: inputs['ignore-lines'],
  };
  const lines = ageOfLines(backups, choice, now);
  const failures = failuresOf({ rows, brokenLinks, twoForms, lines }, inputs, service.backupRoot);
  const newest = oldestLine(lines)?.newest;
  const told = await attempt(() => {
    setOutputs({
      'verified-count': rows.filter(
        ({ verdict }) => verdict !== 'damaged' && verdict !== 'not verifiable',
      ).length,
      'damaged-count': rows.filter(({ verdict }) => verdict === 'damaged').length,
      'gap-count': gaps.length,
      ...(newest && {
        'newest-backup-id': newest.id,
        'newest-age-hours': newest.ageHours.toFixed(1),
      }),
    });
  });
  if ('failure' in told) failures.push(told.failure.message);
  const report = { projectId, rows, lines: lineRows(lines, inputs), brokenLinks, gaps, failures };
  log(report);
  for (const { reason } of twoForms) error(reason);
  if (inputs['job-summary']) await writePage(report);
  if (failures.length > 0) throw new Error(failures.join('. Also: '));
}
