/** The SSO configurations of one tenant: the API answers a list, and what tells one from the other is its `ssoId`. */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';

/** What a configuration is called: the tenant's default one has an empty `ssoId`, or none. */
function nameOf({ ssoId }: JsonObject): string {
  return typeof ssoId === 'string' && ssoId !== '' ? `ssoId=${ssoId}` : 'default';
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * The list as an object, so that two configurations that changed places are no change, and a pointer into one names it:
 * `/ssoId=employees/saml/idpCertificate`.
 *
 * @returns the list itself when it holds something else, or two of one name
 */
export function bySsoId(list: JsonValue): JsonValue {
  if (!isList(list)) return list;
  const keyed: Record<string, JsonValue> = {};
  for (const one of list) {
    if (!isJsonObject(one) || Object.hasOwn(keyed, nameOf(one))) return list;
    setOwn(keyed, nameOf(one), one);
  }
  return keyed;
}

/** The configurations by name, whichever form they are in; those of a name that is taken already as `<name>#2` and so on. */
export function configurationsOf(value: JsonValue | undefined): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const all: readonly (readonly [string, JsonValue])[] = isList(value)
    ? value.map((one) => [isJsonObject(one) ? nameOf(one) : '', one])
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [name, one] of all) {
    if (!isJsonObject(one)) continue;
    let free = name;
    for (let copy = 2; found.has(free); copy++) free = `${name}#${copy}`;
    found.set(free, one);
  }
  return found;
}
