/** The parts of a live project that can be asked for one by one. */
export const SECTIONS = [
  'snapshot',
  'flows',
  'tenants',
  'tenant-settings',
  'tenant-sso',
  'roles',
  'permissions',
  'sso-apps',
  'inbound-apps',
  'outbound-apps',
  'access-keys',
  'jwt-templates',
  'lists',
  'password-settings',
  'fga-schema',
  'theme',
  'user-attributes',
] as const;

export type Section = (typeof SECTIONS)[number];

/**
 * What only a snapshot gives, by the paths of its files: without one, the plan does not give these at all.
 * Flows, theme, roles, permissions, applications, lists, JWT templates and attributes have calls of their own.
 */
export const SNAPSHOT_ONLY: readonly (readonly [section: string, note: string])[] = [
  ['connectors', 'part of a project snapshot alone'],
  ['authentication-methods', 'part of a project snapshot alone'],
  ['project-settings', 'part of a project snapshot alone'],
  ['widgets', 'part of a project snapshot alone'],
];

function isSection(name: string): name is Section {
  return (SECTIONS as readonly string[]).includes(name);
}

/**
 * Reads a choice of sections: `all`, names, and names to leave out after a minus, separated by commas. Without a name
 * or `all`, everything is chosen that is not left out.
 *
 * @throws Error that names what is no section
 */
export function parseSections(text: string): ReadonlySet<Section> {
  const words = text.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  const chosen = new Set<Section>();
  const leftOut = new Set<Section>();
  for (const word of words) {
    const name = word.replace(/^-/, '');
    if (word === 'all') SECTIONS.forEach((section) => chosen.add(section));
    else if (isSection(name)) (word.startsWith('-') ? leftOut : chosen).add(name);
    else
      throw new Error(
        `${JSON.stringify(word)} is no section: use all, or some of ${SECTIONS.join(', ')}`,
      );
  }
  const base = chosen.size > 0 ? chosen : new Set(SECTIONS);
  return new Set([...base].filter((section) => !leftOut.has(section)));
}
