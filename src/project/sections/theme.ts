/** Section `theme`: how pages look. */
import { DESIGN } from './reasons.ts';
import { defineSection, freeForm } from './section.ts';

export const theme = defineSection({
  name: 'theme',
  keptIn: 'resources',
  read: { shape: 'single', endpoint: 'theme' },
  identity: { by: 'whole' },
  sets: [],
  // It has stamps.
  freeForm: [freeForm(DESIGN, { untouched: 'nowhere' })],
  snapshot: { kind: 'folder', path: 'styles/' },
  refersTo: [
    { member: '/references/connectors/*', to: 'connectors', by: 'name-to-id' },
    { member: '/references/roles/*', to: 'roles', by: 'name-to-id' },
  ],
});
