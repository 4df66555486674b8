/** What a token says of who holds it, and whose tokens are taken. */
import type { JsonValue } from '../../../json/value.ts';
import { at, members, saySame, saysNothing, type Place } from './changed-places.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';

/** Claims that are shown to people, and by which nobody is let in. */
const HARMLESS =
  /^(?:name|displayname|givenname|familyname|middlename|nickname|picture|avatar|locale|lang(?:uage)?|zoneinfo|timezone|birthdate|gender|website|profile|theme|colou?r)$/;
/** Settings of a template that decide what the claims of authorization hold. */
const SETTINGS = [
  'authschema',
  'excludepermissions',
  'overridesubject',
  'conformanceissuer',
  'enforceissuer',
  'issuertype',
  'autodct',
] as const;

function isHarmless(claim: string): boolean {
  return HARMLESS.test(claim.replaceAll(/[_-]/g, '').toLowerCase());
}

/** The claims of a template that differ, whatever a customer calls them. */
function changedClaims({ before, after }: Subject): string[] {
  const claims = (value: JsonValue | undefined) => members(members(value).get('template'));
  const [old, now] = [claims(before), claims(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (claim) =>
      !isHarmless(claim) &&
      (old.has(claim) !== now.has(claim) || !saySame(old.get(claim), now.get(claim))),
  );
}

function templateUsed(places: readonly Place[]): string[] {
  return at(places, 'usertemplateid', 'keytemplateid').map(({ key }) =>
    key === 'usertemplateid'
      ? 'tokens of users have another template'
      : 'tokens of access keys have another template',
  );
}

export const tokenClaimsChanged: Rule = {
  name: 'token-claims-changed',
  finds:
    'a claim of a JWT template that comes, goes or changes, but for those that are only shown (`name`, `picture`, `locale` and the like); its settings of permissions, subject and issuer; another template that the project or an application uses',
  misses: 'a new template, which nothing uses yet; custom claims of flows and access keys',
  find: (subject) => {
    const { section, kind, places } = subject;
    if (kind !== 'changed') return [];
    if (section === 'project-settings' || section === 'inbound-apps') return templateUsed(places);
    if (section !== 'jwt-templates') return [];
    return [
      ...changedClaims(subject).map((claim) => `tokens have another claim ${claim}`),
      ...at(places, ...SETTINGS)
        .filter(({ path }) => path.length === 1)
        .map(({ key }) => `tokens are made otherwise: ${key}`),
    ];
  },
};

/** Whose tokens an application takes, by issuer. */
function issuers(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  return members(members(value).get('issuers'));
}

function newIssuers({ before, after }: Place): string[] {
  const old = issuers(before);
  return [...issuers(after)].flatMap(([issuer, now]) =>
    saySame(old.get(issuer), now)
      ? []
      : [
          old.has(issuer)
            ? `tokens of issuer ${issuer} are checked otherwise`
            : `tokens of issuer ${issuer} are taken`,
        ],
  );
}

/** The settings of bearer tokens, wherever they stand in an application. */
function bearerSettings(value: JsonValue | undefined): JsonValue | undefined {
  const own = members(value).get('jwtBearerSettings');
  return (
    own ??
    members(members(value).get('oidcSettings') ?? members(value).get('oidc')).get(
      'jwtBearerSettings',
    )
  );
}

export const tokenIssuerTrusted: Rule = {
  name: 'token-issuer-trusted',
  finds:
    'an issuer whose tokens an application takes, that is new or is checked with other keys, also in a new application; another issuer of the tokens for an application; sessions of another vendor that the project takes (`externalAuthConfig`)',
  misses: 'an issuer that is removed',
  find: ({ section, kind, places, before, after }) => {
    if (kind === 'removed') return [];
    if (section === 'project-settings') {
      const external = members(after).get('externalAuthConfig');
      return kind === 'changed' &&
        !saysNothing(external) &&
        !saySame(members(before).get('externalAuthConfig'), external)
        ? ['sessions of another vendor are taken']
        : [];
    }
    if (section !== 'inbound-apps' && section !== 'sso-apps') return [];
    const [old, now] = [bearerSettings(before), bearerSettings(after)];
    return [
      ...newIssuers({
        path: [],
        key: '',
        ...(old !== undefined && { before: old }),
        ...(now !== undefined && { after: now }),
      }),
      ...(kind === 'changed'
        ? at(places, 'issuer')
            .filter(
              ({ path, after: issuer }) => path.at(-2)?.startsWith('oidc') && !saysNothing(issuer),
            )
            .map(() => 'tokens for the application have another issuer')
        : []),
    ];
  },
};
