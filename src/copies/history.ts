/** Artifacts of earlier runs: searched, downloaded, unpacked and verified. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedArtifactError, downloadArtifact } from '../github/artifact-download.ts';
import {
  artifactsOfRun,
  listArtifacts,
  listNamedArtifacts,
  type ListedArtifact,
} from '../github/artifact-list.ts';
import { ArtifactTrust, type TrustPolicy } from '../github/artifact-trust.ts';
import type { ArtifactClientFactory } from '../github/artifact.ts';
import { info, warning } from '../github/log.ts';
import { gitHubApi, type GitHubApi } from '../github/rest-api.ts';
import { temporaryRoot, type Environment } from '../github/run-context.ts';
import { SearchBudget, type SearchLimits } from './search-budget.ts';
import type { InspectedBackup } from '../services/index.ts';
import { MAX_ZIP_BYTES } from '../storage/archive-limits.ts';
import { removeTree } from '../storage/remove-tree.ts';
import { UnsafeArchiveError } from '../storage/unzip.ts';
import type { ArtifactNames } from './artifact-names.ts';
import { openArtifact, type OpenArtifact } from './open-artifact.ts';
import { backupsWithoutNames } from './strangers.ts';

/** Runs of this workflow that are looked into before anything else. */
const MAX_OWN_RUNS = 10;

export interface HistoryContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory<'downloadArtifact'>;
  readonly signal: AbortSignal;
  /** Default: those of a real run. */
  readonly searchLimits?: SearchLimits;
  /** Unpacks and proves what came from elsewhere. Default: in this process. */
  readonly openArtifact?: OpenArtifact;
  /** Whether names of files may go into the log. Default: true. */
  readonly mayName?: boolean;
}

/** Which artifacts of which project are history. */
export interface HistorySource extends ArtifactNames, TrustPolicy {
  readonly projectId: string;
  readonly token: string;
}

/** Whether the run can reach artifacts of earlier runs at all. */
export function canLookUp(environment: Environment, token: string | undefined): token is string {
  return (
    environment['GITHUB_ACTIONS'] === 'true' &&
    Boolean(environment['GITHUB_REPOSITORY']) &&
    token !== undefined
  );
}

/** Runs something with a temporary folder of the runner's, which is gone afterwards. */
export async function withTemporaryFolder<T>(
  environment: Environment,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(temporaryRoot(environment), 'descope-backup-history-'));
  try {
    return await use(folder);
  } finally {
    await removeTree(folder);
  }
}

async function fetchArtifact(
  artifact: ListedArtifact,
  projectId: string,
  folder: string,
  api: GitHubApi,
  { makeArtifactClient, signal, openArtifact: open = openArtifact, mayName = true }: HistoryContext,
): Promise<readonly InspectedBackup[]> {
  if (artifact.size > MAX_ZIP_BYTES) {
    throw new DamagedArtifactError(`its ${artifact.size} bytes are over ${MAX_ZIP_BYTES}`);
  }
  const packed = join(folder, `${artifact.id}.packed`);
  const unpacked = join(folder, String(artifact.id));
  const zip = await downloadArtifact(artifact, packed, api, makeArtifactClient, signal);
  let backups: readonly InspectedBackup[];
  try {
    backups = await open(zip, unpacked, projectId, { signal });
  } catch (error) {
    // The message may name a file of the archive.
    if (mayName || !(error instanceof UnsafeArchiveError)) throw error;
    throw new UnsafeArchiveError('it is damaged, or not safe to unpack', { cause: error });
  } finally {
    await rm(packed, { recursive: true });
  }
  if (backups.length === 0) {
    throw new DamagedArtifactError(`it holds no backup of project ${projectId}`);
  }
  return mayName ? backups : backupsWithoutNames(backups);
}

/** The backups of one artifact, unpacked in a temporary folder, newest first. */
export interface OpenedArtifact {
  readonly artifact: ListedArtifact;
  readonly backups: readonly InspectedBackup[];
  /** Why nothing of it could be used. */
  readonly unusable?: string;
}

/** What a search came across, in numbers. */
export interface SearchCounts {
  /** Artifacts of the names, whoever made them, and whether they can still be had or not. */
  readonly listed: number;
  readonly expired: number;
  readonly untrusted: number;
  readonly unusable: number;
}

/** A search for the artifacts of one history. */
export class HistorySearch {
  readonly #source: HistorySource;
  readonly #folder: string;
  readonly #context: HistoryContext;
  readonly #api: GitHubApi;
  readonly #budget: SearchBudget;
  readonly #trust: ArtifactTrust;
  #named: readonly ListedArtifact[] = [];
  readonly #opened = new Set<number>();
  readonly #counts = { listed: 0, expired: 0, untrusted: 0, unusable: 0 };

  /** @param folder a temporary one, where the backups are unpacked */
  constructor(source: HistorySource, folder: string, context: HistoryContext) {
    const { environment, signal, searchLimits } = context;
    this.#source = source;
    this.#folder = folder;
    this.#context = context;
    this.#api = gitHubApi(environment, source.token, signal);
    this.#budget = new SearchBudget(signal, searchLimits);
    this.#trust = new ArtifactTrust(this.#api, environment, source, this.#budget);
  }

  get counts(): SearchCounts {
    return { ...this.#counts };
  }

  /** Artifacts that were found by their names, newest first; known once the reader of `artifacts` came to them. */
  get named(): readonly ListedArtifact[] {
    return this.#named;
  }

  /** Whether an artifact was opened before: what it holds is known. */
  hasOpened({ id }: ListedArtifact): boolean {
    return this.#opened.has(id);
  }

  /**
   * The artifacts that can be had: those of this workflow's own newest runs first, which no stranger's can hide, then all,
   * newest first. Each comes once.
   *
   * @param since artifacts that were made earlier are not wanted any more, in milliseconds since the epoch; asked again and
   * again, since the reader learns from what it reads
   * @throws Error when the look-up failed: that is never an empty history
   */
  async *artifacts(since: () => number): AsyncGenerator<ListedArtifact> {
    const seen = new Set<number>();
    const isNew = ({ id, isExpired }: ListedArtifact): boolean => {
      if (seen.has(id)) return false;
      seen.add(id);
      this.#counts.listed++;
      if (isExpired) this.#counts.expired++;
      return !isExpired;
    };
    for (const run of await this.#trust.ownRuns(MAX_OWN_RUNS)) {
      if (since() !== -Infinity) break;
      const artifacts = await artifactsOfRun(this.#api, run, this.#source, this.#budget);
      for (const artifact of artifacts) if (isNew(artifact)) yield artifact;
    }
    this.#named = await listNamedArtifacts(this.#api, this.#source.names, this.#budget);
    const all = listArtifacts(this.#api, this.#source, this.#named, since, this.#budget);
    for await (const artifact of all) {
      if (artifact.createdAt < since()) return;
      if (isNew(artifact)) yield artifact;
    }
  }

  /**
   * Fetches an artifact, if it is trusted. One that is damaged, or not safe to unpack, is left out with a warning.
   *
   * @returns undefined when it is not trusted
   * @throws Error when the look-up or the download failed
   */
  async open(
    artifact: ListedArtifact,
    { isTimed }: { isTimed: boolean },
  ): Promise<OpenedArtifact | undefined> {
    if (!(await this.#trust.trusts(artifact))) {
      this.#counts.untrusted++;
      return undefined;
    }
    const { id, name, runId = 0 } = artifact;
    this.#opened.add(id);
    info(`Looking into artifact ${name} (${id}) of run ${runId}`);
    const fetch = (signal: AbortSignal) =>
      fetchArtifact(artifact, this.#source.projectId, this.#folder, this.#api, {
        ...this.#context,
        signal,
      });
    try {
      const backups = await (isTimed ? this.#budget.spend(fetch) : fetch(this.#context.signal));
      return { artifact, backups };
    } catch (error) {
      const isDamage = error instanceof DamagedArtifactError || error instanceof UnsafeArchiveError;
      if (!isDamage) throw error;
      warning(`artifact ${name} (${id}) of run ${runId} is left out: ${error.message}`);
      this.#counts.unusable++;
      return { artifact, backups: [], unusable: error.message };
    }
  }

  /** Frees the disk of an artifact that is not needed any more. */
  async discard({ artifact }: OpenedArtifact): Promise<void> {
    await rm(join(this.#folder, String(artifact.id)), { recursive: true, force: true });
  }
}
