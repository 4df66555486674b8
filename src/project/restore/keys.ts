/**
 * Natural keys: what objects are called by people, so that they are found where the service gave
 * them other ids.
 */

/**
 * What the default SSO configuration of a tenant is called by the service; no other can have this
 * id.
 */
export const DEFAULT_SSO = 'default_ssoid';

/** A name at the end of a key, in which `/` is no separator. */
function keyPart(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/**
 * Of what belongs to a tenant: the tenant's key, a slash and its name. Of what belongs to the
 * project: its name, without any slash.
 */
export function ownedKey(tenantKey: string | undefined, name: string): string {
  return tenantKey === undefined ? keyPart(name) : `${tenantKey}/${keyPart(name)}`;
}

/** The name in a key that {@link ownedKey} made. */
export function nameInKey(key: string): string {
  return key
    .slice(key.lastIndexOf('/') + 1)
    .replaceAll('%2F', '/')
    .replaceAll('%25', '%');
}
