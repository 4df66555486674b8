/** The inputs of the backup action: their schema, and what must be given together. */
import { z } from 'zod';
import { isReservedVariable } from '../project/secrets/variables.ts';
import { parseSectionChoice, parseSectionList } from '../project/sections/choice.ts';
import { SECTIONS, SECTIONS_OF_ALL } from '../project/sections/index.ts';
import {
  baseUrl,
  boolean,
  BOOLEANS,
  branch,
  environmentName,
  input,
  lineArtifactName,
  managementKey,
  path,
  projectId,
  secretInput,
  sourceName,
  wholeNumber,
  workflowFile,
} from '../project/inputs/fields.ts';
import { keyInHeader, readInputs } from './read-inputs.ts';
import { rememberSecrets } from './own-secrets.ts';
import { parseSafeUrl } from '../storage/safe-url.ts';

const SECTION_NAMES = `use all, some of ${SECTIONS.join(', ')}, or -name to leave one out`;

/**
 * Names of variables, separated by commas or line breaks; undefined when one is none, or belongs to
 * the runner.
 */
function parseVariables(text: string): ReadonlySet<string> | undefined {
  const names = text.split(/[,\r\n]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const isRight = (name: string) =>
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isReservedVariable(name);
  return names.every(isRight) ? new Set(names) : undefined;
}

/**
 * The inputs of the backup action by their names in action.yml. An input that is empty was not
 * given; defaults here and in action.yml are the same, and a test holds them together.
 */
export const backupInputSchema = z.object({
  'project-id': projectId,
  environment: environmentName,
  'config-path': path.optional(),
  'allow-variables': input(
    'is no list of variables: names separated by commas or line breaks, without ${}; variables named ACTIONS_* and INPUT_* belong to the runner and are never put into a backup',
    parseVariables,
  ).optional(),
  source: sourceName.default('config-file'),
  'management-key': managementKey.optional(),
  'base-url': baseUrl.optional(),
  sections: input(`is no choice of sections: ${SECTION_NAMES}`, parseSectionChoice).default(
    new Set(SECTIONS_OF_ALL),
  ),
  'require-sections': input(`is no list of sections: ${SECTION_NAMES}`, parseSectionList).default(
    [],
  ),
  'deadline-minutes': wholeNumber(1, 360).default(20),
  'max-requests': wholeNumber(1).default(2000),
  'fail-on-partial': boolean.default(true),
  'allow-public-artifact': boolean.default(false),
  'github-token': secretInput(),
  history: input('is none of compare, carry and none', (text) =>
    text === 'compare' || text === 'carry' || text === 'none' ? text : undefined,
  ).default('compare'),
  'history-workflow': workflowFile.optional(),
  'history-branch': branch.optional(),
  'shrink-limit': wholeNumber(0, 100).default(20),
  'allow-shrink': boolean.default(false),
  'heartbeat-url': secretInput(
    'is no address: https alone, or http on this machine, without user and password',
    (text) => parseSafeUrl(text) !== undefined,
  ),
  'git-tree': path.optional(),
  'retention-days': wholeNumber(1, 3650).default(30),
  'minimum-backups': wholeNumber(1).default(1),
  'backup-root': path.default('backups'),
  prune: input('is none of true, false and dry-run', (text) =>
    text === 'dry-run' ? text : BOOLEANS.get(text),
  ).default(true),
  'upload-artifact': boolean.default(true),
  'artifact-name': lineArtifactName.optional(),
  'artifact-retention-days': wholeNumber(1, 3650).optional(),
  'compression-level': wholeNumber(0, 9).default(6),
  'job-summary': boolean.default(true),
});

export type BackupInputs = Readonly<z.infer<typeof backupInputSchema>>;

/**
 * Inputs that a live backup alone uses, and the defaults with which the runner gives them where a
 * workflow does not.
 */
const LIVE_INPUTS = [
  ['management-key'],
  ['base-url'],
  ['sections', 'all'],
  ['require-sections'],
  ['deadline-minutes', '20'],
  ['max-requests', '2000'],
  ['fail-on-partial', 'true'],
  ['allow-public-artifact', 'false'],
] as const;

/**
 * What is wrong with inputs together. A missing key must never turn a live backup into one of a
 * file.
 */
function combinationProblems(given: Readonly<Record<string, string>>): string[] {
  const isLive = given['source'] === 'live';
  if (isLive && given['management-key'] === undefined) {
    return [
      'management-key: is required with source: live, but empty: the name of the secret may be misspelt, and runs for pull requests of forks and of Dependabot get no secrets',
    ];
  }
  if (isLive) return [];
  return LIVE_INPUTS.filter(
    ([name, preset]) => given[name] !== undefined && given[name].toLowerCase() !== preset,
  ).map(
    ([name]) =>
      `${name}: is given without source: live, which alone uses it: set source, or remove ${name === 'management-key' ? 'the key' : 'the input'}`,
  );
}

/**
 * Reads the inputs that the runner passes in the environment. The secrets among them are masked
 * before anything else.
 *
 * @throws Error that lists every problem of every input
 */
export function readBackupInputs(): BackupInputs {
  rememberSecrets(process.env['ACTIONS_RUNTIME_TOKEN']);
  return readInputs(backupInputSchema, {
    checkTogether: combinationProblems,
    spellings: keyInHeader,
  });
}
