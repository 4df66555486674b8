/**
 * The command line as a whole: its commands, its help, and how wrong usage and failures are told.
 */
import { Command, CommanderError } from 'commander';
import { Places } from '../services/index.ts';
import { TOOL } from '../services/backup/tool.ts';
import { applyCommand } from './commands/apply.ts';
import { backupCommand } from './commands/backup.ts';
import { diffCommand } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { listCommand } from './commands/list.ts';
import { planCommand } from './commands/plan.ts';
import { restoreCommand } from './commands/restore.ts';
import { showCommand } from './commands/show.ts';
import { undoCommand } from './commands/undo.ts';
import { verifyCommand } from './commands/verify.ts';
import type { CommandDefinition } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** In the order of the help. A command that comes is one line here. */
const COMMANDS: readonly CommandDefinition[] = [
  listCommand,
  showCommand,
  diffCommand,
  verifyCommand,
  exportCommand,
  backupCommand,
  planCommand,
  applyCommand,
  undoCommand,
  restoreCommand,
];

/** The names of all commands, in the order of the help. */
export const COMMAND_NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

/** Columns of the help where no terminal says. */
const HELP_WIDTH = 100;

const EXIT_CODES = `
Exit codes:
  0  done and proven, or nothing to do
  1  an error or wrong usage; nothing was written
  2  there are changes (diff, plan)
  3  kept but partial, suspect or not compared (backup); damaged or too old (verify); not all
     could be compared (diff); partly done or not proven (apply, undo)`;

/** One line of what commander says in several: what is wrong, and what was meant. */
function usageError(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ');
  return line.endsWith('?)') ? line : `${line.replace(/\.$/, '')}: see --help`;
}

function settingsFor(program: Command, { stdout, stderr }: World, terminal: Terminal): void {
  program
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => {
        terminal.printText(text);
      },
      writeErr: (text) => {
        stderr.write(text);
      },
      outputError: (text) => {
        terminal.fail(usageError(text));
      },
      getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => stderr.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

/**
 * The program with all of its commands.
 *
 * @param onEnd is told how a command ended
 */
export function makeProgram(
  world: World,
  terminal: Terminal,
  onEnd: (code: ExitCode) => void,
): Command {
  const program = new Command('descope-backup')
    .description(
      'Backups of Descope projects: taken, listed, compared, proven, restored, and written as config files.',
    )
    .version(TOOL.version)
    .addHelpText('after', EXIT_CODES);
  settingsFor(program, world, terminal);
  for (const { name, summary, describe, run, example } of COMMANDS) {
    const command = describe(program.command(name).description(summary));
    command.addHelpText('after', `\nExample:\n  $ node dist/cli.js ${example}`);
    command.action(async () => {
      const places = new Places();
      try {
        onEnd(await run(command, { places, terminal, world }));
      } finally {
        await places.close();
      }
    });
  }
  return program;
}

/**
 * Runs the command line.
 *
 * @param args what was typed after the program's name
 * @returns the exit code; everything was told by then
 */
export async function runCommandLine(args: readonly string[], world: World): Promise<ExitCode> {
  const terminal = new Terminal(world);
  let code: ExitCode = EXIT.done;
  const program = makeProgram(world, terminal, (end) => {
    code = end;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.failed;
    terminal.fail(error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  }
}
