/**
 * Measures what it takes to tell the difference between two backups of 100,000 tenants, of which
 * one in a hundred changed: a process that reads both and compares them, to one that parses both
 * project.json with JSON.parse. Prints a table.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DescopeConfig } from '../src/models/config.ts';
import { BackupService } from '../src/services/index.ts';
import { writeTenants } from './data.ts';
import { compare, printComparison } from './measure.ts';

const TENANTS = 100_000;
const CHANGED_EVERY = 100;
const GOAL = 1.5;

const folder = mkdtempSync(join(tmpdir(), 'descope-backup-bench-'));
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config = JSON.parse(
  readFileSync(await writeTenants(folder, TENANTS, 'json'), 'utf8'),
) as DescopeConfig;
const changed: DescopeConfig = {
  ...config,
  tenants: config.tenants.map((tenant, index) =>
    index % CHANGED_EVERY === 0 ? { ...tenant, name: `${tenant.name}, renamed` } : tenant,
  ),
};
const service = new BackupService({ backupRoot: join(folder, 'backups') });
const before = await service.createBackup('P2bench', 'bench', config);
const after = await service.createBackup('P2bench', 'bench', changed);

const result = compare(
  {
    args: [file('diff-subject.ts'), before, after, String(TENANTS / CHANGED_EVERY)],
    // The action is a bundle of JavaScript: types are taken away once, not in every round.
    env: { NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  },
  { args: [file('floor-parse.mjs'), before, after] },
  7,
  folder,
  () => undefined,
);
rmSync(folder, { recursive: true });

printComparison(
  `difference of 2 × ${TENANTS.toLocaleString('en')} tenants, 1 % changed`,
  result,
  GOAL,
);
