/** What `environments` of a config file says of the environment that is backed up. */
import { wasSecretVariable } from '../project/secrets/variables.ts';
import { isJsonObject, type JsonObject } from '../json/value.ts';
import { meantKey } from './near-keys.ts';
import { formatPath, type DocumentPath, type ConfigFinding } from './problems.ts';
import { substitute, type Variables } from './substitute.ts';
import { wrongType } from './validate.ts';

/** What is backed up. */
interface EnvironmentRequest {
  readonly projectId: string;
  readonly environment: string;
}

/** More names are counted, not shown. */
const MAX_NAMES = 5;

/** The other project that the file names for this environment, if it does. */
export function checkProject(
  root: JsonObject,
  { projectId, environment }: EnvironmentRequest,
  variables: Variables,
): ConfigFinding[] {
  const environments = root['environments'];
  const entry =
    isJsonObject(environments) && Object.hasOwn(environments, environment)
      ? environments[environment]
      : undefined;
  const written = isJsonObject(entry) ? entry['project_id'] : undefined;
  if (written === undefined || written === null) return [];
  const path: DocumentPath = ['environments', environment, 'project_id'];
  if (typeof written !== 'string') {
    return [{ path, message: `${formatPath(path)} ${wrongType('string', written)}` }];
  }
  // Nothing of it is saved: what release 1.0.0 looked at is looked at still, so that the check
  // stays as strict.
  const known: Variables = { ...variables, isWithheld: wasSecretVariable };
  const { value, withheld, findings } = substitute(written, known, path);
  // A variable that is not set, or not to be looked at, says nothing about the project.
  if (withheld.length > 0 || findings.length > 0 || value === projectId) return [];
  const isSecret = substitute(written, variables, path).withheld.length > 0;
  const shown = isSecret ? 'another project' : JSON.stringify(value);
  const message =
    `${formatPath(path)} is ${shown}, but the input project-id is ` +
    `${JSON.stringify(projectId)}: correct the one that is wrong`;
  return [{ path, message }];
}

/** Says so where the file has environments, and the one that is backed up is none of them. */
export function findUnlistedEnvironment(
  root: JsonObject,
  { environment }: Pick<EnvironmentRequest, 'environment'>,
): ConfigFinding[] {
  const environments = root['environments'];
  if (!isJsonObject(environments) || Object.hasOwn(environments, environment)) return [];
  const names = Object.keys(environments);
  const rest = names.length - MAX_NAMES;
  const listed = [
    ...names.slice(0, MAX_NAMES).map((name) => JSON.stringify(name)),
    ...(rest > 0 ? [`${rest} more`] : []),
  ];
  const meant = meantKey(environment, names);
  const message =
    `environments does not list ${JSON.stringify(environment)}, which the input environment names, ` +
    `${listed.length === 0 ? 'for it is empty' : `but ${listed.join(', ')}`}: ` +
    (meant === undefined
      ? 'correct the input, or add it'
      : `did you mean ${JSON.stringify(meant)}?`);
  return [{ path: ['environments'], atKey: true, message }];
}
