/** Section `tenant-sso`: the SSO configurations of each tenant. */
import { isBlank, isJsonObject, type JsonValue } from '../../json/value.ts';
import { defineSection, setsEverywhere } from './section.ts';

/**
 * Whether none of a tenant's SSO configurations says anything: there is but the default one, and
 * nothing in it is filled.
 */
export function isBlankSso(configurations: JsonValue): boolean {
  return (
    Array.isArray(configurations) &&
    (configurations as readonly JsonValue[]).every((one) => {
      if (!isJsonObject(one)) return false;
      const { tenant: _repeated, ...own } = one;
      return isBlank(own);
    })
  );
}

export const tenantSso = defineSection({
  name: 'tenant-sso',
  keptIn: 'resources',
  read: { shape: 'own', endpoints: ['tenantSso'], needsTenants: true, isLast: true },
  identity: { by: 'tenant', within: 'ssoId', treeEnding: '.sso.json' },
  sets: [
    setsEverywhere(['defaultSSORoles', 'groups', 'idpAdditionalCertificates', 'scope']),
    // Of FGA mappings.
    setsEverywhere(['relations']),
    // Of OIDC, and of outbound applications.
    setsEverywhere(['prompt']),
  ],
  freeForm: [],
  snapshot: undefined,
  isBlankEntry: isBlankSso,
  refersTo: [
    { member: '/*/saml/defaultSSORoles/*', to: 'roles', by: 'name' },
    { member: '/*/saml/groupsMapping/*/role/name', to: 'roles', by: 'name' },
    { member: '/*/saml/attributeMapping/customAttributes/*', to: 'user-attributes', by: 'name' },
    { member: '/*/saml/fgaMappings', to: 'fga-schema', by: 'name' },
    { member: '/*/oidc/defaultSSORoles/*', to: 'roles', by: 'name' },
    { member: '/*/oidc/groupsMapping/*/role/name', to: 'roles', by: 'name' },
    { member: '/*/oidc/userAttrMapping/customAttributes/*', to: 'user-attributes', by: 'name' },
    { member: '/*/oidc/fgaMappings', to: 'fga-schema', by: 'name' },
  ],
  shown: { place: 2 },
  inDocs: { read: 'for each tenant', saved: 'secrets withheld' },
});
