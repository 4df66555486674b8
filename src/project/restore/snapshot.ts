/** How files of a snapshot are written back: together, by one import over what live exports now. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { sha256 } from '../../storage/checksums.ts';
import type { SectionName } from './sections.ts';
import { PHASES } from './phases.ts';
import { without } from './members.ts';
import { textOf, type RestoreRow } from './row.ts';

/** The member under which a file stands that is no JSON object: a list, or an asset as the API carries it. */
export const FILE_CONTENT = '\u0000content';

/** A file as an object, whatever it holds. */
export function fileObject(content: JsonValue): JsonObject {
  return isJsonObject(content) ? content : { [FILE_CONTENT]: content };
}

export function fileContent(object: JsonObject): JsonValue {
  return Object.hasOwn(object, FILE_CONTENT) ? (object[FILE_CONTENT] as JsonValue) : object;
}

/** Assets that the API carries as text; others are in base64. */
const TEXT_FILE = /\.(?:txt|html)$/;

/** A file as comparisons know it: of an asset the hash of its bytes. */
export function comparableFile(path: string, object: JsonObject): JsonObject {
  const content = fileContent(object);
  if (typeof content === 'string') {
    return { sha256: sha256(TEXT_FILE.test(path) ? content : Buffer.from(content, 'base64')) };
  }
  return isJsonObject(content) ? content : { content };
}

/** Files that only list others: they follow from these. */
const INDEX =
  /^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/widgets|widgets\/flows\/flows|assets\/assets)\.json$/;
/** What the service says of the export itself. */
const STAMP = /^snapshot\.json$/;

/** Whether a file is no object of its own. */
export function isIndexFile(path: string): boolean {
  return INDEX.test(path) || STAMP.test(path);
}

/** Files that repeat a section which has calls of its own. */
const TWINS: readonly (readonly [file: RegExp, section: SectionName])[] = [
  [/^roles\.json$/, 'roles'],
  [/^permissions\.json$/, 'permissions'],
  [/^jwttemplates\.json$/, 'jwt-templates'],
  [/^lists\.json$/, 'lists'],
  [/^applications\.json$/, 'sso-apps'],
  [/^outboundapps\.json$/, 'outbound-apps'],
  [/^flows\//, 'flows'],
];

/** The section that is restored in place of a file; undefined for what the snapshot alone can write. */
export function twinSection(path: string): SectionName | undefined {
  return TWINS.find(([pattern]) => pattern.test(path))?.[1];
}

/** Sections that a file writes as well, when it is written. */
export const SHARED: readonly (readonly [file: RegExp, section: SectionName])[] = [
  [/^attributes\.json$/, 'user-attributes'],
  [/^styles\//, 'theme'],
  [/^auth\/password\.json$/, 'password-settings'],
];

/** Settings of a project that name itself. */
const OF_PROJECT = [
  'name',
  'id',
  'projectId',
  'environment',
  'tag',
  'tags',
  'domain',
  'domains',
  'customDomain',
  'cookieDomain',
  'cookiePolicy',
  'sessionTokenCookieDomain',
  'sessionTokenResponseMethod',
  'refreshTokenCookieDomain',
  'refreshTokenCookiePolicy',
  'trustedDomains',
  'approvedRedirectUrls',
  'approvedDomains',
];

export const SNAPSHOT: RestoreRow = {
  noun: 'file of the snapshot',
  phase: () => PHASES.snapshot,
  apiId: (_value, id) => id,
  naturalKey: (_value, id) => id,
  strip: (value) => value,
  frozen: [],
  projectBound: OF_PROJECT,
  references: (value) => value,
  // One import writes all files that change: see snapshot-write.ts.
  write: ({ wanted }) => [
    {
      call: 'snapshotImport',
      phase: PHASES.snapshot,
      doubt: 'repeat',
      patch: wanted,
      request: (value) => ({ body: value }),
    },
  ],
  loses: (action, { wanted, live }) =>
    action === 'create' && live === undefined && textOf(wanted['type']) !== ''
      ? ['what refers to it by its id may have to be set again']
      : [],
};

/** A project's own settings, as another project may have them. */
export function withoutProjectBound(path: string, value: JsonObject): JsonObject {
  return path === 'project.json' ? without(value, OF_PROJECT) : value;
}
