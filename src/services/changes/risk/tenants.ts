/** Who may join a tenant, and with which roles. */
import type { JsonValue } from '../../../json/value.ts';
import {
  at,
  gained,
  isTurnedOff,
  isTurnedOn,
  members,
  saysNothing,
  strings,
} from './changed-places.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';

/** Sections that hold the settings of tenants, in one form or another. */
export const TENANTS: ReadonlySet<string> = new Set(['tenants', 'tenant-settings', 'tenant-sso']);

const DOMAIN_KEYS = ['domains', 'selfprovisioningdomains', 'ssodomains'] as const;

function isEmpty(value: JsonValue | undefined): boolean {
  return strings(value).length === 0;
}

function isOfTenant({ section, kind }: Subject): boolean {
  return TENANTS.has(section) && kind !== 'removed';
}

export const tenantOrFlowRemoved: Rule = {
  name: 'tenant-or-flow-removed',
  finds: 'a tenant or a flow that is gone',
  misses: 'objects of other sections',
  find: ({ change: { section, kind } }) =>
    kind === 'removed' && (section === 'tenants' || section === 'flows')
      ? [`the ${section.slice(0, -1)} was removed`]
      : [],
};

export const domainAdded: Rule = {
  name: 'domain-added',
  finds: 'a domain of a tenant, for self-provisioning or for SSO; also in a new tenant',
  misses: 'a domain that is removed, or moved between SSO configurations of a tenant',
  find: (subject) =>
    isOfTenant(subject)
      ? DOMAIN_KEYS.flatMap((key) => gained(at(subject.places, key))).map(
          (domain) => `domain ${domain} was added`,
        )
      : [],
};

export const selfProvisioningOn: Rule = {
  name: 'self-provisioning-on',
  finds:
    '`self_provisioning`, JIT or the self-provisioning of the project turned on; the first domain for self-provisioning; also in a new tenant',
  misses: 'JIT of a new tenant, where it is on by default',
  find: (subject) => {
    const { section, places } = subject;
    if (section === 'project-settings') {
      return at(places, 'projectselfprovisioning')
        .filter(isTurnedOn)
        .map(() => 'self-provisioning of the project was turned on');
    }
    if (!isOfTenant(subject)) return [];
    return [
      ...at(places, 'selfprovisioning', 'jit', 'jitenabled', 'jitprovisioning')
        .filter(isTurnedOn)
        .map(() => 'self-provisioning was turned on'),
      ...at(places, 'selfprovisioningdomains')
        .filter(({ before, after }) => isEmpty(before) && !isEmpty(after))
        .map(() => 'self-provisioning was turned on'),
      ...at(places, 'jitdisabled')
        .filter(isTurnedOff)
        .map(() => 'just-in-time provisioning was turned on'),
    ];
  },
};

export const tenantOrSourceEnabled: Rule = {
  name: 'tenant-or-source-enabled',
  finds:
    '`disabled` of a tenant, of an SSO configuration or of a connector that was true and is not, or is gone; an OAuth provider that is enabled',
  misses: 'an application or a flow that is enabled, a new tenant or connector',
  find: ({ section, kind, places, name }) => {
    if (kind !== 'changed') return [];
    if (TENANTS.has(section)) {
      return at(places, 'disabled')
        .filter(isTurnedOff)
        .map(({ path }) =>
          path.length === 1 || path.at(-2) === 'tenant'
            ? 'the tenant is no longer disabled'
            : 'an SSO configuration is no longer disabled',
        );
    }
    if (section === 'connectors') {
      return at(places, 'disabled')
        .filter((place) => place.path.length === 1 && isTurnedOff(place))
        .map(() => `connector ${name} is no longer disabled`);
    }
    if (section !== 'authentication-methods') return [];
    // Of a method as a whole it is another rule's.
    return places
      .filter(({ path }) => path.length > 1)
      .filter(
        (place) =>
          (place.key === 'disabled' && isTurnedOff(place)) ||
          (place.key === 'enabled' && place.before === false && place.after === true),
      )
      .map(({ path }) => `${path.at(-2) ?? ''} is no longer disabled`.trimStart());
  },
};

export const defaultRolesGrantMore: Rule = {
  name: 'default-roles-grant-more',
  finds:
    'a default role that a tenant did not have; a role that becomes a default one, also a new one; roles of a parent tenant that are inherited',
  misses: 'the default roles of a new tenant',
  find: ({ section, kind, places, after }) => {
    if (kind === 'removed') return [];
    if (section === 'roles') {
      const isDefault = places.some(
        (place) => place.key === 'default' && place.path.length === 1 && isTurnedOn(place),
      );
      return isDefault || (kind === 'added' && isDefaultRole(after))
        ? ['the role is given to everybody by default']
        : [];
    }
    if (!TENANTS.has(section) || kind !== 'changed') return [];
    return [
      ...gained(at(places, 'defaultroles')).map(
        (role) => `everybody in the tenant now has role ${role}`,
      ),
      ...at(places, 'roleinheritance')
        .filter(({ after: now }) => !saysNothing(now) && now !== 'none')
        .map(() => 'roles of the parent tenant are inherited now'),
    ];
  },
};

function isDefaultRole(role: JsonValue | undefined): boolean {
  return members(role).get('default') === true;
}

export const roleGainedPermissions: Rule = {
  name: 'role-gained-permissions',
  finds: 'a permission that a role did not have; also in a new role',
  misses: 'another order',
  find: ({ section, kind, places }) =>
    kind !== 'removed' && section === 'roles'
      ? at(places, 'permissionnames', 'permissions')
          .flatMap((place) => gained([place]))
          .map((permission) => `the role gained permission ${permission}`)
      : [],
};
