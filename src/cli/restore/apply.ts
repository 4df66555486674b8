/** The terminal's telling of an apply: what was approved, what became of it, and how it ends. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseJson } from '../../json/parse.ts';
import type { RestoreReport } from '../../models/restore-report.ts';
import { writeCount } from '../../project/restore-words.ts';
import { refusalOf } from '../../runs/restore/apply-refusals.ts';
import { RestoreNotProvenError, type ApplyWorld } from '../../runs/restore/apply-world.ts';
import type { PreparedPlan } from '../../runs/restore/prepared-plan.ts';
import { copySafetyBackup } from '../../runs/restore/safety-folder.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { undoCommand } from './next-command.ts';
import { answerWithPlan, planOf, planText, type Restoring } from './prepare.ts';
import { reportPage, reportTextLines } from './report-text.ts';

/** What is known of an apply by now, however it ends. */
interface Progress {
  /** Whether anything may have been written. */
  isBegun: boolean;
  safetyPath: string | undefined;
  told: { readonly report: RestoreReport; readonly path: string } | undefined;
}

function applyWorld(restoring: Restoring, progress: Progress, context: CommandContext): ApplyWorld {
  const { terminal, world } = context;
  const { typed, options } = restoring;
  const { safetyCopy } = typed.options;
  return {
    ...restoring.world,
    ...(world.compareBackups && { compareBackups: world.compareBackups }),
    storeSafety: (safety) =>
      safetyCopy === undefined
        ? // Proven by now, and in the root that somebody chose.
          Promise.resolve({ path: safety.backup.path })
        : copySafetyBackup(resolve(world.folder, safetyCopy), safety),
    renderReport: (report, failures) =>
      reportPage(report, failures, {
        undo: undoCommand(report.restore_id, options.backupRoot, typed),
        safetyPath: progress.safetyPath,
      }),
    onSecret: (secret) => {
      terminal.hide(secret);
    },
    applyListener: {
      onSafetyBackup: ({ backup }, stored) => {
        progress.safetyPath = 'path' in stored ? stored.path : backup.path;
      },
      onJournal: () => {
        progress.isBegun = true;
      },
      onReport: (report, path) => {
        progress.told = { report, path };
      },
    },
  };
}

/** Puts the report on stdout, as the command's answer. */
async function answerWithReport(
  { told, safetyPath }: Progress,
  { typed, options }: Restoring,
  { terminal }: CommandContext,
): Promise<void> {
  if (told === undefined) return;
  const { report, path } = told;
  if (typed.options.json === true) {
    terminal.printJson(parseJson(await readFile(path)) as object);
    return;
  }
  const undo = undoCommand(report.restore_id, options.backupRoot, typed);
  terminal.print(reportTextLines(report, { paint: terminal.paint, undo, safetyPath }));
}

/** Applies a plan whose id was approved. */
async function apply(
  prepared: PreparedPlan,
  planId: string,
  restoring: Restoring,
  context: CommandContext,
): Promise<ExitCode> {
  const progress: Progress = { isBegun: false, safetyPath: undefined, told: undefined };
  const applyPlan = await context.world.loadApply();
  let code: ExitCode = EXIT.done;
  try {
    const options = { ...restoring.options, planId };
    await applyPlan(prepared, options, applyWorld(restoring, progress, context));
  } catch (error) {
    if (!(error instanceof RestoreNotProvenError) && !progress.isBegun) throw error;
    context.terminal.fail((error as Error).message);
    code = EXIT.unproven;
  }
  await answerWithReport(progress, restoring, context);
  return code;
}

/**
 * What somebody at the terminal says to a plan: what was typed; undefined where the input ended.
 */
async function askFor(
  { plan }: PreparedPlan,
  { world, terminal }: CommandContext,
): Promise<string | undefined> {
  terminal.tell(['']);
  try {
    const typed = await world.ask?.(`To apply it, type the project id ${plan.project_id}: `);
    world.signal.throwIfAborted();
    return typed?.trim();
  } catch (error) {
    terminal.tell(['']);
    throw new Error(`nothing was written: ${(error as Error).message}`, { cause: error });
  }
}

/** Shows the plan to somebody at the terminal, and applies it once the project was named. */
async function applyOnceTyped(restoring: Restoring, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const { typed, options } = restoring;
  const prepared = await planOf(restoring, options.planId);
  const { plan, client } = prepared;
  terminal.tell(planText(prepared, restoring, terminal.messagePaint, false));
  const approved = options.planId ?? plan.plan_id;
  const timeLeftMs = client.session.timeLeftMs;
  const refusal = refusalOf(plan, { ...options, planId: approved, timeLeftMs });
  if (refusal !== undefined) throw new Error(refusal);
  if (writeCount(plan) === 0) return apply(prepared, approved, restoring, context);
  const answer = await askFor(prepared, context);
  if (answer !== plan.project_id) {
    const isLeft = options.mode === 'undo' && (answer === undefined || answer === '');
    if (isLeft) return answerWithPlan(prepared, restoring, context);
    throw new Error(
      `nothing was written: what was typed is not the project id: type it as --project-id has it (${typed.request['project-id']})`,
    );
  }
  // The project may have changed while somebody read: what is applied is planned again.
  return applyPlanned(approved, restoring, context, plan.plan_id);
}

/**
 * Plans again, and applies the plan if it is the one that was approved.
 *
 * @param shown the plan that was shown by now
 */
async function applyPlanned(
  planId: string,
  restoring: Restoring,
  context: CommandContext,
  shown?: string,
): Promise<ExitCode> {
  const { terminal } = context;
  const prepared = await planOf(restoring, planId);
  if (prepared.plan.plan_id !== shown) {
    const isStale = prepared.plan.plan_id !== planId;
    terminal.tell(planText(prepared, restoring, terminal.messagePaint, isStale));
  }
  return apply(prepared, planId, restoring, context);
}

/** Applies the plan that was approved; where none was, asks whoever sits at the terminal. */
export async function applyApproved(
  restoring: Restoring,
  context: CommandContext,
): Promise<ExitCode> {
  const { planId } = restoring.options;
  return restoring.typed.isApproved && planId !== undefined
    ? applyPlanned(planId, restoring, context)
    : applyOnceTyped(restoring, context);
}
