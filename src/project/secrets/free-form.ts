/**
 * What is not searched for secrets by name, with the reason. Everything else is. The secrets of the run itself are looked for
 * here as well. docs/coverage.md repeats the reasons, and a test holds both together.
 */

const DESIGN = 'keys are names of colours, fonts and parts of a page';
const SCRIPTS = 'content of your own making, whose keys are names of steps, fields and variables';
const CLAIMS = 'keys are claims of your own, and values say where each comes from';
const DATA = 'the data of a list of your own';

/** Sections without files of their own, or whose file is free form as a whole. */
export const FREE_SECTIONS: ReadonlyMap<string, string> = new Map([
  ['flows', SCRIPTS],
  ['theme', DESIGN],
]);

/** Folders below `snapshot/`. */
export const FREE_FOLDERS: ReadonlyMap<string, string> = new Map([
  ['flows/', SCRIPTS],
  ['widgets/', SCRIPTS],
  ['styles/', DESIGN],
  ['assets/', 'files of your own making'],
]);

/** Members that are free form wherever they stand. */
export const FREE_KEYS: ReadonlyMap<string, string> = new Map([
  ['customAttributes', 'attributes of your own'],
  ['customClaims', 'claims of your own'],
]);

/** Members that are free form in one section alone. */
export const FREE_MEMBERS: ReadonlyMap<string, readonly [key: string, reason: string]> = new Map([
  ['lists', ['data', DATA]],
  ['snapshot/lists.json', ['data', DATA]],
  ['jwt-templates', ['template', CLAIMS]],
  ['snapshot/jwttemplates.json', ['template', CLAIMS]],
] as const);

/** Whether keys under this one are names of the customer's, in this place; without a place nothing is free form. */
export function isFreeKey(key: string, place: string | undefined): boolean {
  if (place === undefined) return false;
  return FREE_KEYS.has(key) || FREE_MEMBERS.get(place)?.[0] === key;
}

/** @param place a section, or the path of a file of the snapshot, `snapshot/...` */
export function isFreePlace(place: string): boolean {
  if (FREE_SECTIONS.has(place)) return true;
  return [...FREE_FOLDERS.keys()].some((folder) => place.startsWith(`snapshot/${folder}`));
}
