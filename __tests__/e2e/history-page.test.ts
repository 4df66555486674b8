/** What docs/history.md promises, night by night, on a disk that lasts. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BackupManifest } from '../../src/models/manifest.ts';
import { startArtifactService, type ArtifactService } from '../fixtures/artifact-service.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import { startGitHubApi, type GitHubApi } from '../fixtures/github-api.ts';
import { manifestOf } from '../fixtures/live-run.ts';
import { makeWorkspace, runBundle, type BundleResult } from '../fixtures/run-bundle.ts';

const config = (tenants: number): string =>
  `version: '1.0'\ntenants:\n${Array.from({ length: tenants }, (_, n) => `  - { id: tenant-${n}, name: Tenant ${n} }\n`).join('')}`;

interface Night {
  readonly result: BundleResult;
  readonly manifest: BackupManifest;
  /** The line of the log that says what it was compared with. */
  readonly compared: string | undefined;
}

/** A backup root in which each call is a night, at three o'clock of that day of March. */
async function nights() {
  const workspace = await makeWorkspace(config(0));
  return async (
    day: number,
    tenants: number,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<Night> => {
    await writeFile(join(workspace, 'descope.yaml'), config(tenants));
    const result = await runBundle({
      workspace,
      inputs: { 'upload-artifact': 'false', ...inputs },
      ...frozenAt(`2026-03-${String(day).padStart(2, '0')}T03:00:00Z`),
    });
    const compared = result.lines.find((line) => line.startsWith('Compared with'));
    return { result, manifest: await manifestOf(result), compared };
  };
}

describe('a loss', () => {
  test('is red every night, against the backup from before it, until it is accepted', async () => {
    const night = await nights();
    expect((await night(1, 10)).manifest.comparison).toMatchObject({ outcome: 'first' });
    for (const [day, between] of [
      [2, ''],
      [3, ': 1 newer backup lies between, which cannot be compared with'],
      [4, ': 2 newer backups lie between, which cannot be compared with'],
    ] as const) {
      const { result, manifest, compared } = await night(day, 5);
      expect([result.status, manifest.status, compared]).toEqual([
        1,
        'suspect',
        `Compared with 20260301_030000${between}`,
      ]);
    }
    const accepted = await night(5, 5, { 'allow-shrink': 'true' });
    expect([accepted.result.status, accepted.manifest.comparison?.outcome]).toEqual([
      0,
      'accepted',
    ]);
    const after = await night(6, 5);
    expect([after.result.status, after.compared]).toEqual([0, 'Compared with 20260305_030000']);
  });

  test('that goes slowly is added up over a week, and no further back than what was accepted', async () => {
    const night = await nights();
    const [first, second, third] = [await night(1, 12), await night(2, 10), await night(3, 8)];
    expect([first.result.status, second.result.status, third.result.status]).toEqual([0, 0, 1]);
    expect(third.manifest.status_reasons).toEqual([
      'tenants: 4 of 12 are gone (33.3 %, the limit is 20 %), little by little since 20260301_030000',
    ]);
    expect((await night(4, 8, { 'allow-shrink': 'true' })).result.status).toBe(0);
    expect((await night(5, 7)).result.status).toBe(0);
    expect((await night(6, 5)).manifest.status_reasons).toEqual([
      'tenants: 3 of 8 are gone (37.5 %, the limit is 20 %), little by little since 20260304_030000',
    ]);
  });

  test('of more than a week is not', async () => {
    const night = await nights();
    for (const [day, tenants] of [
      [1, 12],
      [5, 10],
      [10, 8],
    ] as const) {
      expect((await night(day, tenants)).result.status).toBe(0);
    }
  });
});

describe('a line that was never compared', () => {
  test('needs the way out once', async () => {
    const night = await nights();
    const off = await night(1, 5, { history: 'none' });
    expect([off.result.status, off.manifest.comparison]).toEqual([
      0,
      expect.objectContaining({ outcome: 'not-compared', cause: 'off' }),
    ]);
    for (const day of [2, 3]) {
      const { result, manifest } = await night(day, 5);
      expect([result.status, result.outputs['changed']]).toEqual([1, 'unknown']);
      expect(manifest.status).toBe('complete');
      expect(manifest.comparison).toMatchObject({ outcome: 'not-compared', cause: 'no-base' });
      expect(result.errors[0]).toContain('run once with allow-shrink: true');
    }
    const accepted = await night(4, 5, { 'allow-shrink': 'true' });
    expect(accepted.result.status).toBe(0);
    expect(accepted.manifest.previous).toBeUndefined();
    expect((await night(5, 5)).compared).toBe('Compared with 20260304_030000');
    await night(6, 5, { history: 'none' });
    expect((await night(7, 5)).compared).toBe(
      'Compared with 20260305_030000: 1 newer backup lies between, which cannot be compared with',
    );
  });
});

describe('on GitHub', () => {
  let service: ArtifactService;
  let github: GitHubApi;

  beforeAll(async () => {
    service = await startArtifactService();
    github = await startGitHubApi(service);
  });

  afterAll(async () => {
    await github.close();
    await service.close();
  });

  test('look-ups that fail warn twice, and then are red', async () => {
    github.faults = { status: { path: /actions\/artifacts/, status: 403 } };
    const workspace = await makeWorkspace();
    const outcomes: unknown[] = [];
    while (outcomes.length < 3) {
      const { info } = service.beginRun();
      const result = await runBundle({
        workspace,
        inputs: github.inputs,
        env: { ...service.env, ...github.env, GITHUB_RUN_ID: String(info.id) },
      });
      expect(result.warnings).toContainEqual(
        expect.stringContaining('what changed is unknown: the history could not be looked up'),
      );
      const { comparison } = await manifestOf(result);
      outcomes.push([result.status, comparison?.cause, service.artifacts.length]);
    }
    expect(outcomes).toEqual([
      [0, 'look-up-failed', 1],
      [0, 'look-up-failed', 1],
      [1, 'look-up-failed', 1],
    ]);
  });
});

test('the page quotes lines of the log as they are', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/history.md'), 'utf8');
  expect(page).toContain(
    'Compared with 20261120_031742: 2 newer backups lie between, which cannot be compared with',
  );
  expect(page).toMatch(/`little by little since \d{8}_\d{6}`/);
});
