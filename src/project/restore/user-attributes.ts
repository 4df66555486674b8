/**
 * How attributes of users are written back: those that are gone are created; no call changes one.
 */
import { refer, referMembers, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';

export const USER_ATTRIBUTES: RestoreRow = {
  noun: 'attribute of users',
  phase: () => PHASES.userAttributes,
  hasBlanks: true,
  apiId: ({ name }, id) => textOf(name) || id,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) => without(value, ['id']),
  frozen: [],
  projectBound: [],
  references: (value, map) =>
    referMembers(value, ['viewPermissions', 'editPermissions'], refer(map, 'permissions', 'name')),
  write: ({ wanted, live }) =>
    live !== undefined
      ? 'no call changes an attribute: to delete and create it would lose the value of every user'
      : [
          {
            call: 'userAttributeCreate',
            phase: PHASES.userAttributes,
            doubt: 'by-key',
            patch: wanted,
            request: (value) => ({ body: { attributes: [value] } }),
          },
        ],
  remove: {
    call: 'userAttributeDelete',
    request: ({ name = '' }) => ({ body: { names: [name] } }),
  },
  loses: (action) => {
    if (action === 'create') return ['the values that users had do not come back'];
    return action === 'delete' ? ['every user loses the value'] : [];
  },
};
