/** Whose a dated folder is that does not verify: what it says of itself, read with care. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readChunks, readHashed } from '../../storage/durable-files.ts';
import { errorCode, explainIoError } from '../../storage/io-errors.ts';
import { JsonRunParser, parseJson } from '../../json/parse.ts';
import type { JsonValue } from '../../json/value.ts';
import { lineName } from '../lines/lines.ts';
import { PROJECT_FILE } from '../backup/project-file/layout.ts';
import type { InspectedBackup } from './pruning.ts';
import type { Belonging } from './retention.ts';
import { MANIFEST_FILE } from '../backup/verification.ts';

/** A larger file tells nothing. */
const MAX_MANIFEST_BYTES = 16 * 1024 ** 2;
const MAX_LEGACY_BYTES = 256 * 1024 ** 2;

/**
 * As much of a manifest as tells the line; a later format may hold other things, and other sources.
 */
const LineOfManifest = z.looseObject({
  environment: z.string(),
  source: z.looseObject({ type: z.string() }),
});
const LineOfLegacy = z.looseObject({ metadata: z.looseObject({ environment: z.string() }) });

async function isSmallFile(path: string, maxBytes: number): Promise<boolean> {
  const stat = await lstat(path);
  return stat.isFile() && stat.size <= maxBytes;
}

async function lineOfManifest(path: string): Promise<string | undefined> {
  if (!(await isSmallFile(path, MAX_MANIFEST_BYTES))) return undefined;
  const { data } = LineOfManifest.safeParse(parseJson((await readHashed(path)).bytes));
  return data && lineName(data);
}

/** The line of a folder of the original Python tool, which had config files alone. */
async function lineOfLegacy(path: string): Promise<string | undefined> {
  if (!(await isSmallFile(path, MAX_LEGACY_BYTES))) return undefined;
  // Its tenants and flows are many, and say nothing here.
  const parser = new JsonRunParser(['tenants', 'flows'], () => undefined);
  await readChunks(path, (chunk) => {
    parser.push(chunk);
  });
  const rest: JsonValue = parser.end();
  const { data } = LineOfLegacy.safeParse(rest);
  return data && lineName({ ...data.metadata, source: { type: 'config-file' } });
}

/**
 * Tells whose a folder is: of a backup that verifies, its manifest does; of any other, what is left
 * of its manifest, or the metadata of the original Python tool. That is a claim, not a proof.
 */
export async function belongingOf({ path, verification }: InspectedBackup): Promise<Belonging> {
  if (verification.verified) return { line: lineName(verification.manifest) };
  try {
    const line = verification.isLegacy
      ? await lineOfLegacy(join(path, PROJECT_FILE))
      : await lineOfManifest(join(path, MANIFEST_FILE));
    return { line };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || code === 'ENOENT') return { line: undefined };
    return { failure: explainIoError(error, 'it could not be read').message };
  }
}
