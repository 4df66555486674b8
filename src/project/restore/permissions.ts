/** How permissions are written back. */
import { without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';

export const PERMISSIONS: RestoreRow = {
  noun: 'permission',
  phase: () => PHASES.permissions,
  hasBlanks: true,
  apiId: ({ id, name }) => textOf(id) || textOf(name),
  naturalKey: ({ name }) => textOf(name),
  strip: (value) => without(value, ['id', 'systemDefault']),
  frozen: [],
  projectBound: [],
  references: (value) => value,
  untouchable: ({ systemDefault }) =>
    systemDefault === true ? 'it is one of the service itself' : undefined,
  write: ({ wanted, live }) => [
    live === undefined
      ? {
          call: 'permissionCreate',
          phase: PHASES.permissions,
          doubt: 'by-key',
          patch: wanted,
          request: (value) => ({ body: value }),
          newId: ({ id }) => (typeof id === 'string' ? id : undefined),
        }
      : {
          call: 'permissionUpdate',
          phase: PHASES.permissions,
          doubt: 'repeat',
          patch: wanted,
          // By its id, or an old name would be looked for; one of both alone is taken.
          request: ({ name, ...rest }, { liveId = '' }) => ({
            body: { ...rest, id: liveId, newName: name ?? '' },
          }),
        },
  ],
  remove: {
    call: 'permissionDelete',
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  },
  loses: (action) =>
    action === 'delete'
      ? ['roles that grant it grant it no longer']
      : action === 'create'
        ? ['it gets a new id']
        : [],
};
