/** What of a backup a config file of descope-mgmt can hold, and what it cannot. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeftOut } from '../../models/answers.ts';
import { TenantConfig } from '../../models/config.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import { pointerSteps } from '../../json/pointer.ts';
import { parseJson } from '../../json/parse.ts';
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { hashContent } from '../backup/content-hash.ts';
import type { ProjectContent } from '../backup/project-content.ts';
import { PROJECT_FILE } from '../backup/project-file/layout.ts';
import { CONTENT_RULES } from '../../project/noise.ts';

/** A backup as a config file. */
export interface ExportedConfig {
  /** In the order of the file: version, environments, tenants and flows, then what else it had. */
  readonly config: JsonObject;
  readonly leftOut: readonly LeftOut[];
  /**
   * Where a secret was withheld when the backup was taken: steps from the top of {@link config}.
   */
  readonly withheld: readonly (readonly string[])[];
}

/** The format that descope-mgmt reads, where the backup does not say. */
const VERSION = '1.0';

const TENANT_ORDER = ['id', 'name', 'domains', 'self_provisioning', 'custom_attributes'];
const FLOW_ORDER = ['template', 'name', 'enabled', 'config', 'id'];
const TOP_ORDER = ['version', 'environments'];

/** A copy whose known keys come first, in their order; the others keep theirs. */
function inOrder(value: JsonObject, order: readonly string[]): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const key of order) {
    if (Object.hasOwn(value, key)) setOwn(copy, key, value[key]);
  }
  for (const [key, child] of Object.entries(value)) {
    if (!order.includes(key)) setOwn(copy, key, child);
  }
  return copy;
}

function listOf(project: JsonObject, name: 'tenants' | 'flows'): readonly JsonObject[] {
  const list = project[name];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function objectAt(entry: JsonObject, key: string): JsonObject {
  const value = entry[key];
  return isJsonObject(value) ? value : {};
}

/** `/tenants/0/config/name` of project.json is `tenants[0].name` of the file. */
function withheldPlaces({ coverage }: BackupManifest): string[][] {
  return coverage.flatMap((entry) => {
    if (entry.status !== 'withheld') return [];
    const [list, index, , ...rest] = pointerSteps(entry.place);
    const isInFile = list === 'tenants' || list === 'flows';
    return isInFile && index !== undefined ? [[list, index, ...rest]] : [];
  });
}

function fileOf(
  header: JsonObject,
  tenants: readonly JsonObject[],
  flows: readonly JsonObject[],
): JsonObject {
  const { version = VERSION, environments, ...others } = header;
  return {
    ...inOrder({ version, ...(environments !== undefined && { environments }) }, TOP_ORDER),
    tenants: tenants.map((tenant) => inOrder(tenant, TENANT_ORDER)),
    flows: flows.map((flow) => inOrder(flow, FLOW_ORDER)),
    ...others,
  };
}

function exportConfigFile(project: JsonObject, manifest: BackupManifest): ExportedConfig {
  const withheld = withheldPlaces(manifest);
  return {
    config: fileOf(
      objectAt(project, 'config'),
      listOf(project, 'tenants').map((entry) => objectAt(entry, 'config')),
      listOf(project, 'flows').map((entry) => objectAt(entry, 'flow_data')),
    ),
    leftOut: [
      { section: 'auth', count: 1, reason: 'credentials are in no backup: write auth in again' },
    ],
    withheld,
  };
}

/**
 * Tenants that a config file takes, and why it does not take the others: it has rules that a live
 * project has not.
 */
function splitTenants(tenants: readonly JsonObject[]): { kept: JsonObject[]; left: LeftOut[] } {
  const kept: JsonObject[] = [];
  const left: LeftOut[] = [];
  const owners = new Map<string, string>();
  for (const tenant of tenants) {
    const id = typeof tenant['id'] === 'string' ? tenant['id'] : '';
    const { error, data } = TenantConfig.safeParse(tenant);
    const shared = data?.domains.find((domain) => owners.has(domain.toLowerCase()));
    const [issue] = error?.issues ?? [];
    const reason =
      issue !== undefined
        ? `its ${issue.path.join('.')} ${issue.message}`
        : shared !== undefined
          ? `its domain ${shared} is that of ${owners.get(shared.toLowerCase()) ?? ''} too`
          : undefined;
    if (reason !== undefined) {
      left.push({ section: 'tenants', id, count: 1, reason });
      continue;
    }
    kept.push(tenant);
    for (const domain of data?.domains ?? []) owners.set(domain.toLowerCase(), id);
  }
  return { kept, left };
}

function exportLive(project: JsonObject, { coverage }: BackupManifest): ExportedConfig {
  const all = listOf(project, 'tenants');
  const { kept, left } = splitTenants(all.map((entry) => objectAt(entry, 'config')));
  const flows = listOf(project, 'flows').length;
  const others = coverage.flatMap((entry): LeftOut[] => {
    if (entry.status !== 'saved' || ['tenants', 'flows'].includes(entry.section)) return [];
    const count = typeof entry.count === 'number' ? entry.count : 0;
    return count === 0
      ? []
      : [{ section: entry.section, count, reason: 'not part of a config file' }];
  });
  return {
    config: fileOf({}, kept, []),
    leftOut: [
      ...left,
      ...(all.length === 0
        ? []
        : [
            {
              section: 'tenants',
              count: all.length,
              reason: `but ${TENANT_ORDER.join(', ')}, what a tenant has is not part of a config file`,
            },
          ]),
      ...(flows === 0
        ? []
        : [
            {
              section: 'flows',
              count: flows,
              reason:
                'a config file names the template of a flow and its settings, not its steps, and a live flow does not say its template',
            },
          ]),
      ...others,
    ],
    withheld: [],
  };
}

/**
 * Reads a proven backup as the config file that descope-mgmt would have.
 *
 * @throws Error when its project.json cannot be read
 */
export async function exportConfig(
  path: string,
  manifest: BackupManifest,
): Promise<ExportedConfig> {
  const project = parseJson(await readFile(join(path, PROJECT_FILE)));
  if (!isJsonObject(project)) throw new Error(`${PROJECT_FILE} of ${path} is no object`);
  return manifest.source.type === 'config-file'
    ? exportConfigFile(project, manifest)
    : exportLive(project, manifest);
}

/** The content hash that a backup of a config file with this content has. */
export function hashOfConfig(content: ProjectContent): string {
  return hashContent(content, { type: 'config-file', contentRules: CONTENT_RULES });
}
