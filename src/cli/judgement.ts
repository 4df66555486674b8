/** What a verification makes of the backups of one project, in the words of the command line. */
import type { LineAnswer } from '../models/answers.ts';
import { lineRows, rowsOf, type LineRow } from '../runs/verify-findings.ts';
import { ageOfLines, findBrokenLinks, findGaps, type PlacedBackup } from '../services/index.ts';
import type { ChoiceOptions } from './options.ts';

/** What is known of one project. */
interface Judgement {
  readonly lines: readonly LineAnswer[];
  /** Why the project is not verified, a sentence each. */
  readonly failures: readonly string[];
  readonly gaps: readonly string[];
}

export interface JudgementOptions extends ChoiceOptions {
  readonly maxAgeHours?: number;
  /** Lines that are retired. */
  readonly ignoreLines?: readonly string[];
}

function lineAnswer(
  projectId: string,
  { line, count, newestId, ageHours, verdict }: LineRow,
): LineAnswer {
  return {
    project_id: projectId,
    line,
    count,
    ...(newestId !== undefined && { newest_backup_id: newestId }),
    ...(ageHours !== undefined && { newest_age_hours: ageHours }),
    verdict,
  };
}

function problemOfLine({ line, verdict, newestId = '', ageHours = 0 }: LineRow): string[] {
  if (verdict === 'none') {
    return [
      `${line} has no complete backup that verifies: take one, or retire it with --ignore-lines`,
    ];
  }
  if (verdict !== 'old') return [];
  const hours = ageHours.toFixed(1);
  return [
    `${line}: the newest complete backup, ${newestId}, is ${hours} hours old: look for why no newer one was taken`,
  ];
}

/**
 * Judges the backups of a project as the verify action does.
 *
 * @param now milliseconds since the epoch
 */
export function judgeProject(
  projectId: string,
  backups: readonly PlacedBackup[],
  { environment, source, maxAgeHours, ignoreLines = [] }: JudgementOptions,
  now: number,
): Judgement {
  const choice = { environment, source, ignored: new Set(ignoreLines) };
  const ages = ageOfLines(backups, choice, now);
  const rows = lineRows(ages, { projectId, environment, source, maxAgeHours });
  const damaged = rowsOf(backups, [], now).filter(({ verdict }) => verdict === 'damaged');
  const isJudged = rows.some(({ verdict }) => verdict !== 'retired');
  return {
    lines: rows.map((row) => lineAnswer(projectId, row)),
    gaps: findGaps(backups).map(({ id, reason }) => `the chain has a gap at ${id}: ${reason}`),
    failures: [
      ...damaged.map(({ id, note }) => `${id} is damaged: ${note}`),
      ...findBrokenLinks(backups).map(
        ({ id, reason }) => `the chain is broken at ${id}: ${reason}`,
      ),
      ...rows.flatMap(problemOfLine),
      ...(isJudged
        ? []
        : [`${projectId} has no line of backups to judge: none verifies, or all are retired`]),
    ],
  };
}
