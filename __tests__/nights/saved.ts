/** What a run left on its machine. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupManifest } from '../../src/models/manifest.ts';
import type { Night, Saved } from './model.ts';
import { PROJECT } from './product.ts';

/** Names of the dated folders on a machine, oldest first. */
export async function datedFolders(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, 'backups', PROJECT)).catch(() => []);
  return names.filter((name) => /^\d{8}_\d{6}(_\d+)?$/.test(name)).sort();
}

/** The new backup: that of the output, or of a run that was killed, what it left. */
export async function readSaved(
  workspace: string,
  night: Night,
  root: readonly string[],
  output: string | undefined,
): Promise<Saved | undefined> {
  const time = new Date(night.now).toISOString().slice(0, 19);
  const left = time.replace(/[-:]/g, '').replace('T', '_');
  const id = output ?? root.find((name) => name === left);
  if (id === undefined) return undefined;
  const path = join(workspace, 'backups', PROJECT, id, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as BackupManifest;
  const { previous, comparison, status } = manifest;
  const outcome = comparison?.outcome ?? (previous ? 'compared' : 'first');
  return {
    id,
    order: night.order,
    time: night.now,
    isAhead: night.isAhead,
    tenants: night.tenants,
    status,
    outcome,
    previous: previous?.backup_id,
    didLookUpFail: night.lookUp === 'fails' && outcome === 'not-compared',
  };
}
