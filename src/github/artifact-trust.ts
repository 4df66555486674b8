/** Which artifacts were made by this repository's own code, on a branch that is its own. */
import { z } from 'zod';
import { parseAnswer, type ListedArtifact, type RequestBudget } from './artifact-list.ts';
import { GitHubApiError, type GitHubApi } from './rest-api.ts';
import type { Environment } from './run-context.ts';
import { eventRepository } from './run-event.ts';

const RUNS_A_PAGE = 100;
const MAX_RUN_PAGES = 10;

const Run = z.looseObject({
  id: z.int().optional(),
  event: z.string(),
  path: z.string().nullish(),
  head_branch: z.string().nullish(),
  head_repository: z.looseObject({ full_name: z.string() }).nullish(),
  repository: z.looseObject({ full_name: z.string() }).nullish(),
});
type Run = z.infer<typeof Run>;

export interface TrustPolicy {
  /** File name of the workflow whose runs are trusted; every workflow when undefined. */
  readonly workflow: string | undefined;
  /**
   * A branch that is trusted beside this run's and the default one: such as the default branch's
   * earlier name.
   */
  readonly branch: string | undefined;
}

/** The branch that the run is of; undefined for tags and pull requests. */
function currentBranch({ GITHUB_REF = '' }: Environment): string | undefined {
  return GITHUB_REF.startsWith('refs/heads/') ? GITHUB_REF.slice('refs/heads/'.length) : undefined;
}

function fileOf(path: string): string {
  return path.replace(/@.*$/, '').replace(/^.*\//, '');
}

/** File name of the workflow that this run is of, where the runner says. */
function currentWorkflow({ GITHUB_WORKFLOW_REF = '' }: Environment): string | undefined {
  return fileOf(GITHUB_WORKFLOW_REF) || undefined;
}

/**
 * Tells which artifacts were uploaded by runs of this repository's own code: on this branch, the
 * default one or the one that the policy names, and never for a pull request, whose code and
 * artifacts are a stranger's. What the list of artifacts tells of a stranger costs no request.
 */
export class ArtifactTrust {
  readonly #api: GitHubApi;
  readonly #environment: Environment;
  readonly #policy: TrustPolicy;
  readonly #budget: RequestBudget;
  readonly #runs = new Map<number, boolean>();
  #mainBranch: unknown;

  constructor(
    api: GitHubApi,
    environment: Environment,
    policy: TrustPolicy,
    budget: RequestBudget,
  ) {
    this.#api = api;
    this.#environment = environment;
    this.#policy = policy;
    this.#budget = budget;
  }

  /**
   * The newest trusted runs of the workflow that this run is of: theirs are found however many
   * artifacts strangers have.
   *
   * @param limit so many are enough
   * @returns ids, newest first; none where GitHub does not tell
   */
  async ownRuns(limit: number): Promise<number[]> {
    const workflow = this.#policy.workflow ?? currentWorkflow(this.#environment);
    if (workflow === undefined) return [];
    const own: number[] = [];
    // The workflow may run for pull requests as well, hundreds of times between two nights.
    for (let page = 1; page <= MAX_RUN_PAGES; page++) {
      const runs = await this.#runsOf(workflow, page);
      for (const run of runs) {
        if (run.id === undefined || !(await this.#judge(run.id, run))) continue;
        own.push(run.id);
        if (own.length === limit) return own;
      }
      if (runs.length < RUNS_A_PAGE) break;
    }
    return own;
  }

  async #runsOf(workflow: string, page: number): Promise<Run[]> {
    this.#budget.countPage();
    const path = `actions/workflows/${encodeURIComponent(workflow)}/runs?per_page=${RUNS_A_PAGE}&page=${page}&exclude_pull_requests=true`;
    try {
      return parseAnswer(z.array(Run), (await this.#get(path))['workflow_runs'], 'runs');
    } catch (error) {
      // A file that was renamed has no runs of its name; what else fails, fails in the list of
      // artifacts as well.
      if (error instanceof GitHubApiError && error.status === 404) return [];
      throw error;
    }
  }

  /** @throws GitHubApiError; what the budget throws */
  async trusts({ runId, headBranch, isForeign }: ListedArtifact): Promise<boolean> {
    if (runId === undefined || isForeign === true) return false;
    const known = this.#runs.get(runId);
    if (known !== undefined) return known;
    if (headBranch !== undefined && !(await this.#isOwnBranch(headBranch))) return false;
    return this.#judge(runId, parseAnswer(Run, await this.#get(`actions/runs/${runId}`), 'a run'));
  }

  async #judge(id: number, run: Run): Promise<boolean> {
    const isTrusted = await this.#isTrusted(run);
    this.#runs.set(id, isTrusted);
    return isTrusted;
  }

  async #isTrusted({ event, path, head_branch, head_repository, repository }: Run) {
    // GitHub does not tell upper from lower case in names of repositories.
    const isOwn = (one: { full_name: string } | null | undefined) =>
      one?.full_name.toLowerCase() === this.#api.repository.toLowerCase();
    if (event.startsWith('pull_request')) return false;
    if (!isOwn(head_repository)) return false;
    if (repository != null && !isOwn(repository)) return false;
    const { workflow } = this.#policy;
    if (workflow !== undefined && fileOf(path ?? '') !== workflow) return false;
    return this.#isOwnBranch(head_branch);
  }

  async #isOwnBranch(branch: string | null | undefined): Promise<boolean> {
    if (branch == null) return false;
    if (branch === currentBranch(this.#environment) || branch === this.#policy.branch) return true;
    this.#mainBranch ??= await this.#defaultBranch();
    return branch === this.#mainBranch;
  }

  async #defaultBranch(): Promise<unknown> {
    const ofEvent = (await eventRepository(this.#environment))['default_branch'];
    return typeof ofEvent === 'string' ? ofEvent : (await this.#get(''))['default_branch'];
  }

  #get(path: string): Promise<Readonly<Record<string, unknown>>> {
    return this.#budget.spend((signal) => this.#api.get(path, signal));
  }
}
