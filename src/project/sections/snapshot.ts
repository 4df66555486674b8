/**
 * Section `snapshot`: the files of a project snapshot, which repeat other sections and have parts
 * of their own.
 */
import { defineSection, setsEverywhere } from './section.ts';

export const snapshot = defineSection({
  name: 'snapshot',
  keptIn: 'snapshot',
  read: { shape: 'own', endpoints: ['snapshot'] },
  identity: { by: 'path' },
  sets: [
    // The project's settings.
    setsEverywhere(['approvedRedirectUrls', 'trustedDomains']),
    // What an audit connector is told of.
    setsEverywhere(['triggeringEventTypes']),
  ],
  // Folders of it are: see SNAPSHOT_PARTS in snapshot-layout.ts.
  freeForm: [],
  snapshot: undefined,
  refersTo: [],
  inDocs: { free: '`not-licensed`' },
});
