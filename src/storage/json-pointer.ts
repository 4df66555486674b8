/** A JSON Pointer (RFC 6901) to what keys and indexes lead to; empty for the value itself. */
export function jsonPointer(path: readonly (string | number)[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
