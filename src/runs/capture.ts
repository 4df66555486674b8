/**
 * Reads what is to be saved, from a config file or a live project, and says what it could not read.
 */
import { ConfigFileError, loadConfigFile, type LoadedConfig } from '../config-file/index.ts';
import { SNAPSHOT_FILE } from '../descope/capture/capture-log.ts';
import { ProjectFetcher } from '../descope/capture/project-fetcher.ts';
import { defaultBaseUrl, DescopeApiClient } from '../descope/client.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { makeRedactor } from '../project/own-secrets.ts';
import type { Secret } from '../project/secret.ts';
import type { Section } from '../project/sections/index.ts';
import { WITHHELD_RULES } from '../project/secrets/withhold.ts';
import type { Reporter } from '../reporter/reporter.ts';
import {
  contentOfConfig,
  findDrift,
  redactConfigContent,
  withoutNoise,
  type ProjectContent,
  type TenantDrift,
} from '../services/index.ts';
import { tellsCaseApart } from '../storage/case-probe.ts';

/** Files that a warning names. */
const MAX_FILES_TOLD = 3;
/** A key that expires sooner is warned about. */
const KEY_WARNING_DAYS = 14;

/** The config file, and whose it must be. */
export interface ConfigFileOptions {
  readonly projectId: string;
  readonly environment: string;
  /** As users give it: relative to the workspace, or absolute. */
  readonly path: string;
  /** Absolute path. */
  readonly workspace: string;
  /** What `${VAR}` in it may mean. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Names of variables that are replaced though they look like secrets. */
  readonly allowVariables: ReadonlySet<string>;
}

/** The live project. */
export interface LiveOptions {
  readonly projectId: string;
  readonly managementKey: Secret;
  /** Where the Management API is. Default: where the project's region is. */
  readonly baseUrl: URL | undefined;
  readonly sections: ReadonlySet<Section>;
  /** Sections that must not be missing, whatever the reason; none, unless some are given. */
  readonly required?: ReadonlySet<Section>;
  readonly deadlineMs: number;
  readonly maxRequests: number;
}

/**
 * What is saved; beside a live project the config file that it is compared with, where one is
 * wanted.
 */
export type CaptureOptions =
  | { readonly source: 'config-file'; readonly file: ConfigFileOptions }
  | {
      readonly source: 'live';
      readonly live: LiveOptions;
      readonly file: ConfigFileOptions | undefined;
    };

export interface CaptureContext {
  readonly reporter: Reporter;
  /** The secrets of the run: none of them is saved, or quoted. */
  readonly ownSecrets: readonly Secret[];
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Absolute path of the folder where the backup will be. */
  readonly backupRoot: string;
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

/** @param mayName whether names of what is in the file may be told */
async function loadConfig(
  options: ConfigFileOptions,
  reporter: Reporter,
  mayName: boolean,
): Promise<LoadedConfig> {
  try {
    const loaded = await loadConfigFile(options);
    const { file, noLongerReplaced, warnings } = loaded;
    const oddities = warnings.total + noLongerReplaced.length;
    if (mayName) {
      for (const sentence of noLongerReplaced) reporter.warning(`${file}: ${sentence}`);
      reporter.fileWarnings({ file, ...warnings });
    } else if (oddities > 0) {
      reporter.warning(
        `config-path: ${oddities} oddities, not named here because strangers may read this`,
      );
    }
    const { tenants, flows } = loaded.config;
    reporter.info(`${file}: ${tenants.length} tenants, ${flows.length} flows`);
    return loaded;
  } catch (error) {
    if (error instanceof ConfigFileError && mayName) {
      const { file, problems, total } = error;
      reporter.fileErrors({ file, findings: problems, total });
    }
    throw error;
  }
}

async function captureConfigFile(
  options: ConfigFileOptions,
  { reporter, ownSecrets }: CaptureContext,
): Promise<Capture> {
  // Who can read the log can read the file, which is in the repository.
  const { config, source, coverage, file } = await loadConfig(options, reporter, true);
  const { content, withheld } = redactConfigContent(
    contentOfConfig(config),
    makeRedactor(ownSecrets),
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
function warnOfFiles(coverage: BackupManifest['coverage'], reporter: Reporter): void {
  const entries = coverage.flatMap((entry) =>
    entry.section === SNAPSHOT_FILE && entry.status !== 'withheld' ? [entry] : [],
  );
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return;
  const notes = entries.slice(0, MAX_FILES_TOLD).map(({ note }) => note);
  const named = `${notes.join('; ')}${total > notes.length ? '; and others, all in manifest.json' : ''}`;
  const files = total === 1 ? '1 file of the snapshot was' : `${total} files of the snapshot were`;
  const which = reporter.words({ named, unnamed: 'which and why is in manifest.json' });
  reporter.warning(`${files} not saved: ${which}`);
}

type Fetched = Awaited<ReturnType<ProjectFetcher['fetch']>>;

/** Tells of all that is not as it should be. @returns whether a section failed */
function warnOfFetched(
  { warnings, coverage, keyExpiresInDays }: Fetched,
  reporter: Reporter,
): boolean {
  for (const { text, withoutNames } of warnings) {
    reporter.warning({ named: text, unnamed: withoutNames });
  }
  const failed = coverage.filter(({ status }) => status === 'failed');
  for (const { section, note } of failed) {
    // What the service has to say may name a tenant.
    const reason = reporter.words({
      named: String(note),
      unnamed: 'the reason is in manifest.json',
    });
    reporter.warning(`${section} was not saved in full: ${reason}`);
  }
  warnOfFiles(coverage, reporter);
  if (keyExpiresInDays !== undefined && keyExpiresInDays < KEY_WARNING_DAYS) {
    reporter.warning(
      `a management key of this project expires in ${keyExpiresInDays} days: replace it in time`,
    );
  }
  return failed.length > 0;
}

async function captureLive(
  options: LiveOptions,
  file: ConfigFileOptions | undefined,
  { reporter, ownSecrets, signal, clock, backupRoot }: CaptureContext,
): Promise<Capture> {
  const loaded = file && (await loadConfig(file, reporter, reporter.mayName));
  const {
    baseUrl = defaultBaseUrl(options.projectId),
    sections,
    required = new Set(),
    ...bounds
  } = options;
  const client = new DescopeApiClient({ ...bounds, baseUrl, signal, ownSecrets });
  const fetcher = new ProjectFetcher(client, {
    sections,
    required,
    withoutNoise,
    now: clock(),
    tellsCaseApart: () => tellsCaseApart(backupRoot),
  });
  const fetched = await fetcher.fetch();
  const hasFailed = warnOfFetched(fetched, reporter);
  const content: ProjectContent = { ...fetched, config: {} };
  const { requestCount } = client;
  reporter.info(
    `${baseUrl.host}: ${fetched.tenants.length} tenants, ${fetched.flows.length} flows, ${requestCount} requests`,
  );
  return {
    content,
    record: {
      source: { type: 'management-api', path: baseUrl.origin },
      coverage: fetched.coverage,
      status: hasFailed ? 'partial' : 'complete',
      consistency: fetched.consistency,
      withheld_rules: WITHHELD_RULES,
    },
    origin: `the live project at ${baseUrl.host}`,
    live: {
      requestCount,
      keyExpiresInDays: fetched.keyExpiresInDays,
      drift: loaded && findDrift(contentOfConfig(loaded.config), content),
    },
  };
}

/** Reads what is to be saved from the source that the options name. */
export function captureProject(options: CaptureOptions, context: CaptureContext): Promise<Capture> {
  return options.source === 'live'
    ? captureLive(options.live, options.file, context)
    : captureConfigFile(options.file, context);
}
