/** The form of a command. */
import type { Command } from 'commander';
import type { Chooser } from './choose.ts';
import type { ExitCode } from './exit-codes.ts';

/** What a command works with. */
export type CommandContext = Chooser;

export interface CommandDefinition {
  readonly name: string;
  /** A sentence. */
  readonly summary: string;
  /** As it follows the program's name. */
  readonly example: string;
  /** Adds arguments and options. */
  readonly describe: (command: Command) => Command;
  /**
   * Does the work with the arguments and options that were typed.
   *
   * @throws Error whose message is told in one line
   */
  readonly run: (command: Command, context: CommandContext) => Promise<ExitCode>;
}
