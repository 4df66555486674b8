import { describe, expect, test } from '@jest/globals';
import type { ListedArtifact } from '../../src/github/artifact-list.ts';
import { ArtifactTrust, type TrustPolicy } from '../../src/github/artifact-trust.ts';
import { GitHubApiError } from '../../src/github/rest-api.ts';
import { SearchBudget } from '../../src/copies/search-budget.ts';
import { fakeGitHub, pageOf, type FakeGitHub } from '../fixtures/fake-github.ts';

const OWN = { full_name: 'octo-org/octo-repo' };
const PATH = '.github/workflows/backup.yml';

interface Run {
  readonly id: number;
  readonly event?: string;
  readonly path?: string;
  readonly head_branch?: string | null;
  readonly head_repository?: { full_name: string } | null;
}

function served(...runs: readonly Run[]): FakeGitHub {
  const all = runs.map((run) => ({
    event: 'schedule',
    path: PATH,
    head_branch: 'main',
    head_repository: OWN,
    repository: OWN,
    ...run,
  }));
  return fakeGitHub((path, query) => {
    if (path === '') return { default_branch: 'main' };
    if (path === 'actions/workflows/backup.yml/runs') return { workflow_runs: pageOf(all, query) };
    return all.find(({ id }) => path === `actions/runs/${id}`);
  });
}

function trustOf(
  api: FakeGitHub,
  policy: Partial<TrustPolicy> = {},
  environment: Readonly<Record<string, string>> = {},
): ArtifactTrust {
  const budget = new SearchBudget(new AbortController().signal);
  return new ArtifactTrust(
    api,
    environment,
    { workflow: undefined, branch: undefined, ...policy },
    budget,
  );
}

const artifactOf = (
  runId: number | undefined,
  given: Partial<ListedArtifact> = {},
): ListedArtifact => ({
  id: 1,
  name: 'ours',
  size: 1,
  digest: undefined,
  isExpired: false,
  createdAt: 0,
  runId,
  headBranch: 'main',
  isForeign: false,
  ...given,
});

describe('trust in an artifact', () => {
  test.each([
    ['a run of this repository', {}, true],
    [
      'a repository whose name is written otherwise',
      { head_repository: { full_name: 'Octo-Org/Octo-Repo' } },
      true,
    ],
    ['a pull request', { event: 'pull_request' }, false],
    ['a pull request with rights', { event: 'pull_request_target' }, false],
    ['a fork', { head_repository: { full_name: 'somebody/octo-repo' } }, false],
    ['a fork that is gone', { head_repository: null }, false],
    ['another branch', { head_branch: 'feature' }, false],
    ['no branch', { head_branch: null }, false],
  ])('of %s', async (_, run, expected) => {
    const trust = trustOf(served({ id: 7, ...run }));
    expect(await trust.trusts(artifactOf(7, { headBranch: undefined, isForeign: undefined }))).toBe(
      expected,
    );
  });

  test.each([
    ['without a run', artifactOf(undefined), 0],
    ['of a fork', artifactOf(7, { isForeign: true }), 0],
    // Only which branch is the default one is asked for, and once.
    ['of another branch', artifactOf(7, { headBranch: 'feature' }), 1],
    ['of no branch', artifactOf(7, { headBranch: null }), 0],
  ])('one %s costs no request', async (_, artifact, requests) => {
    const api = served({ id: 7 });
    const trust = trustOf(api);
    for (let time = 0; time < 3; time++) expect(await trust.trusts(artifact)).toBe(false);
    expect(api.requests).toHaveLength(requests);
  });

  test('is asked for once a run', async () => {
    const api = served({ id: 7 });
    const trust = trustOf(api, {}, { GITHUB_REF: 'refs/heads/main' });
    for (let time = 0; time < 3; time++) expect(await trust.trusts(artifactOf(7))).toBe(true);
    expect(api.requests).toEqual(['actions/runs/7']);
  });

  test.each([
    ['the branch of this run', {}, { GITHUB_REF: 'refs/heads/release' }, true],
    ['the branch of the policy', { branch: 'release' }, {}, true],
    ['a tag of its name', {}, { GITHUB_REF: 'refs/tags/release' }, false],
  ])('takes %s for its own', async (_, policy, environment, expected) => {
    const api = served({ id: 7, head_branch: 'release' });
    const trust = trustOf(api, policy, environment);
    expect(await trust.trusts(artifactOf(7, { headBranch: 'release' }))).toBe(expected);
  });

  test('takes a workflow alone where one is named', async () => {
    const api = served({ id: 7 }, { id: 8, path: '.github/workflows/other.yml' });
    const trust = trustOf(api, { workflow: 'backup.yml' });
    expect(await trust.trusts(artifactOf(7))).toBe(true);
    expect(await trust.trusts(artifactOf(8))).toBe(false);
  });
});

describe('own runs', () => {
  const REF = { GITHUB_WORKFLOW_REF: `octo-org/octo-repo/${PATH}@refs/heads/main` };
  const pull = (id: number): Run => ({ id, event: 'pull_request' });

  test('are those of this workflow, without those of strangers', async () => {
    const api = served({ id: 9 }, pull(8), { id: 7, head_branch: 'feature' }, { id: 6 });
    expect(await trustOf(api, {}, REF).ownRuns(10)).toEqual([9, 6]);
    expect(await trustOf(api, {}, REF).ownRuns(1)).toEqual([9]);
  });

  test('are known as trusted without another request', async () => {
    const api = served({ id: 9 });
    const trust = trustOf(api, {}, { ...REF, GITHUB_REF: 'refs/heads/main' });
    await trust.ownRuns(10);
    expect(await trust.trusts(artifactOf(9))).toBe(true);
    expect(api.requests).toHaveLength(1);
  });

  test('are found behind hundreds of pull requests, and not without end', async () => {
    const hundreds = (count: number) => Array.from({ length: count }, (_, n) => pull(5000 - n));
    expect(await trustOf(served(...hundreds(450), { id: 7 }), {}, REF).ownRuns(10)).toEqual([7]);
    const api = served(...hundreds(2000), { id: 7 });
    expect(await trustOf(api, {}, REF).ownRuns(10)).toEqual([]);
    expect(api.requests.filter((path) => path.includes('workflows'))).toHaveLength(10);
  });

  test.each([
    ['the runner does not say which workflow it is', {}, {}],
    ['GitHub knows no such workflow', { workflow: 'renamed.yml' }, {}],
  ])('are none where %s', async (_, policy, environment) => {
    expect(await trustOf(served({ id: 9 }), policy, environment).ownRuns(10)).toEqual([]);
  });

  test('are not none where GitHub failed', async () => {
    const api = fakeGitHub(() => undefined);
    const failing = { ...api, get: () => Promise.reject(new GitHubApiError('HTTP 500', 500)) };
    await expect(trustOf(failing, {}, REF).ownRuns(10)).rejects.toThrow('HTTP 500');
  });
});
