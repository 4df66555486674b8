/** The secrets that a value shows, so that no message repeats one. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { WITHHELD_MARK, withholdSecrets } from './withhold.ts';

function at(value: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const step of path) {
    if (Array.isArray(found)) found = (found as readonly JsonValue[])[Number(step)];
    else if (isJsonObject(found)) found = found[String(step)];
    else return undefined;
  }
  return found;
}

/**
 * @returns the texts and numbers that stand where secrets do, by the rules for what is withheld; a
 * text around one as a whole
 */
export function secretsIn(value: JsonValue): string[] {
  const { places } = withholdSecrets(value, { mark: WITHHELD_MARK });
  return places.flatMap(({ path }) => {
    const found = at(value, path);
    return typeof found === 'string' || typeof found === 'number' ? [String(found)] : [];
  });
}
