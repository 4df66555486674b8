/**
 * How tenants are written back: the tenant itself, its SSO domains, its default roles, and last
 * what can lock its users out.
 */
import { isBlank, type JsonObject } from '../../json/value.ts';
import { mapMember, pick, refer, referMembers, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type Change, type RestoreRow, type WritePart } from './row.ts';

/** What the call that creates or updates a tenant does not take. */
const WRITTEN_ELSEWHERE = ['domains', 'defaultRoles'];
/** What lets users in or keeps them out. */
const SWITCHES = ['enforceSSO', 'disabled'];
const LAST = [...SWITCHES, 'authType'];

/**
 * The body of tenant/update is the whole tenant, or what is left out is emptied; a parent is given
 * at creation alone.
 */
function updateBody(value: JsonObject, id: string): JsonObject {
  return { ...without(value, [...WRITTEN_ELSEWHERE, 'parent']), id };
}

function updatePart(patch: JsonObject, phase: number): WritePart {
  return {
    call: 'tenantUpdate',
    phase,
    doubt: 'repeat',
    patch,
    request: (value, { liveId = '' }) => ({ body: updateBody(value, liveId) }),
  };
}

/**
 * The settings as they are, with some members of the tenant in them: tenant/update does not take
 * these.
 */
function settingsPart(patch: JsonObject, phase: number): WritePart {
  return {
    call: 'tenantSettings',
    phase,
    doubt: 'repeat',
    patch,
    reads: ['tenant-settings'],
    request: (value, { liveId = '', read }) => {
      const settings = read('tenant-settings');
      if (settings === undefined) throw new Error('the settings of the tenant could not be read');
      const shared = pick(value, ['domains', 'selfProvisioningDomains', 'authType']);
      return { body: { ...settings, ...shared, tenantId: liveId } };
    },
  };
}

function createPart({ wanted, id, isIdFree }: Change): WritePart {
  // What SSO must be there for comes last.
  const patch = {
    ...without(wanted, WRITTEN_ELSEWHERE),
    authType: 'none',
    enforceSSO: false,
  };
  return {
    call: 'tenantCreate',
    phase: PHASES.tenants,
    doubt: 'by-key',
    patch,
    request: (value) => ({
      body: { ...without(value, WRITTEN_ELSEWHERE), ...(isIdFree && { id }) },
    }),
    newId: (answer) => textOf(answer['id']) || undefined,
  };
}

function rolesPart(wanted: JsonObject): WritePart {
  return {
    call: 'tenantDefaultRoles',
    phase: PHASES.defaultRoles,
    doubt: 'repeat',
    patch: pick(wanted, ['defaultRoles']),
    request: ({ defaultRoles = [] }, { liveId = '' }) => ({ body: { id: liveId, defaultRoles } }),
  };
}

function write(change: Change): WritePart[] {
  const { wanted, live, changed } = change;
  const isNew = live === undefined;
  const says = (key: string) => changed.has(key) && (!isNew || !isBlank(wanted[key] ?? null));
  const main = without(wanted, [...WRITTEN_ELSEWHERE, ...LAST, 'parent']);
  const hasMain = Object.keys(main).some((key) => changed.has(key));
  const authType = says('authType') && !(isNew && wanted['authType'] === 'none');
  // A tenant that is created disabled opens no door meanwhile.
  const switches = isNew ? says('enforceSSO') : SWITCHES.some(says);
  return [
    ...(isNew ? [createPart(change)] : hasMain ? [updatePart(main, PHASES.tenants)] : []),
    ...(says('domains') ? [settingsPart(pick(wanted, ['domains']), PHASES.tenantSettings)] : []),
    ...(says('defaultRoles') ? [rolesPart(wanted)] : []),
    ...(authType ? [settingsPart(pick(wanted, ['authType']), PHASES.arming)] : []),
    ...(switches ? [updatePart(pick(wanted, SWITCHES), PHASES.arming)] : []),
  ];
}

function loses(
  action: 'create' | 'update' | 'delete',
  {
    live,
    wanted,
    isOtherProject,
    changed,
  }: Pick<Change, 'wanted' | 'live' | 'isOtherProject' | 'changed'>,
): string[] {
  if (action === 'delete') {
    return [
      'the memberships of its users, its roles, its settings and its SSO configurations go with it',
    ];
  }
  const reopens =
    live?.['disabled'] === true && wanted['disabled'] !== true && changed.has('disabled');
  return [
    ...(action === 'create'
      ? ['the memberships of its users do not come back, and it has a new time of creation']
      : []),
    ...(isOtherProject && !isBlank(wanted['enforceSSOExclusions'] ?? null)
      ? ['users that are excluded from SSO are left out: they are users of the other project']
      : []),
    ...(reopens ? ['a tenant that is disabled now is enabled'] : []),
  ];
}

export const TENANTS: RestoreRow = {
  noun: 'tenant',
  phase: () => PHASES.tenants,
  hasBlanks: true,
  keepsId: true,
  apiId: (_value, id) => id,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) => without(value, ['id', 'createdTime', 'successors']),
  frozen: ['parent'],
  projectBound: ['enforceSSOExclusions'],
  references: (value, map, owner) =>
    [
      (now: JsonObject) => mapMember(now, 'parent', refer(map, 'tenants', 'id')),
      (now: JsonObject) => referMembers(now, ['federatedAppIds'], refer(map, 'sso-apps', 'id')),
      (now: JsonObject) => referMembers(now, ['enforceSSOExclusions'], refer(map, 'users', 'id')),
      (now: JsonObject) => referMembers(now, ['defaultRoles'], refer(map, 'roles', 'name', owner)),
    ].reduce((now, step) => step(now), value),
  write,
  remove: {
    call: 'tenantDelete',
    // Never with what belongs to others too.
    request: (_value, { liveId = '' }) => ({ body: { id: liveId, cascade: false } }),
  },
  loses,
};
