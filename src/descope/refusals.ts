/**
 * What an answer means that is none: the words of the API, and whether the plan of the project is
 * the reason.
 */
import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonValue } from '../json/value.ts';
import { DescopeApiError, NotLicensedError, quoteBody, type Endpoint } from './errors.ts';

/** An answer that is none, without the key in it. */
export interface Failure {
  readonly status: number;
  readonly bytes: Buffer;
}

/** Descope's errorCode and message, or the beginning of what came instead. */
export function describeFailure({ status, bytes }: Failure): string {
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

/** Refusals for the plan carry the word in their message; there is no code for them. */
export function isOfPlan(status: number, reason: string): boolean {
  return status >= 400 && status <= 499 && /licen[sc]e/i.test(reason);
}

/** What is not Descope's own refusal: something in between answered. */
export function wordsOfNetwork(status: number): string | undefined {
  if (status >= 300 && status <= 399) return `HTTP ${status}: redirects are not followed`;
  const advice = 'a proxy in between wants credentials: check HTTP_PROXY and HTTPS_PROXY';
  return status === 407 ? `HTTP ${status}: ${advice}` : undefined;
}

/** What an answer to a read means that is none, and would be none another time. */
export function finalFailure(endpoint: Endpoint, answer: Failure): DescopeApiError {
  const { status } = answer;
  const ofNetwork = wordsOfNetwork(status);
  if (ofNetwork !== undefined) return new DescopeApiError(endpoint, status, ofNetwork);
  const reason = describeFailure(answer);
  return new (isOfPlan(status, reason) ? NotLicensedError : DescopeApiError)(
    endpoint,
    status,
    reason,
  );
}
