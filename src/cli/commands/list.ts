/** `list`: which backups there are. */
import { resolve } from 'node:path';
import type { ListedBackup } from '../../models/answers.ts';
import { inspectPlace } from '../choose.ts';
import type { CommandDefinition } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { ageInWords, counted, sizeText } from '../layout/amounts.ts';
import { tableLines, type TableOptions } from '../layout/table.ts';
import { visible } from '../layout/visible-text.ts';
import { BACKUP_COLUMNS, listedBackup, rowOf } from '../listed.ts';
import {
  addChoiceOptions,
  addJsonOption,
  type ChoiceOptions,
  type OutputOptions,
} from '../options.ts';

function summaryOf(backups: readonly ListedBackup[], now: number): string {
  const damaged = backups.filter(({ verdict }) => verdict === 'damaged').length;
  const newest = backups.find(({ verdict }) => verdict === 'complete');
  const bytes = backups.reduce((sum, backup) => sum + backup.bytes, 0);
  return [
    counted(backups.length, 'backup'),
    ...(damaged > 0 ? [`${damaged} damaged`] : []),
    newest === undefined
      ? 'none complete'
      : `newest complete one ${ageInWords(Date.parse(newest.taken_at), now)}`,
    sizeText(bytes),
  ].join(', ');
}

/** A table a project, and under it what is wrong with some of its backups. */
function* projectLines(
  projectId: string,
  backups: readonly ListedBackup[],
  now: number,
  options: TableOptions,
): Generator<string> {
  yield `${options.paint('heading', visible(projectId))}  ${summaryOf(backups, now)}`;
  yield '';
  yield* tableLines(
    BACKUP_COLUMNS,
    backups.map((backup) => rowOf(backup, now)),
    options,
  );
  const wrong = backups.filter(({ problems }) => problems.length > 0);
  if (wrong.length === 0) return;
  yield '';
  for (const { backup_id: id, verdict, problems } of wrong) {
    yield options.paint('warning', visible(`${id} is ${verdict}: ${problems.join('; ')}`));
  }
}

/** The list as text: a project after the other. */
export function listLines(
  backups: readonly ListedBackup[],
  now: number,
  options: TableOptions,
): string[] {
  const projects = [...new Set(backups.map(({ project_id: id }) => id))];
  return projects.flatMap((project, index) => {
    const own = backups.filter(({ project_id: id }) => id === project);
    return [...(index === 0 ? [] : ['']), ...projectLines(project, own, now, options)];
  });
}

export const listCommand: CommandDefinition = {
  name: 'list',
  summary: 'Lists backups, newest first, each read back and verified.',
  example: 'list backups/P2exampleexampleexampleexampl',
  describe: (command) =>
    addJsonOption(
      addChoiceOptions(
        command.argument(
          '[place]',
          "a backup root, a project's folder in it, one backup's folder, or the zip of an artifact; by default --backup-root",
        ),
      ),
    ),
  run: async (command, { places, terminal, world }) => {
    const [given] = command.args;
    const options = command.opts<ChoiceOptions & OutputOptions>();
    const place = await places.open(resolve(world.folder, given ?? options.backupRoot));
    const now = world.clock();
    const backups = (await inspectPlace(place, options, { terminal, world })).map((backup) =>
      listedBackup(place, backup, now),
    );
    if (options.json === true) terminal.printJson({ place: place.path, backups });
    else terminal.print(listLines(backups, now, terminal.table));
    if (backups.length === 0)
      terminal.say(`there are no backups in ${place.path} that were asked for`);
    return EXIT.done;
  },
};
