/** Where the backups of a restore are read, and where what it writes goes. */
import { dirname, resolve } from 'node:path';
import type { GivenBackups } from '../../runs/restore/prepared-plan.ts';
import { inspectFound, ofProject, type Place } from '../../services/index.ts';
import type { CommandContext } from '../command.ts';

/** In the working directory: where nothing else is a root, what a restore writes goes there. */
const DEFAULT_ROOT = 'backups';

export interface RestorePlaces {
  /** Absolute path. */
  readonly backupRoot: string;
  readonly given: GivenBackups;
}

/** Nothing is written into a zip, nor beside a single backup, which may lie anywhere. */
function rootOf({ kind, folder }: Place, workingFolder: string): string {
  if (kind === 'root') return folder;
  return kind === 'project' ? dirname(folder) : resolve(workingFolder, DEFAULT_ROOT);
}

/** @throws Error when there is no such place, or it cannot be read or must not be unpacked */
export async function openRestorePlaces(
  path: string,
  { places, terminal, world }: CommandContext,
): Promise<RestorePlaces> {
  const place = await places.open(resolve(world.folder, path));
  const backupRoot = rootOf(place, world.folder);
  const inspect: GivenBackups['inspect'] = async (projectId) => {
    const inspected = [];
    for (const found of ofProject(place.backups, { projectId })) {
      world.signal.throwIfAborted();
      terminal.progress(`Verifying ${found.id}`);
      inspected.push(await inspectFound(found));
    }
    return ofProject(inspected, { projectId });
  };
  const folder = place.kind === 'zip' ? place.folder : backupRoot;
  return { backupRoot, given: { name: place.path, folder, inspect } };
}
