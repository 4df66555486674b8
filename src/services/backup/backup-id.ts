/** Names of dated folders: their making, reading and order. */
import { DATED_NAME } from '../../storage/dated-names.ts';

/**
 * A dated folder's name, read: `20261122_030000` in UTC, and `_2` and so on for more in the same
 * second.
 */
export interface BackupId {
  /** Milliseconds since the epoch, a whole second. */
  readonly time: number;
  /** 1 for the first backup of its second. */
  readonly sequence: number;
}

const NAME = new RegExp(`^${DATED_NAME}$`);

/** ISO 8601 in UTC, to the second: `2026-11-22T03:00:00Z`. */
export function formatTimestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export function formatBackupId({ time, sequence }: BackupId): string {
  const name = formatTimestamp(time).replace(/[-:Z]/g, '').replace('T', '_');
  return sequence === 1 ? name : `${name}_${sequence}`;
}

/** The whole second that a moment lies in. */
export function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

/**
 * Reads a folder's name.
 *
 * @returns undefined for every name that {@link formatBackupId} does not give, such as
 * `20260231_000000`: there is no 31 February
 */
export function parseBackupId(name: string): BackupId | undefined {
  const match = NAME.exec(name);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number);
  const id = {
    time: Date.UTC(year, month - 1, day, hour, minute, second),
    sequence: match[7] === undefined ? 1 : Number(match[7]),
  };
  return formatBackupId(id) === name ? id : undefined;
}

/** Orders newest first. */
export function compareNewestFirst(a: BackupId, b: BackupId): number {
  return b.time - a.time || b.sequence - a.sequence;
}
