/**
 * The command line as a whole: help, wrong usage in one line, and what it does without being told.
 */
import { describe, expect, test } from '@jest/globals';
import { makeCommandFolder, runCommand } from '../fixtures/command-line.ts';
import { makeFolder, SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const run = async (...args: string[]) => runCommand(args, { folder: await makeFolder() });

describe('wrong usage', () => {
  test.each([
    [['lst'], "unknown command 'lst' (Did you mean list?)"],
    [['list', '--jsn'], "unknown option '--jsn' (Did you mean --json?)"],
    [['nothing-like-it'], "unknown command 'nothing-like-it': see --help"],
    [['show'], "missing required argument 'backup': see --help"],
    [
      ['list', 'a', 'b'],
      "too many arguments for 'list'. Expected 1 argument but got 2: see --help",
    ],
    [
      ['list', '--source', 'file'],
      "argument 'file' is invalid. Allowed choices are config-file, live",
    ],
    [['list', '--backup-root'], "option '--backup-root <place>' argument missing: see --help"],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^descope-backup: [^\n]+\n$/);
  });

  test('without a command shows the help, and not as the answer', async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Commands:');
  });
});

describe('help', () => {
  test.each([[['--help']], [['help']], [['list', '--help']], [['help', 'list']]])(
    '%j',
    async (args) => {
      const { code, stdout, stderr } = await run(...args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage: descope-backup');
    },
  );

  test('fits the terminal', async () => {
    const { stdout } = await runCommand(['list', '--help'], {
      folder: await makeFolder(),
      columns: 80,
    });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test('the version is that of the package', async () => {
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a run that is cancelled ends before the next backup, and says so', async () => {
  const { folder } = await makeCommandFolder([{ hoursAgo: 1, text: SMALL_CONFIG }]);
  const signal = AbortSignal.abort(new Error('cancelled by SIGINT'));
  const { code, stdout, stderr } = await runCommand(['list'], { folder, signal });
  expect([code, stdout, stderr]).toEqual([1, '', 'descope-backup: cancelled by SIGINT\n']);
});
