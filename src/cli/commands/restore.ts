/** `restore`: by itself, a plan. */
import type { CommandDefinition } from '../command.ts';
import { planCommand } from './plan.ts';

export const restoreCommand: CommandDefinition = {
  ...planCommand,
  name: 'restore',
  summary: 'The same as plan: what a restore would write. To write it, there is apply.',
  example: 'restore --project-id P2exampleexampleexampleexampl --backup 20261122_030000',
};
