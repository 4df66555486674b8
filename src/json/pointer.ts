/** What a key or an index adds to the JSON Pointer of the value that it is in. */
export function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A JSON Pointer (RFC 6901) to what keys and indexes lead to; empty for the value itself. */
export function jsonPointer(path: readonly (string | number)[]): string {
  return path.map(pointerStep).join('');
}

/** The steps of a JSON Pointer, from the value down. */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
