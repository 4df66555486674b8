import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { mixedProject } from '../../fixtures/descope-api/mixed-project.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { DAMAGES } from '../../fixtures/restore/damages.ts';
import { applyTo, ProjectModel, type SentWrite } from '../../fixtures/restore/model.ts';
import { planOf, type PlanOptions } from '../../fixtures/restore/plans.ts';

/** A small mixed project: the flow of two megabytes takes time and tells nothing here. */
function project(): ProjectState {
  const state = mixedProject();
  state.flows = state.flows.slice(1);
  state.inboundApps = state.inboundApps.slice(0, 3);
  return state;
}

interface Outcome {
  readonly before: readonly string[];
  readonly sent: readonly SentWrite[];
  readonly left: readonly string[];
  readonly state: ProjectState;
}

/** Damages a project, restores it, and plans again. */
function restore(
  damage: (live: ProjectState) => void,
  options: PlanOptions = {},
  secrets: Readonly<Record<string, string>> = {},
): Outcome {
  const live = project();
  damage(live);
  const supplied = new Set(Object.keys(secrets));
  const plan = planOf(project(), live, { supplied, ...options });
  const todo = (result: typeof plan) =>
    result.steps
      .filter(({ action }) => action !== 'identical')
      .map(
        ({ section, id, action, reason }) =>
          `${action} ${section}/${id}${reason === undefined ? '' : `: ${reason}`}`,
      );
  const before = todo(plan);
  const model = new ProjectModel(live, { isPro: options.isPro ?? false });
  const sent = applyTo(model, plan, new Map(Object.entries(secrets)));
  const { delete: _deleted, ...again } = options;
  return { before, sent, left: todo(planOf(project(), live, { supplied, ...again })), state: live };
}

function texts(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as JsonObject).flatMap(texts);
}

describe('a restore of a damaged project', () => {
  for (const [name, damage] of Object.entries(DAMAGES)) {
    it.each([false, true])(`brings back: ${name} (snapshots: %s)`, (isPro) => {
      const { before, left, sent } = restore(damage, { isPro });
      expect(before.length).toBeGreaterThan(0);
      expect(before.filter((text) => /^(?:unsupported|blocked)/.test(text))).toEqual([]);
      expect(left).toEqual(before.filter((text) => !/^(?:create|update|delete)/.test(text)));
      for (const { body } of sent) {
        for (const text of texts(body)) expect(text).not.toMatch(/\[withheld\]|\0/);
      }
    });
  }
});
