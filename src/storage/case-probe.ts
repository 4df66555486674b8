/** Whether a disk tells names apart that differ in case or form alone. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from './io-errors.ts';

/** Pairs of names that differ only in case, or in how an accent is composed. */
const PAIRS = [
  ['probe', 'PROBE'],
  ['caf\u00e9', 'cafe\u0301'],
] as const;

async function nearestFolder(path: string): Promise<string> {
  try {
    await readdir(path);
    return path;
  } catch (error) {
    const parent = dirname(path);
    if (errorCode(error) !== 'ENOENT' || parent === path) throw error;
    return nearestFolder(parent);
  }
}

/**
 * Whether the disk on which a folder is, or will be, has a place for each of two names that differ
 * only in case or Unicode form. It is tried out: systems do not tell, and one folder may differ
 * from the next.
 *
 * @returns false when it cannot be tried
 */
export async function tellsCaseApart(folder: string): Promise<boolean> {
  let probe: string | undefined;
  try {
    probe = await mkdtemp(join(await nearestFolder(folder), '.descope-backup-probe-'));
    for (const name of PAIRS.flat()) await writeFile(join(probe, name), name);
    return (await readdir(probe)).length === PAIRS.flat().length;
  } catch {
    return false;
  } finally {
    if (probe !== undefined) await rm(probe, { recursive: true, force: true });
  }
}
