/**
 * Looks at objects as they are now, and how they stand to what a write expects before and after it.
 */
import type { LiveObject } from '../../project/write-result.ts';
import { sha256 } from '../../storage/checksums.ts';
import type { ApplyOptions } from './door.ts';
import {
  refText,
  type LiveIds,
  type ObjectHash,
  type ObjectRef,
  type PlannedWrite,
} from './planned-write.ts';

/**
 * Waits between two looks, in milliseconds: half a minute in all, since lists of the service lag.
 */
export const LAG_WAITS: readonly number[] = [500, 1000, 2000, 4000, 8000, 14_500];

export interface Look {
  readonly kind: 'look';
  readonly found: ReadonlyMap<string, LiveObject | undefined>;
  readonly hashes: ReadonlyMap<string, ObjectHash>;
  /** Whether each reads as it must right before the write. */
  readonly isBefore: boolean;
  /** Whether each reads as it must when the write is done. */
  readonly isAfter: boolean;
  /** Whether each reads in one of both ways. */
  readonly isEither: boolean;
}

export type NoLook =
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string };

/** All files of a snapshot: an import sends them together. */
const WHOLE_SNAPSHOT: ObjectRef = { section: 'snapshot', id: '', naturalKey: '' };

/** What the body of a write is made of. */
function partsOf({ objects, reads = [] }: PlannedWrite): readonly ObjectRef[] {
  const isWhole = reads.some((ref) => refText(ref) === refText(WHOLE_SNAPSHOT));
  const isImport = !isWhole && objects.some(({ section }) => section === 'snapshot');
  return [...objects, ...reads, ...(isImport ? [WHOLE_SNAPSHOT] : [])];
}

/**
 * Looks once at the objects of a write.
 *
 * @param isForBody whether its body is to be made of what is seen
 */
export async function lookAt(
  write: PlannedWrite,
  { door, ids, comparable }: ApplyOptions,
  isForBody = false,
): Promise<Look | NoLook> {
  const wanted = isForBody ? partsOf(write) : write.objects;
  const result = await door.read(wanted, ids);
  if (result.kind !== 'read') return result;
  const found = new Map(wanted.map((ref, index) => [refText(ref), result.objects[index]]));
  const hashes = new Map<string, ObjectHash>();
  for (const ref of write.objects) {
    const value = found.get(refText(ref))?.value;
    hashes.set(refText(ref), value && sha256(comparable(ref.section, value, ref.id)));
  }
  const isAs = (as: ReadonlyMap<string, ObjectHash>, ref: ObjectRef) =>
    hashes.get(refText(ref)) === as.get(refText(ref));
  // What comes with another object that the plan creates may read in any way.
  const isBefore = (ref: ObjectRef) => !write.before.has(refText(ref)) || isAs(write.before, ref);
  const { orAfter } = write;
  const isAfter = (ref: ObjectRef) =>
    isAs(write.after, ref) || (orAfter?.has(refText(ref)) === true && isAs(orAfter, ref));
  return {
    kind: 'look',
    found,
    hashes,
    isBefore: write.objects.every(isBefore),
    isAfter: write.objects.every(isAfter),
    isEither: write.objects.every((ref) => isBefore(ref) || isAfter(ref)),
  };
}

/**
 * Looks until what is seen is good enough, for half a minute at most. When the run is to end, the
 * look after that is the last.
 *
 * @returns the last look, also where it failed: what was seen long before says nothing of now
 */
export async function lookUntil(
  isEnough: (look: Look) => boolean,
  write: PlannedWrite,
  options: ApplyOptions,
  isForBody = false,
): Promise<Look | NoLook> {
  let last: Look | NoLook = { kind: 'failed', reason: 'it was not looked at' };
  for (const wait of [...LAG_WAITS, undefined]) {
    const isLast = wait === undefined || options.door.stopReason() !== undefined;
    last = await lookAt(write, options, isForBody);
    if (last.kind === 'stop' || (last.kind === 'look' && isEnough(last)) || isLast) break;
    await options.sleep(wait);
  }
  return last;
}

/** Whether reading can tell that a write was done: it cannot where nothing but a secret changes. */
export function isVisible({ objects, before, after }: PlannedWrite): boolean {
  return objects.some((ref) => before.get(refText(ref)) !== after.get(refText(ref)));
}

/**
 * Tells those that refer to the objects of a write which ids these have, where that was not known.
 */
export function rememberIds({ objects }: PlannedWrite, { found }: Look, ids: LiveIds): void {
  for (const ref of objects) {
    const id = found.get(refText(ref))?.id;
    const isNew = id !== undefined && ids.idOf(ref.section, ref.naturalKey) === undefined;
    if (isNew) ids.set(ref.section, ref.naturalKey, id);
  }
}
