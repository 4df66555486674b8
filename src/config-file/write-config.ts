/** The text of a config file: what it holds is read from it again as the same values. */
import { ExactNumber, setOwn, type JsonObject, type JsonValue } from '../json/value.ts';
import { escapeReferences } from './substitute.ts';
import { formatYaml } from './yaml/write.ts';

/** A place as steps from the top, as one text. */
const placeKey = (steps: readonly string[]): string => JSON.stringify(steps);

/** A value in whose texts nothing is replaced, but where a reference to a secret is to stay one. */
function withoutReferences(
  value: JsonValue,
  steps: readonly string[],
  kept: ReadonlySet<string>,
): JsonValue {
  if (typeof value === 'string') return escapeReferences(value, kept.has(placeKey(steps)));
  if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return value;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item, index) =>
      withoutReferences(item, [...steps, String(index)], kept),
    );
  }
  const copy: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value as JsonObject)) {
    setOwn(copy, key, withoutReferences(child, [...steps, key], kept));
  }
  return copy;
}

/**
 * Writes a config file in the order that its keys are in.
 *
 * @param config `${VAR}` was replaced in it, but in what is withheld
 * @param options.withheld steps to texts that hold a reference to a variable named like a secret,
 * which stays one
 * @param options.comment lines at the top
 */
export function formatConfigFile(
  config: JsonObject,
  {
    withheld,
    comment,
  }: { readonly withheld: readonly (readonly string[])[]; readonly comment: readonly string[] },
): string {
  const kept = new Set(withheld.map(placeKey));
  const escaped: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(config)) {
    const isReplaced = key === 'tenants' || key === 'flows';
    setOwn(escaped, key, isReplaced ? withoutReferences(value, [key], kept) : value);
  }
  const lines = comment.map((line) => `# ${line.replace(/[\p{C}\u2028\u2029]+/gu, ' ')}\n`);
  return `${lines.join('')}${formatYaml(escaped)}`;
}
