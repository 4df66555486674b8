/** `verify`: proves backups, the links between them, and that each line has a recent one. */
import { resolve } from 'node:path';
import type { LineAnswer, VerifyAnswer } from '../../models/answers.ts';
import { inspectPlace } from '../choose.ts';
import type { CommandDefinition } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { judgeProject, type JudgementOptions } from '../judgement.ts';
import { counted } from '../layout/amounts.ts';
import type { Meaning } from '../layout/paint.ts';
import { tableLines, type TableOptions } from '../layout/table.ts';
import { visible } from '../layout/visible-text.ts';
import { listedBackup } from '../listed.ts';
import {
  addChoiceOptions,
  addJsonOption,
  commaList,
  wholeNumber,
  type OutputOptions,
} from '../options.ts';

type VerifyOptions = JudgementOptions & OutputOptions;

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
    line,
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
