/** A folder that is there whole or not at all: written beside its place and renamed into it. */
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DATED_NAME } from './dated-names.ts';
import { syncDirectory } from './durable-files.ts';
import { errorCode } from './io-errors.ts';
import { removeTree } from './remove-tree.ts';

/** How the names of folders begin that are being written, and of folders that are being removed. */
const STAGING_PREFIX = '.tmp-';
export const TRASH_PREFIX = '.trash-';

/** The names that {@link leftoverName} gives; a label is a dated folder's name. */
const LEFTOVER = new RegExp(String.raw`^\.(?:tmp|trash)-${DATED_NAME}(?:-[0-9a-f]{8})?$`);

/** A name for a folder that is being written or removed, which no other process picks. */
export function leftoverName(prefix: string, label: string): string {
  return `${prefix}${label}-${randomBytes(4).toString('hex')}`;
}

/** Whether a name is one that this tool gives to folders while it writes or removes them. */
export function isLeftoverName(name: string): boolean {
  return LEFTOVER.test(name);
}

/** Whether anything at all is there, a link that leads nowhere included. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Makes a temporary folder beside the one that is to be, and lets `fill` write it and publish it
 * under its real name. When that fails, no temporary folder is left, short of a killed process.
 */
export async function withStagingDirectory<T>(
  parent: string,
  label: string,
  fill: (staging: string) => Promise<T>,
): Promise<T> {
  const staging = join(parent, leftoverName(STAGING_PREFIX, label));
  await mkdir(staging);
  try {
    return await fill(staging);
  } catch (error) {
    await removeTree(staging);
    throw error;
  }
}

/**
 * Gives a finished folder its real name in one step: whoever sees the name sees the whole folder.
 *
 * @returns false when the name is taken, in which case nothing has changed
 */
export async function publishDirectory(staging: string, target: string): Promise<boolean> {
  await syncDirectory(staging);
  try {
    // Renaming onto an empty folder would succeed and replace it: anything that is there keeps its
    // name.
    if (await exists(target)) return false;
    await rename(staging, target);
  } catch (error) {
    // Another process may have taken the name since. Systems differ in how they say so.
    const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES'];
    if (taken.includes(errorCode(error) ?? '') && (await exists(target))) return false;
    throw error;
  }
  await syncDirectory(dirname(target));
  return true;
}

/**
 * Whether {@link replaceDirectory} is at work on a folder of this name, which may lack its name for
 * a moment.
 */
export async function isBeingReplaced(parent: string, name: string): Promise<boolean> {
  const names = await readdir(parent);
  return names.some((other) => other.startsWith(`${TRASH_PREFIX}${name}-`));
}

/**
 * Puts a finished folder in the place of another one, which is removed. Between the two renames
 * neither has the name: a process killed just then leaves both under temporary names.
 *
 * @param label goes into the temporary name of the old folder: its own name
 * @throws when the new folder could not get the name; then the old one has it again
 */
export async function replaceDirectory(
  staging: string,
  target: string,
  label: string,
): Promise<void> {
  await syncDirectory(staging);
  const trash = join(dirname(target), leftoverName(TRASH_PREFIX, label));
  await rename(target, trash);
  try {
    await rename(staging, target);
  } catch (error) {
    await rename(trash, target);
    throw error;
  }
  await syncDirectory(dirname(target));
  // What stays of it is swept later, as after a killed run: the new folder is in place all the
  // same.
  await removeTree(trash).catch(() => undefined);
}
