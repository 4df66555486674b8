/**
 * Looks for the earlier backups of a line: in the backup root, and in artifacts of earlier runs.
 */
import { baseName, lineArtifacts, type ArtifactNaming } from '../copies/artifact-names.ts';
import { carryHistory } from '../copies/carry.ts';
import { HistorySearch } from '../copies/history.ts';
import type { LineReach } from '../copies/line-reach.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { damagedHistory, type BackupService, type InspectedBackup } from '../services/index.ts';
import { searchForBase } from './base-search.ts';
import type { RunWorld } from './world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the history of a line is, and what is done with it. */
export interface HistoryOptions {
  /**
   * `compare` looks into copies, `carry` brings them back into the root as well, `none` compares
   * nothing.
   */
  readonly history: 'compare' | 'carry' | 'none';
  /**
   * Whether the copies are part of the history: then it is unknown while they cannot be looked
   * into. Else the backup root is all the history that there is, and copies may only add to it.
   */
  readonly areCopiesHistory: boolean;
  readonly naming: ArtifactNaming;
  readonly retentionDays: number;
  readonly minimumBackups: number;
  /** Percent of the objects of a section. */
  readonly shrinkLimit: number;
}

/** What was learnt of the history of the new backup's line. */
export interface History {
  readonly reach: LineReach;
  /** Undefined where no artifact can be looked into. */
  readonly search: HistorySearch | undefined;
  /** Why the look-up failed. */
  readonly failure: string | undefined;
  /** What there is that nothing can be compared with, in words. */
  readonly found: string | undefined;
  readonly carryFailure: Error | undefined;
  /** Ids of backups that were brought into the root. */
  readonly adopted: readonly string[];
}

/**
 * What there is in the root, in words: good backups that are no base, and damage that may hide a
 * loss.
 */
async function foundInRoot(
  reach: LineReach,
  root: readonly InspectedBackup[],
  manifest: BackupManifest,
  limitPercent: number,
): Promise<string[]> {
  const count = reach.finishedCount;
  const noBase = `${count} of ${reach.line} that are not complete, or were not compared`;
  const damaged = await damagedHistory(root, reach.line, manifest, limitPercent);
  return [...(count > 0 ? [noBase] : []), ...damaged];
}

/** What there is in artifacts, in words. */
function foundInArtifacts(search: HistorySearch, ofLine: number): string[] {
  const { expired, untrusted, unusable } = search.counts;
  const told = (count: number, text: string) => (count === 0 ? [] : [`${count} ${text}`]);
  return [
    ...told(expired, 'artifacts that have expired'),
    ...told(
      untrusted,
      'artifacts of runs that are not trusted (history-branch names another branch to trust)',
    ),
    ...told(unusable, 'artifacts that are damaged or not safe'),
    ...told(ofLine - unusable, 'artifacts without a complete backup that was compared'),
  ];
}

/**
 * Looks for earlier backups of the new one's line; with `history: carry` they are brought into the
 * root.
 */
export class HistoryLookUp {
  readonly #service: BackupService;
  readonly #options: HistoryOptions;
  readonly #manifest: BackupManifest;
  readonly #reach: LineReach;
  readonly #signal: AbortSignal;
  readonly #search: HistorySearch | undefined;
  #adopted: readonly string[] = [];

  /** @param folder a temporary one */
  constructor(
    service: BackupService,
    options: HistoryOptions,
    manifest: BackupManifest,
    reach: LineReach,
    folder: string,
    world: RunWorld,
  ) {
    this.#service = service;
    this.#options = options;
    this.#manifest = manifest;
    this.#reach = reach;
    this.#signal = world.signal;
    if (world.copies === undefined) return;
    const { naming } = options;
    const query = { projectId: naming.projectId, ...lineArtifacts(naming) };
    this.#search = new HistorySearch(world.copies, query, folder, world);
  }

  /** @throws nothing but what cancels the run */
  async run(root: readonly InspectedBackup[]): Promise<History> {
    const reach = this.#reach;
    const { history, areCopiesHistory, shrinkLimit } = this.#options;
    const inRoot = await foundInRoot(reach, root, this.#manifest, shrinkLimit);
    let failure: string | undefined;
    let carryFailure: Error | undefined;
    let inArtifacts: string[] = [];
    try {
      inArtifacts = await this.#lookInArtifacts();
    } catch (error) {
      this.#signal.throwIfAborted();
      failure = (error as Error).message;
      if (history === 'carry') carryFailure = carryError(error as Error);
    }
    const found = [...inRoot, ...(areCopiesHistory ? inArtifacts : [])].join(', ');
    return {
      reach,
      search: this.#search,
      failure: areCopiesHistory ? failure : undefined,
      found: found === '' ? undefined : found,
      carryFailure,
      adopted: this.#adopted,
    };
  }

  async #lookInArtifacts(): Promise<string[]> {
    const search = this.#search;
    if (search === undefined) return [];
    const { history, naming, retentionDays, minimumBackups } = this.#options;
    if (history !== 'carry') {
      return foundInArtifacts(search, await searchForBase(search, this.#reach, this.#manifest));
    }
    const carried = await carryHistory(this.#service, naming.projectId, search, this.#reach, {
      start: this.#reach.fresh.time - retentionDays * DAY_MS,
      minimum: minimumBackups,
      wholeName: baseName(naming),
    });
    this.#adopted = carried.adopted;
    const found = foundInArtifacts(search, carried.ofLine);
    const { unusable, untrusted } = search.counts;
    // Those that have expired are missed only where the root has nothing in their place.
    const isMissed = unusable + untrusted > 0 || this.#reach.bases.length === 0;
    if (carried.usable === 0 && found.length > 0 && isMissed) {
      throw new Error(`there are artifacts, but none can be used: ${found.join(', ')}`);
    }
    return found;
  }
}

/** Why the new backup is kept alone. */
export function carryError(cause: Error): Error {
  return new Error(
    `history: carry: earlier backups could not be brought back: ${cause.message}. The new backup is kept alone, and nothing is pruned`,
    { cause },
  );
}
