/**
 * The plan of a restore: from a backup, a live project and what is asked for, to steps and writes.
 * Pure.
 */
import type { JsonObject } from '../../json/value.ts';
import type { RestorePlan, RestoreStep } from '../../models/restore-plan.ts';
import { makeComparable } from '../../project/restore/canonical.ts';
import { metadataMembers } from '../../project/restore/flows.ts';
import type { IdMap } from '../../project/restore/id-map.ts';
import { twinSection } from '../../project/restore/snapshot.ts';
import { addSsoOfEnforcing, armTenants } from './arming.ts';
import { closeOver, Drafts } from './closure.ts';
import { deletesOf, type DeleteDraft } from './deletes.ts';
import { isPossible, type Draft } from './draft.ts';
import { applyFacts, NO_FACTS, type ServiceFacts } from './facts.ts';
import { matchSides, type Matching } from './match.ts';
import type { ProjectObject, ProjectSide } from './objects.ts';
import { inOrder } from './order.ts';
import { refText, type Comparable, type ObjectRef, type PlannedWrite } from './planned-write.ts';
import { chooser, isNamed, type Choice, type NamedObject } from './scope.ts';
import { showChanges, type ShownChange } from './shown.ts';
import { joinSnapshotWrites } from './snapshot-write.ts';
import { checkSupplied } from './supplied-secrets.ts';
import { writesOf } from './object-writes.ts';

export interface PlanInput {
  readonly saved: ProjectSide;
  readonly live: ProjectSide;
  readonly isOtherProject: boolean;
  readonly choice: Choice;
  readonly withDependencies: boolean;
  readonly delete: readonly NamedObject[];
  readonly acceptedUserLoss: readonly NamedObject[];
  /** Places of which a secret was supplied. */
  readonly supplied: ReadonlySet<string>;
  /** What the service said, as far as it was asked; see {@link PlanResult.needs}. */
  readonly facts?: ServiceFacts;
}

export interface PlanResult extends Pick<
  RestorePlan,
  'steps' | 'kept' | 'counts' | 'findings' | 'refusals' | 'risk'
> {
  readonly writes: readonly PlannedWrite[];
  /** Ids of the live project; an apply adds to it. */
  readonly ids: IdMap;
  /** By which objects are hashed as they are read. */
  readonly comparable: Comparable;
  readonly needs: PlanNeeds;
}

/** What the service must be asked before the plan is whole. */
export interface PlanNeeds {
  /** The FGA schema that would be saved. */
  readonly fgaDryRun: string | undefined;
  /** Whether a snapshot would be imported. */
  readonly snapshotImport: PlannedWrite | undefined;
  /** Tenants and roles that would be deleted. */
  readonly userCounts: readonly ObjectRef[];
}

/**
 * Whether `all`, or a section, means an object: a file that repeats a section is that section's.
 */
function isMeant({ section, id }: ProjectObject, input: PlanInput): boolean {
  if (section !== 'snapshot') return true;
  const twin = twinSection(id);
  if (twin === undefined || !input.saved.sections.has(twin)) return true;
  return input.choice.selectors.some(
    (selector) => selector.kind === 'object' && selector.section === section && selector.id === id,
  );
}

function draftChosen(input: PlanInput, matching: Matching): Drafts {
  const isChosen = chooser(input.choice, input.saved);
  const drafts = new Drafts({
    live: input.live,
    matching,
    isOtherProject: input.isOtherProject,
    supplied: input.supplied,
  });
  for (const match of matching.matches) {
    if (isChosen(match.saved) && isMeant(match.saved, input)) drafts.add(match);
  }
  return drafts;
}

function keptOf(input: PlanInput, matching: Matching, going: readonly DeleteDraft[]): ObjectRef[] {
  const gone = new Set(going.map(({ ref }) => refText(ref)));
  const isOf = (live: ProjectObject) => input.choice.isAll || isNamed(input.choice, live);
  return matching.liveOnly
    .filter(
      ({ ref, live }) =>
        isOf(live) && !gone.has(refText(ref)) && input.saved.sections.has(ref.section),
    )
    .filter(({ ref }) => ref.section !== 'snapshot' || twinSection(ref.id) === undefined)
    .map(({ ref }) => ref)
    .sort((a, b) => (refText(a) < refText(b) ? -1 : 1));
}

function shownOf(drafts: readonly Draft[], going: readonly DeleteDraft[]): ShownChange[] {
  const written = drafts.filter(({ action }) => action === 'create' || action === 'update');
  return [
    ...written.map(({ match, live, target }) => ({
      ref: match.ref,
      liveId: match.live?.id,
      before: live,
      after: target,
    })),
    ...going
      .filter(({ action }) => action === 'delete')
      .map(({ ref, live, canonical }) => ({
        ref,
        liveId: live.id,
        before: canonical,
        after: undefined,
      })),
  ];
}

type Edits = ReadonlyMap<string, RestoreStep['edits']>;

function stepOf(draft: Draft, edits: Edits, requests: number): RestoreStep {
  const { match, action, reason, becauseOf, missing, liveHash, targetHash, loses } = draft;
  const { section, id } = match.ref;
  return {
    section,
    id,
    ...(match.live !== undefined && match.live.id !== id && { live_id: match.live.id }),
    action,
    ...(reason !== undefined && { reason }),
    ...(becauseOf !== undefined && { because_of: becauseOf }),
    edits: edits.get(refText(match.ref)) ?? [],
    loses: isPossible(draft) ? [...loses] : [],
    ...(missing.length > 0 && { missing_secrets: missing }),
    ...(liveHash !== undefined && { live_sha256: liveHash }),
    ...(targetHash !== undefined && { target_sha256: targetHash }),
    requests,
  };
}

function deleteStep({ ref, action, reason, loses, hash }: DeleteDraft, edits: Edits): RestoreStep {
  return {
    section: ref.section,
    id: ref.id,
    action,
    ...(reason !== undefined && { reason }),
    edits: edits.get(refText(ref)) ?? [],
    loses: [...loses],
    live_sha256: hash,
    requests: action === 'delete' ? 1 : 0,
  };
}

/** In the order of their writes; those without one after them, by section and id. */
function inStepOrder(
  steps: readonly RestoreStep[],
  writes: readonly PlannedWrite[],
): RestoreStep[] {
  const first = new Map<string, number>();
  for (const [index, { objects }] of writes.entries()) {
    for (const ref of objects) if (!first.has(refText(ref))) first.set(refText(ref), index);
  }
  const place = (step: RestoreStep) => first.get(refText(step)) ?? writes.length;
  return [...steps].sort(
    (a, b) =>
      place(a) - place(b) || (refText(a) < refText(b) ? -1 : refText(a) > refText(b) ? 1 : 0),
  );
}

function flowsOf(...sides: readonly ProjectSide[]): JsonObject[] {
  return sides.flatMap(({ sections }) =>
    [...(sections.get('flows')?.values() ?? [])].map(({ value }) => value),
  );
}

function countsOf(steps: readonly RestoreStep[], kept: number): PlanResult['counts'] {
  const count = (...actions: RestoreStep['action'][]) =>
    steps.filter(({ action }) => actions.includes(action)).length;
  return {
    create: count('create'),
    update: count('update'),
    delete: count('delete'),
    identical: count('identical'),
    not_possible: count('unsupported', 'blocked', 'missing-secret'),
    kept,
  };
}

/**
 * Plans a restore.
 *
 * @throws ScopeError where what is asked for is not there
 */
export function planRestore(input: PlanInput): PlanResult {
  const matching = matchSides(input.saved, input.live, input.isOtherProject);
  const facts = input.facts ?? NO_FACTS;
  const drafts = draftChosen(input, matching);
  const going = deletesOf(input.delete, {
    matching,
    accepted: input.acceptedUserLoss,
    userCounts: facts.userCounts,
  });
  return finishPlan({ input, matching, drafts, going, facts });
}

/** The same from drafts and deletes, however these were chosen. */
export function finishPlan({
  input,
  matching,
  drafts,
  going,
  facts,
}: {
  readonly input: PlanInput;
  readonly matching: Matching;
  readonly drafts: Drafts;
  readonly going: readonly DeleteDraft[];
  readonly facts: ServiceFacts;
}): PlanResult {
  if (input.withDependencies) addSsoOfEnforcing(drafts);
  closeOver(drafts, input.withDependencies);
  checkSupplied(input.supplied, drafts.all);
  const { refusals, needs } = applyFacts(drafts, facts, input.choice);
  // What a refusal blocks may be needed by others.
  closeOver(drafts, false);
  armTenants(drafts);
  const written = drafts.all.filter(({ action }) => action === 'create' || action === 'update');
  const single = [
    ...written.flatMap((draft) => writesOf(draft, drafts)),
    ...going.flatMap(({ write }) => (write === undefined ? [] : [write])),
  ];
  const writes = inOrder(joinSnapshotWrites(single, input.saved));
  const shown = showChanges(shownOf(written, going), matching);
  const requests = new Map<string, number>();
  for (const ref of writes.flatMap(({ objects }) => objects)) {
    requests.set(refText(ref), (requests.get(refText(ref)) ?? 0) + 1);
  }
  const steps = inStepOrder(
    [
      ...drafts.all.map((draft) =>
        stepOf(draft, shown.edits, requests.get(refText(draft.match.ref)) ?? 0),
      ),
      ...going.map((one) => deleteStep(one, shown.edits)),
    ],
    writes,
  );
  const kept = keptOf(input, matching, going);
  return {
    steps,
    kept: kept.map(({ section, id }) => ({ section, id })),
    counts: countsOf(steps, kept.length),
    risk: shown.risk,
    findings: [...shown.findings],
    refusals,
    writes,
    ids: matching.liveIds,
    comparable: makeComparable(matching.liveIds, metadataMembers(flowsOf(input.saved, input.live))),
    needs: {
      ...needs,
      snapshotImport: writes.find(({ call }) => call === 'snapshotImport'),
      userCounts: going
        .map(({ ref }) => ref)
        .filter(({ section }) => section === 'tenants' || section === 'roles'),
    },
  };
}
