/** A mode of the engine that takes less memory and more time. */
import { setFlagsFromString } from 'node:v8';

/** The first release of V8 that is known to take the flag while it runs: that of Node 24. */
const FIRST_V8 = 13;

/**
 * Makes Node collect garbage early, at the price of processor time. Left to itself it first lets
 * some hundred megabytes pile up, which a container of a self-hosted runner may not have.
 * docs/adr/0012-memory-saver.md says why this way.
 *
 * @param v8Version of the running Node; an older one would complain about the flag
 */
export function saveMemory(v8Version: string = process.versions.v8): void {
  if (Number.parseInt(v8Version, 10) >= FIRST_V8) setFlagsFromString('--memory-saver-mode');
}
