/** The config file from its bytes to checked values, with the place of each problem. */
import { resolve } from 'node:path';
import { FLOW_DEFAULTS, TENANT_DEFAULTS, type DescopeConfig } from '../models/config.ts';
import type { BackupSource, SectionCoverage, WithheldSecret } from '../models/manifest.ts';
import { jsonPointer } from '../json/pointer.ts';
import { isJsonObject, sortKeys, type JsonObject } from '../json/value.ts';
import { displayPath } from './display-path.ts';
import { checkProject, findUnlistedEnvironment } from './environments.ts';
import { ConfigDocument } from './parse-config.ts';
import {
  formatPath,
  type DocumentPath,
  type ConfigFinding,
  type LocatedFinding,
} from './problems.ts';
import { readConfigFile } from './read-text.ts';
import { substitute, withheldVariables, type Variables } from './substitute.ts';
import { findUnknownKeys } from './unknown-keys.ts';
import { validateConfig } from './validate.ts';

export { ConfigFileError, type LocatedFinding } from './problems.ts';

/** What a config file of descope-mgmt cannot hold, and a backup of it therefore does not. */
const NOT_COVERED: readonly (readonly [section: string, note: string])[] = [
  ['auth', 'credentials of the config file are never stored'],
  ['users', 'not part of a config file'],
  ['access-keys', 'not part of a config file'],
  ['tenant-sso', 'SSO settings of tenants are not part of a config file'],
  ['roles', 'roles and permissions are not part of a config file'],
  ['connectors', 'not part of a config file'],
  ['project-settings', 'settings, authentication methods and themes are not part of a config file'],
  [
    'flow-definitions',
    'a config file names the template of a flow and its settings, not its steps',
  ],
];

export interface ConfigFileRequest {
  /** Absolute, or relative to the workspace. */
  readonly path: string;
  /** Absolute path of the workspace. */
  readonly workspace: string;
  readonly projectId: string;
  /** The environment that is backed up, as `environments` of the file names it. */
  readonly environment: string;
  /** Environment variables, for `${VAR}`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Variables that are replaced although they are named like a secret. */
  readonly allowVariables?: ReadonlySet<string>;
}

export interface LoadedConfig {
  readonly config: DescopeConfig;
  readonly source: BackupSource;
  /** What the file holds, what it has no place for, and secrets that were withheld. */
  readonly coverage: readonly (SectionCoverage | WithheldSecret)[];
  /** The first oddities in the order of the file, and how many there are in all. */
  readonly warnings: { readonly findings: readonly LocatedFinding[]; readonly total: number };
  /**
   * Variables that stay as they are written, though release 1.0.0 replaced them: a sentence each.
   */
  readonly noLongerReplaced: readonly string[];
  /**
   * The path as users know it: relative to the workspace where it lies inside, with forward
   * slashes.
   */
  readonly file: string;
}

/** Replaces `${VAR}` in tenants and flows, and nowhere else. */
function substituteLists(root: JsonObject, variables: Variables) {
  const findings: ConfigFinding[] = [];
  const withheld: WithheldSecret[] = [];
  const noLongerReplaced = new Map<string, DocumentPath>();
  const substituteList = (
    key: 'tenants' | 'flows',
    savedAs: 'config' | 'flow_data',
  ): JsonObject => {
    const list = root[key];
    if (list === undefined) return {};
    const result = substitute(list, variables, [key]);
    findings.push(...result.findings);
    for (const [name, path] of result.noLongerReplaced) {
      if (!noLongerReplaced.has(name)) noLongerReplaced.set(name, path);
    }
    for (const [, index, ...rest] of result.withheld) {
      const place = jsonPointer([key, index ?? 0, savedAs, ...rest]);
      withheld.push({ section: key, status: 'withheld', place });
    }
    return { [key]: result.value };
  };
  const value: JsonObject = {
    ...root,
    ...substituteList('tenants', 'config'),
    ...substituteList('flows', 'flow_data'),
  };
  return { value, findings, withheld, noLongerReplaced };
}

/**
 * Writes the schema's defaults out, as the original Python models do, and sorts the keys once for
 * all that is written or hashed later.
 */
function complete(root: JsonObject): DescopeConfig {
  const list = (key: string, defaults: Readonly<Record<string, unknown>>) =>
    ((root[key] ?? []) as readonly JsonObject[]).map((entry) =>
      sortKeys({ ...(defaults as JsonObject), ...entry }),
    );
  // The schema was checked: this is the type of a value that keeps to it and has its defaults.
  return {
    ...root,
    tenants: list('tenants', TENANT_DEFAULTS),
    flows: list('flows', FLOW_DEFAULTS),
  } as unknown as DescopeConfig;
}

/**
 * Reads, checks and completes a descope-mgmt config file.
 *
 * @throws ConfigFileError with everything that is wrong with its content; Error when it cannot be
 * read
 */
export async function loadConfigFile(request: ConfigFileRequest): Promise<LoadedConfig> {
  const path = resolve(request.workspace, request.path);
  const file = displayPath(path, request.workspace);
  return loadConfig(await readConfigFile(path, file, request.workspace), file, request);
}

/**
 * Checks and completes the bytes of a config file.
 *
 * @param file the path as users know it
 * @throws ConfigFileError with everything that is wrong with its content
 */
export function loadConfig(
  { bytes, sha256 }: { readonly bytes: Buffer; readonly sha256: string },
  file: string,
  request: Omit<ConfigFileRequest, 'path' | 'workspace'>,
): LoadedConfig {
  const document = new ConfigDocument(bytes, file);
  if (!isJsonObject(document.value)) {
    return document.fail([
      { path: [], message: 'the file must be a map with version, tenants and flows' },
    ]);
  }
  const variables: Variables = {
    environment: request.variables,
    isWithheld: withheldVariables(request.allowVariables ?? new Set()),
  };
  const { value, findings, withheld, noLongerReplaced } = substituteLists(
    document.value,
    variables,
  );
  const unset = new Set(findings.map(({ path }) => jsonPointer(path)));
  const wrong = [
    ...findings,
    ...validateConfig(value, (path) => unset.has(jsonPointer(path))),
    ...checkProject(value, request, variables),
  ];
  if (wrong.length > 0) document.fail(wrong);
  const config = complete(value);

  const empty: ConfigFinding[] =
    config.tenants.length + config.flows.length === 0
      ? [{ path: [], message: 'the file has no tenants and no flows: the backup is empty' }]
      : [];
  const odd = [...empty, ...findUnlistedEnvironment(value, request), ...findUnknownKeys(value)];
  return {
    config,
    source: { type: 'config-file', path: file, sha256 },
    coverage: [
      { section: 'tenants', status: 'saved', count: config.tenants.length, note: '' },
      { section: 'flows', status: 'saved', count: config.flows.length, note: '' },
      ...NOT_COVERED.map(([section, note]) => ({
        section,
        status: 'not-covered' as const,
        count: 0,
        note,
      })),
      ...withheld,
    ],
    warnings: document.warnings(odd),
    noLongerReplaced: [...noLongerReplaced].map(
      ([name, path]) =>
        `${formatPath(path)}: \${${name}} stays as it is written, where release 1.0.0 put in its value: its name is one of a secret. If it is none, name it in allow-variables`,
    ),
    file,
  };
}
