/** The order of writes: by phase, and in one phase what is needed before what needs it. */
import { refText, type PlannedWrite } from './planned-write.ts';

function keyOf({ objects }: PlannedWrite): string {
  const [first] = objects;
  return first === undefined ? '' : refText(first);
}

/** By the object that they make: the first write of each. */
function makers(writes: readonly PlannedWrite[]): Map<string, PlannedWrite> {
  const found = new Map<string, PlannedWrite>();
  for (const write of writes) {
    for (const ref of write.objects) {
      const known = found.get(refText(ref));
      if ((known?.phase ?? Infinity) > write.phase) found.set(refText(ref), write);
    }
  }
  return found;
}

/**
 * Phases so that nothing comes before what it needs, nor before an earlier write of the same
 * object.
 */
function raised(writes: readonly PlannedWrite[]): PlannedWrite[] {
  let now: readonly PlannedWrite[] = writes;
  // A cycle of references would raise for ever.
  for (let round = 0; round <= writes.length; round++) {
    const maker = makers(now);
    const reached = new Map<string, number>();
    const next: PlannedWrite[] = now.map((write) => {
      const own = write.objects.map((ref) => reached.get(refText(ref)) ?? 0);
      const needed = write.dependsOn.map((ref) => maker.get(refText(ref))?.phase ?? 0);
      const phase = Math.max(write.phase, ...own, ...needed);
      for (const ref of write.objects) reached.set(refText(ref), phase);
      return phase === write.phase ? write : { ...write, phase };
    });
    if (next.every((write, index) => write === now[index])) break;
    now = next;
  }
  return [...now];
}

/** @param writes of one object in their order */
export function inOrder(writes: readonly PlannedWrite[]): PlannedWrite[] {
  const all = raised(writes);
  const index = new Map(all.map((write, place) => [write, place]));
  const sorted = [...all].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return (
      a.phase - b.phase ||
      (one < other ? -1 : one > other ? 1 : (index.get(a) ?? 0) - (index.get(b) ?? 0))
    );
  });
  const maker = makers(sorted);
  const done = new Set<PlannedWrite>();
  const result: PlannedWrite[] = [];
  const visit = (write: PlannedWrite): void => {
    if (done.has(write)) return;
    done.add(write);
    for (const ref of write.dependsOn) {
      const needed = maker.get(refText(ref));
      if (needed?.phase === write.phase) visit(needed);
    }
    result.push(write);
  };
  sorted.forEach(visit);
  return result;
}
