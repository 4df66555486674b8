/** Looks for backups in artifacts of earlier runs, as far as that is needed. */
import {
  artifactsNamed,
  lineArtifacts,
  projectArtifacts,
  type CopyNames,
} from '../../copies/artifact-names.ts';
import { goodBackups, warnOfDamage } from '../../copies/carry.ts';
import { HistorySearch } from '../../copies/history.ts';
import type { InspectedBackup } from '../../services/index.ts';
import type { RestoreOptions, RestoreWorld } from './prepared-plan.ts';

/** What was found; and why not everything was looked into, where that failed. */
export interface FoundInArtifacts {
  readonly backups: readonly InspectedBackup[];
  readonly failure: Error | undefined;
}

export interface ArtifactQuestion {
  /**
   * Artifacts that were made before this time are not wanted, given what was found so far; in
   * milliseconds since the epoch.
   */
  readonly since: (found: readonly InspectedBackup[]) => number;
  /** Whether nothing more is wanted. */
  readonly isEnough: (found: readonly InspectedBackup[]) => boolean;
}

function namesOf({
  fromProjectId: projectId,
  environment,
  artifactName,
}: Pick<RestoreOptions, 'fromProjectId' | 'environment' | 'artifactName'>): CopyNames {
  if (artifactName !== undefined) return artifactsNamed(artifactName);
  return environment === undefined
    ? projectArtifacts(projectId)
    : lineArtifacts({ projectId, environment, source: 'live', artifactName });
}

/**
 * Opens artifacts, newest first, until there is enough.
 *
 * @param folder a temporary one, where the backups stay
 * @throws nothing but what cancels the run
 */
export async function searchArtifacts(
  wanted: Pick<RestoreOptions, 'fromProjectId' | 'environment' | 'artifactName'>,
  folder: string,
  world: RestoreWorld,
  { since, isEnough }: ArtifactQuestion,
): Promise<FoundInArtifacts> {
  const backups: InspectedBackup[] = [];
  if (world.copies === undefined) return { backups, failure: undefined };
  const query = { projectId: wanted.fromProjectId, ...namesOf(wanted) };
  const search = new HistorySearch(world.copies, query, folder, world);
  const from = () => since(backups);
  try {
    for await (const artifact of search.artifacts(from)) {
      if (artifact.createdAt < from()) continue;
      const opened = await search.open(artifact, { isTimed: false });
      if (opened === undefined) continue;
      warnOfDamage(opened, world.reporter);
      const damaged = opened.backups.filter(({ verification }) => !verification.verified);
      backups.push(...goodBackups(opened, world.reporter), ...damaged);
      if (isEnough(backups)) break;
    }
    return { backups, failure: undefined };
  } catch (error) {
    world.signal.throwIfAborted();
    const { message } = error as Error;
    return {
      backups,
      failure: new Error(`artifacts of earlier runs could not be looked into: ${message}`, {
        cause: error,
      }),
    };
  }
}
