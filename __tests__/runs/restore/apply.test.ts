/** Plans that are applied to a server that can be written to, in the process of the test. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { stateOf } from '../../fixtures/descope-api/state-of.ts';
import type { ProjectState } from '../../fixtures/descope-api/state.ts';
import { writableProject } from '../../fixtures/descope-api/writes/writing.ts';
import { RestoredProject, stepsOf } from '../../fixtures/restore/restored-project.ts';

const running: RestoredProject[] = [];

async function start(...given: Parameters<typeof RestoredProject.start>): Promise<RestoredProject> {
  const project = await RestoredProject.start(...given);
  running.push(project);
  return project;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((project) => project.close()));
});

function changeList(state: ProjectState): void {
  state.lists = state.lists.map((one) => (one.id === 'LI1' ? { ...one, data: [] } : one));
}

describe('a plan that was approved', () => {
  test('is applied, proven, and leaves nothing to do', async () => {
    const project = await start(writableProject());
    const before = stateOf(project.api.state);
    const { fresh } = await project.backUp();
    changeList(project.api.state);
    const run = await project.restore(fresh);
    expect(run.error).toBeUndefined();
    expect(run.writes).toEqual(['list-import']);
    expect(stateOf(project.api.state)).toEqual(before);
    expect(run.report).toMatchObject({ proof: 'equal', counts: { done: 1, failed: 0 } });
    expect(
      stepsOf(await project.prepare(fresh)).filter((text) => /^(?:create|update)/.test(text)),
    ).toEqual([]);
  });
});
