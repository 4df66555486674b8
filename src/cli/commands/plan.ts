/** `plan`: what a backup would write into a project, and nothing of it written. */
import type { CommandContext, CommandDefinition } from '../command.ts';
import type { Command } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import { addRestoreOptions } from '../restore/options.ts';
import { answerWithPlan, openRestoring, planOf } from '../restore/prepare.ts';
import { readRequest } from '../restore/request.ts';

async function run(command: Command, context: CommandContext): Promise<ExitCode> {
  const typed = await readRequest('plan', command, context);
  const restoring = await openRestoring(typed, context);
  return answerWithPlan(await planOf(restoring), restoring, context);
}

export const planCommand: CommandDefinition = {
  name: 'plan',
  summary: 'Shows what a backup would write into a live project, and writes nothing to it.',
  example: "plan --project-id P2exampleexampleexampleexampl --only 'tenants/acme/**'",
  describe: (command) => addRestoreOptions(command, 'plan'),
  run,
};
