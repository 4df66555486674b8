/**
 * What a plan is made from, but for the live project: a backup, or the safety backup of an earlier
 * restore.
 */
import type { RestorePlan } from '../../models/restore-plan.ts';
import { SECTIONS, type Section } from '../../project/sections/index.ts';
import { isWrite } from '../../project/restore-words.ts';
import {
  planRestore,
  planUndo,
  readSavedSide,
  sectionsToRead,
  type PlanInput,
  type PlanResult,
  type ProjectSide,
  type ServiceFacts,
} from '../../services/index.ts';
import { choiceOf, namedObjects, nameTexts } from '../../services/restore/named-choice.ts';
import { findNamed, type NamedObject, type Selector } from '../../services/restore/scope.ts';
import { findBackup } from './find-backup.ts';
import { findRestore } from './find-restore.ts';
import type { RestoredBackup, RestoreOptions, RestoreWorld } from './prepared-plan.ts';

export interface PlanSource {
  readonly backup: RestoredBackup;
  /** What must be read of the live project. */
  readonly sections: ReadonlySet<Section>;
  readonly scope: RestorePlan['scope'];
  /**
   * @param isAgain whether it was applied: what is deleted by then is not asked for again
   * @throws ScopeError where what is asked for is not there
   */
  readonly plan: (live: ProjectSide, facts: ServiceFacts, isAgain: boolean) => PlanResult;
}

/** The objects that the live project still has, or of which it was not read whether it has them. */
function stillThere(named: readonly NamedObject[], { sections }: ProjectSide): NamedObject[] {
  return named.filter((one) => {
    const objects = sections.get(one.section);
    return objects === undefined || findNamed(one, objects.values()) !== undefined;
  });
}

function sectionsOf(...given: Parameters<typeof sectionsToRead>): ReadonlySet<Section> {
  const wanted = new Set(sectionsToRead(...given));
  return new Set(SECTIONS.filter((section) => wanted.has(section)));
}

function commonScope({ secrets, acceptUserLoss }: RestoreOptions) {
  return {
    supplied_secrets: [...secrets.keys()].sort(),
    accepted_user_loss: nameTexts(acceptUserLoss),
    users_status: 'saved',
  } as const;
}

/**
 * What is restored from a backup.
 *
 * @param folder a temporary one
 * @throws Error when there is none that can be restored
 */
export async function restoreSource(
  options: RestoreOptions,
  folder: string,
  world: RestoreWorld,
): Promise<PlanSource> {
  const backup = await findBackup(options, folder, world);
  const saved = await readSavedSide(backup.path, backup.manifest);
  const choice = choiceOf(options.only);
  const deletes = namedObjects(options.delete);
  const input: Omit<PlanInput, 'live' | 'facts' | 'delete'> = {
    saved,
    choice,
    isOtherProject: options.fromProjectId !== options.projectId,
    withDependencies: options.withDependencies,
    acceptedUserLoss: namedObjects(options.acceptUserLoss),
    supplied: new Set(options.secrets.keys()),
  };
  return {
    backup,
    sections: sectionsOf(choice, deletes, saved),
    scope: {
      only: choice.texts,
      with_dependencies: options.withDependencies,
      delete: nameTexts(options.delete),
      ...commonScope(options),
    },
    plan: (live, facts, isAgain) =>
      planRestore({ ...input, live, facts, delete: isAgain ? stillThere(deletes, live) : deletes }),
  };
}

/**
 * Every section of which a restore wrote an object, and what would go with the tenants that it
 * created.
 */
function writtenSections({ steps }: RestorePlan): Selector[] {
  const sections = new Set(steps.filter(isWrite).map(({ section }) => section));
  const tenants = steps.filter(
    ({ section, action }) => section === 'tenants' && action === 'create',
  );
  return [
    ...[...sections].sort().map((section) => ({ kind: 'section', section }) as const),
    ...tenants.map(({ id }) => ({ kind: 'tenant', id }) as const),
  ];
}

/**
 * What goes back to how it was before a restore.
 *
 * @param folder a temporary one
 * @throws Error when what it left is not to be had
 */
export async function undoSource(
  options: RestoreOptions,
  folder: string,
  world: RestoreWorld,
): Promise<PlanSource> {
  const { plan, journal, safety } = await findRestore(options, folder, world);
  const saved = await readSavedSide(safety.path, safety.manifest);
  const choice = { isAll: false, selectors: writtenSections(plan), texts: [] };
  const input = {
    ...{ saved, plan, journal },
    acceptedUserLoss: namedObjects(options.acceptUserLoss),
    supplied: new Set(options.secrets.keys()),
  };
  return {
    backup: safety,
    sections: sectionsOf(choice, [], saved),
    scope: { only: [], with_dependencies: true, delete: [], ...commonScope(options) },
    plan: (live, facts) => planUndo({ ...input, live, facts }),
  };
}
