/** Checks every retained backup of a project. */
import { resolve } from 'node:path';
import { error, group, info, warning } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { repositoryVisibility } from '../github/repository-visibility.ts';
import { workspaceFolder } from '../github/run-context.ts';
import { writeSummary } from '../github/summary-file.ts';
import type { VerifyInputs } from '../github/verify-inputs.ts';
import { renderVerification, type VerifiedRow } from '../github/verify-summary.ts';
import { BackupService, findBrokenLinks, type InspectedBackup } from '../services/index.ts';
import { allArtifacts, projectArtifacts } from './artifact-names.ts';
import { canLookUp, carryHistory, type HistoryContext, type LeftOut } from './history.ts';
import { attempt } from './outcome.ts';
import { mayNameThings, problemsInWords } from './strangers.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Two machines' clocks may differ by this much before a backup counts as dated in the future. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

export interface VerifyContext extends HistoryContext {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

async function fetchArtifacts(
  service: BackupService,
  inputs: VerifyInputs,
  context: VerifyContext,
): Promise<readonly LeftOut[]> {
  if (inputs.history === 'none') return [];
  const { 'project-id': projectId, 'artifact-name': name, 'github-token': token } = inputs;
  if (!canLookUp(context.environment, token)) {
    throw new Error(
      'history: carry needs a run of GitHub Actions and a github-token: set history to none elsewhere',
    );
  }
  const names = name === undefined ? projectArtifacts(projectId) : allArtifacts(name);
  const source = { projectId, token, workflow: undefined, ...names };
  return (await carryHistory(service, source, context)).leftOut;
}

/** What is wrong with a backup; nothing for a good one, and for what was never meant to be verified. */
function problemsOf({ time, verification }: InspectedBackup, now: number): readonly string[] {
  if (!verification.verified) return verification.isLegacy ? [] : verification.problems;
  return time > now + CLOCK_TOLERANCE_MS
    ? ['it is dated in the future: the clock that made it, or this one, is wrong']
    : [];
}

function rowOf(backup: InspectedBackup, now: number, mayName: boolean): VerifiedRow {
  const { id, verification } = backup;
  const problems = problemsOf(backup, now);
  if (problems.length > 0) {
    return { id, state: 'damaged', note: problemsInWords(problems, mayName) };
  }
  if (verification.verified) {
    const { status, environment, source } = verification.manifest;
    return { id, state: status, note: `${environment}, ${source.type}` };
  }
  return { id, state: 'not verifiable', note: 'a folder of the original Python tool' };
}

/**
 * Verifies every backup of the project: files, hashes, schemas, project, date, and the chain between them.
 *
 * @throws Error with the one message that the step fails with: damage, a broken chain, no backup, or one too old
 */
export async function run(inputs: VerifyInputs, context: VerifyContext): Promise<void> {
  const { environment, signal, clock } = context;
  const { 'project-id': projectId, 'max-age-hours': maxAgeHours } = inputs;
  const service = new BackupService({
    backupRoot: resolve(workspaceFolder(environment), inputs['backup-root']),
    clock,
  });
  const visibility =
    environment['GITHUB_ACTIONS'] === 'true'
      ? await repositoryVisibility(environment, inputs['github-token'])
      : 'private';
  const mayName = mayNameThings(visibility);
  const leftOut = await group('Fetch artifacts', () =>
    fetchArtifacts(service, inputs, { ...context, mayName }),
  );
  signal.throwIfAborted();
  const now = clock();
  const backups = await group('Verify', () => service.inspectBackups(projectId));
  const rows = [
    ...backups.map((backup) => rowOf(backup, now, mayName)),
    ...leftOut.map(({ id, artifact, problems }): VerifiedRow => ({
      id,
      state: 'damaged',
      note: `in artifact ${artifact}: ${problems.join('; ')}`,
    })),
  ];
  const brokenLinks = findBrokenLinks(backups);
  const damaged = rows.filter(({ state }) => state === 'damaged');
  const verified = rows.filter(({ state }) => state !== 'damaged' && state !== 'not verifiable');
  const newest = backups.find(
    (backup) =>
      backup.verification.verified &&
      backup.verification.manifest.status === 'complete' &&
      problemsOf(backup, now).length === 0,
  );
  const ageHours = newest && Math.max(0, now - newest.time) / HOUR_MS;
  const told = await attempt(() => {
    setOutputs({
      'verified-count': verified.length,
      'damaged-count': damaged.length,
      ...(newest && { 'newest-backup-id': newest.id }),
      ...(ageHours !== undefined && { 'newest-age-hours': ageHours.toFixed(1) }),
    });
  });
  for (const { id, state, note } of rows) {
    if (state === 'damaged') error(`${id} is damaged: ${note}`);
    else info(`${id}: ${state}, ${note}`);
  }
  for (const { id, reason } of brokenLinks) error(`the chain is broken at ${id}: ${reason}`);

  const failures: string[] = [];
  if (damaged.length > 0) {
    failures.push(`damaged: ${damaged.map(({ id }) => id).join(', ')}`);
  }
  if (brokenLinks.length > 0) {
    const ids = brokenLinks.map(({ id, previousId }) => `${id} to ${previousId}`).join(', ');
    failures.push(`the chain of manifests is broken: ${ids}`);
  }
  if (newest === undefined || ageHours === undefined) {
    failures.push(
      `there is no complete backup of ${projectId} that verifies in ${service.backupRoot}: check project-id and backup-root, or set history to carry to fetch artifacts`,
    );
  } else if (maxAgeHours !== undefined && ageHours > maxAgeHours) {
    failures.push(
      `the newest complete backup, ${newest.id}, is ${ageHours.toFixed(1)} hours old, over ${maxAgeHours}: the workflow that takes them did not run or failed`,
    );
  }
  if ('failure' in told) failures.push(told.failure.message);

  if (inputs['job-summary']) {
    const markdown = renderVerification({
      projectId,
      rows,
      brokenLinks,
      newestId: newest?.id,
      ageHours,
      failures,
    });
    const written = await attempt(() => writeSummary(markdown));
    if ('failure' in written) {
      warning(`the job summary was not written: ${written.failure.message}`);
    }
  }

  if (failures.length > 0) throw new Error(failures.join('. Also: '));
}
