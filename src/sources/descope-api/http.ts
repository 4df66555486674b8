/** One HTTP request, and what may be worth another try. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
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
export class ConnectionError extends Error {}

/** Whether a body begins as the text of a JSON object. */
export function isObjectText([first]: readonly Buffer[]): boolean {
  return first !== undefined && /^\s*\{/.test(first.toString('latin1', 0, 16));
}

/** Whether a body ends as the text of a JSON object. */
function endsAsObject(chunks: readonly Buffer[]): boolean {
  const end = Buffer.concat(chunks.slice(-16)).subarray(-16);
  return /\}\s*$/.test(end.toString('latin1'));
}

async function readBody(response: Response): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const body = response.body as AsyncIterable<Uint8Array<ArrayBuffer>> | null;
  for await (const { buffer, byteOffset, byteLength } of body ?? []) {
    if (byteLength > 0) chunks.push(Buffer.from(buffer, byteOffset, byteLength));
  }
  return chunks;
}

function describe(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'no whole answer in time';
  return cause?.code ?? cause?.message ?? message;
}

/**
 * Sends a request and reads the whole answer. No redirect is followed: the key must not go to another host.
 *
 * @param timeoutMs for the answer and its body together
 * @param signal ends the request, and is then the reason of the rejection
 * @throws ConnectionError
 */
export async function send(
  { method, url, headers, body }: HttpRequest,
  timeoutMs: number,
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
    const chunks = await readBody(response);
    if (isObjectText(chunks) && !endsAsObject(chunks)) throw new Error('the answer was cut off');
    return { status: response.status, retryAfter: response.headers.get('retry-after'), chunks };
  } catch (error) {
    signal.throwIfAborted();
    throw new ConnectionError(describe(error));
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
  // A time that has passed, be it by a clock that goes wrong, must not make every try a request at once.
  const wanted = asked > 0 ? asked : FIRST_DELAY_MS * 2 ** (attempt - 1);
  return Math.min(wanted, MAX_DELAY_MS);
}
