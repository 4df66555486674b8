/** Failures as values, for parts of a run that must not keep the next ones from their work. */

/** The result of a part whose failure must not keep the next parts from their work. */
export type Outcome<T> = { readonly value: T } | { readonly failure: Error };

export async function attempt<T>(part: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await part() };
  } catch (error) {
    return { failure: error as Error };
  }
}

/** What failed, if anything did. */
export function failureOf(outcome: object): Error[] {
  return 'failure' in outcome ? [outcome.failure as Error] : [];
}

/** Everything that failed as one error; undefined when nothing did. */
export function joinFailures(failures: readonly Error[]): Error | undefined {
  if (failures.length <= 1) return failures[0];
  return new AggregateError(failures, failures.map(({ message }) => message).join('. Also: '));
}
