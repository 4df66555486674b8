/** What objects of a project are called by. */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import { rowOf } from './index.ts';
import type { Identity } from './section.ts';

function textOf(object: JsonObject, key: string): string | undefined {
  const text = object[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Where a section is none of this release, its objects are called as those of most. */
function identityOf(section: string): Identity {
  return rowOf(section)?.identity ?? { by: 'id-or-name' };
}

/** The id or the name of an object; undefined where it has neither. */
function idOrName(value: JsonValue): string | undefined {
  return isJsonObject(value) ? (textOf(value, 'id') ?? textOf(value, 'name')) : undefined;
}

/**
 * What a thing of an answer is told by, in every section: its id, else its name, else all of it.
 * Saved lists are sorted by it; their order counts in hashes that exist, so that this never
 * changes.
 */
export function identity(value: JsonValue): string {
  return idOrName(value) ?? canonicalJson(value);
}

/**
 * What an object of a section's list is called by, as changes.json and the git tree have it.
 *
 * @returns undefined where it is called by all of what it is
 */
export function nameInSection(section: string, value: JsonValue): string | undefined {
  const identity = identityOf(section);
  if (identity.by === 'member' && isJsonObject(value)) {
    return textOf(value, identity.member) ?? idOrName(value);
  }
  if (identity.by === 'tenant-and-name' && isJsonObject(value)) {
    const { name } = value;
    const tenant = textOf(value, 'tenantId');
    if (typeof name === 'string') return tenant === undefined ? name : `${tenant}/${name}`;
  }
  return idOrName(value);
}

/** Whether a section has an entry a tenant. */
export function isByTenant(section: string): boolean {
  return identityOf(section).by === 'tenant';
}

/**
 * What tells an object of a tenant's entry from the others: the default one has no text there, or
 * no such member.
 */
function nameWithin(object: JsonObject, member: string): string {
  const path = member.split('/');
  const key = path.pop() as string;
  const parent = path.reduce<JsonValue | undefined>(
    (value, step) => (isJsonObject(value) ? value[step] : undefined),
    object,
  );
  const text = isJsonObject(parent) ? textOf(parent, key) : undefined;
  return text === undefined ? 'default' : `${key}=${text}`;
}

/**
 * What objects of an answer are put in order by: their names in the section, or in the entry of a
 * tenant, where they have one.
 *
 * @param isOfTenant whether it is the list of one tenant
 */
export function orderingName(section: string, value: JsonValue, isOfTenant: boolean): string {
  const member = isOfTenant ? memberWithin(section) : undefined;
  if (member !== undefined && isJsonObject(value)) return nameWithin(value, member);
  return nameInSection(section, value) ?? identity(value);
}

/**
 * The member that tells the objects of a tenant's entry apart; undefined where an entry is one
 * object.
 */
function memberWithin(section: string): string | undefined {
  const identity = identityOf(section);
  return identity.by === 'tenant' ? identity.within : undefined;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * What a tenant has of a section, in the form in which it is compared: a list of objects that a
 * member tells apart becomes an object, so that two that changed places are no change, and a
 * pointer into one names it: `/ssoId=employees/saml/idpCertificate`.
 *
 * @returns the entry itself where it is no such list: of another section, with something else in
 * it, or two of one name
 */
export function keyedEntry(section: string, entry: JsonValue): JsonValue {
  const member = memberWithin(section);
  if (member === undefined || !isList(entry)) return entry;
  const keyed: Record<string, JsonValue> = {};
  for (const one of entry) {
    const name = isJsonObject(one) ? nameWithin(one, member) : undefined;
    if (name === undefined || Object.hasOwn(keyed, name)) return entry;
    setOwn(keyed, name, one);
  }
  return keyed;
}

/**
 * The objects of a tenant's entry by name, keyed or not; those of a name that is taken already as
 * `<name>#2` and so on.
 */
export function objectsWithin(
  section: string,
  entry: JsonValue | undefined,
): Map<string, JsonObject> {
  const member = memberWithin(section) ?? '';
  const named = isJsonObject(entry)
    ? Object.entries(entry)
    : (isList(entry) ? entry : []).map(
        (one) => [isJsonObject(one) ? nameWithin(one, member) : '', one] as const,
      );
  const found = new Map<string, JsonObject>();
  for (const [name, one] of named) {
    if (!isJsonObject(one)) continue;
    let free = name;
    for (let copy = 2; found.has(free); copy++) free = `${name}#${copy}`;
    found.set(free, one);
  }
  return found;
}
