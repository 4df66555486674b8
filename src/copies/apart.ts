/**
 * Work on what came from elsewhere, in a process of its own, which is given so much time and memory
 * and no secrets.
 */
import { spawn } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';

const MIB = 1024 ** 2;

export interface ApartLimits {
  /** Milliseconds for one piece of work. */
  readonly ms: number;
  /** Bytes of memory that the process may take in all. */
  readonly memory: number;
}

const MINUTES = 5;
const MIN_MEMORY = 384 * MIB;
const MAX_MEMORY = 3072 * MIB;

/** Half of what the machine, or the container, has: the other half is for the run itself. */
export function defaultLimits(
  available: number = Math.min(process.constrainedMemory() || Infinity, totalmem()),
): ApartLimits {
  const memory = Math.min(MAX_MEMORY, Math.max(MIN_MEMORY, available / 2));
  return { ms: MINUTES * 60_000, memory: Math.round(memory) };
}

/**
 * Of the variables of this process the child gets those without which Node does not start, and none
 * with a secret.
 */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The work took more time or memory than it is given. */
export class WorkLimitError extends Error {}

/**
 * Runs a task of src/main/inspect.ts.
 *
 * @param args of the task; the memory follows them
 * @throws WorkLimitError when it took too much; Error when it could not be run, or the reason of
 * the signal
 */
export async function runApart(
  entry: string,
  args: readonly string[],
  { ms, memory }: ApartLimits,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  // What fits the child must fit this process, which reads it again: its heap is no smaller.
  const heap = Math.min(memory, getHeapStatistics().heap_size_limit);
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${Math.floor(heap / MIB)}`, entry, ...args, String(memory)],
    { stdio: 'ignore', env: plainEnvironment(), windowsHide: true },
  );
  let stopped: 'time' | 'cancelled' | undefined;
  const stop = (reason: 'time' | 'cancelled') => {
    stopped ??= reason;
    child.kill('SIGKILL');
  };
  const cancel = () => {
    stop('cancelled');
  };
  const timer = setTimeout(stop, ms, 'time');
  signal.addEventListener('abort', cancel);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (stopped === 'time') {
      throw new WorkLimitError(`it took longer than ${ms / 60_000} minutes to read`);
    }
    if (code === 1)
      throw new Error(`the process that reads what came from elsewhere failed: ${entry}`);
    if (code !== 0) {
      throw new WorkLimitError(
        `it needs more than ${Math.floor(memory / MIB)} MiB of memory to be read`,
      );
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

/**
 * The script that starts src/main/inspect.ts.
 *
 * @param dist absolute path of the folder with the built scripts
 */
export function inspectBundle(dist: string): string {
  return join(dist, 'inspect', 'index.js');
}
