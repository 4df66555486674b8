/** From what was typed to what a restore is asked for. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  approvalProblems,
  restoreInputSchema,
  sourceProblems,
} from '../../project/inputs/restore.ts';
import { parseSuppliedSecrets } from '../../project/inputs/supplied-secrets.ts';
import type { RestoreRequest } from '../../runs/restore/restore-options.ts';
import { explainIoError } from '../../storage/io-errors.ts';
import type { CommandContext } from '../command.ts';
import { knownKey, readBaseUrl, readKey } from '../live.ts';
import { SECRETS_VARIABLE, typedInputs, type RestoreCommandOptions } from './options.ts';

/** What a command is asked for, and what of it was typed. */
export interface TypedRequest {
  readonly request: RestoreRequest;
  readonly options: RestoreCommandOptions;
  /** Inputs by their names in the action. */
  readonly typed: Readonly<Record<string, string>>;
  /** Whether the plan and the project were named: nobody need be asked. */
  readonly isApproved: boolean;
}

const SCHEMA = restoreInputSchema.omit({ 'management-key': true, 'base-url': true });

/** The secrets as text; from here on they are taken out of whatever is written. */
async function readSecrets(
  { secretsFile }: RestoreCommandOptions,
  { terminal, world }: CommandContext,
): Promise<string | undefined> {
  let text = world.environment[SECRETS_VARIABLE];
  if (secretsFile !== undefined) {
    try {
      text = await readFile(resolve(world.folder, secretsFile), 'utf8');
    } catch (error) {
      throw explainIoError(error, 'could not read --secrets-file');
    }
  }
  if (text === undefined || text.trim() === '') return undefined;
  for (const secret of parseSuppliedSecrets(text).masked) terminal.hide(secret);
  return text;
}

/** What an apply lacks where nobody can be asked, or what contradicts itself. */
function approvalOf(given: Readonly<Record<string, string>>, canAsk: boolean): string[] {
  if (!canAsk) return approvalProblems(given);
  const { confirm, 'project-id': project } = given;
  return confirm === undefined || confirm === project
    ? []
    : approvalProblems(given).filter((problem) => problem.startsWith('confirm: '));
}

function fail(problems: readonly string[], mode: RestoreRequest['mode'], fromFile: boolean): never {
  const named = problems.map((problem) => {
    if (problem.startsWith('secrets: ')) {
      const from = fromFile ? '--secrets-file' : SECRETS_VARIABLE;
      return problem.replace(/^secrets: (?:the input )?/, `${from} `);
    }
    return mode === 'undo' && problem.startsWith('backup: ')
      ? problem.replace(/^backup: /, 'the restore id ')
      : `--${problem}`;
  });
  throw new Error(named.join('; '));
}

/**
 * Reads arguments and options as the action reads its inputs, and the key.
 *
 * @throws Error that lists every problem, and repeats no secret
 */
export async function readRequest(
  mode: RestoreRequest['mode'],
  command: Command,
  context: CommandContext,
): Promise<TypedRequest> {
  knownKey(context);
  const options = command.opts<RestoreCommandOptions>();
  const typed = typedInputs(mode, options);
  const secrets = await readSecrets(options, context);
  const [restoreId] = command.args;
  const given = {
    ...typed,
    mode,
    ...(mode === 'undo' && restoreId !== undefined && { backup: restoreId }),
    ...(secrets !== undefined && { secrets }),
  };
  const canAsk = context.world.ask !== undefined;
  const parsed = SCHEMA.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...approvalOf(given, canAsk),
    ...sourceProblems(given),
  ];
  if (!parsed.success || problems.length > 0) {
    return fail(problems, mode, options.secretsFile !== undefined);
  }
  const inputs = parsed.data;
  const projectId = inputs['project-id'];
  const baseUrl = readBaseUrl(options, projectId);
  const key = await readKey(options, context);
  return {
    request: {
      ...inputs,
      'from-project-id': inputs['from-project-id'] ?? projectId,
      'management-key': key,
      'base-url': baseUrl,
    },
    ...{ options, typed },
    isApproved: typed['plan-id'] !== undefined && typed['confirm'] !== undefined,
  };
}
