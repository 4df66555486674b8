/** Which ways of signing in there are, and whom an OAuth provider is. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json/value.ts';
import { at, entries, gained, members, plainMembers } from './changed-places.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';
import { changedFields, isConfigured, type TrustedFields } from './trusted-fields.ts';

/**
 * Methods that withstand a fake page, or take another's word for nothing: to switch one on is no
 * loss.
 */
const STRONG: ReadonlySet<string> = new Set(['webauthn', 'passkeys', 'passkey', 'totp', 'sso']);

/** The method that a subject is about. */
function methodOf({ section, name }: Subject): string | undefined {
  if (section === 'password-settings') return 'password';
  return section === 'authentication-methods' ? name.toLowerCase() : undefined;
}

/** A method without a word about it is on. */
function isOn(value: JsonValue | undefined): boolean {
  const settings = plainMembers(value);
  return (
    value !== undefined && settings.get('enabled') !== false && settings.get('disabled') !== true
  );
}

export const authenticationMethodOff: Rule = {
  name: 'authentication-method-off',
  finds: 'an authentication method, WebAuthn among them, that is switched off or gone',
  misses: 'a method that a flow no longer uses',
  find: (subject) => {
    const method = methodOf(subject);
    return method !== undefined && isOn(subject.before) && !isOn(subject.after)
      ? [`authentication method ${method} was switched off`]
      : [];
  },
};

export const weakerMethodOn: Rule = {
  name: 'weaker-method-on',
  finds: 'an authentication method that is switched on, or new, other than WebAuthn, TOTP and SSO',
  misses: 'WebAuthn, TOTP and SSO, a method that a flow uses anew',
  find: (subject) => {
    const method = methodOf(subject);
    return method !== undefined &&
      !STRONG.has(method) &&
      !isOn(subject.before) &&
      isOn(subject.after)
      ? [`authentication method ${method} was switched on`]
      : [];
  },
};

export const passkeyTrustWidened: Rule = {
  name: 'passkey-trust-widened',
  finds: 'another domain that passkeys are made for, an Android application that may use them anew',
  misses: 'passkeys that users add',
  find: ({ section, kind, places }) =>
    section === 'authentication-methods' && kind === 'changed'
      ? [
          ...at(places, 'relyingpartyid').map(() => 'passkeys are made for another domain'),
          ...gained(at(places, 'androidfingerprints')).map(
            (fingerprint) => `an Android application may use passkeys: ${fingerprint}`,
          ),
        ]
      : [],
};

const CLIENT: TrustedFields = {
  names: new Map([
    ['clientid', 'client'],
    ['nativeclientid', 'native client'],
    ['useselfaccount', 'whose account it is'],
    ['issuer', 'issuer'],
    ['authurl', 'authorization endpoint'],
    ['authorizationendpoint', 'authorization endpoint'],
    ['tokenurl', 'token endpoint'],
    ['tokenendpoint', 'token endpoint'],
    ['userdataurl', 'user data endpoint'],
    ['userinfoendpoint', 'user data endpoint'],
    ['jwksurl', 'keys'],
    ['jwksendpoint', 'keys'],
    ['keyid', 'Apple key'],
    ['teamid', 'Apple team'],
  ]),
  lists: new Set(),
};

/** The providers of the method OAuth, by name: a map, or a list. */
function providersOf(value: JsonValue | undefined): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const add = (name: JsonValue | undefined, provider: JsonValue): void => {
    if (typeof name === 'string' && isJsonObject(provider)) found.set(name, provider);
  };
  for (const key of ['providerSettings', 'providers', 'system', 'custom']) {
    const all = members(value).get(key);
    for (const [name, provider] of members(all)) add(name, provider);
    for (const provider of entries(all)) {
      const { id, name } = Object.fromEntries(members(provider));
      add(id ?? name, provider);
    }
  }
  return found;
}

export const oauthClientChanged: Rule = {
  name: 'oauth-client-changed',
  finds:
    'another client, issuer, endpoint or keys of an OAuth provider; a provider that was not there',
  misses: 'a client secret, scopes and prompts, a provider that is removed',
  find: ({ section, kind, name, before, after }) => {
    if (section !== 'authentication-methods' || name !== 'oauth' || kind !== 'changed') return [];
    const old = providersOf(before);
    return [...providersOf(after)].flatMap(([provider, now]) => {
      const was = old.get(provider);
      if (was === undefined || !isConfigured(was, CLIENT)) {
        // A provider that is listed as off, and never was on, is nobody's word.
        const isNew = isConfigured(now, CLIENT) || (was === undefined && isOn(now));
        return isNew && isOn(now) ? [`OAuth provider ${provider} was added`] : [];
      }
      return changedFields(was, now, CLIENT).map(
        (field) => `OAuth provider ${provider} changed: ${field}`,
      );
    });
  },
};
