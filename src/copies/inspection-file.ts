/**
 * What a child process found in an artifact, as a file for its parent: a line of JSON a backup,
 * then one that ends it.
 */
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { BackupManifest } from '../models/manifest.ts';
import { parseBackupId, type InspectedBackup } from '../services/index.ts';
import { parseJson } from '../json/parse.ts';
import type { JsonValue } from '../json/value.ts';
import { canonicalJson } from '../json/write.ts';
import { UnsafeArchiveError } from '../storage/unzip.ts';

const Line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('good'),
    path: z.string(),
    manifest: BackupManifest,
    manifestSha256: z.string(),
  }),
  z.object({
    kind: z.literal('damaged'),
    path: z.string(),
    problems: z.array(z.string()),
    unreadable: z.boolean(),
    isLegacy: z.boolean(),
  }),
  /** The artifact is to be passed over, or this machine could not open it. */
  z.object({ kind: z.literal('unsafe'), message: z.string() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
  z.object({ kind: z.literal('end') }),
]);
type Line = z.infer<typeof Line>;

function lineOf({ path, verification }: InspectedBackup): Line {
  if (verification.verified) {
    const { manifest, manifestSha256 } = verification;
    return { kind: 'good', path, manifest, manifestSha256 };
  }
  const { problems, unreadable, isLegacy } = verification;
  return { kind: 'damaged', path, problems: [...problems], unreadable, isLegacy };
}

/** Writes what opening an artifact gave, or threw. */
export async function writeInspection(
  file: string,
  inspect: () => Promise<readonly InspectedBackup[]>,
): Promise<void> {
  let lines: Line[];
  try {
    lines = [...(await inspect()).map(lineOf), { kind: 'end' }];
  } catch (error) {
    const kind = error instanceof UnsafeArchiveError ? 'unsafe' : 'failed';
    lines = [{ kind, message: (error as Error).message }];
  }
  const result = await open(file, 'w');
  try {
    for (const line of lines) {
      // What zod read from JSON is JSON.
      await result.writeFile(`${canonicalJson(line as unknown as JsonValue)}\n`);
    }
  } finally {
    await result.close();
  }
}

function backupOf(line: Extract<Line, { path: string }>): InspectedBackup {
  const { path } = line;
  const id = parseBackupId(basename(path));
  if (id === undefined) throw new Error(`${path} is no backup's folder`);
  const place = { ...id, id: basename(path), path };
  if (line.kind === 'good') {
    const { manifest, manifestSha256 } = line;
    return { ...place, verification: { verified: true, manifest, manifestSha256 } };
  }
  const { problems, unreadable, isLegacy } = line;
  return { ...place, verification: { verified: false, problems, unreadable, isLegacy } };
}

/**
 * Reads what {@link writeInspection} wrote.
 *
 * @param maxBytes of the file: a part of the memory that reading may take
 * @throws UnsafeArchiveError, or Error as the child said; Error when it ended before it had written
 * all
 */
export async function readInspection(
  file: string,
  maxBytes: number,
): Promise<readonly InspectedBackup[]> {
  if ((await stat(file)).size > maxBytes) {
    throw new UnsafeArchiveError('the manifests of its backups are too large together');
  }
  const bytes = await readFile(file);
  const backups: InspectedBackup[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\n', start);
    const line = Line.parse(parseJson(bytes.subarray(start, end === -1 ? undefined : end)));
    if (line.kind === 'end') return backups;
    if (line.kind === 'unsafe') throw new UnsafeArchiveError(line.message);
    if (line.kind === 'failed') throw new Error(line.message);
    backups.push(backupOf(line));
    start = end + 1;
  }
  throw new Error('it ended early');
}
