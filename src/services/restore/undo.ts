/** The plan of an undo: back to the safety backup, for the objects that a restore wrote. */
import type { JournalLine } from '../../models/restore-journal.ts';
import type { RestorePlan, RestoreStep } from '../../models/restore-plan.ts';
import { rowOf } from '../../project/restore/rows.ts';
import { Drafts } from './closure.ts';
import { deleteDraft, inDeleteOrder, type DeleteDraft, type DeleteOptions } from './deletes.ts';
import { NO_FACTS } from './facts.ts';
import { matchSides, type Matching } from './match.ts';
import type { ProjectObject } from './objects.ts';
import { finishPlan, type PlanInput, type PlanResult } from './plan.ts';
import { refText, type ObjectRef } from './planned-write.ts';
import type { Choice } from './scope.ts';

type JournalEnd = Extract<JournalLine, { event: 'end' }>;

export interface UndoInput extends Omit<
  PlanInput,
  'choice' | 'delete' | 'isOtherProject' | 'withDependencies'
> {
  /** The plan that was applied. */
  readonly plan: RestorePlan;
  /** What the apply wrote down; undefined when the runner died with it. */
  readonly journal: readonly JournalLine[] | undefined;
}

/** What the journal knows of an object that a restore created. */
interface Created {
  readonly newId: string | undefined;
  readonly hash: string | undefined;
  readonly isCertain: boolean;
}

type Named = Pick<ObjectRef, 'section' | 'id'>;

function endsOf(journal: readonly JournalLine[]): Map<string, JournalEnd[]> {
  const ends = new Map<string, JournalEnd[]>();
  for (const line of journal) {
    if (line.event !== 'end') continue;
    for (const one of line.objects) {
      ends.set(refText(one), [...(ends.get(refText(one)) ?? []), line]);
    }
  }
  return ends;
}

/** Objects of which a write was begun, or of a restore without a journal all of the plan. */
function touched(journal: UndoInput['journal']): (step: Named) => boolean {
  if (journal === undefined) return () => true;
  const begun = new Set(
    journal.flatMap((line) => (line.event === 'start' ? [] : line.objects.map(refText))),
  );
  return (step) => begun.has(refText(step));
}

function hashIn({ after_sha256: only, objects }: JournalEnd, object: Named): string | undefined {
  if (objects.length === 1) return only;
  const own = objects.find((one) => refText(one) === refText(object))?.after_sha256;
  return typeof own === 'string' ? own : undefined;
}

function createdOf(ends: readonly JournalEnd[], object: Named): Created {
  const last = ends.at(-1);
  return {
    newId: ends.find(({ new_id }) => new_id !== undefined)?.new_id,
    hash: last && hashIn(last, object),
    isCertain: ends.length > 0 && ends.every(({ outcome }) => outcome === 'done'),
  };
}

/** A delete that cannot be, and why. */
function notDeleted(draft: DeleteDraft, reason: string): DeleteDraft {
  return { ...draft, action: 'unsupported', reason, loses: [], write: undefined };
}

/** The objects of the restore, each by name. */
function choiceOf(steps: readonly RestoreStep[]): Choice {
  return {
    isAll: false,
    selectors: steps.map(({ section, id }) => ({ kind: 'object', section, id })),
    texts: steps.map(refText).sort(),
  };
}

class UndoPlanner {
  readonly #input: UndoInput;
  readonly #matching: Matching;
  readonly #options: DeleteOptions;
  readonly #ends: ReadonlyMap<string, readonly JournalEnd[]>;

  constructor(input: UndoInput) {
    this.#input = input;
    this.#matching = matchSides(input.saved, input.live, false);
    this.#ends = endsOf(input.journal ?? []);
    this.#options = {
      matching: this.#matching,
      accepted: input.acceptedUserLoss,
      userCounts: (input.facts ?? NO_FACTS).userCounts,
    };
  }

  plan(): PlanResult {
    const { plan, journal } = this.#input;
    const isTouched = touched(journal);
    const steps = plan.steps.filter(
      (step) => ['create', 'update', 'delete'].includes(step.action) && isTouched(step),
    );
    const input: PlanInput = {
      ...this.#input,
      choice: choiceOf(steps),
      delete: [],
      isOtherProject: false,
      withDependencies: true,
    };
    return finishPlan({
      input,
      matching: this.#matching,
      drafts: this.#draftsOf(steps),
      going: this.#deletesOf(steps.filter(({ action }) => action === 'create')),
      facts: this.#input.facts ?? NO_FACTS,
    });
  }

  /** What was changed or deleted goes back to how the safety backup has it. */
  #draftsOf(steps: readonly RestoreStep[]): Drafts {
    const { live, supplied } = this.#input;
    const drafts = new Drafts({ live, supplied, matching: this.#matching, isOtherProject: false });
    const wanted = new Set(
      steps.map(({ section, id, live_id }) => refText({ section, id: live_id ?? id })),
    );
    for (const match of this.#matching.matches) {
      if (wanted.has(refText(match.ref))) drafts.add(match);
    }
    return drafts;
  }

  /** What was created goes, where it is certain that it is ours and nobody changed it since. */
  #deletesOf(steps: readonly RestoreStep[]): DeleteDraft[] {
    const found = steps.flatMap((step) => {
      const created = createdOf(this.#ends.get(refText(step)) ?? [], step);
      const one = this.#find(step, created);
      return one === undefined ? [] : [{ step, created, ...one }];
    });
    const going = new Set(found.map(({ ref }) => refText(ref)));
    const tenants = new Set(
      found.filter(({ step }) => step.section === 'tenants').map(({ live }) => live.apiId),
    );
    const drafts = found
      // What a restore cannot delete by itself goes with its tenant.
      .filter(
        ({ live }) =>
          rowOf(live.section)?.remove !== undefined || !tenants.has(live.tenantId ?? ''),
      )
      .map(({ ref, live, created }) => {
        const draft = deleteDraft(ref, live, going, this.#options);
        if (draft.action === 'unsupported') return draft;
        const reason = this.#doubt(draft, created);
        return reason === undefined ? draft : notDeleted(draft, reason);
      });
    return inDeleteOrder(drafts);
  }

  #find(
    { section, id }: RestoreStep,
    { newId }: Created,
  ): { ref: ObjectRef; live: ProjectObject } | undefined {
    const ofSection = this.#matching.liveOnly.filter(({ ref }) => ref.section === section);
    return newId === undefined
      ? ofSection.find(({ live }) => live.id === id)
      : ofSection.find(({ live }) => live.apiId === newId);
  }

  /** Why an object is not deleted; undefined where it may be. */
  #doubt({ hash }: DeleteDraft, created: Created): string | undefined {
    if (this.#input.journal === undefined || created.newId === undefined || !created.isCertain) {
      return 'perhaps the restore created it, perhaps somebody else: look at it, and delete it yourself';
    }
    return created.hash === hash ? undefined : 'it was changed since the restore created it';
  }
}

/** Plans the undo of a restore: `saved` is its safety backup. */
export function planUndo(input: UndoInput): PlanResult {
  return new UndoPlanner(input).plan();
}
