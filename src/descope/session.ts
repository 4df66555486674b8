/**
 * What every call of a run shares: the key, the deadline, the number of requests, the rate limit,
 * the secrets that no message repeats.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { makeRedactor, type Redactor } from '../project/own-secrets.ts';
import type { Secret } from '../project/secret.ts';
import type { JsonObject } from '../json/value.ts';
import { formatJson } from '../json/write.ts';
import { BudgetError, type Endpoint } from './errors.ts';
import { retryDelay, send, type HttpAnswer } from './http.ts';
import type { Failure } from './refusals.ts';

const REQUEST_TIMEOUT_MS = 60_000;
/** What can be the value of a header; anything else would cost every later call. */
const TIER = /^[\x21-\x7e]{1,100}$/;
/** Stands in messages where a secret of the run was. */
export const OWN_MARK = '***';

/** How time passes; tests pass one in which it does so at once. */
export interface SessionClock {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Rejects when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const REAL_CLOCK: SessionClock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
};

export interface DescopeApiOptions {
  readonly projectId: string;
  readonly managementKey: Secret;
  readonly baseUrl: URL;
  /** Milliseconds from now in which all calls must be done. */
  readonly deadlineMs: number;
  readonly maxRequests: number;
  /** Cancels all calls. */
  readonly signal: AbortSignal;
  readonly requestTimeoutMs?: number;
  /** Secrets of the run beside the key, which no message must repeat either. */
  readonly ownSecrets?: readonly Secret[];
  readonly clock?: SessionClock;
}

export interface CallParameters {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** What all sessions of a run count together. */
interface Shared {
  requests: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** While a rate limit is in force nobody asks: milliseconds since the epoch. */
  pausedUntil: number;
  tier: string | undefined;
  secrets: readonly string[];
  /**
   * Made when it is needed: secrets come by the thousand, and most of them are never looked for.
   */
  redactor: Redactor | undefined;
}

/** Why no more calls are made: a cancel, the deadline, the number of requests. */
interface Limits {
  /** Aborted by a cancel alone, with its reason. */
  readonly cancelled: AbortSignal;
  readonly deadline: AbortSignal;
}

/** Aborted `graceMs` after another signal, with its reason. */
function later(signal: AbortSignal, graceMs: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => {
    setTimeout(() => {
      controller.abort(signal.reason);
    }, graceMs).unref();
  };
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return controller.signal;
}

/** The calls of a run, within a deadline and a number of requests. */
export class ApiSession {
  readonly #options: DescopeApiOptions;
  readonly #limits: Limits;
  readonly #signal: AbortSignal;
  readonly #shared: Shared;
  readonly clock: SessionClock;

  /**
   * @param shared with another session, and the limits that are its own; both are for
   * {@link lasting} alone
   */
  constructor(
    options: DescopeApiOptions,
    limits: Limits = {
      cancelled: options.signal,
      deadline: AbortSignal.timeout(options.deadlineMs),
    },
    shared?: Shared,
  ) {
    this.#options = options;
    this.clock = options.clock ?? REAL_CLOCK;
    this.#limits = limits;
    this.#signal = AbortSignal.any([limits.cancelled, limits.deadline]);
    const secrets = [options.managementKey, ...(options.ownSecrets ?? [])].map((secret) =>
      secret.reveal(),
    );
    this.#shared = shared ?? {
      requests: 0,
      startedAt: this.clock.now(),
      pausedUntil: 0,
      tier: undefined,
      secrets,
      redactor: undefined,
    };
  }

  /**
   * The same session, which goes on for a while after a cancel or the deadline: what is under way
   * then can be brought to an end.
   */
  lasting(graceMs: number): ApiSession {
    const { cancelled, deadline } = this.#limits;
    const limits = { cancelled: later(cancelled, graceMs), deadline: later(deadline, graceMs) };
    return new ApiSession(this.#options, limits, this.#shared);
  }

  /** Finds the secrets of the run: whoever quotes or saves an answer has to. */
  readonly redactor: Redactor = {
    redact: (text, mark) => this.#redactor.redact(text, mark),
    redactBytes: (bytes, mark) => this.#redactor.redactBytes(bytes, mark),
    isSecret: (text) => this.#redactor.isSecret(text),
  };

  get #redactor(): Redactor {
    return (this.#shared.redactor ??= makeRedactor(this.#shared.secrets));
  }

  /** Adds secrets that no message must repeat from now on. */
  protect(secrets: Iterable<string>): void {
    const known = new Set(this.#shared.secrets);
    const fresh = [...secrets].filter((secret) => secret !== '' && !known.has(secret));
    if (fresh.length === 0) return;
    this.#shared.secrets = [...known, ...fresh];
    this.#shared.redactor = undefined;
  }

  get requestCount(): number {
    return this.#shared.requests;
  }

  /** How many requests may still be made. */
  get requestsLeft(): number {
    return this.#options.maxRequests - this.#shared.requests;
  }

  /** Milliseconds until the deadline; none or fewer when it has come. */
  get timeLeftMs(): number {
    return this.#shared.startedAt + this.#options.deadlineMs - this.clock.now();
  }

  get cancelSignal(): AbortSignal {
    return this.#limits.cancelled;
  }

  /** Why nothing more can be begun, in words; undefined while something can. */
  get stopReason(): string | undefined {
    if (this.#limits.cancelled.aborted) return 'the run was cancelled';
    if (this.#limits.deadline.aborted) return this.#deadlineWords;
    return this.requestsLeft <= 0 ? this.#budgetWords : undefined;
  }

  /** @returns whether it can be one */
  setTier(tier: unknown): boolean {
    const isTier = typeof tier === 'string' && TIER.test(tier);
    if (isTier) this.#shared.tier = tier;
    return isTier;
  }

  get hasTier(): boolean {
    return this.#shared.tier !== undefined;
  }

  /** The rate limit tier of the project's plan, where the service told it. */
  get tier(): string | undefined {
    return this.#shared.tier;
  }

  get #deadlineWords(): string {
    return `not done within deadline-minutes (${this.#options.deadlineMs / 60_000})`;
  }

  get #budgetWords(): string {
    return `max-requests (${this.#options.maxRequests}) is used up`;
  }

  /**
   * Counts a request that is about to be sent.
   *
   * @throws BudgetError; the reason of the signal when cancelled
   */
  admit(endpoint: Endpoint): void {
    this.check(endpoint);
    if (this.requestsLeft <= 0) throw new BudgetError(endpoint, undefined, this.#budgetWords);
    this.#shared.requests++;
  }

  /**
   * Sends one request that was admitted.
   *
   * @throws ConnectionError, AnswerTooLargeError, BudgetError; the reason of the signal when
   * cancelled
   */
  async send(
    endpoint: Endpoint & { readonly maxBytes: number },
    { query, body }: CallParameters,
  ): Promise<HttpAnswer> {
    const { projectId, managementKey, baseUrl, requestTimeoutMs } = this.#options;
    const url = new URL(endpoint.path, baseUrl);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const { tier } = this.#shared;
    const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
    const headers = {
      authorization: `Bearer ${projectId}:${managementKey.reveal()}`,
      accept: 'application/json',
      'x-descope-project-id': projectId,
      'x-descope-sdk-name': 'descope-backup',
      ...(tier !== undefined && { 'x-descope-license': tier }),
      ...(hasBody && { 'content-type': 'application/json' }),
    };
    const text = hasBody ? formatJson(body ?? {}) : undefined;
    try {
      return await send(
        { method: endpoint.method, url, headers, body: text },
        { timeoutMs: requestTimeoutMs ?? REQUEST_TIMEOUT_MS, maxBytes: endpoint.maxBytes },
        this.#signal,
      );
    } catch (error) {
      this.check(endpoint);
      throw error;
    }
  }

  /** A rate limit counts all requests together: whoever asks next waits as well. */
  pause(retryAfter: string | null, refusals: number): void {
    const now = this.clock.now();
    const delay = retryDelay(retryAfter, refusals, now);
    this.#shared.pausedUntil = Math.max(this.#shared.pausedUntil, now + delay);
  }

  /** @throws BudgetError; the reason of the signal when cancelled */
  async waitForRateLimit(endpoint: Endpoint): Promise<void> {
    for (let left; (left = this.#shared.pausedUntil - this.clock.now()) > 0;) {
      await this.sleep(endpoint, left);
    }
  }

  /** @throws BudgetError; the reason of the signal when cancelled */
  async sleep(endpoint: Endpoint, delay: number): Promise<void> {
    try {
      await this.clock.sleep(delay, this.#signal);
    } catch {
      this.#limits.cancelled.throwIfAborted();
      throw new BudgetError(endpoint, undefined, this.#deadlineWords);
    }
  }

  /** Sleeps as {@link sleep} does, and ends early instead of throwing. */
  async rest(delay: number): Promise<void> {
    try {
      await this.clock.sleep(delay, this.#signal);
    } catch {
      // Whoever goes on asks for `stopReason`.
    }
  }

  /** @throws BudgetError after the deadline; the reason of the signal when cancelled */
  check(endpoint: Endpoint): void {
    this.#limits.cancelled.throwIfAborted();
    if (this.#limits.deadline.aborted) {
      throw new BudgetError(endpoint, undefined, this.#deadlineWords);
    }
  }

  /** A proxy may show what it was sent: no message must repeat the key, however it is written. */
  withoutOwn({ status, chunks }: HttpAnswer): Failure {
    return { status, bytes: this.redactor.redactBytes(Buffer.concat(chunks), OWN_MARK) };
  }
}
