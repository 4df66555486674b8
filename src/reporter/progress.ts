/** Lines that tell how far long work is. */

/** Shorter work is not worth a line. */
const MIN_TOTAL = 10_000;
const STEPS = 10;
const MIN_INTERVAL_MS = 1000;

/**
 * Tells of long work: a line each tenth, at most one a second.
 *
 * @param clock milliseconds
 * @param tell is given each line
 * @returns to be called with how much is done, as often as is convenient
 */
export function progressLog(
  what: string,
  clock: () => number,
  tell: (text: string) => void,
): (done: number, total: number) => void {
  let lastStep = 0;
  let lastTime = -Infinity;
  return (done, total) => {
    const step = Math.floor((done / total) * STEPS);
    if (total < MIN_TOTAL || step === lastStep || clock() - lastTime < MIN_INTERVAL_MS) return;
    lastStep = step;
    lastTime = clock();
    tell(`${what}: ${done} of ${total}`);
  };
}
