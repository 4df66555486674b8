/** How the process ends: the exit codes of the command line. */

export const EXIT = {
  /** Done and proven, or there was nothing to do. */
  done: 0,
  /** An error or wrong usage; nothing was written. */
  failed: 1,
  /** There are changes. */
  changes: 2,
  /** Partly done or not proven: damaged, too old, partial, suspect, not compared. */
  unproven: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
