/**
 * Headers and parameters whose values are no secrets: what they are about is known. Every other
 * value is withheld. Without regard to case; docs/coverage.md repeats the list, and a test holds
 * both together.
 */
export const HARMLESS_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'access_type',
  'api-version',
  'audience',
  'cache-control',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'display',
  'format',
  'grant_type',
  'hd',
  'host',
  'include_granted_scopes',
  'locale',
  'origin',
  'prompt',
  'resource',
  'response_mode',
  'response_type',
  'scope',
  'user-agent',
  'version',
  'x-api-version',
  'x-app',
  'x-correlation-id',
  'x-env',
  'x-environment',
  'x-region',
  'x-request-id',
  'x-requested-with',
  'x-service',
  'x-source',
  'x-team',
  'x-version',
]);

/** `Bearer ...`: a credential, under whatever name it is sent. */
const CREDENTIAL = /^\s*(?:basic|bearer|digest|negotiate|token|apikey|aws4-hmac-sha256)\s+\S/i;

/** Whether the value of a header or parameter may be shown. */
export function isHarmlessHeader(name: string, value: unknown): boolean {
  const isCredential = typeof value === 'string' && CREDENTIAL.test(value);
  return HARMLESS_HEADERS.has(name.trim().toLowerCase()) && !isCredential;
}
