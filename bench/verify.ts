/**
 * Measures the bundle of the verify action on 30 backups of 10,000 tenants, to a process that
 * checks each backup with sha256sum and parses its project.json with JSON.parse. Prints a table.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DescopeConfig } from '../src/models/config.ts';
import { BackupService } from '../src/services/index.ts';
import { writeTenants } from './data.ts';
import { compare, printComparison } from './measure.ts';

const BACKUPS = 30;
const TENANTS = 10_000;
const GOAL = 2.5;
const DAY_MS = 24 * 60 * 60 * 1000;

const folder = mkdtempSync(join(tmpdir(), 'descope-backup-bench-'));
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config = JSON.parse(
  readFileSync(await writeTenants(folder, TENANTS, 'json'), 'utf8'),
) as DescopeConfig;
const backupRoot = join(folder, 'backups');
let now = Date.now() - BACKUPS * DAY_MS;
const service = new BackupService({ backupRoot, clock: () => now });
const backups: string[] = [];
for (let number = 0; number < BACKUPS; number++) {
  now += DAY_MS;
  backups.push(await service.createBackup('P2bench', 'bench', config));
}

const result = compare(
  {
    args: [file('../dist/verify/index.js')],
    env: {
      GITHUB_WORKSPACE: folder,
      'INPUT_PROJECT-ID': 'P2bench',
      'INPUT_BACKUP-ROOT': backupRoot,
    },
  },
  { args: [file('floor-parse.mjs'), '--sums', ...backups] },
  5,
  folder,
  () => undefined,
);
rmSync(folder, { recursive: true });

printComparison(
  `verification of ${BACKUPS} backups of ${TENANTS.toLocaleString('en')} tenants`,
  result,
  GOAL,
);
