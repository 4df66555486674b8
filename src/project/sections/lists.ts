/** Section `lists`: lists of texts, addresses or anything, which flows look into. */
import { defineSection, freeForm, setsEverywhere } from './section.ts';

export const lists = defineSection({
  name: 'lists',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'lists' },
  identity: { by: 'id-or-name' },
  // A list of type `json` holds anything.
  sets: [setsEverywhere(['data'], { beside: { key: 'type', values: ['texts', 'ips'] } })],
  freeForm: [
    freeForm('the data of a list of your own', { members: ['data'], untouched: 'everywhere' }),
  ],
  snapshot: { kind: 'list', path: 'lists.json', isJudged: false },
  refersTo: [],
});
