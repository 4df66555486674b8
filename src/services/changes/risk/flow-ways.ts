/**
 * Through which proofs a flow leads. A way is what somebody had to prove between a task and an end
 * of the flow; of all ways only the shortest ones count, those that no other way is a part of,
 * since somebody who wants in takes those.
 */
import type { FlowExit, FlowGraph, FlowTask } from './flow-graph.ts';

/** Proofs as bits, so that a set of them is a number. */
class Proofs {
  readonly #bits = new Map<string, bigint>();

  bit(proof: string | undefined): bigint {
    if (proof === undefined) return 0n;
    const known = this.#bits.get(proof);
    if (known !== undefined) return known;
    const next = 1n << BigInt(this.#bits.size);
    this.#bits.set(proof, next);
    return next;
  }

  names(set: bigint): string[] {
    return [...this.#bits].flatMap(([name, bit]) => ((set & bit) === 0n ? [] : [name]));
  }
}

type Ways = readonly bigint[];

/** More ways than this from one task are followed no further. */
const MAX_WAYS = 50;

function isPart(part: bigint, of: bigint): boolean {
  return (part & of) === part;
}

/** The ways that no other one is a part of. */
function shortest(ways: Iterable<bigint>): Ways {
  const all = [...new Set(ways)];
  return all.filter((way) => !all.some((other) => other !== way && isPart(other, way)));
}

const FAILED = /fail|error|denied|cancel|skip|timeout|expired|invalid|else/i;

/** Whether somebody who takes an exit has given the proof of the task. */
function isProven({ exits }: FlowTask, { label }: FlowExit): boolean {
  return exits.some((exit) => exit.label === 'success') ? label === 'success' : !FAILED.test(label);
}

/** An exit, and the proof that somebody gave who takes it. */
interface Edge {
  readonly id: string;
  readonly exit: FlowExit;
  readonly proof: bigint;
}

interface Step {
  readonly source: string;
  readonly target: string;
  readonly proof: bigint;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/**
 * Spreads ways along steps until no task has a new one; ways get shorter only, so that this ends.
 *
 * @returns undefined when there are too many
 */
function spread(
  seeds: ReadonlyMap<string, Ways>,
  steps: readonly Step[],
): Map<string, Ways> | undefined {
  const found = new Map(seeds);
  const bySource = groupBy(steps, ({ source }) => source);
  const changed = new Set(seeds.keys());
  for (const source of changed) {
    changed.delete(source);
    for (const { target, proof } of bySource.get(source) ?? []) {
      const old = found.get(target) ?? [];
      const now = shortest([...old, ...(found.get(source) ?? []).map((way) => way | proof)]);
      if (now.length > MAX_WAYS) return undefined;
      if (now.length === old.length && now.every((way) => old.includes(way))) continue;
      found.set(target, now);
      changed.add(target);
    }
  }
  return found;
}

/** The ways of a flow from its start to its end. */
interface FlowWays {
  readonly graph: FlowGraph;
  readonly all: Ways;
  /** Those through one task, and through one kind of exit of it. */
  through(id: string, label?: string): Ways;
  /** Tasks that a way leads through. */
  readonly onWay: ReadonlySet<string>;
}

/** Whether a flow ends in a task: where none says so, in those that lead nowhere. */
function endFinder({ tasks }: FlowGraph): (task: FlowTask) => boolean {
  const isMarked = [...tasks.values()].some(({ isEnd }) => isEnd);
  return isMarked ? ({ isEnd }) => isEnd : ({ exits }) => exits.length === 0;
}

function joined(first: Ways, second: Ways, proof = 0n): bigint[] {
  return first.flatMap((a) => second.map((b) => a | b | proof));
}

/** @returns undefined when there are too many */
function findWays(graph: FlowGraph, proofs: Proofs): FlowWays | undefined {
  const { tasks, starts } = graph;
  const isEnd = endFinder(graph);
  const edges = [...tasks].flatMap(([id, task]) =>
    task.exits.map((exit): Edge => ({
      id,
      exit,
      proof: isProven(task, exit) ? proofs.bit(task.proof) : 0n,
    })),
  );
  const ends = [...tasks].flatMap(([id, task]): [string, Ways][] =>
    isEnd(task) ? [[id, [proofs.bit(task.proof)]]] : [],
  );
  const into = spread(
    new Map(starts.map((id) => [id, [0n]])),
    edges.map(({ id, exit, proof }) => ({ source: id, target: exit.to, proof })),
  );
  const from = spread(
    new Map(ends),
    edges.map(({ id, exit, proof }) => ({ source: exit.to, target: id, proof })),
  );
  if (into === undefined || from === undefined) return undefined;
  const byTask = groupBy(edges, ({ id }) => id);
  const through = (id: string, label?: string): Ways => {
    const before = into.get(id) ?? [];
    if (label === undefined) return shortest(joined(before, from.get(id) ?? []));
    const taken = (byTask.get(id) ?? []).filter(({ exit }) => exit.label === label);
    return shortest(
      taken.flatMap(({ exit, proof }) => joined(before, from.get(exit.to) ?? [], proof)),
    );
  };
  return {
    graph,
    all: shortest(starts.flatMap((id) => from.get(id) ?? [])),
    through,
    onWay: new Set([...tasks.keys()].filter((id) => into.has(id) && from.has(id))),
  };
}

/** The proofs of each way that is there now and is not as long as any that was. */
function missing(before: Ways, after: Ways): bigint[] {
  const size = (set: bigint) => set.toString(2).replaceAll('0', '').length;
  if (before.length === 0) return [];
  return after.flatMap((way) => {
    const lacks = before.map((old) => old & ~way);
    if (lacks.includes(0n)) return [];
    return [lacks.reduce((least, one) => (size(one) < size(least) ? one : least))];
  });
}

function proofsOnWay({ graph, onWay }: FlowWays): Set<string> {
  return new Set([...onWay].flatMap((id) => graph.tasks.get(id)?.proof ?? []));
}

/**
 * The same tasks of both, and the same exits of them: where a flow may have become shorter in one
 * branch alone.
 */
function branches(before: FlowWays, after: FlowWays): (readonly [Ways, Ways])[] {
  return [...before.onWay].flatMap((id) => {
    const old = before.graph.tasks.get(id);
    const now = after.graph.tasks.get(id);
    if (old === undefined || now?.does !== old.does || !after.onWay.has(id)) return [];
    const kept = old.exits.filter(({ label }) => now.exits.some((exit) => exit.label === label));
    // Without an exit that is the same, it may be another task that got the same id.
    if (kept.length === 0) return [];
    const labels = [undefined, ...new Set(kept.map(({ label }) => label))];
    return labels.map((label) => [before.through(id, label), after.through(id, label)] as const);
  });
}

/**
 * What a flow no longer leads through.
 *
 * @returns a sentence each, or undefined when there are too many ways to follow
 */
export function lostOnWay(before: FlowGraph, after: FlowGraph): string[] | undefined {
  const proofs = new Proofs();
  const old = findWays(before, proofs);
  const now = findWays(after, proofs);
  if (old === undefined || now === undefined) return undefined;
  const left = proofsOnWay(now);
  const gone = [...proofsOnWay(old)].filter((proof) => !left.has(proof));
  const shorter = [[old.all, now.all] as const, ...branches(old, now)].flatMap(([a, b]) =>
    missing(a, b).flatMap((set) => proofs.names(set)),
  );
  return [
    ...gone.map((proof) => `${proof} is no longer reached`),
    ...[...new Set(shorter)]
      .filter((proof) => !gone.includes(proof))
      .map((proof) => `a way through the flow no longer passes ${proof}`),
  ];
}
