/** How JWT templates are written back. */
import { isJsonObject } from '../../json/value.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';
import { without } from './members.ts';

/** What the service says of templates that it brings itself. */
const BUILT_IN: ReadonlySet<string> = new Set(['default', 'system', 'descope']);

export const JWT_TEMPLATES: RestoreRow = {
  noun: 'JWT template',
  phase: () => PHASES.jwtTemplates,
  hasBlanks: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) => without(value, ['id']),
  frozen: ['type'],
  projectBound: [],
  references: (value) => value,
  untouchable: ({ source }) =>
    BUILT_IN.has(textOf(source)) ? 'it is one of the service itself' : undefined,
  write: ({ wanted, live, isIdFree }) => [
    live === undefined
      ? {
          call: 'jwtTemplateCreate',
          phase: PHASES.jwtTemplates,
          doubt: 'by-key',
          patch: wanted,
          // Whether the id is kept is not known: it is sent, and that of the answer is taken.
          request: (value, { backupId }) => ({
            body: { template: { ...value, ...(isIdFree && { id: backupId }) } },
          }),
          newId: ({ template }) =>
            isJsonObject(template) ? textOf(template['id']) || undefined : undefined,
        }
      : {
          call: 'jwtTemplateUpdate',
          phase: PHASES.jwtTemplates,
          doubt: 'repeat',
          patch: without(wanted, ['type']),
          request: (value, { liveId = '' }) => ({ body: { template: { ...value, id: liveId } } }),
        },
  ],
  remove: {
    call: 'jwtTemplateDelete',
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  },
  loses: (action) => {
    if (action === 'create')
      return [
        'what used the template before it was deleted uses the default one until it is set again',
      ];
    return action === 'delete' ? ['what uses the template gets the default one'] : [];
  },
};
