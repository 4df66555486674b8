/** A verification as a run without GitHub. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { artifactsNamed } from '../../src/copies/artifact-names.ts';
import type { CopySource } from '../../src/copies/backup-copies.ts';
import { DescopeConfig } from '../../src/models/config.ts';
import { tellVerification, verifyBackups, type VerifyOptions } from '../../src/runs/verify.ts';
import { BackupService } from '../../src/services/index.ts';
import { memoryReporter } from '../fixtures/memory-reporter.ts';
import { DAY_MS, NOW } from '../fixtures/nights.ts';
import { makeFolder, PROJECT } from '../fixtures/run-bundle.ts';

const config = DescopeConfig.parse({ version: '1.0', tenants: [{ id: 'acme', name: 'Acme' }] });

async function verify({
  isDamaged = false,
  mayName = true,
  copies = undefined as CopySource | undefined,
} = {}) {
  const backupRoot = await makeFolder();
  const path = await new BackupService({ backupRoot, clock: () => NOW - DAY_MS }).createBackup(
    PROJECT,
    'production',
    config,
  );
  if (isDamaged) await rm(join(path, 'project.json'));
  const reporter = memoryReporter({ mayName });
  const options: VerifyOptions = {
    projectId: PROJECT,
    backupRoot,
    environment: undefined,
    source: undefined,
    maxAgeHours: 30,
    ignoredLines: new Set(),
    copyNames: artifactsNamed('x'),
  };
  const result = await verifyBackups(options, {
    reporter,
    signal: new AbortController().signal,
    clock: () => NOW,
    temporaryRoot: backupRoot,
    ...(copies && { copies }),
  });
  tellVerification(result, reporter);
  return { result, reporter };
}

test('a good backup verifies, in the root alone', async () => {
  const { result, reporter } = await verify();
  expect(result).toMatchObject({ failures: [], newest: { id: '20261121_030000', ageHours: 24 } });
  expect(reporter.texts('info')).toEqual([
    '20261121_030000: complete, production/config-file',
    'Line production/config-file: 1 verified, newest complete backup 20261121_030000, 24.0 hours old',
  ]);
});

test.each([
  [true, 'project.json'],
  [false, 'not named here because strangers may read this'],
])('damage is in the result, and told by name only to who may know: %s', async (mayName, words) => {
  const { result, reporter } = await verify({ isDamaged: true, mayName });
  expect(result.failures[0]).toBe('damaged: 20261121_030000');
  expect(reporter.texts('error')).toEqual([expect.stringContaining(words)]);
  expect(JSON.stringify(reporter.told).includes('project.json')).toBe(mayName);
});

test('copies that cannot be looked into are a failure, never none', async () => {
  const copies: CopySource = {
    list: () => ({
      named: [],
      entries: () => {
        throw new Error('nobody answers');
      },
    }),
  };
  await expect(verify({ copies })).rejects.toThrow('nobody answers');
});
