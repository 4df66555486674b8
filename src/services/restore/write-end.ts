/** What became of one write of a plan. */
import type { ObjectHash } from './planned-write.ts';

export interface WriteEnd {
  readonly outcome: 'done' | 'failed' | 'unknown' | 'blocked' | 'not-reached';
  readonly reason?: string;
  readonly status?: number;
  /** Of an object that this write created. */
  readonly newId?: string;
  /** As the objects were read last. */
  readonly hashes?: ReadonlyMap<string, ObjectHash>;
  /** Why nothing else will be written. */
  readonly stopped?: string;
  /** Whether the journal has lines about it. */
  readonly isBegun?: boolean;
}
