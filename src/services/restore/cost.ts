/**
 * What an apply costs: its requests, and how long they take at the rate that the service grants.
 */

/**
 * Requests in so many seconds, by the tier that the licence names; a tier that is not known counts
 * as the lowest.
 */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

const LOWEST: Rate = { requests: 100, seconds: 60 };
const HIGHER: Rate = { requests: 1000, seconds: 10 };
/** A write at once is answered in about this time, and the next one waits for it. */
const SECONDS_A_REQUEST = 0.1;
/** A write, a look before it, and two after it. */
const REQUESTS_A_WRITE = 4;
/** For the second plan, the safety backup, and what both are proven by. */
const CAPTURES = 4;

export function rateOf(tier: string | undefined): Rate {
  return tier === undefined || tier === '' || /^(?:free|tier1)$/i.test(tier) ? LOWEST : HIGHER;
}

export interface CostFacts {
  readonly writes: number;
  /** Requests of a capture of the sections concerned. */
  readonly captureRequests: number;
  /** Requests of a full backup. */
  readonly fullRequests: number;
  readonly tier: string | undefined;
}

export interface Cost {
  readonly requests: number;
  readonly seconds: number;
  readonly rate_limit_tier?: string;
}

/** At most so much, polls for lag apart. */
export function costOf({ writes, captureRequests, fullRequests, tier }: CostFacts): Cost {
  const requests =
    writes === 0 ? 0 : writes * REQUESTS_A_WRITE + CAPTURES * captureRequests + fullRequests;
  const rate = rateOf(tier);
  const limited = (requests / rate.requests) * rate.seconds;
  const seconds = Math.ceil(Math.max(limited, requests * SECONDS_A_REQUEST));
  return { requests, seconds, ...(tier !== undefined && { rate_limit_tier: tier }) };
}
