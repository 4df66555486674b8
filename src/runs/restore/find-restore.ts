/**
 * Finds what an earlier restore left: its plan, its journal and its safety backup; in the backup
 * root, else in its artifacts.
 */
import { restoreArtifacts } from '../../copies/artifact-names.ts';
import { HistorySearch } from '../../copies/history.ts';
import type { JournalLine } from '../../models/restore-journal.ts';
import type { RestorePlan } from '../../models/restore-plan.ts';
import {
  BackupService,
  BEFORE_RESTORE,
  compareNewestFirst,
  isVerified,
  parseBackupId,
  type VerifiedBackup,
} from '../../services/index.ts';
import {
  JOURNAL_FILE,
  listRestores,
  PLAN_FILE,
  readJournal,
  readRestorePlan,
  type RestoreFolder,
} from '../../services/restore/restore-folder.ts';
import { listFiles } from '../../storage/list-files.ts';
import type { RestoredBackup, RestoreOptions, RestoreWorld } from './prepared-plan.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type Wanted = Pick<RestoreOptions, 'backup' | 'backupRoot' | 'projectId'>;

/** An earlier restore. */
export interface FoundRestore {
  /** The plan that was applied. */
  readonly plan: RestorePlan;
  /** Undefined when it is not to be had: the runner died with it. */
  readonly journal: readonly JournalLine[] | undefined;
  readonly safety: RestoredBackup;
}

/** What is known of it by now, from one place or more. */
interface Parts {
  plan?: RestorePlan;
  journal?: readonly JournalLine[];
  /** Backups that were taken before a restore, this one or a later one. */
  readonly safety: VerifiedBackup[];
  /** When later restores began, in milliseconds since the epoch. */
  readonly later: number[];
}

/** @param root absolute path of a backup root */
async function addFrom(root: string, wanted: Wanted, parts: Parts): Promise<void> {
  const { projectId, backup: id } = wanted;
  const own = parseBackupId(id) ?? { time: 0, sequence: 1 };
  for (const folder of await listRestores(root, projectId)) {
    if (folder.id === id) await addFolder(folder, parts);
    else if (compareNewestFirst(folder, own) < 0) parts.later.push(folder.time);
  }
  const service = new BackupService({ backupRoot: root });
  for (const backup of await service.listBackups(projectId)) {
    // Taken after the folder of the restore was made: none of the others need be read.
    if (backup.time < own.time) break;
    const found = { ...backup, verification: await service.verifyBackup(backup.path) };
    if (isVerified(found) && found.verification.manifest.purpose === BEFORE_RESTORE) {
      parts.safety.push(found);
    }
  }
}

async function addFolder(folder: RestoreFolder, parts: Parts): Promise<void> {
  const { files } = await listFiles(folder.path);
  if (parts.plan === undefined && files.includes(PLAN_FILE)) {
    parts.plan = await readRestorePlan(folder);
  }
  if (parts.journal === undefined && files.includes(JOURNAL_FILE)) {
    parts.journal = (await readJournal(folder)).lines;
  }
}

/**
 * The safety backup of a restore: the one that its journal names, else the first of its plan,
 * unless a later restore took that.
 */
function safetyOf({ plan, journal, safety, later }: Parts): VerifiedBackup | undefined {
  const start = journal?.find((line) => line.event === 'start');
  if (start !== undefined) return safety.find(({ id }) => id === start.safety_backup_id);
  return safety
    .filter(({ verification }) => verification.manifest.plan_id === plan?.plan_id)
    .filter(({ time }) => later.every((begun) => begun > time))
    .sort(compareNewestFirst)
    .at(-1);
}

function isWhole(parts: Parts): boolean {
  const { plan, journal } = parts;
  return plan !== undefined && journal !== undefined && safetyOf(parts) !== undefined;
}

/** @throws Error when the look-up failed */
async function addFromArtifacts(
  wanted: Wanted,
  folder: string,
  world: RestoreWorld,
  parts: Parts,
): Promise<void> {
  const { restoreCopies } = world;
  if (restoreCopies === undefined) return;
  const { projectId, backup: id } = wanted;
  const query = { projectId, ...restoreArtifacts(projectId, id), mayLackBackups: true };
  const search = new HistorySearch(restoreCopies, query, folder, world);
  const since = (parseBackupId(id)?.time ?? 0) - DAY_MS;
  for await (const artifact of search.artifacts(() => since)) {
    if (isWhole(parts)) return;
    const opened = await search.open(artifact, { isTimed: false });
    if (opened !== undefined && opened.unusable === undefined) {
      await addFrom(opened.folder, wanted, parts);
    }
  }
}

function places({ backupRoot }: Wanted, { restoreCopies, given }: RestoreWorld): string {
  if (given !== undefined) return [...new Set([backupRoot, given.name])].join(' and in ');
  return restoreCopies === undefined
    ? `${backupRoot}; artifacts are looked into with history: carry, a github-token, and in a run of GitHub Actions`
    : `${backupRoot} and in its artifacts`;
}

/**
 * Finds an earlier restore.
 *
 * @param folder a temporary one; what comes from an artifact is there
 * @throws Error that says what is missing
 */
export async function findRestore(
  wanted: Wanted,
  folder: string,
  world: RestoreWorld,
): Promise<FoundRestore> {
  const { projectId, backup: id, backupRoot } = wanted;
  const { given } = world;
  const parts: Parts = { safety: [], later: [] };
  await addFrom(backupRoot, wanted, parts);
  const isElsewhere = given !== undefined && given.folder !== backupRoot;
  if (isElsewhere && !isWhole(parts)) await addFrom(given.folder, wanted, parts);
  if (!isWhole(parts)) await addFromArtifacts(wanted, folder, world, parts);
  const { plan, journal } = parts;
  if (plan === undefined) {
    throw new Error(
      `there is no restore ${id} of project ${projectId} in ${places(wanted, world)}: give the id that its run printed in restore-id`,
    );
  }
  if (plan.project_id !== projectId) {
    throw new Error(
      `restore ${id} wrote to project ${plan.project_id}, not ${projectId}: correct project-id`,
    );
  }
  const safety = safetyOf(parts);
  if (safety === undefined) {
    const why =
      journal === undefined
        ? 'it wrote nothing, or its safety backup is elsewhere'
        : 'there is a journal, and the safety backup that it names is elsewhere, or does not verify';
    throw new Error(
      `restore ${id} has no safety backup in ${places(wanted, world)}: ${why}. A plan that was not applied has nothing to undo`,
    );
  }
  if (journal === undefined) {
    world.reporter.warning(
      `restore ${id} has no journal: what it created is listed, and not deleted`,
    );
  }
  const { path, verification } = safety;
  const { manifest, manifestSha256 } = verification;
  world.reporter.info(`Restore ${id}, safety backup ${manifest.backup_id}`);
  return { plan, journal, safety: { path, manifest, manifestSha256 } };
}
