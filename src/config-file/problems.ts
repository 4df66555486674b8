/** The form of problems in a config file, and its limits. */

/** Most levels of maps and lists within each other that a config file may have. */
export const MAX_CONFIG_DEPTH = 100;
export const TOO_DEEP = `nested deeper than ${MAX_CONFIG_DEPTH} levels`;

/**
 * Aliases and merge keys may repeat this many values: enough for any real file, too few for a bomb.
 */
export const MAX_REPEATED_VALUES = 1_000_000;

/** Keys and indexes from the top of a document to a value: `['tenants', 2, 'id']`. */
export type DocumentPath = readonly (string | number)[];

/** Something that is wrong with a value of the document, or odd about it. */
export interface ConfigFinding {
  readonly path: DocumentPath;
  /** Whether the key itself is meant, not its value. */
  readonly atKey?: boolean;
  readonly message: string;
}

/** A finding with its place in the file; lines and columns count from 1, columns in code points. */
export interface LocatedFinding {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** A config file that cannot be backed up as it is. */
export class ConfigFileError extends Error {
  /** The path as users know it: relative to the workspace where it lies inside. */
  readonly file: string;
  /**
   * In the order of the file. At least one, and not necessarily all: see
   * {@link ConfigFileError.total}.
   */
  readonly problems: readonly LocatedFinding[];
  readonly total: number;

  constructor(file: string, problems: readonly LocatedFinding[], total = problems.length) {
    const [first] = problems;
    const place = first?.line === undefined ? file : `${file}:${first.line}:${first.column ?? 1}`;
    super(
      total === 1
        ? `${place}: ${first?.message ?? ''}`
        : `${file} has ${total} problems; the first is in line ${first?.line ?? 1}: ${first?.message ?? ''}`,
    );
    this.file = file;
    this.problems = problems;
    this.total = total;
  }
}

/** `tenants[2].custom_attributes["a b"]`, as people write it. */
export function formatPath(path: DocumentPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text === '' ? 'the file' : text;
}
