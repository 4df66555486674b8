/** The end of a step that failed, and of a process that does not end. */
import { inspect } from 'node:util';
import { debug, setFailed } from './log.ts';

/**
 * How long the process may go on after its work has ended: an upload that stalled for good holds it
 * for ever.
 */
const WATCHDOG_MS = 10_000;

/**
 * Fails the step with one message. The stack, and
 * that of its cause, goes to the debug log, which is written when debug logging is on.
 */
export function failStep(error: unknown): void {
  const { message } = error instanceof Error ? error : new Error(String(error));
  setFailed(`descope-backup: ${message}`);
  debug(inspect(error));
}

/**
 * Ends the process when something still holds it long after the work has ended. The one thing that
 * does is a request of the artifact library which nobody answers: the library gives up on it
 * without letting go of it.
 */
export function endWhenStuck(): void {
  setTimeout(() => process.exit(), WATCHDOG_MS).unref();
}
