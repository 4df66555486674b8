/** What artifacts are called, and how earlier ones are recognised by it. */
import type { BackupInputs } from '../github/inputs.ts';
import type { BackupManifest } from '../models/manifest.ts';

/** The name that the inputs give, which a complete window has as it is. */
export function baseName(inputs: BackupInputs): string {
  return inputs['artifact-name'] ?? `descope-backup-${inputs['project-id']}-${inputs.environment}`;
}

/**
 * The name of the new artifact. A backup that is not good, or lacks the window, must not pass for the newest window.
 *
 * @param isWindowMissing whether earlier backups that should go along could not be brought back
 */
export function nameOf(
  inputs: BackupInputs,
  { status, backup_id: id }: BackupManifest,
  isWindowMissing: boolean,
): string {
  const name = baseName(inputs);
  if (status !== 'complete') return `${name}-${status}`;
  return isWindowMissing ? `${name}-${id}` : name;
}

/** Which artifacts are history. */
export interface ArtifactNames {
  /** Names that GitHub is asked for. */
  readonly names: readonly string[];
  /** What any name must be: it may end in a backup id, where the plain name was taken. */
  readonly pattern: RegExp;
}

const BACKUP_ID = String.raw`(?:-\d{8}_\d{6}(?:_\d+)?)?`;

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Artifacts of one name whose newest backup was complete. */
export function completeArtifacts(name: string): ArtifactNames {
  return { names: [name], pattern: new RegExp(`^${escapePattern(name)}${BACKUP_ID}$`) };
}

/** Artifacts of one name, also of partial and suspect backups. */
export function allArtifacts(name: string): ArtifactNames {
  return {
    names: [name, `${name}-partial`, `${name}-suspect`],
    pattern: new RegExp(`^${escapePattern(name)}(?:-partial|-suspect)?${BACKUP_ID}$`),
  };
}

/** Artifacts of a project by their default names, of whatever environment. */
export function projectArtifacts(projectId: string): ArtifactNames {
  return { names: [], pattern: new RegExp(`^descope-backup-${escapePattern(projectId)}-`) };
}
