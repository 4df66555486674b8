/** Artifacts of earlier runs: which there are, and which of them can be trusted. */
import { z } from 'zod';
import { GitHubApiError, type GitHubApi } from './rest-api.ts';
import type { Environment } from './run-context.ts';
import { eventRepository } from './run-event.ts';

const PAGE = 100;
/** Pages of all artifacts of the repository that are looked through for names with a backup id at the end. */
const MAX_PAGES = 5;
/** Runs that are asked about until enough artifacts are found. */
const MAX_RUNS = 30;

const Artifact = z.looseObject({
  id: z.int(),
  name: z.string(),
  size_in_bytes: z.number(),
  digest: z.string().nullish(),
  expired: z.boolean().nullish(),
  created_at: z.string().nullish(),
  workflow_run: z.looseObject({ id: z.int() }).nullish(),
});

const Run = z.looseObject({
  event: z.string(),
  path: z.string().nullish(),
  head_branch: z.string().nullish(),
  head_repository: z.looseObject({ full_name: z.string() }).nullish(),
  repository: z.looseObject({ full_name: z.string() }).nullish(),
});

/** An artifact that a trusted run of this repository uploaded. */
export interface HistoryArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** `sha256:<hex>` of the zip, where GitHub knows it. */
  readonly digest: string | undefined;
  readonly runId: number;
}

export interface HistoryQuery {
  /** Names that GitHub is asked for: one request each. */
  readonly names: readonly string[];
  /** What any name must be. */
  readonly pattern: RegExp;
  /** File name of the workflow whose runs are trusted; every workflow when undefined. */
  readonly workflow: string | undefined;
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new GitHubApiError(`GitHub's answer about ${what} is not what its documentation says`);
}

async function listArtifacts(api: GitHubApi, { names, pattern }: HistoryQuery) {
  const found = new Map<number, z.infer<typeof Artifact>>();
  const page = async (query: string): Promise<number> => {
    const answer = await api.get(`actions/artifacts?per_page=${PAGE}${query}`);
    const artifacts = parse(z.array(Artifact), answer['artifacts'], 'artifacts');
    for (const artifact of artifacts) {
      if (pattern.test(artifact.name) && artifact.expired !== true)
        found.set(artifact.id, artifact);
    }
    return artifacts.length;
  };
  for (const name of names) await page(`&name=${encodeURIComponent(name)}`);
  for (let number = 1; number <= MAX_PAGES; number++) {
    if ((await page(`&page=${number}`)) < PAGE) break;
  }
  const time = ({ created_at }: z.infer<typeof Artifact>) => Date.parse(created_at ?? '');
  return [...found.values()].sort((a, b) => time(b) - time(a) || b.id - a.id);
}

/** The branch that the run is of; undefined for tags and pull requests. */
function currentBranch({ GITHUB_REF = '' }: Environment): string | undefined {
  return GITHUB_REF.startsWith('refs/heads/') ? GITHUB_REF.slice('refs/heads/'.length) : undefined;
}

async function defaultBranch(api: GitHubApi, environment: Environment): Promise<unknown> {
  const ofEvent = (await eventRepository(environment))['default_branch'];
  return typeof ofEvent === 'string' ? ofEvent : (await api.get(''))['default_branch'];
}

/**
 * The artifacts that were uploaded by runs of this repository's own code, newest first: on this branch or the default
 * one, and never for a pull request, whose code and artifacts are a stranger's.
 *
 * @returns as they are found: each costs a request
 * @throws GitHubApiError; a look-up that failed is never an empty history
 */
export async function* trustedArtifacts(
  api: GitHubApi,
  environment: Environment,
  query: HistoryQuery,
): AsyncGenerator<HistoryArtifact> {
  const branch = currentBranch(environment);
  let mainBranch: unknown;
  // GitHub does not tell upper from lower case in names of repositories.
  const isOwn = (one: { full_name: string } | null | undefined) =>
    one?.full_name.toLowerCase() === api.repository.toLowerCase();
  const trusted = new Map<number, boolean>();
  const isTrusted = async (id: number): Promise<boolean> => {
    const run = parse(Run, await api.get(`actions/runs/${id}`), 'a run');
    const { event, path, head_branch, head_repository, repository } = run;
    if (event.startsWith('pull_request')) return false;
    if (!isOwn(head_repository)) return false;
    if (repository != null && !isOwn(repository)) return false;
    const file = (path ?? '').replace(/@.*$/, '').replace(/^.*\//, '');
    if (query.workflow !== undefined && file !== query.workflow) return false;
    if (head_branch == null) return false;
    if (head_branch === branch) return true;
    mainBranch ??= await defaultBranch(api, environment);
    return head_branch === mainBranch;
  };
  for (const artifact of await listArtifacts(api, query)) {
    const runId = artifact.workflow_run?.id;
    if (runId === undefined) continue;
    if (!trusted.has(runId)) {
      if (trusted.size === MAX_RUNS) return;
      trusted.set(runId, await isTrusted(runId));
    }
    if (trusted.get(runId) !== true) continue;
    const { id, name, size_in_bytes: size, digest } = artifact;
    yield { id, name, size, digest: digest ?? undefined, runId };
  }
}
