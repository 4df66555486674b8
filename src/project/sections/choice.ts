/** How an input chooses among the sections. */
import { isSection, SECTIONS, type Section } from './index.ts';

function words(text: string): string[] {
  return text.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

/**
 * Reads a list of sections, separated by commas.
 *
 * @returns undefined when a name is none of {@link SECTIONS}
 */
export function parseSectionList(text: string): Section[] | undefined {
  const names = words(text);
  return names.every(isSection) ? names : undefined;
}

/**
 * Reads a choice of sections: `all`, names, and names to leave out after a minus, separated by commas. Without a name
 * or `all`, everything is chosen that is not left out.
 *
 * @returns undefined when a name is none of {@link SECTIONS}, or nothing is chosen
 */
export function parseSectionChoice(text: string): ReadonlySet<Section> | undefined {
  const chosen = new Set<Section>();
  const leftOut = new Set<Section>();
  for (const word of words(text)) {
    const name = word.replace(/^-/, '');
    if (word === 'all') SECTIONS.forEach((section) => chosen.add(section));
    else if (isSection(name)) (word.startsWith('-') ? leftOut : chosen).add(name);
    else return undefined;
  }
  const base = chosen.size > 0 ? chosen : new Set(SECTIONS);
  const choice = new Set([...base].filter((section) => !leftOut.has(section)));
  return choice.size > 0 ? choice : undefined;
}
