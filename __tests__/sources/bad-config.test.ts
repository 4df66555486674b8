/**
 * The config files among the bad inputs, read in this process: the same words and places as the whole action tells.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ConfigFileError, loadConfigFile } from '../../src/sources/config-file/index.ts';
import { BAD_INPUT_CASES } from '../fixtures/bad-input-cases.ts';
import { makeFolder, REQUIRED_INPUTS, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

/** GitHub shows no more of a step. */
const TOLD = 9;

const cases = BAD_INPUT_CASES.filter(
  ({ problems = [], prepare, inputs = {} }) =>
    problems.length > 0 && prepare === undefined && !('config-path' in inputs),
);

test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  const { config, file = 'descope.yaml', env = {}, inputs = {}, problems = [] } = one;
  const workspace = await makeFolder();
  await mkdir(dirname(join(workspace, file)), { recursive: true });
  await writeFile(join(workspace, file), config ?? SMALL_CONFIG);
  const error: unknown = await loadConfigFile({
    path: file,
    workspace,
    projectId: inputs['project-id'] ?? REQUIRED_INPUTS['project-id'],
    environment: inputs['environment'] ?? REQUIRED_INPUTS.environment,
    variables: env,
  }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigFileError);
  const found = (error as ConfigFileError).problems.map(({ line, column, message }) =>
    line === undefined ? message : `${line}:${column ?? ''}: ${message}`,
  );
  expect(found.slice(0, TOLD)).toEqual(problems);
});

test('they are the greater part of all bad inputs', () => {
  expect(cases.length).toBeGreaterThan(BAD_INPUT_CASES.length / 2);
});
