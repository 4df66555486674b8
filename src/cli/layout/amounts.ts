/** Ages, sizes and counts in words. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `1 flow`, `2 flows`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function lasting(ms: number): string {
  if (ms < MINUTE) return counted(Math.floor(ms / 1000), 'second');
  if (ms < HOUR) return counted(Math.floor(ms / MINUTE), 'minute');
  if (ms < 2 * DAY) return counted(Math.floor(ms / HOUR), 'hour');
  return counted(Math.floor(ms / DAY), 'day');
}

/**
 * How long ago a moment was: `3 hours ago`; of one to come, `in 3 hours`. Both in milliseconds
 * since the epoch.
 */
export function ageInWords(time: number, now: number): string {
  return time > now ? `in ${lasting(time - now)}` : `${lasting(now - time)} ago`;
}

/** `4 kB`, `1.2 MB`: powers of ten, as disks are sold. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
