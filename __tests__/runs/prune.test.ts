/** What a new backup must be, so that older ones of its line may go. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { prune } from '../../src/runs/prune.ts';
import { DescopeConfig } from '../../src/models/config.ts';
import type { BackupManifest } from '../../src/models/manifest.ts';
import { BackupService } from '../../src/services/index.ts';
import { memoryReporter } from '../fixtures/memory-reporter.ts';
import { DAY_MS, NOW } from '../fixtures/nights.ts';
import { makeFolder, PROJECT } from '../fixtures/run-bundle.ts';

const config = DescopeConfig.parse({ version: '1.0', tenants: [{ id: 'acme', name: 'Acme' }] });

/**
 * Prunes a root with backups of 60, 50 and 40 days ago, as if the newest were the new one and had
 * this record.
 */
async function pruneAfter(record: Partial<BackupManifest>) {
  let now = NOW;
  const backupRoot = await makeFolder();
  const service = new BackupService({ backupRoot, retentionDays: 9, clock: () => now });
  for (const days of [60, 50, 40]) {
    now = NOW - days * DAY_MS;
    await service.createBackup(PROJECT, 'production', config);
  }
  const [newest] = await service.inspectBackups(PROJECT);
  if (newest?.verification.verified !== true) throw new Error('the newest does not verify');
  const manifest: BackupManifest = { ...newest.verification.manifest, ...record };
  const known = new Map([[newest.path, { ...newest.verification, manifest }]]);
  const reporter = memoryReporter();
  const options = { projectId: PROJECT, prune: true, isRootForgotten: false };
  await prune(service, options, { manifest }, known, {
    reporter,
    signal: new AbortController().signal,
    carryFailure: undefined,
  });
  const lines = reporter.texts('info');
  return { lines, left: (await readdir(join(backupRoot, PROJECT))).length };
}

const compared = { outcome: 'compared' } as const;
const partial_accepted = true;

test.each<[string, Partial<BackupManifest>, number]>([
  ['complete', { comparison: compared }, 1],
  [
    'partial, and accepted',
    { status: 'partial', comparison: { ...compared, partial_accepted } },
    2,
  ],
])('a backup that is %s prunes', async (_name, record, expected) => {
  const { left, lines } = await pruneAfter(record);
  expect(left).toBe(expected);
  expect(lines.filter((line) => line.startsWith('Removed '))).toHaveLength(3 - expected);
});

test.each<[string, Partial<BackupManifest>]>([
  ['partial', { status: 'partial', comparison: compared }],
  ['partial', { status: 'partial' }],
  ['suspect', { status: 'suspect', comparison: { ...compared, partial_accepted } }],
])('a backup that is %s prunes nothing', async (status, record) => {
  const { left, lines } = await pruneAfter(record);
  expect(left).toBe(3);
  expect(lines).toContain(`Nothing is pruned, because the new backup is ${status}`);
});
