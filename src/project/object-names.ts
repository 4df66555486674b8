/**
 * How the inputs of a restore name objects: lists of names read, and the one spelling of each name.
 */
import { isRestorable } from './restore/row.ts';
import { RESTORE_ROWS } from './restore/rows.ts';
import { isSection, SECTIONS, type Section } from './sections/index.ts';

/** An object by its section, and its id as changes.json has it. */
export interface ObjectName {
  readonly section: Section;
  readonly id: string;
}

export type ObjectChoice =
  | { readonly kind: 'section'; readonly section: Section }
  | ({ readonly kind: 'object' } & ObjectName)
  /** A tenant and all that belongs to it. */
  | { readonly kind: 'tenant'; readonly id: string };

/**
 * What a list names, each once and in the order of the names; or what is wrong with it, as the end
 * of a sentence about it.
 */
export type NameList<Name> =
  { readonly names: readonly Name[] } | { readonly problems: readonly string[] };

/** Sections in which an object can have users, who lose it when it is deleted. */
const SECTIONS_WITH_USERS: readonly Section[] = ['tenants', 'roles'];
const OF_TENANT = '/**';

/** Signs that end a name, or mean something in it. */
const MEANINGFUL = /[%,*]/g;
/**
 * What a workflow file or a page would not show as it is: the beginning of an expression or of
 * code, blanks at an end, and what cannot be seen.
 */
const NOT_PLAIN = /[$`]|^\s|\s$|[^\P{C}\p{Cs}]|[\p{Zl}\p{Zp}]/gu;

/** Sections that calls of a restore write. */
const WRITTEN = SECTIONS.filter((section) => isRestorable(RESTORE_ROWS[section]));

function percentEncode(sign: string): string {
  return [...Buffer.from(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/** A name as it can stand on a line of a workflow file: read again, it is the same name. */
export function plainName(text: string): string {
  return text.replace(NOT_PLAIN, percentEncode);
}

/** The one spelling of a choice: what reading it gives is the choice again. */
export function choiceText(
  choice:
    | { readonly kind: 'section'; readonly section: string }
    | { readonly kind: 'object'; readonly section: string; readonly id: string }
    | { readonly kind: 'tenant'; readonly id: string },
): string {
  if (choice.kind === 'section') return choice.section;
  const id = plainName(choice.id.replace(MEANINGFUL, percentEncode));
  return choice.kind === 'tenant' ? `tenants/${id}${OF_TENANT}` : `${choice.section}/${id}`;
}

function decode(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** @returns a text that says what is wrong with the name */
function parseChoice(text: string): ObjectChoice | string {
  const shown = JSON.stringify(text);
  const slash = text.indexOf('/');
  const section = slash === -1 ? text : text.slice(0, slash);
  if (!isSection(section)) {
    return `${shown} names no section: use <section>, <section>/<id> or tenants/<id>${OF_TENANT}, with a section of ${WRITTEN.join(', ')}`;
  }
  const row = RESTORE_ROWS[section];
  // A plan without any of it would say that there is nothing to do.
  if (!isRestorable(row)) {
    return `${shown} cannot be restored: ${row.reason}; put it back by hand from resources/${section}.json of the backup`;
  }
  if (slash === -1) return { kind: 'section', section };
  const isOfTenant = section === 'tenants' && text.endsWith(OF_TENANT);
  const raw = text.slice(slash + 1, isOfTenant ? -OF_TENANT.length : undefined);
  if (raw === '') return `${shown} lacks the id after the slash`;
  if (raw.includes('*')) {
    return `${shown} has a star, which stands for nothing but in tenants/<id>${OF_TENANT}: name each object, and write %2A for a star of an id`;
  }
  const id = decode(raw);
  if (id === undefined) return `${shown} has a percent sign that encodes nothing: write %25 for it`;
  return isOfTenant ? { kind: 'tenant', id } : { kind: 'object', section, id };
}

function split(text: string): string[] {
  return text.split(/[,\r\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** @param check what of a choice the list does not take; undefined when it does */
function parseList<Choice extends ObjectChoice>(
  text: string,
  check: (choice: ObjectChoice, shown: string) => Choice | string,
): NameList<Choice> {
  const names = new Map<string, Choice>();
  const problems: string[] = [];
  for (const part of split(text)) {
    const choice = parseChoice(part);
    const taken = typeof choice === 'string' ? choice : check(choice, JSON.stringify(part));
    if (typeof taken === 'string') problems.push(taken);
    else names.set(choiceText(taken), taken);
  }
  if (problems.length > 0) return { problems };
  // A list of nothing but commas must not come to mean everything.
  if (names.size === 0) return { problems: [`${JSON.stringify(text)} names nothing`] };
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return { names: sorted.map(([, choice]) => choice) };
}

/**
 * Reads what a restore is about: names separated by commas or line breaks, or `all` alone.
 *
 * @returns no names for `all`
 */
export function parseChoices(text: string): NameList<ObjectChoice> {
  const parts = split(text);
  if (!parts.includes('all')) return parseList(text, (choice) => choice);
  return parts.length === 1 ? { names: [] } : { problems: ['has all beside other names'] };
}

function withoutKind({ section, id }: ObjectName): ObjectName {
  return { section, id };
}

/** Reads names of single objects: no section, and none of a tenant with all that is its. */
export function parseObjects(text: string): NameList<ObjectName> {
  const list = parseList(text, (choice, shown) =>
    choice.kind === 'object'
      ? choice
      : `${shown} is not one object: name each object as <section>/<id>`,
  );
  return 'problems' in list ? list : { names: list.names.map(withoutKind) };
}

/** Reads names of tenants and roles. */
export function parseWithUsers(text: string): NameList<ObjectName> {
  const list = parseList(text, (choice, shown) =>
    choice.kind === 'object' && SECTIONS_WITH_USERS.includes(choice.section)
      ? choice
      : `${shown} is no tenant and no role: name each as tenants/<id>, roles/<name> or roles/<tenant id>/<name>`,
  );
  return 'problems' in list ? list : { names: list.names.map(withoutKind) };
}
