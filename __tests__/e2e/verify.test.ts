/**
 * The verify action as a child process: finds every damage of the corpus, and raises no false
 * alarm.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatChecksums, sha256 } from '../../src/storage/checksums.ts';
import {
  backUpAt,
  copyBackupRoot,
  frozenAt,
  rootIn,
  type BackupRoot,
} from '../fixtures/backup-root.ts';
import { CORPUS, type Chain } from '../fixtures/damage.ts';
import {
  makeFolder,
  makeWorkspace,
  PROJECT,
  runBundle,
  SMALL_CONFIG,
  type BundleResult,
} from '../fixtures/run-bundle.ts';

const IDS = ['20260301_030000', '20260302_030000', '20260303_030000'] as const;
const LATER = '2026-03-03T15:30:00Z';

let good: BackupRoot;

/** Three nights; the configuration changes each time. */
beforeAll(async () => {
  good = rootIn(await makeWorkspace());
  for (const [index, day] of ['01', '02', '03'].entries()) {
    const config = SMALL_CONFIG.replace('seats: 250', `seats: ${250 + index}`);
    await writeFile(join(good.workspace, 'descope.yaml'), config);
    await backUpAt(`2026-03-${day}T03:00:00Z`, good.workspace);
  }
});

function chainOf({ project }: BackupRoot): Chain {
  return { project, ids: IDS };
}

function verify(
  { workspace }: BackupRoot,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> {
  return runBundle({ workspace, action: 'verify', inputs, ...frozenAt(LATER) });
}

test('accepts good backups, and says how many and how old', async () => {
  const { status, outputs, summary, errors } = await verify(good, { 'max-age-hours': '13' });
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
  expect(outputs).toEqual({
    'verified-count': '3',
    'damaged-count': '0',
    'gap-count': '0',
    'newest-backup-id': '20260303_030000',
    'newest-age-hours': '12.5',
  });
  expect(summary).toContain('## ✅ 3 backups checked: my-project');
  for (const id of IDS) expect(summary).toContain(`<code>${id}</code> | ✅ complete`);
});

describe('finds', () => {
  test.each(CORPUS)('$name', async ({ apply, damagedCount, message }) => {
    const copy = await copyBackupRoot(good);
    await apply(chainOf(copy));
    const { status, outputs, errors, stdout } = await verify(copy);
    expect(status).toBe(1);
    expect(outputs['damaged-count']).toBe(String(damagedCount));
    expect(errors.at(-1)).toMatch(/^::error::descope-backup: /);
    expect(stdout).toMatch(message);
  });
});

test('takes no order from a backup, whatever its manifest says', async () => {
  const copy = await copyBackupRoot(good);
  const hostile = 'prod\n::set-env name=PATH::/tmp\r::stop-commands::x\n##[add-path]/tmp';
  const folder = join(copy.project, IDS[2]);
  const sums = new Map<string, string>();
  for (const name of ['project.json', 'manifest.json']) {
    const text = await readFile(join(folder, name), 'utf8');
    const forged = text.replaceAll(
      '"environment": "production"',
      `"environment": ${JSON.stringify(hostile)}`,
    );
    expect(forged).not.toBe(text);
    await writeFile(join(folder, name), forged);
    sums.set(name, sha256(forged));
  }
  await writeFile(join(folder, 'SHA256SUMS'), formatChecksums(sums));
  // Its link is as good as its sums; only what it says is hostile.
  const { stdout, outputs, summary } = await verify(copy);
  expect(outputs['verified-count']).toBe('3');
  const commands = stdout.split(/[\r\n]/).filter((line) => /^\s*::/.test(line));
  expect(commands.filter((line) => !/^::(?:group|endgroup|error|warning)::/.test(line))).toEqual(
    [],
  );
  expect(stdout).not.toContain('##[');
  // A name that is none is shown as a text in quotes.
  expect(stdout).toContain(String.raw`"prod\n::set-env name=PATH::/tmp\r::stop-commands::x\n`);
  expect(summary).not.toContain('::set-env name=PATH::/tmp\n');
});

describe('raises no alarm over', () => {
  test('a folder of the original Python tool, which is not counted', async () => {
    const copy = await copyBackupRoot(good);
    const legacy = join(copy.project, '20260215_030000');
    await mkdir(legacy);
    await writeFile(join(legacy, 'project.json'), '{}');
    const { status, outputs, summary } = await verify(copy);
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ 'verified-count': '3', 'damaged-count': '0' });
    expect(summary).toContain('<code>20260215_030000</code> | not verifiable');
  });

  test('old backups that are gone', async () => {
    const copy = await copyBackupRoot(good);
    await rm(join(copy.project, IDS[0]), { recursive: true });
    expect(await verify(copy)).toMatchObject({
      status: 0,
      outputs: { 'verified-count': '2', 'damaged-count': '0', 'gap-count': '0' },
    });
  });

  test('a backup that is suspect, but does not count it as the newest', async () => {
    const copy = await copyBackupRoot(good);
    await writeFile(join(copy.workspace, 'descope.yaml'), "version: '1.0'\n");
    const shrunk = await runBundle({
      workspace: copy.workspace,
      ...frozenAt('2026-03-03T12:00:00Z'),
    });
    expect(shrunk.status).toBe(1);
    expect(shrunk.outputs['status']).toBe('suspect');
    const { status, outputs } = await verify(copy);
    expect(status).toBe(0);
    expect(outputs).toMatchObject({
      'verified-count': '4',
      'newest-backup-id': '20260303_030000',
    });
  });
});

test('warns of a backup that is gone from the middle of the chain', async () => {
  const copy = await copyBackupRoot(good);
  await rm(join(copy.project, IDS[1]), { recursive: true });
  const { status, outputs, stdout, summary } = await verify(copy);
  expect(status).toBe(0);
  expect(outputs).toMatchObject({ 'verified-count': '2', 'gap-count': '1' });
  expect(stdout).toContain(
    `::warning::the chain has a gap at ${IDS[2]}: it was compared with ${IDS[1]}, which is gone, while ${IDS[0]} of the same line, production/config-file, is older`,
  );
  expect(summary).toContain('### Gaps in the chain');
});

describe('of several lines', () => {
  /** Three nights of one environment, and one of another, two days before. */
  let several: BackupRoot;

  beforeAll(async () => {
    several = await copyBackupRoot(good);
    await backUpAt('2026-03-01T15:00:00Z', several.workspace, { environment: 'staging' });
  });

  const age = { 'max-age-hours': '24' };
  const staging = '20260301_150000';

  test('a fresh one does not hide that another stopped', async () => {
    const { status, outputs, errors, stdout, summary } = await verify(several, age);
    expect(status).toBe(1);
    const failure = `staging/config-file: the newest complete backup, ${staging}, is 48.5 hours old, over 24: the workflow that takes them did not run or failed. If staging/config-file is no longer backed up, set ignore-lines: staging/config-file`;
    expect(errors).toEqual([`::error::descope-backup: ${failure}`]);
    expect(outputs).toMatchObject({
      'verified-count': '4',
      'newest-backup-id': staging,
      'newest-age-hours': '48.5',
    });
    expect(stdout).toContain(
      'Line production/config-file: 3 verified, newest complete backup 20260303_030000, 12.5 hours old',
    );
    expect(summary.split('\n').slice(0, 6).join(' ')).toContain('staging/config-file: the newest');
    expect(summary).toContain(
      `<code>staging/config-file</code> | 1 | <code>${staging}</code> | 48.5 | ❌ too old`,
    );
    expect(summary).toContain('<code>production/config-file</code> | 3 |');
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['environment', { environment: 'production' }],
    ['environment and source', { environment: 'production', source: 'config-file' }],
    ['ignore-lines', { 'ignore-lines': 'other/live,\n staging/config-file\n' }],
  ])('judges the ones that %s leaves', async (_name, inputs) => {
    const { status, outputs, errors } = await verify(several, { ...age, ...inputs });
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect(outputs).toMatchObject({
      'verified-count': '4',
      'newest-backup-id': IDS[2],
      'newest-age-hours': '12.5',
    });
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a line that is chosen and not there',
      { environment: 'production', source: 'live' },
      'production/live has no complete backup that verifies',
    ],
    [
      'an environment that is not there',
      { environment: 'test' },
      'backups, with environment test: check project-id, environment, source and backup-root',
    ],
    [
      'a source that is not there',
      { source: 'live' },
      'backups, with source live: check project-id, environment, source and backup-root',
    ],
    [
      'nothing that is left to judge',
      { 'ignore-lines': 'staging/config-file, production/config-file' },
      'no line is left to judge: ignore-lines retires every one that is here, production/config-file, staging/config-file',
    ],
  ])('fails on %s', async (_name, inputs, message) => {
    const { status, errors, outputs } = await verify(several, inputs);
    expect(status).toBe(1);
    expect(errors.at(-1)).toContain(message);
    expect(outputs).not.toHaveProperty('newest-backup-id');
  });

  test('fails when one has no complete backup, also without a limit of age', async () => {
    const copy = await copyBackupRoot(several);
    await rm(join(copy.project, IDS[0]), { recursive: true });
    await backUpAt('2026-03-03T13:00:00Z', copy.workspace, { environment: 'staging' });
    await rm(join(copy.project, staging), { recursive: true });
    await writeFile(join(copy.workspace, 'descope.yaml'), "version: '1.0'\n");
    const shrunk = await runBundle({
      workspace: copy.workspace,
      inputs: { environment: 'staging' },
      ...frozenAt('2026-03-03T14:00:00Z'),
    });
    expect(shrunk.outputs['status']).toBe('suspect');
    await rm(join(copy.project, '20260303_130000'), { recursive: true });
    const { status, errors, outputs } = await verify(copy);
    expect(status).toBe(1);
    expect(errors.at(-1)).toContain('staging/config-file has no complete backup that verifies');
    expect(outputs).not.toHaveProperty('newest-backup-id');
  });
});

test('fails when the newest complete backup is too old', async () => {
  const { status, errors, outputs } = await verify(good, { 'max-age-hours': '12' });
  expect(status).toBe(1);
  expect(errors.at(-1)).toContain(
    'the newest complete backup, 20260303_030000, is 12.5 hours old, over 12: the workflow that takes them did not run or failed',
  );
  expect(outputs['damaged-count']).toBe('0');
});

test('fails when there is no backup at all', async () => {
  const workspace = await makeFolder();
  const { status, errors, outputs } = await runBundle({ workspace, action: 'verify' });
  expect(status).toBe(1);
  expect(errors.at(-1)).toContain(
    `there is no complete backup of ${PROJECT} that verifies in ${join(workspace, 'backups')}`,
  );
  expect(outputs).toEqual({ 'verified-count': '0', 'damaged-count': '0', 'gap-count': '0' });
});

test('reports every wrong input in one error', async () => {
  const { status, errors } = await verify(good, {
    'max-age-hours': '1.5',
    history: 'compare',
    'project-id': 'a/b',
    environment: 'a/b',
    source: 'management-api',
    'ignore-lines': 'staging',
  });
  expect(status).toBe(1);
  expect(errors).toHaveLength(1);
  for (const name of [
    'max-age-hours',
    'history',
    'project-id',
    'environment',
    'source',
    'ignore-lines',
  ]) {
    expect(errors[0]).toContain(`- ${name}: `);
  }
});
