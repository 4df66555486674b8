/** Losses that must not be laundered: by their slowness, and by an upgrade from release 1.0.0. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { compared, GREEN, suspect } from '../fixtures/night-outcomes.ts';
import { FIRST_NIGHT, Nights, type Night } from '../fixtures/action-nights.ts';
import { ARTIFACT_NAME, makeFolder, PROJECT } from '../fixtures/run-bundle.ts';

let nights: Nights;

beforeAll(async () => {
  nights = await Nights.start();
});

afterEach(() => {
  nights.reset();
});

afterAll(async () => {
  await nights.close();
});

/** Loses two tenants a night from the second one on. Returns the nights. */
async function loseSlowly(count: number, options: Parameters<Nights['take']>[0] = {}) {
  const taken: Night[] = [];
  for (let night = 0; night < count; night++) {
    taken.push(await nights.take({ ...options, tenants: 30 - 2 * night }));
  }
  return taken;
}

describe.each(['compare', 'carry'])('a slow loss, history: %s', (history) => {
  const inputs = { history };

  test('is red within the week, stays red while nobody accepts it, and not afterwards', async () => {
    const taken = await loseSlowly(5, { inputs });
    expect(taken.slice(0, 4).map(({ error }) => error)).toEqual(Array(4).fill(undefined));
    expect(taken[4]?.error).toContain(
      '8 of 30 are gone (26.7 %, the limit is 20 %), little by little since 20260301_030000',
    );
    // Time alone does not make it good.
    for (let night = 0; night < 8; night++) {
      expect(await nights.take({ inputs, tenants: 22 })).toMatchObject(suspect('20260304_030000'));
    }
    const accepted = await nights.take({
      inputs: { ...inputs, 'allow-shrink': 'true' },
      tenants: 22,
    });
    expect(accepted).toMatchObject({ ...GREEN, manifest: { comparison: { outcome: 'accepted' } } });
    for (const tenants of [22, 20, 20]) {
      expect(await nights.take({ inputs, tenants })).toMatchObject(GREEN);
    }
  });
});

describe('a slow loss among strangers', () => {
  test('is found, whatever strangers uploaded a week ago', async () => {
    await nights.take({ tenants: 30 });
    const createdAt = new Date(FIRST_NIGHT + 30_000);
    await nights.addOfPullRequests(5, ARTIFACT_NAME, { createdAt });
    for (const tenants of [28, 26, 24]) expect(await nights.take({ tenants })).toMatchObject(GREEN);
    const last = await nights.take({ tenants: 22 });
    expect(last.error).toContain('little by little since');
  });
});

describe.each(['compare', 'carry'])('the first night after 1.0.0, history: %s', (history) => {
  const inputs = { history };
  const LINKED = [
    { tenants: 10, isLinked: false },
    { tenants: 10, isLinked: true },
  ];
  const LAST_FAILED = [...LINKED, { tenants: 10, isLinked: false }];

  test.each([
    ['one night', [{ tenants: 10, isLinked: false }], '20260301_030000'],
    ['linked nights', LINKED, '20260302_030000'],
    ['a failed look-up at last', LAST_FAILED, '20260302_030000'],
    [
      'nothing but failed look-ups',
      LAST_FAILED.filter(({ isLinked }) => !isLinked),
      '20260301_030000',
    ],
  ])('is green after %s, and red when half is gone', async (_, before, base) => {
    await nights.addFirstRelease(before);
    expect(await nights.take({ inputs })).toMatchObject(compared(base));
    nights.reset();
    await nights.addFirstRelease(before);
    expect(await nights.take({ inputs, tenants: 5 })).toMatchObject(suspect(base));
  });

  test('does not launder what 1.0.0 lost in a night with a failed look-up', async () => {
    await nights.addFirstRelease([...LINKED, { tenants: 5, isLinked: false }]);
    expect(await nights.take({ inputs, tenants: 5 })).toMatchObject(suspect('20260302_030000'));
  });
});

describe('the first night after 1.0.0 in a kept root', () => {
  test.each([
    ['uploads', {}],
    ['uploads without a token', { 'github-token': '' }],
    ['no uploads', { 'upload-artifact': 'false' }],
  ])('is compared with its only backup: %s', async (_, inputs) => {
    const workspace = await makeFolder();
    await nights.makeFirstRelease(join(workspace, 'backups'), [{ tenants: 10, isLinked: false }]);
    expect(await nights.take({ workspace, inputs, tenants: 4 })).toMatchObject(
      suspect('20260301_030000'),
    );
    await rm(join(workspace, 'backups', PROJECT, '20260302_030000'), { recursive: true });
    expect(await nights.take({ workspace, inputs })).toMatchObject(compared('20260301_030000'));
  });
});
