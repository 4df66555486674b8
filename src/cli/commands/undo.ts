/** `undo`: the way back of an earlier restore, planned, and applied where that was approved. */
import type { CommandDefinition } from '../command.ts';
import { applyApproved } from '../restore/apply.ts';
import { addRestoreOptions } from '../restore/options.ts';
import { answerWithPlan, openRestoring, planOf } from '../restore/prepare.ts';
import { readRequest } from '../restore/request.ts';

export const undoCommand: CommandDefinition = {
  name: 'undo',
  summary:
    'Plans the way back of a restore from its safety backup. On a terminal it asks whether to take it; elsewhere it takes it with --plan-id and --confirm.',
  example: 'undo 20261123_101500 --project-id P2exampleexampleexampleexampl',
  describe: (command) =>
    addRestoreOptions(
      command.argument('<restore-id>', 'what the report of the restore calls it'),
      'undo',
    ),
  run: async (command, context) => {
    const typed = await readRequest('undo', command, context);
    const restoring = await openRestoring(typed, context);
    return typed.isApproved || context.world.ask !== undefined
      ? applyApproved(restoring, context)
      : answerWithPlan(await planOf(restoring), restoring, context);
  },
};
