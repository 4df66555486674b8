/** What a restore is about: what `only` and `delete` name, held to what the backup has. */
import { choiceText } from '../../project/object-names.ts';
import { rowOf } from '../../project/restore/rows.ts';
import { SECTIONS } from '../../project/sections/index.ts';
import type { ProjectObject, ProjectSide } from './objects.ts';

/** What an input names: a section, an object of it, or all that belongs to a tenant. */
export type Selector =
  | { readonly kind: 'section'; readonly section: string }
  | NamedObject
  | { readonly kind: 'tenant'; readonly id: string };

export interface NamedObject {
  readonly kind: 'object';
  readonly section: string;
  readonly id: string;
}

/** What is chosen of a backup. */
export interface Choice {
  readonly isAll: boolean;
  readonly selectors: readonly Selector[];
  /** In one form and order, however it was written. */
  readonly texts: readonly string[];
}

/** An input that names what is not there. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError';
}

function isOf(selector: Selector, { section, id, tenantId }: ProjectObject): boolean {
  if (selector.kind === 'section') return section === selector.section;
  if (selector.kind === 'tenant') {
    return (section === 'tenants' ? id : tenantId) === selector.id;
  }
  if (section !== selector.section) return false;
  // All configurations of a tenant are named by its id.
  return id === selector.id || (section === 'tenant-sso' && tenantId === selector.id);
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
      `only: the backup has no ${choiceText(selector)}; list what it has with the command show`,
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

/** The object of a list that is named; undefined where there is none. */
export function findNamed(
  { section, id }: NamedObject,
  objects: Iterable<ProjectObject>,
): ProjectObject | undefined {
  return [...objects].find((object) => object.section === section && object.id === id);
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
