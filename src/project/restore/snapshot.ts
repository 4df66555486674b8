/** How files of a snapshot are written back: together, by one import over what live exports now. */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { sha256 } from '../../storage/checksums.ts';
import type { SectionName } from './sections.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';

/**
 * The member under which a file stands that is no JSON object: a list, or an asset as the API
 * carries it.
 */
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

/** Bytes of an asset as the API carries them. */
export function assetContent(path: string, bytes: Buffer): string {
  return bytes.toString(TEXT_FILE.test(path) ? 'utf8' : 'base64');
}

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
  /^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/flows\/flows|assets\/assets)\.json$/;
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
  // An import adds styles, and takes none away: the call of its own replaces them all, as it says
  // in the plan.
  [/^styles\//, 'theme'],
];

/**
 * The section that is restored in place of a file; undefined for what the snapshot alone can write.
 */
export function twinSection(path: string): SectionName | undefined {
  return TWINS.find(([pattern]) => pattern.test(path))?.[1];
}

/** Sections that a file writes as well, when it is written. */
export const SHARED: readonly (readonly [file: RegExp, section: SectionName])[] = [
  [/^attributes\.json$/, 'user-attributes'],
  [/^styles\//, 'theme'],
  [/^auth\/password\.json$/, 'password-settings'],
];

/** Files whose lists hold things: what live alone has of them stays. */
const LISTING = /^(?:attributes|resources)\.json$|^auth\/|^widgets\/widgets\.json$/;

/** What an entry of a list is called; undefined where nobody can tell. */
function nameOf(entry: JsonValue): string | undefined {
  if (typeof entry === 'string') return entry;
  if (!isJsonObject(entry)) return undefined;
  return [entry['id'], entry['widgetId'], entry['name']].find(
    (one): one is string => typeof one === 'string' && one !== '',
  );
}

/**
 * An entry that may take the place of another: an attribute of another type would lose its values.
 */
function sameType(wanted: JsonValue | undefined, live: JsonValue): JsonValue | undefined {
  const typeOf = (one: JsonValue | undefined) => (isJsonObject(one) ? one['type'] : undefined);
  return typeOf(wanted) === typeOf(live) ? wanted : undefined;
}

/**
 * The entries of live, those of the backup in place of those of the same name, and then what live
 * lacks.
 */
function mergeLists(
  wanted: readonly JsonValue[],
  live: readonly JsonValue[],
  path: string,
): readonly JsonValue[] {
  const isThings = [...wanted, ...live].every(
    (one) => nameOf(one) !== undefined && (typeof one !== 'string' || path.startsWith('widgets/')),
  );
  const names = new Map(wanted.map((one) => [nameOf(one), one]));
  if (!isThings || names.size !== wanted.length) return wanted;
  const known = new Set(live.map(nameOf));
  return [
    ...live.map((one) => sameType(names.get(nameOf(one)), one) ?? one),
    ...wanted.filter((one) => !known.has(nameOf(one))),
  ];
}

/**
 * A file in whose lists nothing is missing that live has: what the backup lacks is no statement.
 */
function keepLiveEntries(wanted: JsonObject, live: JsonObject, path: string): JsonObject {
  if (!LISTING.test(path)) return wanted;
  const merged: Record<string, JsonValue> = {};
  for (const [key, child] of Object.entries(wanted)) {
    const other = live[key];
    const isBoth = Array.isArray(child) && Array.isArray(other);
    setOwn(
      merged,
      key,
      isBoth ? mergeLists(child as JsonValue[], other as JsonValue[], path) : child,
    );
  }
  return merged;
}

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
  merge: keepLiveEntries,
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
