/**
 * The way to a live project for applying a plan: looks and writes of one session. Nothing else may
 * import the calls that write.
 */
import type { WriteCall } from '../project/write-calls.ts';
import type { ReadResult, WriteResult } from '../project/write-result.ts';
import { DescopeApiClient } from './client.ts';
import type { KnownIds, WantedObject } from './object-identity.ts';
import { readObjects } from './object-reader.ts';
import type { CallParameters } from './session.ts';
import { WriteClient, type WriteClientOptions } from './write-client.ts';

/** A runner gives a run that is cancelled 10 seconds in all. */
const GRACE_MS = 5000;
/** What one object can take, so that none is begun that cannot be brought to an end. */
const KEPT_REQUESTS = 30;

export interface LiveProject {
  readonly read: (wanted: readonly WantedObject[], ids: KnownIds) => Promise<ReadResult>;
  readonly write: (call: WriteCall, parameters: CallParameters) => Promise<WriteResult>;
  readonly stopReason: () => string | undefined;
  /**
   * Resolves after so many milliseconds, and at once when the run is cancelled or its deadline has
   * come.
   */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface LiveProjectOptions extends WriteClientOptions {
  /** Of the run, beside those that its client knows: no message may repeat one. */
  readonly secrets?: Iterable<string>;
  /**
   * So long after a cancel or the deadline the current object may still be brought to an end; 5
   * seconds where it is not said.
   */
  readonly graceMs?: number;
}

/**
 * Opens a project for writing.
 *
 * @param client of the run: the requests, the rate limit and the deadline are shared with it
 */
export function openForWriting(client: DescopeApiClient, options: LiveProjectOptions): LiveProject {
  const { session } = client;
  session.protect(options.secrets ?? []);
  const lasting = session.lasting(options.graceMs ?? GRACE_MS);
  const reader = new DescopeApiClient(lasting);
  const writer = new WriteClient(lasting, options);
  return {
    read: (wanted, ids) => readObjects(reader, wanted, ids),
    write: (call, parameters) => writer.write(call, parameters),
    stopReason: () =>
      session.stopReason ??
      (session.requestsLeft < KEPT_REQUESTS ? 'the number of requests is used up' : undefined),
    sleep: (milliseconds) => session.rest(milliseconds),
  };
}
