import {
  ExactNumber,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../storage/json-value.ts';

/**
 * Keys whose text is a secret, without regard to case, `_` and `-`. The list is exact: `tokenUrl`,
 * `refreshTokenExpiration` and `passwordPolicy` are none. docs/coverage.md repeats it, and a test holds both together.
 */
export const SECRET_KEYS: ReadonlySet<string> = new Set([
  'accesskeysecret',
  'accesstoken',
  'apikey',
  'apisecret',
  'apitoken',
  'authtoken',
  'bearertoken',
  'cleartext',
  'clientsecret',
  'encryptionkey',
  'hmacsecret',
  'idtoken',
  'password',
  'passphrase',
  'privatekey',
  'refreshtoken',
  'secret',
  'secretaccesskey',
  'secretkey',
  'serviceaccountkey',
  'sharedsecret',
  'signingkey',
  'signingsecret',
  'token',
  'webhooksecret',
]);

/** Headers of a connector whose value is a secret, without regard to case. */
const SECRET_HEADERS = /^(?:proxy-)?authorization$|^cookie$|^x-api-key$|(?:token|secret)$/i;

/** What customers fill as they like: its keys are names of theirs, and say nothing. */
const FREE_KEYS: ReadonlySet<string> = new Set(['customAttributes', 'customClaims']);

/** Stands where a secret was. */
export const WITHHELD_MARK = '[withheld]';

export interface Withholding {
  readonly value: JsonValue;
  /** Keys and indexes to each value that was withheld. */
  readonly places: readonly (readonly (string | number)[])[];
}

export function isSecretKey(key: string): boolean {
  return SECRET_KEYS.has(key.replace(/[_-]/g, '').toLowerCase());
}

/** `{key: "Authorization", value: "..."}`, as connectors list the headers that they send. */
function isSecretHeader(object: JsonObject, key: string): boolean {
  const name = object['key'] ?? object['name'];
  return key === 'value' && typeof name === 'string' && SECRET_HEADERS.test(name);
}

/**
 * Replaces every secret of a value.
 *
 * @param mark what stands in its place: blank in a snapshot, so that an import keeps the secret that is there
 */
export function withholdSecrets(value: JsonValue, mark: string): Withholding {
  const places: (string | number)[][] = [];
  const path: (string | number)[] = [];

  const visitAt = (step: string | number, child: JsonValue, isSecret: boolean): JsonValue => {
    path.push(step);
    const result = visit(child, isSecret);
    path.pop();
    return result;
  };

  /** @param isSecret what stands here is a secret, or, for a map, holds one under a key of any name */
  const visit = (current: JsonValue, isSecret: boolean): JsonValue => {
    if (Array.isArray(current)) {
      return (current as readonly JsonValue[]).map((item, index) => visitAt(index, item, isSecret));
    }
    if (isJsonObject(current)) {
      const copy: Record<string, JsonValue> = {};
      for (const key of Object.keys(current)) {
        const child = current[key] as JsonValue;
        if (FREE_KEYS.has(key)) {
          setOwn(copy, key, child);
          continue;
        }
        const hides =
          isSecretKey(key) ||
          isSecretHeader(current, key) ||
          (path.at(-1) === 'headers' && SECRET_HEADERS.test(key)) ||
          (isSecret && typeof child === 'string');
        // A map under `password` is settings of the method of that name.
        const isSettings = key === 'password' && isJsonObject(child);
        setOwn(copy, key, visitAt(key, child, hides && !isSettings));
      }
      return copy;
    }
    const isFilled =
      typeof current === 'number' ||
      current instanceof ExactNumber ||
      (typeof current === 'string' && current !== '');
    if (!isSecret || !isFilled) return current;
    places.push([...path]);
    return mark;
  };

  return { value: visit(value, false), places };
}
