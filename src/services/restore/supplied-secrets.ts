/** The input `secrets`, held to the places that a plan has. */
import { jsonPointer } from '../../json/pointer.ts';
import type { Draft } from './draft.ts';
import { ScopeError } from './scope.ts';

/**
 * Places of a draft that may be supplied, whether it needs them or not: a plan that is made again
 * asks for fewer.
 */
function placesOf({ match: { saved }, row, target }: Draft): string[] {
  const hidden = row.hiddenSecrets?.(target) ?? [];
  return [
    ...saved.withheld.map(({ place }) => place),
    ...hidden.map(({ path }) => `${saved.place}${jsonPointer(path)}`),
  ];
}

/** @throws ScopeError for a place that no object of the plan has */
export function checkSupplied(supplied: ReadonlySet<string>, drafts: readonly Draft[]): void {
  const known = new Set(drafts.flatMap(placesOf));
  for (const place of [...supplied].sort()) {
    if (known.has(place)) continue;
    throw new ScopeError(
      `secrets: ${JSON.stringify(place)} is no place that this plan asks for: leave it out`,
    );
  }
}
