/**
 * A week of nightly runs, each in a fresh workspace as on a hosted runner: what one night knows of
 * the others comes from their artifacts alone.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BackupManifest } from '../../src/models/manifest.ts';
import { frozenAt } from '../fixtures/backup-root.ts';
import { readJson, unzip } from '../fixtures/live-run.ts';
import {
  ARTIFACT_NAME,
  makeWorkspace,
  PROJECT,
  runBundle,
  type BundleResult,
} from '../fixtures/run-bundle.ts';
import { sha256 } from '../fixtures/stock-tools.ts';
import { useArtifactService, useGitHubApi } from '../fixtures/use-servers.ts';

const service = useArtifactService({ now: () => Date.parse(now) });
const github = useGitHubApi(service);
/** The time that all sides believe in. */
let now = '2026-03-01T03:00:00Z';

function config(tenants: number, firstName = 'Tenant 1'): string {
  const list = Array.from({ length: tenants }, (_, index) => {
    const name = index === 0 ? firstName : `Tenant ${index + 1}`;
    return `  - id: tenant-${index + 1}\n    name: ${name}\n`;
  });
  return `version: '1.0'\ntenants:\n${list.join('')}`;
}

const ALL = config(10);
const RENAMED = config(10, 'Tenant One');
const SHRUNK = config(6, 'Tenant One');

const idOf = (night: number) => `2026030${night}_030000`;

interface Night {
  readonly run: BundleResult;
  readonly workspace: string;
  /** Names of the dated folders in the artifact, oldest first. */
  readonly uploaded: readonly string[];
  readonly artifact: string;
}

/** One night's run, in a workspace of its own. */
async function night(
  day: number,
  text: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Night> {
  now = `2026-03-0${day}T03:00:00Z`;
  const { info } = service.beginRun();
  const workspace = await makeWorkspace(text);
  const run = await runBundle({
    workspace,
    inputs: { ...github.inputs, ...inputs },
    nodeArgs: frozenAt('').nodeArgs,
    env: {
      ...service.env,
      ...github.env,
      ...frozenAt(now).env,
      GITHUB_RUN_ID: String(info.id),
    },
  });
  const artifact = run.outputs['artifact-name'] ?? '';
  const files = unzip(await service.downloadZip(artifact));
  const folders = [...files.keys()].map((file) => file.split('/')[1] ?? '');
  return { run, workspace, artifact, uploaded: [...new Set(folders)].sort() };
}

async function manifestOf({ run }: Night): Promise<BackupManifest> {
  const path = join(run.outputs['backup-path'] ?? '', 'manifest.json');
  expect(run.outputs['manifest-sha256']).toBe(sha256(await readFile(path)));
  return (await readJson(path)) as unknown as BackupManifest;
}

/** Cuts the newest artifact in the middle. */
async function damageNewestArtifact(): Promise<void> {
  const zip = await service.downloadZip(ARTIFACT_NAME);
  await service.runs.at(-1)?.artifacts.damage(ARTIFACT_NAME, zip.subarray(0, zip.length / 2));
}

/** What the artifact of each night holds, by the nights' numbers. */
const WINDOWS = {
  compare: { 1: [1], 2: [2], 3: [3], 4: [4], 6: [6], 7: [7], 8: [8] },
  carry: {
    1: [1],
    2: [1, 2],
    3: [1, 2, 3],
    // The third night is lost with its artifact.
    4: [1, 2, 4],
    6: [1, 2, 4, 6],
    7: [1, 2, 4, 6, 7],
    8: [1, 2, 4, 6, 7, 8],
  },
} as const;

describe.each(['compare', 'carry'] as const)('history: %s', (history) => {
  const window = (day: keyof (typeof WINDOWS)['carry']) => WINDOWS[history][day].map(idOf);

  test('tells each night what changed, keeps the window and the chain, and raises the alarm until it is accepted', async () => {
    const first = await night(1, ALL, { history });
    expect(first.run.errors).toEqual([]);
    expect(first.run.outputs).toMatchObject({
      changed: 'unknown',
      risk: 'unknown',
      status: 'complete',
    });
    expect(first.run.outputs).not.toHaveProperty('change-count');
    expect(first.run.stdout).toContain('There is no history yet');
    expect(first.uploaded).toEqual(window(1));
    const sums: Record<number, string | undefined> = {
      1: first.run.outputs['manifest-sha256'],
    };
    expect(await manifestOf(first)).not.toHaveProperty('previous');

    const second = await night(2, RENAMED, { history });
    expect(second.run.errors).toEqual([]);
    expect(second.run.outputs).toMatchObject({
      changed: 'true',
      'change-count': '1',
      risk: 'low',
      status: 'complete',
    });
    expect(second.run.outputs['commit-message']).toMatch(/^production: 1 tenant changed\n/);
    expect(second.run.summary).toContain(
      '1 object changed since <code>20260301_030000</code>, risk low',
    );
    expect(second.run.summary).toContain('→');
    expect(second.uploaded).toEqual(window(2));
    expect((await manifestOf(second)).previous).toEqual({
      backup_id: idOf(1),
      manifest_sha256: sums[1],
    });
    sums[2] = second.run.outputs['manifest-sha256'];

    const third = await night(3, RENAMED, { history });
    expect(third.run.errors).toEqual([]);
    expect(third.run.outputs).toMatchObject({
      changed: 'false',
      'change-count': '0',
      risk: 'none',
    });
    expect(third.run.outputs['content-hash']).toBe(second.run.outputs['content-hash']);
    expect(third.run.summary).toContain('none since <code>20260302_030000</code>');
    expect(third.uploaded).toEqual(window(3));
    expect((await manifestOf(third)).previous).toMatchObject({ manifest_sha256: sums[2] });

    await damageNewestArtifact();
    const fourth = await night(4, RENAMED, { history });
    expect(fourth.run.errors).toEqual([]);
    expect(fourth.run.warnings.join('\n')).toMatch(/artifact .* is left out: /);
    expect(fourth.run.outputs).toMatchObject({
      changed: 'false',
      risk: 'none',
      status: 'complete',
    });
    expect(fourth.uploaded).toEqual(window(4));
    expect((await manifestOf(fourth)).previous).toEqual({
      backup_id: idOf(2),
      manifest_sha256: sums[2],
    });
    sums[4] = fourth.run.outputs['manifest-sha256'];

    // The fifth night is missed. In the sixth, four of ten tenants are gone.
    for (const day of [6, 7] as const) {
      const shrunk = await night(day, SHRUNK, { history });
      expect(shrunk.run.status).toBe(1);
      expect(shrunk.run.errors).toHaveLength(1);
      expect(shrunk.run.errors[0]).toContain(
        'the backup is suspect: tenants: 4 of 10 are gone (40 %25, the limit is 20 %25)',
      );
      expect(shrunk.run.outputs).toMatchObject({
        status: 'suspect',
        changed: 'true',
        'change-count': '4',
        risk: 'high',
        'pruned-count': '0',
        'artifact-name': `${ARTIFACT_NAME}-suspect`,
      });
      expect(shrunk.run.summary).toContain('## 🛑 Backup taken, but too much is gone');
      expect(shrunk.uploaded).toEqual(window(day));
      expect(await manifestOf(shrunk)).toMatchObject({
        status: 'suspect',
        status_reasons: ['tenants: 4 of 10 are gone (40 %, the limit is 20 %)'],
        previous: { backup_id: idOf(4), manifest_sha256: sums[4] },
      });
    }

    const accepted = await night(8, SHRUNK, { history, 'allow-shrink': 'true' });
    expect(accepted.run.errors).toEqual([]);
    expect(accepted.run.outputs).toMatchObject({
      status: 'complete',
      changed: 'true',
      risk: 'high',
      'artifact-name': ARTIFACT_NAME,
    });
    expect(accepted.uploaded).toEqual(window(8));
    expect((await manifestOf(accepted)).previous).toMatchObject({ backup_id: idOf(4) });

    const workspace = await makeWorkspace();
    const checked = await runBundle({
      workspace,
      action: 'verify',
      inputs: { ...github.inputs, history: 'carry', 'max-age-hours': '24' },
      nodeArgs: frozenAt('').nodeArgs,
      env: { ...service.env, ...github.env, ...frozenAt('2026-03-08T09:00:00Z').env },
    });
    // The third night's artifact is damaged still.
    expect(checked.errors).toEqual([
      expect.stringContaining(`${ARTIFACT_NAME} is damaged`),
      expect.stringMatching(/^::error::descope-backup: damaged: /),
    ]);
    expect(checked.outputs).toMatchObject({
      'verified-count': '6',
      'damaged-count': '1',
      'newest-backup-id': idOf(8),
      'newest-age-hours': '6.0',
    });
    expect((await readdir(join(workspace, 'backups', PROJECT))).sort()).toEqual(
      [1, 2, 4, 6, 7, 8].map(idOf),
    );
  });
});
