/** What a restore is about: `only`, `delete` and `accept-user-loss`, read and checked. */
import { isRestorable } from '../../project/restore/row.ts';
import { RESTORE_ROWS, rowOf } from '../../project/restore/rows.ts';
import { isSection, SECTIONS } from '../../project/sections/index.ts';
import type { ProjectObject, ProjectSide } from './objects.ts';

/** One entry of an input: a section, an object of it, or all that belongs to a tenant. */
export type Selector =
  | { readonly kind: 'section'; readonly section: string }
  | {
      readonly kind: 'object';
      readonly section: string;
      readonly ids: readonly [string, ...string[]];
    }
  | { readonly kind: 'tenant'; readonly ids: readonly [string, ...string[]] };

/** What is chosen of a backup. */
export interface Choice {
  readonly isAll: boolean;
  readonly selectors: readonly Selector[];
  /** In one form and order, however it was written. */
  readonly texts: readonly string[];
}

/** An input that cannot be understood, or names what is not there. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError';
}

/** Entries are separated by line breaks or commas. */
function entriesOf(text: string): string[] {
  return text
    .split(/[\n\r,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** An id as it is meant: with its percent-encoding decoded, or as it stands where it has none. */
function idsOf(text: string): readonly [string, ...string[]] {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? [text] : [decoded, text];
  } catch {
    return [text];
  }
}

/** The way to write an id in these inputs. */
export function encodeId(id: string): string {
  return id.replace(/[%,\p{Cc}]|^\s|\s$/gu, (sign) => encodeURIComponent(sign));
}

function parseSelector(input: string, entry: string): Selector {
  const [, tenant] = /^tenants\/(.+)\/\*\*$/.exec(entry) ?? [];
  if (tenant !== undefined) return { kind: 'tenant', ids: idsOf(tenant) };
  const slash = entry.indexOf('/');
  const section = slash === -1 ? entry : entry.slice(0, slash);
  if (!isSection(section)) {
    throw new ScopeError(
      `${input}: ${JSON.stringify(entry)} names no section of a project; the sections are ${SECTIONS.join(', ')}`,
    );
  }
  const row = RESTORE_ROWS[section];
  // A plan without any of it would say that there is nothing to do.
  if (!isRestorable(row)) {
    throw new ScopeError(
      `${input}: ${JSON.stringify(entry)} cannot be restored: ${row.reason}; put it back by hand from the backup's resources/${section}.json`,
    );
  }
  const id = slash === -1 ? '' : entry.slice(slash + 1);
  if (id === '') return { kind: 'section', section };
  return { kind: 'object', section, ids: idsOf(id) };
}

export function textOfSelector(selector: Selector): string {
  if (selector.kind === 'section') return selector.section;
  const [id] = selector.ids;
  if (selector.kind === 'tenant') return `tenants/${encodeId(id)}/**`;
  return `${selector.section}/${encodeId(id)}`;
}

/** @throws ScopeError */
export function parseChoice(only: string): Choice {
  const entries = entriesOf(only);
  if (entries.length === 0 || entries.includes('all'))
    return { isAll: true, selectors: [], texts: [] };
  const selectors = entries.map((entry) => parseSelector('only', entry));
  return { isAll: false, selectors, texts: [...new Set(selectors.map(textOfSelector))].sort() };
}

/**
 * A list of objects, each named.
 *
 * @throws ScopeError for a section, a tree, or what is neither
 */
export function parseObjectList(
  input: string,
  text: string,
): Extract<Selector, { kind: 'object' }>[] {
  return entriesOf(text).map((entry) => {
    const selector = parseSelector(input, entry);
    if (selector.kind !== 'object' || entry.includes('*')) {
      throw new ScopeError(
        `${input}: ${JSON.stringify(entry)} is no object: name each one as <section>/<id>`,
      );
    }
    return selector;
  });
}

function isOf(selector: Selector, { section, id, tenantId }: ProjectObject): boolean {
  if (selector.kind === 'section') return section === selector.section;
  const { ids } = selector;
  if (selector.kind === 'tenant') {
    return section === 'tenants'
      ? ids.includes(id)
      : tenantId !== undefined && ids.includes(tenantId);
  }
  if (section !== selector.section) return false;
  // All configurations of a tenant are named by its id.
  return ids.includes(id) || (section === 'tenant-sso' && ids.includes(tenantId ?? ''));
}

function hasAny(selector: Selector, side: ProjectSide): boolean {
  for (const objects of side.sections.values()) {
    for (const object of objects.values()) if (isOf(selector, object)) return true;
  }
  return false;
}

/** @throws ScopeError for what the backup did not save, and for an object that it does not have */
function checkSelector(selector: Selector, saved: ProjectSide): void {
  const section = selector.kind === 'tenant' ? 'tenants' : selector.section;
  const status = saved.statuses.get(section);
  if (!saved.sections.has(section)) {
    const why =
      status === undefined
        ? 'not asked for'
        : `${status.status}${status.note && `: ${status.note}`}`;
    throw new ScopeError(`only: the backup has no section ${section} (${why})`);
  }
  if (selector.kind !== 'section' && !hasAny(selector, saved)) {
    throw new ScopeError(
      `only: the backup has no ${textOfSelector(selector)}; list what it has with the command show`,
    );
  }
}

/**
 * Whether an object of the backup is chosen.
 *
 * @throws ScopeError where the choice names what the backup lacks
 */
export function chooser(
  { isAll, selectors }: Choice,
  saved: ProjectSide,
): (object: ProjectObject) => boolean {
  for (const selector of selectors) checkSelector(selector, saved);
  return (object) => isAll || selectors.some((selector) => isOf(selector, object));
}

/** Whether an object is named as itself or by its section, not by `all` alone. */
export function isNamed({ selectors }: Choice, object: ProjectObject): boolean {
  return selectors.some((selector) => isOf(selector, object));
}

/** The object of a list that a selector names; undefined where there is none. */
export function findNamed(
  { section, ids }: Extract<Selector, { kind: 'object' }>,
  objects: Iterable<ProjectObject>,
): ProjectObject | undefined {
  const ofSection = [...objects].filter((object) => object.section === section);
  for (const id of ids) {
    const found = ofSection.find((object) => object.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What belongs to a tenant. */
const OF_TENANT = ['tenants', 'tenant-settings', 'tenant-sso', 'roles', 'outbound-apps'];

/**
 * Sections of which live must be known to plan some others: what these refer to, and the tenants
 * that they belong to.
 */
const REFERRED: Readonly<Record<string, readonly string[]>> = {
  roles: ['permissions', 'tenants'],
  tenants: ['roles', 'sso-apps'],
  'tenant-settings': ['tenants'],
  'tenant-sso': ['tenants', 'roles'],
  'sso-apps': ['roles'],
  'inbound-apps': ['outbound-apps', 'jwt-templates', 'tenants', 'user-attributes'],
  'outbound-apps': ['tenants'],
  'access-keys': ['roles', 'tenants'],
  'user-attributes': ['permissions'],
  flows: ['roles', 'user-attributes', 'snapshot'],
  theme: ['roles', 'snapshot'],
};

/**
 * Whether a tenant of the backup enforces SSO: before it is told to, its configurations are looked
 * at.
 */
function enforcesSso({ sections }: ProjectSide): boolean {
  return [...(sections.get('tenants')?.values() ?? [])].some(
    ({ value }) => value['enforceSSO'] === true,
  );
}

/**
 * The sections that must be read of the live project for a choice: those that are concerned, and
 * what they refer to.
 */
export function sectionsToRead(
  choice: Choice,
  deletes: readonly Selector[],
  saved: ProjectSide,
): string[] {
  const concerned = new Set<string>(choice.isAll ? saved.sections.keys() : []);
  for (const selector of [...choice.selectors, ...deletes]) {
    // What goes with a tenant that is deleted must be in the safety backup.
    const isAll =
      selector.kind === 'tenant' || (selector.section === 'tenants' && deletes.includes(selector));
    for (const section of isAll ? OF_TENANT : [selector.section]) concerned.add(section);
  }
  const wanted = new Set(concerned);
  for (const section of concerned) {
    for (const other of REFERRED[section] ?? []) if (saved.sections.has(other)) wanted.add(other);
  }
  if (concerned.has('tenants') && enforcesSso(saved)) wanted.add('tenant-sso');
  // What no call writes is not looked at.
  return SECTIONS.filter((section) => wanted.has(section) && rowOf(section) !== undefined);
}
