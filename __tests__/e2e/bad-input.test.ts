/**
 * Whatever is wrong with the inputs, the config file or the environment, through the bundle: some
 * of each kind.
 */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { datedFolders, verifies } from '../fixtures/backup-root.ts';
import { BAD_INPUT_CASES } from '../fixtures/bad-input-cases.ts';
import {
  expectAccepted,
  expectRefused,
  perform,
  WITHIN_LIMITS,
} from '../fixtures/bad-input-runs.ts';
import { makeWorkspace, runBundle, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

/**
 * One of each kind; __tests__/actions/bad-input.test.ts has them all, in the process of the test.
 */
const NAMES = [
  'nothing given at all',
  'every input wrong',
  'project-id with a line break',
  'inputs of a live backup for a backup of a config file',
  'no config file',
  'a config file below a file',
  'half a character at the end',
  'an alias bomb',
  'JSON nested 101 deep',
  'an alias below auth',
  'empty items of lists',
  'a secret without quotes in JSON',
];

test.each(NAMES)('%s', async (name) => {
  const badInput = BAD_INPUT_CASES.find((one) => one.name === name);
  if (badInput === undefined) throw new Error(`no bad input is called ${name}`);
  expectRefused(await perform(badInput, runBundle), badInput);
});

test.each(
  WITHIN_LIMITS.filter(({ name }) =>
    ['YAML nested 100 deep', 'inputs at their bounds'].includes(name),
  ).map((good) => [good.name, good] as const),
)('just inside the limits: %s', async (_, good) => {
  expectAccepted(await perform(good, runBundle));
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
    const missing = `Missing file at path: ${join(workspace, 'gone', 'output')}`;
    expect(errors).toEqual([
      `::error::descope-backup: the outputs could not be set, and later steps do not see them: ${missing}. Check the disk of the runner; the log has the outputs`,
    ]);
    const project = join(workspace, 'backups', 'my-project');
    const dated = await datedFolders(project);
    expect(dated).toHaveLength(1);
    expect(await verifies(join(project, dated[0] ?? ''))).toBe(true);
  });
});
