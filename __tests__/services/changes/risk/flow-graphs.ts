/**
 * Flows laid out as the editor of the service does: tasks by id, with rules that lead from one to
 * the next.
 */
import type { JsonObject, JsonValue } from '../../../../src/json/value.ts';

export type Rules = readonly (readonly [interactionId: string, taskId: string])[];

function next(rules: Rules): JsonObject {
  return { rules: rules.map(([interactionId, taskId]) => ({ interactionId, taskId })) };
}

export function automated(
  id: string,
  action: string,
  rules: Rules,
  given: JsonObject = {},
): JsonObject {
  return {
    id,
    type: 'automated',
    action,
    name: action,
    next: next(rules),
    view: { x: 0, y: 0 },
    ...given,
  };
}

export function screenTask(id: string, rules: Rules): JsonObject {
  return { id, type: 'screen', screenId: `SC${id}`, name: id, next: next(rules) };
}

export function condition(id: string, rules: Rules): JsonObject {
  const conditions = rules.map(([interactionId]) => ({ interactionId, name: interactionId }));
  return { id, type: 'condition', name: id, conditions, next: next(rules) };
}

export function subFlow(id: string, flowId: string, rules: Rules = []): JsonObject {
  const argument = { flowId: { type: 'inline', value: flowId } };
  return {
    id,
    type: 'flow',
    name: flowId,
    arguments: argument,
    next: rules.length > 0 ? next(rules) : {},
  };
}

export const loggedIn = (id: string): JsonObject => ({
  id,
  type: 'automated',
  action: 'logged-in',
  name: 'End',
  next: {},
});

/** The contents of a flow that starts in the first of the tasks. */
export function contents(...tasks: readonly JsonObject[]): {
  startTask: string;
  tasks: JsonObject;
} {
  const [first] = tasks;
  const start = first?.['id'] as string;
  const all = tasks.map((task) => [task['id'] as string, task] as const);
  return {
    startTask: start,
    tasks: Object.fromEntries([
      ...all,
      ['start', { id: 'start', name: 'start', next: { rules: [{ taskId: start }] } }],
    ]),
  };
}

/** A flow that was exported. */
export function exported(of: JsonValue): JsonObject {
  return { id: 'login', name: 'Login', contents: of, screens: [], references: {} };
}
