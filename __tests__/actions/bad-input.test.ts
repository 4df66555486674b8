/**
 * Whatever is wrong with the inputs, the config file or the environment: one clear error, and
 * nothing is written.
 */
import { describe, expect, test } from '@jest/globals';
import { failStep } from '../../src/github/failure.ts';
import { BAD_INPUT_CASES } from '../fixtures/bad-input-cases.ts';
import {
  expectAccepted,
  expectRefused,
  perform,
  WITHIN_LIMITS,
  type RunScene,
} from '../fixtures/bad-input-runs.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';
import { runInProcess } from '../fixtures/in-process.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

/** Runs the action in this process, and ends the step as its entry file would. */
const run: RunScene = async ({ workspace, inputs, env }) => {
  const { error, lines, outputs, summary } = await runInProcess({
    workspace,
    ...(inputs && { inputs }),
    env: { GITHUB_ACTIONS: 'true', RUNNER_TEMP: await makeFolder(), ...env },
  });
  const exitCode = process.exitCode;
  const end = await linesPrintedBy(() => {
    if (error !== undefined) failStep(error);
  });
  const status = process.exitCode === exitCode ? 0 : Number(process.exitCode);
  process.exitCode = exitCode;
  const all = [...lines, ...end];
  return {
    status,
    stdout: all.join('\n'),
    stderr: '',
    errors: all.filter((line) => line.startsWith('::error')),
    outputs,
    summary,
  };
};

test('the table has at least seventy-five cases, each with a name of its own and its words', () => {
  expect(new Set(BAD_INPUT_CASES.map(({ name }) => name)).size).toBe(BAD_INPUT_CASES.length);
  expect(BAD_INPUT_CASES.length).toBeGreaterThanOrEqual(75);
  const silent = BAD_INPUT_CASES.filter(({ message, problems }) => !message && !problems?.length);
  expect(silent).toEqual([]);
});

test.each(BAD_INPUT_CASES.map((badInput) => [badInput.name, badInput] as const))(
  '%s',
  async (_, badInput) => {
    expectRefused(await perform(badInput, run), badInput);
  },
);

describe('just inside the limits', () => {
  test.each(WITHIN_LIMITS.map((good) => [good.name, good] as const))('%s', async (_, good) => {
    expectAccepted(await perform(good, run));
  });
});
