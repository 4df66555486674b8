import type { JsonValue } from '../../../../src/json/value.ts';

/** A change that lets somebody in, or lets him do more; the other way round it does not. */
export interface Widening {
  readonly rule: string;
  readonly what: string;
  readonly section: string;
  readonly id: string;
  /** Undefined where the object comes. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  /** Set where the same change the other way round is found too, which the rule says. */
  readonly isHighBack?: true;
}

export const BOTH_WAYS = { isHighBack: true } as const;
