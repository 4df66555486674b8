/**
 * A step of a job from its start to its end: its failure, its cancellation, and what comes after
 * both.
 */
import { abortOnCancel } from './cancellation.ts';
import { endWhenStuck, failStep } from './failure.ts';

/**
 * Runs the work of a step: the first failure fails the step with one message, wherever it comes
 * from.
 *
 * @param work is given the signal that cancels it
 * @param afterwards is called once at the end, with what the work returned, or undefined when it
 * failed
 * @param graceMs milliseconds that the work has after a cancel
 */
export async function runStep<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  afterwards: (result: Result | undefined) => Promise<void> = () => Promise.resolve(),
  graceMs?: number,
): Promise<void> {
  let hasFailed = false;
  let end: Promise<void> | undefined;
  const finish = (result: Result | undefined) => (end ??= afterwards(result));
  /** The first failure tells; what follows from it does not. */
  const fail = (error: unknown): void => {
    if (hasFailed) return;
    hasFailed = true;
    failStep(error);
    void finish(undefined).finally(endWhenStuck);
  };
  // The artifact library throws some errors in callbacks of streams, where no try block can catch
  // them.
  process.once('uncaughtException', fail);
  try {
    const result = await work(abortOnCancel(fail, graceMs));
    await finish(result);
    endWhenStuck();
  } catch (error) {
    fail(error);
  }
}
