/**
 * Finds the backup that is written back: in the backup root, and in artifacts of earlier runs; and
 * refuses what cannot be.
 */
import {
  BackupService,
  isVerified,
  parseBackupId,
  type InspectedBackup,
  type VerifiedBackup,
} from '../../services/index.ts';
import type { BackupManifest } from '../../models/manifest.ts';
import { problemsInWords } from '../../reporter/strangers.ts';
import { searchArtifacts } from './find-in-artifacts.ts';
import type { RestoredBackup, RestoreOptions, RestoreWorld } from './prepared-plan.ts';

type Wanted = Pick<
  RestoreOptions,
  'backup' | 'backupRoot' | 'environment' | 'fromProjectId' | 'artifactName'
>;

const LATEST = 'latest';
/** A clock that is behind dates a backup later than its artifact. */
const TOLERANCE_MS = 24 * 60 * 60 * 1000;

/**
 * Why a backup that verifies is never written back, as the end of a sentence about it; undefined
 * where it can be.
 */
function whyNever({ source, consistency, environment }: BackupManifest, wanted: Wanted) {
  if (source.type !== 'management-api') {
    return 'is one of a config file, which no restore writes to a project: copy the file back, or export one from the backup';
  }
  if (wanted.environment !== undefined && environment !== wanted.environment) {
    return `is of environment ${JSON.stringify(environment)}, not ${wanted.environment}: correct environment, or leave it out`;
  }
  if (consistency === 'torn') {
    return 'is torn: the project was changed while it was read, and its parts may not belong together. Take another one';
  }
  return undefined;
}

/**
 * Why `latest` passes over a backup that could be named, as the end of a sentence about it;
 * undefined where it does not.
 */
function whyNotLatest({ status, purpose }: BackupManifest): string | undefined {
  if (status !== 'complete') return `is ${status}: to restore it all the same, name it in backup`;
  return purpose === undefined ? undefined : `was taken for ${JSON.stringify(purpose)}`;
}

function damageOf(
  { verification }: InspectedBackup,
  { reporter }: Pick<RestoreWorld, 'reporter'>,
): string {
  if (verification.verified) return '';
  if (verification.isLegacy) {
    return 'is a folder of the original Python tool, which has nothing to be verified by: no restore writes it to a project';
  }
  const problems = reporter.words(problemsInWords(verification.problems));
  return verification.unreadable
    ? `could not be read: ${problems}`
    : `is damaged, and nothing is restored from it: ${problems}. Take another one, or a copy of it from an artifact`;
}

function restored({ path, verification }: VerifiedBackup): RestoredBackup {
  const { manifest, manifestSha256 } = verification;
  return { path, manifest, manifestSha256 };
}

/** Where a backup is looked for, in words. */
function places({ backupRoot }: Wanted, { copies, given }: RestoreWorld): string {
  if (given !== undefined) return given.name;
  return copies === undefined
    ? `${backupRoot}; artifacts are looked into with history: carry, a github-token, and in a run of GitHub Actions`
    : `${backupRoot} and in artifacts of earlier runs`;
}

/** @throws Error that says why it cannot be restored */
function requireRestorable(backup: InspectedBackup, wanted: Wanted, world: RestoreWorld) {
  const reason = isVerified(backup)
    ? whyNever(backup.verification.manifest, wanted)
    : damageOf(backup, world);
  if (reason !== undefined || !isVerified(backup)) {
    throw new Error(`backup ${backup.id} ${reason ?? ''}`);
  }
  return restored(backup);
}

/**
 * The backup of an id: the one in the root, unless that is damaged and an artifact has a good one.
 */
async function findNamed(
  wanted: Wanted,
  root: readonly InspectedBackup[],
  folder: string,
  world: RestoreWorld,
): Promise<RestoredBackup> {
  const { backup: id, fromProjectId } = wanted;
  const here = root.find((one) => one.id === id);
  if (here !== undefined && isVerified(here)) return requireRestorable(here, wanted, world);
  const time = parseBackupId(id)?.time ?? 0;
  const found = await searchArtifacts(wanted, folder, world, {
    since: () => time - TOLERANCE_MS,
    isEnough: (backups) => backups.some((one) => one.id === id && isVerified(one)),
  });
  const there = found.backups.find((one) => one.id === id && isVerified(one));
  const damaged = here ?? found.backups.find((one) => one.id === id);
  if (there !== undefined) {
    if (here !== undefined) {
      world.reporter.warning(
        `backup ${id} in the backup root does not verify: the one of an artifact is taken`,
      );
    }
    return requireRestorable(there, wanted, world);
  }
  if (damaged !== undefined) return requireRestorable(damaged, wanted, world);
  if (found.failure !== undefined) throw found.failure;
  const names = root.slice(0, 5).map((one) => one.id);
  const others = names.length === 0 ? '' : `. The newest there are ${names.join(', ')}`;
  throw new Error(
    `there is no backup ${id} of project ${fromProjectId} in ${places(wanted, world)}${others}`,
  );
}

/** Whether `latest` can be a backup, whatever its environment is. */
function isCandidate(backup: InspectedBackup, wanted: Wanted): backup is VerifiedBackup {
  if (!isVerified(backup)) return false;
  const { manifest } = backup.verification;
  return whyNever(manifest, wanted) === undefined && whyNotLatest(manifest) === undefined;
}

/**
 * Whether somebody who asks for the latest may have meant a backup: it is of the live project, and
 * a regular one.
 */
function isMeant(backup: InspectedBackup, { environment }: Wanted): boolean {
  const { verification } = backup;
  if (!verification.verified) return !verification.isLegacy;
  const { source, purpose, environment: own } = verification.manifest;
  const isOfLine = source.type === 'management-api' && (environment ?? own) === own;
  return isOfLine && purpose === undefined;
}

/** Why `latest` passes over backups, a sentence each. */
function passedOver(
  backups: readonly InspectedBackup[],
  wanted: Wanted,
  world: RestoreWorld,
): string[] {
  return backups.flatMap((one) => {
    const reason = isVerified(one)
      ? (whyNever(one.verification.manifest, wanted) ?? whyNotLatest(one.verification.manifest))
      : damageOf(one, world);
    return reason === undefined ? [] : [`${one.id} ${reason}`];
  });
}

/** @throws Error when the backups are of several environments */
function requireOneEnvironment(candidates: readonly VerifiedBackup[]): void {
  const names = new Set(candidates.map(({ verification }) => verification.manifest.environment));
  if (names.size <= 1) return;
  const shown = [...names].sort().map((name) => JSON.stringify(name));
  throw new Error(
    `there are backups of ${names.size} environments, ${shown.join(', ')}: say which in environment, or name one in backup`,
  );
}

/** The newest complete backup of the live project that verifies, wherever it is. */
async function findLatest(
  wanted: Wanted,
  root: readonly InspectedBackup[],
  folder: string,
  world: RestoreWorld,
): Promise<RestoredBackup> {
  const { reporter } = world;
  const newest = (backups: readonly InspectedBackup[]) =>
    backups.find((one): one is VerifiedBackup => isCandidate(one, wanted));
  const found = await searchArtifacts(wanted, folder, world, {
    since: (backups) => newest([...root, ...backups])?.time ?? -Infinity,
    isEnough: () => false,
  });
  const all = [...root, ...found.backups].sort(
    (a, b) => b.time - a.time || b.sequence - a.sequence,
  );
  const candidates = all.filter((one): one is VerifiedBackup => isCandidate(one, wanted));
  requireOneEnvironment(candidates);
  const [best] = candidates;
  const newer = best === undefined ? [] : all.slice(0, all.indexOf(best));
  const meant = newer.filter((one) => isMeant(one, wanted));
  const reasons = [...new Set(passedOver(best === undefined ? all : meant, wanted, world))];
  if (best === undefined) {
    if (found.failure !== undefined) throw found.failure;
    const why = reasons.length === 0 ? '' : `. ${reasons.slice(0, 5).join('. ')}`;
    throw new Error(
      `there is no complete backup of the live project ${wanted.fromProjectId} that verifies in ${places(wanted, world)}${why}`,
    );
  }
  if (found.failure !== undefined) {
    reporter.warning(`a newer backup may be in an artifact: ${found.failure.message}`);
  }
  for (const reason of reasons) reporter.warning(`backup ${reason}`);
  return restored(best);
}

/**
 * Finds and proves the backup that is written back.
 *
 * @param folder a temporary one; what comes from an artifact is there
 * @throws Error that says why there is none, or why it cannot be restored
 */
export async function findBackup(
  wanted: Wanted,
  folder: string,
  world: RestoreWorld,
): Promise<RestoredBackup> {
  const service = new BackupService({ backupRoot: wanted.backupRoot, clock: world.clock });
  const { given } = world;
  const root = await (given?.inspect(wanted.fromProjectId) ??
    service.inspectBackups(wanted.fromProjectId));
  const found =
    wanted.backup === LATEST
      ? await findLatest(wanted, root, folder, world)
      : await findNamed(wanted, root, folder, world);
  const { backup_id: id, status, environment } = found.manifest;
  world.reporter.info(
    `Backup ${id}: ${status}, ${environment}, manifest SHA-256 ${found.manifestSha256}`,
  );
  return found;
}
