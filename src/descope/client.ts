/**
 * The client of the Management API: a few calls at once, within a deadline and a number of
 * requests.
 */
import { isProjectId } from '../project/names.ts';
import type { Redactor } from '../project/own-secrets.ts';
import type { JsonObject } from '../json/value.ts';
import { readObject } from './answer.ts';
import { READS, type EndpointName, type ReadEndpoint } from './reads.ts';
import { DescopeApiError } from './errors.ts';
import {
  AnswerTooLargeError,
  ConnectionError,
  isObjectText,
  isPassing,
  retryDelay,
} from './http.ts';
import { describeFailure, finalFailure } from './refusals.ts';
import { ApiSession, OWN_MARK, type CallParameters, type DescopeApiOptions } from './session.ts';

export type { CallParameters, DescopeApiOptions } from './session.ts';

const MAX_CONCURRENT = 4;
/** Tries of one call; waiting for a rate limit does not count as one. */
const MAX_ATTEMPTS = 5;

/**
 * Where the API of a project is: the region is part of longer project ids.
 * Source: baseURLForProjectID of Descope's Go SDK.
 *
 * @throws Error for what has not the form of a project id: a part of it would become that of an
 * address, to which a key goes
 */
export function defaultBaseUrl(projectId: string): URL {
  if (!isProjectId(projectId)) {
    throw new Error(`${JSON.stringify(projectId)} is no project id: no key is sent for it`);
  }
  const region = projectId.length >= 32 ? `${projectId.slice(1, 5)}.` : '';
  return new URL(`https://api.${region}descope.com`);
}

/**
 * Reads from the Management API, within a deadline and a number of requests. It can call nothing
 * but reads.
 */
export class DescopeApiClient {
  /** What this client shares with others of the same run. */
  readonly session: ApiSession;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @param options of the run, or what another client shares */
  constructor(options: DescopeApiOptions | ApiSession) {
    this.session = options instanceof ApiSession ? options : new ApiSession(options);
  }

  /** Finds the secrets of the run: whoever quotes or saves an answer has to. */
  get redactor(): Redactor {
    return this.session.redactor;
  }

  get requestCount(): number {
    return this.session.requestCount;
  }

  /** How many requests may still be made. */
  get requestsLeft(): number {
    return this.session.requestsLeft;
  }

  /**
   * Asks for the rate limit tier of the project's plan, which each later call then names: without
   * it the service counts the caller in the lowest tier. A failure only loses that.
   *
   * @returns whether the tier is known
   */
  async shakeHands(): Promise<boolean> {
    try {
      const { rateLimitTier } = await this.call('license');
      this.session.setTier(rateLimitTier);
    } catch (error) {
      this.session.cancelSignal.throwIfAborted();
      if (!(error instanceof DescopeApiError)) throw error;
    }
    return this.session.hasTier;
  }

  /**
   * Calls a read endpoint; failures that may pass are tried again.
   *
   * @throws NotLicensedError, BudgetError, DescopeApiError; the reason of the signal when cancelled
   */
  async call(name: EndpointName, parameters: CallParameters = {}): Promise<JsonObject> {
    const chunks = await this.callForChunks(name, parameters);
    return readObject(READS[name], chunks, this.redactor);
  }

  /**
   * Calls a read endpoint whose answer may be large, and leaves it to the caller to read it, with
   * `readInRuns`.
   *
   * @throws as {@link call}, but for what the answer carries
   */
  async callForChunks(name: EndpointName, parameters: CallParameters = {}): Promise<Buffer[]> {
    await this.#enter();
    try {
      return await this.#callWithRetries(READS[name], parameters);
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
    const { session } = this;
    let failures = 0;
    let refusals = 0;
    for (;;) {
      await session.waitForRateLimit(endpoint);
      session.admit(endpoint);
      let reason: string;
      try {
        const answer = await session.send(endpoint, parameters);
        if (answer.status === 200 && isObjectText(answer.chunks)) return [...answer.chunks];
        const failure = session.withoutOwn(answer);
        // Not what was asked for: whoever reads it will quote it.
        if (answer.status === 200) return [failure.bytes];
        if (!isPassing(answer.status)) throw finalFailure(endpoint, failure);
        reason = describeFailure(failure);
        if (answer.status === 429) {
          session.pause(answer.retryAfter, ++refusals);
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
      await session.sleep(endpoint, retryDelay(null, failures, session.clock.now()));
    }
  }
}
