/**
 * The one way into the step's log. What is logged may hold text of a file or an answer, and so be
 * anybody's.
 */
import * as core from '@actions/core';

/** Line breaks of any system, and what moves the cursor or turns the direction of writing. */
const BREAKS_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
/** Signs at a line's start that the runner may pass over when it looks for a command. */
const COMMAND = /^([\s\p{Cc}\p{Cf}]*:)(?=:)/u;
/** The runner's older commands, which it finds anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;

/** Text as one line of the log in which the runner finds no command. */
export function logLine(text: string): string {
  return text.replace(BREAKS_LINE, ' ').replace(COMMAND, '$1 ').replace(OLD_COMMAND, '# #');
}

/**
 * Text of several lines, each as {@link logLine} leaves it: @actions/core keeps them in one
 * annotation.
 */
function logLines(text: string): string {
  return text.split('\n').map(logLine).join('\n');
}

function cleanProperties(properties: core.AnnotationProperties): core.AnnotationProperties {
  const { title, file } = properties;
  return {
    ...properties,
    ...(title !== undefined && { title: logLine(title) }),
    ...(file !== undefined && { file: logLine(file) }),
  };
}

export function info(message: string): void {
  core.info(logLine(message));
}

/** A warning that the page of the run shows, with the place in a file where one is known. */
export function warning(message: string, properties: core.AnnotationProperties = {}): void {
  core.warning(logLine(message), cleanProperties(properties));
}

/** An error that the page of the run shows; the step goes on. */
export function error(message: string, properties: core.AnnotationProperties = {}): void {
  core.error(logLine(message), cleanProperties(properties));
}

/** Lines for the debug log, which is written when debug logging is on. */
export function debug(message: string): void {
  if (core.isDebug()) core.debug(logLines(message));
}

/** Fails the step. The message may have several lines, of which each is a problem of its own. */
export function setFailed(message: string): void {
  core.setFailed(logLines(message));
}

/** Runs a part of the story under a heading that can be folded. */
export function group<T>(name: string, part: () => Promise<T>): Promise<T> {
  return core.group(logLine(name), part);
}
