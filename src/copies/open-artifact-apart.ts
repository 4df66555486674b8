/** Opening artifacts in a process of their own. */
import { rm } from 'node:fs/promises';
import { removeTree } from '../storage/remove-tree.ts';
import { UnsafeArchiveError } from '../storage/unzip.ts';
import { defaultLimits, runApart, WorkLimitError, type ApartLimits } from './apart.ts';
import { readInspection } from './inspection-file.ts';
import type { OpenArtifact } from './open-artifact.ts';

/**
 * What the manifests may be of the memory: as objects they take several times as much as in the
 * file.
 */
const RESULT_SHARE = 1 / 8;

/**
 * Opens artifacts in a process each.
 *
 * @param entry path of the script that does it: the bundle of src/main/inspect.ts
 */
export function openApart(entry: string, limits: ApartLimits = defaultLimits()): OpenArtifact {
  return async (zip, folder, projectId, { signal }) => {
    const result = `${folder}.json`;
    try {
      await runApart(entry, ['open', zip, folder, projectId, result], limits, signal);
      return await readInspection(result, limits.memory * RESULT_SHARE);
    } catch (error) {
      await removeTree(folder);
      if (error instanceof WorkLimitError) throw new UnsafeArchiveError(error.message);
      throw error;
    } finally {
      await rm(result, { force: true });
    }
  };
}
