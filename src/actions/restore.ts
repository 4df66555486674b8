/** GitHub's telling of a restore: inputs in; log, outputs, page and report artifact out. */
import type { SearchContext } from '../copies/history.ts';
import type { ArtifactClientFactory } from '../github/artifact.ts';
import { setOutputs } from '../github/outputs.ts';
import { ownSecrets } from '../github/own-secrets.ts';
import type { Visibility } from '../github/repository-visibility.ts';
import type { RestoreInputs } from '../project/inputs/restore.ts';
import { refusedEvent, refusedReaders } from '../github/restore-refusals.ts';
import { renderPlan, renderReport } from '../github/restore-summary.ts';
import { temporaryRoot, type Environment } from '../github/run-context.ts';
import { writeSummary } from '../github/summary-file.ts';
import type { RestorePlan } from '../models/restore-plan.ts';
import type { Reporter } from '../reporter/reporter.ts';
import { attempt, failureOf, joinFailures } from '../runs/outcome.ts';
import { preparePlan } from '../runs/restore/prepare.ts';
import type { PreparedPlan } from '../runs/restore/prepared-plan.ts';
import type { ComparisonWorld } from '../runs/world.ts';
import { planLines } from '../services/restore/plan-lines.ts';
import { gitHubReporter } from './github-reporter.ts';
import { applyOnGitHub, type AppliedPlan } from './restore-apply.ts';
import { restorableArtifacts, restoreOptions } from './restore-options.ts';
import { uploadReport } from './restore-upload.ts';
import { mayNameThings, whoCanRead } from './strangers.ts';

/** What the restore action needs of the world around it. */
export interface RestoreContext
  extends
    Pick<ComparisonWorld, 'signal' | 'clock' | 'compareBackups'>,
    Pick<SearchContext, 'openArtifact' | 'searchLimits'> {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory;
}

/**
 * @param isApplied whether the outputs of an apply are wanted: until it has ended, they say that
 * nothing was done
 */
function setPlanOutputs({ plan, planPath, folder }: PreparedPlan, isApplied: boolean): void {
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
    ...(isApplied && { 'done-count': 0, 'failed-count': 0, proof: 'not-run' }),
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

/** Writes the page of the run; that it could not be written fails nothing. */
async function writePage(page: string, reporter: Reporter): Promise<void> {
  const written = await attempt(() => writeSummary(page));
  if ('failure' in written) {
    reporter.warning(`the job summary was not written: ${written.failure.message}`);
  }
}

function planPage(
  plan: RestorePlan,
  inputs: RestoreInputs,
  failures: readonly Error[],
  { mayName, now }: { readonly mayName: boolean; readonly now: number },
): string {
  return renderPlan(plan, {
    // What is applied is what was planned, whatever is the latest by then.
    backup: inputs.mode === 'undo' ? inputs.backup : plan.backup.backup_id,
    maxChanges: inputs['max-changes'],
    mayName,
    now,
    failures: failures.map(({ message }) => message),
  });
}

/**
 * The page of an apply; of one that wrote nothing that of its plan. Undefined where nobody knows
 * what was written.
 */
function applyPage(
  { told, isBegun }: AppliedPlan,
  failures: readonly Error[],
  page: () => string,
  mayName: boolean,
): string | undefined {
  if (told !== undefined) {
    const messages = failures.map(({ message }) => message);
    return renderReport(told.report, { mayName, failures: messages });
  }
  return isBegun ? undefined : page();
}

/** Whether the plan is to be applied, once it is made. */
function isApplied({ mode, 'plan-id': planId }: RestoreInputs): boolean {
  return mode === 'apply' || (mode === 'undo' && planId !== undefined);
}

/** Why nothing is applied here, whatever the plan is. */
function refusalOf(
  inputs: RestoreInputs,
  { environment }: RestoreContext,
  visibility: Visibility,
): string | undefined {
  return refusedEvent(environment) ?? refusedReaders(visibility, inputs['allow-public-artifact']);
}

const NOT_APPLIED = { isBegun: false, isStored: false, told: undefined } as const;

/**
 * Plans a restore, shows the plan, and applies it where that was approved.
 *
 * @throws Error with the one message that the step fails with
 */
export async function run(inputs: RestoreInputs, context: RestoreContext): Promise<void> {
  const { environment, makeArtifactClient, ...others } = context;
  const { signal, clock } = context;
  const visibility = await whoCanRead(environment, inputs['github-token']);
  const reporter = gitHubReporter(mayNameThings(visibility), clock);
  const { mayName } = reporter;
  const options = restoreOptions(inputs, environment);
  const world = {
    ...others,
    ...restorableArtifacts(inputs, context),
    reporter,
    ownSecrets: ownSecrets(),
    temporaryRoot: temporaryRoot(environment),
  };
  const publish = { environment, makeArtifactClient, signal, reporter, visibility };
  const prepared = await preparePlan(options, world);
  const { plan, folder } = prepared;
  const outputs = await attempt(() => {
    setPlanOutputs(prepared, isApplied(inputs));
  });
  tellPlan(plan, reporter, clock());
  const page = (failures: readonly Error[]) =>
    planPage(plan, inputs, failures, { mayName, now: clock() });

  let applied: AppliedPlan | typeof NOT_APPLIED = NOT_APPLIED;
  if (isApplied(inputs)) {
    const refusal = refusalOf(inputs, context, visibility);
    applied =
      refusal === undefined
        ? await applyOnGitHub(prepared, inputs, options, world, publish)
        : { ...NOT_APPLIED, outcome: { failure: new Error(refusal) } };
  }
  const uploaded = applied.isStored
    ? undefined
    : await attempt(() => uploadReport(inputs, folder, publish));
  const failures = [
    ...('outcome' in applied ? failureOf(applied.outcome) : []),
    ...failureOf(outputs),
    ...failureOf(uploaded ?? {}),
  ];
  const shown =
    'outcome' in applied
      ? applyPage(applied, failures, () => page(failures), mayName)
      : page(failures);
  if (inputs['job-summary'] && shown !== undefined) await writePage(shown, reporter);
  const failure = joinFailures(failures);
  if (failure !== undefined) throw failure;
}
