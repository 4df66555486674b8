/** Plans of the restore action through the built bundle: what they say, and that they write nothing. */
import { describe, expect, test } from '@jest/globals';
import { writableServers } from '../fixtures/descope-api/writes/writing.ts';
import { pathOf, runLive } from '../fixtures/live-run.ts';
import { actionsOf, planOf, planRestore } from '../fixtures/restore-run.ts';

const start = writableServers();
const answers = { tenant: 'wrapped' } as const;

describe('a plan', () => {
  test('of a project that is as the backup has it has nothing to do', async () => {
    const api = await start({ answers });
    const { workspace, ...backup } = await runLive(api);
    expect(backup.errors).toEqual([]);
    pathOf(backup);

    const run = await planRestore(api, { workspace });

    expect(run.errors).toEqual([]);
    const plan = await planOf(run);
    expect(actionsOf(plan)).toEqual({});
  });
});
