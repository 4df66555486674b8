/**
 * What release 1.0.0 withheld: so that a comparison with a backup of it can tell what only the rule
 * changed. Never changed again.
 */
import {
  ExactNumber,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';

/** Keys whose text was a secret, without regard to case, `_` and `-`. */
const SECRET_KEYS: ReadonlySet<string> = new Set([
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

/** Headers of a connector whose value was a secret, without regard to case. */
const SECRET_HEADERS = /^(?:proxy-)?authorization$|^cookie$|^x-api-key$|(?:token|secret)$/i;

/** What customers fill as they like: its keys are names of theirs, and say nothing. */
const FREE_KEYS: ReadonlySet<string> = new Set(['customAttributes', 'customClaims']);

function isSecretKey(key: string): boolean {
  return SECRET_KEYS.has(key.replace(/[_-]/g, '').toLowerCase());
}

/** `{key: "Authorization", value: "..."}`, as connectors list the headers that they send. */
function isSecretHeader(object: JsonObject, key: string): boolean {
  const name = object['key'] ?? object['name'];
  return key === 'value' && typeof name === 'string' && SECRET_HEADERS.test(name);
}

/** Replaces what release 1.0.0 took for a secret. */
export function withheldByRelease1(value: JsonValue, mark: string): JsonValue {
  /**
   * @param isSecret what stands here was a secret, or, for a map, held one under a key of any name
   */
  const visit = (current: JsonValue, isSecret: boolean, above: string): JsonValue => {
    if (Array.isArray(current)) {
      return (current as readonly JsonValue[]).map((item) => visit(item, isSecret, ''));
    }
    if (isJsonObject(current)) {
      const copy: Record<string, JsonValue> = {};
      for (const key of Object.keys(current)) {
        const child = current[key] as JsonValue;
        const hides =
          isSecretKey(key) ||
          isSecretHeader(current, key) ||
          (above === 'headers' && SECRET_HEADERS.test(key)) ||
          (isSecret && typeof child === 'string');
        const isSettings = key === 'password' && isJsonObject(child);
        setOwn(copy, key, FREE_KEYS.has(key) ? child : visit(child, hides && !isSettings, key));
      }
      return copy;
    }
    const isFilled =
      typeof current === 'number' ||
      current instanceof ExactNumber ||
      (typeof current === 'string' && current !== '');
    return isSecret && isFilled ? mark : current;
  };
  return visit(value, false, '');
}
