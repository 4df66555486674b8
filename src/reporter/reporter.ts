/**
 * How a run speaks: one interface, behind which stands GitHub's log, a terminal, or the memory of a
 * test.
 */
import { progressLog } from './progress.ts';

/** A place in a file; lines and columns count from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What was found in a file, and where. */
export type FileFinding = Omit<FilePlace, 'file'> & { readonly message: string };

/** All that was found in a file, of one kind. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly FileFinding[];
  /** How many there are, some of which may not be among `findings`. */
  readonly total: number;
}

/**
 * What is told: a text for everybody; or one that names tenants, flows or files, with the one for
 * strangers beside it.
 */
export type Words = string | { readonly named: string; readonly unnamed: string };

/** Where the texts go. It shows what it is given: what strangers may read was decided before. */
export interface Sink {
  /** Runs a part under a heading. */
  group<T>(name: string, part: () => Promise<T>): Promise<T>;
  info(text: string): void;
  warning(text: string, place?: FilePlace): void;
  error(text: string, place?: FilePlace): void;
  /** What helps whoever looks for a fault. */
  debug(text: string): void;
  /**
   * Problems of a file, each at its place: as many as the sink shows. The failure that follows says
   * how many there are.
   */
  fileErrors(found: FileFindings): void;
  /**
   * Oddities of a file, each at its place: as many as the sink shows, and how many more there are.
   */
  fileWarnings(found: FileFindings): void;
}

/** How a run speaks. It alone knows whether strangers can read what is said. */
export interface Reporter extends Omit<Sink, 'info' | 'warning' | 'error' | 'debug'> {
  /** Whether names of tenants, flows and files may be told. */
  readonly mayName: boolean;
  /** What of the words may be told: for messages of errors, and for pages. */
  words(words: Words): string;
  info(words: Words): void;
  warning(words: Words, place?: FilePlace): void;
  error(words: Words, place?: FilePlace): void;
  debug(words: Words): void;
  /**
   * Tells how far long work is, now and then.
   *
   * @returns to be called with how much is done, as often as is convenient
   */
  progress(what: string): (done: number, total: number) => void;
}

/**
 * Makes a reporter that speaks through a sink.
 *
 * @param mayName whether nobody reads it who must not know names
 * @param clock milliseconds
 */
export function makeReporter(
  sink: Sink,
  { mayName, clock }: { readonly mayName: boolean; readonly clock: () => number },
): Reporter {
  const words = (given: Words): string => {
    if (typeof given === 'string') return given;
    return mayName ? given.named : given.unnamed;
  };
  return {
    mayName,
    words,
    group: (name, part) => sink.group(name, part),
    info: (given) => {
      sink.info(words(given));
    },
    warning: (given, place) => {
      sink.warning(words(given), place);
    },
    error: (given, place) => {
      sink.error(words(given), place);
    },
    debug: (given) => {
      sink.debug(words(given));
    },
    fileErrors: (found) => {
      sink.fileErrors(found);
    },
    fileWarnings: (found) => {
      sink.fileWarnings(found);
    },
    progress: (what) =>
      progressLog(what, clock, (text) => {
        sink.info(text);
      }),
  };
}
