/** Folders resources/ and snapshot/ of a backup: their files, and how these are written. */
import type { Packed } from '../../json/packed.ts';
import { escapeAsGo, formatJson } from '../../json/write.ts';
import { writeDurably } from '../../storage/durable-files.ts';
import { unsafePathReason } from '../../storage/safe-names.ts';
import { writeTree } from '../../storage/write-tree.ts';
import type { ProjectContent } from './project-content.ts';
import { requireReadablePath, requireReadableSize } from './written-size.ts';

/** Folders of a backup, as prefixes of its paths. */
export const RESOURCES_FOLDER = 'resources/';
export const SNAPSHOT_FOLDER = 'snapshot/';

export function isJsonFile(path: string): boolean {
  return path.endsWith('.json');
}

/** A snapshot is written as Descope's own command line tool, a Go program, writes it. */
function formatFile(path: string, content: Packed): string {
  const text = `${formatJson(content.unpack())}\n`;
  return path.startsWith(SNAPSHOT_FOLDER) ? escapeAsGo(text) : text;
}

/**
 * Writes resources/ and snapshot/ of a live project. JSON has two spaces, sorted keys and a line
 * break at the end, as Descope's own command line tool writes a snapshot.
 *
 * @returns relative path to hexadecimal SHA-256
 * @throws Error for a path that is not safe on every system, and for what is larger than what is
 * read back
 */
export async function writeResourcesAndSnapshot(
  folder: string,
  { resources, snapshot }: ProjectContent,
): Promise<Map<string, string>> {
  const files = new Map<string, Packed | Buffer>();
  for (const [section, value] of resources) {
    files.set(`${RESOURCES_FOLDER}${section}.json`, { unpack: () => value });
  }
  for (const [path, content] of snapshot) files.set(`${SNAPSHOT_FOLDER}${path}`, content);
  for (const path of files.keys()) {
    requireReadablePath(path);
    const reason = unsafePathReason(path);
    if (reason !== undefined)
      throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}`);
  }
  const sums = new Map<string, string>();
  await writeTree(folder, files.keys(), async (path, target) => {
    const content = files.get(path) as Packed | Buffer;
    const data = Buffer.isBuffer(content) ? content : formatFile(path, content);
    sums.set(path, await writeDurably(target, [data]));
    await requireReadableSize(folder, path);
  });
  return sums;
}
