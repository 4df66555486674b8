/** What an application gets, and from whose tenants. */
import type { JsonValue } from '../../../json/value.ts';
import { at, entries, gained, members, saysNothing, strings } from './changed-places.ts';
import type { Rule } from './rule.ts';

/** Roles by group, of an application that is told the groups of who signs in. */
function groupRoles(value: JsonValue | undefined): Set<string> {
  const found = new Set<string>();
  for (const one of entries(value).map(members)) {
    const group = one.get('value') ?? one.get('name');
    for (const role of entries(one.get('roles'))) {
      const name = members(role).get('name') ?? members(role).get('id') ?? role;
      if (typeof name === 'string' && typeof group === 'string') {
        found.add(`role ${name} is group ${group} in the application`);
      }
    }
  }
  return found;
}

/** Values by scope. */
function scopeValues(value: JsonValue | undefined): Set<string> {
  return new Set(
    entries(value)
      .map(members)
      .flatMap((scope) => {
        const name = scope.get('name');
        return strings(scope.get('values')).map(
          (one) => `scope ${typeof name === 'string' ? name : ''} gives ${one}`,
        );
      }),
  );
}

function added(
  read: (value: JsonValue | undefined) => Set<string>,
  { before, after }: { readonly before?: JsonValue; readonly after?: JsonValue },
): string[] {
  const old = read(before);
  return [...read(after)].filter((one) => !old.has(one));
}

export const applicationGrantsMore: Rule = {
  name: 'application-grants-more',
  finds:
    'a role that a SAML or WS-Fed application takes for another group, a scope of an inbound application that gives more, a tenant that an inbound application did not reach, or its limit of tenants that is gone',
  misses: 'a new application, other settings of an application',
  find: ({ section, kind, places }) => {
    if (kind !== 'changed' || (section !== 'sso-apps' && section !== 'inbound-apps')) return [];
    const tenants = at(places, 'allowedtenants').filter(({ path }) => path.length === 1);
    return [
      ...at(places, 'groupsmapping').flatMap((place) => added(groupRoles, place)),
      ...at(places, 'permissionsscopes', 'attributesscopes', 'connectionsscopes').flatMap((place) =>
        added(scopeValues, place),
      ),
      ...tenants.flatMap((place) => {
        if (saysNothing(place.before)) return [];
        return saysNothing(place.after)
          ? ['users of every tenant may use the application']
          : gained([place]).map((tenant) => `users of tenant ${tenant} may use the application`);
      }),
    ];
  },
};
