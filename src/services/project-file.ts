/** project.json: written piece by piece, and read back without holding all of it as objects at once. */
import { FlowBackup, ProjectBackup, TenantBackup, type BackupMetadata } from '../models/backup.ts';
import { flowId, type DescopeConfig } from '../models/config.ts';
import { parseJsonByElements } from '../storage/json-parse.ts';
import type { JsonObject, JsonValue } from '../storage/json-value.ts';
import { formatJson } from '../storage/json-write.ts';
import {
  canonicalFlow,
  canonicalTenant,
  compareIds,
  contentSha256,
  type ContentEntry,
} from './content-hash.ts';

export const PROJECT_FILE = 'project.json';

/** How often {@link ProjectFileOptions.onProgress} hears of the work, in tenants and flows. */
const PROGRESS_STEP = 1000;

export interface ProjectFileOptions {
  /** Called now and then, with how many of the tenants and flows are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops the work between two entries. */
  readonly signal?: AbortSignal | undefined;
}

/** The top-level keys of the config file that go into the backup beside tenants and flows. `auth` never does. */
function otherKeys(config: DescopeConfig): JsonObject {
  const { auth, tenants, flows, ...others } = config;
  return others as JsonObject;
}

/** The content hash of a configuration that is about to be saved. */
export function hashConfig({ tenants, flows }: DescopeConfig): string {
  // Made one by one as they are hashed: all of their texts at once would double the memory.
  function* entries<T>(
    items: readonly T[],
    idOf: (item: T) => string,
    write: typeof canonicalFlow,
  ) {
    for (const { id, item } of items.map((item) => ({ id: idOf(item), item })).sort(compareIds)) {
      yield { id, content: write(item as JsonObject) };
    }
  }
  return contentSha256(
    entries(flows, flowId, canonicalFlow),
    entries(tenants, ({ id }) => id, canonicalTenant),
  );
}

/** The text of project.json, in pieces. */
export function* formatProject(
  config: DescopeConfig,
  metadata: BackupMetadata,
  { onProgress, signal }: ProjectFileOptions = {},
): Generator<string> {
  const total = config.tenants.length + config.flows.length;
  let done = 0;
  const advance = (): void => {
    if (++done % PROGRESS_STEP !== 0) return;
    signal?.throwIfAborted();
    onProgress?.(done, total);
  };
  const entryMetadata = formatJson(metadata as JsonValue, 6);

  yield '{\n';
  yield `  "project_id": ${JSON.stringify(metadata.project_id)},\n`;
  yield `  "environment": ${JSON.stringify(metadata.environment)},\n`;
  yield `  "metadata": ${formatJson(metadata as JsonValue, 2)},\n`;
  yield `  "config": ${formatJson(otherKeys(config), 2)},\n`;

  yield '  "tenants": [';
  for (const [index, tenant] of config.tenants.entries()) {
    yield `${index === 0 ? '' : ','}\n    {
      "tenant_id": ${JSON.stringify(tenant.id)},
      "config": ${formatJson(tenant as JsonValue, 6)},
      "metadata": ${entryMetadata}
    }`;
    advance();
  }
  yield config.tenants.length === 0 ? '],\n' : '\n  ],\n';

  yield '  "flows": [';
  for (const [index, flow] of config.flows.entries()) {
    const id = flowId(flow);
    yield `${index === 0 ? '' : ','}\n    {
      "flow_id": ${JSON.stringify(id)},
      "flow_data": ${formatJson(flow as JsonValue, 6)},
      "metadata": ${entryMetadata}
    }`;
    advance();
  }
  yield config.flows.length === 0 ? ']\n' : '\n  ]\n';
  yield '}\n';
}

/** What verification must know of a project.json. */
export interface ProjectFileFacts {
  readonly project: ProjectBackup;
  readonly counts: { readonly tenants: number; readonly flows: number };
  readonly contentSha256: string;
}

/**
 * Reads a project.json and computes its content hash.
 *
 * @param bytes of any JSON text of the right schema, however it is indented
 * @throws Error that says what is wrong with it
 */
export function readProject(bytes: Buffer): ProjectFileFacts {
  const tenants: ContentEntry[] = [];
  const flows: ContentEntry[] = [];
  const add = (array: string, element: JsonValue): void => {
    if (array === 'tenants') {
      if (!TenantBackup.safeParse(element).success) {
        throw new Error(`tenants[${tenants.length}] is not a saved tenant`);
      }
      const { tenant_id: id, config } = element as { tenant_id: string; config: JsonObject };
      tenants.push({ id, content: canonicalTenant(config) });
    } else {
      if (!FlowBackup.safeParse(element).success) {
        throw new Error(`flows[${flows.length}] is not a saved flow`);
      }
      const { flow_id: id, flow_data: data } = element as {
        flow_id: string;
        flow_data: JsonObject;
      };
      flows.push({ id, content: canonicalFlow(data) });
    }
  };
  const rest = parseJsonByElements(bytes, ['tenants', 'flows'], (array, elements) => {
    for (const element of elements) add(array, element);
  });
  const project = ProjectBackup.safeParse(rest);
  if (!project.success) {
    const { path, message } = project.error.issues[0] ?? { path: [], message: '' };
    throw new Error(`not a project backup: ${path.join('.') || 'top level'}: ${message}`);
  }
  return {
    project: project.data,
    counts: { tenants: tenants.length, flows: flows.length },
    contentSha256: contentSha256(flows.sort(compareIds), tenants.sort(compareIds)),
  };
}
