/** The schema of a map that may hold any key. */
import { z } from 'zod';

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * A map of anything. Unlike z.record it does not copy, so that a `__proto__` key is not lost, nor
 * time.
 */
export const map = z
  .custom<Readonly<Record<string, unknown>>>(isMap, { error: 'must be a map' })
  .register(z.globalRegistry, { type: 'object' });
