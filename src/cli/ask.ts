/** A question to whoever sits at the terminal. */
import { createInterface } from 'node:readline';

/**
 * Asks, and waits for a line.
 *
 * @param signal what ends the wait: Ctrl-C is a signal of the process, as it is everywhere else
 * @returns the line; undefined where the input ended without one
 * @throws the reason of the signal
 */
export function askLine(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
): Promise<string | undefined> {
  signal.throwIfAborted();
  // Not in the terminal's raw mode, which would take Ctrl-C for a key.
  const lines = createInterface({ input, terminal: false });
  output.write(question);
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Error);
      lines.close();
    };
    signal.addEventListener('abort', stop, { once: true });
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      signal.removeEventListener('abort', stop);
      resolve(undefined);
    });
  });
}
