/** Options that several commands have. */
import { Option, type Command } from 'commander';

/** Options that say which backups are meant. */
export interface ChoiceOptions {
  readonly backupRoot: string;
  readonly projectId?: string;
  readonly environment?: string;
  readonly source?: 'config-file' | 'live';
}

export interface OutputOptions {
  readonly json?: boolean;
}

/** Options of a command that asks the Management API. */
export interface LiveOptions {
  readonly keyFile?: string;
  readonly baseUrl?: string;
}

export function addChoiceOptions(command: Command): Command {
  return command
    .option(
      '--backup-root <place>',
      "where backups are: their root, a project's folder in it, or the zip of an artifact",
      'backups',
    )
    .option('--project-id <id>', 'of which project, where there are several')
    .option('--environment <name>', 'of which environment, where there are several')
    .addOption(
      new Option('--source <source>', 'of which source, where there are both').choices([
        'config-file',
        'live',
      ]),
    );
}

export function addJsonOption(command: Command): Command {
  return command.option('--json', 'the answer as JSON; messages go to stderr');
}

export function addLiveOptions(command: Command): Command {
  return command
    .option(
      '--key-file <file>',
      'a file that holds the management key; without it, DESCOPE_MANAGEMENT_KEY has it',
    )
    .option(
      '--base-url <address>',
      "address of the Management API; by default that of the project's region",
    );
}
