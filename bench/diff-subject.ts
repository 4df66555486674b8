/**
 * Reads the states of two backups and tells what changed. Arguments: two folders of backups, how
 * many changes there must be.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest } from '../src/models/manifest.ts';
import { DiffService } from '../src/services/changes/diff.ts';
import { readProjectState } from '../src/services/changes/read-state.ts';

const [before = '', after = '', expected] = process.argv.slice(2);

function read(folder: string) {
  const manifest = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ) as BackupManifest;
  return readProjectState(folder, manifest);
}

const { changes } = new DiffService().diff(await read(before), await read(after));
if (changes.length !== Number(expected)) throw new Error(`${changes.length} changes were found`);
