/** What the command line gets from outside, so that tests run it in their own process. */
import type { applyPlan } from '../runs/restore/apply.ts';
import type { CompareBackups } from '../services/index.ts';

/** A stream that text is written to. */
export interface Output {
  write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  /** Of a terminal: how many letters a line takes. */
  readonly columns?: number | undefined;
}

export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Is called before the first request. @throws Error for an address of a proxy that is none */
  readonly prepareNetwork: () => void;
  /**
   * Reads backups and compares them. Default: in this process, without bounds of time and memory.
   */
  readonly compareBackups?: CompareBackups;
  /**
   * Loads what writes to a project: no other command than those that were told to write ever has it
   * in memory.
   */
  readonly loadApply: () => Promise<typeof applyPlan>;
  /**
   * Asks whoever sits at the terminal; undefined where nobody does.
   *
   * @returns the line that was typed; undefined where the input ended
   * @throws the reason of the signal
   */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** The answer, and nothing else. */
  readonly stdout: Output;
  /** Everything that is said beside it. */
  readonly stderr: Output;
}
