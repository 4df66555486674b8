/** The writing of project.json, piece by piece. */
import type { BackupMetadata } from '../../../models/backup.ts';
import type { JsonObject, JsonValue } from '../../../json/value.ts';
import { formatJson } from '../../../json/write.ts';
import type { ProjectContent } from '../project-content.ts';
import {
  EMPTY_LIST_CLOSE,
  ENTRY_OPEN,
  entryEnd,
  FILE_CLOSE,
  flowEntry,
  FLOWS,
  LIST_CLOSE,
  listOpen,
  tenantEntry,
  TENANTS,
  type EntryList,
} from './layout.ts';

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
  const end = entryEnd(metadata);
  function* list<T>(
    which: EntryList,
    items: readonly T[],
    entryOf: (item: T) => string,
  ): Generator<string> {
    yield listOpen(which);
    for (const [index, item] of items.entries()) {
      yield `${index === 0 ? '' : ','}${ENTRY_OPEN}${entryOf(item)}${end}`;
      if (++done % PROGRESS_STEP !== 0) continue;
      signal?.throwIfAborted();
      onProgress?.(done, total);
    }
    yield items.length === 0 ? EMPTY_LIST_CLOSE : LIST_CLOSE;
  }

  yield '{\n';
  yield `  "project_id": ${JSON.stringify(metadata.project_id)},\n`;
  yield `  "environment": ${JSON.stringify(metadata.environment)},\n`;
  yield `  "metadata": ${formatJson(metadata as JsonValue, 2)},\n`;
  yield `  "config": ${formatJson(config, 2)}`;
  yield* list(TENANTS, tenants, ({ id, unpack }) => tenantEntry(id, unpack()));
  yield* list(FLOWS, flows, ({ id, data }) => flowEntry(id, data.unpack() as JsonObject));
  yield FILE_CLOSE;
}
