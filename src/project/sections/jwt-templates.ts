/** Section `jwt-templates`: what tokens say. */
import { defineSection, freeForm } from './section.ts';

export const jwtTemplates = defineSection({
  name: 'jwt-templates',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'jwtTemplates' },
  identity: { by: 'id-or-name' },
  sets: [],
  freeForm: [
    freeForm('keys are claims of your own, and values say where each comes from', {
      members: ['template'],
      untouched: 'everywhere',
    }),
  ],
  snapshot: { kind: 'list', path: 'jwttemplates.json', isJudged: true },
  refersTo: [],
});
