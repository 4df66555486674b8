/** The file of the step's summary, and how much GitHub takes. */
import { summary } from '@actions/core';
import { withoutOwnSecrets } from './own-secrets.ts';

/** GitHub drops a step's summary of over 1 MiB whole; ours stays far below. */
const MAX_LENGTH = 256 * 1024;

/**
 * Cuts Markdown at the end of a line, well under GitHub's limit.
 *
 * @param ending comes after it and is never cut
 */
export function cutToLimit(text: string, ending = ''): string {
  const limit = MAX_LENGTH - ending.length;
  const shown =
    text.length <= limit
      ? text
      : `${text.slice(0, text.lastIndexOf('\n', limit))}\n\n... cut here: the summary was too long.\n`;
  return ending === '' ? shown : `${shown}\n${ending}`;
}

/** Appends to the step's summary; does nothing where there is none. */
export async function writeSummary(markdown: string): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY'])
    await summary.addRaw(withoutOwnSecrets(markdown), true).write();
}
