/** What became of a request of a restore: of a write, and of a look at how objects are now. */
import type { JsonObject } from '../json/value.ts';

/**
 * - `done`: answered as a write is that was done
 * - `refused`: certainly not done; without a status it was not sent
 * - `doubtful`: nobody knows whether it was done
 * - `stop`: certainly not done, and nothing else will be: the key or the licence is refused, the
 *   run was cancelled, its deadline has come, or its requests are used up
 *
 * Reasons are one line and hold no secret of the run.
 */
export type WriteResult =
  | { readonly kind: 'done'; readonly status: number; readonly answer: JsonObject }
  | { readonly kind: 'refused'; readonly status: number | undefined; readonly reason: string }
  | { readonly kind: 'doubtful'; readonly status: number | undefined; readonly reason: string }
  | { readonly kind: 'stop'; readonly status: number | undefined; readonly reason: string };

/** An object as it is now. */
export interface LiveObject {
  /** All that the service shows of it, secrets too: in memory alone. */
  readonly value: JsonObject;
  /** By which the service knows it; undefined where it has no id of its own. */
  readonly id: string | undefined;
}

/**
 * - `read`: each object that was asked for, in that order; undefined for one that is not there
 * - `failed`: this time; another try may be better
 * - `stop`: as of a write
 */
export type ReadResult =
  | { readonly kind: 'read'; readonly objects: readonly (LiveObject | undefined)[] }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string };
