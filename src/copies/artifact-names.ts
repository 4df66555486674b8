/** What artifacts are called, and how earlier ones are recognised by it. */
import type { BackupManifest } from '../models/manifest.ts';
import { DATED_NAME } from '../storage/dated-names.ts';

/** What artifacts of a line are called by. */
export interface ArtifactNaming {
  readonly projectId: string;
  readonly environment: string;
  readonly source: 'config-file' | 'live';
  /** The name that a user gave. */
  readonly artifactName: string | undefined;
}

/** What release 1.0.0 called artifacts of either source. */
function firstDefaultName({ projectId, environment }: ArtifactNaming): string {
  return `descope-backup-${projectId}-${environment}`;
}

/** The plain name, which a complete window has as it is. */
export function baseName(naming: ArtifactNaming): string {
  const name = firstDefaultName(naming);
  return naming.artifactName ?? (naming.source === 'live' ? `${name}-live` : name);
}

/**
 * The name of the new artifact. A backup that is not good, or lacks the window, must not pass for
 * the newest window.
 *
 * @param isWindowMissing whether earlier backups that should go along could not be brought back
 */
export function nameOf(
  naming: ArtifactNaming,
  { status, backup_id: id }: BackupManifest,
  isWindowMissing: boolean,
): string {
  const name = baseName(naming);
  if (status !== 'complete') return `${name}-${status}`;
  return isWindowMissing ? `${name}-${id}` : name;
}

/** Which artifacts are history. */
export interface CopyNames {
  /** Names that GitHub is asked for. */
  readonly names: readonly string[];
  /** What any name must be: it may end in a backup id, where the plain name was taken. */
  readonly pattern: RegExp;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Artifacts of some names, also of partial and suspect backups. */
export function artifactsNamed(...names: readonly string[]): CopyNames {
  const any = names.map(escapePattern).join('|');
  return {
    names: names.flatMap((name) => [name, `${name}-partial`, `${name}-suspect`]),
    pattern: new RegExp(`^(?:${any})(?:-partial|-suspect)?(?:-${DATED_NAME})?$`),
  };
}

/** The artifacts in which earlier backups of a run's line may be; those of release 1.0.0 too. */
export function lineArtifacts(naming: ArtifactNaming): CopyNames {
  const name = baseName(naming);
  const first = firstDefaultName(naming);
  return naming.artifactName === undefined && name !== first
    ? artifactsNamed(name, first)
    : artifactsNamed(name);
}

/** Artifacts of a project by their default names, of whatever environment. */
export function projectArtifacts(projectId: string): CopyNames {
  return { names: [], pattern: new RegExp(`^descope-backup-${escapePattern(projectId)}-`) };
}

/** The report of a restore; `before` is at the end of that of its safety backup. */
export function restoreArtifactName(projectId: string, restoreId: string): string {
  return `descope-restore-${projectId}-${restoreId}`;
}

export function safetyArtifactName(projectId: string, restoreId: string): string {
  return `${restoreArtifactName(projectId, restoreId)}-before`;
}

/**
 * The artifacts of a restore: its report, and its safety backup. The run's attempt is at the end of
 * a name that was taken.
 */
export function restoreArtifacts(projectId: string, restoreId: string): CopyNames {
  const names = [
    restoreArtifactName(projectId, restoreId),
    safetyArtifactName(projectId, restoreId),
  ];
  return { names, pattern: new RegExp(`^(?:${names.map(escapePattern).join('|')})(?:-\\d+)?$`) };
}
