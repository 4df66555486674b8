/**
 * The files of real backups, and the changes between them, against the JSON Schemas in schemas/.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { frozenAt } from '../fixtures/backup-root.ts';
import { startDescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { closedCheckOf, type FormatName } from '../fixtures/json-schemas.ts';
import { pathOf, runLive } from '../fixtures/live-run.ts';
import { makeFolder, makeWorkspace, runBundle, SMALL_CONFIG } from '../fixtures/run-bundle.ts';
import type { BundleResult } from '../fixtures/run-bundle.ts';

const NIGHTS = ['2026-03-01T03:00:00Z', '2026-03-02T03:00:00Z'] as const;

/** Options of a run at some time, whose temporary folder stays until the tests are over. */
async function atNight(now: string) {
  const clock = frozenAt(now);
  return { ...clock, env: { ...clock.env, RUNNER_TEMP: await makeFolder() } };
}

/** What the files of a run have that the schemas do not name, or have otherwise. */
async function problemsOf(run: BundleResult): Promise<Record<string, readonly string[]>> {
  const folder = pathOf(run);
  const files: readonly (readonly [FormatName, string | undefined])[] = [
    ['project', join(folder, 'project.json')],
    ['manifest', join(folder, 'manifest.json')],
    ['changes', run.outputs['diff-path']],
  ];
  const found: Record<string, readonly string[]> = {};
  for (const [name, file] of files) {
    if (file === undefined || file === '') continue;
    found[name] = closedCheckOf(name)(JSON.parse(await readFile(file, 'utf8')));
  }
  return found;
}

test('two backups of a config file', async () => {
  const workspace = await makeWorkspace();
  const first = await runBundle({ workspace, ...(await atNight(NIGHTS[0])) });
  expect(await problemsOf(first)).toEqual({ project: [], manifest: [] });
  await writeFile(join(workspace, 'descope.yaml'), SMALL_CONFIG.replace('acme.com', 'acme.org'));
  const second = await runBundle({ workspace, ...(await atNight(NIGHTS[1])) });
  expect(second.outputs).toMatchObject({ changed: 'true' });
  expect(await problemsOf(second)).toEqual({ project: [], manifest: [], changes: [] });
});

test('two backups of a live project, the second one with a high risk, and partial', async () => {
  const api = await startDescopeApi({ state: mixedProject() });
  try {
    const workspace = await makeFolder();
    const inputs = { 'allow-public-artifact': 'true', 'fail-on-partial': 'false' };
    const first = await runLive(api, { inputs, workspace, ...(await atNight(NIGHTS[0])) });
    expect(first.outputs).toMatchObject({ status: 'complete' });
    expect(await problemsOf(first)).toEqual({ project: [], manifest: [] });
    api.state.tenants = api.state.tenants.slice(1);
    api.faults = [{ endpoint: 'lists', kind: 'status', status: 500, errorCode: 'E010009' }];
    const second = await runLive(api, { inputs, workspace, ...(await atNight(NIGHTS[1])) });
    expect(second.outputs).toMatchObject({ status: 'partial', risk: 'high' });
    expect(await problemsOf(second)).toEqual({ project: [], manifest: [], changes: [] });
  } finally {
    await api.close();
  }
});
