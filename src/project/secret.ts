/**
 * A secret of the run on its way from the input to where it is sent: whoever prints it gets three
 * stars.
 */

const MARK = '***';

/**
 * Holds a text that nothing may print by accident: not in a message, not as JSON, not when it is
 * inspected.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The text itself: for the request that it is sent with, and for finding it where it must not be.
   */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return MARK;
  }

  toJSON(): string {
    return MARK;
  }

  /** What `util.inspect` shows, and all that logs through it. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MARK;
  }
}
