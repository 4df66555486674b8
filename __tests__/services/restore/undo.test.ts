import { describe, expect, it } from '@jest/globals';
import type { JournalLine } from '../../../src/models/restore-journal.ts';
import type { RestorePlan } from '../../../src/models/restore-plan.ts';
import { sha256 } from '../../../src/storage/checksums.ts';
import { planUndo } from '../../../src/services/restore/undo.ts';
import type { PlanResult } from '../../../src/services/restore/plan.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { applyTo, ProjectModel } from '../../fixtures/restore/model.ts';
import { planOf } from '../../fixtures/restore/plans.ts';
import { sideOf } from '../../fixtures/restore/sides.ts';

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  return state;
}

function damaged(): ProjectState {
  const state = project();
  state.roles = state.roles
    .filter(({ name }) => name !== 'Éditeur')
    .map((role) =>
      role.name === 'Viewer' && role.tenantId === '' ? { ...role, name: 'Looker' } : role,
    );
  const renamed = (names: unknown) =>
    (names as string[]).map((name) => (name === 'Viewer' ? 'Looker' : name));
  state.tenants = state.tenants.map((one) => ({
    ...one,
    defaultRoles: renamed(one['defaultRoles']),
  }));
  state.accessKeys = state.accessKeys.map((one) => ({
    ...one,
    roleNames: renamed(one['roleNames']),
  }));
  state.lists = state.lists.slice(1);
  state.tenants = state.tenants.filter(({ id }) => id !== 'old-co');
  state.sso.delete('old-co');
  state.tenantSettings.delete('old-co');
  state.flows = state.flows.map((flow) => ({ ...flow, disabled: true }));
  return state;
}

/** What an apply writes down of a plan that went well. */
function journalOf({ writes, ids, comparable }: PlanResult, model: ProjectModel): JournalLine[] {
  return writes.map((write, index): JournalLine => {
    const [ref] = write.objects;
    const value = ref && model.read(ref, ids);
    const id = ref && ids.idOf(ref.section, ref.naturalKey);
    return {
      event: 'end',
      seq: index + 1,
      at: '2026-11-23T03:17:42Z',
      objects: write.objects.map(({ section, id }) => ({ section, id })),
      action: write.action,
      call: write.call,
      outcome: 'done',
      ...(write.action === 'create' && id !== undefined && { new_id: id }),
      ...(ref && value && { after_sha256: sha256(comparable(ref.section, value, ref.id)) }),
    };
  });
}

interface UndoOptions {
  readonly given?: readonly JournalLine[];
  /** Whether the journal is gone. */
  readonly isLost?: boolean;
  readonly users?: number;
}

function restored() {
  const live = damaged();
  const safety = sideOf(live);
  const result = planOf(project(), live, { only: 'roles,lists,tenants,flows,tenant-settings' });
  const model = new ProjectModel(live);
  applyTo(model, result);
  const journal = journalOf(result, model);
  const plan = { steps: result.steps } as unknown as RestorePlan;
  const undo = ({ given = journal, isLost = false, users = 0 }: UndoOptions = {}) =>
    planUndo({
      saved: safety,
      live: sideOf(live, {}, 'live'),
      plan,
      journal: isLost ? undefined : given,
      acceptedUserLoss: [],
      supplied: new Set(),
      facts: {
        userCounts: new Map(
          [...sideOf(live).sections].flatMap(([section, objects]) =>
            [...objects.keys()].map((id) => [`${section}/${id}`, users] as const),
          ),
        ),
      },
    });
  return { live, model, undo, safety };
}

function actions({ steps }: PlanResult): string[] {
  return steps.map(({ section, id, action }) => `${action} ${section}/${id}`);
}

describe('an undo', () => {
  it('goes back to the state before, and leaves nothing of the restore', () => {
    const { live, model, undo } = restored();
    const plan = undo();
    expect(actions(plan).sort()).toEqual(
      [
        'delete lists/LI1',
        'delete roles/Éditeur',
        'delete tenants/old-co',
        'update roles/Looker',
        ...damaged()
          .flows.filter(({ id }) => id !== 'promote-access-keys')
          .map(({ id }) => `update flows/${id}`),
      ].sort(),
    );
    applyTo(model, plan);
    const again = planOf(damaged(), live);
    expect(actions(again).filter((text) => !text.startsWith('identical'))).toEqual([]);
    expect(again.kept).toEqual([]);
  });

  it('keeps what was changed since', () => {
    const { live, undo } = restored();
    live.lists = live.lists.map((list) => ({ ...list, description: 'mine now' }));
    expect(undo().steps.find(({ section }) => section === 'lists')).toMatchObject({
      id: 'LI1',
      action: 'unsupported',
      reason: 'it was changed since the restore created it',
    });
  });

  it('never deletes what users belong to', () => {
    const { steps, writes } = restored().undo({ users: 3 });
    for (const id of ['old-co', 'Éditeur']) {
      expect(steps.find((step) => step.id === id)).toMatchObject({
        action: 'blocked',
        reason: '3 users would lose it: name it in accept-user-loss',
      });
    }
    expect(writes.filter(({ action }) => action === 'delete').map(({ call }) => call)).toEqual([
      'listDelete',
    ]);
  });

  it('deletes nothing without a journal, and brings back the rest', () => {
    const { live, model, undo } = restored();
    const plan = undo({ isLost: true });
    expect(plan.writes.map(({ action }) => action)).not.toContain('delete');
    expect(plan.steps.filter(({ action }) => action === 'unsupported').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['LI1', 'Éditeur', 'old-co']),
    );
    applyTo(model, plan);
    expect(live.roles.map(({ name }) => name)).toContain('Looker');
  });
});
