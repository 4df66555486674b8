/** Section `password-settings`: rules for passwords, of the project. */
import { defineSection } from './section.ts';

export const passwordSettings = defineSection({
  name: 'password-settings',
  keptIn: 'resources',
  read: { shape: 'single', endpoint: 'passwordSettings' },
  identity: { by: 'whole' },
  sets: [],
  freeForm: [],
  snapshot: { kind: 'file', path: 'auth/password.json' },
  refersTo: [],
  inDocs: { read: 'of the project' },
});
