/**
 * How many requests a backup of all sections takes: what docs/coverage.md promises, and no more.
 */
import { afterEach, expect, test } from '@jest/globals';
import { requestsOfAll } from '../../scripts/coverage.ts';
import { ProjectFetcher } from '../../src/descope/capture/project-fetcher.ts';
import { SECTION_ROWS, SECTIONS_OF_ALL } from '../../src/project/sections/index.ts';
import { withoutNoise } from '../../src/services/index.ts';
import { clientOf } from '../fixtures/descope-api/client.ts';
import { startDescopeApi, type DescopeApi, type Fault } from '../fixtures/descope-api/server.ts';
import { translate } from '../fixtures/descope-api/other-sections.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';

const running: DescopeApi[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()));
});

const TENANTS = mixedProject().tenants.length;
const TRANSLATED = 1;
/** What release 1.0.0 took at most, beside two for each tenant. */
const FIRST_PROMISE = 25;

async function countRequests(plan: 'pro' | 'free', faults: readonly Fault[] = []): Promise<number> {
  const state = mixedProject();
  translate(state, 'empty');
  const api = await startDescopeApi({ state, options: { plan } });
  running.push(api);
  api.faults = faults;
  const client = clientOf(api);
  await new ProjectFetcher(client, {
    sections: new Set(SECTIONS_OF_ALL),
    withoutNoise,
    now: Date.UTC(2026, 10, 22),
    tellsCaseApart: () => Promise.resolve(true),
  }).fetch();
  expect(client.requestCount).toBe(api.requests.length);
  return api.requests.length;
}

test('are as many as the page says', async () => {
  expect(await countRequests('pro')).toBe(requestsOfAll().usual + 2 * TENANTS + TRANSLATED);
});

test('are one more for each flow without snapshots, and one for the widgets', async () => {
  const flows = mixedProject().flows.length;
  const usual = requestsOfAll().usual + 2 * TENANTS + TRANSLATED;
  expect(await countRequests('free')).toBe(usual + flows + 1);
});

test('stay within the bound where the project changes meanwhile', async () => {
  const changes: Fault = {
    endpoint: 'permission-all',
    kind: 'change',
    times: 1,
    change: ({ tenants, flows }) => {
      for (const one of tenants) one.name = `${one.name} & Co`;
      for (const flow of flows) flow.disabled = !flow.disabled;
    },
  };
  const count = await countRequests('pro', [changes]);
  expect(count).toBeGreaterThan(requestsOfAll().usual + 2 * TENANTS);
  // Settings and SSO of the tenants that changed are asked for a second time.
  expect(count).toBeLessThanOrEqual(requestsOfAll().most + 4 * TENANTS + 2 * TRANSLATED);
});

test('are at most one more for each section that came after release 1.0.0', () => {
  const later = SECTION_ROWS.filter(
    (row) => 'since' in row && SECTIONS_OF_ALL.includes(row.name),
  ).length;
  expect(requestsOfAll().most).toBeLessThanOrEqual(FIRST_PROMISE + later);
});
