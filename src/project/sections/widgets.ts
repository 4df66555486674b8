/** Section `widgets`: which widgets there are, where no snapshot has them whole. */
import { defineSection } from './section.ts';

export const widgets = defineSection({
  name: 'widgets',
  since: '1.1.0',
  keptIn: 'resources',
  read: { shape: 'list', endpoint: 'widgets', onlyWithout: 'snapshot' },
  identity: { by: 'member', member: 'widgetId' },
  sets: [],
  freeForm: [],
  snapshot: undefined,
  refersTo: [],
  inDocs: {
    read: 'where there is no snapshot',
    place: '`resources/widgets.json`, else `snapshot/widgets/`',
    free: 'saved, the list alone',
    pro: 'saved, out of the snapshot',
  },
});
