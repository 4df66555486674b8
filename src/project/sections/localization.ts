/**
 * Section `localization`: translations of messages, and of the flows that have them switched on.
 */
import { defineSection, freeForm } from './section.ts';

export const localization = defineSection({
  name: 'localization',
  since: '1.1.0',
  keptIn: 'resources',
  read: {
    shape: 'own',
    endpoints: ['messageLocalization', 'flowLocalization'],
    needsFlows: true,
  },
  // Each has a name that we give: `messages`, and `flows/<id>`.
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [
    freeForm('translations of your own, whose keys name texts', { members: ['languages'] }),
  ],
  snapshot: undefined,
  refersTo: [{ member: '/flowId', to: 'flows', by: 'id' }],
  inDocs: { read: 'for each flow that is translated' },
});
