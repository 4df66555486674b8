/** GitHub's telling of a restore: inputs in; log, outputs, page and report artifact out. */
import type { SearchContext } from '../copies/history.ts';
import type { ArtifactClientFactory } from '../github/artifact.ts';
import { setOutputs } from '../github/outputs.ts';
import { ownSecrets } from '../github/own-secrets.ts';
import type { RestoreInputs } from '../github/restore-inputs.ts';
import { renderPlan } from '../github/restore-summary.ts';
import { temporaryRoot, type Environment } from '../github/run-context.ts';
import { writeSummary } from '../github/summary-file.ts';
import type { RestorePlan } from '../models/restore-plan.ts';
import type { Reporter } from '../reporter/reporter.ts';
import { attempt, failureOf, joinFailures } from '../runs/outcome.ts';
import { preparePlan } from '../runs/restore/prepare.ts';
import type { PreparedPlan } from '../runs/restore/prepared-plan.ts';
import { planLines } from '../services/restore/plan-lines.ts';
import { gitHubReporter } from './github-reporter.ts';
import { restorableArtifacts, restoreOptions } from './restore-options.ts';
import { uploadReport } from './restore-upload.ts';
import { mayNameThings, whoCanRead } from './strangers.ts';

/** What the restore action needs of the world around it. */
export interface RestoreContext extends Pick<SearchContext, 'openArtifact' | 'searchLimits'> {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

function setPlanOutputs({ plan, planPath, folder }: PreparedPlan): void {
  const { counts } = plan;
  setOutputs({
    'plan-id': plan.plan_id,
    'plan-path': planPath,
    'create-count': counts.create,
    'update-count': counts.update,
    'delete-count': counts.delete,
    'identical-count': counts.identical,
    'not-possible-count': counts.not_possible,
    risk: plan.risk,
    'restore-id': folder.id,
  });
}

/** Shows the plan in the log, and warns of what it cannot do. */
function tellPlan(plan: RestorePlan, reporter: Reporter, now: number): void {
  for (const line of planLines(plan, { now, mayName: reporter.mayName })) reporter.info(line);
  const count = plan.counts.not_possible;
  if (count > 0) {
    const objects = count === 1 ? '1 object' : `${count} objects`;
    reporter.warning(`${objects} of the backup cannot be restored: the plan says why`);
  }
}

/** Writes the page of the plan; that it could not be written fails nothing. */
async function writePlanPage(
  plan: RestorePlan,
  inputs: RestoreInputs,
  failures: readonly Error[],
  { reporter, clock }: { readonly reporter: Reporter; readonly clock: () => number },
): Promise<void> {
  if (!inputs['job-summary']) return;
  const page = renderPlan(plan, {
    // What is applied is what was planned, whatever is the latest by then.
    backup: inputs.mode === 'undo' ? inputs.backup : plan.backup.backup_id,
    maxChanges: inputs['max-changes'],
    mayName: reporter.mayName,
    now: clock(),
    failures: failures.map(({ message }) => message),
  });
  const written = await attempt(() => writeSummary(page));
  if ('failure' in written) {
    reporter.warning(`the job summary was not written: ${written.failure.message}`);
  }
}

/**
 * Plans a restore, shows the plan and uploads it.
 *
 * @throws Error with the one message that the step fails with
 */
export async function run(inputs: RestoreInputs, context: RestoreContext): Promise<void> {
  const { environment, signal, clock, openArtifact, searchLimits } = context;
  const visibility = await whoCanRead(environment, inputs['github-token']);
  const reporter = gitHubReporter(mayNameThings(visibility), clock);
  const copies = restorableArtifacts(inputs, context);
  const prepared = await preparePlan(restoreOptions(inputs, environment), {
    ...{ reporter, signal, clock },
    ...(openArtifact && { openArtifact }),
    ...(searchLimits && { searchLimits }),
    ...(copies && { copies }),
    ownSecrets: ownSecrets(),
    temporaryRoot: temporaryRoot(environment),
  });
  const { plan, folder } = prepared;
  const told = await attempt(() => {
    setPlanOutputs(prepared);
  });
  tellPlan(plan, reporter, clock());
  const uploaded = await reporter.group('Upload the report', () =>
    attempt(() => uploadReport(inputs, folder, { ...context, reporter, visibility })),
  );
  const failures = [told, uploaded].flatMap(failureOf);
  await writePlanPage(plan, inputs, failures, { reporter, clock });
  const failure = joinFailures(failures);
  if (failure !== undefined) throw failure;
}
