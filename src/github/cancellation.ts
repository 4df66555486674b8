/** The end of a run that the runner cancels. */

/** The runner's signals of a cancelled job: SIGINT, then SIGTERM 7.5 seconds later. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * How long the work may take to clean up before the signal takes the process with it, where nothing
 * else is said.
 */
const GRACE_MS = 1000;

/**
 * A signal that is aborted so many milliseconds after another one: what has to be said of a
 * cancelled run can still be.
 */
export function outlasting(signal: AbortSignal, milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => {
    setTimeout(() => {
      controller.abort(signal.reason);
    }, milliseconds).unref();
  };
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return controller.signal;
}

/**
 * Turns the first signal into an abort, so that temporary files are removed; a moment later, or
 * with the second signal, the process ends as it would have by itself.
 *
 * @param onCancel hears of the cancellation at once: the work may not get as far as to report it
 * @param graceMs milliseconds until the process ends; the runner ends it 10 seconds after its first
 * signal
 */
export function abortOnCancel(
  onCancel: (reason: Error) => void,
  graceMs: number = GRACE_MS,
): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      const reason = new Error(`cancelled by ${signal}`);
      onCancel(reason);
      controller.abort(reason);
      setTimeout(() => process.kill(process.pid, signal), graceMs).unref();
    });
  }
  return controller.signal;
}
