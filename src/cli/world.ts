/** What the command line gets from outside, so that tests run it in their own process. */
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
  /** Reads backups and compares them. Default: in this process, without bounds of time and memory. */
  readonly compareBackups?: CompareBackups;
  /** The answer, and nothing else. */
  readonly stdout: Output;
  /** Everything that is said beside it. */
  readonly stderr: Output;
}
