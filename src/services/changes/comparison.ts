/**
 * Compares a new backup with the ones that it stands on: what changed, how much of it matters, and
 * what is gone.
 */
import type { DiffReport } from '../../models/changes.ts';
import { haveSaved, readBaseState, type ProvenBackup } from '../lines/base-state.ts';
import { DiffService } from './diff.ts';
import { reportDiff } from './diff-report.ts';
import { withoutNewlyAsked } from './newly-asked.ts';
import type { ProjectState } from './project-state.ts';
import { readProjectState } from './read-state.ts';
import { assessRisk } from './risk.ts';
import { findShrink } from './shrink.ts';
import { withheldRule } from './withheld-since.ts';

/**
 * An object that is gone as the plan of a restore announced, with all that belongs to it:
 * `<id>/...`.
 */
export interface AnnouncedLoss {
  readonly section: string;
  /** As the project had it. */
  readonly id: string;
}

export interface ComparisonRequest {
  /** Newest first: the base, and those that have sections which it lacks. */
  readonly bases: readonly [ProvenBackup, ...ProvenBackup[]];
  /** An earlier backup that losses are added up since. */
  readonly lookBack: ProvenBackup | undefined;
  readonly fresh: ProvenBackup;
  /** Percent of a section's objects that may be gone. */
  readonly shrinkLimit: number;
  /** What was to go, as the plan of a restore announced. */
  readonly announced?: readonly AnnouncedLoss[];
}

export interface ComparisonResult {
  readonly report: DiffReport;
  /** Objects that are gone beyond the limit, at once or little by little: a sentence each. */
  readonly losses: readonly string[];
  /** What would be one of them, had no plan announced it: a sentence each. */
  readonly announcedLosses: readonly string[];
}

function announcer(announced: readonly AnnouncedLoss[]): (section: string, id: string) => boolean {
  return (name, id) =>
    announced.some((one) => one.section === name && (id === one.id || id.startsWith(`${one.id}/`)));
}

/**
 * Reads backups and compares them.
 *
 * @param options.folder a temporary one
 * @throws Error when a backup cannot be read, or comparing takes more than it may
 */
export type CompareBackups = (
  request: ComparisonRequest,
  options: { readonly signal: AbortSignal; readonly folder: string },
) => Promise<ComparisonResult>;

/** What an older release did not ask every tenant for. */
const NEWLY_ASKED = ['tenant-sso'];

/**
 * The backup whose answers about the SSO of tenants are compared with: an older one where the base
 * failed to save them.
 */
function whoAsked(bases: ComparisonRequest['bases']): ProvenBackup {
  return bases.find((backup) => haveSaved([backup.manifest], NEWLY_ASKED)) ?? bases[0];
}

/**
 * @param after what the new backup has of what was asked for before, too
 * @param now all that it has
 */
async function findLosses(
  before: ProjectState,
  after: ProjectState,
  now: ProjectState,
  { lookBack, fresh, shrinkLimit }: ComparisonRequest,
  announced: readonly AnnouncedLoss[],
): Promise<string[]> {
  const failed = fresh.manifest.coverage.flatMap(({ section, status }) =>
    status === 'failed' ? [section] : [],
  );
  const policy = {
    limitPercent: shrinkLimit,
    failedSections: new Set(failed),
    isAnnounced: announcer(announced),
  };
  const sudden = findShrink(before, after, policy);
  if (lookBack === undefined || sudden.length > 0) return sudden;
  const { manifest } = lookBack;
  const state = await readProjectState(lookBack.path, manifest);
  const asked = withoutNewlyAsked({ manifest, state }, now);
  return findShrink(state, asked, policy).map(
    (reason) => `${reason}, little by little since ${lookBack.manifest.backup_id}`,
  );
}

/** Compares in this process, without bounds of time and memory. */
export const compareBackups: CompareBackups = async (request) => {
  const { bases, fresh } = request;
  const [base] = bases;
  const before = await readBaseState(bases, fresh.manifest);
  const now = await readProjectState(fresh.path, fresh.manifest);
  const after = withoutNewlyAsked({ manifest: whoAsked(bases).manifest, state: before }, now);
  const rule = withheldRule(base.manifest, fresh.manifest);
  const diff = new DiffService().diff(before, after, rule);
  const report = reportDiff(diff, assessRisk(diff));
  const { announced = [] } = request;
  const losses = await findLosses(before, after, now, request, announced);
  const all = announced.length === 0 ? losses : await findLosses(before, after, now, request, []);
  return { report, losses, announcedLosses: all.filter((one) => !losses.includes(one)) };
};
