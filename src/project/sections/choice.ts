/** How an input chooses among the sections. */
import { isSection, SECTIONS_OF_ALL, type Section } from './index.ts';

function words(text: string): string[] {
  return text.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

/**
 * Reads a list of sections, separated by commas.
 *
 * @returns undefined when a name is none of a section
 */
export function parseSectionList(text: string): Section[] | undefined {
  const names = words(text);
  return names.every(isSection) ? names : undefined;
}

/**
 * Reads a choice of sections: `all`, names, and names to leave out after a minus, separated by
 * commas. Without a name or `all`, all are chosen that are not left out. A section that takes a
 * request for each tenant is not in `all`.
 *
 * @returns undefined when a name is none of a section, or nothing is chosen
 */
export function parseSectionChoice(text: string): ReadonlySet<Section> | undefined {
  const chosen = new Set<Section>();
  const leftOut = new Set<Section>();
  for (const word of words(text)) {
    const name = word.replace(/^-/, '');
    if (word === 'all') SECTIONS_OF_ALL.forEach((section) => chosen.add(section));
    else if (isSection(name)) (word.startsWith('-') ? leftOut : chosen).add(name);
    else return undefined;
  }
  const base = chosen.size > 0 ? chosen : new Set(SECTIONS_OF_ALL);
  const choice = new Set([...base].filter((section) => !leftOut.has(section)));
  return choice.size > 0 ? choice : undefined;
}
