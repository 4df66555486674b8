/** One HTTP request, and what may be worth another try. */
import { proxyFailure } from '../storage/proxy-errors.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The body as it arrived. */
  readonly chunks: readonly Buffer[];
}

/** No answer, or not a whole one: a reset, a timeout, a body that was cut off. */
export class ConnectionError extends Error {
  /** Whether another try would end the same: a proxy refused. */
  readonly isFinal: boolean;
  /** Whether it is certain that nothing was sent: there was no connection. */
  readonly isUnsent: boolean;

  constructor(message: string, { isFinal = false, isUnsent = false } = {}) {
    super(message);
    this.isFinal = isFinal;
    this.isUnsent = isUnsent;
  }
}

/** An answer that is larger than it may be; what is compressed counts as it is unpacked. */
export class AnswerTooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`the answer is larger than ${maxBytes / 2 ** 20} MiB when it is unpacked`);
  }
}

/** Whether a body begins as the text of a JSON object. */
export function isObjectText([first]: readonly Buffer[]): boolean {
  return first !== undefined && /^\s*\{/.test(first.toString('latin1', 0, 16));
}

/** Whether a body ends as the text of a JSON object. */
function endsAsObject(chunks: readonly Buffer[]): boolean {
  const end = Buffer.concat(chunks.slice(-16)).subarray(-16);
  return /\}\s*$/.test(end.toString('latin1'));
}

/** Of an answer that is none, no more is read: it is quoted at most. */
const MAX_REFUSAL_BYTES = 2 ** 18;

/**
 * Reads a body as it is unpacked on the way, and no further than it may go.
 *
 * @throws AnswerTooLargeError
 */
async function readBody(response: Response, maxBytes: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let left = response.status === 200 ? maxBytes : MAX_REFUSAL_BYTES;
  const body = response.body as AsyncIterable<Uint8Array<ArrayBuffer>> | null;
  // Leaving the loop cancels the body: nothing more of it is received or unpacked.
  for await (const { buffer, byteOffset, byteLength } of body ?? []) {
    left -= byteLength;
    if (left < 0 && response.status === 200) throw new AnswerTooLargeError(maxBytes);
    if (byteLength > 0) chunks.push(Buffer.from(buffer, byteOffset, byteLength));
    if (left < 0) break;
  }
  return chunks;
}

/** No connection was made, so that nobody has heard a word. */
const UNSENT: ReadonlySet<string | undefined> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isUnsent(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string } };
  return UNSENT.has(cause?.code);
}

function describe(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'no whole answer in time';
  return cause?.code ?? cause?.message ?? message;
}

/**
 * Sends a request and reads the whole answer. No redirect is followed: the key must not go to
 * another host.
 *
 * @param limits `timeoutMs` for the answer and its body together, `maxBytes` for the body as it is
 * unpacked
 * @param signal ends the request, and is then the reason of the rejection
 * @throws ConnectionError, AnswerTooLargeError
 */
export async function send(
  { method, url, headers, body }: HttpRequest,
  { timeoutMs, maxBytes }: { readonly timeoutMs: number; readonly maxBytes: number },
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
      ...(body !== undefined && { body }),
    });
    const chunks = await readBody(response, maxBytes);
    const isWhole = response.status !== 200 || !isObjectText(chunks) || endsAsObject(chunks);
    if (!isWhole) throw new Error('the answer was cut off');
    return { status: response.status, retryAfter: response.headers.get('retry-after'), chunks };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AnswerTooLargeError) throw error;
    const ofProxy = proxyFailure(error, url);
    throw new ConnectionError(ofProxy?.message ?? describe(error), {
      isFinal: ofProxy?.isFinal ?? false,
      isUnsent: isUnsent(error) || ofProxy?.isFinal === true,
    });
  }
}

/** Statuses that say "not now": of a rate limit, of a server and of the network in front of it. */
export function isPassing(status: number): boolean {
  return status === 429 || (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
}

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 60_000;

/**
 * How long to wait before another try.
 *
 * @param retryAfter the header of that name: seconds, or a date
 * @param attempt 1 after the first try
 * @param now milliseconds since the epoch
 */
export function retryDelay(retryAfter: string | null, attempt: number, now: number): number {
  const text = retryAfter?.trim() ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  // A time that has passed, be it by a clock that goes wrong, must not make every try a request at
  // once.
  const wanted = asked > 0 ? asked : FIRST_DELAY_MS * 2 ** (attempt - 1);
  return Math.min(wanted, MAX_DELAY_MS);
}
