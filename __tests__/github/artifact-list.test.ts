import { describe, expect, test } from '@jest/globals';
import {
  artifactsOfRun,
  listArtifacts,
  listNamedArtifacts,
  parseAnswer,
} from '../../src/github/artifact-list.ts';
import { SearchBoundError, SearchBudget } from '../../src/copies/search-budget.ts';
import { z } from 'zod';
import { fakeGitHub, pageOf, type FakeGitHub } from '../fixtures/fake-github.ts';

const START = Date.UTC(2026, 2, 1, 3);
const query = { names: ['ours', 'ours-suspect'], pattern: /^ours(?:-suspect)?(?:-\d+)?$/ };

interface Given {
  readonly id: number;
  readonly name: string;
  readonly expired?: boolean;
  readonly run?: object | null;
}

/** Artifacts with higher ids are newer. */
function served(...given: readonly Given[]): FakeGitHub {
  const all = given
    .map(({ id, name, expired = false, run = { id: id * 10 } }) => ({
      id,
      name,
      expired,
      size_in_bytes: 100 + id,
      created_at: new Date(START + id * 1000).toISOString(),
      workflow_run: run,
    }))
    .sort((a, b) => b.id - a.id);
  return fakeGitHub((path, params) => {
    const name = params.get('name');
    const [, runId] = /^actions\/runs\/(\d+)\/artifacts$/.exec(path) ?? [];
    if (runId === undefined && path !== 'actions/artifacts') return undefined;
    const found = all
      .filter((one) => name === null || one.name === name)
      .filter(({ id }) => runId === undefined || String(id * 10) === runId);
    return { total_count: found.length, artifacts: pageOf(found, params) };
  });
}

const budgetOf = (pages = 50) =>
  new SearchBudget(new AbortController().signal, { milliseconds: 3_600_000, pages });

/** Ids in the order that they come in. */
async function idsOf(api: FakeGitHub, since = -Infinity, pages = 50): Promise<number[]> {
  const budget = budgetOf(pages);
  const named = await listNamedArtifacts(api, query.names, budget);
  const ids: number[] = [];
  for await (const { id } of listArtifacts(api, query, named, () => since, budget)) ids.push(id);
  return ids;
}

describe('the list of artifacts', () => {
  test('merges those of a name with others that fit, newest first, each once', async () => {
    const api = served(
      { id: 1, name: 'ours' },
      { id: 2, name: 'ours-20260301' },
      { id: 3, name: 'theirs' },
      { id: 4, name: 'ours-suspect' },
      { id: 5, name: 'ours' },
      { id: 6, name: 'ours-20260302' },
      { id: 7, name: 'ours-else' },
    );
    expect(await idsOf(api)).toEqual([6, 5, 4, 2, 1]);
  });

  test('reads page after page', async () => {
    const api = served(
      ...Array.from({ length: 250 }, (_, n) => ({ id: n + 1, name: n % 2 === 0 ? 'ours' : 'x' })),
    );
    expect(await idsOf(api)).toHaveLength(125);
    // Two of the name, one of the other, three of all.
    expect(api.requests).toHaveLength(6);
  });

  test('reads one page more where the last one is full', async () => {
    const api = served(...Array.from({ length: 100 }, (_, n) => ({ id: n + 1, name: 'x' })));
    expect(await idsOf(api)).toEqual([]);
    expect(api.requests).toHaveLength(4);
  });

  test('ends where artifacts are older than is wanted', async () => {
    const api = served(
      ...Array.from({ length: 300 }, (_, n) => ({ id: n + 1, name: n === 149 ? 'ours-1' : 'x' })),
      { id: 301, name: 'ours' },
      { id: 302, name: 'ours-2' },
    );
    expect(await idsOf(api, START + 250_000)).toEqual([302, 301]);
    expect(api.requests.filter((path) => !path.includes('name='))).toHaveLength(1);
  });

  test('is given up at the bound', async () => {
    const api = served(...Array.from({ length: 300 }, (_, n) => ({ id: n + 1, name: 'x' })));
    await expect(idsOf(api, -Infinity, 4)).rejects.toThrow(SearchBoundError);
    expect(api.requests).toHaveLength(4);
  });

  test('holds those that have expired, and says so', async () => {
    const api = served({ id: 1, name: 'ours', expired: true });
    const [one] = await listNamedArtifacts(api, ['ours'], budgetOf());
    expect(one).toEqual({
      id: 1,
      name: 'ours',
      size: 101,
      digest: undefined,
      isExpired: true,
      createdAt: START + 1000,
      runId: 10,
      headBranch: undefined,
      isForeign: undefined,
    });
  });

  test.each([
    ['no run', null, { runId: undefined, isForeign: undefined }],
    [
      'a run of the repository',
      { id: 7, repository_id: 1, head_repository_id: 1, head_branch: 'main' },
      { runId: 7, isForeign: false, headBranch: 'main' },
    ],
    ['a run of a fork', { id: 7, repository_id: 1, head_repository_id: 2 }, { isForeign: true }],
    [
      'a run of a fork that is gone',
      { id: 7, repository_id: 1, head_repository_id: null, head_branch: null },
      { isForeign: undefined, headBranch: null },
    ],
  ])('tells of %s', async (_, run, expected) => {
    const [one] = await listNamedArtifacts(
      served({ id: 1, name: 'ours', run }),
      ['ours'],
      budgetOf(),
    );
    expect(one).toMatchObject(expected);
  });

  test('of one run has those of names that fit', async () => {
    const api = served({ id: 1, name: 'ours' }, { id: 2, name: 'ours' });
    expect(await artifactsOfRun(api, 20, query, budgetOf())).toMatchObject([{ id: 2 }]);
    expect(await artifactsOfRun(api, 20, { ...query, pattern: /^x$/ }, budgetOf())).toEqual([]);
  });

  test('is refused where the answer is none', async () => {
    const api = fakeGitHub(() => ({ artifacts: [{ id: 'x' }] }));
    await expect(idsOf(api)).rejects.toThrow(
      "GitHub's answer about artifacts is not what its documentation says",
    );
    expect(() => parseAnswer(z.string(), 1, 'a run')).toThrow('about a run');
  });
});
