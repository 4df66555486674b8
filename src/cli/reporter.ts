/** The terminal as a reporter of a run: what is done on stderr, and warnings with file and line. */
import {
  makeReporter,
  type FileFindings,
  type FilePlace,
  type Reporter,
} from '../reporter/reporter.ts';
import type { Terminal } from './terminal.ts';

/** More findings of one file are counted, not shown. */
const MAX_FINDINGS = 20;

function placeText({ file, line, column }: FilePlace): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

/** The findings a line each, as many as are worth reading. */
function findingLines({ file, findings, total }: FileFindings): string[] {
  const shown = findings.slice(0, MAX_FINDINGS);
  const rest = total - shown.length;
  return [
    ...shown.map((finding) => `${placeText({ file, ...finding })}: ${finding.message}`),
    ...(rest > 0 ? [`${file}: and ${rest} more`] : []),
  ];
}

/**
 * Speaks on stderr. Nobody but who typed the command reads it: names may be told.
 *
 * @param clock milliseconds
 */
export function terminalReporter(terminal: Terminal, clock: () => number): Reporter {
  return makeReporter(
    {
      group: (name, part) => {
        terminal.progress(name);
        return part();
      },
      info: (text) => {
        terminal.say(text);
      },
      warning: (text, place) => {
        terminal.warn(place === undefined ? text : `${placeText(place)}: ${text}`);
      },
      error: (text, place) => {
        terminal.fail(place === undefined ? text : `${placeText(place)}: ${text}`);
      },
      debug: () => undefined,
      fileErrors: (found) => {
        // Of one problem the failure that follows says all there is.
        if (found.total > 1) for (const line of findingLines(found)) terminal.say(line);
      },
      fileWarnings: (found) => {
        for (const line of findingLines(found)) terminal.warn(line);
      },
    },
    { mayName: true, clock },
  );
}
