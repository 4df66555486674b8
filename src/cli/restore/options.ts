/** The options of the commands that restore: the inputs of the restore action by the same names. */
import type { Command } from 'commander';
import { addJsonOption, addLiveOptions, type LiveOptions, type OutputOptions } from '../options.ts';

/** What was typed, by the names that commander gives to options. */
export interface RestoreCommandOptions extends LiveOptions, OutputOptions {
  readonly backupRoot: string;
  readonly secretsFile?: string;
  readonly safetyCopy?: string;
  readonly planId?: string;
  readonly confirm?: string;
}

/** One that may be repeated: what is given again is added. */
function added(text: string, before: string | undefined): string {
  return before === undefined ? text : `${before}\n${text}`;
}

const SECRETS_VARIABLE = 'DESCOPE_RESTORE_SECRETS';

/**
 * Inputs that are options with a text, in the order of the help: name, what stands for the text,
 * and what it is.
 */
const PROJECT = ['project-id', '<id>', 'the project that is written to'] as const;
const OF_BACKUP = [
  ['backup', '<id>', 'id of the backup, or latest (default: latest)'],
  ['environment', '<name>', 'of which environment, where there are several'],
  ['from-project-id', '<id>', 'whose backup it is, where that is another project'],
  ['allow-other-project', '[boolean]', 'write the backup of one project into another'],
] as const;
const SCOPE = [
  ['only', '<names>', 'what to restore: <section>, <section>/<id>, tenants/<id>/** (default: all)'],
  [
    'with-dependencies',
    '<boolean>',
    'whether what it refers to and the project lacks comes along (default: true)',
  ],
  ['delete', '<names>', 'objects <section>/<id> to delete, which the backup lacks'],
] as const;
const LIMITS = [
  ['accept-user-loss', '<names>', 'tenants and roles to delete although users have them'],
  ['max-changes', '<count>', 'a plan with more is not applied (default: 100)'],
  ['deadline-minutes', '<minutes>', 'how long reading and writing may take (default: 60)'],
] as const;
const APPROVAL = [
  ['plan-id', '<id>', 'the plan that was approved, as plan printed it'],
  ['confirm', '<id>', 'the project id once more'],
] as const;

type Mode = 'plan' | 'apply' | 'undo';

/** The options of a mode that are inputs of the action. */
function inputsOf(mode: Mode) {
  return [
    PROJECT,
    ...(mode === 'undo' ? [] : [...OF_BACKUP, ...SCOPE]),
    ...LIMITS,
    ...(mode === 'plan' ? [] : APPROVAL),
  ];
}

/** As commander names an option. */
function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
}

export function addRestoreOptions(command: Command, mode: Mode): Command {
  command.option(
    '--backup-root <place>',
    "where backups are: their root, a project's folder in it, one backup, or the zip of an artifact",
    'backups',
  );
  for (const [name, text, description] of inputsOf(mode)) {
    const flags = `--${name} ${text}`;
    if (text === '<names>') command.option(flags, description, added);
    else command.option(flags, description);
  }
  command.option(
    '--secrets-file <file>',
    `a file with the secrets that the plan asks for, a JSON object by place; without it, ${SECRETS_VARIABLE} has it`,
  );
  if (mode !== 'plan') {
    command.option('--safety-copy <folder>', 'where the safety backup is copied to, too');
  }
  return addJsonOption(addLiveOptions(command));
}

/** The inputs that were typed, by their names in the action. */
export function typedInputs(mode: Mode, options: object): Record<string, string> {
  const values = options as Readonly<Record<string, string | true | undefined>>;
  const typed: Record<string, string> = {};
  for (const [name] of inputsOf(mode)) {
    const value = values[camelCase(name)];
    if (value !== undefined) typed[name] = value === true ? 'true' : value;
  }
  return typed;
}

export { SECRETS_VARIABLE };
