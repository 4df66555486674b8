/** How access keys are written back: those that are there, for no backup has a key itself. */
import { mapList, mapMember, mapObject, refer, referMembers, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow, type WritePart } from './row.ts';

const READ_ONLY = ['id', 'createdTime', 'createdBy', 'clientId', 'editable'];
const FROZEN = ['expireTime', 'boundUserId'];

function statusPart(status: string): WritePart {
  return {
    call: status === 'active' ? 'accessKeyActivate' : 'accessKeyDeactivate',
    phase: PHASES.arming,
    doubt: 'repeat',
    patch: { status },
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  };
}

export const ACCESS_KEYS: RestoreRow = {
  noun: 'access key',
  phase: () => PHASES.accessKeys,
  hasBlanks: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) =>
    mapMember(
      without(value, READ_ONLY),
      'keyTenants',
      mapList(mapObject((one) => without(one, ['tenantName']))),
    ),
  frozen: FROZEN,
  projectBound: FROZEN,
  references: (value, map) =>
    mapMember(
      referMembers(value, ['roleNames'], refer(map, 'roles', 'name')),
      'keyTenants',
      mapList(
        mapObject((one) =>
          mapMember(
            referMembers(one, ['roleNames'], refer(map, 'roles', 'name', textOf(one['tenantId']))),
            'tenantId',
            refer(map, 'tenants', 'id'),
          ),
        ),
      ),
    ),
  write: ({ wanted, live, changed }) => {
    if (live === undefined) {
      return 'the key itself is in no backup: a new one must be made, and given to who used this one';
    }
    const status = textOf(wanted['status']);
    const rest = without(wanted, [...FROZEN, 'status']);
    const main: WritePart = {
      call: 'accessKeyUpdate',
      phase: PHASES.accessKeys,
      doubt: 'repeat',
      patch: rest,
      request: (value, { liveId = '' }) => ({
        body: { ...without(value, [...FROZEN, 'status']), id: liveId },
      }),
    };
    return [
      ...(Object.keys(rest).some((key) => changed.has(key)) ? [main] : []),
      ...(changed.has('status') ? [statusPart(status)] : []),
    ];
  },
  remove: {
    call: 'accessKeyDelete',
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  },
  loses: (action) =>
    action === 'delete' ? ['whoever uses the key is shut out, and it cannot be made again'] : [],
};
