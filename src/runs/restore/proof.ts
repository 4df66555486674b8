/** The proof of a restore: the project planned once more, and a full backup of it. */
import type { ObjectResult } from '../../models/restore-report.ts';
import type { Section } from '../../project/sections/index.ts';
import { AFTER_RESTORE, BackupService, lineName, liveSideOf } from '../../services/index.ts';
import { refText } from '../../services/restore/planned-write.ts';
import { announcedLosses, leftOf, vanished } from '../../services/restore/proof.ts';
import { backUp, type BackupOptions, type BackupResult } from '../backup.ts';
import { attempt } from '../outcome.ts';
import { savedIn, sectionsAfter } from './after-sections.ts';
import type { ApplyWorld } from './apply-world.ts';
import type { LiveReading, PreparedPlan, RestoreOptions } from './prepared-plan.ts';

/** Waits before the project is planned once more, in milliseconds: lists of the service lag. */
const LAG_WAITS: readonly number[] = [1000, 4000, 10_000, 15_000];

/**
 * An ordinary backup, where nothing else is said: what a backup that goes on every night would
 * have.
 */
const RETENTION_DAYS = 30;
const SHRINK_LIMIT = 20;

export interface Proof {
  readonly proof: 'equal' | 'differs' | 'not-run';
  /** What is other than the plan announced, a sentence each. */
  readonly differences: readonly string[];
  /** The backup that was taken afterwards. */
  readonly after: BackupResult | undefined;
  /** Why a part of it was not done or failed, a sentence each. */
  readonly failures: readonly string[];
}

/** How much a proof may still take. */
export interface ProofBounds {
  /** Why nothing more may be begun; undefined while something may. */
  readonly stopReason: () => string | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly timeLeftMs: () => number;
  readonly requestsLeft: () => number;
}

async function differencesOf(
  { plan, live, planAgain }: PreparedPlan,
  objects: readonly ObjectResult[],
  reading: LiveReading,
): Promise<Map<string, string>> {
  const { plan: second } = await planAgain(reading);
  const found = new Map([
    ...vanished(plan, liveSideOf(live.project), liveSideOf(reading.project)),
    ...leftOf(plan, second, objects),
  ]);
  if (reading.project.consistency === 'torn') {
    found.set('', 'the project was changed while it was read for the proof');
  }
  return found;
}

/**
 * Plans again until it is as announced, but for what was not done, or until no lag can be the
 * cause.
 */
async function settledDifferences(
  prepared: PreparedPlan,
  objects: readonly ObjectResult[],
  { stopReason, sleep }: ProofBounds,
): Promise<string[]> {
  const undone = new Set(objects.filter(({ outcome }) => outcome !== 'done').map(refText));
  for (const wait of [...LAG_WAITS, undefined]) {
    const found = await differencesOf(prepared, objects, await prepared.readAgain());
    const isSettled = [...found.keys()].every((ref) => undone.has(ref));
    if (isSettled || wait === undefined || stopReason() !== undefined) return [...found.values()];
    await sleep(wait);
  }
  return [];
}

/** The ordinary full backup of the project that a restore ends with. */
export function afterBackupOptions(
  { plan, baseUrl }: Pick<PreparedPlan, 'plan' | 'baseUrl'>,
  options: RestoreOptions,
  bounds: {
    readonly sections: ReadonlySet<Section>;
    readonly deadlineMs: number;
    readonly maxRequests: number;
    readonly hasCopies: boolean;
  },
): BackupOptions {
  const { projectId, managementKey, backupRoot, fromProjectId, workflowRun } = options;
  const { environment } = plan.backup;
  const line = { projectId, environment };
  const kept = { retentionDays: RETENTION_DAYS, minimumBackups: 1 };
  // A name that was given is that of the backup's own project.
  const artifactName = fromProjectId === projectId ? options.artifactName : undefined;
  return {
    ...line,
    ...kept,
    backupRoot,
    capture: {
      source: 'live',
      live: {
        projectId,
        managementKey,
        baseUrl,
        sections: bounds.sections,
        deadlineMs: bounds.deadlineMs,
        maxRequests: bounds.maxRequests,
      },
      file: undefined,
    },
    comparison: {
      ...kept,
      history: 'compare',
      areCopiesHistory: bounds.hasCopies,
      naming: { ...line, source: 'live', artifactName },
      shrinkLimit: SHRINK_LIMIT,
      allowShrink: false,
      announced: announcedLosses(plan),
      acceptPartial: false,
    },
    pruning: { projectId, prune: false, isRootForgotten: false },
    gitTree: undefined,
    demands: { requireSections: [], failOnPartial: true },
    workflowRun,
    purpose: { name: AFTER_RESTORE, planId: plan.plan_id },
  };
}

/**
 * The sections that the newest night of the line in the backup root has: an undo goes back to a
 * safety backup, which has no more than its restore concerned, and what the night has and this
 * backup had not would be taken for gone.
 */
async function sectionsOfNight(
  { backupRoot, projectId }: RestoreOptions,
  { plan }: PreparedPlan,
  { clock }: Pick<ApplyWorld, 'clock'>,
): Promise<readonly Section[]> {
  const service = new BackupService({ backupRoot, clock });
  const line = lineName({
    environment: plan.backup.environment,
    source: { type: 'management-api' },
  });
  for (const { path } of await service.listBackups(projectId)) {
    const verification = await service.verifyBackup(path);
    if (!verification.verified) continue;
    const { manifest } = verification;
    if (manifest.purpose === undefined && lineName(manifest) === line) return savedIn(manifest);
  }
  return [];
}

async function backUpAfter(
  prepared: PreparedPlan,
  options: RestoreOptions,
  { timeLeftMs, requestsLeft }: ProofBounds,
  { applyListener: _told, storeSafety: _safety, ...world }: ApplyWorld,
): Promise<BackupResult> {
  const ofNight = await sectionsOfNight(options, prepared, world);
  const given = afterBackupOptions(prepared, options, {
    sections: new Set([...sectionsAfter(prepared.backup.manifest, prepared.live), ...ofNight]),
    deadlineMs: Math.max(1, timeLeftMs()),
    maxRequests: Math.max(1, requestsLeft()),
    hasCopies: world.copies !== undefined,
  });
  return backUp(given, world);
}

/**
 * Proves a restore.
 *
 * @param objects what became of each object
 * @returns what could not be proven as data: nothing that fails here takes back what was written
 */
export async function prove(
  prepared: PreparedPlan,
  objects: readonly ObjectResult[],
  options: RestoreOptions,
  bounds: ProofBounds,
  world: ApplyWorld,
): Promise<Proof> {
  const { reporter, signal } = world;
  if (signal.aborted) {
    const failures = ['the result is not proven, since the run was cancelled'];
    return { proof: 'not-run', differences: [], after: undefined, failures };
  }
  const failures: string[] = [];
  const settled = await reporter.group('Plan again', () =>
    attempt(() => settledDifferences(prepared, objects, bounds)),
  );
  const differences = 'value' in settled ? settled.value : [];
  if ('failure' in settled) {
    failures.push(
      `the result is not proven, since it could not be read: ${settled.failure.message}`,
    );
  }
  const backedUp = await attempt(() => backUpAfter(prepared, options, bounds, world));
  const after = 'value' in backedUp ? backedUp.value : undefined;
  if ('failure' in backedUp) {
    failures.push(`the backup after the restore was not taken: ${backedUp.failure.message}`);
  }
  for (const { message } of after?.failures ?? []) {
    failures.push(`the backup after the restore: ${message}`);
  }
  const isProven = 'value' in settled && after !== undefined;
  const proof = differences.length > 0 ? 'differs' : isProven ? 'equal' : 'not-run';
  return { proof, differences, after, failures };
}
