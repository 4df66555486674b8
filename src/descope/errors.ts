/** Failures of calls to the Management API, and their words. */

/** Where a call goes. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** At most this much of an answer that is not JSON goes into a message. */
const MAX_QUOTED_BYTES = 200;

/** Why a section could not be saved. */
export class SectionError extends Error {}

/** A call that failed for good. Its message never holds a header or the key. */
export class DescopeApiError extends SectionError {
  readonly endpoint: string;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;

  constructor({ method, path }: Endpoint, status: number | undefined, reason: string) {
    super(`${method} ${path}: ${reason}`);
    this.endpoint = `${method} ${path}`;
    this.status = status;
  }
}

/** The plan of the project does not include what was asked for. */
export class NotLicensedError extends DescopeApiError {}

/**
 * Whether a service says that it has no such thing, or not for this caller: what it answers for a
 * section that it does not know yet.
 */
export function isRefusal(error: unknown): error is DescopeApiError {
  if (!(error instanceof DescopeApiError)) return false;
  return error instanceof NotLicensedError || error.status === 403 || error.status === 404;
}

/** The deadline or the number of requests is used up. */
export class BudgetError extends DescopeApiError {}

/** The beginning of an answer, on one line. */
export function quoteBody(bytes: Buffer): string {
  const text = bytes.toString('utf8', 0, MAX_QUOTED_BYTES).replace(/\s+/g, ' ').trim();
  return text === '' ? 'an empty body' : JSON.stringify(text);
}
