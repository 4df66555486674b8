/** Whose word is taken for who somebody is, in the SSO of a tenant, and what that word gives. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json/value.ts';
import { canonicalJson } from '../../../json/write.ts';
import { objectsWithin } from '../../../project/sections/identity.ts';
import {
  at,
  entries,
  gained,
  isTurnedOff,
  isTurnedOn,
  members,
  placesBetween,
  saysNothing,
  strings,
  type Place,
} from './changed-places.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';
import { TENANTS } from './tenants.ts';
import { changedFields, isConfigured, type TrustedFields } from './trusted-fields.ts';

const SAML_AND_OIDC: TrustedFields = {
  names: new Map([
    ['idpentityid', 'SAML entity'],
    ['idpssourl', 'SAML sign-in address'],
    ['idpurl', 'SAML sign-in address'],
    ['idpcertificate', 'SAML certificate'],
    ['idpcert', 'SAML certificate'],
    ['idpmetadataurl', 'SAML metadata address'],
    ['idpmetadata', 'SAML metadata'],
    ['idpadditionalcertificates', 'additional SAML certificate'],
    ['issuer', 'OIDC issuer'],
    ['authurl', 'OIDC authorization endpoint'],
    ['tokenurl', 'OIDC token endpoint'],
    ['userdataurl', 'OIDC user data endpoint'],
    ['jwksurl', 'OIDC keys'],
    ['jwksuri', 'OIDC keys'],
    ['clientid', 'OIDC client'],
  ]),
  lists: new Set(['idpadditionalcertificates']),
};

interface Pair {
  /** Empty where there is but one. */
  readonly called: string;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

function pairsOf({ before, after }: Subject): Pair[] {
  const old = objectsWithin('tenant-sso', before);
  const now = objectsWithin('tenant-sso', after);
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => {
    const [a, b] = [old.get(name), now.get(name)];
    const called = name === 'default' ? '' : ` of ${name.replace('=', ' ')}`;
    return { called, ...(a && { before: a }), ...(b && { after: b }) };
  });
}

/** Pairs of configurations of which both were in use. */
function keptPairs(subject: Subject): Required<Pair>[] {
  if (subject.section !== 'tenant-sso' || subject.kind !== 'changed') return [];
  return pairsOf(subject).flatMap(({ called, before, after }) =>
    before !== undefined && after !== undefined && isConfigured(before, SAML_AND_OIDC)
      ? [{ called, before, after }]
      : [],
  );
}

export const identityProviderChanged: Rule = {
  name: 'identity-provider-changed',
  finds:
    'another SAML entity, sign-in address, certificate or metadata of a tenant, another OIDC issuer, endpoint, keys or client; SSO of a tenant that is turned on, or goes from SAML to OIDC',
  misses:
    'what the identity provider itself does; a metadata document that changes at the same address; a client secret; a certificate or a protocol that is removed',
  find: (subject) => {
    const changed = keptPairs(subject).flatMap(({ called, before, after }) => {
      // The two protocols apart: one that is left is not trusted any more.
      const rest = (one: JsonObject): JsonObject =>
        Object.fromEntries(
          Object.entries(one).filter(([key]) => !['saml', 'oidc', 'tenant'].includes(key)),
        );
      const names = [
        ...changedFields(before['saml'], after['saml'], SAML_AND_OIDC),
        ...changedFields(before['oidc'], after['oidc'], SAML_AND_OIDC),
        ...changedFields(rest(before), rest(after), SAML_AND_OIDC),
      ];
      return names.map((name) => `the identity provider${called} changed: ${name}`);
    });
    const { section, kind, places } = subject;
    if (kind !== 'changed' || (section !== 'tenants' && section !== 'tenant-settings')) {
      return changed;
    }
    const inTenant = places.filter(
      ({ key, after }) =>
        SAML_AND_OIDC.names.has(key) && !saysNothing(after) && !isJsonObject(after),
    );
    return [
      ...inTenant.map(
        ({ key }) => `the identity provider changed: ${SAML_AND_OIDC.names.get(key) ?? key}`,
      ),
      ...at(places, 'authtype')
        .filter(({ path, after }) => path.length === 1 && !saysNothing(after) && after !== 'none')
        .map(({ after }) => `SSO of the tenant is now ${typeof after === 'string' ? after : ''}`),
    ];
  },
};

/**
 * Whether the tenant signs in with SSO, as far as the configuration's own copy of the tenant says.
 */
function isInUse(configuration: JsonObject): boolean {
  return members(configuration['tenant']).get('authType') !== 'none';
}

export const ssoConfigurationAdded: Rule = {
  name: 'sso-configuration-added',
  finds: 'an SSO configuration that a tenant did not have, the second as the first',
  misses:
    'the SSO of a new tenant, the first one of a tenant that does not use it, a configuration that names no identity provider',
  find: (subject, { newTenants }) => {
    const { section, kind, name } = subject;
    if (section !== 'tenant-sso' || kind === 'removed') return [];
    if (kind === 'added' && newTenants.has(name)) return [];
    return pairsOf(subject).flatMap(({ called, before, after }) =>
      after !== undefined &&
      isConfigured(after, SAML_AND_OIDC) &&
      !isConfigured(before, SAML_AND_OIDC) &&
      (kind === 'changed' || isInUse(after))
        ? [`an SSO configuration${called} was added`]
        : [],
    );
  },
};

function roleOf(role: JsonValue | undefined): string {
  if (typeof role === 'string') return role;
  const { name, id } = Object.fromEntries(members(role));
  return typeof name === 'string' && name !== '' ? name : typeof id === 'string' ? id : '';
}

/**
 * What a configuration gives, a sentence each: roles by group, roles for all, relations by group.
 */
function grantsOf(configuration: JsonValue | undefined): Set<string> {
  const grants = new Set<string>();
  const visit = (value: JsonValue | undefined): void => {
    for (const [key, child] of members(value)) {
      if (key === 'groupsMapping' || key === 'roleMappings') {
        for (const one of entries(child).map(members)) {
          const role = roleOf(one.get('role') ?? one.get('roleName'));
          for (const group of strings(one.get('groups'))) {
            grants.add(`group ${group} gives role ${role}`);
          }
        }
      } else if (key === 'defaultSSORoles') {
        for (const role of strings(child)) grants.add(`everybody who signs in has role ${role}`);
      } else if (key === 'fgaMappings') {
        for (const [group, mapping] of members(child)) {
          for (const relation of entries(members(mapping).get('relations'))) {
            grants.add(`group ${group} gives relation ${canonicalJson(relation)}`);
          }
        }
      } else if (key === 'saml' || key === 'oidc') visit(child);
    }
  };
  visit(configuration);
  return grants;
}

export const ssoGrantsMore: Rule = {
  name: 'sso-grants-more',
  finds:
    'a group of the identity provider that gives a role or a relation that it did not give, a role that SSO gives to everybody',
  misses:
    'the order of groups (`groupsPriority`), what a new configuration gives, who is in a group at the identity provider',
  find: (subject) =>
    keptPairs(subject).flatMap(({ called, before, after }) => {
      const old = grantsOf(before);
      return [...grantsOf(after)]
        .filter((grant) => !old.has(grant))
        .map((grant) => `SSO${called}: ${grant}`);
    }),
};

/** Attributes that say who somebody is, or which groups he is in. */
const IDENTITY =
  /^(?:loginid|username|email|phone|phonenumber|verifiedemail|verifiedphone|groups?|subjectnameidformat)$/;
const MAPPING = /^(?:attributemapping|userattrmapping|userdataclaimsmapping)$/;

function remapped(places: readonly Place[]): string[] {
  return places
    .filter(
      ({ path, key, after }) =>
        IDENTITY.test(key) &&
        !saysNothing(after) &&
        (key === 'subjectnameidformat' || path.slice(0, -1).some((one) => MAPPING.test(one))),
    )
    .map(({ key }) => `another attribute of the provider is now the ${key}`);
}

export const identityMappingChanged: Rule = {
  name: 'identity-mapping-changed',
  finds:
    'another attribute of an identity or OAuth provider that is taken for login id, user name, e-mail, phone or groups',
  misses: 'names, pictures and custom attributes, a mapping that is removed',
  find: (subject) => {
    if (subject.section === 'authentication-methods' && subject.kind === 'changed') {
      return remapped(subject.places);
    }
    return keptPairs(subject).flatMap(({ before, after }) =>
      remapped(placesBetween(before, after)),
    );
  },
};

export const ssoNoLongerEnforced: Rule = {
  name: 'sso-no-longer-enforced',
  finds: '`enforceSSO` of a tenant that was true and is not; a user who is excluded from it now',
  misses: 'a new tenant without SSO',
  find: ({ section, kind, places }) =>
    TENANTS.has(section) && kind === 'changed'
      ? [
          ...at(places, 'enforcesso')
            .filter(isTurnedOff)
            .map(() => 'SSO is no longer enforced'),
          ...gained(at(places, 'enforcessoexclusions')).map(
            (user) => `SSO is no longer enforced for ${user}`,
          ),
        ]
      : [],
};

const CHECKS = ['blockifemaildomainmismatch', 'markemailasunverified'] as const;
const LIBERTIES = [
  'mergeusers',
  'allowduplicatessodomainsinothertenants',
  'allowoverrideroles',
  'trustprovidedemails',
] as const;

export const providerChecksRelaxed: Rule = {
  name: 'provider-checks-relaxed',
  finds:
    'in the settings of SSO and OAuth: accounts of one e-mail that are merged, SSO domains that two tenants may have, roles that may be overridden; an e-mail domain that is no longer checked, an e-mail that is taken for verified',
  misses: 'other settings of these methods',
  find: ({ section, kind, places }) =>
    section === 'authentication-methods' && kind === 'changed'
      ? [
          ...at(places, ...LIBERTIES)
            .filter(isTurnedOn)
            .map(({ key }) => `${key} was turned on`),
          ...at(places, ...CHECKS)
            .filter(isTurnedOff)
            .map(({ key }) => `${key} was turned off`),
        ]
      : [],
};
