/** Kinds of inputs: how the text of each is read, and what is said of one that is wrong. */
import { z } from 'zod';
import { ENVIRONMENT_NAME, PROJECT_ID } from '../names.ts';
import { Secret } from '../secret.ts';
import { unsafeNameReason } from '../../storage/safe-names.ts';
import { parseOrigin } from '../../storage/safe-url.ts';

/**
 * An input that is given as text.
 *
 * @param must completes the sentence `"<text>" ...` of the error
 * @param parse undefined for text that is wrong
 * @param show the text as the error repeats it
 */
export function input<T>(
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

/**
 * An input that is a secret, and not required: it is masked before any input is read, and no error
 * repeats it.
 *
 * @param must completes the sentence `it ...` of the error
 * @param isRight whether the text is one that can be used
 */
export function secretInput(must = '', isRight: (text: string) => boolean = () => true) {
  return requiredSecret(must, isRight).optional();
}

/** As {@link secretInput}, of an input that must be given. */
function requiredSecret(must: string, isRight: (text: string) => boolean) {
  return input(
    must,
    (text) => (isRight(text) ? new Secret(text) : undefined),
    () => 'it',
  ).meta({ secret: true });
}

/**
 * Whether a field of a schema is marked as a secret: itself, or what it makes optional or gives a
 * default.
 */
export function isSecretField(field: z.core.$ZodType): boolean {
  if (z.globalRegistry.get(field)?.['secret'] === true) return true;
  const { innerType } = field._zod.def as { readonly innerType?: z.core.$ZodType };
  return innerType !== undefined && isSecretField(innerType);
}

export const matching = (pattern: RegExp, must: string) =>
  input(must, (text) => (pattern.test(text) ? text : undefined));

export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER) {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return input(`is not a whole number ${range}: write it in digits`, (text) => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
  });
}

/** The spellings that @actions/core reads as a boolean: those of YAML 1.2. */
export const BOOLEANS = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);
export const boolean = input('is neither true nor false', (text) => BOOLEANS.get(text));

export const path = input(
  'begins with ~, which no shell expands here: write the path out',
  (text) => (text.startsWith('~') ? undefined : text),
);

export const projectId = matching(
  PROJECT_ID,
  'is not a project id: 1 to 64 letters, digits, "_" and "-"',
).refine((id) => unsafeNameReason(id) === undefined, {
  error: ({ input: id }) => `${JSON.stringify(id)} cannot be a folder name on Windows`,
});

export const managementKey = requiredSecret(
  'holds a blank, a line break or another sign that no key has: check the secret',
  (text) => /^[!-~]+$/.test(text),
);

export const baseUrl = input(
  'is no address: https alone, or http on this machine, without path, user and query',
  parseOrigin,
  // It may hold a password.
  () => 'it',
);

export const branch = matching(
  /^(?!refs\/)[^\s~^:?*[\\]+$/,
  'is not the name of a branch: leave refs/heads/ out',
);

export const workflowFile = matching(
  /^[^/\\]+\.ya?ml$/,
  'is not the file name of a workflow, such as backup.yml: leave its folder out',
);

export const environmentName = matching(
  new RegExp(`^${ENVIRONMENT_NAME}$`),
  'is not an environment name: 1 to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit',
);

export const sourceName = input('is neither config-file nor live', (text) =>
  text === 'config-file' || text === 'live' ? text : undefined,
);

const LINE = new RegExp(`^${ENVIRONMENT_NAME}/(config-file|live)$`);

/** Names of lines, separated by commas or line breaks. */
export const lineNames = input(
  'is no list of lines: write <environment>/<source> with source config-file or live, separated by commas or line breaks',
  (text) => {
    const names = text
      .split(/[,\r\n]/)
      .flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    return names.every((name) => LINE.test(name)) ? new Set(names) : undefined;
  },
);

/** What the artifact service refuses in a name. */
const FORBIDDEN_IN_ARTIFACT_NAME = /["*:<>?|\r\n\\/]/;

/**
 * The longest name that GitHub's artifact service takes: a longer one it answers with 400, "name
 * invalid length for artifact name: must be between 1 and 256 characters".
 */
const MAX_ARTIFACT_NAME = 256;

/**
 * The name of an artifact.
 *
 * @param endings how many characters may be added to it
 */
function artifactNameWith(endings: number) {
  const most = MAX_ARTIFACT_NAME - endings;
  return input(
    'is not an artifact name: it must not hold " * : < > ? | \\ / or a line break',
    (text) => (FORBIDDEN_IN_ARTIFACT_NAME.test(text) ? undefined : text),
  ).refine((text) => text.length <= most, {
    error: ({ input: text }) =>
      `is too long with ${String(text).length} characters: at most ${most}` +
      (endings > 0
        ? `, for GitHub takes ${MAX_ARTIFACT_NAME}, and an ending such as -suspect or a backup id may be added`
        : ''),
  });
}

export const artifactName = artifactNameWith(0);

/**
 * What may be added to an artifact's name: the status of a backup that is not good, or the id of
 * one that lacks the window, and the id once more where the name is taken in the run.
 */
const LONGEST_ENDING = '-20261122_030000_999'.repeat(2);

/** The name of the artifacts in which a line is kept. */
export const lineArtifactName = artifactNameWith(LONGEST_ENDING.length);
