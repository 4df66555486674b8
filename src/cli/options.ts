/** Options that several commands have. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { isReservedVariable } from '../project/secrets/variables.ts';
import { isEnvironmentName, isProjectId } from '../project/names.ts';

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

/**
 * A parser of an argument.
 *
 * @param parse undefined for text that is wrong
 * @param advice says what is right, as a sentence
 */
export function parsed<T>(parse: (text: string) => T | undefined, advice: string) {
  return (text: string): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    throw new InvalidArgumentError(advice);
  };
}

export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return parsed((text) => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
  }, `Write a whole number ${range} in digits.`);
}

export const projectId = parsed(
  (text) => (isProjectId(text) ? text : undefined),
  'A project id has 1 to 64 letters, digits, "_" and "-", and is no name that Windows reserves.',
);

export const environmentName = parsed(
  (text) => (isEnvironmentName(text) ? text : undefined),
  'The name of an environment has 1 to 64 letters, digits, ".", "_" and "-", and begins with a letter or digit.',
);

/** Parts of a list that are separated by commas. */
export function commaList(text: string): string[] {
  return text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

export const variableNames = parsed((text) => {
  const names = commaList(text);
  const isRight = (name: string) =>
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isReservedVariable(name);
  return names.every(isRight) ? new Set(names) : undefined;
}, 'Write names of variables without ${}, separated by commas; ACTIONS_* and INPUT_* belong to the runner.');
