/** The files of a backup besides project.json and manifest.json. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Packed } from '../storage/packed-json.ts';
import { escapeAsGo, formatJson } from '../storage/json-write.ts';
import { syncDirectory, writeDurably } from '../storage/durable-files.ts';
import { unsafePathReason } from '../storage/safe-names.ts';
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
 * Writes the files of a backup other than project.json: sections of a live project and its snapshot, JSON with two
 * spaces, sorted keys and a line break at the end, as Descope's own command line tool writes a snapshot.
 *
 * @returns relative path to hexadecimal SHA-256
 * @throws Error for a path that is not safe on every system, and for what is larger than what is read back
 */
export async function writeOtherFiles(
  folder: string,
  { resources, snapshot }: ProjectContent,
): Promise<Map<string, string>> {
  const files = new Map<string, Packed | Buffer>();
  for (const [section, value] of resources) {
    files.set(`${RESOURCES_FOLDER}${section}.json`, { unpack: () => value });
  }
  for (const [path, content] of snapshot) files.set(`${SNAPSHOT_FOLDER}${path}`, content);
  const sums = new Map<string, string>();
  const folders = new Set<string>();
  for (const [path, content] of files) {
    requireReadablePath(path);
    const reason = unsafePathReason(path);
    if (reason !== undefined)
      throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}`);
    const target = join(folder, path);
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) folders.add(parent);
    await mkdir(dirname(target), { recursive: true });
    const data = Buffer.isBuffer(content) ? content : formatFile(path, content);
    sums.set(path, await writeDurably(target, [data]));
    await requireReadableSize(folder, path);
  }
  for (const parent of folders) await syncDirectory(join(folder, parent));
  return sums;
}
