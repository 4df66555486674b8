/** The verify action as a child process: finds every damage of the corpus, and raises no false alarm. */
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
  expect(stdout).toContain('prod ::set-env name=PATH::/tmp ::stop-commands::x # #[add-path]/tmp');
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
      outputs: { 'verified-count': '2', 'damaged-count': '0' },
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
  expect(outputs).toEqual({ 'verified-count': '0', 'damaged-count': '0' });
});

test('reports every wrong input in one error', async () => {
  const { status, errors } = await verify(good, {
    'max-age-hours': '1.5',
    history: 'compare',
    'project-id': 'a/b',
  });
  expect(status).toBe(1);
  expect(errors).toHaveLength(1);
  for (const name of ['max-age-hours', 'history', 'project-id']) {
    expect(errors[0]).toContain(`- ${name}: `);
  }
});
