/**
 * The body of a write before it is sent: whether it may be, and a hash that tells nothing of the
 * secrets in it.
 */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { WITHHELD_MARK, withholdSecrets } from '../../project/secrets/withhold.ts';
import { sha256 } from '../../storage/checksums.ts';
import type { WriteRequest } from './planned-write.ts';

/** Keys and indexes down to the first text or key of which something is true. */
function findText(
  value: JsonValue,
  isWanted: (text: string) => boolean,
  path = '',
): string | undefined {
  if (typeof value === 'string') return isWanted(value) ? path : undefined;
  if (!Array.isArray(value) && !isJsonObject(value)) return undefined;
  for (const [key, child] of Object.entries(value as JsonObject)) {
    if (isWanted(key)) return `${path}/${key}`;
    const found = findText(child, isWanted, `${path}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Where a request still has what stands in a backup for a secret, which must never be written;
 * undefined where it has none.
 */
export function placeholderIn({ body, query }: WriteRequest): string | undefined {
  return findText({ ...body, ...query }, (text) => text.includes(WITHHELD_MARK));
}

function withoutTexts(value: JsonValue, secrets: readonly string[]): JsonValue {
  if (typeof value === 'string') {
    return secrets.some((secret) => value.includes(secret)) ? WITHHELD_MARK : value;
  }
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((one) => withoutTexts(one, secrets));
  }
  if (!isJsonObject(value)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(value)) {
    setOwn(result, key, withoutTexts(child, secrets));
  }
  return result;
}

/**
 * A hash of what is sent, for the journal. Each secret is left out first: who knows the rest of a
 * body could find a secret by trying which one gives the hash.
 *
 * @param supplied secrets, wherever they stand
 */
export function bodyHash(
  { body, query }: WriteRequest,
  supplied: Iterable<string>,
): string | undefined {
  const sent: JsonObject | undefined = body ?? query;
  if (sent === undefined) return undefined;
  const { value } = withholdSecrets(sent, { mark: WITHHELD_MARK });
  const secrets = [...supplied].filter((secret) => secret !== '');
  return sha256(canonicalJson(withoutTexts(value, secrets)));
}
