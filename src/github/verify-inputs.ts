/** The inputs of the verify action. */
import { z } from 'zod';
import {
  artifactName,
  boolean,
  branch,
  environmentName,
  input,
  lineNames,
  path,
  projectId,
  secretInput,
  sourceName,
  wholeNumber,
} from '../project/inputs/fields.ts';
import { readInputs } from './read-inputs.ts';
import { rememberSecrets } from './own-secrets.ts';

/** The inputs of the verify action by their names in verify/action.yml. */
export const verifyInputSchema = z.object({
  'project-id': projectId,
  'backup-root': path.default('backups'),
  environment: environmentName.optional(),
  source: sourceName.optional(),
  'ignore-lines': lineNames.default(new Set()),
  'max-age-hours': wholeNumber(1).optional(),
  history: input('is neither carry nor none', (text) =>
    text === 'carry' || text === 'none' ? text : undefined,
  ).default('none'),
  'artifact-name': artifactName.optional(),
  'history-branch': branch.optional(),
  'github-token': secretInput(),
  'job-summary': boolean.default(true),
});

export type VerifyInputs = Readonly<z.infer<typeof verifyInputSchema>>;

/** @throws Error that lists every problem of every input */
export function readVerifyInputs(): VerifyInputs {
  rememberSecrets(process.env['ACTIONS_RUNTIME_TOKEN']);
  return readInputs(verifyInputSchema);
}
