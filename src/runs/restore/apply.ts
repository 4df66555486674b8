/** The story of an apply, top to bottom: refuse, save, write, prove, report. */
import { join } from 'node:path';
import { openForWriting } from '../../descope/apply.ts';
import type { JournalEnd } from '../../models/restore-journal.ts';
import type { ObjectResult, RestoreReport } from '../../models/restore-report.ts';
import { isNotPossible, writeCount, writesInWords } from '../../project/restore-words.ts';
import { applyWrites, type Applied } from '../../services/restore/apply.ts';
import type { ProjectDoor } from '../../services/restore/door.ts';
import { JournalFile, type Journal } from '../../services/restore/journal.ts';
import { refText } from '../../services/restore/planned-write.ts';
import { countsOf } from '../../services/restore/proof.ts';
import {
  JOURNAL_FILE,
  PLAN_FILE,
  REPORT_FILE,
  REPORT_PAGE,
  writeRestoreReport,
} from '../../services/restore/restore-folder.ts';
import { attempt } from '../outcome.ts';
import { refusalOf } from './apply-refusals.ts';
import { RestoreNotProvenError, type ApplyWorld, type SafetyCopy } from './apply-world.ts';
import type { PreparedPlan, RestoreOptions } from './prepared-plan.ts';
import { prove, type Proof, type ProofBounds } from './proof.ts';
import { takeSafetyBackup } from './safety-backup.ts';

/** Objects and differences that a message names; the report has all. */
const MAX_TOLD = 3;
const REQUESTS_A_WRITE = 4;

/** Milliseconds of the deadline that no write may use: the proof comes after them. */
function proofReserveMs({ plan: { cost }, result }: PreparedPlan): number {
  const ofWrites = Math.min(cost.requests, result.writes.length * REQUESTS_A_WRITE);
  const share = cost.requests === 0 ? 0 : (cost.requests - ofWrites) / cost.requests;
  return Math.ceil(cost.seconds * share) * 1000;
}

/** The way to the project, which is closed early enough for the proof. */
function openDoor(
  prepared: PreparedPlan,
  options: RestoreOptions,
  world: ApplyWorld,
): { readonly door: ProjectDoor; readonly bounds: ProofBounds } {
  const { client } = prepared;
  const { session } = client;
  const project = openForWriting(client, {
    onSecret: world.onSecret,
    secrets: options.secrets.values(),
  });
  const reserve = proofReserveMs(prepared);
  const late = `deadline-minutes (${options.deadlineMinutes}) is over but for the time that the proof takes`;
  return {
    door: {
      read: project.read,
      write: project.write,
      stopReason: () => project.stopReason() ?? (session.timeLeftMs <= reserve ? late : undefined),
    },
    bounds: {
      stopReason: project.stopReason,
      sleep: project.sleep,
      timeLeftMs: () => session.timeLeftMs,
      requestsLeft: () => session.requestsLeft,
    },
  };
}

/** The journal, which also tells the log of each write. */
function toldJournal(journal: Journal, total: number, { reporter }: ApplyWorld): Journal {
  const tell = ({ seq, action, outcome, objects, reason }: JournalEnd): void => {
    const [first] = objects;
    const more = objects.length > 1 ? ` and ${objects.length - 1} more` : '';
    const what = first === undefined ? '' : ` ${refText(first)}${more}`;
    const why = reason === undefined ? '' : ` (${reason})`;
    reporter.info({
      named: `${seq} of ${total}: ${action}${what}: ${outcome}${why}`,
      unnamed: `${seq} of ${total}: ${action} ${first?.section ?? ''}: ${outcome}`,
    });
  };
  return {
    append: async (line) => {
      await journal.append(line);
      if (line.event === 'end') tell(line);
    },
  };
}

interface Written {
  readonly applied: Applied;
  readonly proof: Proof;
}

async function writeAndProve(
  prepared: PreparedPlan,
  safety: SafetyCopy,
  options: RestoreOptions,
  world: ApplyWorld,
): Promise<Written> {
  const { plan, result, folder } = prepared;
  const { clock, reporter } = world;
  const path = join(folder.path, JOURNAL_FILE);
  const journal = await JournalFile.create(path, {
    event: 'start',
    at: new Date(clock()).toISOString(),
    restore_id: folder.id,
    plan_id: plan.plan_id,
    project_id: plan.project_id,
    safety_backup_id: safety.backup.manifest.backup_id,
  });
  try {
    world.applyListener?.onJournal?.(path);
    world.signal.throwIfAborted();
    const { door, bounds } = openDoor(prepared, options, world);
    const applied = await reporter.group('Write to the project', () =>
      applyWrites(result.writes, {
        door,
        journal: toldJournal(journal, result.writes.length, world),
        comparable: result.comparable,
        ids: result.ids,
        secrets: options.secrets,
        now: () => new Date(clock()),
        sleep: bounds.sleep,
      }),
    );
    return { applied, proof: await prove(prepared, applied.objects, options, bounds, world) };
  } finally {
    // Each line is on the disk already.
    await journal.close().catch(() => undefined);
  }
}

function some(texts: readonly string[]): string {
  const rest = texts.length - MAX_TOLD;
  const shown = texts.slice(0, MAX_TOLD).join('; ');
  return rest > 0 ? `${shown}; and ${rest} more, all in the report` : shown;
}

function objectText({ section, id, outcome, reason }: ObjectResult): string {
  return `${refText({ section, id })} ${outcome}${reason === undefined ? '' : ` (${reason})`}`;
}

/** Why the run is red, a sentence each; none where all is as the plan announced. */
function failuresOf({ applied, proof }: Written, { reporter }: ApplyWorld): string[] {
  const undone = applied.objects.filter(({ outcome }) => outcome !== 'done');
  const { differences } = proof;
  const count = `${undone.length} of ${applied.objects.length} objects were not done`;
  const differs = `the project is other than the plan announced in ${differences.length} ${differences.length === 1 ? 'place' : 'places'}`;
  const told = (text: string, all: readonly string[]) =>
    reporter.words({ named: `${text}: ${some(all)}`, unnamed: text });
  return [
    ...(applied.stopped === undefined ? [] : [`it stopped early: ${applied.stopped}`]),
    ...(undone.length === 0 ? [] : [told(count, undone.map(objectText))]),
    ...(differences.length === 0 ? [] : [told(differs, differences)]),
    ...proof.failures,
  ];
}

type ReportFacts = Pick<
  RestoreReport,
  'objects' | 'proof' | 'differences' | 'safety_backup_id' | 'after_backup_id' | 'stopped'
>;

function reportOf(
  { plan, folder }: PreparedPlan,
  startedAt: number,
  { clock }: ApplyWorld,
  { stopped, safety_backup_id, after_backup_id, ...facts }: ReportFacts,
): RestoreReport {
  return {
    format_version: 1,
    restore_id: folder.id,
    plan_id: plan.plan_id,
    project_id: plan.project_id,
    started_at: new Date(startedAt).toISOString(),
    ended_at: new Date(clock()).toISOString(),
    ...(safety_backup_id !== undefined && { safety_backup_id }),
    ...(after_backup_id !== undefined && { after_backup_id }),
    counts: countsOf(facts.objects),
    ...(stopped !== undefined && { stopped }),
    ...facts,
  };
}

/**
 * Writes the report, has it stored, and ends the run.
 *
 * @throws RestoreNotProvenError where there are failures
 */
async function finish(
  report: RestoreReport,
  failures: readonly string[],
  { folder }: PreparedPlan,
  world: ApplyWorld,
): Promise<RestoreReport> {
  const { reporter, renderReport, storeReport, applyListener } = world;
  const path = await writeRestoreReport(folder, report, renderReport(report, failures));
  reporter.info(`Report: ${path}`);
  const hasJournal = report.safety_backup_id !== undefined;
  const names = [PLAN_FILE, ...(hasJournal ? [JOURNAL_FILE] : []), REPORT_FILE, REPORT_PAGE];
  const files = names.map((name) => join(folder.path, name));
  const stored = await attempt(() => storeReport?.(folder, files));
  const all =
    'failure' in stored
      ? [...failures, `the report was not stored: ${stored.failure.message}`]
      : failures;
  const told = await attempt(() => applyListener?.onReport?.(report, path, all));
  const last = 'failure' in told ? [...all, told.failure.message] : all;
  if (last.length > 0) throw new RestoreNotProvenError(last.join('. Also: '), report);
  return report;
}

/** What the plan announced as not possible is a warning, and nothing else. */
function warnOfNotPossible({ plan }: PreparedPlan, { reporter }: ApplyWorld): void {
  const steps = plan.steps.filter(isNotPossible);
  if (steps.length === 0) return;
  const text = `${steps.length} objects of the backup are not restored, as the plan announced`;
  const named = steps.map((step) => `${refText(step)}: ${step.reason ?? step.action}`);
  reporter.warning({ named: `${text}: ${some(named)}`, unnamed: text });
}

/**
 * Applies a plan that was approved by its id.
 *
 * @param prepared of this run: the project was read for it a moment ago
 * @returns the report, where all is as the plan announced
 * @throws Error where nothing was written, and says so; RestoreNotProvenError after something may
 * have been
 */
export async function applyPlan(
  prepared: PreparedPlan,
  options: RestoreOptions,
  world: ApplyWorld,
): Promise<RestoreReport> {
  const { plan, client } = prepared;
  const { clock, reporter, signal } = world;
  const startedAt = clock();
  signal.throwIfAborted();
  const refusal = refusalOf(plan, { ...options, timeLeftMs: client.session.timeLeftMs });
  if (refusal !== undefined) throw new Error(refusal);
  warnOfNotPossible(prepared, world);
  if (writeCount(plan) === 0) {
    reporter.info('There is nothing to do: the project is as the backup has it');
    const facts = { objects: [], proof: 'equal', differences: [] } as const;
    return finish(reportOf(prepared, startedAt, world, facts), [], prepared, world);
  }
  const safety = await reporter.group('Take the safety backup', () =>
    takeSafetyBackup(prepared, options, world),
  );
  signal.throwIfAborted();
  reporter.info(`Applying ${plan.plan_id}: ${writesInWords(plan)}`);
  const written = await writeAndProve(prepared, safety, options, world);
  const { applied, proof } = written;
  const report = reportOf(prepared, startedAt, world, {
    objects: applied.objects,
    proof: proof.proof,
    differences: proof.differences,
    safety_backup_id: safety.backup.manifest.backup_id,
    after_backup_id: proof.after?.fresh.manifest.backup_id,
    stopped: applied.stopped,
  });
  return finish(report, failuresOf(written, world), prepared, world);
}
