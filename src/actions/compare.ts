/** What changed since the last complete backup, and whether too much is gone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { info, warning } from '@actions/core';
import { renderChanges } from '../github/changes-markdown.ts';
import type { BackupInputs } from '../github/inputs.ts';
import type { Environment } from '../github/run-context.ts';
import type { BackupManifest } from '../models/manifest.ts';
import {
  assessRisk,
  compareNewestFirst,
  DiffService,
  findShrink,
  readProjectState,
  reportDiff,
  withoutNewlyAsked,
  type Amendment,
  type BackupService,
  type DiffReport,
  type InspectedBackup,
  type ProjectState,
  type Verification,
} from '../services/index.ts';
import { allArtifacts, baseName, completeArtifacts } from './artifact-names.ts';
import {
  canLookUp,
  carryHistory,
  fetchHistory,
  withTemporaryFolder,
  type HistoryContext,
  type HistorySource,
} from './history.ts';

type Verified = Verification & { readonly verified: true };

/** The backup that the new one is compared with. */
interface Base {
  readonly manifest: BackupManifest;
  readonly manifestSha256: string;
  readonly state: ProjectState;
}

/** What a comparison found, or why there was none. */
export type Comparison =
  | {
      readonly outcome: 'compared';
      readonly with: BackupManifest;
      readonly report: DiffReport;
      /** What is gone beyond the limit, a sentence each; empty when it was accepted. */
      readonly shrink: readonly string[];
      readonly amendment: Amendment;
    }
  | {
      /** Switched off, nothing there yet, or a look-up that failed. */
      readonly outcome: 'off' | 'no-history' | 'failed';
      readonly reason: string;
    };

/** The new backup, proven. */
export interface NewBackup {
  readonly path: string;
  readonly verification: Verification;
  readonly manifest: BackupManifest;
}

export interface HistoryResult {
  readonly comparison: Comparison;
  /** Why earlier backups could not be brought back, where that was asked for. */
  readonly carryFailure: Error | undefined;
  /** What is known of the backups in the root by now, by path. */
  readonly known: ReadonlyMap<string, Verification>;
}

function historySource(inputs: BackupInputs, token: string): HistorySource {
  return {
    projectId: inputs['project-id'],
    token,
    workflow: inputs['history-workflow'],
    ...(inputs.history === 'carry' ? allArtifacts : completeArtifacts)(baseName(inputs)),
  };
}

/** Whether an earlier backup could stand in for the new one: complete, of the same environment and source, and older. */
function canCompare(backup: InspectedBackup, manifest: BackupManifest, fresh: InspectedBackup) {
  const { verification } = backup;
  if (!verification.verified || compareNewestFirst(backup, fresh) <= 0) return false;
  const { status, environment, source } = verification.manifest;
  return (
    status === 'complete' &&
    environment === manifest.environment &&
    source.type === manifest.source.type
  );
}

async function baseOf({ path, verification }: InspectedBackup): Promise<Base> {
  const { manifest, manifestSha256 } = verification as Verified;
  return { manifest, manifestSha256, state: await readProjectState(path, manifest) };
}

/** The newest artifact's newest backup that can be compared with; what is unpacked is gone when this returns. */
async function baseInArtifacts(
  source: HistorySource,
  isUsable: (backup: InspectedBackup) => boolean,
  context: HistoryContext,
): Promise<Base | undefined> {
  return withTemporaryFolder(context.environment, async (folder) => {
    for await (const { name, backups } of fetchHistory(source, folder, context)) {
      for (const { id, verification } of backups) {
        if (verification.verified) continue;
        const problems = verification.problems.join('; ');
        warning(`${id} of artifact ${name} does not verify: ${problems}`);
      }
      const found = backups.find(isUsable);
      if (found !== undefined) return baseOf(found);
    }
    return undefined;
  });
}

function compareWith(
  base: Base,
  now: ProjectState,
  manifest: BackupManifest,
  inputs: BackupInputs,
): Comparison {
  const after = withoutNewlyAsked(base, now);
  const diff = new DiffService().diff(base.state, after);
  const report = reportDiff(diff, assessRisk(diff));
  const shrink = findShrink(base.state, after, {
    limitPercent: inputs['shrink-limit'],
    failedSections: new Set(
      manifest.coverage.flatMap(({ section, status }) => (status === 'failed' ? [section] : [])),
    ),
  });
  const accepted = inputs['allow-shrink'];
  for (const reason of shrink) warning(accepted ? `accepted by allow-shrink: ${reason}` : reason);
  const isSuspect = shrink.length > 0 && !accepted;
  const kept = manifest.status === 'partial' ? 'partial' : 'complete';
  return {
    outcome: 'compared',
    with: base.manifest,
    report,
    shrink: isSuspect ? shrink : [],
    amendment: {
      status: isSuspect ? 'suspect' : kept,
      ...(isSuspect && { status_reasons: shrink }),
      previous: { backup_id: base.manifest.backup_id, manifest_sha256: base.manifestSha256 },
    },
  };
}

/** Whether a comparison will be tried: then the backup counts as suspect until it was made. */
export async function willCompare(
  service: BackupService,
  inputs: BackupInputs,
  environment: Environment,
): Promise<boolean> {
  if (inputs.history === 'none') return false;
  if (canLookUp(environment, inputs['github-token'])) return true;
  // What cannot be listed is reported where pruning lists it.
  const backups = await service.listBackups(inputs['project-id']).catch(() => [undefined]);
  return backups.length > 0;
}

/**
 * Compares the new backup with the last complete one: of the backup root, else of the artifacts of earlier runs. With
 * `history: carry` those are brought back into the root first.
 *
 * @param readAfter the state of the new backup
 * @throws nothing but what cancels the run: a failed look-up is data, never an empty history
 */
export async function compareWithHistory(
  service: BackupService,
  inputs: BackupInputs,
  { path, manifest, verification }: NewBackup,
  readAfter: () => Promise<ProjectState>,
  context: HistoryContext,
): Promise<HistoryResult> {
  const { environment, signal } = context;
  const { history, 'github-token': token, 'project-id': projectId } = inputs;
  let known: ReadonlyMap<string, Verification> = new Map([[path, verification]]);
  let carryFailure: Error | undefined;
  const end = (comparison: Comparison): HistoryResult => {
    if (comparison.outcome === 'failed') warning(comparison.reason);
    else if (comparison.outcome !== 'compared') info(comparison.reason);
    return { comparison, carryFailure, known };
  };
  if (history === 'none') {
    return end({ outcome: 'off', reason: 'Nothing is compared (history: none)' });
  }
  if (history === 'carry') {
    try {
      if (!canLookUp(environment, token)) {
        throw new Error('there is no GitHub Actions run with a github-token to look with');
      }
      const carried = await carryHistory(service, historySource(inputs, token), context);
      if (carried.artifacts > 0 && carried.good === 0) {
        throw new Error(`none of the ${carried.artifacts} newest artifacts holds a good backup`);
      }
    } catch (error) {
      signal.throwIfAborted();
      carryFailure = new Error(
        `history: carry: earlier backups could not be brought back: ${(error as Error).message}. The new backup is kept alone, and nothing is pruned`,
        { cause: error },
      );
    }
  }
  try {
    const backups = await service.inspectBackups(projectId, known);
    known = new Map(backups.map((backup) => [backup.path, backup.verification]));
    const fresh = backups.find((backup) => backup.path === path);
    if (fresh === undefined) throw new Error(`${path} is gone`);
    const isUsable = (backup: InspectedBackup) => canCompare(backup, manifest, fresh);
    const local = backups.find(isUsable);
    let base = local && (await baseOf(local));
    if (base === undefined && history === 'compare' && canLookUp(environment, token)) {
      base = await baseInArtifacts(historySource(inputs, token), isUsable, context);
    }
    signal.throwIfAborted();
    if (base === undefined) {
      const reason =
        'There is no history yet: no complete backup of this environment and source to compare with';
      return end({ outcome: 'no-history', reason });
    }
    info(`Compared with ${base.manifest.backup_id}`);
    return end(compareWith(base, await readAfter(), manifest, inputs));
  } catch (error) {
    signal.throwIfAborted();
    const { message } = error as Error;
    return end({
      outcome: 'failed',
      reason: `what changed is unknown: the history could not be looked up: ${message}`,
    });
  }
}

/**
 * Writes the changes as JSON, and as Markdown beside it, into the runner's temporary folder: a later step can use them.
 *
 * @returns the path of the JSON
 */
export async function writeChanges(
  report: DiffReport,
  backupId: string,
  { RUNNER_TEMP }: Environment,
): Promise<string> {
  const folder = join(RUNNER_TEMP ?? tmpdir(), 'descope-backup', backupId);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'changes.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, 'changes.md'), renderChanges(report));
  return path;
}
