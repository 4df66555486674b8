/**
 * What a restore is asked for, as text: the schema of its inputs, and what must be given together.
 */
import { z } from 'zod';
import { DATED_NAME } from '../../storage/dated-names.ts';
import { parseChoices, parseObjects, parseWithUsers, type NameList } from '../object-names.ts';
import {
  baseUrl,
  boolean,
  BOOLEANS,
  branch,
  environmentName,
  input,
  lineArtifactName,
  managementKey,
  matching,
  path,
  projectId,
  secretInput,
  wholeNumber,
  workflowFile,
} from './fields.ts';
import { parseSuppliedSecrets } from './supplied-secrets.ts';

const LATEST = 'latest';

/** A list of names; each that is wrong is a problem of its own. */
function nameList<Name>(parse: (text: string) => NameList<Name>) {
  return z.string().transform((text, context): readonly Name[] => {
    const list = parse(text);
    if ('names' in list) return list.names;
    for (const message of list.problems) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const suppliedSecrets = z
  .string()
  .transform((text, context) => {
    const { values, problems } = parseSuppliedSecrets(text);
    for (const message of problems) context.addIssue({ code: 'custom', message });
    return values;
  })
  .meta({ secret: true });

/**
 * The inputs of the restore action by their names in restore/action.yml. An input that is empty was
 * not given; defaults here and there are the same, and a test holds them together.
 */
export const restoreInputSchema = z.object({
  mode: input('is none of plan, apply and undo', (text) =>
    text === 'plan' || text === 'apply' || text === 'undo' ? text : undefined,
  ).default('plan'),
  'project-id': projectId,
  'management-key': managementKey,
  'base-url': baseUrl.optional(),
  backup: matching(
    new RegExp(`^(?:${LATEST}|${DATED_NAME})$`),
    `is neither ${LATEST} nor the id of a backup, such as 20261122_030000`,
  ).default(LATEST),
  environment: environmentName.optional(),
  'from-project-id': projectId.optional(),
  only: nameList(parseChoices).default([]),
  'with-dependencies': boolean.default(true),
  delete: nameList(parseObjects).default([]),
  secrets: suppliedSecrets.default(new Map<string, string>()),
  'plan-id': matching(
    /^[0-9a-f]{64}$/,
    'is not the id of a plan: copy the 64 digits and letters that the plan run printed',
  ).optional(),
  confirm: z.string().optional(),
  'max-changes': wholeNumber(0).default(100),
  'allow-other-project': boolean.default(false),
  'backup-root': path.default('backups'),
  'artifact-name': lineArtifactName.optional(),
  'history-workflow': workflowFile.optional(),
  'history-branch': branch.optional(),
  'github-token': secretInput(),
  history: input('is neither carry nor none', (text) =>
    text === 'carry' || text === 'none' ? text : undefined,
  ).default('carry'),
  'allow-public-artifact': boolean.default(false),
  'accept-user-loss': nameList(parseWithUsers).default([]),
  'deadline-minutes': wholeNumber(1, 360).default(60),
  'upload-artifact': boolean.default(true),
  'job-summary': boolean.default(true),
});

export type RestoreInputs = Readonly<
  z.infer<typeof restoreInputSchema> & {
    /** Whose backup it is; where it was not given, the project itself. */
    readonly 'from-project-id': string;
  }
>;

/** Inputs as they were given, by their names. */
export type Given = Readonly<Record<string, string>>;

/** What an approval lacks. A run that was meant to write must not end green as a plan. */
export function approvalProblems({ mode = 'plan', confirm, ...given }: Given): string[] {
  const project = given['project-id'];
  const problems: string[] = [];
  const isApplied = mode === 'apply' || (mode === 'undo' && (given['plan-id'] ?? confirm));
  if (isApplied && given['plan-id'] === undefined) {
    problems.push(
      `plan-id: is required to apply, but empty: run ${mode === 'undo' ? 'undo without confirm' : 'mode plan'} first, and give the id that it prints`,
    );
  }
  if (isApplied && confirm === undefined) {
    problems.push('confirm: is required to apply, but empty: repeat project-id there');
  }
  if (confirm !== undefined && confirm !== project) {
    problems.push(
      `confirm: ${JSON.stringify(confirm)} is not the project that is written to: it must equal project-id`,
    );
  }
  if (mode === 'plan' && given['plan-id'] !== undefined) {
    problems.push(
      'plan-id: is given with mode plan, which writes nothing: set mode to apply, or remove it',
    );
  }
  return problems;
}

/** What of the choice of the backup does not go together. */
export function sourceProblems({ mode, backup = LATEST, ...given }: Given): string[] {
  const problems: string[] = [];
  const other = given['from-project-id'] ?? given['project-id'];
  const isOther = other !== given['project-id'];
  if (mode === 'undo' && backup === LATEST) {
    problems.push(
      'backup: is required with mode undo: give the id of the restore, as its run printed it in restore-id',
    );
  }
  if (mode === 'undo') {
    const { only = 'all', delete: deletes } = given;
    for (const [name, isGiven] of [
      ['only', only.trim() !== 'all'],
      ['delete', deletes !== undefined],
    ] as const) {
      if (!isGiven) continue;
      problems.push(
        `${name}: is given with mode undo, which takes back all that the restore wrote: remove it`,
      );
    }
  }
  if (mode === 'undo' && isOther) {
    problems.push(
      'from-project-id: is another project than project-id, and a restore is undone from the safety backup of its own project: remove it',
    );
  }
  if (mode !== 'undo' && isOther && !BOOLEANS.get(given['allow-other-project'] ?? 'false')) {
    problems.push(
      `from-project-id: ${JSON.stringify(other)} is another project than project-id: to write the backup of one project into another, set allow-other-project to true`,
    );
  }
  return problems;
}
