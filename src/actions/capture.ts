/** Reads what is to be saved, from a config file or a live project, and says what it could not read. */
import { resolve } from 'node:path';
import { annotateErrors, annotateWarnings } from '../github/annotations.ts';
import type { BackupInputs } from '../github/inputs.ts';
import { ownSecrets } from '../github/own-secrets.ts';
import { info, warning } from '../github/log.ts';
import { workspaceFolder, type Environment } from '../github/run-context.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { makeRedactor } from '../project/own-secrets.ts';
import { WITHHELD_RULES } from '../project/secrets/withhold.ts';
import {
  contentOfConfig,
  findDrift,
  redactConfigContent,
  withoutNoise,
  type ProjectContent,
  type TenantDrift,
} from '../services/index.ts';
import { ConfigFileError, loadConfigFile, type LoadedConfig } from '../config-file/index.ts';
import { defaultBaseUrl, DescopeApiClient } from '../descope/client.ts';
import { tellsCaseApart } from '../storage/case-probe.ts';
import { SNAPSHOT_FILE } from '../descope/capture/capture-log.ts';
import { ProjectFetcher } from '../descope/capture/project-fetcher.ts';

const DEFAULT_CONFIG_PATH = 'descope.yaml';
/** Files that a warning names. */
const MAX_FILES_TOLD = 3;
/** A key that expires sooner is warned about. */
const KEY_WARNING_DAYS = 14;

export interface CaptureContext {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** What the run is about to save, and what it must tell of it. */
export interface Capture {
  readonly content: ProjectContent;
  readonly record: Pick<BackupManifest, 'source' | 'coverage' | 'status' | 'withheld_rules'> &
    Pick<Partial<BackupManifest>, 'consistency'>;
  /** What it was read from, in words that users know. */
  readonly origin: string;
  /** Of a live project alone. */
  readonly live:
    | {
        readonly requestCount: number;
        readonly keyExpiresInDays: number | undefined;
        /** Compared with the config file, where one was given. */
        readonly drift: readonly TenantDrift[] | undefined;
      }
    | undefined;
}

async function loadConfig(
  inputs: BackupInputs,
  { environment }: CaptureContext,
  mayName: boolean,
): Promise<LoadedConfig> {
  try {
    const loaded = await loadConfigFile({
      path: inputs['config-path'] ?? DEFAULT_CONFIG_PATH,
      workspace: workspaceFolder(environment),
      projectId: inputs['project-id'],
      environment: inputs.environment,
      variables: environment,
      allowVariables: inputs['allow-variables'] ?? new Set(),
    });
    const { findings, total } = loaded.warnings;
    if (mayName) {
      for (const sentence of loaded.noLongerReplaced) warning(`${loaded.file}: ${sentence}`);
      annotateWarnings(loaded.file, findings, total);
    } else if (total + loaded.noLongerReplaced.length > 0) {
      warning(
        `config-path: ${total + loaded.noLongerReplaced.length} oddities, not named here because strangers may read this`,
      );
    }
    const { tenants, flows } = loaded.config;
    info(`${loaded.file}: ${tenants.length} tenants, ${flows.length} flows`);
    return loaded;
  } catch (error) {
    if (error instanceof ConfigFileError && mayName) annotateErrors(error.file, error.problems);
    throw error;
  }
}

async function captureConfigFile(inputs: BackupInputs, context: CaptureContext): Promise<Capture> {
  const { config, source, coverage, file } = await loadConfig(inputs, context, true);
  const { content, withheld } = redactConfigContent(
    contentOfConfig(config),
    makeRedactor(ownSecrets()),
  );
  return {
    content,
    record: {
      source,
      coverage: [...coverage, ...withheld],
      status: 'complete',
      withheld_rules: WITHHELD_RULES,
    },
    origin: file,
    live: undefined,
  };
}

/** Files of the snapshot that could not be saved: each is in the manifest, some are told here. */
function warnOfFiles(coverage: BackupManifest['coverage'], mayName: boolean): void {
  const entries = coverage.flatMap((entry) =>
    entry.section === SNAPSHOT_FILE && entry.status !== 'withheld' ? [entry] : [],
  );
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return;
  const notes = entries.slice(0, MAX_FILES_TOLD).map(({ note }) => note);
  const named = `${notes.join('; ')}${total > notes.length ? '; and others, all in manifest.json' : ''}`;
  const files = total === 1 ? '1 file of the snapshot was' : `${total} files of the snapshot were`;
  warning(`${files} not saved: ${mayName ? named : 'which and why is in manifest.json'}`);
}

/**
 * @param mayName whether names of tenants may go into the log: not in a public repository
 */
async function captureLive(
  inputs: BackupInputs,
  context: CaptureContext,
  mayName: boolean,
): Promise<Capture> {
  const file =
    inputs['config-path'] === undefined ? undefined : await loadConfig(inputs, context, mayName);
  const baseUrl = inputs['base-url'] ?? defaultBaseUrl(inputs['project-id']);
  const client = new DescopeApiClient({
    projectId: inputs['project-id'],
    managementKey: inputs['management-key'] ?? '',
    baseUrl,
    deadlineMs: inputs['deadline-minutes'] * 60_000,
    maxRequests: inputs['max-requests'],
    signal: context.signal,
    ownSecrets: ownSecrets(),
  });
  const fetcher = new ProjectFetcher(client, {
    sections: inputs.sections,
    required: new Set(inputs['require-sections']),
    withoutNoise,
    now: context.clock(),
    tellsCaseApart: () =>
      tellsCaseApart(resolve(workspaceFolder(context.environment), inputs['backup-root'])),
  });
  const fetched = await fetcher.fetch();
  for (const { text, withoutNames } of fetched.warnings) warning(mayName ? text : withoutNames);
  const failed = fetched.coverage.filter(({ status }) => status === 'failed');
  for (const { section, note } of failed) {
    // What the service has to say may name a tenant.
    const reason = mayName ? String(note) : 'the reason is in manifest.json';
    warning(`${section} was not saved in full: ${reason}`);
  }
  warnOfFiles(fetched.coverage, mayName);
  const { keyExpiresInDays } = fetched;
  if (keyExpiresInDays !== undefined && keyExpiresInDays < KEY_WARNING_DAYS) {
    warning(
      `a management key of this project expires in ${keyExpiresInDays} days: replace it in time`,
    );
  }
  const content: ProjectContent = { ...fetched, config: {} };
  info(
    `${baseUrl.host}: ${fetched.tenants.length} tenants, ${fetched.flows.length} flows, ${client.requestCount} requests`,
  );
  return {
    content,
    record: {
      source: { type: 'management-api', path: baseUrl.origin },
      coverage: fetched.coverage,
      status: failed.length > 0 ? 'partial' : 'complete',
      consistency: fetched.consistency,
      withheld_rules: WITHHELD_RULES,
    },
    origin: `the live project at ${baseUrl.host}`,
    live: {
      requestCount: client.requestCount,
      keyExpiresInDays,
      drift: file === undefined ? undefined : findDrift(contentOfConfig(file.config), content),
    },
  };
}

/** Reads what is to be saved from the source that the inputs name. */
export function captureProject(
  inputs: BackupInputs,
  context: CaptureContext,
  mayName: boolean,
): Promise<Capture> {
  return inputs.source === 'live'
    ? captureLive(inputs, context, mayName)
    : captureConfigFile(inputs, context);
}
