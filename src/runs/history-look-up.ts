/** Looks for the earlier backups of a line: in the backup root, and in artifacts of earlier runs. */
import type { BackupInputs } from '../github/inputs.ts';
import { isInputGiven, type Environment } from '../github/run-context.ts';
import type { BackupManifest } from '../models/manifest.ts';
import { damagedHistory, type BackupService, type InspectedBackup } from '../services/index.ts';
import { baseName, lineArtifacts } from '../copies/artifact-names.ts';
import { searchForBase } from './base-search.ts';
import { carryHistory } from '../copies/carry.ts';
import { canLookUp, HistorySearch, type HistoryContext } from '../copies/history.ts';
import type { LineReach } from '../copies/line-reach.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether artifacts are part of the history: where backups are uploaded, and GitHub can be asked for them or should have
 * been. A script that starts the bundle by itself gets no token, and has the backup root alone.
 */
export function hasArtifacts(inputs: BackupInputs, environment: Environment): boolean {
  if (inputs.history === 'carry') return true;
  const isReached =
    canLookUp(environment, inputs['github-token']) || isInputGiven(environment, 'github-token');
  return environment['GITHUB_ACTIONS'] === 'true' && inputs['upload-artifact'] && isReached;
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

/** What there is in the root, in words: good backups that are no base, and damage that may hide a loss. */
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

/** Looks for earlier backups of the new one's line; with `history: carry` they are brought into the root. */
export class HistoryLookUp {
  readonly #service: BackupService;
  readonly #inputs: BackupInputs;
  readonly #manifest: BackupManifest;
  readonly #context: HistoryContext;
  readonly #reach: LineReach;
  readonly #search: HistorySearch | undefined;
  #adopted: readonly string[] = [];

  constructor(
    service: BackupService,
    inputs: BackupInputs,
    manifest: BackupManifest,
    reach: LineReach,
    folder: string,
    context: HistoryContext,
  ) {
    this.#service = service;
    this.#inputs = inputs;
    this.#manifest = manifest;
    this.#context = context;
    this.#reach = reach;
    const token = inputs['github-token'];
    if (!canLookUp(context.environment, token)) return;
    const source = {
      projectId: inputs['project-id'],
      token,
      workflow: inputs['history-workflow'],
      branch: inputs['history-branch'],
      ...lineArtifacts(inputs),
    };
    this.#search = new HistorySearch(source, folder, context);
  }

  /** @throws nothing but what cancels the run */
  async run(root: readonly InspectedBackup[]): Promise<History> {
    const reach = this.#reach;
    const inRoot = await foundInRoot(reach, root, this.#manifest, this.#inputs['shrink-limit']);
    let failure: string | undefined;
    let carryFailure: Error | undefined;
    let inArtifacts: string[] = [];
    try {
      inArtifacts = await this.#lookInArtifacts();
    } catch (error) {
      this.#context.signal.throwIfAborted();
      failure = (error as Error).message;
      if (this.#inputs.history === 'carry') {
        carryFailure = new Error(
          `history: carry: earlier backups could not be brought back: ${failure}. The new backup is kept alone, and nothing is pruned`,
          { cause: error },
        );
      }
    }
    // Without an upload, the root is all the history that there is; artifacts may only add to it.
    const counts = hasArtifacts(this.#inputs, this.#context.environment);
    const found = [...inRoot, ...(counts ? inArtifacts : [])].join(', ');
    return {
      reach,
      search: this.#search,
      failure: counts ? failure : undefined,
      found: found === '' ? undefined : found,
      carryFailure,
      adopted: this.#adopted,
    };
  }

  async #lookInArtifacts(): Promise<string[]> {
    const search = this.#search;
    const isCarry = this.#inputs.history === 'carry';
    if (search === undefined) {
      if (!hasArtifacts(this.#inputs, this.#context.environment)) return [];
      throw new Error('there is no GitHub Actions run with a github-token to look with');
    }
    if (!isCarry) {
      return foundInArtifacts(search, await searchForBase(search, this.#reach, this.#manifest));
    }
    const carried = await carryHistory(
      this.#service,
      this.#inputs['project-id'],
      search,
      this.#reach,
      {
        start: this.#reach.fresh.time - this.#inputs['retention-days'] * DAY_MS,
        minimum: this.#inputs['minimum-backups'],
        wholeName: baseName(this.#inputs),
      },
    );
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
