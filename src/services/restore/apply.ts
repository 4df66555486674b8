/**
 * Applies a plan: one write at a time, in order, each only when what it builds on was done; and
 * what became of each object.
 */
import type { ObjectResult } from '../../models/restore-report.ts';
import type { ApplyOptions } from './door.ts';
import { executeWrite } from './one-write.ts';
import { refText, type ObjectRef, type PlannedWrite } from './planned-write.ts';
import type { WriteEnd } from './write-end.ts';

export type { ApplyOptions, ProjectDoor } from './door.ts';

export interface Applied {
  /** Each object of the plan once, in the order of their first writes. */
  readonly objects: readonly ObjectResult[];
  /** Why it ended before the last write; undefined when it did not. */
  readonly stopped: string | undefined;
}

type Outcome = ObjectResult['outcome'];

/** What is further right says more about an object of which several writes ended differently. */
const WEIGHT: readonly Outcome[] = ['done', 'not-reached', 'blocked', 'failed', 'unknown'];

/** What became of the objects, write by write. */
class Results {
  readonly #found = new Map<string, ObjectResult>();

  add(write: PlannedWrite, end: WriteEnd): void {
    for (const ref of write.objects) {
      const key = refText(ref);
      const old = this.#found.get(key);
      const isWorse =
        old === undefined || WEIGHT.indexOf(end.outcome) > WEIGHT.indexOf(old.outcome);
      const reason = isWorse ? end.reason : old.reason;
      const newId = old?.new_id ?? (write.objects.length === 1 ? end.newId : undefined);
      const before = old === undefined ? write.before.get(key) : old.before_sha256;
      const target = write.after.get(key);
      const after = end.hashes === undefined ? old?.after_sha256 : end.hashes.get(key);
      this.#found.set(key, {
        section: ref.section,
        id: ref.id,
        action: old?.action ?? write.action,
        outcome: isWorse ? end.outcome : old.outcome,
        ...(reason !== undefined && { reason }),
        ...(newId !== undefined && { new_id: newId }),
        ...(before !== undefined && { before_sha256: before }),
        ...(target !== undefined && { target_sha256: target }),
        ...(after !== undefined && { after_sha256: after }),
      });
    }
  }

  isBad(ref: ObjectRef): boolean {
    const outcome = this.#found.get(refText(ref))?.outcome;
    return outcome !== undefined && outcome !== 'done';
  }

  get all(): ObjectResult[] {
    return [...this.#found.values()];
  }
}

/** Why a write must not be sent, by what became of those before it. */
function blockedBy(write: PlannedWrite, results: Results): string | undefined {
  if (write.objects.some((ref) => results.isBad(ref))) {
    return 'an earlier write of it was not done';
  }
  const missing = write.dependsOn.find((ref) => results.isBad(ref));
  return missing && `it needs ${refText(missing)}, which was not done`;
}

/** An error of this program: what was sent has told its end already. */
async function executed(...given: Parameters<typeof executeWrite>): Promise<WriteEnd> {
  try {
    return await executeWrite(...given);
  } catch (error) {
    const reason = (error as Error).message;
    return { outcome: 'failed', reason: `not sent: ${reason}`, stopped: reason };
  }
}

/**
 * Executes writes, by phase, and within one in the order given. What fails blocks what needs it,
 * and the others go on; a refused key or licence, a cancel, the deadline and a journal that cannot
 * be written end it after the current one.
 */
export async function applyWrites(
  writes: readonly PlannedWrite[],
  options: ApplyOptions,
): Promise<Applied> {
  const results = new Results();
  const written = new Set<string>();
  const created = new Set<string>();
  let seq = 0;
  let stopped: string | undefined;
  for (const write of [...writes].sort((a, b) => a.phase - b.phase)) {
    stopped ??= options.door.stopReason();
    if (stopped !== undefined) {
      results.add(write, { outcome: 'not-reached' });
      continue;
    }
    const reason = blockedBy(write, results);
    if (reason !== undefined) {
      results.add(write, { outcome: 'blocked', reason });
      continue;
    }
    const end = await executed(write, seq + 1, { written, created }, options);
    if (end.isBegun === true) seq++;
    for (const ref of write.objects) {
      if (end.isBegun !== true) continue;
      written.add(refText(ref));
      if (write.action === 'create') created.add(refText(ref));
    }
    stopped = end.stopped;
    results.add(write, end);
  }
  return { objects: results.all, stopped };
}
