/** The live project: its key, its address, and its state as something to compare with. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultBaseUrl } from '../descope/client.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { Secret } from '../project/secret.ts';
import { SECTIONS } from '../project/sections/index.ts';
import { captureProject } from '../runs/capture.ts';
import { BackupService, verifyBackup, type ProvenBackup } from '../services/index.ts';
import { explainIoError } from '../storage/io-errors.ts';
import { parseOrigin } from '../storage/safe-url.ts';
import type { CommandContext } from './command.ts';
import type { LiveOptions } from './options.ts';
import { terminalReporter } from './reporter.ts';

const KEY_VARIABLE = 'DESCOPE_MANAGEMENT_KEY';
const DEADLINE_MS = 20 * 60_000;
const MAX_REQUESTS = 2000;

type Telling = Pick<CommandContext, 'terminal' | 'world'>;

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw explainIoError(error, 'could not read --key-file');
  }
}

/**
 * A key that is there anyhow: it is taken out of whatever is written, though nobody asked for it.
 */
export function knownKey({ terminal, world }: Telling): Secret | undefined {
  const key = world.environment[KEY_VARIABLE]?.trim() ?? '';
  if (key === '') return undefined;
  terminal.hide(key);
  return new Secret(key);
}

/**
 * The management key, which from here on is taken out of whatever is written.
 *
 * @throws Error that never repeats what was given
 */
export async function readKey(
  { keyFile }: LiveOptions,
  { terminal, world }: Telling,
): Promise<Secret> {
  const given =
    keyFile === undefined
      ? world.environment[KEY_VARIABLE]
      : await readKeyFile(resolve(world.folder, keyFile));
  const key = given?.trim() ?? '';
  if (key !== '') terminal.hide(key);
  if (/^[!-~]+$/.test(key)) return new Secret(key);
  const from = keyFile === undefined ? KEY_VARIABLE : '--key-file';
  throw new Error(
    key === ''
      ? `the live project needs a management key: set ${KEY_VARIABLE}, or name a file with --key-file`
      : `${from} holds a blank, a line break or another sign that no key has: check it`,
  );
}

/**
 * Where the project is.
 *
 * @param projectId may come from a backup that is anybody's
 * @throws Error for an address that the key must not go to
 */
export function readBaseUrl({ baseUrl }: LiveOptions, projectId: string): URL {
  if (baseUrl === undefined) return defaultBaseUrl(projectId);
  const url = parseOrigin(baseUrl);
  if (url !== undefined) return url;
  throw new Error(
    '--base-url is no address: https alone, or http on this machine, without path, user and query',
  );
}

/**
 * Reads the live project of a backup, those sections that the backup saved, into a temporary
 * folder.
 *
 * @throws Error when it cannot be read at all; a section that cannot be read is missing in what is
 * returned
 */
export async function captureToCompare(
  backup: BackupManifest,
  options: LiveOptions,
  { places, terminal, world }: CommandContext,
): Promise<ProvenBackup> {
  const { project_id: projectId, environment } = backup;
  const managementKey = await readKey(options, { terminal, world });
  // Never the address that a backup names: whoever made it would get the key.
  const baseUrl = readBaseUrl(options, projectId);
  const saved = new Set(
    backup.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])),
  );
  world.prepareNetwork();
  terminal.progress(`Reading the live project at ${baseUrl.host}`);
  const { signal, clock } = world;
  const backupRoot = await places.makeTemporary();
  const { content, record } = await captureProject(
    {
      source: 'live',
      live: {
        ...{ projectId, managementKey, baseUrl },
        sections: new Set(SECTIONS.filter((section) => saved.has(section))),
        deadlineMs: DEADLINE_MS,
        maxRequests: MAX_REQUESTS,
      },
      file: undefined,
    },
    {
      ...{ signal, clock, backupRoot },
      reporter: terminalReporter(terminal, clock),
      ownSecrets: [managementKey],
    },
  );
  const service = new BackupService({ backupRoot, clock });
  const path = await service.saveProject(projectId, environment, content, { ...record, signal });
  const verification = await verifyBackup(path);
  if (verification.verified) return { path, manifest: verification.manifest };
  throw new Error(
    `the live project was not read well: ${verification.problems.join('; ')}: check the disk of the temporary folder`,
  );
}
