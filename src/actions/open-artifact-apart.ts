/** Opening an artifact in a process of its own, which is given so much time and memory and no secrets. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { removeTree } from '../storage/remove-tree.ts';
import { UnsafeArchiveError } from '../storage/unzip.ts';
import { readInspection } from './inspection-file.ts';
import type { OpenArtifact } from './open-artifact.ts';

const MIB = 1024 ** 2;

export interface OpeningLimits {
  /** Milliseconds for one artifact. */
  readonly ms: number;
  /** Bytes of memory that the process may take in all. */
  readonly memory: number;
}

const MINUTES = 5;
const MIN_MEMORY = 384 * MIB;
const MAX_MEMORY = 3072 * MIB;
/** What the manifests may be of the memory: as objects they take several times as much as in the file. */
const RESULT_SHARE = 1 / 8;

/** Half of what the machine, or the container, has: the other half is for the run itself. */
export function defaultLimits(
  available: number = Math.min(process.constrainedMemory() || Infinity, totalmem()),
): OpeningLimits {
  const memory = Math.min(MAX_MEMORY, Math.max(MIN_MEMORY, available / 2));
  return { ms: MINUTES * 60_000, memory: Math.round(memory) };
}

/** Of the variables of this process the child gets those without which Node does not start, and none with a secret. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** How the process ended. */
type End = { readonly code: number | null } | { readonly stopped: 'time' | 'cancelled' };

async function runApart(
  entry: string,
  args: readonly string[],
  { ms, memory }: OpeningLimits,
  signal: AbortSignal,
): Promise<End> {
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
    return await new Promise<End>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(stopped === undefined ? { code } : { stopped });
      });
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

/** Where the bundle of src/main/inspect.ts is. @param bundle the one that runs, in the folder beside it */
export function inspectBundle(bundle = ''): string {
  return join(dirname(bundle), '..', 'inspect', 'index.js');
}

/**
 * Opens artifacts in a process each.
 *
 * @param entry path of the script that does it: the bundle of src/main/inspect.ts
 */
export function openApart(entry: string, limits: OpeningLimits = defaultLimits()): OpenArtifact {
  return async (zip, folder, projectId, { signal }) => {
    const result = `${folder}.json`;
    try {
      const end = await runApart(entry, [zip, folder, projectId, result], limits, signal);
      signal.throwIfAborted();
      if ('stopped' in end) {
        throw new UnsafeArchiveError(
          `it took longer than ${limits.ms / 60_000} minutes to unpack and read`,
        );
      }
      if (end.code === 1) throw new Error(`the process that reads artifacts failed: ${entry}`);
      if (end.code !== 0) {
        throw new UnsafeArchiveError(
          `it needs more than ${Math.floor(limits.memory / MIB)} MiB of memory to be read`,
        );
      }
      return await readInspection(result, limits.memory * RESULT_SHARE);
    } catch (error) {
      await removeTree(folder);
      throw error;
    } finally {
      await rm(result, { force: true });
    }
  };
}
