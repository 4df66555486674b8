/**
 * What damaged folders of the backup root tell of a line that has no good backup to compare with.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupManifest } from '../../models/manifest.ts';
import { fileSizeProblem } from '../../storage/archive-limits.ts';
import { CHECKSUMS_FILE } from '../../storage/checksums.ts';
import { readHashed } from '../../storage/durable-files.ts';
import { parseJson } from '../../json/parse.ts';
import { belongingOf } from '../retention/belonging.ts';
import { PROJECT_FILE } from '../backup/project-file/layout.ts';
import type { InspectedBackup } from '../retention/pruning.ts';
import { isTooMuch } from '../changes/shrink.ts';
import { MANIFEST_FILE } from '../backup/verification.ts';

const OUR_FILES: ReadonlySet<string> = new Set([MANIFEST_FILE, PROJECT_FILE, CHECKSUMS_FILE]);

/** A folder without any file of ours was never a backup. */
async function holdsOurs(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).some((name) => OUR_FILES.has(name));
  } catch {
    return true;
  }
}

async function readClaim(path: string): Promise<BackupManifest | undefined> {
  try {
    const file = join(path, MANIFEST_FILE);
    if (fileSizeProblem(MANIFEST_FILE, (await stat(file)).size) !== undefined) return undefined;
    return BackupManifest.safeParse(parseJson((await readHashed(file)).bytes)).data;
  } catch {
    return undefined;
  }
}

function countsOf({ coverage }: BackupManifest): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of coverage) {
    if (entry.status === 'saved') counts.set(entry.section, entry.count);
  }
  return counts;
}

/** Sections of which the damaged backup had many more objects, in words. */
function losses(before: BackupManifest, after: BackupManifest, limitPercent: number): string[] {
  const now = countsOf(after);
  return [...countsOf(before)].flatMap(([section, count]) => {
    const left = now.get(section);
    if (left === undefined || !isTooMuch(count - left, count, limitPercent)) return [];
    return [`${count} ${section} in ${before.backup_id}, which is damaged, and ${left} now`];
  });
}

/**
 * A damaged backup cannot be compared with object by object, but its manifest tells how many
 * objects there were: where that many are there still, a line whose only backup is damaged may
 * begin anew.
 *
 * @param root the backups of the root
 * @param line as `lineName` gives it
 * @param fresh the manifest of the new backup
 * @returns why the line may not begin anew, in words; empty when it may
 */
export async function damagedHistory(
  root: readonly InspectedBackup[],
  line: string,
  fresh: BackupManifest,
  limitPercent: number,
): Promise<string[]> {
  const reasons: string[] = [];
  let unreadable = 0;
  for (const backup of root) {
    const { path, verification } = backup;
    if (verification.verified || verification.isLegacy || !(await holdsOurs(path))) continue;
    const belonging = await belongingOf(backup);
    const owner = 'line' in belonging ? belonging.line : undefined;
    if (owner !== undefined && owner !== line) continue;
    const claim = owner === undefined ? undefined : await readClaim(path);
    if (claim === undefined) unreadable++;
    else if (claim.status === 'complete') reasons.push(...losses(claim, fresh, limitPercent));
  }
  if (unreadable > 0) reasons.push(`${unreadable} in the backup root that nobody can read`);
  return reasons;
}
