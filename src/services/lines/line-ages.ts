/** How old each line of a project is, and which of them are judged. */
import { isRegular, lineName, ofLine } from './lines.ts';
import type { InspectedBackup } from '../retention/pruning.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Two machines' clocks may differ by this much before a backup counts as dated in the future. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

export function isFromFuture({ time }: Pick<InspectedBackup, 'time'>, now: number): boolean {
  return time > now + CLOCK_TOLERANCE_MS;
}

/** Which lines are judged; without an environment or a source, those of all. */
export interface LineChoice {
  readonly environment: string | undefined;
  readonly source: 'config-file' | 'live' | undefined;
  /** Names of lines that are retired. */
  readonly ignored: ReadonlySet<string>;
}

/** One line, as it stands. */
export interface LineAge {
  /** As `lineName` gives it. */
  readonly line: string;
  /** Its backups that verify, of any status. */
  readonly count: number;
  /** Id of the newest complete one, and its age in hours; undefined when there is none. */
  readonly newest: { readonly id: string; readonly ageHours: number } | undefined;
  readonly isRetired: boolean;
}

function isChosen(line: string, { environment, source }: LineChoice): boolean {
  // The source is what follows the last slash: nobody knows what an environment in a file is
  // called.
  const cut = line.lastIndexOf('/');
  return (
    (environment === undefined || line.slice(0, cut) === environment) &&
    (source === undefined || line.slice(cut + 1) === source)
  );
}

function ageOf(
  backups: readonly InspectedBackup[],
  line: string,
  isRetired: boolean,
  now: number,
): LineAge {
  const own = ofLine(backups, line);
  const newest = own.find(
    (backup) => backup.verification.manifest.status === 'complete' && !isFromFuture(backup, now),
  );
  return {
    line,
    count: own.length,
    newest: newest && {
      id: newest.id,
      ageHours: Math.max(0, now - newest.time) / HOUR_MS,
    },
    isRetired,
  };
}

/**
 * The lines of a project that were chosen, by their names. What was taken before a restore belongs
 * to none. Where both an environment and a source are chosen, that line is there even when it has
 * no backup.
 *
 * @param backups newest first
 * @param now milliseconds since the epoch
 */
export function ageOfLines(
  backups: readonly InspectedBackup[],
  choice: LineChoice,
  now: number,
): LineAge[] {
  const found = backups.flatMap(({ verification }) =>
    verification.verified && isRegular(verification.manifest)
      ? [lineName(verification.manifest)]
      : [],
  );
  const { environment, source, ignored } = choice;
  const asked =
    environment !== undefined && source !== undefined ? [`${environment}/${source}`] : [];
  return [...new Set([...found, ...asked])]
    .filter((line) => isChosen(line, choice))
    .sort()
    .map((line) => ageOf(backups, line, ignored.has(line), now));
}

/**
 * The line that is worst off of those that are judged: one without a complete backup, else the one
 * whose newest is oldest.
 */
export function oldestLine(lines: readonly LineAge[]): LineAge | undefined {
  const hours = ({ newest }: LineAge) => newest?.ageHours ?? Infinity;
  return lines
    .filter(({ isRetired }) => !isRetired)
    .reduce<LineAge | undefined>(
      (worst, line) => (worst === undefined || hours(line) > hours(worst) ? line : worst),
      undefined,
    );
}
