/** Which sections the backup after a restore has, and what it takes at most to read them. */
import type { BackupManifest } from '../../models/manifest.ts';
import {
  isSection,
  SECTION_ROWS,
  SECTIONS_OF_ALL,
  type Section,
} from '../../project/sections/index.ts';
import type { LiveReading } from './prepared-plan.ts';

/** For the tier, for the keys, and a second time for the lists of tenants, flows and roles. */
const MORE_REQUESTS = 5;

/**
 * What `all` means, what the backup has that is restored, as the nights of its line do, and what
 * the restore concerns. Others are left out: those that are by name alone take a request for every
 * tenant each.
 */
export function sectionsAfter(
  backup: Pick<BackupManifest, 'coverage'>,
  { sections }: Pick<LiveReading, 'sections'>,
): ReadonlySet<Section> {
  return new Set([...SECTIONS_OF_ALL, ...savedIn(backup), ...sections]);
}

/** The sections that a backup has. */
export function savedIn({ coverage }: Pick<BackupManifest, 'coverage'>): Section[] {
  return coverage.flatMap(({ section, status }) =>
    status === 'saved' && isSection(section) ? [section] : [],
  );
}

/**
 * At most so many requests take these sections: each once, what is asked by tenant for each, and
 * each flow and its texts.
 */
export function requestsOf(
  sections: ReadonlySet<Section>,
  { tenants, flows }: { readonly tenants: number; readonly flows: number },
): number {
  const byTenant = SECTION_ROWS.filter(
    ({ name, identity }) => identity.by === 'tenant' && sections.has(name),
  );
  return sections.size + byTenant.length * tenants + 2 * flows + MORE_REQUESTS;
}
