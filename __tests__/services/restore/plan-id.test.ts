import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RestorePlan } from '../../../src/models/restore-plan.ts';
import { costOf } from '../../../src/services/restore/cost.ts';
import { makePlan, type PlanHeader } from '../../../src/services/restore/make-plan.ts';
import { objectsNamed } from '../../fixtures/restore/names.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { planOf, type PlanOptions } from '../../fixtures/restore/plans.ts';

const HEADER: PlanHeader = {
  created_at: '2026-11-23T03:17:42Z',
  tool: { name: 'descope-backup', version: '1.0.0' },
  mode: 'restore',
  project_id: 'P2abcdefghijklmnopqrstuvwxyz',
  backup: {
    backup_id: '20261122_030000',
    project_id: 'P2abcdefghijklmnopqrstuvwxyz',
    environment: 'production',
    created_at: '2026-11-22T03:00:00Z',
    status: 'complete',
    manifest_sha256: 'ab'.repeat(32),
  },
  scope: {
    only: [],
    with_dependencies: true,
    delete: [],
    supplied_secrets: [],
    accepted_user_loss: [],
    users_status: 'saved',
  },
  cost: costOf({ writes: 1, captureRequests: 2, fullRequests: 20, tier: 'tier2' }),
};

function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  return state;
}

function damaged(more: (live: ProjectState) => void = () => undefined): ProjectState {
  const live = project();
  live.tenants = live.tenants.map((one) => (one.id === 'acme' ? { ...one, name: 'Other' } : one));
  live.roles = live.roles.slice(1);
  live.lists = live.lists.map((one) => ({ ...one, description: 'changed' }));
  more(live);
  return live;
}

function whole(
  live: ProjectState,
  options: PlanOptions = {},
  header: Partial<PlanHeader> = {},
): RestorePlan {
  return makePlan({ ...HEADER, ...header }, planOf(project(), live, options));
}

describe('a plan', () => {
  it('is of its schema', () => {
    expect(() => RestorePlan.parse(whole(damaged()))).not.toThrow();
  });

  it('is the same whatever the order of the answers', () => {
    const before = JSON.stringify(whole(damaged()));
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer()), (numbers) => {
        const mix = <One>(list: readonly One[]): One[] =>
          list
            .map((one) => ({ one, by: numbers.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one);
        const live = damaged((state) => {
          Object.assign(state, {
            tenants: mix(state.tenants),
            roles: mix(state.roles),
            permissions: mix(state.permissions),
            lists: mix(state.lists),
            accessKeys: mix(state.accessKeys),
            jwtTemplates: mix(state.jwtTemplates),
            inboundApps: mix(state.inboundApps),
          });
        });
        expect(JSON.stringify(whole(live))).toBe(before);
      }),
      { numRuns: 5 },
    );
  });
});

describe('the id of a plan', () => {
  const id = whole(damaged()).plan_id;

  it.each<[string, RestorePlan]>([
    ['the time', whole(damaged(), {}, { created_at: '2027-01-01T00:00:00Z' })],
    [
      'what live alone has',
      whole(
        damaged((live) => {
          live.lists = [...live.lists, { id: 'LI9', name: 'Mine', type: 'texts', data: [] }];
        }),
      ),
    ],
    [
      'stamps',
      whole(
        damaged((live) => {
          live.flows = live.flows.map((flow) => ({
            ...flow,
            etag: 'x',
            version: 9,
            componentsVersion: '9',
          }));
        }),
      ),
    ],
    [
      'an object that is as saved',
      whole(
        damaged((live) => {
          live.permissions = [...live.permissions].reverse();
        }),
      ),
    ],
    [
      'what it costs',
      whole(
        damaged(),
        {},
        { cost: costOf({ writes: 9, captureRequests: 9, fullRequests: 9, tier: undefined }) },
      ),
    ],
    [
      'the name of the backup',
      whole(damaged(), {}, { backup: { ...HEADER.backup, risk: 'high' } }),
    ],
  ])('does not depend on %s', (_name, plan) => {
    expect(plan.plan_id).toBe(id);
  });

  it.each<[string, RestorePlan]>([
    ['the project', whole(damaged(), {}, { project_id: 'P9' })],
    [
      'the backup',
      whole(damaged(), {}, { backup: { ...HEADER.backup, manifest_sha256: 'cd'.repeat(32) } }),
    ],
    ['the mode', whole(damaged(), {}, { mode: 'undo' })],
    ['the tool', whole(damaged(), {}, { tool: { name: 'descope-backup', version: '1.0.1' } })],
    ['the scope', whole(damaged(), {}, { scope: { ...HEADER.scope, only: ['tenants'] } })],
    [
      'places of secrets that are supplied',
      whole(damaged(), {}, { scope: { ...HEADER.scope, supplied_secrets: ['/a'] } }),
    ],
    [
      'what live has of an object to be changed',
      whole(
        damaged((live) => {
          live.lists = live.lists.map((one) => ({ ...one, description: 'other' }));
        }),
      ),
    ],
    [
      'one more difference',
      whole(
        damaged((live) => {
          live.passwordSettings = { ...live.passwordSettings, minLength: 5 };
        }),
      ),
    ],
    [
      'what is deleted',
      whole(
        damaged((live) => {
          live.lists = [...live.lists, { id: 'LI9', name: 'Mine', type: 'texts', data: [] }];
        }),
        { delete: objectsNamed('lists/LI9') },
      ),
    ],
    [
      'what the service refuses',
      whole(
        damaged((live) => {
          live.fgaSchema = { dsl: 'x' };
        }),
        { facts: { userCounts: new Map(), fgaDryRun: { kind: 'refused', text: 'no' } } },
      ),
    ],
  ])('depends on %s', (_name, plan) => {
    expect(plan.plan_id).not.toBe(id);
  });

  it('knows the kind of a refusal, not its words', () => {
    const live = () =>
      damaged((state) => {
        state.fgaSchema = { dsl: 'x' };
      });
    const refused = (text: string) =>
      whole(live(), { facts: { userCounts: new Map(), fgaDryRun: { kind: 'refused', text } } })
        .plan_id;
    const deletes = whole(live(), {
      facts: { userCounts: new Map(), fgaDryRun: { kind: 'ok', deletes: ['doc'] } },
    });
    expect(refused('line 1')).toBe(refused('line 2'));
    expect(refused('line 1')).not.toBe(deletes.plan_id);
    expect(deletes.steps.find(({ section }) => section === 'fga-schema')).toMatchObject({
      action: 'blocked',
      reason: expect.stringMatching(/deletes doc, .* name fga-schema in only/) as unknown,
    });
  });
});

describe('the cost of an apply', () => {
  it('is nothing where nothing is written', () => {
    expect(costOf({ writes: 0, captureRequests: 20, fullRequests: 30, tier: undefined })).toEqual({
      requests: 0,
      seconds: 0,
    });
  });

  it('is four requests a write, four captures and a full one, at the rate of the tier', () => {
    const facts = { writes: 10, captureRequests: 15, fullRequests: 20 };
    expect(costOf({ ...facts, tier: undefined })).toEqual({ requests: 120, seconds: 72 });
    expect(costOf({ ...facts, tier: 'tier2' })).toEqual({
      requests: 120,
      seconds: 12,
      rate_limit_tier: 'tier2',
    });
  });
});
