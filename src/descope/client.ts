/** The client of the Management API: a few calls at once, within a deadline and a number of requests. */
import { setTimeout as sleep } from 'node:timers/promises';
import { makeRedactor, type Redactor } from '../project/own-secrets.ts';
import type { Secret } from '../project/secret.ts';
import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { formatJson } from '../json/write.ts';
import { readObject } from './answer.ts';
import { READ_ENDPOINTS, type EndpointName, type ReadEndpoint } from './reads.ts';
import { BudgetError, DescopeApiError, NotLicensedError, quoteBody } from './errors.ts';
import {
  AnswerTooLargeError,
  ConnectionError,
  isObjectText,
  isPassing,
  retryDelay,
  send,
  type HttpAnswer,
} from './http.ts';

const MAX_CONCURRENT = 4;
/** Tries of one call; waiting for a rate limit does not count as one. */
const MAX_ATTEMPTS = 5;
const REQUEST_TIMEOUT_MS = 60_000;
/** What can be the value of a header; anything else would cost every later call. */
const TIER = /^[\x21-\x7e]{1,100}$/;
/** Stands in messages where a secret of the run was. */
const OWN_MARK = '***';

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
}

export interface CallParameters {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/**
 * Where the API of a project is: the region is part of longer project ids.
 * Source: baseURLForProjectID of Descope's Go SDK.
 */
export function defaultBaseUrl(projectId: string): URL {
  const region = projectId.length >= 32 ? `${projectId.slice(1, 5)}.` : '';
  return new URL(`https://api.${region}descope.com`);
}

/** Reads from the Management API, within a deadline and a number of requests. It can call nothing but reads. */
export class DescopeApiClient {
  readonly #options: DescopeApiOptions;
  /** Finds the secrets of the run: whoever quotes or saves an answer has to. */
  readonly redactor: Redactor;
  readonly #deadline: AbortSignal;
  readonly #signal: AbortSignal;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #requests = 0;
  /** While a rate limit is in force nobody asks: milliseconds since the epoch. */
  #pausedUntil = 0;
  #license: string | undefined;

  constructor(options: DescopeApiOptions) {
    this.#options = options;
    this.redactor = makeRedactor([options.managementKey, ...(options.ownSecrets ?? [])]);
    this.#deadline = AbortSignal.timeout(options.deadlineMs);
    this.#signal = AbortSignal.any([options.signal, this.#deadline]);
  }

  get requestCount(): number {
    return this.#requests;
  }

  /** How many requests may still be made. */
  get requestsLeft(): number {
    return this.#options.maxRequests - this.#requests;
  }

  /**
   * Asks for the rate limit tier of the project's plan, which each later call then names: without it the service
   * counts the caller in the lowest tier. A failure only loses that.
   *
   * @returns whether the tier is known
   */
  async shakeHands(): Promise<boolean> {
    try {
      const { rateLimitTier } = await this.call('license');
      if (typeof rateLimitTier === 'string' && TIER.test(rateLimitTier)) {
        this.#license = rateLimitTier;
      }
    } catch (error) {
      this.#options.signal.throwIfAborted();
      if (!(error instanceof DescopeApiError)) throw error;
    }
    return this.#license !== undefined;
  }

  /**
   * Calls a read endpoint; failures that may pass are tried again.
   *
   * @throws NotLicensedError, BudgetError, DescopeApiError; the reason of the signal when cancelled
   */
  async call(name: EndpointName, parameters: CallParameters = {}): Promise<JsonObject> {
    const chunks = await this.callForChunks(name, parameters);
    return readObject(READ_ENDPOINTS[name], chunks, this.redactor);
  }

  /**
   * Calls a read endpoint whose answer may be large, and leaves it to the caller to read it, with `readInRuns`.
   *
   * @throws as {@link call}, but for what the answer carries
   */
  async callForChunks(name: EndpointName, parameters: CallParameters = {}): Promise<Buffer[]> {
    await this.#enter();
    try {
      return await this.#callWithRetries(READ_ENDPOINTS[name], parameters);
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < MAX_CONCURRENT) {
      this.#running++;
      return;
    }
    // The place is handed over by whoever leaves.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }

  async #callWithRetries(endpoint: ReadEndpoint, parameters: CallParameters): Promise<Buffer[]> {
    let failures = 0;
    let refusals = 0;
    for (;;) {
      await this.#waitForRateLimit(endpoint);
      let reason: string;
      try {
        const answer = await this.#send(endpoint, parameters);
        if (answer.status === 200 && isObjectText(answer.chunks)) return [...answer.chunks];
        const failure = this.#withoutOwn(answer);
        // Not what was asked for: whoever reads it will quote it.
        if (answer.status === 200) return [failure.bytes];
        if (!isPassing(answer.status)) throw finalFailure(endpoint, failure);
        reason = describeFailure(failure);
        if (answer.status === 429) {
          // Whoever asks next waits as well: one rate limit counts all requests together.
          const delay = retryDelay(answer.retryAfter, ++refusals, Date.now());
          this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + delay);
          continue;
        }
      } catch (error) {
        if (error instanceof AnswerTooLargeError) {
          throw new DescopeApiError(endpoint, 200, `HTTP 200, but ${error.message}`);
        }
        if (!(error instanceof ConnectionError)) throw error;
        reason = this.redactor.redact(error.message, OWN_MARK);
        if (error.isFinal) throw new DescopeApiError(endpoint, undefined, reason);
      }
      if (++failures >= MAX_ATTEMPTS) {
        throw new DescopeApiError(endpoint, undefined, `${reason}, ${MAX_ATTEMPTS} times`);
      }
      await this.#wait(endpoint, retryDelay(null, failures, Date.now()));
    }
  }

  async #waitForRateLimit(endpoint: ReadEndpoint): Promise<void> {
    for (let left; (left = this.#pausedUntil - Date.now()) > 0;) await this.#wait(endpoint, left);
  }

  async #send(endpoint: ReadEndpoint, { query, body }: CallParameters): Promise<HttpAnswer> {
    const { projectId, managementKey, baseUrl, maxRequests, requestTimeoutMs } = this.#options;
    this.#options.signal.throwIfAborted();
    this.#checkDeadline(endpoint);
    if (this.#requests >= maxRequests) {
      throw new BudgetError(endpoint, undefined, `max-requests (${maxRequests}) is used up`);
    }
    this.#requests++;
    const url = new URL(endpoint.path, baseUrl);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const headers = {
      authorization: `Bearer ${projectId}:${managementKey.reveal()}`,
      accept: 'application/json',
      'x-descope-project-id': projectId,
      'x-descope-sdk-name': 'descope-backup',
      ...(this.#license !== undefined && { 'x-descope-license': this.#license }),
      ...(endpoint.method === 'POST' && { 'content-type': 'application/json' }),
    };
    const text = endpoint.method === 'POST' ? formatJson(body ?? {}) : undefined;
    try {
      return await send(
        { method: endpoint.method, url, headers, body: text },
        { timeoutMs: requestTimeoutMs ?? REQUEST_TIMEOUT_MS, maxBytes: endpoint.maxBytes },
        this.#signal,
      );
    } catch (error) {
      this.#options.signal.throwIfAborted();
      this.#checkDeadline(endpoint);
      throw error;
    }
  }

  async #wait(endpoint: ReadEndpoint, delay: number): Promise<void> {
    try {
      await sleep(delay, undefined, { signal: this.#signal });
    } catch {
      this.#options.signal.throwIfAborted();
      throw this.#outOfTime(endpoint);
    }
  }

  /** A proxy may show what it was sent: no message must repeat the key, however it is written. */
  #withoutOwn({ status, chunks }: HttpAnswer): Failure {
    return { status, bytes: this.redactor.redactBytes(Buffer.concat(chunks), OWN_MARK) };
  }

  #checkDeadline(endpoint: ReadEndpoint): void {
    if (this.#deadline.aborted) throw this.#outOfTime(endpoint);
  }

  #outOfTime(endpoint: ReadEndpoint): BudgetError {
    const minutes = this.#options.deadlineMs / 60_000;
    return new BudgetError(endpoint, undefined, `not done within deadline-minutes (${minutes})`);
  }
}

/** An answer that is none, without the key in it. */
interface Failure {
  readonly status: number;
  readonly bytes: Buffer;
}

/** Descope's errorCode and message, or the beginning of what came instead. */
function describeFailure({ status, bytes }: Failure): string {
  let value: JsonValue;
  try {
    value = parseJson(bytes);
  } catch {
    return `HTTP ${status} with ${quoteBody(bytes)}`;
  }
  const { errorCode, errorMessage, errorDescription, message } = isJsonObject(value) ? value : {};
  const words = [errorCode, errorDescription, errorMessage ?? message].flatMap((part) =>
    typeof part === 'string' && part !== '' ? [part] : [],
  );
  return `HTTP ${status}${words.length > 0 ? `: ${words.join(', ')}` : ` with ${quoteBody(bytes)}`}`;
}

/** What an answer means that is none, and would be none another time. */
function finalFailure(endpoint: ReadEndpoint, answer: Failure): DescopeApiError {
  const { status } = answer;
  if (status >= 300 && status <= 399) {
    return new DescopeApiError(endpoint, status, `HTTP ${status}: redirects are not followed`);
  }
  if (status === 407) {
    const advice = 'a proxy in between wants credentials: check HTTP_PROXY and HTTPS_PROXY';
    return new DescopeApiError(endpoint, status, `HTTP ${status}: ${advice}`);
  }
  const reason = describeFailure(answer);
  // Refusals for the plan carry the word in their message; there is no code for them.
  const isPlan = status >= 400 && status <= 499 && /licen[sc]e/i.test(reason);
  return new (isPlan ? NotLicensedError : DescopeApiError)(endpoint, status, reason);
}
