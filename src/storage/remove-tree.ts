/** The removal of a folder with all that is in it. */
import { rm } from 'node:fs/promises';

/**
 * Removes a folder with all that is in it, or a file, or nothing. What is held open for a moment is
 * tried again.
 */
export function removeTree(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 });
}
