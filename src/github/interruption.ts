/**
 * What ends a call of the artifact library from outside: a cancelled job, a deadline, and errors
 * that the library throws in callbacks of streams, where no try block can catch them.
 *
 * @param what begins the message of the deadline's error, such as `Upload`
 * @returns a promise that only ever rejects; `end` takes the watch away
 */
export function interruption(
  what: string,
  minutes: number,
  signal: AbortSignal,
): { promise: Promise<never>; end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    process.setUncaughtExceptionCaptureCallback(reject);
    const timer = setTimeout(() => {
      reject(new Error(`${what} timed out after ${minutes} minutes.`));
    }, minutes * 60_000);
    end = () => {
      clearTimeout(timer);
      process.setUncaughtExceptionCaptureCallback(null);
      signal.removeEventListener('abort', abort);
    };
  });
  // It is raced with each call; between two of them it must not count as unhandled.
  promise.catch(() => undefined);
  return { promise, end };
}
