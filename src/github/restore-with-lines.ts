/**
 * The inputs of the step that comes next, as the lines of a workflow file that apply a plan or plan
 * the way back.
 */
import type { RestorePlan } from '../models/restore-plan.ts';
import { plainName } from '../project/object-names.ts';
import { writeCount } from '../project/restore-words.ts';

export interface ApplyOptions {
  /** What input `backup` must be: the id of the backup, or of the restore that is undone. */
  readonly backup: string;
  readonly maxChanges: number;
  /** Whether names of objects may be shown. */
  readonly mayName: boolean;
}

/** A value between quotes: YAML takes it for text, and GitHub finds no expression in it. */
function quoted(text: string): string {
  return /['$\p{C}]/u.test(text)
    ? JSON.stringify(text).replace(/[$\u007f-\uffff]/gu, (sign) =>
        [...Array(sign.length).keys()]
          .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
      )
    : `'${text}'`;
}

/** More of it would leave no room for the plan on the page. */
const MAX_LIST_LENGTH = 16 * 1024;

function list(input: string, names: readonly string[], mayName: boolean): string[] {
  if (names.length === 0) return [];
  const lines = names.map((name) => `    ${plainName(name)}`);
  const isShown = mayName && lines.join('\n').length <= MAX_LIST_LENGTH;
  return isShown ? [`  ${input}: |`, ...lines] : [`  # ${input}: as in this run`];
}

const KEY_LINE = '  management-key: ${{ secrets.DESCOPE_RESTORE_KEY }}';

function scopeLines({ scope }: RestorePlan, mayName: boolean): string[] {
  const { only, accepted_user_loss: accepted, supplied_secrets: supplied } = scope;
  return [
    ...list('only', only, mayName),
    ...list('delete', scope.delete, mayName),
    ...list('accept-user-loss', accepted, mayName),
    ...(scope.with_dependencies ? [] : ['  with-dependencies: false']),
    ...(supplied.length > 0 ? ['  # secrets: the same as in this run'] : []),
  ];
}

/**
 * The step that applies the plan, from `with:` on. What is not of the plan, such as `base-url`,
 * stays as the workflow has it.
 */
export function applyLines(
  plan: RestorePlan,
  { backup, maxChanges, mayName }: ApplyOptions,
): string[] {
  const { mode, project_id: project, backup: source } = plan;
  const isOther = source.project_id !== project;
  const count = writeCount(plan);
  return [
    'with:',
    `  mode: ${mode === 'undo' ? 'undo' : 'apply'}`,
    `  project-id: ${quoted(project)}`,
    KEY_LINE,
    `  backup: ${quoted(backup)}`,
    ...(mode === 'undo' ? [] : [`  environment: ${quoted(source.environment)}`]),
    ...(isOther && mode !== 'undo'
      ? [`  from-project-id: ${quoted(source.project_id)}`, '  allow-other-project: true']
      : []),
    ...scopeLines(plan, mayName),
    ...(count > maxChanges ? [`  max-changes: ${count}`] : []),
    `  plan-id: ${quoted(plan.plan_id)}`,
    `  confirm: ${quoted(project)}`,
  ];
}

/** The step that plans the way back of a restore. */
export function undoLines(projectId: string, restoreId: string): string[] {
  return [
    'with:',
    '  mode: undo',
    `  project-id: ${quoted(projectId)}`,
    KEY_LINE,
    `  backup: ${quoted(restoreId)}`,
  ];
}

/** Lines as a block of Markdown that none of them can end. */
export function yamlBlock(lines: readonly string[]): string[] {
  return ['```yaml', ...lines, '```', ''];
}
