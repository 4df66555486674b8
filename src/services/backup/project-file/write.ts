/** The writing of project.json, piece by piece. */
import type { BackupMetadata } from '../../../models/backup.ts';
import type { JsonValue } from '../../../json/value.ts';
import { formatJson } from '../../../json/write.ts';
import type { ProjectContent } from '../project-content.ts';

export const PROJECT_FILE = 'project.json';

/** How often {@link ProjectFileOptions.onProgress} hears of the work, in tenants and flows. */
const PROGRESS_STEP = 1000;

export interface ProjectFileOptions {
  /** Called now and then, with how many of the tenants and flows are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops the work between two entries. */
  readonly signal?: AbortSignal | undefined;
}

/** The text of project.json, in pieces. */
export function* formatProject(
  { tenants, flows, config }: ProjectContent,
  metadata: BackupMetadata,
  { onProgress, signal }: ProjectFileOptions = {},
): Generator<string> {
  const total = tenants.length + flows.length;
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
  yield `  "config": ${formatJson(config, 2)},\n`;

  yield '  "tenants": [';
  for (const [index, { id, unpack }] of tenants.entries()) {
    const { config: tenant, data } = unpack();
    const live = data === undefined ? '' : `"tenant_data": ${formatJson(data, 6)},\n      `;
    yield `${index === 0 ? '' : ','}\n    {
      "tenant_id": ${JSON.stringify(id)},
      "config": ${formatJson(tenant, 6)},
      ${live}"metadata": ${entryMetadata}
    }`;
    advance();
  }
  yield tenants.length === 0 ? '],\n' : '\n  ],\n';

  yield '  "flows": [';
  for (const [index, { id, data }] of flows.entries()) {
    yield `${index === 0 ? '' : ','}\n    {
      "flow_id": ${JSON.stringify(id)},
      "flow_data": ${formatJson(data.unpack(), 6)},
      "metadata": ${entryMetadata}
    }`;
    advance();
  }
  yield flows.length === 0 ? ']\n' : '\n  ]\n';
  yield '}\n';
}
