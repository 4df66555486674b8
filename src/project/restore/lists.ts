/**
 * How lists are written back: one import each, which creates or updates by id, so that ids stay.
 */
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow, type WritePart } from './row.ts';
import type { JsonObject } from '../../json/value.ts';
import { without } from './members.ts';

function importPart(wanted: JsonObject): WritePart {
  return {
    call: 'listImport',
    phase: PHASES.lists,
    doubt: 'repeat',
    patch: wanted,
    request: (value, { liveId, backupId }) => ({
      body: { lists: [{ ...value, id: liveId ?? backupId }] },
    }),
  };
}

export const LISTS: RestoreRow = {
  noun: 'list',
  phase: () => PHASES.lists,
  hasBlanks: true,
  keepsId: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) => without(value, ['id']),
  frozen: [],
  projectBound: [],
  references: (value) => value,
  write: ({ wanted, live, isIdFree }) => {
    // An import of a taken id would write over the other list.
    if (live === undefined && !isIdFree) return 'another list of the project has its id';
    return [importPart(wanted)];
  },
  remove: { call: 'listDelete', request: (_value, { liveId = '' }) => ({ body: { id: liveId } }) },
  loses: (action) => (action === 'delete' ? ['flows that look into it find nothing'] : []),
};
