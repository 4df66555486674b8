/** A plan as every command that restores makes it and shows it. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { parseJson } from '../../json/parse.ts';
import { isNotPossible, writeCount } from '../../project/restore-words.ts';
import { Secret } from '../../project/secret.ts';
import { preparePlan } from '../../runs/restore/prepare.ts';
import type {
  PreparedPlan,
  RestoreOptions,
  RestoreWorld,
} from '../../runs/restore/prepared-plan.ts';
import { restoreOptionsOf } from '../../runs/restore/restore-options.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { counted } from '../layout/amounts.ts';
import type { Paint } from '../layout/paint.ts';
import { terminalReporter } from '../reporter.ts';
import { applyCommand } from './next-command.ts';
import { openRestorePlaces } from './place.ts';
import { planTextLines } from './plan-text.ts';
import type { TypedRequest } from './request.ts';

/** What a restore is made with, for one plan or for several. */
export interface Restoring {
  readonly typed: TypedRequest;
  readonly options: RestoreOptions;
  readonly world: RestoreWorld;
}

/** Opens the place of the backups; nothing was asked of the network yet. */
export async function openRestoring(
  typed: TypedRequest,
  context: CommandContext,
): Promise<Restoring> {
  const { request, options } = typed;
  const { terminal, world } = context;
  const { backupRoot, given } = await openRestorePlaces(options.backupRoot, context);
  world.prepareNetwork();
  return {
    typed,
    options: restoreOptionsOf(request, {
      backupRoot,
      artifactName: undefined,
      workflowRun: undefined,
    }),
    world: {
      reporter: terminalReporter(terminal, world.clock),
      signal: world.signal,
      clock: world.clock,
      temporaryRoot: tmpdir(),
      ownSecrets: [
        request['management-key'],
        ...[...request.secrets.values()].map((secret) => new Secret(secret)),
      ],
      given,
    },
  };
}

/** @param planId that was approved; undefined where none is applied yet */
export function planOf({ options, world }: Restoring, planId?: string): Promise<PreparedPlan> {
  return preparePlan({ ...options, planId }, world);
}

/** A plan as text. @param isNext whether the command that applies it is shown */
export function planText(
  { plan, planPath }: PreparedPlan,
  { typed, world }: Restoring,
  paint: Paint,
  isNext: boolean,
): string[] {
  const next = isNext ? applyCommand(plan, typed) : undefined;
  return planTextLines(plan, { now: world.clock(), paint, planPath, next });
}

/** Puts a plan on stdout, as the command's answer. */
export async function answerWithPlan(
  prepared: PreparedPlan,
  restoring: Restoring,
  { terminal }: CommandContext,
): Promise<ExitCode> {
  const { plan, planPath } = prepared;
  if (restoring.typed.options.json === true) {
    // As it was written down: numbers keep their digits.
    terminal.printJson(parseJson(await readFile(planPath)) as object);
  } else terminal.print(planText(prepared, restoring, terminal.paint, true));
  warnOfNotPossible(prepared, restoring);
  return writeCount(plan) > 0 ? EXIT.changes : EXIT.done;
}

function warnOfNotPossible({ plan }: PreparedPlan, { world }: Restoring): void {
  const count = plan.steps.filter(isNotPossible).length;
  if (count === 0) return;
  world.reporter.warning(
    `${counted(count, 'object')} of the backup cannot be restored: the plan says why`,
  );
}
