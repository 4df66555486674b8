/** Whatever is wrong with the inputs, the config file or the environment: one clear error, and nothing is written. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { datedFolders, hashTree, twoAtATime, verifies } from '../fixtures/backup-root.ts';
import {
  BAD_INPUT_CASES,
  CANARY,
  nestedJson,
  nestedYaml,
  type BadInputCase,
} from '../fixtures/bad-input-cases.ts';
import { makeFolder, makeWorkspace, runBundle, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

/** What a run told. */
interface Told {
  readonly status: number | null;
  readonly failures: readonly string[];
  readonly annotations: readonly { readonly file: string; readonly problem: string }[];
}

/** All that a run did. */
interface Outcome {
  readonly told: Told;
  readonly output: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** Undoes the escapes of workflow commands. */
function unescape(text: string): string {
  return text
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

/** An error without a file is a failure; one with a file annotates a line of it. */
function readError(command: string): { file: string | undefined; problem: string } {
  const [, properties = '', message = ''] = /^::error(?: (.*?))?::(.*)$/.exec(command) ?? [];
  const value = (name: string) => {
    const found = properties.split(',').find((property) => property.startsWith(`${name}=`));
    return found === undefined ? undefined : unescape(found.slice(name.length + 1));
  };
  const line = value('line');
  const place = line === undefined ? '' : `${line}:${value('col') ?? ''}: `;
  return { file: value('file'), problem: place + unescape(message) };
}

async function perform({
  config,
  file,
  inputs = {},
  env = {},
  prepare,
}: BadInputCase): Promise<Outcome> {
  const root = await makeFolder();
  const workspace = join(root, 'workspace');
  const path = join(workspace, file ?? 'descope.yaml');
  await mkdir(workspace);
  if (config !== null) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, config ?? SMALL_CONFIG);
  }
  await prepare?.({ root, workspace });
  const before = await hashTree(root);
  const { status, stdout, stderr, errors, outputs, summary } = await runBundle({
    workspace,
    cwd: root,
    inputs: { ...(file !== undefined && { 'config-path': file }), ...inputs },
    env,
  });
  const after = await hashTree(root);

  const shorten = (text: string) =>
    text
      .replaceAll(root, '<root>')
      .replace(/<root>[^\s:,]*/g, (shown) => shown.replaceAll('\\', '/'));
  const told = errors.map(readError);
  return {
    told: {
      status,
      failures: told.flatMap(({ file: of, problem }) =>
        of === undefined ? [shorten(problem)] : [],
      ),
      annotations: told.flatMap(({ file: of, problem }) =>
        of === undefined ? [] : [{ file: of, problem }],
      ),
    },
    output: stdout + stderr,
    outputs,
    summary,
    before,
    after,
  };
}

/** The words of the one failure. For a single problem of the config file they follow from its annotation. */
function expectedFailure({ message, problems = [], file = 'descope.yaml' }: BadInputCase): string {
  const [problem = ''] = problems;
  return message ?? (/^\d/.test(problem) ? `${file}:${problem}` : `${file}: ${problem}`);
}

function environmentsWith(projectId: string): string {
  return `version: '1.0'\nenvironments: { production: { project_id: ${projectId} } }\n`;
}

/** What is good still, however close to a limit. */
const WITHIN_LIMITS: readonly BadInputCase[] = [
  { name: 'YAML nested 100 deep', config: nestedYaml(100) },
  { name: 'JSON nested 100 deep', file: 'descope.json', config: nestedJson(100) },
  {
    name: 'a name of 100 emoji',
    config: `version: '1.0'\ntenants: [{ id: abc, name: '${'🦀'.repeat(100)}' }]\n`,
  },
  {
    name: 'ids of 3 and 50 characters',
    config: `version: '1.0'\ntenants: [{ id: abc, name: A }, { id: ${'a'.repeat(50)}, name: B }]\n`,
  },
  {
    name: 'inputs at their bounds',
    inputs: {
      'project-id': 'P'.repeat(64),
      environment: '9'.repeat(64),
      'retention-days': '3650',
      'minimum-backups': '9007199254740991',
      'compression-level': '0',
      prune: 'FALSE',
    },
    config: SMALL_CONFIG,
  },
  {
    name: 'a project that environments names by a variable that is not set',
    config: environmentsWith("'${PROJECT_ID}'"),
  },
  {
    name: 'a project that environments names by a variable that may be secret',
    env: { PROJECT_KEY: 'P2other' },
    config: environmentsWith("'${PROJECT_KEY}'"),
  },
  {
    name: 'the very project, by a variable',
    env: { PROJECT_ID: 'my-project' },
    config: environmentsWith("'${PROJECT_ID}'"),
  },
  { name: 'the very project', config: environmentsWith('my-project') },
  {
    name: 'another project of another environment',
    config: "version: '1.0'\nenvironments: { staging: { project_id: P2other } }\n",
  },
];

const outcomes = new Map<BadInputCase, Outcome>();

beforeAll(async () => {
  await twoAtATime([...BAD_INPUT_CASES, ...WITHIN_LIMITS], async (input) => {
    outcomes.set(input, await perform(input));
  });
}, 600_000);

test('the table has at least seventy-five cases, each with a name of its own and its words', () => {
  expect(new Set(BAD_INPUT_CASES.map(({ name }) => name)).size).toBe(BAD_INPUT_CASES.length);
  expect(BAD_INPUT_CASES.length).toBeGreaterThanOrEqual(75);
  const silent = BAD_INPUT_CASES.filter(({ message, problems }) => !message && !problems?.length);
  expect(silent).toEqual([]);
});

test.each(BAD_INPUT_CASES.map((badInput) => [badInput.name, badInput] as const))(
  '%s',
  (_, badInput) => {
    const outcome = outcomes.get(badInput);
    expect(outcome?.told).toEqual({
      status: 1,
      failures: [`descope-backup: ${expectedFailure(badInput)}`],
      annotations: (badInput.problems ?? []).map((problem) => ({
        file: badInput.file ?? 'descope.yaml',
        problem,
      })),
    });
    expect(outcome?.output).not.toContain(CANARY);
    expect(outcome?.output).not.toMatch(/^\s+at .+:\d+|^::(set-output|debug)/m);
    expect(outcome?.outputs).toEqual({});
    expect(outcome?.summary).toBe('');
    expect(outcome?.after).toEqual(outcome?.before);
  },
);

describe('just inside the limits', () => {
  test.each(WITHIN_LIMITS.map((good) => [good.name, good] as const))('%s', (_, good) => {
    const outcome = outcomes.get(good);
    expect(outcome?.told).toEqual({ status: 0, failures: [], annotations: [] });
    expect(outcome?.outputs['backup-id']).toMatch(/^\d{8}_\d{6}$/);
  });
});

test('of a hundred and fifty unknown keys nine are warned about, and the rest are counted', async () => {
  const keys = Array.from({ length: 150 }, (_, index) => `key${index}: 1\n`).join('');
  const workspace = await makeWorkspace(SMALL_CONFIG + keys);
  const { status, warnings } = await runBundle({ workspace });
  expect(status).toBe(0);
  expect(warnings).toHaveLength(10);
  expect(warnings.at(-1)).toBe('::warning::descope.yaml: 141 more like these 9 are not shown');
});

describe('what the runner gives', () => {
  test('a file for outputs that is not there fails the step, and the backup stays', async () => {
    const workspace = await makeWorkspace();
    const { status, errors } = await runBundle({
      workspace,
      env: { GITHUB_OUTPUT: join(workspace, 'gone', 'output') },
    });
    expect(status).toBe(1);
    expect(errors).toEqual([
      `::error::descope-backup: Missing file at path: ${join(workspace, 'gone', 'output')}`,
    ]);
    const project = join(workspace, 'backups', 'my-project');
    const dated = await datedFolders(project);
    expect(dated).toHaveLength(1);
    expect(await verifies(join(project, dated[0] ?? ''))).toBe(true);
  });
});
