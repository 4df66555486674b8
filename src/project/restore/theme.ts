/** How the theme is written back. */
import { mapMember, mapObject, without } from './members.ts';
import { mapNamedIds } from './named-ids.ts';
import { PHASES } from './phases.ts';
import type { RestoreRow } from './row.ts';

export const THEME: RestoreRow = {
  noun: 'theme',
  phase: () => PHASES.theme,
  hasBlanks: true,
  apiId: (_value, id) => id,
  naturalKey: (_value, id) => id,
  strip: (value) => without(value, ['etag', 'modifiedTime', 'version']),
  frozen: [],
  projectBound: [],
  references: (value, map) =>
    mapMember(
      value,
      'references',
      mapObject((references) => mapNamedIds(references, map)),
    ),
  write: ({ wanted }) => [
    {
      call: 'themeImport',
      phase: PHASES.theme,
      doubt: 'repeat',
      patch: wanted,
      request: (value) => ({ body: { theme: value } }),
    },
  ],
  loses: () => [],
};
