/** The proof of a backup that another run may be replacing at the same time. */
import { lstat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyBackup, type Verification } from './verification.ts';

/**
 * How often a backup is read that changes while it is read, and how long a folder may lack its
 * name.
 */
const MAX_READINGS = 5;
const REPLACING_MS = 20;

async function inode(path: string): Promise<number | undefined> {
  try {
    return (await lstat(path)).ino;
  } catch {
    return undefined;
  }
}

/**
 * Verifies a backup that another run may be replacing: when it is not good, and the folder is not
 * the one that it was when reading began, it is read again.
 */
export async function verifySettled(path: string): Promise<Verification> {
  for (let attempt = 1; ; attempt++) {
    const before = await inode(path);
    const verification = await verifyBackup(path);
    const after = await inode(path);
    const isSame = before !== undefined && before === after;
    if (verification.verified || isSame || attempt === MAX_READINGS) return verification;
    await sleep(REPLACING_MS);
  }
}
