/** How the FGA schema is written back: its text alone, from which the service makes the rest. */
import { pick } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';

export const FGA_SCHEMA: RestoreRow = {
  noun: 'FGA schema',
  phase: () => PHASES.fgaSchema,
  hasBlanks: true,
  apiId: (_value, id) => id,
  naturalKey: (_value, id) => id,
  strip: (value) => pick(value, ['dsl']),
  frozen: [],
  projectBound: [],
  references: (value) => value,
  write: ({ wanted }) => {
    if (textOf(wanted['dsl']) === '') return 'the backup has no schema, and no call removes one';
    return [
      {
        call: 'fgaSchema',
        phase: PHASES.fgaSchema,
        doubt: 'repeat',
        patch: wanted,
        request: (value) => ({ body: pick(value, ['dsl']) }),
      },
    ];
  },
  loses: () => [],
};
