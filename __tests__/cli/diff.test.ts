/**
 * `diff` of two backups: what matters most first, and the exit code of whether anything changed.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DiffAnswer } from '../../src/models/answers.ts';
import { answerOf, makeCommandFolder, runCommand } from '../fixtures/command-line.ts';

const BEFORE = `version: '1.0'
tenants:
  - id: acme-corp
    name: Acme Corporation
    domains: [acme.com]
    custom_attributes: { plan: enterprise }
  - id: widget-co
    name: Widget Company
`;
const AFTER = `version: '1.0'
tenants:
  - id: acme-corp
    name: Acme
    domains: [acme.com, evil.example]
    self_provisioning: true
    custom_attributes: { plan: enterprise, seats: 3 }
flows:
  - template: mfa-login
    name: MFA Login
`;
const IDS = ['20261121_000000', '20261122_030000'] as const;
const BACKUPS = [
  { hoursAgo: 30, text: BEFORE },
  { hoursAgo: 3, text: AFTER },
];

describe('two backups', () => {
  test('differ as a diff shows it', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { code, lines } = await runCommand(['diff', ...IDS], { folder });
    expect(code).toBe(2);
    expect(lines[0]).toBe('--- 20261121_000000, production/config-file, taken 30 hours ago');
    expect(lines[1]).toBe('+++ 20261122_030000, production/config-file, taken 3 hours ago');
    expect(lines[2]).toMatch(/^3 objects changed, risk high, \d findings?$/);
    const start = lines.indexOf('@@ tenants/acme-corp changed @@');
    expect(start).toBeGreaterThan(2);
    expect(lines[start + 1]).toMatch(/^! /);
    expect(lines).toEqual(
      expect.arrayContaining([
        '- /domains: ["acme.com"]',
        '+ /domains: ["acme.com","evil.example"]',
        '+ /custom_attributes/seats: 3',
        '- /self_provisioning: false',
        '+ /self_provisioning: true',
        '@@ tenants/widget-co removed @@',
        '@@ flows/mfa-login added @@',
      ]),
    );
    // What is risky comes before what is not.
    expect(start).toBeLessThan(lines.indexOf('@@ flows/mfa-login added @@'));
  });

  test('differ in JSON as the report has it', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const answer = DiffAnswer.parse(await answerOf(['diff', ...IDS], { folder }));
    expect(answer.before.backup_id).toBe(IDS[0]);
    expect(answer.after.backup_id).toBe(IDS[1]);
    expect(answer.report).toMatchObject({ changed: 'true', change_count: 3, risk: 'high' });
    expect(answer.losses).toEqual([]);
  });

  test('do not differ', async () => {
    const { folder } = await makeCommandFolder([
      { hoursAgo: 30, text: BEFORE },
      { hoursAgo: 3, text: BEFORE },
    ]);
    const { code, stdout } = await runCommand(['diff', ...IDS], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing changed.');
  });

  test('are coloured on a terminal alone', async () => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { stdout } = await runCommand(['diff', ...IDS], { folder, columns: 80 });
    expect(stdout).toContain('\u001b[31m- /self_provisioning: false\u001b[39m');
    const environment = { NO_COLOR: '1' };
    const plain = await runCommand(['diff', ...IDS], { folder, columns: 80, environment });
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('are not compared when one is damaged', async () => {
    const { folder, paths } = await makeCommandFolder(BACKUPS);
    await writeFile(join(paths[0] ?? '', 'project.json'), '{}');
    const { code, stdout, stderr } = await runCommand(['diff', ...IDS], { folder });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('20261121_000000 is damaged: project.json was changed');
  });

  test('of which one lacks a section are not called the same', async () => {
    const { folder } = await makeCommandFolder([
      { hoursAgo: 30, text: BEFORE },
      {
        hoursAgo: 3,
        text: BEFORE,
        coverage: [{ section: 'tenants', status: 'saved', count: 2, note: '' }],
      },
    ]);
    const { code, stdout } = await runCommand(['diff', ...IDS], { folder });
    expect(code).toBe(3);
    expect(stdout).toContain('Nothing changed in what both have.');
    expect(stdout).toContain('Only one side has flows: what changed there is unknown.');
  });
});

describe('live', () => {
  test.each([
    [['live', IDS[0]], 'live can only be the second'],
    [[IDS[0], 'live'], 'is of a config file, which is not compared with a live project'],
  ])('%j is refused', async (args, message) => {
    const { folder } = await makeCommandFolder(BACKUPS);
    const { code, stderr } = await runCommand(['diff', ...args], { folder });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
