/** Colours: on a terminal alone, and not where somebody asked for none. */
import { styleText } from 'node:util';

/** What a piece of text means. */
export type Meaning = 'good' | 'warning' | 'bad' | 'quiet' | 'heading' | 'added' | 'removed';

/** A text as it is shown when it means that. */
export type Paint = (meaning: Meaning, text: string) => string;

const FORMATS = {
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  quiet: 'dim',
  heading: 'bold',
  added: 'green',
  removed: 'red',
} as const;

export const plainPaint: Paint = (_meaning, text) => text;

export const colourPaint: Paint = (meaning, text) =>
  text === '' ? '' : styleText(FORMATS[meaning], text, { validateStream: false });

/** Where something is written to, as far as its looks go. */
export interface Surface {
  readonly isTTY?: boolean | undefined;
}

/** Whether to colour: https://no-color.org, and terminals that say that they cannot. */
export function paintFor(
  { isTTY }: Surface,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return isTTY === true && isWanted ? colourPaint : plainPaint;
}
