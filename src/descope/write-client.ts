/**
 * The client that writes: one write at a time, and each is sent once unless it is certain that it
 * was not done.
 */
import { MAX_ANSWER_DEPTH } from '../json/limits.ts';
import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { secretsIn } from '../project/secrets/found.ts';
import type { WriteCall } from '../project/write-calls.ts';
import type { WriteResult } from '../project/write-result.ts';
import { AnswerTooLargeError, ConnectionError, retryDelay, type HttpAnswer } from './http.ts';
import { describeFailure, isOfPlan, wordsOfNetwork } from './refusals.ts';
import { OWN_MARK, type ApiSession, type CallParameters } from './session.ts';
import { WRITE_ENDPOINTS, type WriteEndpoint } from './writes.ts';

/**
 * Tries of one write while no connection can be made; waiting for a rate limit does not count as
 * one.
 */
const MAX_ATTEMPTS = 5;
const MAX_REASON = 500;
/** Of these nobody can say who gave up waiting for whom. */
const GAVE_UP: ReadonlySet<number> = new Set([408, 499]);
/**
 * The key is refused, or what is asked for is not paid for: every other write would be answered so.
 */
const KEY_OR_PLAN: ReadonlySet<number> = new Set([401, 402, 403]);

export interface WriteClientOptions {
  /**
   * Is told of a secret in an answer as soon as it is there, so that it can be masked wherever it
   * turns up.
   */
  readonly onSecret: (secret: string) => void;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_REASON);
}

function beginsAsObject(bytes: Buffer): boolean {
  return /^\s*\{/.test(bytes.toString('latin1', 0, 64));
}

/** Writes to the Management API. Shares with the client that reads what a session holds. */
export class WriteClient {
  readonly #session: ApiSession;
  readonly #options: WriteClientOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: ApiSession, options: WriteClientOptions) {
    this.#session = session;
    this.#options = options;
  }

  /**
   * Sends a write after those that were asked for before. It is sent again only after a refusal by
   * the rate limit, and when no connection could be made: whatever else went wrong, it may have
   * been done.
   *
   */
  async write(call: WriteCall, parameters: CallParameters): Promise<WriteResult> {
    const endpoint = WRITE_ENDPOINTS[call];
    const other = endpoint.takes === 'body' ? parameters.query : parameters.body;
    if (other !== undefined) {
      const reason = `it was not sent: parameters of ${call} go in the ${endpoint.takes} alone`;
      return { kind: 'refused', status: undefined, reason };
    }
    // A refusal may quote what it was sent.
    this.#session.protect(secretsIn(parameters.body ?? {}));
    const result = this.#last.then(() => this.#write(endpoint, parameters));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #write(endpoint: WriteEndpoint, parameters: CallParameters): Promise<WriteResult> {
    const session = this.#session;
    let refusals = 0;
    let failures = 0;
    for (;;) {
      try {
        await session.waitForRateLimit(endpoint);
        if (failures > 0) await session.sleep(endpoint, retryDelay(null, failures, 0));
        session.admit(endpoint);
      } catch (error) {
        return this.#stopped(error);
      }
      let answer: HttpAnswer;
      try {
        answer = await session.send(endpoint, parameters);
      } catch (error) {
        const failure = this.#ofConnection(error);
        if (failure !== undefined) return failure;
        const reason = this.#safe((error as Error).message);
        if (++failures < MAX_ATTEMPTS) continue;
        const text = `it was not sent: ${reason}, ${MAX_ATTEMPTS} times`;
        return { kind: 'refused', status: undefined, reason: text };
      }
      if (answer.status !== 429) return this.#judge(endpoint, answer);
      session.pause(answer.retryAfter, ++refusals);
    }
  }

  #safe(text: string): string {
    return oneLine(this.#session.redactor.redact(text, OWN_MARK));
  }

  #stopped(error: unknown): WriteResult {
    const reason = this.#session.stopReason ?? this.#safe((error as Error).message);
    return { kind: 'stop', status: undefined, reason };
  }

  /** @returns undefined when it is certain that nothing was sent, and another try may be better */
  #ofConnection(error: unknown): WriteResult | undefined {
    if (error instanceof ConnectionError) {
      const reason = this.#safe(error.message);
      if (!error.isUnsent) return { kind: 'doubtful', status: undefined, reason };
      return error.isFinal ? { kind: 'stop', status: undefined, reason } : undefined;
    }
    if (error instanceof AnswerTooLargeError) {
      return { kind: 'doubtful', status: 200, reason: `HTTP 200, but ${error.message}` };
    }
    const why = this.#session.stopReason ?? (error as Error).message;
    return { kind: 'doubtful', status: undefined, reason: `under way when it ended: ${why}` };
  }

  #judge(endpoint: WriteEndpoint, answer: HttpAnswer): WriteResult {
    const { status } = answer;
    if (status === 200) return this.#readAnswer(endpoint, Buffer.concat(answer.chunks));
    const reason = this.#describe(endpoint, answer);
    const isRefusal = status >= 400 && status <= 499 && !GAVE_UP.has(status);
    if (!isRefusal) return { kind: 'doubtful', status, reason };
    const isForAll = KEY_OR_PLAN.has(status) || isOfPlan(status, reason);
    return { kind: isForAll ? 'stop' : 'refused', status, reason };
  }

  /**
   * An object may be the answer of a write that was done: of it nothing is quoted but the words for
   * an error.
   */
  #describe(endpoint: WriteEndpoint, answer: HttpAnswer): string {
    const { status, bytes } = this.#session.withoutOwn(answer);
    const ofNetwork = wordsOfNetwork(status);
    if (ofNetwork !== undefined) return ofNetwork;
    const words = oneLine(describeFailure({ status, bytes }));
    const isQuoted = words.startsWith(`HTTP ${status} with `);
    const mayShow = endpoint.showsSecret || beginsAsObject(bytes);
    return isQuoted && mayShow ? `HTTP ${status}` : words;
  }

  #readAnswer(endpoint: WriteEndpoint, bytes: Buffer): WriteResult {
    const doubt = (reason: string): WriteResult => ({ kind: 'doubtful', status: 200, reason });
    const { carries } = endpoint;
    const isEmpty = bytes.toString('latin1').trim() === '';
    if (isEmpty && carries === undefined) return { kind: 'done', status: 200, answer: {} };
    let value: JsonValue;
    try {
      value = parseJson(bytes, { maxDepth: MAX_ANSWER_DEPTH });
    } catch {
      return doubt('HTTP 200, but the answer is not good JSON');
    }
    if (!isJsonObject(value)) return doubt('HTTP 200, but the answer is no JSON object');
    this.#mask(endpoint, value);
    return carries === undefined || Object.hasOwn(value, carries)
      ? { kind: 'done', status: 200, answer: value }
      : doubt(`HTTP 200, but the answer has no "${carries}"`);
  }

  #mask(endpoint: WriteEndpoint, answer: JsonObject): void {
    const secrets = secretsIn(answer);
    this.#session.protect(secrets);
    if (endpoint.showsSecret) for (const secret of secrets) this.#options.onSecret(secret);
  }
}
