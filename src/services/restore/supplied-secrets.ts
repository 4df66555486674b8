/** The input `secrets`: read, and held to the places that a plan has. */
import { jsonPointer } from '../../json/pointer.ts';
import { isJsonObject } from '../../json/value.ts';
import { parseJson } from '../../json/parse.ts';
import { WITHHELD_MARK } from '../../project/secrets/withhold.ts';
import type { Draft } from './draft.ts';
import { ScopeError } from './scope.ts';

/**
 * Reads a JSON object of places and secrets.
 *
 * @throws ScopeError that names the place, never a value
 */
export function parseSecrets(text: string): Map<string, string> {
  if (text.trim() === '') return new Map();
  let value;
  try {
    value = parseJson(Buffer.from(text));
  } catch {
    // What the parser says quotes the text, which is secret.
    throw new ScopeError('secrets: it is no JSON: give an object of places and secrets');
  }
  if (!isJsonObject(value)) {
    throw new ScopeError('secrets: it is no JSON object of places and secrets');
  }
  const secrets = new Map<string, string>();
  for (const [place, secret] of Object.entries(value)) {
    if (typeof secret !== 'string' || secret === '' || secret.includes(WITHHELD_MARK)) {
      throw new ScopeError(
        `secrets: the value for ${JSON.stringify(place)} is no secret: give a text that is not empty`,
      );
    }
    secrets.set(place, secret);
  }
  return secrets;
}

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
