/** GitHub's telling of a verification: inputs in; log, outputs and page out. */
import { resolve } from 'node:path';
import { artifactsNamed, projectArtifacts } from '../copies/artifact-names.ts';
import type { CopySource } from '../copies/backup-copies.ts';
import type { SearchContext } from '../copies/history.ts';
import { setOutputs } from '../github/outputs.ts';
import { temporaryRoot, workspaceFolder } from '../github/run-context.ts';
import { writeSummary } from '../github/summary-file.ts';
import type { VerifyInputs } from '../github/verify-inputs.ts';
import { renderVerification } from '../github/verify-summary.ts';
import type { Reporter } from '../reporter/reporter.ts';
import { attempt } from '../runs/outcome.ts';
import {
  tellVerification,
  verifyBackups,
  type VerificationResult,
  type VerifyOptions,
} from '../runs/verify.ts';
import {
  artifactCopies,
  canLookUp,
  unreachableCopies,
  type ArtifactContext,
} from './artifact-copies.ts';
import { gitHubReporter } from './github-reporter.ts';
import { mayNameThings, whoCanRead } from './strangers.ts';

/** What the verify action needs of the world around it. */
export interface VerifyContext
  extends ArtifactContext, Pick<SearchContext, 'openArtifact' | 'searchLimits'> {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The artifacts that are fetched, where that is asked for. */
function artifactsOf(inputs: VerifyInputs, context: VerifyContext): CopySource | undefined {
  if (inputs.history === 'none') return undefined;
  const token = inputs['github-token'];
  return canLookUp(context.environment, token)
    ? artifactCopies(token, { workflow: undefined, branch: inputs['history-branch'] }, context)
    : unreachableCopies(
        'history: carry needs a run of GitHub Actions and a github-token: set history to none elsewhere',
      );
}

function optionsOf(inputs: VerifyInputs, workspace: string): VerifyOptions {
  const { 'project-id': projectId, 'artifact-name': name } = inputs;
  return {
    projectId,
    backupRoot: resolve(workspace, inputs['backup-root']),
    environment: inputs.environment,
    source: inputs.source,
    maxAgeHours: inputs['max-age-hours'],
    ignoredLines: inputs['ignore-lines'],
    copyNames: name === undefined ? projectArtifacts(projectId) : artifactsNamed(name),
  };
}

function setVerifyOutputs({ rows, gaps, newest }: VerificationResult): void {
  const isGood = ({ verdict }: VerificationResult['rows'][number]) =>
    verdict !== 'damaged' && verdict !== 'not verifiable';
  setOutputs({
    'verified-count': rows.filter(isGood).length,
    'damaged-count': rows.filter(({ verdict }) => verdict === 'damaged').length,
    'gap-count': gaps.length,
    ...(newest && {
      'newest-backup-id': newest.id,
      'newest-age-hours': newest.ageHours.toFixed(1),
    }),
  });
}

/** Writes the page of the run; that it could not be written fails nothing. */
async function writePage(
  result: VerificationResult,
  failures: readonly string[],
  reporter: Reporter,
): Promise<void> {
  const written = await attempt(() => writeSummary(renderVerification({ ...result, failures })));
  if ('failure' in written) {
    reporter.warning(`the job summary was not written: ${written.failure.message}`);
  }
}

/**
 * Verifies every backup of the project, and reports.
 *
 * @throws Error with the one message that the step fails with: damage, a broken chain, a line
 * without a backup, or with one too old
 */
export async function run(inputs: VerifyInputs, context: VerifyContext): Promise<void> {
  const { environment, clock } = context;
  const visibility = await whoCanRead(environment, inputs['github-token']);
  const reporter = gitHubReporter(mayNameThings(visibility), clock);
  const copies = artifactsOf(inputs, context);
  const { openArtifact, searchLimits, signal } = context;
  const result = await verifyBackups(optionsOf(inputs, workspaceFolder(environment)), {
    ...{ reporter, signal, clock },
    ...(openArtifact && { openArtifact }),
    ...(searchLimits && { searchLimits }),
    temporaryRoot: temporaryRoot(environment),
    ...(copies && { copies }),
  });
  const told = await attempt(() => {
    setVerifyOutputs(result);
  });
  const failures = [...result.failures, ...('failure' in told ? [told.failure.message] : [])];
  tellVerification(result, reporter);
  if (inputs['job-summary']) await writePage(result, failures, reporter);
  if (failures.length > 0) throw new Error(failures.join('. Also: '));
}
