/** Runs programs as processes and measures them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Program {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Measurement {
  /** Milliseconds from start to end of the process. */
  readonly wall: number;
  /** Peak resident memory in bytes. */
  readonly memory: number;
}

const REPORT_MEMORY = new URL('report-memory.mjs', import.meta.url).href;
const HERE = fileURLToPath(new URL('.', import.meta.url));

function run({ args, env }: Program, folder: string): Measurement {
  const memoryFile = join(folder, 'peak-memory');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', REPORT_MEMORY, ...args],
    {
      cwd: HERE,
      env: { PATH: process.env['PATH'], ...env, PEAK_MEMORY_FILE: memoryFile },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return { wall, memory: Number(readFileSync(memoryFile, 'utf8')) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Runs two programs in turn, so that what else the machine does hits both alike.
 *
 * @returns the medians of each
 */
export function compare(
  subject: Program,
  floor: Program,
  rounds: number,
  folder: string,
  between: () => void,
): { subject: Measurement; floor: Measurement } {
  const subjects: Measurement[] = [];
  const floors: Measurement[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(run(floor, folder));
    between();
    subjects.push(run(subject, folder));
    between();
  }
  const medians = (all: readonly Measurement[]): Measurement => ({
    wall: median(all.map(({ wall }) => wall)),
    memory: median(all.map(({ memory }) => memory)),
  });
  return { subject: medians(subjects), floor: medians(floors) };
}

/**
 * Prints a table with one comparison: the subject's time is to stay below `goal` times the floor's.
 */
export function printComparison(
  what: string,
  { subject, floor }: ReturnType<typeof compare>,
  goal: number,
): void {
  const ratio = subject.wall / floor.wall;
  const cells = [
    what,
    `${Math.round(subject.wall)} ms`,
    `${Math.round(floor.wall)} ms`,
    `${ratio.toFixed(2)} (goal ${goal}: ${ratio < goal ? 'met' : 'missed'})`,
    `${Math.round(subject.memory / 1e6)} MB`,
    `${Math.round(floor.memory / 1e6)} MB`,
  ];
  console.log('| case | time | floor | ratio | memory | floor |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  console.log(`| ${cells.join(' | ')} |`);
}
