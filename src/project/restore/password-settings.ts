/** How the project's password settings are written back. */
import { without } from './members.ts';
import { PHASES } from './phases.ts';
import type { RestoreRow } from './row.ts';

export const PASSWORD_SETTINGS: RestoreRow = {
  noun: 'password settings',
  phase: () => PHASES.passwordSettings,
  hasBlanks: true,
  apiId: (_value, id) => id,
  naturalKey: (_value, id) => id,
  strip: (value) => without(value, ['tenantId']),
  frozen: [],
  projectBound: [],
  references: (value) => value,
  write: ({ wanted }) => [
    {
      call: 'passwordSettings',
      phase: PHASES.passwordSettings,
      doubt: 'repeat',
      patch: wanted,
      // An empty tenant stands for the project.
      request: (value) => ({ body: { ...value, tenantId: '' } }),
    },
  ],
  loses: () => [],
};
