/**
 * Jobs that share a backup root, each with its own environment and retention: no run touches
 * another one's backups.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import {
  backUpAt,
  copyBackupRoot,
  datedFolders,
  frozenAt,
  rootIn,
  type BackupRoot,
} from '../fixtures/backup-root.ts';
import { startDescopeApi } from '../fixtures/descope-api/server.ts';
import { mixedProject } from '../fixtures/descope-api/state.ts';
import { runLive } from '../fixtures/live-run.ts';
import { makeWorkspace, runBundle } from '../fixtures/run-bundle.ts';

const PRODUCTION = ['20251101_030000', '20260101_030000', '20260201_030000'];
const STAGING = ['20251105_120000', '20260205_120000', '20260225_120000'];
const iso = (id: string) => id.replace(/^(....)(..)(..)_(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');

let shared: BackupRoot;

beforeAll(async () => {
  shared = rootIn(await makeWorkspace());
  const nights = [
    ...PRODUCTION.map((id) => ({ id, environment: 'production' })),
    ...STAGING.map((id) => ({ id, environment: 'staging' })),
  ].sort((a, b) => a.id.localeCompare(b.id));
  for (const { id, environment } of nights) {
    await backUpAt(iso(id), shared.workspace, { environment, prune: 'false' });
  }
});

/** A backup of one environment that prunes after a week, on 1 March. */
async function pruneWeekly({ workspace }: BackupRoot, environment: string) {
  return runBundle({
    workspace,
    inputs: { environment, 'retention-days': '7' },
    ...frozenAt('2026-03-01T03:00:00Z'),
  });
}

test('a job that keeps a week leaves what another one keeps for a year', async () => {
  const root = await copyBackupRoot(shared);
  const { status, outputs, stdout } = await pruneWeekly(root, 'staging');
  expect(status).toBe(0);
  expect(outputs['pruned-count']).toBe('2');
  expect(await datedFolders(root.project)).toEqual([
    ...PRODUCTION,
    '20260225_120000',
    '20260301_030000',
  ]);
  for (const id of PRODUCTION) {
    expect(stdout).toContain(`Kept ${id}: it belongs to another line, production/config-file`);
  }
});

test('the age of a line is counted from its own newest backup', async () => {
  const root = await copyBackupRoot(shared);
  await pruneWeekly(root, 'staging');
  const { status, outputs } = await runBundle({
    workspace: root.workspace,
    inputs: { environment: 'production', 'retention-days': '365' },
    ...frozenAt('2026-03-01T04:00:00Z'),
  });
  expect(status).toBe(0);
  expect(outputs['pruned-count']).toBe('0');
  expect(await datedFolders(root.project)).toHaveLength(6);
});

test('the config file and the live project are two lines, to retention and to verify', async () => {
  const api = await startDescopeApi({ state: mixedProject() });
  try {
    const { workspace, root } = rootIn(await makeWorkspace());
    const id = { 'project-id': api.state.projectId };
    const live = await runLive(api, {
      workspace,
      inputs: { sections: 'tenants' },
      ...frozenAt('2026-03-01T03:00:00Z'),
    });
    expect(live.status).toBe(0);
    for (const day of ['10', '14']) {
      await backUpAt(`2026-03-${day}T08:00:00Z`, workspace, { ...id, 'retention-days': '1' });
    }
    expect(await datedFolders(join(root, api.state.projectId))).toEqual([
      '20260301_030000',
      '20260314_080000',
    ]);
    const check = (inputs: Readonly<Record<string, string>>) =>
      runBundle({
        workspace,
        action: 'verify',
        inputs: { ...id, 'max-age-hours': '20', ...inputs },
        ...frozenAt('2026-03-14T09:00:00Z'),
      });
    const all = await check({});
    expect(all.status).toBe(1);
    expect(all.errors.at(-1)).toContain(
      'production/live: the newest complete backup, 20260301_030000, is 318.0 hours old, over 20',
    );
    expect((await check({ source: 'config-file' })).status).toBe(0);
    expect((await check({ 'ignore-lines': 'production/live' })).status).toBe(0);
    expect((await check({ source: 'live' })).status).toBe(1);
  } finally {
    await api.close();
  }
});

test('what does not verify goes with its line, or after 90 days', async () => {
  const root = await copyBackupRoot(shared);
  const folders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '20260210_000000': { 'project.json': '{"metadata": {"environment": "staging"}}' },
    '20260211_000000': { 'project.json': '{"metadata": {"environment": "production"}}' },
    '20260212_000000': { 'project.json': '{}' },
    '20260213_000000': { 'notes.txt': '' },
    '20251110_000000': { 'notes.txt': '' },
    '20251111_000000': {
      'manifest.json': '{"environment": "production", "source": {"type": "config-file"}}',
    },
  };
  for (const [id, files] of Object.entries(folders)) {
    await mkdir(join(root.project, id));
    for (const [file, text] of Object.entries(files)) {
      await writeFile(join(root.project, id, file), text);
    }
  }
  const { status } = await pruneWeekly(root, 'staging');
  expect(status).toBe(0);
  const left = await datedFolders(root.project);
  expect(
    Object.keys(folders)
      .filter((id) => !left.includes(id))
      .sort(),
  ).toEqual(['20251110_000000', '20260210_000000']);
});
