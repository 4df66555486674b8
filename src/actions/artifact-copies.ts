/**
 * Artifacts of earlier workflow runs as copies of backups: which there are, which are trusted, and
 * their download.
 */
import {
  DamagedCopyError,
  type CopyList,
  type CopySource,
  type ListedCopy,
} from '../copies/backup-copies.ts';
import type { CopyNames } from '../copies/artifact-names.ts';
import type { SearchBudget } from '../copies/search-budget.ts';
import { DamagedArtifactError, downloadArtifact } from '../github/artifact-download.ts';
import {
  artifactsOfRun,
  listArtifacts,
  listNamedArtifacts,
  type ListedArtifact,
} from '../github/artifact-list.ts';
import { ArtifactTrust, type TrustPolicy } from '../github/artifact-trust.ts';
import type { ArtifactClientFactory } from '../github/artifact.ts';
import { gitHubApi, type GitHubApi } from '../github/rest-api.ts';
import type { Environment } from '../github/run-context.ts';
import type { Secret } from '../project/secret.ts';

/** Runs of this workflow that are looked into before anything else. */
const MAX_OWN_RUNS = 10;

export interface ArtifactContext {
  readonly environment: Environment;
  readonly makeArtifactClient: ArtifactClientFactory<'downloadArtifact'>;
  /** Cancels the run. */
  readonly signal: AbortSignal;
}

/** Whether the run can reach artifacts of earlier runs at all. */
export function canLookUp(environment: Environment, token: Secret | undefined): token is Secret {
  return (
    environment['GITHUB_ACTIONS'] === 'true' &&
    Boolean(environment['GITHUB_REPOSITORY']) &&
    token !== undefined
  );
}

/**
 * Artifacts of some names, with this workflow's own newest runs first, which no stranger's can
 * hide.
 */
class ArtifactList implements CopyList {
  named: readonly ListedCopy[] = [];
  readonly #names: CopyNames;
  readonly #budget: SearchBudget;
  readonly #api: GitHubApi;
  readonly #trust: ArtifactTrust;
  readonly #context: ArtifactContext;

  constructor(
    names: CopyNames,
    budget: SearchBudget,
    api: GitHubApi,
    policy: TrustPolicy,
    context: ArtifactContext,
  ) {
    this.#names = names;
    this.#budget = budget;
    this.#api = api;
    this.#trust = new ArtifactTrust(api, context.environment, policy, budget);
    this.#context = context;
  }

  async *entries(since: () => number): AsyncGenerator<ListedCopy> {
    for (const run of await this.#trust.ownRuns(MAX_OWN_RUNS)) {
      if (since() !== -Infinity) break;
      const artifacts = await artifactsOfRun(this.#api, run, this.#names, this.#budget);
      for (const artifact of artifacts) yield this.#copyOf(artifact);
    }
    const named = await listNamedArtifacts(this.#api, this.#names.names, this.#budget);
    this.named = named.map((artifact) => this.#copyOf(artifact));
    for await (const artifact of listArtifacts(
      this.#api,
      this.#names,
      named,
      since,
      this.#budget,
    )) {
      if (artifact.createdAt < since()) return;
      yield this.#copyOf(artifact);
    }
  }

  #copyOf(artifact: ListedArtifact): ListedCopy {
    const { id, name, size, isExpired, createdAt, runId } = artifact;
    return {
      ...{ id, name, size, isExpired, createdAt, runId },
      isTrusted: () => this.#trust.trusts(artifact),
      fetch: (folder, signal) => this.#fetch(artifact, folder, signal),
    };
  }

  async #fetch(artifact: ListedArtifact, folder: string, signal: AbortSignal): Promise<string> {
    const { makeArtifactClient } = this.#context;
    try {
      return await downloadArtifact(artifact, folder, this.#api, makeArtifactClient, signal);
    } catch (error) {
      if (!(error instanceof DamagedArtifactError)) throw error;
      throw new DamagedCopyError(error.message, { cause: error });
    }
  }
}

/** The artifacts of the repository that the run belongs to. */
export function artifactCopies(
  token: Secret,
  policy: TrustPolicy,
  context: ArtifactContext,
): CopySource {
  const api = gitHubApi(context.environment, token, context.signal);
  return { list: (names, budget) => new ArtifactList(names, budget, api, policy, context) };
}

/** Artifacts that should be looked into, and cannot be: the look-up of each fails. */
export function unreachableCopies(reason: string): CopySource {
  return {
    list: () => ({
      named: [],
      entries: () => {
        throw new Error(reason);
      },
    }),
  };
}
