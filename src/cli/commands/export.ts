/** `export`: a backup as a config file of descope-mgmt. */
import { resolve } from 'node:path';
import type { ExportAnswer, LeftOut } from '../../models/answers.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import { loadConfig } from '../../config-file/index.ts';
import { formatConfigFile } from '../../config-file/write-config.ts';
import { canonicalJson } from '../../json/write.ts';
import type { JsonValue } from '../../json/value.ts';
import {
  contentOfConfig,
  exportConfig,
  hashOfConfig,
  type ExportedConfig,
} from '../../services/index.ts';
import { sha256 } from '../../storage/checksums.ts';
import { writeNewFile } from '../../storage/new-file.ts';
import { chooseBackup } from '../choose.ts';
import type { CommandDefinition } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { counted } from '../layout/amounts.ts';
import { listedBackup } from '../listed.ts';
import {
  addChoiceOptions,
  addJsonOption,
  type ChoiceOptions,
  type OutputOptions,
} from '../options.ts';

interface ExportOptions extends ChoiceOptions, OutputOptions {
  readonly out?: string;
  readonly force?: boolean;
}

/**
 * Reads the text as a backup would.
 *
 * @returns why it is not what was exported; undefined when it is
 */
function whyNotProven(
  text: string,
  { config }: ExportedConfig,
  { project_id: projectId, environment, source, content_sha256: expected }: BackupManifest,
): string | undefined {
  try {
    const bytes = Buffer.from(text);
    const read = loadConfig({ bytes, sha256: sha256(bytes) }, 'the exported file', {
      projectId,
      environment,
      variables: {},
    });
    const content = contentOfConfig(read.config);
    if (source.type === 'config-file') {
      const found = hashOfConfig(content);
      return found === expected ? undefined : `its content hash is ${found}, not ${expected}`;
    }
    const tenants = canonicalJson(read.config.tenants as unknown as JsonValue);
    return tenants === canonicalJson(config['tenants'] ?? [])
      ? undefined
      : 'its tenants are not those of the backup';
  } catch (error) {
    return (error as Error).message;
  }
}

function leftOutText({ section, id, count, reason }: LeftOut): string {
  const what = id === undefined ? section : `${section}/${id}`;
  return `not in the file: ${what}${count > 1 ? ` (${count})` : ''}: ${reason}`;
}

export const exportCommand: CommandDefinition = {
  name: 'export',
  summary: 'Writes a backup as a config file of descope-mgmt, and says what that cannot hold.',
  example: 'export latest --out descope.yaml',
  describe: (command) =>
    addJsonOption(
      addChoiceOptions(
        command.argument('<backup>', 'an id, latest, or the path of a folder or zip'),
      )
        .option('--out <file>', 'where to write it; by default stdout')
        .option('--force', 'write over a file that is there'),
    ),
  run: async (command, context) => {
    const [text = ''] = command.args;
    const options = command.opts<ExportOptions>();
    const { terminal, world } = context;
    const backup = await chooseBackup(text, options, context);
    const { manifest } = backup.verification;
    const exported = await exportConfig(backup.path, manifest);
    const file = formatConfigFile(exported.config, {
      withheld: exported.withheld,
      comment: [
        `Backup ${manifest.backup_id} of project ${manifest.project_id}, environment ${manifest.environment}.`,
      ],
    });
    const problem = whyNotProven(file, exported, manifest);
    const path = options.out === undefined ? undefined : resolve(world.folder, options.out);
    if (path !== undefined) await writeNewFile(path, file, options.force === true);
    const counts = {
      tenants: listLength(exported, 'tenants'),
      flows: listLength(exported, 'flows'),
    };
    const answer: ExportAnswer = {
      backup: listedBackup(backup.place, backup, world.clock()),
      ...(path === undefined ? { config_file: file } : { path }),
      ...counts,
      proven: problem === undefined,
      left_out: exported.leftOut,
    };
    if (options.json === true) terminal.printJson(answer);
    else if (path === undefined) terminal.printText(file);
    else {
      terminal.say(
        `${path}: ${counted(counts.tenants, 'tenant')}, ${counted(counts.flows, 'flow')}`,
      );
    }
    for (const left of exported.leftOut) terminal.warn(leftOutText(left));
    if (problem === undefined) return EXIT.done;
    terminal.fail(
      `the exported file, read again, is not the backup: ${problem}: correct it before use`,
    );
    return EXIT.unproven;
  },
};

function listLength({ config }: ExportedConfig, name: string): number {
  const list = config[name];
  return Array.isArray(list) ? list.length : 0;
}
