/** The changes of a run as files in the runner's temporary folder. */
import { mkdirP } from '@actions/io';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderChanges } from '../github/changes-markdown.ts';
import { ownSecrets } from '../github/own-secrets.ts';
import { temporaryRoot, type Environment } from '../github/run-context.ts';
import type { DiffReport } from '../models/changes.ts';
import { makeRedactor } from '../project/own-secrets.ts';
import { WITHHELD_MARK, withholdSecrets } from '../project/secrets/withhold.ts';
import type { JsonValue } from '../json/value.ts';

/**
 * Writes the changes as JSON, and as Markdown beside it, into the runner's temporary folder: a
 * later step can use them.
 *
 * @returns the path of the JSON
 */
export async function writeChanges(
  report: DiffReport,
  backupId: string,
  environment: Environment,
): Promise<string> {
  const folder = join(temporaryRoot(environment), 'descope-backup', backupId);
  await mkdirP(folder);
  const path = join(folder, 'changes.json');
  const { value } = withholdSecrets(report as unknown as JsonValue, {
    mark: WITHHELD_MARK,
    own: makeRedactor(ownSecrets()),
    isFree: true,
  });
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
  await writeFile(join(folder, 'changes.md'), renderChanges(value as unknown as DiffReport));
  return path;
}
