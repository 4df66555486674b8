/** Which artifacts of given names a repository has, newest first. */
import { z } from 'zod';
import { GitHubApiError, type GitHubApi } from './rest-api.ts';

const PAGE = 100;

const Artifact = z.looseObject({
  id: z.int(),
  name: z.string(),
  size_in_bytes: z.number(),
  digest: z.string().nullish(),
  expired: z.boolean().nullish(),
  created_at: z.string().nullish(),
  workflow_run: z
    .looseObject({
      id: z.int(),
      repository_id: z.int().nullish(),
      head_repository_id: z.int().nullish(),
      head_branch: z.string().nullish(),
    })
    .nullish(),
});

/** An artifact as GitHub lists it: whoever made it. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** `sha256:<hex>` of the zip, where GitHub knows it. */
  readonly digest: string | undefined;
  readonly isExpired: boolean;
  /** By GitHub's clock, in milliseconds since the epoch; 0 where it does not say. */
  readonly createdAt: number;
  /** Of the run that made it. */
  readonly runId: number | undefined;
  /** Undefined where GitHub does not say. */
  readonly headBranch: string | null | undefined;
  /** Whether the run's code is another repository's; undefined where GitHub does not say. */
  readonly isForeign: boolean | undefined;
}

/** Bounds the requests of one search. */
export interface RequestBudget {
  /** @throws Error when there have been as many pages as there may be */
  countPage(): void;
  /**
   * Does something within the time that is left.
   *
   * @throws Error when the time is up
   */
  spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export interface ArtifactQuery {
  /** Names that GitHub is asked for. */
  readonly names: readonly string[];
  /**
   * What any name must be: it may be longer than those of `names`, which GitHub cannot be asked
   * for.
   */
  readonly pattern: RegExp;
}

/** Reads an answer, and says which one is not what it should be. */
export function parseAnswer<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new GitHubApiError(`GitHub's answer about ${what} is not what its documentation says`);
}

function listed(artifact: z.infer<typeof Artifact>): ListedArtifact {
  const { workflow_run: run, created_at: created } = artifact;
  const [own, head] = [run?.repository_id, run?.head_repository_id];
  return {
    id: artifact.id,
    name: artifact.name,
    size: artifact.size_in_bytes,
    digest: artifact.digest ?? undefined,
    isExpired: artifact.expired === true,
    createdAt: Date.parse(created ?? '') || 0,
    runId: run?.id,
    headBranch: run?.head_branch,
    isForeign: own == null || head == null ? undefined : own !== head,
  };
}

/** Newest first; of one moment the one with the higher id is the newer one. */
function compareArtifacts(a: ListedArtifact, b: ListedArtifact): number {
  return b.createdAt - a.createdAt || b.id - a.id;
}

/** One page of the artifacts of the repository, or of those of one run. */
async function readPage(
  api: GitHubApi,
  path: string,
  budget: RequestBudget,
): Promise<ListedArtifact[]> {
  budget.countPage();
  const answer = await budget.spend((signal) => api.get(path, signal));
  return parseAnswer(z.array(Artifact), answer['artifacts'], 'artifacts').map(listed);
}

async function* readPages(
  api: GitHubApi,
  path: string,
  budget: RequestBudget,
): AsyncGenerator<ListedArtifact> {
  for (let number = 1; ; number++) {
    const page = await readPage(api, `${path}&per_page=${PAGE}&page=${number}`, budget);
    yield* page.sort(compareArtifacts);
    if (page.length < PAGE) return;
  }
}

/** The artifacts of one run, of names that fit. */
export async function artifactsOfRun(
  api: GitHubApi,
  runId: number,
  { pattern }: ArtifactQuery,
  budget: RequestBudget,
): Promise<ListedArtifact[]> {
  const found: ListedArtifact[] = [];
  for await (const artifact of readPages(api, `actions/runs/${runId}/artifacts?`, budget)) {
    if (pattern.test(artifact.name)) found.push(artifact);
  }
  return found.sort(compareArtifacts);
}

/** The artifacts of names that GitHub can be asked for, expired ones too, newest first. */
export async function listNamedArtifacts(
  api: GitHubApi,
  names: readonly string[],
  budget: RequestBudget,
): Promise<ListedArtifact[]> {
  const found: ListedArtifact[] = [];
  for (const name of names) {
    const path = `actions/artifacts?name=${encodeURIComponent(name)}`;
    for await (const artifact of readPages(api, path, budget)) found.push(artifact);
  }
  return found.sort(compareArtifacts);
}

/**
 * All artifacts of names that fit, expired ones too, newest first. Beside those that were asked for
 * by name, the rest is looked for among all artifacts of the repository, page by page.
 *
 * @param named what {@link listNamedArtifacts} gave
 * @param since artifacts that were made earlier are not wanted any more: milliseconds since the
 * epoch
 * @throws GitHubApiError; what the budget throws
 */
export async function* listArtifacts(
  api: GitHubApi,
  { names, pattern }: ArtifactQuery,
  named: readonly ListedArtifact[],
  since: () => number,
  budget: RequestBudget,
): AsyncGenerator<ListedArtifact> {
  const asked = new Set(names);
  let next = 0;
  for await (const artifact of readPages(api, 'actions/artifacts?', budget)) {
    for (let one; (one = named[next]) !== undefined && compareArtifacts(one, artifact) < 0; next++)
      yield one;
    if (artifact.createdAt < since()) return;
    if (pattern.test(artifact.name) && !asked.has(artifact.name)) yield artifact;
  }
  yield* named.slice(next);
}
