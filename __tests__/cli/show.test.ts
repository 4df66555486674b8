/** `show`, and how a backup is chosen. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ShowAnswer } from '../../src/models/answers.ts';
import {
  answerOf,
  makeCommandFolder,
  runCommand,
  zipOf,
  type SavedBackup,
} from '../fixtures/command-line.ts';
import { SMALL_CONFIG } from '../fixtures/run-bundle.ts';

const text = `${SMALL_CONFIG}    config: { big: 12345678901234567890, hook: 'https://x/\${HOOK_TOKEN}' }\n`;
const BACKUPS: readonly SavedBackup[] = [
  { hoursAgo: 30, text },
  { hoursAgo: 3, text },
  { hoursAgo: 2, text, status: 'suspect' },
];

describe('a backup', () => {
  test('is shown with what it is and what it holds', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { code, stdout } = await runCommand(['show', '20261122_030000'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^20261122_030000 {2}complete, verified\n/);
    expect(stdout).toContain('Taken        2026-11-22T03:00:00Z, 3 hours ago');
    expect(stdout).toMatch(/tenants +saved +2/);
    expect(stdout).toContain('1 secret withheld');
  });

  test('is shown as JSON with its manifest', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const answer = ShowAnswer.parse(await answerOf(['show', '20261122_030000'], { folder }));
    expect(answer.backup).toMatchObject({ backup_id: '20261122_030000', verdict: 'complete' });
    expect(answer.manifest).toMatchObject({ format_version: 1, counts: { tenants: 2, flows: 1 } });
  });

  test('has sections, with their objects', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { lines } = await runCommand(['show', 'latest', 'tenants'], { folder });
    expect(lines[0]).toMatch(/^ID +NAME +SIZE$/);
    expect(lines[1]).toMatch(/^acme-corp +Acme Corporation +\d+ B$/);
    const answer = ShowAnswer.parse(await answerOf(['show', 'latest', 'flows'], { folder }));
    expect(answer.objects).toMatchObject([{ id: 'mfa-login', name: 'MFA Login' }]);
  });

  test('has objects, to the digit', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { stdout } = await runCommand(['show', 'latest', 'flows/mfa-login'], { folder });
    expect(stdout).toContain('"big": 12345678901234567890');
    expect(JSON.parse(stdout)).toMatchObject({ name: 'MFA Login' });
    const json = await runCommand(['show', 'latest', 'flows/mfa%2Dlogin', '--json'], { folder });
    expect(json.stdout).toContain('12345678901234567890');
    expect(json.stdout).toContain('"id": "mfa-login"');
  });

  test.each([
    ['tenant', 'has not saved a section "tenant": did you mean tenants?'],
    ['roles', 'has not saved a section "roles": it has flows, tenants'],
    ['tenants/acme-cor', 'did you mean "tenants/acme-corp"?'],
    ['tenants/none', 'there is no "tenants/none" in the backup: show tenants lists what is there'],
    ['tenants/%E0', 'there is no "tenants/%E0"'],
    ['tenants/__proto__', 'there is no "tenants/__proto__"'],
  ])('has no %s, and says what was meant', async (what, message) => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { code, stdout, stderr } = await runCommand(['show', '20261122_030000', what], {
      folder,
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the choice of a backup', () => {
  const chosen = async (args: readonly string[], folder: string): Promise<string> => {
    const { code, stdout, stderr } = await runCommand(['show', ...args, '--json'], { folder });
    if (code !== 0) return stderr;
    return ShowAnswer.parse(JSON.parse(stdout)).backup.backup_id;
  };

  test('latest is the newest complete one, and says so', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { stderr } = await runCommand(['show', 'latest'], { folder });
    expect(stderr).toBe(
      '20261122_030000, taken 3 hours ago, is the newest complete one, of 3 backups\n',
    );
  });

  test('another can be named by its id, its folder or its zip', async () => {
    const { folder, root, paths } = await makeCommandFolder(BACKUPS);
    await zipOf(root, join(folder, 'artifact.zip'));
    expect(await chosen(['20261122_040000'], folder)).toBe('20261122_040000');
    expect(await chosen([paths[0] ?? ''], folder)).toBe('20261121_000000');
    expect(await chosen(['artifact.zip'], folder)).toBe('20261122_030000');
    const inZip = ['20261121_000000', '--backup-root', 'artifact.zip'];
    expect(await chosen(inZip, folder)).toBe('20261121_000000');
  });

  test('no line stands in for another', async () => {
    const { folder } = await makeCommandFolder([
      ...BACKUPS,
      { hoursAgo: 1, text, environment: 'staging' },
    ]);
    expect(await chosen(['latest'], folder)).toContain(
      'backups of 2 lines (production/config-file, staging/config-file): add --environment or --source',
    );
    expect(await chosen(['latest', '--environment', 'production'], folder)).toBe('20261122_030000');
  });

  test('is none of another line or project than was asked for', async () => {
    const { folder, paths } = await makeCommandFolder(BACKUPS);
    for (const asked of [
      ['20261122_030000', '--environment', 'staging'],
      ['20261122_030000', '--source', 'live'],
      [paths[1] ?? '', '--project-id', 'other'],
    ]) {
      expect(await chosen(asked, folder)).toContain(
        '20261122_030000 is of project P2cli, production/config-file: correct --project-id',
      );
    }
  });

  test('of several projects one must be named', async () => {
    const { folder } = await makeCommandFolder([
      ...BACKUPS,
      { hoursAgo: 3, text, projectId: 'P1other' },
    ]);
    for (const name of ['latest', '20261122_030000']) {
      expect(await chosen([name], folder)).toContain(
        'holds backups of 2 projects (P1other, P2cli): add --project-id',
      );
      expect(await chosen([name, '--project-id', 'P2cli'], folder)).toBe('20261122_030000');
    }
  });

  test('is of none that is damaged, or not there', async () => {
    const { folder, paths } = await makeCommandFolder(BACKUPS);
    await writeFile(join(paths[1] ?? '', 'extra'), '');
    expect(await chosen(['20261122_030000'], folder)).toContain(
      '20261122_030000 is damaged: extra is not listed in SHA256SUMS: choose another backup',
    );
    expect(await chosen(['latest'], folder)).toBe('20261121_000000');
    expect(await chosen(['20261122_000000'], folder)).toContain(
      'there is no backup 20261122_000000',
    );
    expect(await chosen(['lastest'], folder)).toContain('"lastest" is no backup: give an id');
    await writeFile(join(paths[0] ?? '', 'extra'), '');
    expect(await chosen(['latest'], folder)).toContain('no complete backup that verifies');
  });
});
