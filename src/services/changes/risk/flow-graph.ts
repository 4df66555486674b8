/**
 * A flow as a graph of tasks: where it starts, where each exit of a task leads, and which tasks
 * prove who somebody is.
 */
import { parseJson } from '../../../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json/value.ts';
import { members, plainKey } from './changed-places.ts';
import { PROOF } from './flow-words.ts';

export interface FlowExit {
  /** The interaction or branch that takes it; empty where nothing names it. */
  readonly label: string;
  readonly to: string;
}

export interface FlowTask {
  /** What it does: a task of the same id that does something else is another one. */
  readonly does: string;
  /** What proves in it who somebody is; undefined when nothing does. */
  readonly proof: string | undefined;
  readonly exits: readonly FlowExit[];
  readonly isEnd: boolean;
}

export interface FlowGraph {
  readonly starts: readonly string[];
  readonly tasks: ReadonlyMap<string, FlowTask>;
}

/** Actions that prove who somebody is by other words than those of MFA. */
const SIGN_IN =
  /password|oauth|saml|oidc|(?:^|[-_])sso|exchange|enchanted|recovery[-_ ]?code|external[-_ ]?token|one[-_ ]?tap/i;
/** Actions that prove nothing, whatever they are called. */
const NO_PROOF = /^(?:delete|remove|revoke|forgot|log-?out)/i;

/** Members of a task that say where it leads. */
const EXITS =
  /^(?:next|branches|rules|exits|edges|transitions|conditions|else|default|errorhandling.*|on[a-z]+)$/;
const TARGETS = ['taskId', 'to', 'target', 'nextTaskId'] as const;
const LABELS = ['interactionId', 'interaction', 'key', 'label', 'name'] as const;

function firstText(value: JsonObject, keys: readonly string[]): string | undefined {
  return keys.map((key) => value[key]).find((one) => typeof one === 'string');
}

function exitsOf(task: JsonObject, ids: ReadonlySet<string>): FlowExit[] {
  const exits: FlowExit[] = [];
  const visit = (value: JsonValue, label: string): void => {
    if (typeof value === 'string') {
      if (ids.has(value)) exits.push({ label, to: value });
    } else if (Array.isArray(value)) {
      for (const one of value as readonly JsonValue[]) visit(one, label);
    } else if (isJsonObject(value)) {
      const to = firstText(value, TARGETS);
      const name = firstText(value, LABELS) ?? label;
      if (to !== undefined && ids.has(to)) exits.push({ label: name, to });
      for (const [key, child] of Object.entries(value)) {
        // Beside a target, texts are names; where there is none, a text may be one.
        if (typeof child === 'string' ? to === undefined && !isName(key) : true) {
          visit(child, isJsonObject(child) || Array.isArray(child) ? name : key);
        }
      }
    }
  };
  for (const [key, value] of Object.entries(task)) {
    if (EXITS.test(plainKey(key))) visit(value, '');
  }
  return exits;
}

function isName(key: string): boolean {
  return (
    (LABELS as readonly string[]).includes(key) || /id$|type$|operator|value|message/i.test(key)
  );
}

/** The value of an argument: `{"type": "inline", "value": ...}`, or bare. */
function argument(task: JsonObject, name: string): string {
  const given = members(task['arguments']).get(name) ?? task[name];
  const value = isJsonObject(given ?? null) ? members(given).get('value') : given;
  return typeof value === 'string' ? value : '';
}

function proofOf(task: JsonObject): string | undefined {
  const { type, action } = task;
  // What is proven in another flow is not known here.
  if (type === 'flow') return `flow ${argument(task, 'flowId')}`;
  const named = action === 'connector' ? argument(task, 'command') : (action ?? type);
  if (typeof named !== 'string' || NO_PROOF.test(named)) return undefined;
  return PROOF.test(named) || SIGN_IN.test(named) ? named : undefined;
}

function taskOf(task: JsonObject, ids: ReadonlySet<string>): FlowTask {
  const { type, action, screenId } = task;
  const exits = exitsOf(task, ids);
  const does = [type, action, screenId, type === 'flow' ? argument(task, 'flowId') : '']
    .map((one) => (typeof one === 'string' ? one : ''))
    .join('\n');
  const isEnd = action === 'logged-in' || type === 'end' || (type === 'flow' && exits.length === 0);
  return { does, proof: proofOf(task), exits, isEnd };
}

/**
 * The part of a flow that is its graph: the whole of `contents.json` of a snapshot, `contents` or
 * `dsl` of a flow that was exported.
 *
 * @returns undefined when there is none, as in a config file
 */
export function graphPart(flow: JsonValue | undefined): JsonValue | undefined {
  const parts = members(flow);
  if (parts.has('tasks') && parts.has('startTask')) return flow;
  const part = parts.get('contents') ?? parts.get('dsl');
  if (typeof part !== 'string') return part;
  try {
    return parseJson(Buffer.from(part));
  } catch {
    return part;
  }
}

/** @returns a text that says why it is none */
export function readFlowGraph(part: JsonValue): FlowGraph | string {
  const given = members(part).get('tasks');
  const all: readonly (readonly [string, JsonValue])[] | undefined = Array.isArray(given)
    ? (given as readonly JsonValue[]).map((task) => {
        const id = members(task).get('id');
        return [typeof id === 'string' ? id : '', task];
      })
    : given !== undefined && isJsonObject(given)
      ? Object.entries(given)
      : undefined;
  if (all === undefined) return 'it has no tasks';
  const ids = new Set(all.map(([id]) => id));
  if (ids.size < all.length) return 'two of its tasks have one id';
  const tasks = new Map<string, FlowTask>();
  for (const [id, task] of all) {
    if (!isJsonObject(task)) return `its task ${id} is none`;
    tasks.set(id, taskOf(task, ids));
  }
  const start = members(part).get('startTask');
  const starts = new Set(tasks.get('start')?.exits.map(({ to }) => to));
  if (typeof start === 'string' && tasks.has(start)) starts.add(start);
  if (starts.size === 0 && tasks.size > 0) return 'its start is none of its tasks';
  return { starts: [...starts], tasks };
}
