/** `backup`: takes a backup into a backup root, proves it, and compares it with the one before. */
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { BackupAnswer } from '../../models/answers.ts';
import type { Secret } from '../../project/secret.ts';
import { parseSectionChoice, parseSectionList } from '../../project/sections/choice.ts';
import { SECTIONS, SECTIONS_OF_ALL, type Section } from '../../project/sections/index.ts';
import { backUp, type BackupOptions, type BackupResult } from '../../runs/backup.ts';
import type { CaptureOptions } from '../../runs/capture.ts';
import { isAcceptable } from '../../services/index.ts';
import { backupLines } from '../backup-text.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { knownKey, readBaseUrl, readKey } from '../live.ts';
import {
  addJsonOption,
  addLiveOptions,
  environmentName,
  parsed,
  projectId,
  variableNames,
  wholeNumber,
  type LiveOptions,
  type OutputOptions,
} from '../options.ts';
import { terminalReporter } from '../reporter.ts';
import type { World } from '../world.ts';

const DEFAULT_CONFIG_PATH = 'descope.yaml';
const SECTION_NAMES = `Write all, some of ${SECTIONS.join(', ')}, or -name to leave one out.`;

interface BackupCommandOptions extends LiveOptions, OutputOptions {
  readonly projectId: string;
  readonly environment: string;
  readonly source: 'config-file' | 'live';
  readonly configPath?: string;
  readonly allowVariables: ReadonlySet<string>;
  readonly backupRoot: string;
  readonly sections: ReadonlySet<Section>;
  readonly requireSections: readonly Section[];
  readonly acceptPartial: boolean;
  readonly deadlineMinutes: number;
  readonly maxRequests: number;
  readonly shrinkLimit: number;
  readonly allowShrink: boolean;
  readonly prune: 'true' | 'false' | 'dry-run';
  readonly retentionDays: number;
  readonly minimumBackups: number;
  readonly gitTree?: string;
}

function captureOptions(
  options: BackupCommandOptions,
  key: Secret | undefined,
  world: World,
): CaptureOptions {
  const { configPath, environment, allowVariables, sections, maxRequests } = options;
  const file = {
    projectId: options.projectId,
    environment,
    path: configPath ?? DEFAULT_CONFIG_PATH,
    workspace: world.folder,
    variables: world.environment,
    allowVariables,
  };
  if (key === undefined) return { source: 'config-file', file };
  return {
    source: 'live',
    live: {
      projectId: options.projectId,
      managementKey: key,
      baseUrl: readBaseUrl(options, options.projectId),
      sections,
      deadlineMs: options.deadlineMinutes * 60_000,
      maxRequests,
    },
    file: configPath === undefined ? undefined : file,
  };
}

function runOptions(
  options: BackupCommandOptions,
  capture: CaptureOptions,
  world: World,
): BackupOptions {
  const { environment, source, retentionDays, minimumBackups, shrinkLimit, allowShrink } = options;
  const { prune, gitTree, acceptPartial, requireSections } = options;
  const id = options.projectId;
  return {
    projectId: id,
    environment,
    backupRoot: resolve(world.folder, options.backupRoot),
    retentionDays,
    minimumBackups,
    capture,
    comparison: {
      history: 'compare',
      areCopiesHistory: false,
      naming: { projectId: id, environment, source, artifactName: undefined },
      ...{ retentionDays, minimumBackups, shrinkLimit, allowShrink, acceptPartial },
    },
    pruning: {
      projectId: id,
      prune: prune === 'dry-run' ? prune : prune === 'true',
      isRootForgotten: false,
    },
    gitTree:
      gitTree === undefined
        ? undefined
        : {
            folder: resolve(world.folder, gitTree),
            workspace: world.folder,
            whyNotLive: undefined,
          },
    demands: { requireSections, failOnPartial: !acceptPartial },
    workflowRun: undefined,
  };
}

function answerOf({ fresh, comparison, pruned, failures }: BackupResult): BackupAnswer {
  const { manifest, path } = fresh;
  const decisions = 'value' in pruned ? pruned.value.result : undefined;
  return {
    backup_id: manifest.backup_id,
    path,
    status: manifest.status,
    manifest_sha256: fresh.verification.manifestSha256,
    content_sha256: manifest.content_sha256,
    tenants: manifest.counts.tenants,
    flows: manifest.counts.flows,
    comparison: comparison.outcome,
    ...('with' in comparison
      ? { compared_with: comparison.with.backup_id, report: comparison.report }
      : { reason: comparison.reason }),
    removed: (decisions?.removed ?? []).map(({ id }) => id),
    failures: failures.map(({ message }) => message),
  };
}

/** The backup is there and proven: what else went wrong makes no error of it. */
function exitOf({ fresh, comparison, failures }: BackupResult): ExitCode {
  const isCompared = comparison.outcome === 'compared' || comparison.outcome === 'first';
  return isAcceptable(fresh.manifest) && isCompared && failures.length === 0
    ? EXIT.done
    : EXIT.unproven;
}

function describeSource(command: Command): Command {
  return command
    .requiredOption('--project-id <id>', 'the Descope project', projectId)
    .requiredOption(
      '--environment <name>',
      'what the project is to you, such as production',
      environmentName,
    )
    .addOption(
      new Option('--source <source>', 'what is backed up')
        .choices(['config-file', 'live'])
        .default('config-file'),
    )
    .option(
      '--config-path <file>',
      `the config file; with --source live, what tenants are compared with (default: "${DEFAULT_CONFIG_PATH}")`,
    )
    .option(
      '--allow-variables <names>',
      'variables that are replaced though they are named like a secret, separated by commas',
      variableNames,
      new Set<string>(),
    )
    .option('--backup-root <folder>', 'the folder of all backups', 'backups');
}

function describeLive(command: Command): Command {
  return addLiveOptions(command)
    .addOption(
      new Option('--sections <choice>', 'which sections of a live project')
        .argParser(parsed(parseSectionChoice, SECTION_NAMES))
        .default(new Set(SECTIONS_OF_ALL), 'all'),
    )
    .addOption(
      new Option('--require-sections <list>', 'sections that must be saved')
        .argParser(parsed(parseSectionList, SECTION_NAMES))
        .default([], 'none'),
    )
    .option('--accept-partial', 'accept a backup in which a section could not be read', false)
    .option('--deadline-minutes <minutes>', 'how long reading may take', wholeNumber(1, 360), 20)
    .option('--max-requests <count>', 'how many requests reading may take', wholeNumber(1), 2000);
}

function describeHistory(command: Command): Command {
  return command
    .option(
      '--shrink-limit <percent>',
      'how much of a section may be gone',
      wholeNumber(0, 100),
      20,
    )
    .option('--allow-shrink', 'accept this backup, whatever is gone', false)
    .addOption(
      new Option('--prune <choice>', 'whether old backups of the line are removed')
        .choices(['true', 'false', 'dry-run'])
        .default('false'),
    )
    .option('--retention-days <days>', 'how old backups may become', wholeNumber(1, 3650), 30)
    .option('--minimum-backups <count>', 'so many newest good ones always stay', wholeNumber(1), 1)
    .option('--git-tree <folder>', 'also write the state as one file an object');
}

async function run(command: Command, { terminal, world }: CommandContext): Promise<ExitCode> {
  const options = command.opts<BackupCommandOptions>();
  const isLive = options.source === 'live';
  const key = isLive ? await readKey(options, { terminal, world }) : undefined;
  if (isLive) world.prepareNetwork();
  const ownSecrets = [key ?? knownKey({ terminal, world })].filter((one) => one !== undefined);
  let kept: string | undefined;
  let result: BackupResult;
  try {
    result = await backUp(runOptions(options, captureOptions(options, key, world), world), {
      reporter: terminalReporter(terminal, world.clock),
      signal: world.signal,
      clock: world.clock,
      temporaryRoot: tmpdir(),
      ownSecrets,
      ...(world.compareBackups && { compareBackups: world.compareBackups }),
      listener: {
        onProven: ({ path }) => {
          kept = path;
        },
      },
    });
  } catch (error) {
    if (kept === undefined) throw error;
    terminal.fail(`${(error as Error).message}: the backup ${kept} is there, but was not compared`);
    return EXIT.unproven;
  }
  const answer = answerOf(result);
  if (options.json === true) terminal.printJson(answer);
  else terminal.print(backupLines(answer, terminal.paint));
  for (const failure of answer.failures) terminal.fail(failure);
  return exitOf(result);
}

export const backupCommand: CommandDefinition = {
  name: 'backup',
  summary: 'Takes a backup, reads it back and proves it, and compares it with the one before.',
  example:
    'backup --project-id P2exampleexampleexampleexampl --environment dev --config-path examples/descope.yaml',
  describe: (command) => addJsonOption(describeHistory(describeLive(describeSource(command)))),
  run,
};
