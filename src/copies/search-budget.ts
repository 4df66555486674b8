/** How long earlier artifacts are looked for, whatever strangers have uploaded beside them. */

const MINUTES = 3;
/** Of a hundred artifacts each. */
const PAGES = 50;

/** The search was given up: there may be more, so it is never an empty history. */
export class SearchBoundError extends Error {}

export interface SearchLimits {
  readonly milliseconds: number;
  readonly pages: number;
}

/** Counts the time and the pages of one search. */
export class SearchBudget {
  readonly #signal: AbortSignal;
  readonly #limits: SearchLimits;
  #spentMs = 0;
  #pages = 0;

  /** @param signal cancels the run */
  constructor(
    signal: AbortSignal,
    limits: SearchLimits = { milliseconds: MINUTES * 60_000, pages: PAGES },
  ) {
    this.#signal = signal;
    this.#limits = limits;
  }

  /** @throws SearchBoundError when there have been as many pages as there may be */
  countPage(): void {
    if (++this.#pages > this.#limits.pages) {
      throw new SearchBoundError(
        `the search was given up after ${this.#limits.pages} pages of 100 artifacts: delete artifacts that nobody needs, or run once with allow-shrink: true if this backup is right: later runs find it first`,
      );
    }
  }

  /**
   * Does something within the time that is left.
   *
   * @param work is given a signal that aborts when the time is up, or the run is cancelled
   * @throws SearchBoundError when the time is up
   */
  async spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const left = this.#limits.milliseconds - this.#spentMs;
    if (left <= 0) throw this.#timeIsUp();
    const start = performance.now();
    const timeout = AbortSignal.timeout(Math.ceil(left));
    try {
      return await work(AbortSignal.any([this.#signal, timeout]));
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!timeout.aborted) throw error;
      // Timers are not exact: whatever the clock says, nothing is left.
      this.#spentMs = this.#limits.milliseconds;
      throw this.#timeIsUp();
    } finally {
      this.#spentMs += performance.now() - start;
    }
  }

  #timeIsUp(): SearchBoundError {
    const minutes = this.#limits.milliseconds / 60_000;
    return new SearchBoundError(
      `the search was given up after ${minutes} minutes: try again when GitHub answers faster`,
    );
  }
}
