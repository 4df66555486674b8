/** `diff`: what changed between two backups, or between a backup and the live project. */
import type { ComparedSide, DiffAnswer } from '../../models/answers.ts';
import { compareBackups, type ProvenBackup } from '../../services/index.ts';
import { chooseBackup, type ChosenBackup } from '../choose.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { diffLines } from '../diff-text.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { captureToCompare } from '../live.ts';
import {
  addChoiceOptions,
  addJsonOption,
  addLiveOptions,
  type ChoiceOptions,
  type LiveOptions,
  type OutputOptions,
} from '../options.ts';

type DiffOptions = ChoiceOptions & LiveOptions & OutputOptions;

/** Stands for the project as it is now. */
const LIVE = 'live';
/** Percent of a section's objects that may be gone without a word, as for the backup action. */
const SHRINK_LIMIT = 20;

function sideOf({ manifest }: Pick<ProvenBackup, 'manifest'>, isLive = false): ComparedSide {
  return {
    project_id: manifest.project_id,
    source: manifest.source.type === 'management-api' ? 'live' : 'config-file',
    taken_at: manifest.created_at,
    ...(!isLive && { environment: manifest.environment, backup_id: manifest.backup_id }),
  };
}

function proven({ path, verification }: ChosenBackup): ProvenBackup {
  return { path, manifest: verification.manifest };
}

function requireSameSource(before: ProvenBackup, after: ProvenBackup, what: string): void {
  if (before.manifest.source.type === after.manifest.source.type) return;
  throw new Error(
    `${what} are of different sources, one of a config file and one of a live project: compare two of the same source`,
  );
}

async function otherSide(
  text: string,
  before: ProvenBackup,
  options: DiffOptions,
  context: CommandContext,
): Promise<ProvenBackup> {
  if (text !== LIVE) {
    const after = proven(await chooseBackup(text, options, context));
    requireSameSource(
      before,
      after,
      `${before.manifest.backup_id} and ${after.manifest.backup_id}`,
    );
    return after;
  }
  const { backup_id: id, source } = before.manifest;
  if (source.type !== 'management-api') {
    throw new Error(
      `${id} is of a config file, which is not compared with a live project: choose a live backup`,
    );
  }
  return captureToCompare(before.manifest, options, context);
}

function exitOf({ report }: DiffAnswer): ExitCode {
  if (report.changed === 'true') return EXIT.changes;
  return report.changed === 'unknown' ? EXIT.unproven : EXIT.done;
}

export const diffCommand: CommandDefinition = {
  name: 'diff',
  summary:
    'Compares two backups, or a backup with the live project: what matters most comes first.',
  example: 'diff 20261121_030000 live',
  describe: (command) =>
    addJsonOption(
      addLiveOptions(
        addChoiceOptions(
          command
            .argument('<before>', 'an id, latest, or the path of a folder or zip')
            .argument('<after>', 'the same, or live for the project as it is now'),
        ),
      ),
    ),
  run: async (command, context) => {
    const [first = '', second = ''] = command.args;
    const options = command.opts<DiffOptions>();
    const { places, terminal, world } = context;
    if (first === LIVE) {
      throw new Error('live can only be the second: write diff <backup> live');
    }
    const before = proven(await chooseBackup(first, options, context));
    const after = await otherSide(second, before, options, context);
    terminal.progress('Comparing');
    const { compareBackups: compare = compareBackups } = world;
    const { report, losses } = await compare(
      { bases: [before], lookBack: undefined, fresh: after, shrinkLimit: SHRINK_LIMIT },
      { signal: world.signal, folder: await places.makeTemporary() },
    );
    const answer: DiffAnswer = {
      before: sideOf(before),
      after: sideOf(after, second === LIVE),
      losses,
      report,
    };
    if (options.json === true) terminal.printJson(answer);
    else terminal.print(diffLines(answer, world.clock(), terminal.paint));
    return exitOf(answer);
  },
};
