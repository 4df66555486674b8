import { getInput } from '@actions/core';
import { z } from 'zod';
import { unsafeNameReason } from '../storage/safe-names.ts';

/** What the artifact service refuses in a name. */
const FORBIDDEN_IN_ARTIFACT_NAME = /["*:<>?|\r\n\\/]/;

/**
 * An input that is given as text.
 *
 * @param must completes the sentence `"<text>" ...` of the error
 * @param parse undefined for text that is wrong
 */
function input<T>(must: string, parse: (text: string) => T | undefined) {
  return z.string({ error: 'is required, but empty' }).transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `${JSON.stringify(text)} ${must}` });
    return z.NEVER;
  });
}

const matching = (pattern: RegExp, must: string) =>
  input(must, (text) => (pattern.test(text) ? text : undefined));

function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER) {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return input(`is not a whole number ${range}: write it in digits`, (text) => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
  });
}

/** The spellings that @actions/core reads as a boolean: those of YAML 1.2. */
const BOOLEANS = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);
const boolean = input('is neither true nor false', (text) => BOOLEANS.get(text));

const path = input('begins with ~, which no shell expands here: write the path out', (text) =>
  text.startsWith('~') ? undefined : text,
);

/**
 * The inputs of the backup action by their names in action.yml. An input that is empty was not given; defaults
 * here and in action.yml are the same, and a test holds them together.
 */
export const backupInputSchema = z.object({
  'project-id': matching(
    /^[A-Za-z0-9_-]{1,64}$/,
    'is not a project id: 1 to 64 letters, digits, "_" and "-"',
  ).refine((id) => unsafeNameReason(id) === undefined, {
    error: ({ input: id }) => `${JSON.stringify(id)} cannot be a folder name on Windows`,
  }),
  environment: matching(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'is not an environment name: 1 to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit',
  ),
  'config-path': path.default('descope.yaml'),
  'retention-days': wholeNumber(1, 3650).default(30),
  'minimum-backups': wholeNumber(1).default(1),
  'backup-root': path.default('backups'),
  prune: input('is none of true, false and dry-run', (text) =>
    text === 'dry-run' ? text : BOOLEANS.get(text),
  ).default(true),
  'upload-artifact': boolean.default(true),
  'artifact-name': input(
    'is not an artifact name: it must not hold " * : < > ? | \\ / or a line break',
    (text) => (FORBIDDEN_IN_ARTIFACT_NAME.test(text) ? undefined : text),
  ).optional(),
  'compression-level': wholeNumber(0, 9).default(6),
  'job-summary': boolean.default(true),
});

export type BackupInputs = Readonly<z.infer<typeof backupInputSchema>>;

/**
 * Reads the inputs that the runner passes in the environment.
 *
 * @throws Error that lists every problem of every input
 */
export function readBackupInputs(): BackupInputs {
  const given = Object.keys(backupInputSchema.shape).flatMap((name) => {
    const text = getInput(name);
    return text === '' ? [] : [[name, text]];
  });
  const result = backupInputSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(
    problems.length === 1
      ? `input ${problems[0]}`
      : `${problems.length} inputs are wrong:\n${problems.map((text) => `- ${text}`).join('\n')}`,
  );
}
