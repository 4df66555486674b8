/** A restore plan as lines for a log or a terminal, most dangerous first. */
import type { RestorePlan, RestoreStep } from '../../models/restore-plan.ts';
import {
  ageInWords,
  costInWords,
  grouped,
  isNotPossible,
  isWrite,
  stepInWords,
  stepsInCounts,
  writesInWords,
} from '../../project/restore-words.ts';
import { refText } from './planned-write.ts';

export interface PlanLinesOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether names of objects may be told; else there are counts alone. */
  readonly mayName: boolean;
  /** So many steps, and so many findings, are told one by one. Default 200. */
  readonly maxSteps?: number;
}

const WORST_FIRST: readonly RestoreStep['action'][] = ['delete', 'update', 'create'];

function stepLine(step: RestoreStep): string {
  const words = [stepInWords(step), ...step.loses].filter((text) => text !== '').join('; ');
  return `${step.action} ${refText(step)}${words === '' ? '' : `: ${words}`}`;
}

function capped(lines: readonly string[], max: number): string[] {
  const rest = lines.length - max;
  return rest <= 0 ? [...lines] : [...lines.slice(0, max), `... and ${rest} more`];
}

function namedLines({ findings, steps, refusals }: RestorePlan, max: number): string[] {
  const written = WORST_FIRST.flatMap((action) => steps.filter((step) => step.action === action));
  return [
    ...capped(
      findings.map((finding) => `look at this first: ${refText(finding)}: ${finding.text}`),
      max,
    ),
    ...capped(written.map(stepLine), max),
    ...capped(steps.filter(isNotPossible).map(stepLine), max),
    ...refusals.map(({ section, kind, text }) => `Descope answered (${section}, ${kind}): ${text}`),
  ];
}

function countedLines({ findings, steps, refusals }: RestorePlan): string[] {
  const shown = steps.filter((step) => isWrite(step) || isNotPossible(step));
  return [
    ...grouped(findings, ({ section, rule }) => `${section}, rule ${rule}`).map(
      ([name, { length }]) => `look at this first: ${name}: ${length}`,
    ),
    ...stepsInCounts(shown),
    ...refusals.map(({ section, kind }) => `Descope answered: ${section}, ${kind}`),
  ];
}

/**
 * The plan, a line each: what it comes from, what it would write and cannot, what it leaves alone,
 * and its id.
 */
export function planLines(
  plan: RestorePlan,
  { now, mayName, maxSteps = 200 }: PlanLinesOptions,
): string[] {
  const { backup, counts } = plan;
  const other = backup.project_id === plan.project_id ? '' : ` of project ${backup.project_id}`;
  return [
    `Backup ${backup.backup_id}${other}, ${backup.environment}: ${ageInWords(backup.created_at, now)}, ${backup.status}, risk of the changes in it: ${backup.risk ?? 'not recorded'}`,
    `Plan: ${writesInWords(plan)}; ${counts.identical} identical, ${counts.not_possible} not possible, ${counts.kept} kept; risk ${plan.risk}`,
    ...(mayName ? namedLines(plan, maxSteps) : countedLines(plan)),
    `It takes ${costInWords(plan)}`,
    `Plan id: ${plan.plan_id}`,
  ];
}
