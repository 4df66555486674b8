/**
 * The exact commands that apply a plan and that take a restore back, for a shell to be pasted into.
 */
import type { RestorePlan } from '../../models/restore-plan.ts';
import { writeCount } from '../../project/restore-words.ts';
import type { TypedRequest } from './request.ts';

const PROGRAM = 'node dist/cli.js';

/** A word as a shell takes it: between quotes where it could mean more than it says. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_.,:@%+=/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function words(options: readonly (readonly [name: string, text: string | undefined])[]): string[] {
  return options.flatMap(([name, text]) =>
    text === undefined ? [] : text.split('\n').map((part) => `--${name} ${shellWord(part)}`),
  );
}

/** Options that are the same for each command of a restore. The key is never among them. */
function commonWords({ options }: TypedRequest, backupRoot: string): string[] {
  return words([
    ['backup-root', backupRoot === 'backups' ? undefined : backupRoot],
    ['base-url', options.baseUrl],
    ['key-file', options.keyFile],
    ['secrets-file', options.secretsFile],
  ]);
}

/** What applies a plan: what was typed, of the same backup, with the plan's id. */
export function applyCommand(plan: RestorePlan, request: TypedRequest): string {
  const { mode, backup: named, 'max-changes': maxChanges } = request.request;
  const isUndo = mode === 'undo';
  const { 'max-changes': _typed, ...typed } = request.typed;
  const count = writeCount(plan);
  const inputs: Record<string, string | undefined> = {
    ...typed,
    ...(!isUndo && { backup: plan.backup.backup_id }),
    'max-changes': count > maxChanges ? String(count) : request.typed['max-changes'],
    'plan-id': plan.plan_id,
    confirm: plan.project_id,
  };
  return [
    PROGRAM,
    ...(isUndo ? ['undo', named] : ['apply']),
    ...words(Object.entries(inputs)),
    ...commonWords(request, request.options.backupRoot),
  ].join(' ');
}

/** What plans the way back. @param backupRoot where the restore wrote its folder */
export function undoCommand(restoreId: string, backupRoot: string, request: TypedRequest): string {
  return [
    PROGRAM,
    'undo',
    restoreId,
    ...words([['project-id', request.request['project-id']]]),
    ...commonWords(request, backupRoot),
  ].join(' ');
}
