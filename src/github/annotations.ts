/** Annotations of a file, as many as GitHub shows. */
import { error, warning } from './log.ts';

/** GitHub keeps ten annotations of a kind for a step; the last one is left for what follows. */
const MAX_ANNOTATIONS = 9;

/** What an annotation shows, and where in the file; lines and columns count from 1. */
export interface FileFinding {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

function annotate(
  report: typeof error | typeof warning,
  file: string,
  findings: readonly FileFinding[],
): void {
  for (const { message, line, column } of findings.slice(0, MAX_ANNOTATIONS)) {
    report(message, {
      file,
      ...(line !== undefined && { startLine: line }),
      ...(column !== undefined && { startColumn: column }),
    });
  }
}

/**
 * Annotates the first nine problems of a file. The failure that follows says how many there are.
 */
export function annotateErrors(file: string, findings: readonly FileFinding[]): void {
  annotate(error, file, findings);
}

/** Annotates the first nine oddities of a file, then says how many more there are of the total. */
export function annotateWarnings(
  file: string,
  findings: readonly FileFinding[],
  total: number,
): void {
  annotate(warning, file, findings);
  const rest = total - MAX_ANNOTATIONS;
  if (rest > 0) warning(`${file}: ${rest} more like these ${MAX_ANNOTATIONS} are not shown`);
}
