/** How roles are written back, those of the project and those of tenants. */
import { ownedKey } from './keys.ts';
import { mapMember, refer, referMembers, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';
import type { JsonObject } from '../../json/value.ts';

/** In every project, by this name. */
const BUILT_IN = 'Tenant Admin';

function phaseOf({ tenantId }: JsonObject): number {
  return textOf(tenantId) === '' ? PHASES.projectRoles : PHASES.tenantRoles;
}

export const ROLES: RestoreRow = {
  noun: 'role',
  phase: phaseOf,
  hasBlanks: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }, _id, tenantKey) => ownedKey(tenantKey, textOf(name)),
  tenantOf: ({ tenantId }) => textOf(tenantId) || undefined,
  strip: (value) => without(value, ['id', 'createdTime']),
  frozen: ['tenantId'],
  projectBound: [],
  references: (value, map) =>
    mapMember(
      referMembers(value, ['permissionNames'], refer(map, 'permissions', 'name')),
      'tenantId',
      refer(map, 'tenants', 'id'),
    ),
  untouchable: ({ name, tenantId }) =>
    name === BUILT_IN && textOf(tenantId) === '' ? 'it is one of the service itself' : undefined,
  write: ({ wanted, live }) => [
    live === undefined
      ? {
          call: 'roleCreate',
          phase: phaseOf(wanted),
          doubt: 'by-key',
          patch: wanted,
          request: (value) => ({ body: value }),
          newId: ({ id }) => (typeof id === 'string' ? id : undefined),
        }
      : {
          call: 'roleUpdate',
          phase: phaseOf(wanted),
          doubt: 'repeat',
          patch: without(wanted, ['tenantId']),
          // By its id, so that a rename keeps what was granted; one of id and name alone is taken.
          request: ({ name, ...rest }, { liveId = '' }) => ({
            body: { ...rest, id: liveId, newName: name ?? '' },
          }),
        },
  ],
  remove: {
    call: 'roleDelete',
    request: ({ tenantId }, { liveId = '' }) => ({
      body: { id: liveId, ...(textOf(tenantId) !== '' && { tenantId: textOf(tenantId) }) },
    }),
  },
  loses: (action) => {
    if (action === 'update') return [];
    return action === 'create'
      ? ['it gets a new id, and no user or access key that had the role has it again']
      : ['every user, access key and SSO mapping loses the role'];
  },
};
