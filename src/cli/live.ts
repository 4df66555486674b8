/** The live project: its key, its address, and its state as something to compare with. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultBaseUrl, DescopeApiClient } from '../descope/client.ts';
import { ProjectFetcher } from '../descope/capture/project-fetcher.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { SECTIONS } from '../project/sections/index.ts';
import { Secret } from '../project/secret.ts';
import { WITHHELD_RULES } from '../project/secrets/withhold.ts';
import { BackupService, verifyBackup, withoutNoise, type ProvenBackup } from '../services/index.ts';
import { tellsCaseApart } from '../storage/case-probe.ts';
import { explainIoError } from '../storage/io-errors.ts';
import { parseOrigin } from '../storage/safe-url.ts';
import type { CommandContext } from './command.ts';
import type { LiveOptions } from './options.ts';

const KEY_VARIABLE = 'DESCOPE_MANAGEMENT_KEY';
const DEADLINE_MS = 20 * 60_000;
const MAX_REQUESTS = 2000;

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw explainIoError(error, 'could not read --key-file');
  }
}

/**
 * The management key, which from here on is taken out of whatever is written.
 *
 * @throws Error that never repeats what was given
 */
export async function readKey(
  { keyFile }: LiveOptions,
  { terminal, world }: Pick<CommandContext, 'terminal' | 'world'>,
): Promise<string> {
  const given =
    keyFile === undefined
      ? world.environment[KEY_VARIABLE]
      : await readKeyFile(resolve(world.folder, keyFile));
  const key = given?.trim() ?? '';
  if (key !== '') terminal.hide(key);
  if (/^[!-~]+$/.test(key)) return key;
  const from = keyFile === undefined ? KEY_VARIABLE : '--key-file';
  throw new Error(
    key === ''
      ? `the live project needs a management key: set ${KEY_VARIABLE}, or name a file with --key-file`
      : `${from} holds a blank, a line break or another sign that no key has: check it`,
  );
}

/** @throws Error for an address that the key must not go to */
export function readBaseUrl({ baseUrl }: LiveOptions, projectId: string): URL {
  if (baseUrl === undefined) return defaultBaseUrl(projectId);
  const url = parseOrigin(baseUrl);
  if (url !== undefined) return url;
  throw new Error(
    '--base-url is no address: https alone, or http on this machine, without path, user and query',
  );
}

/**
 * Reads the live project of a backup, those sections that the backup saved, into a temporary folder.
 *
 * @throws Error when it cannot be read at all; a section that cannot be read is missing in what is returned
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
  const client = new DescopeApiClient({
    projectId,
    managementKey: new Secret(managementKey),
    baseUrl,
    deadlineMs: DEADLINE_MS,
    maxRequests: MAX_REQUESTS,
    signal: world.signal,
  });
  const backupRoot = await places.makeTemporary();
  terminal.progress(`Reading the live project at ${baseUrl.host}`);
  const fetched = await new ProjectFetcher(client, {
    sections: new Set(SECTIONS.filter((section) => saved.has(section))),
    withoutNoise,
    now: world.clock(),
    tellsCaseApart: () => tellsCaseApart(backupRoot),
  }).fetch();
  for (const { text } of fetched.warnings) terminal.warn(text);
  const failed = fetched.coverage.filter(({ status }) => status === 'failed');
  for (const { section, note } of failed) {
    terminal.warn(`${section} could not be read in full: ${String(note)}`);
  }
  const service = new BackupService({ backupRoot, clock: world.clock });
  const path = await service.saveProject(
    projectId,
    environment,
    { ...fetched, config: {} },
    {
      source: { type: 'management-api', path: baseUrl.origin },
      coverage: fetched.coverage,
      status: failed.length > 0 ? 'partial' : 'complete',
      consistency: fetched.consistency,
      withheld_rules: WITHHELD_RULES,
      signal: world.signal,
    },
  );
  const verification = await verifyBackup(path);
  if (verification.verified) return { path, manifest: verification.manifest };
  throw new Error(
    `the live project was not read well: ${verification.problems.join('; ')}: check the disk of the temporary folder`,
  );
}
