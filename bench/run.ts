/**
 * Measures the built bundle as a process, each case as a ratio to a floor measured in the same run:
 * a bare Node process that parses the same file with the same parser, writes it as JSON once and
 * flushes it. Prints a table, and the figures as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFlows, writeTenants } from './data.ts';
import { compare, type Program } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'descope-backup-bench-'));
const backupRoot = join(folder, 'backups');
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function bundle(config: string): Program {
  return {
    args: [file('../dist/backup/index.js')],
    env: {
      GITHUB_WORKSPACE: folder,
      'INPUT_PROJECT-ID': 'P2bench',
      INPUT_ENVIRONMENT: 'bench',
      'INPUT_CONFIG-PATH': config,
      'INPUT_BACKUP-ROOT': backupRoot,
    },
  };
}

const floor = (config: string): Program => ({
  args: [file('floor.mjs'), config, join(folder, 'floor.json')],
});

interface Case {
  readonly name: string;
  readonly entries?: number;
  readonly subject: Program;
  readonly floor: Program;
  readonly rounds: number;
  /** Highest ratios to the floor that the project aims for. */
  readonly goal: { readonly wall?: number; readonly memory?: number };
}

const tiny = await writeTenants(folder, 1, 'json');
const cases: Case[] = [
  {
    name: 'start-up (1 tenant, floor: import of @actions/core)',
    subject: bundle(tiny),
    floor: { args: [file('floor-startup.mjs')] },
    rounds: 15,
    goal: { wall: 1.6 },
  },
];
for (const format of ['json', 'yaml'] as const) {
  for (const entries of [1000, 10_000, 100_000]) {
    const config = await writeTenants(folder, entries, format);
    cases.push({
      name: `${entries.toLocaleString('en')} tenants, ${format.toUpperCase()}`,
      entries,
      subject: bundle(config),
      floor: floor(config),
      rounds: entries > 10_000 ? 5 : 9,
      goal: entries < 100_000 ? {} : format === 'json' ? { wall: 3.0, memory: 1.8 } : { wall: 1.5 },
    });
  }
}
const flows = await writeFlows(folder, 20, 2_000_000);
cases.push({
  name: '20 flows of 2 MB, JSON',
  subject: bundle(flows),
  floor: floor(flows),
  rounds: 5,
  goal: {},
});

const results = cases.map(({ name, entries, subject, floor: least, rounds, goal }) => {
  const clean = () => {
    rmSync(backupRoot, { recursive: true, force: true });
  };
  const measured = compare(subject, least, rounds, folder, clean);
  console.error(`measured: ${name}`);
  return {
    name,
    wallMs: Math.round(measured.subject.wall),
    floorWallMs: Math.round(measured.floor.wall),
    wallRatio: Number((measured.subject.wall / measured.floor.wall).toFixed(2)),
    memoryMB: Math.round(measured.subject.memory / 1e6),
    floorMemoryMB: Math.round(measured.floor.memory / 1e6),
    memoryRatio: Number((measured.subject.memory / measured.floor.memory).toFixed(2)),
    microsecondsPerEntry:
      entries === undefined ? null : Number(((measured.subject.wall * 1000) / entries).toFixed(1)),
    goal,
  };
});
rmSync(folder, { recursive: true });

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const withGoal = (ratio: number, goal: number | undefined) =>
  goal === undefined
    ? String(ratio)
    : `${ratio} (goal ${goal}: ${ratio <= goal ? 'met' : 'missed'})`;
console.log(row(['case', 'time', 'floor', 'ratio', 'memory', 'floor', 'ratio', 'time per tenant']));
console.log(row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:']));
for (const result of results) {
  console.log(
    row([
      result.name,
      `${result.wallMs} ms`,
      `${result.floorWallMs} ms`,
      withGoal(result.wallRatio, result.goal.wall),
      `${result.memoryMB} MB`,
      `${result.floorMemoryMB} MB`,
      withGoal(result.memoryRatio, result.goal.memory),
      result.microsecondsPerEntry === null ? '' : `${result.microsecondsPerEntry} µs`,
    ]),
  );
}
console.log('');
console.log(
  JSON.stringify(
    { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism(), results },
    null,
    2,
  ),
);
