/** The log of a step as a reporter: groups that can be folded, annotations with file and line. */
import { annotateErrors, annotateWarnings } from '../github/annotations.ts';
import * as log from '../github/log.ts';
import { makeReporter, type FilePlace, type Reporter, type Sink } from '../reporter/reporter.ts';

function propertiesOf({ file, line, column }: Partial<FilePlace> = {}) {
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
  };
}

const LOG: Sink = {
  group: log.group,
  info: log.info,
  warning: (text, place) => {
    log.warning(text, propertiesOf(place));
  },
  error: (text, place) => {
    log.error(text, propertiesOf(place));
  },
  debug: log.debug,
  fileErrors: ({ file, findings }) => {
    annotateErrors(file, findings);
  },
  fileWarnings: ({ file, findings, total }) => {
    annotateWarnings(file, findings, total);
  },
};

/**
 * Speaks through the log of the step.
 *
 * @param mayName whether those who can read the log may know names of tenants, flows and files
 * @param clock milliseconds
 */
export function gitHubReporter(mayName: boolean, clock: () => number): Reporter {
  return makeReporter(LOG, { mayName, clock });
}
