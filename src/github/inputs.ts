import { getInput, setSecret } from '@actions/core';
import { z } from 'zod';
import { parseSectionChoice, parseSectionList, SECTIONS } from '../models/sections.ts';
import { unsafeNameReason } from '../storage/safe-names.ts';

/** What the artifact service refuses in a name. */
const FORBIDDEN_IN_ARTIFACT_NAME = /["*:<>?|\r\n\\/]/;

/**
 * An input that is given as text.
 *
 * @param must completes the sentence `"<text>" ...` of the error
 * @param parse undefined for text that is wrong
 * @param show the text as the error repeats it
 */
function input<T>(
  must: string,
  parse: (text: string) => T | undefined,
  show: (text: string) => string = JSON.stringify,
) {
  return z.string({ error: 'is required, but empty' }).transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `${show(text)} ${must}` });
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

const SECTION_NAMES = `use all, some of ${SECTIONS.join(', ')}, or -name to leave one out`;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The key goes to this address with every request: it must not go in the clear, nor to a place hidden in the text. */
function parseBaseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  const isPlain =
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  return isSafe && isPlain ? url : undefined;
}

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
  'config-path': path.optional(),
  source: input('is neither config-file nor live', (text) =>
    text === 'config-file' || text === 'live' ? text : undefined,
  ).default('config-file'),
  'management-key': input(
    'holds a blank, a line break or another sign that no key has: check the secret',
    (text) => (/^[!-~]+$/.test(text) ? text : undefined),
    () => 'it',
  ).optional(),
  'base-url': input(
    'is no address: https alone, or http on this machine, without path, user and query',
    parseBaseUrl,
    // It may hold a password.
    () => 'it',
  ).optional(),
  sections: input(`is no choice of sections: ${SECTION_NAMES}`, parseSectionChoice).default(
    new Set(SECTIONS),
  ),
  'require-sections': input(`is no list of sections: ${SECTION_NAMES}`, parseSectionList).default(
    [],
  ),
  'deadline-minutes': wholeNumber(1, 360).default(20),
  'max-requests': wholeNumber(1).default(2000),
  'fail-on-partial': boolean.default(true),
  'allow-public-artifact': boolean.default(false),
  'github-token': z.string().optional(),
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

/** What is wrong with inputs together. A missing key must never turn a live backup into one of a file. */
function combinationProblems(given: Readonly<Record<string, string>>): string[] {
  const isLive = given['source'] === 'live';
  const hasKey = given['management-key'] !== undefined;
  if (isLive && !hasKey) {
    return [
      'management-key: is required with source: live, but empty: the name of the secret may be misspelt, and runs for pull requests of forks and of Dependabot get no secrets',
    ];
  }
  if (hasKey && !isLive) {
    return [
      'management-key: is given without source: live, which alone uses it: set source, or remove the key',
    ];
  }
  return [];
}

/**
 * Reads the inputs that the runner passes in the environment. The management key is masked before anything else.
 *
 * @throws Error that lists every problem of every input
 */
export function readBackupInputs(): BackupInputs {
  const key = getInput('management-key');
  if (key !== '') {
    setSecret(key);
    setSecret(`${getInput('project-id')}:${key}`);
  }
  const given: Record<string, string> = {};
  for (const name of Object.keys(backupInputSchema.shape)) {
    const text = getInput(name);
    if (text !== '') given[name] = text;
  }
  const result = backupInputSchema.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...combinationProblems(given),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new Error(
    problems.length === 1
      ? `input ${problems[0]}`
      : `${problems.length} inputs are wrong:\n${problems.map((text) => `- ${text}`).join('\n')}`,
  );
}
