/** What applying a plan needs from outside: the project, a journal, and time. */
import type { WriteCall } from '../../project/write-calls.ts';
import type { ReadResult, WriteResult } from '../../project/write-result.ts';
import type { Journal } from './journal.ts';
import type { Comparable, LiveIds, ObjectRef, WriteRequest } from './planned-write.ts';

/** The way to the project that is written to. Its promises resolve, whatever the service does. */
export interface ProjectDoor {
  readonly read: (refs: readonly ObjectRef[], ids: LiveIds) => Promise<ReadResult>;
  readonly write: (call: WriteCall, request: WriteRequest) => Promise<WriteResult>;
  /**
   * Why nothing more may be begun, in words: a cancel, the deadline, the number of requests. Reads
   * still answer for a while.
   */
  readonly stopReason: () => string | undefined;
}

export interface ApplyOptions {
  readonly door: ProjectDoor;
  readonly journal: Journal;
  /** By which objects were hashed when the plan was made. */
  readonly comparable: Comparable;
  /** Is added to. */
  readonly ids: LiveIds;
  /** Supplied secrets by place. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, and at once when the run is cancelled. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}
