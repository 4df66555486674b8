/**
 * The backup that a restore takes before its first write: of all that it touches, proven, and
 * stored elsewhere.
 */
import type { BackupManifest } from '../../models/manifest.ts';
import type { RestorePlan } from '../../models/restore-plan.ts';
import { isWrite } from '../../project/restore-words.ts';
import { WITHHELD_RULES } from '../../project/secrets/withhold.ts';
import { problemsInWords } from '../../reporter/strangers.ts';
import { BackupService, BEFORE_RESTORE } from '../../services/index.ts';
import type { ApplyWorld, SafetyCopy, StoredSafety } from './apply-world.ts';
import type { PreparedPlan } from './prepared-plan.ts';

/** What goes with a tenant that is deleted. */
const OF_TENANTS = ['tenant-settings', 'tenant-sso', 'roles'];

/** Sections of which a plan writes an object. */
export function touchedSections({ steps }: Pick<RestorePlan, 'steps'>): string[] {
  return [...new Set(steps.filter(isWrite).map(({ section }) => section))].sort();
}

/** Sections that lose what belongs to a tenant that the plan deletes. */
function sectionsOfDeleted({ steps }: Pick<RestorePlan, 'steps'>): readonly string[] {
  const isTenantDeleted = steps.some(
    ({ section, action }) => section === 'tenants' && action === 'delete',
  );
  return isTenantDeleted ? OF_TENANTS : [];
}

/** Why the reading is no safety backup of what a plan touches; undefined where it is one. */
export function whyNotSafe(
  plan: Pick<RestorePlan, 'steps'>,
  { coverage, consistency }: Pick<BackupManifest, 'coverage' | 'consistency'>,
): string | undefined {
  if (consistency === 'torn') {
    return 'the project was changed while it was read, so that no safety backup of it can be trusted: run it again when nobody changes the project';
  }
  const statusOf = (name: string) =>
    coverage.find(({ section, status }) => section === name && status !== 'withheld');
  const missing = touchedSections(plan).filter((name) => statusOf(name)?.status !== 'saved');
  // What the project does not have at all cannot be lost.
  const unsure = sectionsOfDeleted(plan).filter(
    (name) => !['saved', 'not-licensed'].includes(statusOf(name)?.status ?? ''),
  );
  const all = [...new Set([...missing, ...unsure])];
  if (all.length === 0) return undefined;
  const named = all.map((name) => {
    const { status = 'not read', note } = statusOf(name) ?? {};
    return `${name} (${status}${typeof note === 'string' && note !== '' ? `: ${note}` : ''})`;
  });
  return `the safety backup would lack what the plan touches: ${named.join(', ')}`;
}

function statusOf({ coverage }: Pick<BackupManifest, 'coverage'>): BackupManifest['status'] {
  return coverage.some(({ status }) => status === 'failed') ? 'partial' : 'complete';
}

async function write(
  service: BackupService,
  { plan, live: { project }, baseUrl }: PreparedPlan,
  workflowRun: BackupManifest['run'],
  { signal, reporter }: ApplyWorld,
): Promise<SafetyCopy['backup']> {
  const path = await service.saveProject(
    plan.project_id,
    plan.backup.environment,
    { ...project, config: {} },
    {
      source: { type: 'management-api', path: baseUrl.origin },
      coverage: project.coverage,
      status: statusOf(project),
      consistency: project.consistency,
      withheld_rules: WITHHELD_RULES,
      purpose: BEFORE_RESTORE,
      plan_id: plan.plan_id,
      run: workflowRun,
      signal,
    },
  );
  const verification = await service.verifyBackup(path);
  if (verification.verified) return { path, verification, manifest: verification.manifest };
  const problems = reporter.words(problemsInWords(verification.problems));
  throw new Error(`the safety backup ${path} did not verify when it was read back: ${problems}`);
}

/**
 * Saves what the plan was made from as the safety backup, proves it, and has it stored.
 *
 * @throws Error when it cannot be taken, proven or stored: then nothing may be written
 */
export async function takeSafetyBackup(
  prepared: PreparedPlan,
  options: { readonly backupRoot: string; readonly workflowRun: BackupManifest['run'] },
  world: ApplyWorld,
): Promise<SafetyCopy> {
  const { reporter, clock, signal } = world;
  const why = whyNotSafe(prepared.plan, prepared.live.project);
  if (why !== undefined) throw new Error(`nothing was written: ${why}`);
  const service = new BackupService({ backupRoot: options.backupRoot, clock });
  let stored: StoredSafety;
  let safety: SafetyCopy;
  try {
    const backup = await write(service, prepared, options.workflowRun, world);
    safety = { backup, folder: prepared.folder, planPath: prepared.planPath };
    reporter.info(`Safety backup ${backup.manifest.backup_id} is written and proven`);
    stored = await world.storeSafety(safety);
    world.applyListener?.onSafetyBackup?.(safety, stored);
  } catch (error) {
    signal.throwIfAborted();
    const { message } = error as Error;
    throw new Error(`nothing was written, since the safety backup is not safe: ${message}`, {
      cause: error,
    });
  }
  const where = 'path' in stored ? stored.path : `artifact ${stored.name}: ${stored.url}`;
  reporter.info(`Safety backup stored: ${where}`);
  return safety;
}
