/** Signals of the terminal: the first ends the work in order, a later one the process. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

/** One Ctrl-C may come twice: from the terminal, and from npm, which passes it on. */
const SAME_MS = 1000;

/** The part of the process that this needs. */
export interface SignalSource {
  on: (signal: Signal, listener: () => void) => unknown;
  off: (signal: Signal, listener: () => void) => unknown;
  kill: (pid: number, signal: Signal) => unknown;
  readonly pid: number;
}

/**
 * Aborts on the first signal. The same one, later, ends the process at once, for somebody who will
 * not wait; not so a terminal that goes away, which says it several times and asks for nothing.
 *
 * @param now milliseconds that only grow
 */
export function abortOnSignals(
  source: SignalSource,
  controller: AbortController,
  now: () => number,
): void {
  for (const signal of SIGNALS) {
    let first: number | undefined;
    const listener = () => {
      if (first === undefined) {
        first = now();
        controller.abort(new Error(`cancelled by ${signal}`));
      } else if (signal !== 'SIGHUP' && now() - first > SAME_MS) {
        source.off(signal, listener);
        source.kill(source.pid, signal);
      }
    };
    source.on(signal, listener);
  }
}
