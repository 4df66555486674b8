/** Comparing in a process of its own: the same as in this one, within bounds. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { compareApart } from '../../src/runs/compare-apart.ts';
import { DescopeConfig } from '../../src/models/config.ts';
import {
  BackupService,
  compareBackups,
  type ComparisonRequest,
  type ProvenBackup,
} from '../../src/services/index.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const ENTRY = fileURLToPath(new URL('../fixtures/inspect.ts', import.meta.url));
const MIB = 1024 ** 2;
const PLENTY = { ms: 120_000, memory: 1024 * MIB };
const { signal } = new AbortController();

let root: string;
let folder: string;
let now = Date.UTC(2026, 10, 1);

beforeEach(async () => {
  root = await makeFolder();
  folder = await makeFolder();
});

function backUp(names: readonly string[]): Promise<ProvenBackup> {
  return backUpTenants(names.map((name) => ({ id: name.toLowerCase(), name })));
}

async function backUpTenants(tenants: readonly object[]): Promise<ProvenBackup> {
  now += 86_400_000;
  const service = new BackupService({ backupRoot: root, clock: () => now });
  const config = DescopeConfig.parse({ version: '1.0', tenants });
  const path = await service.createBackup('my-project', 'production', config);
  const verification = await service.verifyBackup(path);
  if (!verification.verified) throw new Error(verification.problems.join());
  return { path, manifest: verification.manifest };
}

async function request(): Promise<ComparisonRequest> {
  const lookBack = await backUp(['Acme', 'Beta', 'Gamma', 'Delta', 'Omega', 'Sigma']);
  const base = await backUp(['Acme', 'Beta', 'Gamma', 'Delta', 'Omega']);
  const fresh = await backUp(['ACME', 'Beta', 'Gamma']);
  return { bases: [base], lookBack, fresh, shrinkLimit: 40 };
}

describe('compareApart', () => {
  test('finds what comparing here finds, and leaves nothing behind', async () => {
    const given = await request();
    const here = await compareBackups(given, { signal, folder });
    expect(here.report.change_count).toBe(3);
    expect(here.losses).toEqual([
      expect.stringMatching(/^tenants: 3 of 6 are gone .* little by little since /),
    ]);
    expect(await compareApart(ENTRY, PLENTY)(given, { signal, folder })).toEqual(here);
    expect(await readdir(folder)).toEqual([]);
    const alone = { ...given, lookBack: undefined };
    expect((await compareApart(ENTRY, PLENTY)(alone, { signal, folder })).losses).toEqual([]);
  });

  test('shows keys and numbers as they are, whatever was parsed before', async () => {
    // JSON.parse of Node 24 takes a key such as a tab for one that ends in a backslash, which stood
    // in its place before: after the same members.
    const keys = ['a\\', 'a\t', 'a"', 'a\n', '__proto__'];
    const numbers = [1.5, 1e-7, 123_456_789_012_345];
    const shown = (key: string, value: unknown) => [
      Object.fromEntries([
        ['_', 0],
        [key, value],
      ]),
    ];
    const tenants = (value: unknown) =>
      keys.map((key, index) => ({
        id: `tenant-${index}`,
        name: 'Acme',
        custom_attributes: { list: shown(key, value) },
      }));
    const given: ComparisonRequest = {
      bases: [await backUpTenants(tenants(0))],
      lookBack: undefined,
      fresh: await backUpTenants(tenants(numbers)),
      shrinkLimit: 40,
    };
    const told = await compareApart(ENTRY, PLENTY)(given, { signal, folder });
    expect(told).toEqual(await compareBackups(given, { signal, folder }));
    const edits = told.report.changes.flatMap((change) => change.edits);
    expect(edits.map(({ after }) => after)).toEqual(keys.map((key) => shown(key, numbers)));
  });

  test('says what kept it from reading a backup', async () => {
    const given = await request();
    await rm(join(given.bases[0].path, 'project.json'));
    await expect(compareApart(ENTRY, PLENTY)(given, { signal, folder })).rejects.toThrow(/ENOENT/);
  });

  test.each([
    ['time', 'for (;;);', { ...PLENTY, ms: 600 }, 'it took longer than'],
    ['memory', 'process.kill(process.pid, "SIGKILL");', PLENTY, 'it needs more than 1024 MiB'],
  ])('names the backup that took more %s than there is', async (_, script, limits, words) => {
    const entry = join(folder, 'entry.mjs');
    await writeFile(entry, script);
    const given = await request();
    await expect(compareApart(entry, limits)(given, { signal, folder })).rejects.toThrow(
      `${given.bases[0].manifest.backup_id} could not be compared with: ${words}`,
    );
  });
});
