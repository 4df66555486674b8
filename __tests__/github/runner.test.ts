import { afterEach, describe, expect, test } from '@jest/globals';
import { annotateErrors, annotateWarnings } from '../../src/github/annotations.ts';
import { failStep } from '../../src/github/failure.ts';
import { setOutputs } from '../../src/github/outputs.ts';
import { isHostedRunner, workflowRun, workspaceFolder } from '../../src/github/run-context.ts';
import { linesPrintedBy } from '../fixtures/capture-stdout.ts';

const saved = { ...process.env };

afterEach(() => {
  process.env = { ...saved };
  process.exitCode = undefined;
});

describe('annotations', () => {
  const findings = Array.from({ length: 12 }, (_, index) => ({
    message: `problem ${index}`,
    line: index + 1,
    column: 3,
  }));

  test('name file, line and column, nine at most', async () => {
    const lines = await linesPrintedBy(() => {
      annotateErrors('descope.yaml', findings);
    });
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('::error file=descope.yaml,line=1,col=3::problem 0');
  });

  test('of warnings end with how many more there are', async () => {
    const lines = await linesPrintedBy(() => {
      annotateWarnings('descope.yaml', findings, 20);
    });
    expect(lines).toHaveLength(10);
    expect(lines[9]).toBe('::warning::descope.yaml: 11 more like these 9 are not shown');
    expect(
      await linesPrintedBy(() => {
        annotateWarnings('descope.yaml', [{ message: 'alone' }], 1);
      }),
    ).toEqual(['::warning file=descope.yaml::alone']);
  });
});

describe('failStep', () => {
  test('fails the step with one message, without a stack', async () => {
    delete process.env['RUNNER_DEBUG'];
    const lines = await linesPrintedBy(() => {
      failStep(new Error('it broke'));
    });
    expect(lines).toEqual(['::error::descope-backup: it broke']);
    expect(process.exitCode).toBe(1);
  });

  test('adds the stack when debug logging is on', async () => {
    process.env['RUNNER_DEBUG'] = '1';
    const lines = await linesPrintedBy(() => {
      failStep('text');
      failStep(new Error('it broke', { cause: new Error('the cause') }));
    });
    expect(lines[0]).toBe('::error::descope-backup: text');
    expect(lines.at(-1)).toMatch(/^::debug::Error: it broke%0A {4}at .*the cause/);
  });
});

test('outputs are printed where there is no runner', async () => {
  delete process.env['GITHUB_OUTPUT'];
  const lines = await linesPrintedBy(() => {
    setOutputs({ 'backup-id': '20261122_030000', 'tenant-count': 2 });
  });
  expect(lines).toEqual(['backup-id: 20261122_030000', 'tenant-count: 2']);
});

describe('the run context', () => {
  test('is recorded on GitHub Actions alone', () => {
    expect(workflowRun({ GITHUB_REPOSITORY: 'o/r' })).toBeUndefined();
    expect(workflowRun({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r' })).toEqual({
      repository: 'o/r',
      ref: '',
      sha: '',
      workflow: '',
      run_id: '',
      run_attempt: '',
    });
  });

  test('knows the workspace and the kind of runner', () => {
    expect(workspaceFolder({ GITHUB_WORKSPACE: '/w' })).toBe('/w');
    expect(workspaceFolder({})).toBe(process.cwd());
    const onGitHub = { GITHUB_ACTIONS: 'true' };
    expect(isHostedRunner({ ...onGitHub, RUNNER_ENVIRONMENT: 'github-hosted' })).toBe(true);
    expect(isHostedRunner({ ...onGitHub, RUNNER_ENVIRONMENT: 'self-hosted' })).toBe(false);
    expect(isHostedRunner({})).toBe(false);
  });
});
