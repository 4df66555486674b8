/** A backup on the disk, read object by object for a comparison: what was saved, without noise. */
import type { BackupManifest } from '../../models/manifest.ts';
import { sha256 } from '../../storage/checksums.ts';
import { canonicalJson } from '../../json/write.ts';
import { NEWEST_NOISE } from '../../project/noise.ts';
import { keyedEntry } from '../../project/sections/identity.ts';
import { withSortedDomains } from '../backup/content-hash.ts';
import { resourceObjects } from '../backup/objects-by-id.ts';
import { parseEntry, type Entry, type EntryView } from '../backup/project-file/read.ts';
import { openBackup, type SavedBackup } from '../backup/saved-backup.ts';
import type { ProjectState, SectionState } from './project-state.ts';

/**
 * An entry of project.json as canonical JSON of what counts: of a config file there is no noise but
 * the order of domains.
 */
function entryText(entry: Entry, isLive: boolean): string {
  if ('flow_data' in entry) {
    return canonicalJson(isLive ? NEWEST_NOISE.object(entry.flow_data) : entry.flow_data);
  }
  const { tenant_data: tenant, config } = entry;
  return canonicalJson(
    tenant === undefined ? withSortedDomains(config) : NEWEST_NOISE.object(tenant),
  );
}

function viewOf(isLive: boolean): EntryView {
  const ofEntry = (entry: Entry): string => entryText(entry, isLive);
  return { ofEntry, ofText: (text) => ofEntry(parseEntry(text)) };
}
/**
 * One of each for all states: `LazySection` compares texts of the same one as they stand in the
 * files.
 */
const LIVE = viewOf(true);
const CONFIG = viewOf(false);

function resourceState(section: string, backup: SavedBackup): SectionState {
  const kept = NEWEST_NOISE.resource(section, backup.readResource(section));
  const texts = new Map<string, string>();
  for (const [id, object] of resourceObjects(section, kept)) {
    texts.set(id, canonicalJson(keyedEntry(section, object)));
  }
  return texts;
}

function snapshotState(backup: SavedBackup): SectionState {
  const texts = new Map<string, string>();
  for (const file of backup.snapshotFiles) {
    const content = backup.readSnapshotFile(file);
    const kept = Buffer.isBuffer(content)
      ? { sha256: sha256(content) }
      : NEWEST_NOISE.snapshotFile(file, content);
    texts.set(file, canonicalJson(kept));
  }
  return texts;
}

/**
 * Reads the state of a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when a file cannot be read
 */
export async function readProjectState(
  path: string,
  manifest: BackupManifest,
): Promise<ProjectState> {
  const backup = await openBackup(path, manifest);
  const isLive = manifest.source.type === 'management-api';
  const { tenants, flows } = backup.readEntries(isLive ? LIVE : CONFIG);
  const readers = new Map<string, () => SectionState>([
    ['tenants', () => tenants],
    ['flows', () => flows],
    ['snapshot', () => snapshotState(backup)],
  ]);
  const state = new Map<string, SectionState>();
  for (const section of backup.sections) {
    const read = readers.get(section) ?? (() => resourceState(section, backup));
    state.set(section, read());
  }
  return state;
}
