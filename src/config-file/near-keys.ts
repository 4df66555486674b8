/** Keys that were probably meant to be others. */
import { isJsonObject, type JsonValue } from '../json/value.ts';

/**
 * Whether two words differ by one letter: one more, one less, another one, or two neighbours
 * swapped.
 */
function differsByOneLetter(a: string, b: string): boolean {
  if (a.length < b.length) return differsByOneLetter(b, a);
  const start = Array.from(a, (_, index) => index).find((index) => a[index] !== b[index]);
  if (start === undefined) return false;
  const restOfA = a.slice(start);
  const restOfB = b.slice(start);
  if (restOfA.slice(1) === restOfB) return true;
  if (a.length !== b.length) return false;
  const swapped = restOfB.charAt(1) + restOfB.charAt(0) + restOfB.slice(2);
  return restOfA.slice(1) === restOfB.slice(1) || restOfA === swapped;
}

/** The same in any case, and with other signs or none between its words. */
function fold(key: string): string {
  return key.toLowerCase().replace(/[-_ .]/g, '');
}

/**
 * Whether a key looks like another one: spelled in another way, or one letter off, as a plural is.
 */
function isNear(key: string, known: string): boolean {
  if (key === known) return false;
  return fold(key) === fold(known) || differsByOneLetter(key.toLowerCase(), known.toLowerCase());
}

/** The known key that an unknown one was probably meant to be. */
export function meantKey(key: string, known: Iterable<string>): string | undefined {
  return Array.from(known).find((one) => isNear(key, one));
}

/** The key of a map that was probably meant to be one that is missing. */
export function nearKeyOf(map: JsonValue | undefined, missing: string): string | undefined {
  return isJsonObject(map) ? Object.keys(map).find((key) => isNear(key, missing)) : undefined;
}
