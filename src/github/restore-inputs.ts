/** The inputs of the restore action, from the environment. */
import { getInput, setSecret } from '@actions/core';
import {
  approvalProblems,
  restoreInputSchema,
  sourceProblems,
  type RestoreInputs,
} from '../project/inputs/restore.ts';
import { parseSuppliedSecrets } from '../project/inputs/supplied-secrets.ts';
import { rememberSecrets } from './own-secrets.ts';
import { keyInHeader, readInputs } from './read-inputs.ts';

/**
 * Reads the inputs that the runner passes in the environment. The secrets among them are masked
 * before anything else.
 *
 * @throws Error that lists every problem of every input, and repeats no secret
 */
export function readRestoreInputs(): RestoreInputs {
  const { masked } = parseSuppliedSecrets(getInput('secrets'));
  for (const secret of masked) setSecret(secret);
  rememberSecrets(...masked, process.env['ACTIONS_RUNTIME_TOKEN']);
  const inputs = readInputs(restoreInputSchema, {
    checkTogether: (given) => [...approvalProblems(given), ...sourceProblems(given)],
    spellings: keyInHeader,
  });
  return { ...inputs, 'from-project-id': inputs['from-project-id'] ?? inputs['project-id'] };
}
