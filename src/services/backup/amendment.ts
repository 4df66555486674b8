/** A new manifest for a backup that is there, with what its comparison found. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupManifest } from '../../models/manifest.ts';
import { replaceDirectory, withStagingDirectory } from '../../storage/atomic-directory.ts';
import { CHECKSUMS_FILE, formatChecksums, parseChecksums } from '../../storage/checksums.ts';
import { copyFiles } from '../../storage/copy-files.ts';
import { writeDurably } from '../../storage/durable-files.ts';
import { explainIoError } from '../../storage/io-errors.ts';
import type { JsonValue } from '../../json/value.ts';
import { formatJson } from '../../json/write.ts';
import { MANIFEST_FILE } from './verification.ts';
import { requireReadableSize } from './written-size.ts';

/** What a comparison with an earlier backup adds to the record of a new one. */
export type Amendment = Pick<BackupManifest, 'status'> &
  Partial<Pick<BackupManifest, 'status_reasons' | 'previous' | 'comparison'>>;

/**
 * What stands in a manifest until the backup was compared: a run that is killed before leaves one
 * that nothing trusts.
 */
export const NOT_COMPARED_YET: Amendment = {
  status: 'suspect',
  status_reasons: ['the run ended before it was compared with the backup before it'],
  comparison: { outcome: 'not-compared', cause: 'pending' },
};

/**
 * Writes what a comparison found into the manifest of a backup. The folder is replaced in one step
 * by one with the same content: its files are never written to.
 *
 * @param manifest the one that is there
 * @throws Error when it could not be written; then the backup is as it was
 */
export async function amendBackup(
  path: string,
  manifest: BackupManifest,
  amendment: Amendment,
): Promise<void> {
  const id = basename(path);
  const { status_reasons: _before, previous: _link, comparison: _mark, ...others } = manifest;
  try {
    await withStagingDirectory(dirname(path), id, async (staging) => {
      const sums = parseChecksums(await readFile(join(path, CHECKSUMS_FILE), 'utf8'));
      const content = [...sums.keys()].filter((file) => file !== MANIFEST_FILE);
      await copyFiles(path, staging, content, 'link');
      const sum = await writeDurably(join(staging, MANIFEST_FILE), [
        formatJson({ ...others, ...amendment } as unknown as JsonValue),
        '\n',
      ]);
      await writeDurably(join(staging, CHECKSUMS_FILE), [
        formatChecksums(new Map([...sums, [MANIFEST_FILE, sum]])),
      ]);
      for (const record of [MANIFEST_FILE, CHECKSUMS_FILE])
        await requireReadableSize(staging, record);
      await replaceDirectory(staging, path, id);
    });
  } catch (error) {
    throw explainIoError(error, `could not write what changed into the manifest of ${path}`);
  }
}
