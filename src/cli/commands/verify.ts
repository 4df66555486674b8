/** `verify`: proves backups, the links between them, and that each line has a recent one. */
import { resolve } from 'node:path';
import type { LineAnswer, VerifyAnswer } from '../../models/answers.ts';
import {
  ageOfLines,
  findBrokenLinks,
  findGaps,
  isFromFuture,
  showLine,
  type LineAge,
  type PlacedBackup,
} from '../../services/index.ts';
import { inspectPlace } from '../choose.ts';
import type { CommandDefinition } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { counted } from '../layout/amounts.ts';
import type { Meaning } from '../layout/paint.ts';
import { tableLines, type TableOptions } from '../layout/table.ts';
import { visible } from '../layout/visible-text.ts';
import { listedBackup } from '../listed.ts';
import {
  commaList,
  wholeNumber,
  addChoiceOptions,
  addJsonOption,
  type ChoiceOptions,
  type OutputOptions,
} from '../options.ts';

interface VerifyOptions extends ChoiceOptions, OutputOptions {
  readonly maxAgeHours?: number;
  readonly ignoreLines?: readonly string[];
}

/** What is known of one project. */
interface Judgement {
  readonly lines: readonly LineAnswer[];
  readonly failures: readonly string[];
  readonly gaps: readonly string[];
}

function lineAnswer(projectId: string, age: LineAge, maxAgeHours: number | undefined): LineAnswer {
  const { line, count, newest, isRetired } = age;
  const isOld = newest !== undefined && maxAgeHours !== undefined && newest.ageHours > maxAgeHours;
  return {
    project_id: projectId,
    line,
    count,
    ...(newest && { newest_backup_id: newest.id, newest_age_hours: newest.ageHours }),
    verdict: isRetired ? 'retired' : newest === undefined ? 'none' : isOld ? 'old' : 'good',
  };
}

function problemOfLine({
  line,
  verdict,
  newest_backup_id: id,
  newest_age_hours: hours = 0,
}: LineAnswer): string[] {
  const name = showLine(line);
  if (verdict === 'none')
    return [
      `${name} has no complete backup that verifies: take one, or retire it with --ignore-lines`,
    ];
  if (verdict !== 'old') return [];
  return [
    `${name}: the newest complete backup, ${id ?? ''}, is ${hours.toFixed(1)} hours old: look for why no newer one was taken`,
  ];
}

function problemsOf(backup: PlacedBackup, now: number): string[] {
  const { id, verification } = backup;
  if (!verification.verified) {
    return verification.isLegacy ? [] : [`${id} is damaged: ${verification.problems.join('; ')}`];
  }
  return isFromFuture(backup, now)
    ? [`${id} is dated in the future: the clock that made it, or this one, is wrong`]
    : [];
}

function judgeProject(
  projectId: string,
  backups: readonly PlacedBackup[],
  options: VerifyOptions,
  now: number,
): Judgement {
  const { environment, source, maxAgeHours, ignoreLines = [] } = options;
  const ages = ageOfLines(backups, { environment, source, ignored: new Set(ignoreLines) }, now);
  const lines = ages.map((age) => lineAnswer(projectId, age, maxAgeHours));
  const isJudged = lines.some(({ verdict }) => verdict !== 'retired');
  return {
    lines,
    gaps: findGaps(backups).map(({ id, reason }) => `the chain has a gap at ${id}: ${reason}`),
    failures: [
      ...backups.flatMap((backup) => problemsOf(backup, now)),
      ...findBrokenLinks(backups).map(
        ({ id, reason }) => `the chain is broken at ${id}: ${reason}`,
      ),
      ...lines.flatMap(problemOfLine),
      ...(isJudged
        ? []
        : [`${projectId} has no line of backups to judge: none verifies, or all are retired`]),
    ],
  };
}

const LINE_MEANING: Readonly<Record<LineAnswer['verdict'], Meaning>> = {
  good: 'good',
  old: 'bad',
  none: 'bad',
  retired: 'quiet',
};

function verifyLines(
  { backups, lines, failures, gaps, verified }: VerifyAnswer,
  options: TableOptions,
): string[] {
  const { paint } = options;
  const columns = [
    { title: 'PROJECT', least: 8, drop: 2 },
    { title: 'LINE', least: 10 },
    { title: 'VERDICT' },
    { title: 'VERIFIED', align: 'right', drop: 3 },
    { title: 'NEWEST COMPLETE', drop: 1 },
    { title: 'HOURS OLD', align: 'right' },
  ] as const;
  const rows = lines.map(({ project_id: project, line, verdict, count, ...newest }) => [
    project,
    showLine(line),
    { text: verdict, meaning: LINE_MEANING[verdict] },
    String(count),
    newest.newest_backup_id ?? '',
    newest.newest_age_hours?.toFixed(1) ?? '',
  ]);
  return [
    ...failures.map((text) => paint('bad', visible(text))),
    ...gaps.map((text) => paint('warning', visible(text))),
    ...(failures.length + gaps.length > 0 ? [''] : []),
    ...(rows.length === 0 ? [] : [...tableLines(columns, rows, options), '']),
    verified
      ? paint('good', `${counted(backups.length, 'backup')} read back and proven`)
      : paint(
          'bad',
          `${counted(failures.length, 'problem')} in ${counted(backups.length, 'backup')}`,
        ),
  ];
}

export const verifyCommand: CommandDefinition = {
  name: 'verify',
  summary: 'Reads backups back and proves them, the links between them, and the age of each line.',
  example: 'verify --max-age-hours 26',
  describe: (command) =>
    addJsonOption(
      addChoiceOptions(
        command.argument(
          '[place]',
          "a backup root, a project's folder in it, one backup's folder, or the zip of an artifact; by default --backup-root",
        ),
      )
        .option(
          '--max-age-hours <hours>',
          'how old the newest complete backup of each line may be',
          wholeNumber(1),
        )
        .option(
          '--ignore-lines <lines>',
          'lines that are retired, such as production/live, separated by commas',
          commaList,
        ),
    ),
  run: async (command, { places, terminal, world }) => {
    const [given] = command.args;
    const options = command.opts<VerifyOptions>();
    const place = await places.open(resolve(world.folder, given ?? options.backupRoot));
    const now = world.clock();
    const backups = await inspectPlace(place, options, { terminal, world });
    const projects = [...new Set(backups.map(({ projectId }) => projectId))];
    const judgements = projects.map((projectId) =>
      judgeProject(
        projectId,
        backups.filter((backup) => backup.projectId === projectId),
        options,
        now,
      ),
    );
    const failures = [
      ...judgements.flatMap((judgement) => judgement.failures),
      ...(backups.length === 0
        ? [`there are no backups in ${place.path} that were asked for`]
        : []),
    ];
    const answer: VerifyAnswer = {
      place: place.path,
      verified: failures.length === 0,
      backups: backups.map((backup) => listedBackup(place, backup, now)),
      lines: judgements.flatMap(({ lines }) => lines),
      failures,
      gaps: judgements.flatMap(({ gaps }) => gaps),
    };
    if (options.json === true) terminal.printJson(answer);
    else terminal.print(verifyLines(answer, terminal.table));
    return answer.verified ? EXIT.done : EXIT.unproven;
  },
};
