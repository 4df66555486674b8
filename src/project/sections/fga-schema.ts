/** Section `fga-schema`: the model of fine-grained authorization. */
import { defineSection } from './section.ts';

export const fgaSchema = defineSection({
  name: 'fga-schema',
  keptIn: 'resources',
  read: { shape: 'single', endpoint: 'fgaSchema' },
  identity: { by: 'whole' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  refersTo: [],
});
