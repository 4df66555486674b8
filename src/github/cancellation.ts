/** The end of a run that the runner cancels. */

/** The runner's signals of a cancelled job: SIGINT, then SIGTERM 7.5 seconds later. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How long the work may take to clean up before the signal takes the process with it. */
const GRACE_MS = 1000;

/**
 * Turns the first signal into an abort, so that temporary files are removed; a moment later, or with the second
 * signal, the process ends as it would have by itself.
 *
 * @param onCancel hears of the cancellation at once: the work may not get as far as to report it
 */
export function abortOnCancel(onCancel: (reason: Error) => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      const reason = new Error(`cancelled by ${signal}`);
      onCancel(reason);
      controller.abort(reason);
      setTimeout(() => process.kill(process.pid, signal), GRACE_MS).unref();
    });
  }
  return controller.signal;
}
