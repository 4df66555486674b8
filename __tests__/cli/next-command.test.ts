/**
 * The command that comes next: a shell that it is pasted into runs it with the very words that were
 * typed.
 */
import { describe, expect, test } from '@jest/globals';
import { applyCommand, shellWord, undoCommand } from '../../src/cli/restore/next-command.ts';
import type { TypedRequest } from '../../src/cli/restore/request.ts';
import { restoreInputSchema } from '../../src/project/inputs/restore.ts';
import { Secret } from '../../src/project/secret.ts';
import { samplePlan } from '../fixtures/restore-plan.ts';

describe('a word', () => {
  test.each([
    ['lists/LI1', 'lists/LI1'],
    ['tenants/acme/**', `'tenants/acme/**'`],
    ['roles/acme/It is', `'roles/acme/It is'`],
    ["it's", `'it'\\''s'`],
    ['$(rm -rf x)', `'$(rm -rf x)'`],
    ['a`b`"c"\\', `'a\`b\`"c"\\'`],
    ['', `''`],
    ['~/backups', `'~/backups'`],
    ['Éditeur', `'Éditeur'`],
  ])('%j is %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});

function request(
  mode: 'plan' | 'undo',
  typed: Readonly<Record<string, string>>,
  options: Partial<TypedRequest['options']> = {},
): TypedRequest {
  const given = { 'project-id': 'P2abc', 'management-key': 'K2', ...typed, mode };
  const inputs = restoreInputSchema.parse(given);
  return {
    request: {
      ...inputs,
      'from-project-id': inputs['from-project-id'] ?? 'P2abc',
      'management-key': new Secret('K2'),
    },
    options: { backupRoot: 'backups', ...options },
    typed,
    isApproved: false,
  };
}

const plan = samplePlan();

describe('the command', () => {
  test('repeats what was typed, names the backup and the plan, and never the key', () => {
    const typed = { 'project-id': 'P2abc', only: 'lists\ntenants/acme/**', backup: 'latest' };
    const options = { backupRoot: 'my backups', keyFile: 'key', secretsFile: 's.json' };
    const text = applyCommand(plan, request('plan', typed, options));
    expect(text).toBe(
      [
        `node dist/cli.js apply --project-id P2abc --only lists --only 'tenants/acme/**' --backup ${plan.backup.backup_id}`,
        `--plan-id ${plan.plan_id} --confirm ${plan.project_id}`,
        `--backup-root 'my backups' --key-file key --secrets-file s.json`,
      ].join(' '),
    );
  });

  test('raises max-changes where the plan needs it', () => {
    const typed = { 'project-id': 'P2abc', 'max-changes': '0' };
    expect(applyCommand(plan, request('plan', typed))).toMatch(/ --max-changes [1-9]/);
  });

  test('of an undo names the restore', () => {
    const undo = request('undo', { 'project-id': 'P2abc', backup: '20261123_101500' });
    const { backup: _backup, ...typed } = undo.typed;
    expect(applyCommand(plan, { ...undo, typed })).toMatch(
      /^node dist\/cli\.js undo 20261123_101500 --project-id P2abc --plan-id /,
    );
    expect(undoCommand('20261123_101500', '/root/backups', undo)).toBe(
      'node dist/cli.js undo 20261123_101500 --project-id P2abc --backup-root /root/backups',
    );
  });
});
