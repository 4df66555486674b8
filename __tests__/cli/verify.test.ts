/** `verify`: exit code 3 for what is damaged, too old or not there. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { VerifyAnswer } from '../../src/models/answers.ts';
import { makeCommandFolder, runCommand, zipOf } from '../fixtures/command-line.ts';
import { SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const text = SMALL_CONFIG;
const BACKUPS = [
  { hoursAgo: 30, text },
  { hoursAgo: 3, text },
];

async function verify(
  folder: string,
  ...args: string[]
): Promise<{ code: number; answer: VerifyAnswer }> {
  const { code, stdout } = await runCommand(['verify', ...args, '--json'], { folder });
  return { code, answer: VerifyAnswer.parse(JSON.parse(stdout)) };
}

describe('verify', () => {
  test('proves what is good', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { code, lines, stderr } = await runCommand(['verify'], { folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(lines[1]).toMatch(/^P2cli +production\/config-file +good +2 +20261122_030000 +3\.0$/);
    expect(lines.at(-1)).toBe('2 backups read back and proven');
    expect((await verify(folder)).answer).toMatchObject({ verified: true, failures: [] });
  });

  test('works on a zip and on one backup', async () => {
    const { folder, root, paths } = await makeCommandFolder(BACKUPS);
    await zipOf(root, join(folder, 'a.zip'));
    expect((await verify(folder, 'a.zip')).code).toBe(0);
    expect((await verify(folder, paths[0] ?? '')).code).toBe(0);
  });

  test('finds damage', async () => {
    const { folder, paths } = await makeCommandFolder(BACKUPS);
    await writeFile(join(paths[1] ?? '', 'manifest.json'), '{}');
    const { code, lines } = await runCommand(['verify'], { folder });
    expect(code).toBe(3);
    expect(lines[0]).toContain('20261122_030000 is damaged: manifest.json was changed');
    expect(lines.at(-1)).toBe('1 problem in 2 backups');
  });

  test('finds what is too old, unless its line is retired', async () => {
    const { folder } = await makeCommandFolder([
      ...BACKUPS,
      { hoursAgo: 50, text, environment: 'old' },
    ]);
    const { code, answer } = await verify(folder, '--max-age-hours', '4');
    expect(code).toBe(3);
    expect(answer.failures).toEqual([
      'old/config-file: the newest complete backup, 20261120_040000, is 50.0 hours old: look for why no newer one was taken',
    ]);
    const retired = ['--max-age-hours', '4', '--ignore-lines', 'old/config-file'];
    expect((await verify(folder, ...retired)).code).toBe(0);
    expect((await verify(folder, '--max-age-hours', '4', '--environment', 'production')).code).toBe(
      0,
    );
  });

  test('finds a line without a complete backup, and none at all', async () => {
    const { folder } = await makeCommandFolder([{ hoursAgo: 1, text, status: 'partial' }]);
    expect((await verify(folder)).answer.failures).toEqual([
      'production/config-file has no complete backup that verifies: take one, or retire it with --ignore-lines',
    ]);
    const empty = await verify((await makeCommandFolder([])).folder);
    expect(empty.code).toBe(3);
    expect(empty.answer.failures[0]).toContain('there are no backups in');
  });

  test('finds a backup that is dated in the future', async () => {
    const { folder } = await makeCommandFolder([...BACKUPS, { hoursAgo: -5, text }]);
    const { code, answer } = await verify(folder);
    expect(code).toBe(3);
    expect(answer.failures).toEqual([
      '20261122_110000 is damaged: it is dated in the future: the clock that made it, or this one, is wrong',
    ]);
  });

  test('takes no hours that are none', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    for (const hours of ['0', '1d', '-1', '1.5']) {
      const { code, stderr } = await runCommand(['verify', `--max-age-hours=${hours}`], { folder });
      expect(code).toBe(1);
      expect(stderr).toContain(`'--max-age-hours <hours>' argument '${hours}' is invalid`);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
