/** `apply`: writes the plan that was approved into a project, and proves it. */
import type { CommandDefinition } from '../command.ts';
import { applyApproved } from '../restore/apply.ts';
import { addRestoreOptions } from '../restore/options.ts';
import { openRestoring } from '../restore/prepare.ts';
import { readRequest } from '../restore/request.ts';

export const applyCommand: CommandDefinition = {
  name: 'apply',
  summary:
    'Writes a plan into a live project, a proven backup of it first, and proves the result. On a terminal it shows the plan and asks; elsewhere it needs --plan-id and --confirm.',
  example: 'apply --project-id P2exampleexampleexampleexampl --backup 20261122_030000',
  describe: (command) => addRestoreOptions(command, 'apply'),
  run: async (command, context) =>
    applyApproved(
      await openRestoring(await readRequest('apply', command, context), context),
      context,
    ),
};
