/** What a new backup is compared with, section by section. */
import type { BackupManifest } from '../../models/manifest.ts';
import type { ProjectState } from '../changes/project-state.ts';
import { readProjectState } from '../changes/read-state.ts';

function sectionsOf({ coverage }: BackupManifest, status: 'saved' | 'failed'): Set<string> {
  return new Set(coverage.flatMap((entry) => (entry.status === status ? [entry.section] : [])));
}

/** A backup that was proven, where it is. */
export interface ProvenBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** Sections that the base failed to save, and the new backup did save. */
export function missingSections(base: BackupManifest, after: BackupManifest): string[] {
  const saved = sectionsOf(after, 'saved');
  return [...sectionsOf(base, 'failed')].filter((section) => saved.has(section));
}

/** Whether some backups together saved all of these sections. */
export function haveSaved(
  manifests: readonly BackupManifest[],
  sections: readonly string[],
): boolean {
  const saved = manifests.map((manifest) => sectionsOf(manifest, 'saved'));
  return sections.every((section) => saved.some((names) => names.has(section)));
}

/**
 * Reads what a new backup is compared with: the state of the newest base; of a section that it
 * failed to save, the state in the newest one that did, so that a loss cannot hide behind a night
 * in which the section was not readable.
 *
 * @param bases newest first, at least one
 * @param after the manifest of the new backup
 * @throws Error when a file cannot be read
 */
export async function readBaseState(
  bases: readonly [ProvenBackup, ...ProvenBackup[]],
  after: BackupManifest,
): Promise<ProjectState> {
  const [base, ...older] = bases;
  const state = new Map(await readProjectState(base.path, base.manifest));
  const missing = new Set(missingSections(base.manifest, after));
  for (const { path, manifest } of older) {
    const saved = sectionsOf(manifest, 'saved');
    const wanted = [...missing].filter((section) => saved.has(section));
    if (wanted.length === 0) continue;
    const sections = await readProjectState(path, manifest);
    for (const section of wanted) {
      const objects = sections.get(section);
      if (objects !== undefined) state.set(section, objects);
      missing.delete(section);
    }
  }
  return state;
}
